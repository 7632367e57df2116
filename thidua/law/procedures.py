"""Administrative procedures (thủ tục hành chính): who publishes them, their papers, and the clocks that they own."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from thidua.law import handbook, holidays
from thidua.law.book import Book, Entry
from thidua.law.handbook import PaperNeeded
from thidua.law.holidays import DayOff, Swap

_DAY = timedelta(days=1)
SHELF = "procedures"


@dataclass(frozen=True, slots=True)
class Clock:
    """So many days from an act; working days are counted as offices work."""

    entry: Entry
    days: int
    is_working: bool


@dataclass(frozen=True, slots=True)
class Procedure:
    entry: Entry
    code: str
    """On the national portal; "" where the book does not know it."""
    published_by: Entry | None
    papers: tuple[PaperNeeded, ...]
    papers_entry: Entry | None
    route: Entry | None
    clocks: tuple[Clock, ...]

    @property
    def channel(self) -> tuple[str, ...]:
        """How it is handed in: in person, by post, by the portal."""
        own = self.entry.data.get("channel") or (self.route.data.get("channel") if self.route else None)
        return tuple(str(each) for each in own or ())


@dataclass(frozen=True, slots=True)
class Due:
    """`on`: the last day; `off`: occasions that were not counted, `worked`: weekend days that were; `is_known`: the book
    has the days off of every year touched, else only weekends were left out."""

    on: date
    off: tuple[DayOff, ...]
    worked: tuple[Swap, ...]
    weekend_days: int
    is_known: bool
    why_off: str
    """Of a clock in plain days whose last day is no working day: why; else ""."""


def procedures(book: Book, on: date, award: str = "") -> list[Procedure]:
    """Those in force on a day, those of one award only where it is named; what is verified first."""
    return [
        read(entry, book)
        for entry in book.in_force(SHELF, on)
        if not award or handbook.is_for(entry, award, book)
    ]


def read(entry: Entry, book: Book) -> Procedure:
    """An entry of the shelf with all that it names; what the book does not have is left out."""
    data = entry.data
    papers = book.by_id.get(str(data.get("papers")))
    clocks = (book.by_id.get(str(key)) for key in data.get("clocks", ()))
    return Procedure(
        entry,
        str(data.get("code") or ""),
        book.by_id.get(str(data.get("published_by"))),
        _papers(papers, data.get("awards", ())) if papers else (),
        papers,
        book.by_id.get(str(data.get("route"))),
        tuple(clock for found in clocks if found and (clock := clock_of(found))),
    )


def _papers(entry: Entry, awards: Iterable[str]) -> tuple[PaperNeeded, ...]:
    """The papers of a list that any of the awards needs."""
    found = (paper for award in awards for paper in handbook.components(entry, award))
    return tuple(dict.fromkeys(found))


def clock_of(entry: Entry) -> Clock | None:
    """The days that a deadline counts; None of one that names a day of the year or says no number."""
    value: Mapping[str, Any] = entry.data.get("value") or {}
    for name, is_working in (("working_days", True), ("working_days_min", True), ("days", False)):
        if isinstance(value.get(name), int):
            return Clock(entry, value[name], is_working)
    return None


def due(clock: Clock, begins: date) -> Due:
    """When a clock that begins on a day runs out; the day itself is not counted."""
    if clock.is_working:
        last, why = holidays.add_working_days(begins, max(clock.days, 1)), ""
    else:
        last = begins + clock.days * _DAY
        why = holidays.why_off(last)
    span = [begins + each * _DAY for each in range(1, (last - begins).days + 1)]
    years = {day.year for day in span}
    known = [holidays.book()[year] for year in sorted(years) if holidays.is_known(year)]
    off = dict.fromkeys(found for day in span if (found := holidays.official(day)))
    worked = tuple(swap for year in known for swap in year.worked if swap.day in span)
    weekend = sum(day.weekday() > 4 and not holidays.official(day) for day in span) - len(worked)
    return Due(last, tuple(off), worked, weekend, len(known) == len(years), why)
