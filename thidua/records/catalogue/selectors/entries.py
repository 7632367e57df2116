"""Entries of the book one by one: by shelf, drafts to be checked, what changes between two days."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import groupby

from thidua.law import handbook, wording
from thidua.law.book import KINDS, SHELVES, Book, Entry
from thidua.records.catalogue.selectors.kinds import name_of
from thidua.vn.fold import fold

_GIST = {
    "Đối tượng": "{}",
    "Thời hạn": "{}",
    "Tỷ lệ đồng ý ít nhất": "ít nhất {} đồng ý",
    "Thành viên có mặt ít nhất": "ít nhất {} thành viên có mặt",
    "Hệ số so với lương cơ sở": "hệ số {}",
}
"""What tells one entry of a shelf from the next, beside its name."""


@dataclass(frozen=True, slots=True)
class Line:
    """An entry in a list."""

    entry: Entry
    name: str
    shelf: str
    standing: str
    days: str
    gist: str
    folded: str


@dataclass(frozen=True, slots=True)
class Changed:
    on: date
    shelf: str
    begins: tuple[Line, ...]
    ends: tuple[Line, ...]


@lru_cache(maxsize=64)
def lines(book: Book, on: date) -> tuple[Line, ...]:
    """Every entry with its standing on a day, shelf by shelf."""
    return tuple(_line(entry, book, on) for shelf in (KINDS, *SHELVES) for entry in book.shelf(shelf))


def _line(entry: Entry, book: Book, on: date) -> Line:
    name, shelf = name_of(entry, book), wording.SHELF_NAMES[entry.shelf]
    told = dict(wording.told(entry, book))
    return Line(
        entry,
        name,
        shelf,
        wording.standing(entry, on),
        wording.days(entry.since, entry.until),
        " · ".join(words.format(told[label]) for label, words in _GIST.items() if label in told),
        fold(f"{name} {shelf} {entry.cite_text}"),
    )


def in_force(book: Book, on: date) -> list[Line]:
    return [line for line in lines(book, on) if line.entry.holds(on)]


def to_check(book: Book, on: date) -> list[Line]:
    """What nobody has compared with the text, or not since it may have been amended; what holds on the day first."""
    found = [line for line in lines(book, on) if line.standing != wording.VERIFIED]
    return sorted(found, key=lambda line: not line.entry.holds(on))


def in_words(rows: Sequence[Line], text: str) -> list[Line]:
    words = fold(text).split()
    return [line for line in rows if all(word in line.folded for word in words)]


def shelves(book: Book, on: date) -> list[tuple[str, str, int]]:
    """Each shelf with how many of its entries hold on the day."""
    counted = dict.fromkeys((KINDS, *SHELVES), 0)
    for line in in_force(book, on):
        counted[line.entry.shelf] += 1
    return [(shelf, wording.SHELF_NAMES[shelf], count) for shelf, count in counted.items() if count]


@lru_cache(maxsize=16)
def changes(book: Book, first: date, second: date) -> tuple[Changed, ...]:
    """What begins and ends to hold between two days, by day and shelf."""
    found = handbook.diff(book, first, second)
    groups = groupby(found, key=lambda change: (change.on, change.shelf))
    return tuple(_changed(on, shelf, list(rows), book) for (on, shelf), rows in groups)


def _changed(on: date, shelf: str, rows: list[handbook.Change], book: Book) -> Changed:
    told = [(change.is_new, _line(change.entry, book, on)) for change in rows]
    return Changed(
        on,
        wording.SHELF_NAMES[shelf],
        tuple(line for is_new, line in told if is_new),
        tuple(line for is_new, line in told if not is_new),
    )


def siblings(entry: Entry, book: Book) -> list[Entry]:
    """Other versions of the same entry: those that differ only in the year of their key."""
    stem = entry.id.partition("@")[0]
    rows = [each for each in book.shelf(entry.shelf) if each.id.partition("@")[0] == stem and each != entry]
    return sorted(rows, key=lambda each: each.since, reverse=True)
