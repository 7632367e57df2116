"""The board by day and by unit, the list, its export and its print: one set of filters for all."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from tempfile import TemporaryFile

from django.db.models import F
from django.http import FileResponse, HttpRequest, HttpResponse
from django.urls import reverse

from thidua.kit.ui.filters import Choice, Days, Filter, Sort, Words
from thidua.kit.ui.lists import Listing
from thidua.kit.ui.parts import Tab
from thidua.kit.ui.respond import respond
from thidua.kit.ui.waiting import When
from thidua.records.orgs.actors import Actor
from thidua.records.orgs.gate import needs
from thidua.records.orgs.rights import Right
from thidua.vn import periods
from thidua.work.programme import permissions, selectors, sheets
from thidua.work.programme.models import Task
from thidua.work.programme.selectors import visible
from thidua.work.programme.views.found import asked_document, body_of, document_of
from thidua.work.programme.wording import detail_of, due_told, when_of

PRINTED = 1000
BY_DAY, BY_UNIT, TABLE = "han", "don_vi", "bang"
MODES = ((BY_DAY, "Theo thời hạn"), (BY_UNIT, "Theo đơn vị"), (TABLE, "Danh sách"))
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@dataclass(frozen=True)
class Row:
    """One task as a line of work; `may_tell`: whether the actor writes its results."""

    task: Task
    detail: str
    when: When
    may_tell: bool


def drawn(
    tasks: Sequence[Task], actor: Actor, sits: frozenset[int] | None = None, *, under: str = ""
) -> list[Row]:
    """`sits`: `selectors.sits_in(actor)`, where it is known already; else one query. `under`: the group's name."""
    keeps = actor.bodies(Right.TASKS_WRITE)
    units = selectors.sits_in(actor) if sits is None else sits
    return [
        Row(task, detail_of(task, under=under), when_of(task, actor.on), _may_tell(task, actor, keeps, units))
        for task in tasks
    ]


def _may_tell(task: Task, actor: Actor, keeps: frozenset[int], units: frozenset[int]) -> bool:
    """As `permissions.why_not_work` says, without asking for each row."""
    return (
        task.body_id in keeps
        or task.all_staff
        or (task.unit is not None and task.unit.body_id in keeps)
        or selectors.is_mine(task, actor, units)
    )


def listing_of(request: HttpRequest, *, only_open: bool = False) -> Listing[Task]:
    """The list that the address asks for; a board takes only what is open, so that choice falls away."""
    actor = request.actor
    document = asked_document(request)

    def rows():
        found = selectors.of_document(document, actor) if document else selectors.listed(actor)
        return found.order_by("pk")

    return Listing(
        request.GET,
        rows,
        noun="nhiệm vụ",
        filters=[
            Words("q", "Tìm", visible.in_words),
            *([] if only_open else _states(actor)),
            Choice("loai", "Loại", lambda rows, code: rows.filter(kind=code), choices=Task.Kind.choices),
            Choice("lam", "Giao cho", visible.of_doer, choices=lambda: visible.doers(actor)),
            Choice("ky", "Kỳ", _in_period, choices=_periods(actor)),
            Days("ngay", "Hạn từ – đến", visible.between),
        ],
        sorts=[
            Sort("han", "Hạn", (F("due_on").asc(nulls_last=True), "pk")),
            Sort("ghi", "Nội dung", ("created_at", "pk"), falling_first=True),
        ],
        first="han",
    )


def _states(actor: Actor) -> list[Filter]:
    return [
        Choice("tt", "Trạng thái", visible.in_state, choices=Task.State.choices),
        Choice("han", "Hạn", partial(visible.by_due, on=actor.on), choices=visible.DUES),
    ]


def _periods(actor: Actor) -> list[tuple[str, str]]:
    """The year that one works in, its quarters and halves: the quarterly programme is the list of one of them."""
    year = (actor.user.working_year if actor.user else None) or actor.on.year
    quarters = [periods.quarter(year, number) for number in range(1, 5)]
    made = [*quarters, periods.half(year, 1), periods.half(year, 2), periods.calendar_year(year)]
    return [(period.label, period.printed) for period in made]


