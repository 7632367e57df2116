"""What waits for a person: the shape that each app's `selectors.waiting_for(actor)` returns, joined by the home page."""

from dataclasses import dataclass
from datetime import date

SOON = 3
"""Days before a deadline from which it is shown as waiting for a person (gold)."""


@dataclass(frozen=True)
class Waiting:
    """One line of "Việc của tôi": what, whose and why, when, and one button (`action` opens `url`)."""

    title: str
    detail: str
    url: str
    action: str
    due: date | None = None
    since: date | None = None


@dataclass(frozen=True)
class When:
    """The two short lines of a work row: `Quá 3 ngày` / `hạn 09/6`; kind is late, soon or empty."""

    text: str
    date: str
    kind: str = ""
