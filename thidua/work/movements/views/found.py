"""What every page begins with: the movement asked for, as far as the actor may see it; the page of one form."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.html import format_html

from thidua.kit.refused import Refused
from thidua.kit.ui.forms import Form
from thidua.kit.ui.respond import draft_taken, respond
from thidua.records.orgs.models import Unit
from thidua.work.movements import selectors
from thidua.work.movements.models import Movement
from thidua.work.movements.refusals import InTheWay


def movement_of(request: HttpRequest, pk: int) -> Movement:
    """404 for what the actor may not see, as for what does not exist."""
    rows = selectors.visible_to(request.actor).select_related("launcher__body", "body", "copied_from")
    row = rows.filter(pk=pk).first()
    if row is None:
        raise Http404
    return row


def body_of(request: HttpRequest) -> Unit:
    """The body that the actor works in; 404 for an account without any."""
    if request.actor.body is None:
        raise Http404
    return request.actor.body


def told(form: Form, refused: Refused, field: str | None = None) -> None:
    """Reasons onto the form; where a movement is in the way, with the link to open it."""
    for reason in refused.reasons:
        if isinstance(refused, InTheWay):
            url = reverse("movements:movement", args=[refused.movement.pk])
            form.add_error(field, format_html('{} <a href="{}">Mở phong trào</a>', reason, url))
        else:
            form.add_error(field, reason)


def form_page(
    request: HttpRequest,
    form: Form,
    *,
    title: str,
    act: str,
    back: str,
    under: str = "",
    why_not: list[str] | None = None,
    draft: str = "",
    template: str = "movements/form.html",
) -> HttpResponse:
    """One form on a page of its own; 422 when it came back with errors."""
    context = {
        "form": form,
        "title": title,
        "act": act,
        "back": back,
        "under": under,
        "why_not": why_not or [],
        "draft_key": draft,
    }
    return respond(request, template, context, status=422 if form.errors else 200)


def worked(
    request: HttpRequest,
    form: Form,
    movement: Movement,
    act_on: Callable[[dict[str, Any]], Movement | None],
    *,
    done: str,
    title: str,
    act: str,
    why_not: list[str],
    under: str = "",
    draft: str = "",
    template: str = "movements/form.html",
) -> HttpResponse:
    """Show the form, or do what it asks and go back to the movement (or to the one that the act gives)."""
    if request.method == "POST" and form.is_valid():
        try:
            after = act_on(form.cleaned_data) or movement
            if draft:
                draft_taken(request, draft)
            messages.success(request, done)
            return redirect("movements:movement", after.pk)
        except Refused as refused:
            told(form, refused)
    return form_page(
        request,
        form,
        title=title,
        act=act,
        back=reverse("movements:movement", args=[movement.pk]),
        under=under or f"Phong trào {movement.title}",
        why_not=why_not,
        draft=draft,
        template=template,
    )
