"""The law book: entries with their dates, citations and standing, loaded from `data/` and checked.

    book = load()                                  # once a process
    book.in_force("principles", date(2025, 8, 1))  # entries of one shelf that hold on a day
    book.version("CSTDBT", "ca_nhan", day)         # conditions of a title or form
    book.fingerprint                               # "sha256:…": a verdict names the book that it was judged by

Entries that nobody has checked against the text are drafts: they may warn, they may not decide. So are those whose
details are uncertain (`partial`) unless promoted by hand with a note, and those that cite no known document.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache, cached_property
from pathlib import Path
from typing import Any

import yaml

from thidua.law.citations import Citation, read

DATA = Path(__file__).parent / "data"
KINDS = "kinds"
_THE_LAW = "Luật Thi đua, khen thưởng"
_DAY = timedelta(days=1)
SHELVES = (
    "sources", "categories", "principles", "rewards", "reward_rules", "base_salary", "fund", "authorities",
    "routes", "papers", "templates", "voting", "deadlines", "procedures", "ceilings", "clusters", "movements",
    "reports", "initiatives", "complaints", "document_types", "document_format", "changes",
)  # fmt: skip
SUBJECTS = {"individual": "ca_nhan", "collective": "tap_the", "household": "ho_gia_dinh"}
"""Words of the material → contract codes (`vn.codes.RECIPIENT_KINDS`)."""


class BookError(ValueError):
    """The book cannot be used; says which file and which entry, and what is wrong with it."""

    def __init__(self, file: str, key: str, what: str) -> None:
        super().__init__(f"{file}: {key}: {what}" if key else f"{file}: {what}")
        self.file, self.key, self.what = file, key, what


@dataclass(frozen=True)
class Entry:
    """One rule, parameter or paper, in force [since, until)."""

    id: str
    shelf: str
    name: str
    since: date
    until: date | None
    is_draft: bool
    cites: tuple[Citation, ...]
    cite_text: str
    check_from: date | None
    """From this day it may have been amended: then it counts as a draft until checked again."""
    data: Mapping[str, Any] = field(hash=False)

    @property
    def code(self) -> str:
        return str(self.data.get("code", ""))

    @property
    def is_example(self) -> bool:
        """Of one place or branch, or of a bill: shown, never applied by itself."""
        return self.data.get("use") == "info"

    def holds(self, day: date) -> bool:
        return self.since <= day and (self.until is None or day < self.until)

    def draft_on(self, day: date) -> bool:
        return self.is_draft or (self.check_from is not None and day >= self.check_from)

    @property
    def note(self) -> str:
        return str(self.data.get("note", ""))


@dataclass(frozen=True)
class Book:
    entries: tuple[Entry, ...]

    @cached_property
    def by_id(self) -> Mapping[str, Entry]:
        return {entry.id: entry for entry in self.entries}

    @cached_property
    def _shelves(self) -> Mapping[str, tuple[Entry, ...]]:
        found: dict[str, list[Entry]] = {}
        for entry in self.entries:
            found.setdefault(entry.shelf, []).append(entry)
        return {name: tuple(rows) for name, rows in found.items()}

    def shelf(self, name: str) -> tuple[Entry, ...]:
        return self._shelves.get(name, ())

    def in_force(self, name: str, day: date) -> list[Entry]:
        """What holds on a day, examples left out; what was verified first."""
        rows = self._days.get((name, day))
        if rows is None:
            holding = [entry for entry in self.shelf(name) if entry.holds(day) and not entry.is_example]
            rows = self._days[name, day] = sorted(holding, key=lambda entry: entry.draft_on(day))
        return list(rows)

    @cached_property
    def _days(self) -> dict[tuple[str, date], list[Entry]]:
        """What was asked for already: thousands of candidates are judged by the law of one day."""
        return {}

    def versions(self, code: str, subject: str, day: date) -> list[Entry]:
        """Entries with conditions of a title or form for one kind of recipient on a day; several where the law has
        several ways to it."""
        rows = self._ways.get((code, subject, day))
        if rows is None:
            rows = self._ways[code, subject, day] = [
                entry
                for entry in self.in_force(KINDS, day)
                if entry.code == code and "conditions" in entry.data and subject in subjects_of(entry)
            ]
        return list(rows)

    @cached_property
    def _ways(self) -> dict[tuple[str, str, date], list[Entry]]:
        return {}

    def bills(self, code: str, subject: str, day: date) -> list[Entry]:
        """Conditions that a bill would set, where one is known: they warn."""
        return [
            entry
            for entry in self._bills
            if entry.code == code and entry.holds(day) and subject in subjects_of(entry)
        ]

    @cached_property
    def _bills(self) -> tuple[Entry, ...]:
        return tuple(
            entry
            for entry in self.shelf(KINDS)
            if entry.is_example and entry.is_draft and "conditions" in entry.data
        )

    @cached_property
    def codes(self) -> Mapping[str, str]:
        """Code of every title and form → its name."""
        found: dict[str, str] = {}
        for entry in self.shelf(KINDS):
            for member in entry.data.get("members", ()):
                if isinstance(member, Mapping):
                    found.setdefault(str(member["code"]), str(member["name"]))
        for entry in (*self.shelf(KINDS), *self.shelf("rewards")):
            if entry.code not in ("", "ALL") and "*" not in entry.code:
                found.setdefault(entry.code, entry.name.partition(" (")[0])
        return found

    def source(self, number: str) -> Entry | None:
        return next((row for row in self.shelf("sources") if row.data["number"] == number), None)

    def law(self, day: date) -> Entry | None:
        """The law on emulation and commendation itself: where a day is looked up of which the book says nothing more."""
        return next((row for row in self.in_force("sources", day) if row.name == _THE_LAW), None)

    def text_in_force(self, cite: Citation) -> tuple[date, date | None]:
        """The days between which the cited document holds, half-open; KeyError where the book does not have it."""
        source = self.source(cite.doc)
        if source is None:
            raise KeyError(cite.doc)
        return source.since, source.until

    @cached_property
    def fingerprint(self) -> str:
        told = [[entry.id, entry.shelf, entry.is_draft, _plain(entry.data)] for entry in self.entries]
        return (
            "sha256:"
            + hashlib.sha256(json.dumps(told, sort_keys=True, ensure_ascii=False).encode()).hexdigest()
        )

    def with_overlays(self, overlays: Sequence[Mapping[str, Any]], *, name: str = "overlay") -> "Book":
        """The book with entries laid over it: `{"id": …, "shelf": …, …}` replaces the entry of that id or adds one.

        What an installation has checked against the text says `status: confirmed`. BookError as in `load`.
        """
        numbers = [str(row.data["number"]) for row in self.shelf("sources")]
        numbers += [
            str(row["number"]) for row in overlays if row.get("shelf") == "sources" and "number" in row
        ]
        rows = dict(self.by_id)
        for row in overlays:
            old = rows.get(str(row.get("id")))
            merged = {
                **(old.data if old else {}),
                **{key: value for key, value in row.items() if key != "shelf"},
            }
            shelf = str(row.get("shelf") or (old.shelf if old else ""))
            entry = _entry(merged, shelf, name, numbers)
            rows[entry.id] = entry
        return Book(tuple(rows.values()))


def subjects_of(entry: Entry) -> tuple[str, ...]:
    """For whom it is, in contract codes; an entry that does not say is for all."""
    named = entry.data.get("subject")
    return (SUBJECTS[named],) if named in SUBJECTS else tuple(SUBJECTS.values())


@cache
def load(folder: Path = DATA) -> Book:
    """The book of `folder`. BookError names the file and the entry."""
    shelves: list[tuple[str, str, list[Any]]] = []
    for name in SHELVES:
        file = folder / f"{name}.yaml"
        if file.exists():
            shelves.append((name, file.name, _rows(file)))
    for file in sorted((folder / KINDS).glob("*.yaml")):
        shelves.append((KINDS, f"{KINDS}/{file.name}", _rows(file)))
    numbers = _numbers(shelves)
    entries = [_entry(row, shelf, file, numbers) for shelf, file, rows in shelves for row in rows]
    seen: set[str] = set()
    for entry in entries:
        if entry.id in seen:
            raise BookError(entry.shelf, entry.id, "có hai mục cùng mã")
        seen.add(entry.id)
    return Book(tuple(entries))


def _numbers(shelves: Iterable[tuple[str, str, list[Any]]]) -> list[str]:
    found = []
    for shelf, file, rows in shelves:
        for row in rows if shelf == "sources" else ():
            if not isinstance(row, Mapping) or not row.get("number"):
                raise BookError(
                    file, str(row.get("id", "?")) if isinstance(row, Mapping) else "?", "thiếu number"
                )
            found.append(str(row["number"]))
    return found


def _rows(file: Path) -> list[Any]:
    try:
        rows = yaml.safe_load(file.read_text(encoding="utf-8"))
    except yaml.YAMLError as fault:
        raise BookError(file.name, "", f"không đọc được YAML: {' '.join(str(fault).split())}") from fault
    if not isinstance(rows, list):
        raise BookError(file.name, "", "phải là một danh sách mục")
    return rows


def _entry(row: Any, shelf: str, file: str, numbers: Iterable[str]) -> Entry:
    if not isinstance(row, Mapping) or not row.get("id"):
        raise BookError(file, "?", "mỗi mục cần có id")
    key = str(row["id"])
    if shelf not in (*SHELVES, KINDS):
        raise BookError(file, key, f"không có nhóm “{shelf}”")
    for needed in ("cite", "status"):
        if not row.get(needed):
            raise BookError(file, key, f"thiếu {needed}")
    if row["status"] not in ("confirmed", "memory"):
        raise BookError(file, key, f"status “{row['status']}” không phải confirmed hoặc memory")
    since, last = _day(row, "effective_from", file, key), _day(row, "effective_to", file, key)
    if since is None:
        raise BookError(file, key, "thiếu effective_from")
    if last is not None and last < since:
        raise BookError(file, key, "effective_to đứng trước effective_from")
    cites = read(str(row["cite"]), [str(row["number"])] if shelf == "sources" else numbers)
    unsure = bool(row.get("partial")) and not row.get("promoted")
    return Entry(
        id=key,
        shelf=shelf,
        name=str(row.get("name", "")),
        since=since,
        until=last + _DAY if last else None,
        is_draft=row["status"] != "confirmed" or unsure or not cites,
        cites=cites,
        cite_text=str(row["cite"]),
        check_from=_day(row, "verify_after", file, key),
        data=row,
    )


def _day(row: Mapping[str, Any], name: str, file: str, key: str) -> date | None:
    value = row.get(name)
    if value is None or isinstance(value, date):
        return value
    try:
        return date.fromisoformat(str(value))
    except ValueError:
        raise BookError(file, key, f"{name} “{value}” không phải ngày dạng 2024-01-31") from None


def _plain(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {str(key): _plain(each) for key, each in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(each) for each in value]
    return value.isoformat() if isinstance(value, date) else value
