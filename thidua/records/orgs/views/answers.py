"""One way to show a form, ask once where it matters, write, and go on."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from thidua.kit.ui.forms import refusals_on
from thidua.kit.ui.respond import ask, draft_taken, is_confirmed, respond
from thidua.records.orgs.actors import Actor
from thidua.records.orgs.forms.folded import FoldedForm

Crumb = tuple[str, str]


def actor_of(request: HttpRequest) -> Actor:
    """The actor whom the middleware made."""
    return request.actor  # type: ignore[attr-defined, no-any-return]


def shut(reasons: Iterable[str]) -> None:
    """403 with the reasons, where a `why_not_…` gave some."""
    if told := " ".join(reasons):
        raise PermissionDenied(told)


def form_page(
    request: HttpRequest,
    form: FoldedForm,
    *,
    title: str,
    act: str,
    back: str,
    write: Callable[[dict[str, Any]], str],
    said: str,
    crumbs: Sequence[Crumb] = (),
    under: str = "",
    question: Callable[[dict[str, Any]], tuple[str, str]] | None = None,
    template: str = "orgs/form.html",
    extra: dict[str, Any] | None = None,
) -> HttpResponse:
    """Draw, check, ask once (`question` gives it with its detail), write, say `said`, go where `write` says."""
    if request.method == "POST" and form.is_valid():
        if question and not is_confirmed(request):
            asked, detail = question(form.cleaned_data)
            return ask(request, asked, detail=detail, act=act, back=back, values=_typed(request))
        with refusals_on(form):
            target = write(form.cleaned_data)
            messages.success(request, said)
            draft_taken(request, _draft_of(request))
            return redirect(target)
    context = {
        "form": form,
        "title": title,
        "act": act,
        "back": back,
        "crumbs": crumbs,
        "under": under,
        "draft": _draft_of(request),
        **(extra or {}),
    }
    return respond(request, template, context, status=422 if form.is_bound and form.errors else 200)


def _draft_of(request: HttpRequest) -> str:
    return "orgs" + request.path.replace("/", "-").rstrip("-")


def _typed(request: HttpRequest) -> list[tuple[str, str]]:
    skipped = {"csrfmiddlewaretoken", "confirmed"}
    return [(name, value) for name, values in request.POST.lists() if name not in skipped for value in values]
