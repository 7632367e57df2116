"""Numbers are given: to a whole decision, or to one award; parts of the pages of decisions and awards."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone

from thidua.kit.ui.respond import respond
from thidua.records.awards.models import Award
from thidua.records.certificates import permissions, rows, selectors, services
from thidua.records.certificates.forms import GiveAllForm, GiveForm
from thidua.records.certificates.models import Book
from thidua.records.certificates.views.found import FORM, award_of, body_of, crumbs_to, decision_of, page_of
from thidua.records.orgs.gate import needs
from thidua.records.orgs.rights import Right
from thidua.records.orgs.views.answers import form_page, shut
from thidua.records.register.models import Document

SHOWN = 100
_PAIRS = 5


@needs(Right.CERTIFICATES_READ)
def of_document(request: HttpRequest, document: int) -> HttpResponse:
    """Slot: how many by this decision have a number, how many wait for one."""
    row, actor = decision_of(request, document), request.actor
    found = selectors.standing_of_decision(row, actor)
    waiting = selectors.without_number(row, actor.body).count() if actor.body else 0
    context = {
        "document": row,
        "rows": found[:SHOWN],
        "count": found.count(),
        "waiting": waiting,
        "why_not": permissions.why_not_write(actor, actor.body),
    }
    return respond(request, "certificates/of_document.html#numbers", context)


@needs(Right.CERTIFICATES_READ)
def of_award(request: HttpRequest, award: int) -> HttpResponse:
    """Slot: the numbers of one award, and whether one may be given."""
    row, actor = award_of(request, award), request.actor
    may = (
        bool(actor.body)
        and not (row.ending or row.certificate or row.is_aggregate)
        and not permissions.why_not_write(actor, actor.body)
        and selectors.given_by(actor.body).filter(pk=row.pk).exists()
    )
    context = {"award": row, "rows": selectors.of_award(row, actor), "may": may}
    return respond(request, "certificates/of_award.html#numbers", context)


@needs(Right.CERTIFICATES_WRITE)
def give_all(request: HttpRequest, document: int) -> HttpResponse:
    decision, actor, body = decision_of(request, document), request.actor, body_of(request)
    shut(permissions.why_not_write(actor, body))
    waiting = list(selectors.without_number(decision, body))
    kinds = list(dict.fromkeys(award.name for award in waiting))
    books = selectors.books_for(body, actor)
    form = GiveAllForm(request.POST or None, books=books, kinds=kinds)

    def write(facts: dict[str, Any]) -> str:
        services.give_all(decision, **facts, by=actor, at=timezone.now())
        return page_of(facts["book"])

    return form_page(
        request,
        form,
        title="Cấp số cho cả quyết định",
        act="Cấp số",
        back=_page_of(decision),
        crumbs=crumbs_to(),
        under=str(decision),
        question=lambda facts: _doubt(waiting, facts),
        write=write,
        said="Đã cấp số và ghi vào sổ khen thưởng.",
        template="certificates/give_all.html",
        extra={"waiting": rows.in_order(waiting, rows.PEOPLE_FIRST), "books": books},
    )


def _doubt(waiting: list[Award], facts: dict[str, Any]) -> tuple[str, str]:
    """Who gets which number, before it is written."""
    book: Book = facts["book"]
    chosen = rows.in_order([award for award in waiting if award.name in facts["kinds"]], facts["order"])
    typed = facts.get("typed", [])
    numbers = (
        typed if book.is_preprinted else [book.number(book.next_seq + place) for place in range(len(chosen))]
    )
    pairs = [f"{number}: {award.recipient}" for number, award in zip(numbers, chosen, strict=False)]
    middle = ["…"] if len(pairs) > 2 * _PAIRS else []
    shown = [*pairs[:_PAIRS], *middle, *pairs[_PAIRS:][-_PAIRS:]]
    return f"Cấp {len(chosen)} số vào sổ {book}?", "; ".join(shown)


def _page_of(decision: Document) -> str:
    return reverse("certificates:of_document", args=[decision.pk])


@needs(Right.CERTIFICATES_WRITE)
def give(request: HttpRequest, award: int) -> HttpResponse:
    row, actor, body = award_of(request, award), request.actor, body_of(request)
    shut(permissions.why_not_write(actor, body))
    form = GiveForm(request.POST or None, books=selectors.books_for(body, actor))

    def write(facts: dict[str, Any]) -> str:
        return page_of(services.give(row, **facts, by=actor, at=timezone.now()))

    return form_page(
        request,
        form,
        title="Cấp số",
        act="Cấp số",
        back=reverse("awards:award", args=[row.pk]),
        crumbs=crumbs_to(),
        under=str(row),
        write=write,
        said="Đã cấp số và ghi vào sổ khen thưởng.",
        template=FORM,
    )
