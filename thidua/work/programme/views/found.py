"""What every page begins with: the task asked for, as far as the actor may see it."""

from django.http import Http404, HttpRequest
from django.urls import reverse

from thidua.kit.ui import asked
from thidua.records.orgs.models import Unit
from thidua.records.register import selectors as register
from thidua.records.register.models import Document
from thidua.work.programme import selectors
from thidua.work.programme.models import Task

FORM = "programme/form.html"


def task_of(request: HttpRequest, pk: int) -> Task:
    """404 for what the actor may not see, as for what does not exist."""
    rows = selectors.listed(request.actor).select_related("unit__body", "body", "person", "document__issuer")
    row = rows.filter(pk=pk).first()
    if row is None:
        raise Http404
    return row


def document_of(request: HttpRequest, pk: int) -> Document:
    row = register.visible_to(request.actor).select_related("issuer").filter(pk=pk).first()
    if row is None:
        raise Http404
    return row


def asked_document(request: HttpRequest) -> Document | None:
    """`?van_ban=12`: the document that the page is about, where it is visible."""
    pk = asked.key(request.GET, "van_ban")
    return document_of(request, pk) if pk is not None else None


def body_of(request: HttpRequest) -> Unit:
    """The body that the actor works in; 404 for an account without any."""
    if request.actor.body is None:
        raise Http404
    return request.actor.body


def page_of(task: Task) -> str:
    return reverse("programme:task", args=[task.pk])


def crumbs_to(task: Task | None = None) -> list[tuple[str, str]]:
    steps = [("Nhiệm vụ", reverse("programme:board"))]
    return [*steps, (task.title, page_of(task))] if task else steps
