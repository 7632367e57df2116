"""Rows with `since` and `until`, half-open: which of them holds on a day."""

from collections.abc import Iterable
from datetime import date
from typing import Protocol, TypeVar


class Dated(Protocol):
    since: date | None
    until: date | None


Row = TypeVar("Row", bound=Dated)


def holds(row: Dated, day: date) -> bool:
    return (row.since is None or row.since <= day) and (row.until is None or row.until > day)


def pick(rows: Iterable[Row], day: date) -> Row | None:
    """The row in force on a day; where periods overlap by mistake, the one that began last."""
    holding = [row for row in rows if holds(row, day)]
    return max(holding, key=_began) if holding else None


def nearest(rows: Iterable[Row], day: date) -> Row | None:
    """Like `pick`, but a day before the first row or in a gap takes the next row, one after the end the last."""
    listed = sorted(rows, key=_began)
    found = pick(listed, day)
    if found is not None or not listed:
        return found
    coming = [row for row in listed if row.since is not None and row.since > day]
    return coming[0] if coming else listed[-1]


def overlaps(row: Dated, since: date | None, until: date | None) -> bool:
    """Whether the row and the period [since, until) share a day; an open end reaches for ever."""
    starts_in_time = until is None or row.since is None or row.since < until
    ends_too_late = since is None or row.until is None or row.until > since
    return starts_in_time and ends_too_late


def _began(row: Dated) -> date:
    return row.since or date.min
