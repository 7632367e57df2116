"""What the page of a unit tells of its past: dated rows as one table, mergers and splits as sentences."""

from dataclasses import dataclass
from datetime import date

from thidua.records.orgs.models import Succession, Unit, UnitCode


@dataclass(frozen=True)
class Row:
    """One dated fact: what, which, from, to, by which document."""

    what: str
    value: str
    since: date | None
    until: date | None
    by_document: str = ""
    unit: Unit | None = None


@dataclass(frozen=True)
class Link:
    """One edge seen from the unit: "Hợp nhất, sáp nhập từ …"."""

    how: str
    other: Unit
    on: date
    by_document: str


def story(unit: Unit) -> list[Row]:
    """Names, codes and superiors, the running ones first, then the latest. Uses what was prefetched."""
    rows = [Row("Tên", row.name, row.since, row.until, row.by_document) for row in unit.names.all()]
    rows += [
        Row(UnitCode.Scheme(row.scheme).label, row.code, row.since, row.until) for row in unit.codes.all()
    ]
    rows += [
        Row("Trực thuộc", str(row.parent), row.since, row.until, row.by_document, row.parent)
        for row in unit.places.all()
    ]
    return sorted(rows, key=lambda row: (row.until is None, row.since or date.min), reverse=True)


def succession_lines(unit: Unit) -> list[Link]:
    """Edges in both directions, the latest first; two queries."""
    gone = unit.successions.select_related("successor")
    come = unit.origins.select_related("predecessor")
    links = [Link(f"{_word(row)} vào", row.successor, row.on, row.by_document) for row in gone]
    links += [Link(f"{_word(row)} từ", row.predecessor, row.on, row.by_document) for row in come]
    return sorted(links, key=lambda link: link.on, reverse=True)


def _word(row: Succession) -> str:
    return {
        Succession.Kind.MERGE: "Nhập",
        Succession.Kind.SPLIT: "Chia, tách",
        Succession.Kind.TRANSFER: "Chuyển giao nhiệm vụ",
        Succession.Kind.REPLACE: "Thay thế, chuyển",
    }[Succession.Kind(row.kind)]
