"""What a proposal is before any reading holds it."""

from dataclasses import dataclass
from typing import Any

from thidua.reading.facts import Spans


@dataclass(frozen=True)
class Draft:
    """A proposal that no reading holds yet."""

    kind: str
    proposed: dict[str, Any]
    spans: list[list[int]]
    is_low: bool = False


def listed(spans: Spans) -> list[list[int]]:
    return [list(span) for span in spans]
