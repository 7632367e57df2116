"""Which days offices work: Saturdays, Sundays and the official days off of `data/holidays.yaml`.

The book decides. A year that does not stand in it is only counted by its weekends, and `is_known` says so.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

import yaml

DATA = Path(__file__).parent / "data" / "holidays.yaml"
TET = "Tết Nguyên đán"
_DAY = timedelta(days=1)
_WEEKEND = {5: "Thứ Bảy", 6: "Chủ Nhật"}


@dataclass(frozen=True, slots=True)
class DayOff:
    """Days off of one occasion, `first` and `last` both off; `by`: number of the deciding document, "" where not known."""

    first: date
    last: date
    name: str
    by: str = ""
    by_on: date | None = None


@dataclass(frozen=True, slots=True)
class Swap:
    """A Saturday or Sunday that is worked in exchange for a day off."""

    day: date
    instead_of: date
    by: str = ""
    by_on: date | None = None


@dataclass(frozen=True, slots=True)
class Year:
    year: int
    status: str
    """`confirmed`, or `memory`: not yet checked against the notice."""
    off: tuple[DayOff, ...]
    worked: tuple[Swap, ...]


@cache
def book() -> dict[int, Year]:
    """The years that have been decided, by year."""
    data = yaml.safe_load(DATA.read_text(encoding="utf-8"))
    return {int(year): _year(int(year), row) for year, row in data["years"].items()}


def is_known(year: int) -> bool:
    """Whether the official days off of a year stand in the book."""
    return year in book()


def official(day: date) -> DayOff | None:
    """The occasion for which a day is officially off."""
    year = book().get(day.year)
    return next((off for off in year.off if off.first <= day <= off.last), None) if year else None


def is_working_day(day: date) -> bool:
    """Whether offices work on a day: no weekend unless it is worked in exchange, no official day off."""
    return why_off(day) == ""


def why_off(day: date) -> str:
    """ "nghỉ Tết Nguyên đán", "Thứ Bảy"; empty for a working day."""
    off = official(day)
    if off:
        return off.name if off.name.startswith("nghỉ") else f"nghỉ {off.name}"
    if day.weekday() not in _WEEKEND or _is_worked(day):
        return ""
    return _WEEKEND[day.weekday()]


def working_day_before(day: date) -> date:
    """The last working day before a day; the day itself is not looked at."""
    return working_day_until(day - _DAY)


def working_day_until(day: date) -> date:
    """The day itself when offices work on it, else the last working day before it."""
    while not is_working_day(day):
        day -= _DAY
    return day


def add_working_days(day: date, count: int) -> date:
    """The `count`-th working day after a day, which is itself not counted; ValueError below 1."""
    if count < 1:
        raise ValueError("count is at least 1")
    while count:
        day += _DAY
        count -= is_working_day(day)
    return day


def tet(year: int) -> DayOff | None:
    """The days off of the Lunar New Year that falls in a year, where they were decided."""
    return next((off for off in book()[year].off if off.name == TET), None) if is_known(year) else None


def _is_worked(day: date) -> bool:
    return is_known(day.year) and any(swap.day == day for swap in book()[day.year].worked)


def _year(year: int, row: dict[str, Any]) -> Year:
    off = tuple(
        DayOff(each["first"], each.get("last", each["first"]), each["name"], **_by(each))
        for each in row["free"]
    )
    worked = tuple(Swap(each["day"], each["instead_of"], **_by(each)) for each in row.get("worked", ()))
    return Year(year, row["status"], off, worked)


def _by(row: dict[str, Any]) -> dict[str, Any]:
    return {"by": row["by"]["number"], "by_on": row["by"]["date"]} if "by" in row else {}
