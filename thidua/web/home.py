"""Việc của tôi: what each app says is waiting for the actor, put in order of urgency."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from types import ModuleType

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from thidua.kit.ui.waiting import SOON, CalendarDay, Waiting, When
from thidua.kit.ui.wording import short_day
from thidua.outlook.intake.selectors import waiting as intake
from thidua.outlook.reports.selectors import home as reports
from thidua.outlook.reports.wording import short
from thidua.records.meetings.selectors import home as meetings
from thidua.records.orgs.actors import Actor
from thidua.records.orgs.gate import needs
from thidua.records.orgs.rights import Right
from thidua.records.register.selectors import home as register
from thidua.vn.periods import calendar_year
from thidua.web import upkeep
from thidua.web.addresses import address
from thidua.web.year import ruler
from thidua.work.movements.selectors import home as movements
from thidua.work.programme.selectors import home as programme

SOURCES: tuple[tuple[str, ModuleType], ...] = (
    ("reports:list", reports),
    ("movements:list", movements),
    ("reports:list", reports),
    ("meetings:list", meetings),
    ("programme:board", programme),
    ("register:list", register),
    ("intake:list", intake),
    ("orgs:audit", upkeep),
)
"""An address of the app, without which it is not asked, and its module with `waiting_for(actor) -> list[Waiting]`,
`calendar(actor, since, until) -> list[CalendarDay]` or both. The earlier an app stands, the sooner its days are named."""
SLOTS: tuple[tuple[str, Right, str, str], ...] = (
    ("movements:idle_slot", Right.MOVEMENTS_READ, "movements:idle", "Phong trào chưa có hoạt động"),
)
"""What apps show beside the work: address of the part, who may see it, address and name of the page behind it."""
WEEK = timedelta(days=7)
AHEAD = timedelta(days=60)
NEXT = 6


@dataclass(frozen=True)
class Row:
    item: Waiting
    when: When | None


@dataclass(frozen=True)
class Work:
    """Everything that waits, each thing once: overdue, due within seven days, the rest."""

    late: list[Row]
    soon: list[Row]
    rest: list[Row]
    next_due: Waiting | None
    by_app: dict[str, int]
    """How much each app has, by its address name."""

    @property
    def total(self) -> int:
        return len(self.late) + len(self.soon) + len(self.rest)


@dataclass(frozen=True)
class Count:
    """What stands beside a line of the side list."""

    number: int
    late: bool = False


def waiting_for(actor: Actor) -> dict[str, list[Waiting]]:
    """All that waits for the actor, from every app that has something to say, by the name of its address."""
    return {
        name: list(source.waiting_for(actor))
        for name, source in SOURCES
        if hasattr(source, "waiting_for") and address(name)
    }


def calendar(actor: Actor, since: date, until: date) -> list[tuple[int, CalendarDay]]:
    """The days of [since, until) that every app tells, each with the place of its app among the sources; in order."""
    found = [
        (rank, day)
        for rank, (name, source) in enumerate(SOURCES)
        if hasattr(source, "calendar") and address(name)
        for day in source.calendar(actor, since, until)
    ]
    return sorted(found, key=lambda each: (each[1].on, each[0]))


def sorted_work(by_app: Mapping[str, Sequence[Waiting]], today: date) -> Work:
    """Overdue first the oldest, then by deadline, then what has waited longest."""
    items = [item for each in by_app.values() for item in each]
    dated = sorted((item for item in items if item.due), key=lambda item: item.due or today)
    late = [item for item in dated if item.due and item.due < today]
    soon = [item for item in dated if item.due and today <= item.due <= today + WEEK]
    later = [item for item in dated if item.due and item.due > today + WEEK]
    undated = sorted((item for item in items if not item.due), key=lambda item: item.since or today)
    return Work(
        late=[Row(item, when(item, today)) for item in late],
        soon=[Row(item, when(item, today)) for item in soon],
        rest=[Row(item, when(item, today)) for item in (*undated, *later)],
        next_due=later[0] if later else None,
        by_app={name: len(each) for name, each in by_app.items()},
    )


def when(item: Waiting, today: date) -> When | None:
    """Quá 3 ngày / hạn 09/6 · Còn 4 ngày / hạn 16/6 · 2 ngày / từ 10/6."""
    if item.due:
        days = (item.due - today).days
        text = f"Quá {-days} ngày" if days < 0 else "Hạn hôm nay" if days == 0 else f"Còn {days} ngày"
        kind = "late" if days < 0 else "soon" if days <= SOON else ""
        return When(text, f"hạn {short_day(item.due)}", kind)
    if item.since:
        days = (today - item.since).days
        return When(f"{days} ngày" if days > 0 else "Hôm nay", f"từ {short_day(item.since)}")
    return None


def work_of(request: HttpRequest) -> Work:
    """The actor's work, gathered once a request: the page and its side list both ask."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    if not is_gathered(request):
        request.work = sorted_work(waiting_for(actor), actor.on)  # type: ignore[attr-defined]
    return request.work  # type: ignore[attr-defined, no-any-return]


