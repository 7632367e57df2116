"""The measurements of an official paper, from data/form.yaml."""

from functools import cache
from pathlib import Path
from typing import Any

import yaml

DATA = Path(__file__).parent / "data" / "form.yaml"
MM_PER_INCH = 25.4


@cache
def entries() -> dict[str, dict[str, Any]]:
    loaded: dict[str, dict[str, Any]] = yaml.safe_load(DATA.read_text(encoding="utf-8"))
    return loaded


def measure(key: str) -> float:
    """ "page.margin_top" → 20.0: mm for lengths, points for sizes and gaps, a share for rules, lines for spacing."""
    value = _value(key)
    return float(value["use"] if isinstance(value, dict) else value)


def words(key: str) -> str:
    """ "nation.text" → the words themselves."""
    return str(_value(key))


def prefixes() -> tuple[str, ...]:
    """What may stand before the office of who signs: TM., KT. …"""
    return tuple(_value("sign.prefixes"))


def text_width(*, landscape: bool = False) -> float:
    """Between the margins, in mm."""
    side = measure("page.height" if landscape else "page.width")
    return side - measure("page.margin_left") - measure("page.margin_right")


def _value(key: str) -> Any:
    entry, _, name = key.partition(".")
    return entries()[entry][name]


def points(mm: float) -> float:
    return mm / MM_PER_INCH * 72


def twips(mm: float) -> int:
    """Twentieths of a point, as Word counts."""
    return round(points(mm) * 20)
