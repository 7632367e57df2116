"""What every page begins with: the book or number asked for, as far as the actor may see it."""

from django.http import Http404, HttpRequest
from django.urls import reverse

from thidua.records.awards import selectors as awards
from thidua.records.awards.models import Award
from thidua.records.certificates import selectors
from thidua.records.certificates.models import Book, Certificate
from thidua.records.orgs.models import Unit
from thidua.records.register import selectors as register
from thidua.records.register.models import Document

FORM = "certificates/form.html"
Crumbs = list[tuple[str, str]]


def body_of(request: HttpRequest) -> Unit:
    """The body that the actor works in; 404 for an account without any."""
    if request.actor.body is None:
        raise Http404
    return request.actor.body


def book_of(request: HttpRequest, pk: int) -> Book:
    row = selectors.books_visible_to(request.actor).select_related("body").filter(pk=pk).first()
    if row is None:
        raise Http404
    return row


def certificate_of(request: HttpRequest, pk: int) -> Certificate:
    rows = selectors.visible_to(request.actor).select_related("book__body", "award", "decision", "replaces")
    row = rows.filter(pk=pk).first()
    if row is None:
        raise Http404
    return row


def award_of(request: HttpRequest, pk: int) -> Award:
    """One that the own body keeps, counts or decided: whether others hold a certificate is not public."""
    actor, body = request.actor, request.actor.body
    rows = awards.visible_to(actor).select_related("decision", "decided_by", "body")
    row = rows.filter(pk=pk).first()
    decided = body and selectors.given_by(body).filter(pk=pk).exists()
    if row is None or not (decided or awards.keeps(actor, row)):
        raise Http404
    return row


def decision_of(request: HttpRequest, pk: int) -> Document:
    """A decision that the actor reads in the register, or by which the own body gave awards."""
    row = Document.objects.filter(pk=pk).first()
    seen = register.visible_to(request.actor).filter(pk=pk).exists()
    body = request.actor.body
    if row is None or not (seen or (body and selectors.given_by(body).filter(decision=pk).exists())):
        raise Http404
    return row


def page_of(row: Certificate | Book) -> str:
    name = "certificates:book" if isinstance(row, Book) else "certificates:certificate"
    return reverse(name, args=[row.pk])


def crumbs_to(*rows: Certificate | Book) -> Crumbs:
    return [("Sổ cấp bằng", reverse("certificates:list")), *((str(row), page_of(row)) for row in rows)]
