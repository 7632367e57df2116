"""Rows of the registers as facts of the law: one function a list, tuples in, `law.facts` out."""

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal
from functools import lru_cache
from typing import Any

from thidua.law.facts import SCOPES, Award, Discipline, Initiative, Leave, Rating, Study
from thidua.records.staff.spans import days_within, months_between

Row = tuple[Any, ...]
Rows = Sequence[Row]
"""Each begins with the key of the person."""
_LONG = timedelta(days=366)
_NO_DAY, _MONTH_DAYS, _MONTH_WORKING_DAYS = Decimal(0), Decimal(30), Decimal(22)
_REACH = {"co_so": 0, "bo": 1, "tinh": 1, "toan_quoc": 2}
"""The law knows no difference between the scope of a ministry and that of a province."""


def history(rows: Rows) -> tuple[Award, ...]:
    """(person, key, code, since, until, year, category, day of the decision); days as text or as days."""
    return tuple(
        [
            Award(
                f"history/{key}",
                code,
                _years(since, until, year),
                category,
                "",
                decided_on and day(decided_on),
            )
            for _, key, code, since, until, year, category, decided_on in rows
        ]
    )


@lru_cache(maxsize=50_000)
def _years(since: date | str, until: date | str, year: int) -> tuple[int, ...]:
    """Merit years of a period: each year of a stage, else the one in which it ends."""
    first = day(since)
    return tuple(range(first.year, year + 1)) if day(until) - first > _LONG else (year,)


@lru_cache(maxsize=50_000)
def day(said: date | str) -> date:
    """ "2024-12-31" as a day."""
    return date.fromisoformat(said) if isinstance(said, str) else said


def ratings(rows: Rows) -> tuple[Rating, ...]:
    """(person, key, year, level)."""
    return tuple(Rating(f"ratings/{key}", year, level) for _, key, year, level in rows)


def initiatives(rows: Rows, year: int) -> tuple[Initiative, ...]:
    """(person, key, initiative, scope, year): each initiative once, as far as it was recognised by the merit year."""
    best: dict[int, Row] = {}
    for row in rows:
        best[row[2]] = max(best.get(row[2], row), row, key=lambda each: _weight(each, year))
    return tuple(
        Initiative(f"initiatives/{key}", SCOPES[_REACH[scope]], in_year, True)
        for _, key, _, scope, in_year in best.values()
    )


def _weight(row: Row, year: int) -> tuple[bool, int, int]:
    scope, in_year = row[3:]
    return in_year <= year, _REACH[scope] if in_year <= year else -in_year, in_year


def leave(rows: Rows, year: int) -> tuple[Leave, ...]:
    """(person, key, kind, days, working days, year, since, until): of one that touches the merit year, its days in it."""
    return tuple(_leave(row, year) for row in rows)


def _leave(row: Row, year: int) -> Leave:
    _, key, kind, days, working, in_year, since, until = row
    first, end = date(year, 1, 1), date(year + 1, 1, 1)
    within = days_within(since, until, first, end)
    lies_within = until is not None and first <= since and until <= end
    if within and not (lies_within and (days is not None or working is not None)):
        return Leave(f"leave/{key}", kind, Decimal(within), None, year)
    return Leave(f"leave/{key}", kind, days, working if days is None else None, year if within else in_year)


def months_away(rows: Sequence[Leave], year: int) -> Decimal:
    """Months of the merit year in which the person was on leave, by the days that the law adds again where they count."""
    of_year = [row for row in rows if row.year == year]
    days = sum((row.days or _NO_DAY for row in of_year), _NO_DAY) / _MONTH_DAYS
    return days + sum((row.working_days or _NO_DAY for row in of_year), _NO_DAY) / _MONTH_WORKING_DAYS


def study(rows: Rows, year: int, on: date) -> tuple[Study, ...]:
    """(person, key, since, until, sent, complied, result): courses that touch the merit year, each with its whole length so
    far."""
    first, end = date(year, 1, 1), date(year + 1, 1, 1)
    return tuple(
        Study(f"study/{key}", months_between(since, until or max(on, since)), sent, complied, result)
        for _, key, since, until, sent, complied, result in rows
        if since < end and (until is None or until > first)
    )


def discipline(rows: Rows) -> tuple[Discipline, ...]:
    """(person, key, form, year, status)."""
    return tuple(Discipline(f"discipline/{key}", form, year, status) for _, key, form, year, status in rows)
