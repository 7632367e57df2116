"""Mentions of one document become one citation: same number and day, a law in short and in full, a bare number."""

import re
from dataclasses import dataclass
from datetime import date

from thidua.reading.facts import Citation
from thidua.reading.text import Text
from thidua.vn.documents import DocumentNumber
from thidua.vn.fold import fold

_LAWS = frozenset(("Luật", "Bộ luật", "Pháp lệnh", "Hiến pháp"))
_SHORTENED = re.compile(r"\b(?:tdkt|td kt)\b")
Key = tuple[str | None, str | None, date | None, str | None]


@dataclass(slots=True)
class Mention:
    """One place where a document is named. Offsets count in the flat text; [at, number_end) is the number."""

    start: int
    end: int
    type: str | None
    number: str | None
    at: int
    number_end: int
    day: date | None = None
    year: int | None = None
    issuer: str | None = None
    title: str | None = None
    parsed: DocumentNumber | None = None
    typed: bool = True
    """The kind is told by a word, not only by the symbol."""
    impossible: bool = False
    short: bool = False
    """Named by a bare number ("Nghị định 98"): stands only beside a fuller mention."""


class _Groups:
    """Mentions by document, with the places to look where a fuller mention may be."""

    def __init__(self) -> None:
        self.by_key: dict[Key, list[Mention]] = {}
        self.dated: dict[str, list[Key]] = {}
        self.laws: dict[tuple[str | None, int | None], list[Key]] = {}
        self.serials: dict[tuple[str | None, str], list[Key]] = {}

    def add(self, mention: Mention) -> None:
        key = _key(mention)
        group = self.by_key.setdefault(key, [])
        group.append(mention)
        if len(group) > 1:
            return
        if mention.number and mention.day:
            self.dated.setdefault(mention.number.casefold(), []).append(key)
        if mention.type in _LAWS and (mention.number or mention.day):
            self.laws.setdefault((mention.type, mention.year), []).append(key)
        if mention.parsed:
            self.serials.setdefault((mention.type, mention.parsed.serial.lstrip("0")), []).append(key)

    def join_undated(self, key: Key) -> None:
        """A mention without its day joins the dated one of the same number: the nearest before it, else the first."""
        first = self.by_key[key][0]
        if first.number is not None:
            fuller = self.dated.get(first.number.casefold(), [])
        else:
            fuller = [
                other for other in self.laws.get((first.type, first.year), []) if self._same_law(other, first)
            ]
        if not fuller:
            return
        before = [other for other in fuller if self.by_key[other][0].start < first.start]
        self.by_key[before[-1] if before else fuller[0]].extend(self.by_key.pop(key))

    def _same_law(self, key: Key, law: Mention) -> bool:
        fuller = self.by_key[key][0]
        return _law_name(fuller) == _law_name(law) or (fuller.number is not None and not fuller.title)

    def join_short(self, mention: Mention) -> None:
        """ "Nghị định 98" joins the one document of that kind with that serial; else it names nothing surely."""
        serial = (mention.number or "").split("/")[0].lstrip("0")
        keys = {key: None for key in self.serials.get((mention.type, serial), []) if key in self.by_key}
        years = {key: parsed.year if (parsed := self.by_key[key][0].parsed) else None for key in keys}
        fitting = [key for key in keys if mention.year is None or years[key] in (mention.year, None)]
        if len(fitting) == 1:
            self.by_key[fitting[0]].append(mention)
        elif not fitting and (mention.day is not None or mention.year is not None):
            self.by_key.setdefault(_key(mention), []).append(mention)


def merge(text: Text, found: list[Mention]) -> tuple[Citation, ...]:
    """Mentions of one document become one citation; undated and bare ones join the dated one that they repeat."""
    groups = _Groups()
    for mention in found:
        if not mention.short:
            groups.add(mention)
    for key in [key for key in groups.by_key if key[2] is None]:
        groups.join_undated(key)
    for mention in found:
        if mention.short:
            groups.join_short(mention)
    citations = [
        _citation(text, sorted(group, key=lambda mention: mention.start)) for group in groups.by_key.values()
    ]
    return tuple(sorted(citations, key=lambda citation: citation.spans[0]))


def _key(mention: Mention) -> Key:
    if mention.number is not None:
        return (None, mention.number.casefold(), mention.day, None)
    if mention.type in _LAWS:
        return (mention.type, None, mention.day, f"{_law_name(mention)} {mention.year}")
    return (mention.type, None, mention.day, fold(mention.issuer or ""))


def _law_name(law: Mention) -> str:
    return _SHORTENED.sub("thi dua khen thuong", fold(law.title or ""))


def _citation(text: Text, group: list[Mention]) -> Citation:
    lead = next((mention for mention in group if not mention.short), group[0])
    start, end = text.span(lead.at, lead.number_end)
    return Citation(
        type=next((mention.type for mention in group if mention.typed and mention.type), lead.type),
        number=lead.number,
        date=next((mention.day for mention in group if mention.day), None),
        issuer=next((mention.issuer for mention in group if mention.issuer), None),
        title=next((mention.title for mention in group if mention.title), None),
        year=next((mention.year for mention in group if mention.year), None),
        as_printed=text.raw[start:end],
        spans=tuple(text.span(mention.start, mention.end) for mention in group),
    )
