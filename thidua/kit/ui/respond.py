"""Answering: a whole page, or its part when htmx asks for it; reasons as messages; a destructive act asks once."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.http import url_has_allowed_host_and_scheme

from thidua.kit.refused import Refused

TAKEN = "drafts_taken"


def respond(
    request: HttpRequest, template: str, context: dict[str, Any] | None = None, *, status: int = 200
) -> HttpResponse:
    """`respond(request, "register/list.html#rows", …)`: the part for htmx, the page around it for everybody else."""
    page, _, part = template.partition("#")
    htmx = getattr(request, "htmx", None)
    is_part = bool(part) and bool(htmx) and not getattr(htmx, "history_restore_request", False)
    response = render(request, template if is_part else page, context, status=status)
    response.headers["Vary"] = ", ".join(filter(None, [response.headers.get("Vary", ""), "HX-Request"]))
    return response


@contextmanager
def refusals_said(request: HttpRequest) -> Iterator[None]:
    """For one-button posts without a form: the reasons are shown at the head of the next page."""
    try:
        yield
    except Refused as refused:
        for reason in refused.reasons:
            messages.error(request, reason)


def draft_taken(request: HttpRequest, key: str) -> None:
    """Tell the browser, on the next page, to forget the draft of `<form data-draft="key">`: the server has it."""
    request.session[TAKEN] = [*request.session.get(TAKEN, []), key]


def back_to(request: HttpRequest, name: str, default: str) -> HttpResponseRedirect:
    """Back to the page that the post names in `name`, never off this site; `default` is an address too."""
    url = request.POST.get(name, "")
    is_ours = url[:1] == "/" and url_has_allowed_host_and_scheme(
        url, {request.get_host()}, require_https=request.is_secure()
    )
    return HttpResponseRedirect(url if is_ours else default)


def is_confirmed(request: HttpRequest) -> bool:
    return request.method == "POST" and request.POST.get("confirmed") == "1"


def ask(
    request: HttpRequest,
    question: str,
    *,
    act: str,
    back: str,
    detail: str = "",
    values: Sequence[tuple[str, str]] = (),
) -> HttpResponse:
    """The page that asks once before a destructive act: question with the count, the act in words, a way back.

    Posts to the same address with `confirmed=1` and the given values:
    `if not is_confirmed(request): return ask(request, "Xóa bản nháp này?", act="Xóa bản nháp", back=url)`.
    """
    context = {"question": question, "detail": detail, "act": act, "back": back, "values": values}
    return render(request, "ui/confirm.html", context)
