"""What every page begins with: the document asked for, as far as the actor may see it."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.html import format_html

from thidua.kit.refused import Refused
from thidua.kit.ui.forms import Form
from thidua.kit.ui.respond import respond
from thidua.records.orgs.models import Unit
from thidua.records.register import selectors
from thidua.records.register.models import Document
from thidua.records.register.refusals import InTheWay


def document_of(request: HttpRequest, pk: int) -> Document:
    """404 for what the actor may not see, as for what does not exist."""
    row = selectors.visible_to(request.actor).select_related("issuer__body").filter(pk=pk).first()
    if row is None:
        raise Http404
    return row


def body_of(request: HttpRequest) -> Unit:
    """The body that the actor works in; 404 for an account without any."""
    if request.actor.body is None:
        raise Http404
    return request.actor.body


def told(form: Form, refused: Refused, field: str | None = None) -> None:
    """Reasons onto the form; where a document is in the way, with the link to open it."""
    for reason in refused.reasons:
        if isinstance(refused, InTheWay):
            opened = format_html(
                '{} <a href="{}">Mở {}</a>',
                reason,
                reverse("register:document", args=[refused.document.pk]),
                refused.document,
            )
            form.add_error(field, opened)
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
    note: str = "",
    draft: str = "",
) -> HttpResponse:
    """One form on a page of its own; 422 when it came back with errors."""
    context = {
        "form": form,
        "title": title,
        "act": act,
        "back": back,
        "under": under,
        "note": note,
        "draft_key": draft,
    }
    return respond(request, "register/form.html", context, status=422 if form.errors else 200)


def done(request: HttpRequest, text: str, document: Document) -> HttpResponse:
    messages.success(request, text)
    return redirect("register:document", document.pk)
