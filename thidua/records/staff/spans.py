"""Lengths of stretches of days, half-open [since, until), as the rules of the law book count them."""

from datetime import date
from decimal import Decimal

_MONTH_DAYS = Decimal(30)


def days_within(since: date, until: date | None, first: date, end: date) -> int:
    """Calendar days of [since, until) (open: to the end) that lie in [first, end)."""
    return max(0, (min(until or end, end) - max(since, first)).days)


def months_between(since: date, until: date) -> Decimal:
    """Whole months and the days that are left as thirtieths of one: 01/9/2023 to 16/12/2023 is 3,5."""
    whole = (until.year - since.year) * 12 + until.month - since.month
    left = until.day - since.day
    if left < 0:
        whole, left = whole - 1, left + int(_MONTH_DAYS)
    return max(Decimal(0), whole + max(0, left) / _MONTH_DAYS)
