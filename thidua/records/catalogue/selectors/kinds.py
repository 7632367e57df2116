"""One title or form on a day: conditions in words, who decides, papers, route, deadlines, money."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from thidua.law import handbook, wording
from thidua.law.book import KINDS, Book, Entry
from thidua.law.handbook import Decider, PaperNeeded
from thidua.law.wording import Cited, Clause
from thidua.records.catalogue.selectors.overview import Paid, recipients, reward
from thidua.vn.codes import RECIPIENT_KINDS


@dataclass(frozen=True, slots=True)
class Told:
    """An entry as its page and others show it."""

    entry: Entry
    name: str
    standing: str
    days: str
    cites: tuple[Cited, ...]
    clauses: tuple[Clause, ...] = ()
    lines: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Kind:
    code: str
    name: str
    versions: tuple[tuple[str, tuple[Told, ...]], ...]
    """Recipient in words → each way to it."""
    bills: tuple[Told, ...]
    others: tuple[Told, ...]
    """Versions of other days."""
    deciders: tuple[tuple[Decider, str], ...]
    papers: tuple[PaperNeeded, ...]
    papers_told: Told | None
    routes: tuple[Told, ...]
    deadlines: tuple[Told, ...]
    votes: tuple[Told, ...]
    procedures: tuple[Told, ...]
    paid: tuple[Paid, ...]


def kind(code: str, book: Book, on: date) -> Kind:
    """Everything that the book says of one title or form on a day."""
    papers = tuple(handbook.papers(code, book, on))
    shown = _shown(book, on)
    found = recipients(code, book, on)
    whom = [(each, book.versions(code, each, on)) for each in found]
    return Kind(
        code,
        book.codes[code],
        _by_recipient(whom, shown),
        shown(_once(entry for each in RECIPIENT_KINDS for entry in book.bills(code, each, on))),
        shown(_others(code, book, on)),
        tuple((each, wording.standing(each.entry, on)) for each in handbook.deciders(code, "", book, on)),
        papers,
        tell(papers[0].entry, book, on) if papers else None,
        shown(handbook.naming("routes", code, book, on)),
        shown(handbook.naming("deadlines", code, book, on)),
        shown(handbook.naming("voting", code, book, on)),
        shown(handbook.naming("procedures", code, book, on)),
        tuple(paid for each in found if (paid := reward(code, each, book, on))),
    )


def _shown(book: Book, on: date) -> Callable[[Iterable[Entry]], tuple[Told, ...]]:
    return lambda entries: tuple(tell(entry, book, on) for entry in entries)


def _by_recipient(
    whom: list[tuple[str, list[Entry]]], shown: Callable[[Iterable[Entry]], tuple[Told, ...]]
) -> tuple[tuple[str, tuple[Told, ...]], ...]:
    """What is the same for several kinds of recipients is told once, under all their names."""
    found: dict[tuple[str, ...], tuple[list[str], list[Entry]]] = {}
    for each, entries in whom:
        if entries:
            key = tuple(entry.id for entry in entries)
            found.setdefault(key, ([], entries))[0].append(RECIPIENT_KINDS[each])
    return tuple((", ".join(labels).capitalize(), shown(entries)) for labels, entries in found.values())


def _others(code: str, book: Book, on: date) -> list[Entry]:
    rows = [entry for entry in book.shelf(KINDS) if entry.code == code and "conditions" in entry.data]
    rows = [entry for entry in rows if not entry.holds(on) and not entry.is_example]
    return sorted(rows, key=lambda entry: entry.since, reverse=True)


def _once(entries: Iterable[Entry]) -> list[Entry]:
    return list({entry.id: entry for entry in entries}.values())


def tell(entry: Entry, book: Book, on: date) -> Told:
    """One entry in words."""
    return Told(
        entry,
        name_of(entry, book),
        wording.standing(entry, on),
        wording.days(entry.since, entry.until),
        tuple(wording.citations(entry, book)),
        wording.clauses(entry.data.get("conditions", ()), book) if entry.shelf == KINDS else (),
        _lines(entry),
        entry.note,
    )


def _lines(entry: Entry) -> tuple[str, ...]:
    """The gist of an entry in a list."""
    if entry.shelf == "routes":
        return tuple(str(step) for step in entry.data["steps"])
    if entry.shelf == "deadlines":
        return tuple(filter(None, [wording.deadline(entry.data["value"])]))
    if "most" in entry.data:
        return (f"nhiều nhất {wording.most(entry.data['most'])}",)
    if "min_percent" in entry.data:
        whole = f" {entry.data['denominator']}" if entry.data.get("denominator") else ""
        return (f"ít nhất {entry.data['min_percent']}%{whole}",)
    if "quorum" in entry.data:
        return (f"ít nhất {entry.data['quorum']['award_session_percent']}% thành viên có mặt",)
    if "max_percent" in entry.data.get("rule", {}):
        return (f"nhiều nhất {wording.most(entry.data['rule'])}",)
    return tuple(str(entry.data[name]) for name in ("ballot", "denominator") if entry.data.get(name))


def name_of(entry: Entry, book: Book) -> str:
    """What a list calls an entry; those without a name of their own by what they set."""
    if entry.name:
        return f"{entry.name} ({entry.data['number']})" if entry.shelf == "sources" else entry.name
    told = dict(wording.told(entry, book))
    what = wording.SHELF_NAMES[entry.shelf]
    gist = told.get("Mức") or told.get("Áp dụng cho") or entry.cite_text
    return f"{what}: {gist}"
