"""What the audit line of a movement says: its title, and before and after of each fact."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from thidua.vn.dates import cited_date
from thidua.work.movements.models import Movement


def text(movement: Movement) -> str:
    return f"phong trào {movement.title}"


def value(given: Any) -> str:
    if isinstance(given, date):
        return cited_date(given)
    if isinstance(given, Decimal):
        return figure(given)
    return str(given if given is not None else "")


def figure(number: Decimal | None) -> str:
    """1.250 · 97,5: as an office writes it."""
    if number is None:
        return ""
    whole, _, part = f"{number:.2f}".partition(".")
    part = part.rstrip("0")
    return f"{int(whole):,}".replace(",", ".") + (f",{part}" if part else "")


def measure(number: Decimal | None, unit: str) -> str:
    """1.250 lượt · 97,5%."""
    if number is None:
        return ""
    return f"{figure(number)}{unit}" if unit == "%" else f"{figure(number)} {unit}".rstrip()


def changes(before: Mapping[str, Any], after: Mapping[str, Any]) -> dict[str, list[str]]:
    """{name: [before, after]} of what differs."""
    pairs = {name: [value(before[name]), value(after[name])] for name in before}
    return {name: pair for name, pair in pairs.items() if pair[0] != pair[1]}
