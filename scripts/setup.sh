#!/usr/bin/env bash
# Makes .venv/ from uv.lock. Needs the network the first time only: an unchanged lock is not installed again.
set -euo pipefail
cd "$(dirname "$0")/.."
UV_VERSION=0.13.8
export UV_PYTHON_DOWNLOADS=never UV_PROJECT_ENVIRONMENT=.venv

say() { printf '%s\n' "$*" >&2; }

python=${PYTHON:-}
if [ -z "$python" ]; then
  for candidate in python3.11 python3.12 python3.13 python3; do
    if command -v "$candidate" >/dev/null && "$candidate" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 14))' 2>/dev/null; then
      python=$(command -v "$candidate"); break
    fi
  done
fi
if [ -z "$python" ]; then
  say "Thidua needs Python 3.11, 3.12 or 3.13; none was found. On Debian 12: apt-get install python3 python3-venv"
  exit 2
fi

lock=$("$python" - <<'PY'
import hashlib, pathlib, sys
text = pathlib.Path("uv.lock").read_bytes() + pathlib.Path("pyproject.toml").read_bytes() + sys.version.encode()
print(hashlib.sha256(text + str(pathlib.Path.cwd()).encode()).hexdigest())
PY
)
if [ -x .venv/bin/thidua ] && [ "$(cat .venv/.installed 2>/dev/null || true)" = "$lock" ]; then exit 0; fi

uv=$(command -v uv || true)
if [ -z "$uv" ] || [ "$("$uv" --version | cut -d' ' -f2)" != "$UV_VERSION" ]; then
  uv=.venv-uv/bin/uv
  if [ ! -x "$uv" ]; then
    if ! "$python" -c 'import ensurepip' 2>/dev/null; then
      say "This Python cannot make a virtual environment (ensurepip is missing). On Debian: apt-get install python3-venv"
      exit 2
    fi
    say "Installing uv $UV_VERSION …"
    "$python" -m venv .venv-uv
    .venv-uv/bin/python -m pip install --quiet --disable-pip-version-check "uv==$UV_VERSION"
  fi
fi
say "Installing Thidua into .venv …"
"$uv" sync --frozen --quiet --python "$python"
printf '%s' "$lock" > .venv/.installed
