"""What a person's positions tell of a merit year: labour kind, months worked, recruitment, a move between bodies."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import pairwise

from thidua.law.facts import Transfer
from thidua.records.staff.spans import months_between

WHOLE_YEAR = Decimal(12)
Held = tuple[int, int, str, bool, date | None, date | None, int | None]
"""(person, key, labour, is it the main one, since, until, body)."""


@dataclass(frozen=True, slots=True)
class Employment:
    """`months` None: the dates do not tell. `bodies`: all in which the person ever held a position, the present one first."""

    labour: str | None = None
    months: Decimal | None = None
    began: date | None = None
    """The first day of the first position; None where one is not dated."""
    transfers: tuple[Transfer, ...] | None = None
    bodies: tuple[int, ...] = ()


NOBODY = Employment()


def employment(held: Sequence[Held], *, year: int, on: date) -> Employment:
    """Positions of one person under all cards. An open end is taken to go on to the end of the year."""
    if not held:
        return NOBODY
    first, end = date(year, 1, 1), date(year + 1, 1, 1)
    if len(held) == 1:  # the many: one position, years old and open
        _, _, labour, _, since, until, body = held[0]
        if until is None and since is not None and since < first:
            return Employment(labour or None, WHOLE_YEAR, since, (), (body,) if body else ())
    now = max(held, key=lambda row: _place(row, on))
    bodies = dict.fromkeys(row[6] for row in (now, *held) if row[6])
    dated = all(row[4] for row in held)
    return Employment(
        labour=now[2] or None,
        months=_months(held, first, end) if dated else None,
        began=min((row[4] for row in held if row[4]), default=None) if dated else None,
        transfers=_transfers(held, first, end) if dated else None,
        bodies=tuple(bodies),
    )


def _place(row: Held, on: date) -> tuple[bool, bool, date]:
    """The position of the day, the main one first; else the latest."""
    _, _, _, is_main, since, until, _ = row
    in_office = (since is None or since <= on) and (until is None or until > on)
    return in_office, is_main, since or date.min


def _months(held: Sequence[Held], first: date, end: date) -> Decimal:
    """Months of the year in which any position was held; those at the same time count once."""
    spans = sorted((max(row[4] or first, first), min(row[5] or end, end)) for row in held)
    months, reached = Decimal(0), first
    for since, until in spans:
        since = max(since, reached)
        if since < until:
            months += months_between(since, until)
            reached = until
    return min(months, WHOLE_YEAR)


def _transfers(held: Sequence[Held], first: date, end: date) -> tuple[Transfer, ...]:
    """Moves from one body to another within the year, with the months that were spent in each."""
    rows = sorted(
        (row for row in held if row[3] and (row[5] is None or row[5] > first) and (row[4] or first) < end),
        key=lambda row: row[4] or first,
    )
    return tuple(
        Transfer(f"positions/{new[1]}", _months([old], first, end), _months([new], first, end))
        for old, new in pairwise(rows)
        if old[6] != new[6] and old[5] is not None and old[5] <= (new[4] or first)
    )
