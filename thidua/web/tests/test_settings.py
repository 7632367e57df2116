"""What the settings become in an installation that is served over https."""

import json
import os
import subprocess
import sys

import pytest

ASKED = (
    "import json; from thidua.web import settings as s; print(json.dumps({n: getattr(s, n) for n in "
    "('SESSION_COOKIE_SECURE', 'CSRF_COOKIE_SECURE', 'SECURE_PROXY_SSL_HEADER', 'SECURE_HSTS_SECONDS', 'DEBUG')}))"
)


@pytest.fixture
def read(tmp_path):
    def settings(**given: str) -> dict[str, object]:
        kept = {name: value for name, value in os.environ.items() if not name.startswith("THIDUA_")}
        env = kept | {"THIDUA_VAR": str(tmp_path / "var")} | given
        done = subprocess.run([sys.executable, "-c", ASKED], env=env, capture_output=True, check=True)
        return json.loads(done.stdout)

    return settings


def test_over_https_cookies_go_nowhere_else(read):
    found = read(THIDUA_HTTPS="1")

    assert found["SESSION_COOKIE_SECURE"]
    assert found["CSRF_COOKIE_SECURE"]
    assert found["SECURE_PROXY_SSL_HEADER"] == ["HTTP_X_FORWARDED_PROTO", "https"]
    assert found["SECURE_HSTS_SECONDS"] > 0


def test_over_http_no_header_of_the_browser_is_believed(read):
    found = read()

    assert found["SECURE_PROXY_SSL_HEADER"] is None
    assert not found["SESSION_COOKIE_SECURE"]
    assert not found["DEBUG"]
