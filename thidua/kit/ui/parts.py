"""What the larger parts are made of: steps, tabs, trees, lines of history. Given to a tag, drawn by its template."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal


@dataclass(frozen=True)
class Step:
    """One step of a process; `detail` says who holds it, `since` from when."""

    label: str
    state: Literal["done", "now", "next", "stopped"] = "next"
    detail: str = ""
    since: date | None = None

    @property
    def icon(self) -> str:
        return {"done": "circle-check", "now": "circle-dot", "next": "circle", "stopped": "ban"}[self.state]


@dataclass(frozen=True)
class Tab:
    label: str
    url: str
    count: int | None = None
    chosen: bool = False


@dataclass(frozen=True)
class Node:
    """A box of a tree. kind `chosen` is the record on the page, `wanting` is what is missing (gold, dashed)."""

    name: str
    detail: str = ""
    note: str = ""
    url: str = ""
    kind: Literal["", "chosen", "wanting"] = ""
    act: str = ""
    act_url: str = ""
    below: Sequence["Node"] = field(default_factory=tuple)


@dataclass(frozen=True)
class Line:
    """One sentence of history: at, "Trần Ngọc Lan gửi hồ sơ.", and what changed in words."""

    at: datetime
    text: str
    detail: str = ""
