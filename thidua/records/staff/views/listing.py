"""The records kind by kind, and the same as Excel files. Conduct shows behind a cover."""

from functools import partial
from tempfile import TemporaryFile
from typing import Any

from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from thidua.kit.ui import parts
from thidua.kit.ui.filters import Choice, Filter, Flag, Sort, Span, Words
from thidua.kit.ui.lists import Listing
from thidua.kit.ui.respond import respond
from thidua.records.orgs import selectors as orgs
from thidua.records.orgs.actors import Actor
from thidua.records.orgs.gate import needs
from thidua.records.orgs.rights import Right
from thidua.records.staff import permissions, selectors, services, sheets, words
from thidua.records.staff.forms import LookForm
from thidua.records.staff.kinds import TABS, Tab, is_conduct
from thidua.records.staff.models import Leave, PendingMatter, Rating, Service, Study
from thidua.records.staff.views.found import cover, list_of, tab_of, wants_open
from thidua.vn.codes import TASK_LEVELS

AT_ONCE = 200
"""Rows of conduct that one look shows."""
YEARS, ROOMS = 15, 60
_TITLE = "Đánh giá, kỷ luật"
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_CHOICES = {
    Rating: ("level", "Mức xếp loại", list(TASK_LEVELS.items())),
    Leave: ("kind", "Loại nghỉ", Leave.Kind.choices),
    Study: ("result", "Kết quả", Study.Result.choices),
    Service: ("kind", "Việc", Service.Kind.choices),
}


@needs(Right.STAFF_READ, Right.DISCIPLINE_READ)
def first(request: HttpRequest) -> HttpResponse:
    """The first list that the actor may read."""
    return redirect(
        list_of(next(tab for tab in TABS if not permissions.why_not_read(request.actor, tab.kind)))
    )


@needs(Right.STAFF_READ, Right.DISCIPLINE_READ)
def show(request: HttpRequest, slug: str) -> HttpResponse:
    tab = tab_of(request, slug)
    context = _frame(request, tab)
    if is_conduct(tab.kind):
        return _conduct(request, tab, context)
    listing = listing_of(request, tab)
    context |= {"listing": listing, "lines": [words.told(row) for row in listing.rows]}
    if tab.kind is Rating:
        context["levels"] = selectors.levels_in(listing.found)
    return respond(request, "staff/list.html", context)


@needs(Right.STAFF_READ, Right.DISCIPLINE_READ)
def excel(request: HttpRequest, slug: str) -> HttpResponse:
    """Of conduct by a post only: a look as any other."""
    tab = tab_of(request, slug)
    if not is_conduct(tab.kind):
        return _file(request, tab, listing_of(request, tab).found.iterator(chunk_size=500))
    if not wants_open(request):
        return _conduct(request, tab, _frame(request, tab))
    found, said = _asked(request, tab, _look(request))
    return _file(request, tab, services.read_conduct(found, of=said, by=request.actor, at=timezone.now()))


def _frame(request: HttpRequest, tab: Tab) -> dict[str, Any]:
    actor = request.actor
    shown = [each for each in TABS if not permissions.why_not_read(actor, each.kind)]
    return {
        "tab": tab,
        "tabs": [parts.Tab(each.label, list_of(each), chosen=each is tab) for each in shown],
        "why_not": permissions.why_not_write(actor, actor.body, tab.kind),
        "pastes": tab.kind is Rating,
    }


def _conduct(request: HttpRequest, tab: Tab, context: dict[str, Any]) -> HttpResponse:
    """The cover, and, once opened, what was asked for: a year, a name."""
    context["look"] = look = _look(request)
    if not wants_open(request):
        return cover(request, _TITLE, [], context)
    found, said = _asked(request, tab, look)
    listed = services.read_conduct(found[: AT_ONCE + 1], of=said, by=request.actor, at=timezone.now())
    context |= {"lines": [words.told(row) for row in listed[:AT_ONCE]], "more": len(listed) > AT_ONCE}
    return cover(request, _TITLE, [], context | {"opened": True, "said": said})


def _look(request: HttpRequest) -> LookForm:
    this = request.actor.on.year
    return LookForm(request.POST if wants_open(request) else None, years=range(this, this - YEARS, -1))


def _asked(request: HttpRequest, tab: Tab, look: LookForm) -> tuple[Any, str]:
    """The rows of the year and name that the form asks for, the latest first, and what they are in words."""
    year, text = look.asked
    rows = selectors.listed(request.actor, tab.kind)
    rows = selectors.in_years(rows, (year, year)) if year else rows
    rows = selectors.in_words(rows, text) if text else rows
    said = [tab.label.lower(), f"năm {year}" if year else "mọi năm", f"tên có “{text[:60]}”" if text else ""]
    ordered = rows.order_by("-since" if tab.kind is PendingMatter else "-decided_on", "-pk")
    return ordered, ", ".join(part for part in said if part)


def listing_of(request: HttpRequest, tab: Tab) -> Listing[Any]:
    """The list that the address asks for, of an open kind."""
    since = "until" if tab.kind is Rating else "since"
    return Listing(
        request.GET,
        lambda: selectors.listed(request.actor, tab.kind, request.GET.get("bo")),
        noun=tab.one,
        filters=_filters(request.actor, tab),
        sorts=[
            Sort("ky", "Thời gian", ("year", since, "pk"), falling_first=True),
            Sort("ten", "Người, tập thể", ("person__name_sort", "year", "pk")),
        ],
        first="-ky",
    )


def _filters(actor: Actor, tab: Tab) -> list[Filter]:
    field, label, choices = _CHOICES[tab.kind]
    rooms = partial(_rooms, actor)
    found: list[Filter] = [
        Words("q", "Tên", selectors.in_words),
        Span("nam", "Năm", selectors.in_years),
        Choice("loai", label, lambda rows, code: rows.filter(**{field: code}), choices=choices),
        Choice("phong", "Phòng", lambda rows, pk: selectors.of_room(rows, pk, actor.on), choices=rooms),
    ]
    if tab.kind is Rating:
        kinds = [("nguoi", "Cá nhân"), ("tap_the", "Tập thể")]
        found.append(
            Choice(
                "ai", "Đối tượng", lambda rows, code: rows.filter(unit__isnull=code == "nguoi"), choices=kinds
            )
        )
    return [*found, Flag("bo", "Đã bỏ", lambda rows, on: rows)]


def _rooms(actor: Actor) -> list[tuple[str, str]]:
    if actor.body is None:
        return []
    rooms = orgs.units_visible_to(actor).existing(actor.on).filter(body=actor.body).exclude(pk=actor.body.pk)
    return [(str(unit.pk), unit.called) for unit in orgs.in_order(rooms[:ROOMS])]


def _file(request: HttpRequest, tab: Tab, rows: Any) -> FileResponse:
    # Not kept in memory: the file closes, and with it goes, when the answer has been sent.
    stream = TemporaryFile()  # noqa: SIM115
    sheets.write(tab.kind, rows, stream)
    stream.seek(0)
    name = f"{tab.slug}-{request.actor.on:%Y-%m-%d}.xlsx"
    return FileResponse(stream, as_attachment=True, filename=name, content_type=_XLSX)
