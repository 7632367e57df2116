"""What an address or a posted value asks for, where it makes sense; everything else is as if it were not there."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.utils.dateparse import parse_datetime

from thidua.vn.fold import nfc

LONGEST = 200
"""Letters of a search: each word is a condition, and a database takes only so many."""
FIRST_YEAR, LAST_YEAR = 1900, 2199
"""Years that papers are about. Near the ends of the calendar the next day does not exist."""
_DIGITS = 18


def key(params: Mapping[str, Any], name: str) -> int | None:
    """The key of a record: plain digits that fit into a database's numbers."""
    return as_key(params.get(name, ""))


def as_key(text: Any) -> int | None:
    text = str(text).strip()
    return int(text) if text.isascii() and text.isdigit() and len(text) <= _DIGITS else None


def words(params: Mapping[str, Any], name: str = "q") -> str:
    """Words to search for, not more than a search is good for."""
    return short(str(params.get(name, "")))


def line(params: Mapping[str, Any], name: str) -> str:
    """One line typed outside a form: without control signs, which a database may not take."""
    return "".join(char if char.isprintable() else " " for char in nfc(str(params.get(name, ""))))


def short(text: str) -> str:
    return text.replace("\x00", "").strip()[:LONGEST].rstrip()


def moment(params: Mapping[str, Any], name: str) -> datetime | None:
    """When the page was drawn, as it says itself."""
    try:
        found = parse_datetime(str(params.get(name, "")))
    except ValueError:
        return None
    return found if found and found.tzinfo else None


def is_sensible(day: date) -> bool:
    return FIRST_YEAR <= day.year <= LAST_YEAR
