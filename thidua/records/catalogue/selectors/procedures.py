"""Administrative procedures as their pages show them; read from the book, no rows of their own (decision 0014)."""

from dataclasses import dataclass
from datetime import date

from thidua.law import procedures as law
from thidua.law import wording
from thidua.law.book import Book, Entry
from thidua.law.procedures import Clock, Due, Procedure
from thidua.records.catalogue.selectors.kinds import Told, tell


@dataclass(frozen=True, slots=True)
class Clocked:
    """One clock in words; `due` where a day of beginning was asked for."""

    clock: Clock
    told: Told
    due: Due | None

    @property
    def days(self) -> str:
        return f"{self.clock.days} ngày làm việc" if self.clock.is_working else f"{self.clock.days} ngày"


@dataclass(frozen=True, slots=True)
class Shown:
    """One procedure in a list or on its page."""

    found: Procedure
    told: Told
    awards: tuple[tuple[str, str], ...]
    """Code and name of the titles and forms; of a pattern ("HC*") no code."""
    published: str
    papers: Told | None
    route: Told | None
    clocks: tuple[Clocked, ...]


def procedures(book: Book, on: date, award: str = "") -> list[Shown]:
    return [_shown(found, book, on, None) for found in law.procedures(book, on, award)]


def procedure(entry: Entry, book: Book, on: date, begins: date | None) -> Shown:
    """One with its clocks run from the day on which the dossier was received."""
    return _shown(law.read(entry, book), book, on, begins)


def _shown(found: Procedure, book: Book, on: date, begins: date | None) -> Shown:
    def told(entry: Entry | None) -> Told | None:
        return tell(entry, book, on) if entry else None

    published = found.published_by
    return Shown(
        found,
        tell(found.entry, book, on),
        tuple(_award(str(code), book) for code in found.entry.data.get("awards", ())),
        f"{published.name} ({published.data['number']})" if published else "",
        told(found.papers_entry),
        told(found.route),
        tuple(
            Clocked(clock, tell(clock.entry, book, on), law.due(clock, begins) if begins else None)
            for clock in found.clocks
        ),
    )


def _award(code: str, book: Book) -> tuple[str, str]:
    return (code, book.codes[code]) if code in book.codes else ("", wording.group_name(code, book))
