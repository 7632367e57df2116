"""The handbook: all titles and forms of a day, one of them, one part of the book, what changes between two days."""

from datetime import timedelta

from django.http import Http404, HttpRequest, HttpResponse

from thidua.kit.ui import asked
from thidua.kit.ui.filters import Choice, Words
from thidua.kit.ui.lists import Listing
from thidua.kit.ui.respond import respond
from thidua.law import wording
from thidua.records.catalogue import selectors
from thidua.records.catalogue.views.found import asked_of, day_of
from thidua.records.orgs.gate import needs
from thidua.records.orgs.rights import Right

YEAR = timedelta(days=365)


@needs(Right.LAW_READ)
def show(request: HttpRequest) -> HttpResponse:
    page = asked_of(request)
    context = {
        "page": page,
        "overview": selectors.overview(page.book, page.on),
        "shelves": selectors.shelves(page.book, page.on),
        "drafts": sum(line.entry.holds(page.on) for line in selectors.to_check(page.book, page.on)),
        "salary": next(iter(page.book.in_force("base_salary", page.on)), None),
    }
    return respond(request, "catalogue/list.html", context)


@needs(Right.LAW_READ)
def kind(request: HttpRequest, code: str) -> HttpResponse:
    page = asked_of(request)
    if not selectors.is_known(code, page.book):
        raise Http404
    context = {
        "page": page,
        "kind": selectors.kind(code, page.book, page.on),
        "may_judge": request.actor.has(Right.ELIGIBILITY),
    }
    return respond(request, "catalogue/kind.html", context)


@needs(Right.LAW_READ)
def shelf(request: HttpRequest, shelf: str) -> HttpResponse:
    """What one part of the book says on a day."""
    page = asked_of(request)
    if shelf not in wording.SHELF_NAMES:
        raise Http404
    rows = [line for line in selectors.in_force(page.book, page.on) if line.entry.shelf == shelf]
    context = {"page": page, "name": wording.SHELF_NAMES[shelf], "rows": rows}
    return respond(request, "catalogue/shelf.html", context)


@needs(Right.LAW_READ)
def changes(request: HttpRequest) -> HttpResponse:
    """From the first day to the second; left empty, the year up to today."""
    page = asked_of(request)
    typed = {name: asked.words(request.GET, name) for name in ("tu", "den")}
    last = day_of(typed["den"]) or page.on
    first = day_of(typed["tu"]) or last - YEAR
    first, last = min(first, last), max(first, last)
    context = {
        "page": page,
        "first": first,
        "last": last,
        "wrong": [text for text in typed.values() if text and not day_of(text)],
        "changes": selectors.changes(page.book, first, last),
        "may_judge": request.actor.has(Right.ELIGIBILITY),
    }
    return respond(request, "catalogue/changes.html", context)


@needs(Right.LAW_READ)
def drafts(request: HttpRequest) -> HttpResponse:
    page = asked_of(request)
    listing = Listing(
        request.GET,
        lambda: selectors.to_check(page.book, page.on),
        noun="mục",
        filters=[
            Words("q", "Tìm", selectors.in_words),
            Choice(
                "phan",
                "Phần",
                lambda rows, shelf: [row for row in rows if row.entry.shelf == shelf],
                choices=list(wording.SHELF_NAMES.items()),
            ),
            Choice(
                "tinh_trang",
                "Tình trạng",
                lambda rows, standing: [row for row in rows if row.standing == standing],
                choices=[
                    (name, wording.STANDINGS[name].capitalize()) for name in (wording.DRAFT, wording.STALE)
                ],
            ),
        ],
    )
    return respond(request, "catalogue/drafts.html", {"page": page, "listing": listing})
