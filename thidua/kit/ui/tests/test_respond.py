"""Answering: whole page or part, reasons as messages, a question before what cannot be undone."""

import pytest
from django.contrib.messages.storage.fallback import FallbackStorage
from django.contrib.sessions.backends.signed_cookies import SessionStore
from django.http import HttpResponse
from django.test import RequestFactory
from django_htmx.middleware import HtmxMiddleware

from thidua.kit.refused import Refused
from thidua.kit.ui.respond import TAKEN, ask, draft_taken, is_confirmed, refusals_said, respond


@pytest.fixture
def request_for():
    def make(method="get", data=None, **headers):
        request = getattr(RequestFactory(), method)("/so/", data or {}, headers=headers)
        HtmxMiddleware(lambda request: HttpResponse())(request)
        request.session = SessionStore()
        request._messages = FallbackStorage(request)
        return request

    return make


PAGE = "ui/tests/page.html#rows"


@pytest.fixture(autouse=True)
def page(settings):
    """A page with a part, in memory."""
    options = settings.TEMPLATES[0]["OPTIONS"]
    text = {"ui/tests/page.html": "đầu {% partialdef rows inline %}dòng{% endpartialdef %} cuối"}
    loader = (
        "template_partials.loader.Loader",
        [("django.template.loaders.locmem.Loader", text), *options["loaders"][0][1]],
    )
    settings.TEMPLATES = [
        {**settings.TEMPLATES[0], "OPTIONS": {**options, "loaders": [loader], "context_processors": []}}
    ]


def test_a_reader_gets_the_page(request_for):
    assert respond(request_for(), PAGE).content.decode() == "đầu dòng cuối"


def test_htmx_gets_the_part(request_for):
    assert respond(request_for(**{"HX-Request": "true"}), PAGE).content.decode() == "dòng"


def test_htmx_that_restores_history_gets_the_page(request_for):
    headers = {"HX-Request": "true", "HX-History-Restore-Request": "true"}

    assert respond(request_for(**headers), PAGE).content.decode() == "đầu dòng cuối"


def test_caches_keep_part_and_page_apart(request_for):
    assert "HX-Request" in respond(request_for(), PAGE).headers["Vary"]


def test_a_status_may_be_given(request_for):
    assert respond(request_for(), PAGE, status=422).status_code == 422


def test_reasons_are_said_on_the_next_page(request_for):
    request = request_for("post")

    with refusals_said(request):
        raise Refused(["Đã nhắc hôm nay.", "Chờ đến mai."])

    assert [str(message) for message in request._messages] == ["Đã nhắc hôm nay.", "Chờ đến mai."]


@pytest.mark.parametrize(
    ("method", "data", "confirmed"),
    [("get", {"confirmed": "1"}, False), ("post", {}, False), ("post", {"confirmed": "1"}, True)],
)
def test_only_a_posted_answer_confirms(request_for, method, data, confirmed):
    assert is_confirmed(request_for(method, data)) is confirmed


def test_the_question_carries_what_was_asked_and_a_way_back(request_for):
    page = ask(
        request_for("post"),
        "Xóa 3 bản nháp?",
        detail="Văn bản đã ghi vào sổ không bị xóa.",
        act="Xóa 3 bản nháp",
        back="/so/",
        values=[("id", "7")],
    ).content.decode()

    assert "<h1>Xóa 3 bản nháp?</h1>" in page
    assert 'name="id" value="7"' in page
    assert 'name="confirmed" value="1"' in page
    assert 'href="/so/"' in page


def test_drafts_that_the_server_took_are_noted(request_for):
    request = request_for("post")

    draft_taken(request, "a")
    draft_taken(request, "b")

    assert request.session[TAKEN] == ["a", "b"]