def _in_period(rows, label: str):
    period = periods.parse(label)
    return rows.filter(due_on__gte=period.since, due_on__lt=period.until) if period else rows


@needs(Right.TASKS_READ)
def board(request: HttpRequest) -> HttpResponse:
    actor, asked = request.actor, request.GET.get("xem", BY_DAY)
    mode = asked if asked in {code for code, _ in MODES} else BY_DAY
    listing = listing_of(request, only_open=mode != TABLE)
    context = {
        "listing": listing,
        "mode": mode,
        "tabs": [Tab(label, listing.url_with(xem=code), chosen=code == mode) for code, label in MODES],
        "document": asked_document(request),
        "notices": selectors.notices(actor),
        "why_not": permissions.why_not_assign(actor, actor.body),
    }
    if mode == BY_DAY:
        made = selectors.by_date(listing.found, actor.on)
        sits = selectors.sits_in(actor)
        context |= {"made": made, "sections": [_section(one, listing, actor, sits) for one in made.sections]}
    elif mode == BY_UNIT:
        made = selectors.by_unit(listing.found, actor.on)
        sits = selectors.sits_in(actor)
        groups = [(one, drawn(one.rows[:_SHOWN], actor, sits, under=one.name)) for one in made.groups]
        context |= {"made": made, "groups": groups}
    else:
        context["rows"] = drawn(listing.rows, actor)
    return respond(request, "programme/board.html", context)


_SHOWN = 8


def _section(
    one: selectors.Section, listing: Listing[Task], actor: Actor, sits: frozenset[int]
) -> tuple[object, list[Row], str]:
    filtered = (
        {"loai": Task.Kind.COURTEOUS, "tt": Task.State.OPEN}
        if one.code == "de_nghi"
        else {"han": one.code, "loai": Task.Kind.BINDING}
    )
    url = listing.url_with(xem=TABLE, **filtered) if one.has_more else ""
    return one, drawn(one.rows, actor, sits), url


@needs(Right.TASKS_READ)
def excel(request: HttpRequest) -> FileResponse:
    body_of(request)
    # Not kept in memory: the file closes, and with it goes, when the answer has been sent.
    stream = TemporaryFile()  # noqa: SIM115
    sheets.write(listing_of(request).found, stream, actor=request.actor)
    stream.seek(0)
    name = f"nhiem-vu-{request.actor.on:%Y-%m-%d}.xlsx"
    return FileResponse(stream, as_attachment=True, filename=name, content_type=_XLSX)


@needs(Right.TASKS_READ)
def printed(request: HttpRequest) -> HttpResponse:
    """The list as filtered, on paper: with `?ky=2026Q3` the programme of a quarter; the first PRINTED rows."""
    listing = listing_of(request)
    rows = list(listing.found[: PRINTED + 1])
    chips = {chip.filter.name: chip for chip in listing.chips if chip.on}
    period = periods.parse(str(chips["ky"].value)) if "ky" in chips else None
    words = [f"{chip.filter.label}: {chip.words}" for name, chip in chips.items() if name != "ky"]
    context = {
        "rows": [(task, due_told(task)) for task in rows[:PRINTED]],
        "listing": listing,
        "title": f"Chương trình công tác {period.printed}" if period else "Danh mục nhiệm vụ",
        "words": words,
        "more": len(rows) > PRINTED,
        "most": PRINTED,
        "back": f"{reverse('programme:board')}?{listing.query}",
    }
    return respond(request, "programme/print.html", context)


@needs(Right.TASKS_READ)
def of_document(request: HttpRequest, document: int) -> HttpResponse:
    """Slot of a document's page: the tasks that it gave or that stand on it; a page of its own without script."""
    row = document_of(request, document)
    tasks = list(selectors.of_document(row, request.actor)[:51])
    context = {
        "document": row,
        "rows": drawn(tasks[:50], request.actor),
        "more": len(tasks) > 50,
        "why_not": permissions.why_not_assign(request.actor, request.actor.body),
    }
    return respond(request, "programme/of_document.html#tasks", context)
