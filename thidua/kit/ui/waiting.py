"""What waits for a person and what days come: the shapes that each app's `selectors.waiting_for(actor)` and
`selectors.calendar(actor, since, until)` return, joined by the home page."""

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


@dataclass(frozen=True)
class CalendarDay:
    """One dated line: what happens, and where to look. `is_done` of something to be done: late when the day is past and it
    is not; None where the day merely comes."""

    on: date
    title: str
    url: str
    is_done: bool | None = None
