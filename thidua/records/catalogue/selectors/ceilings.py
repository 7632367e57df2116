"""How many may be proposed: ceilings of the law and of the quy chế that hold for a body, each with where it is written."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from thidua.law import handbook, wording
from thidua.law.book import KINDS, Book, Entry
from thidua.law.wording import Cited
from thidua.records.catalogue.models import Overlay
from thidua.records.catalogue.selectors.books import book, overlays
from thidua.records.orgs.models import Unit
from thidua.records.register.models import Document


@dataclass(frozen=True, slots=True)
class Ceiling:
    """At most `percent` of a whole, or `count`; one of the two."""

    award: str
    percent: Decimal | None
    count: int | None
    of: str
    """The whole in words; "" of a count."""
    base: str
    """Of what the share is: a code of the book ("LDTT"), "nguoi", "tap_the"; "" where the text does not name one."""
    entry: Entry
    is_draft: bool
    """It warns, it does not decide."""
    cites: tuple[Cited, ...]
    document: Document | None
    """Of a body's own rule: the paper in the register; None of the law."""
    body: Unit | None
    """Who set it; None of the law."""

    @property
    def text(self) -> str:
        """ "nhiều nhất 15% số cá nhân đạt …"."""
        value = {"max_percent": self.percent, "max_count": self.count, "of": self.of}
        return f"nhiều nhất {wording.most(value)}"

    @property
    def source(self) -> str:
        """Clause and document, as a sentence names them."""
        return self.entry.cite_text


def ceilings(on: date, body: Unit | None, award: str) -> list[Ceiling]:
    """What limits the number of one title or form on a day; the nearest body's own first, then the law. Two queries at most."""
    found = book(on, body)
    law = [entry for entry in found.in_force(KINDS, on) if entry.code == award and "ratio_cap" in entry.data]
    own = handbook.naming("ceilings", award, found, on)
    stated = {row.entry: row for row in overlays(on, body)} if own else {}
    made = [_ceiling(award, entry, entry.data["most"], found, on, stated.get(entry.id)) for entry in own]
    made.sort(key=lambda each: -len(each.body.path) if each.body else 0)
    return made + [_ceiling(award, entry, entry.data["ratio_cap"], found, on, None) for entry in law]


def _ceiling(
    award: str, entry: Entry, said: Mapping[str, Any], found: Book, on: date, overlay: Overlay | None
) -> Ceiling:
    percent, count = said.get("max_percent"), said.get("max_count")
    return Ceiling(
        award,
        None if percent is None else Decimal(str(percent)),
        None if count is None else int(count),
        str(said.get("of", "")),
        str(said.get("base", "")),
        entry,
        entry.draft_on(on),
        tuple(wording.citations(entry, found)),
        overlay.document if overlay else None,
        overlay.body if overlay else None,
    )


def own_rules(on: date, body: Unit | None, kind: str, award: str = "") -> list[Entry]:
    """Rules of the quy chế of one kind (`own_rules.OWN_RULES`) that hold for a body and award; the nearest body's first."""
    rows = overlays(on, body)
    found = book(on, body)
    entries = [found.by_id[row.entry] for row in reversed(rows) if row.entry in found.by_id]
    return [
        entry
        for entry in entries
        if entry.data.get("own_kind") == kind
        and entry.holds(on)
        and (not award or handbook.is_for(entry, award, found))
    ]
