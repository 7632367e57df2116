import pytest
from django.test import RequestFactory

from thidua.kit.files import services
from thidua.kit.files.serve import respond
from thidua.kit.files.tests import made
from thidua.kit.files.tests.made import para

pytestmark = pytest.mark.django_db
PLAN = made.docx(para("Kế hoạch"))


@pytest.fixture
def version(lan, as_actor, now):
    return lambda name, data: services.store(name, data, by=as_actor(lan), at=now)


def test_a_file_is_sent_as_an_attachment_under_its_vietnamese_name(version):
    response = respond(version("Kế hoạch 12.docx", PLAN))

    assert (
        response["Content-Disposition"] == "attachment; filename*=utf-8''K%E1%BA%BF%20ho%E1%BA%A1ch%2012.docx"
    )
    assert response["Content-Type"].startswith("application/vnd.openxmlformats")
    assert response["Content-Length"] == str(len(PLAN))
    assert b"".join(response) == PLAN
    response.close()


def test_nothing_in_a_file_may_run(version):
    response = respond(version("a.docx", PLAN))

    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Content-Security-Policy"].startswith("default-src 'none'")
    assert response["Content-Security-Policy"].endswith("sandbox")
    assert response["Cache-Control"] == "private, no-cache"
    response.close()


@pytest.mark.parametrize(
    ("name", "data", "shown"),
    [
        ("a.pdf", made.pdf(made.PLAN), "inline"),
        ("a.docx", PLAN, "attachment"),
        ("a.html", b"Ke hoach <b>", "attachment"),
    ],
)
def test_only_a_pdf_is_shown_in_the_browser(version, name, data, shown):
    response = respond(version(name, data), inline=True)

    assert response["Content-Disposition"].startswith(shown)
    response.close()


def test_text_is_never_served_as_a_page(version):
    response = respond(version("a.html", b"Ke hoach <script>alert(1)</script>"))

    assert response["Content-Type"] == "text/plain"
    response.close()


def test_a_name_cannot_break_the_header(version):
    kept = version('a"; filename="b\r\nSet-Cookie: x=1.docx', PLAN)
    response = respond(kept)

    assert "Set-Cookie" not in response
    assert "\n" not in response["Content-Disposition"]
    response.close()


def test_a_browser_that_holds_the_bytes_is_told_so(version):
    kept = version("a.docx", PLAN)
    request = RequestFactory().get("/", headers={"if-none-match": f'"{kept.sha256}"'})

    held = respond(kept, request=request)
    fresh = respond(kept, request=RequestFactory().get("/"))

    assert (held.status_code, held["ETag"]) == (304, f'"{kept.sha256}"')
    assert (fresh.status_code, fresh["ETag"]) == (200, f'"{kept.sha256}"')
    fresh.close()


def test_a_lost_file_is_a_fault_not_an_empty_answer(version):
    kept = version("a.docx", PLAN)
    services.location(kept).unlink()

    with pytest.raises(FileNotFoundError):
        respond(kept)