def is_gathered(request: HttpRequest) -> bool:
    return hasattr(request, "work")


def counts(request: HttpRequest) -> dict[str, Count]:
    """For the side list, by address name: how much each app has; for all together how much is overdue, else how much waits."""
    work = work_of(request)
    whole = Count(len(work.late), late=True) if work.late else Count(work.total)
    found = {name: Count(number) for name, number in work.by_app.items()} | {"web:home": whole}
    return {name: count for name, count in found.items() if count.number}


@needs()
def show_counts(request: HttpRequest) -> HttpResponse:
    """The counts of the side list, put into the page that is open. Not kept anywhere: what was just done is gone from it."""
    answer = render(request, "web/counts.html", {"counts": counts(request)})
    answer.headers["Cache-Control"] = "no-store"
    return answer


@needs()
def show(request: HttpRequest) -> HttpResponse:
    actor: Actor = request.actor  # type: ignore[attr-defined]
    work, year = work_of(request), working_year(actor)
    of_year = calendar_year(year)
    is_now = of_year.contains(actor.on)
    days = calendar(actor, of_year.since, max(of_year.until, actor.on + AHEAD) if is_now else of_year.until)
    context = {
        "work": work,
        "ruler": ruler(days, year, actor.on),
        "coming": coming(days, work, actor.on) if is_now else None,
        "calendar_url": address("programme:calendar") if actor.has(Right.TASKS_READ) else "",
        "reports_due": reports_due(actor),
        "upload_url": address("intake:upload") if actor.has(Right.INTAKE) else "",
        "slots": [
            (address(slot), address(page), label)
            for slot, right, page, label in SLOTS
            if address(slot) and actor.has(right)
        ],
    }
    return render(request, "web/home.html", context)


def coming(days: Sequence[tuple[int, CalendarDay]], work: Work, on: date) -> list[CalendarDay]:
    """The next days, without what stands among the work already."""
    told = [row.item for row in (*work.late, *work.soon, *work.rest)]
    ahead = [day for _, day in days if on <= day.on <= on + AHEAD and not day.is_done]
    return [day for day in ahead if not any(_is_same(item, day) for item in told)][:NEXT]


def _is_same(item: Waiting, day: CalendarDay) -> bool:
    """The work may lead to a page below the one that the day leads to."""
    return item.due == day.on and item.url.startswith(day.url)


def reports_due(actor: Actor) -> list[tuple[str, str, str, When | None]]:
    """Name of each report, its address, that of what it lacks, when it is due."""
    return [
        (
            short(row.title),
            reverse("reports:report", args=[row.pk]),
            reverse("reports:gap_count", args=[row.pk]) + "?dai=1",
            when(Waiting(row.title, "", "", "", row.due_on), actor.on),
        )
        for row in reports.due_soon(actor)
    ]


def working_year(actor: Actor) -> int:
    """The year last chosen in the top bar, else the running one."""
    return (actor.user.working_year if actor.user else None) or actor.on.year
