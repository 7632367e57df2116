"""Rows made and filled from what names a document; the columns that follow from others."""

from datetime import datetime
from typing import Any

from django.utils import timezone

from thidua.records.orgs.models import Unit
from thidua.records.register.identity import Identity, as_printed
from thidua.records.register.models import Document
from thidua.records.register.subject import subject_key, years_named
from thidua.vn.documents import number_key, parse_number, rank_of, type_code, type_name
from thidua.vn.fold import fold, nfc

_RANK_OF_LEVEL = {
    Unit.Level.CENTRAL: 45,
    Unit.Level.PROVINCE: 60,
    Unit.Level.DEPARTMENT: 75,
    Unit.Level.DISTRICT: 90,
    Unit.Level.COMMUNE: 105,
    Unit.Level.UNIT: 120,
}
_PARTY_FIRST, _ASSEMBLY_FIRST, _ASSEMBLY = 10, 5, 55
"""Of one level the Party committee comes first, then the people's council (55 as `rank_of` gives it), then the rest."""
_TITLE = 1000


def settle(document: Document) -> None:
    """Bring the derived columns in step with number, kind, issuer, date and title. Does not save."""
    document.number = as_printed(document.number)
    document.title = " ".join(nfc(document.title).split())[:_TITLE]
    parsed = parse_number(document.number) if document.number else None
    if not document.type and parsed:
        document.type = type_code(parsed.type_name)
    document.number_key = number_key(document.number)[:60]
    digits = (parsed.serial if parsed else "").rstrip("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")
    document.serial = int(digits) if digits else None
    document.serial_letter = parsed.serial[len(digits) :].lower() if parsed else ""
    if document.issued_on:
        document.year = document.issued_on.year
    elif parsed and parsed.year:
        document.year = parsed.year
    document.ordered_on = document.issued_on or timezone.localdate(document.created_at)
    document.rank = rank(document.type, document.number, document.issuer)
    document.subject_key = subject_key(document.title, document.type)
    document.first_year, document.last_year = years_named(document.title) or (None, None)
    issuer = document.issuer
    spoken = (
        document.number,
        document.title,
        document.type_name,
        *((issuer.name, issuer.short_name) if issuer else ()),
    )
    document.folded = fold(" ".join(spoken))


def rank(kind: str, number: str, issuer: Unit | None) -> int:
    """Place in a printed list: of national papers by kind and number, below that by who issues (every commune is "UBND")."""
    found = rank_of(type_name(kind), number or f"1/KH-{issuer.code if issuer else ''}")
    if issuer is None or issuer.level == Unit.Level.CENTRAL:
        return found
    level = _RANK_OF_LEVEL[Unit.Level(issuer.level)]
    if issuer.kind == Unit.Kind.PARTY:
        return level - _PARTY_FIRST
    return level - _ASSEMBLY_FIRST if found == _ASSEMBLY else level


def make(identity: Identity, *, origin: str, at: datetime, **columns: Any) -> Document:
    """A new, unsaved row for this identity."""
    document = Document(origin=origin, created_at=at, **columns)
    fill(document, identity, overwrite=True)
    return document


def fill(document: Document, identity: Identity, *, overwrite: bool) -> dict[str, list[str]]:
    """Put what the identity says into empty columns (or, where `overwrite`, over what a citation had said).

    What it leaves open stays. Returns {column: [before, after]} as text, for the audit line.
    """
    said = {
        "type": identity.type_code,
        "number": as_printed(identity.number),
        "issued_on": identity.issued_on,
        "issuer": identity.issuer,
        "year": identity.known_year,
        "title": " ".join(nfc(identity.title).split())[:_TITLE],
        "signer": nfc(identity.signer)[:120],
        "signer_title": nfc(identity.signer_title)[:160],
        "topic": identity.topic,
    }
    changes: dict[str, list[str]] = {}
    for column, value in said.items():
        before = getattr(document, column)
        if not value or before == value or (before and not overwrite):
            continue
        setattr(document, column, value)
        changes[column] = [str(before or ""), str(value)]
    settle(document)
    return changes
