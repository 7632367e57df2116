"""From a fact as it was read (or edited) to the identity by which the register knows a document."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from thidua.records.orgs.models import Unit
from thidua.records.register.identity import Identity
from thidua.records.register.models import Document
from thidua.vn.documents import parse_number, type_code

Fact = Mapping[str, Any]


def day_of(fact: Fact, name: str = "date") -> date | None:
    """An ISO day of the fact, or None."""
    value = fact.get(name)
    return date.fromisoformat(value) if value else None


def code_of(number: str | None) -> str:
    """Letters of the issuer in a symbol: "46/KH-SDL" → "SDL"; "" where there are none."""
    parsed = parse_number(number) if number else None
    return (parsed.issuer_abbr or "") if parsed else ""


def identity_of(fact: Fact, issuer: Unit | None) -> Identity:
    """Of a document's own head or of a citation: both name type, number, date, title the same way."""
    return Identity(
        type=type_code(fact.get("type")),
        number=fact.get("number") or "",
        issued_on=day_of(fact),
        issuer=issuer,
        year=fact.get("year"),
        title=fact.get("title") or "",
        signer=fact.get("signer") or "",
        signer_title=fact.get("signer_title") or "",
        topic=fact.get("topic") or "",
    )


def completed(identity: Identity, known: Document) -> Identity:
    """With the number and day under which another paper names the same document."""
    return replace(
        identity,
        number=identity.number or known.number,
        issued_on=identity.issued_on or known.issued_on,
        issuer=identity.issuer or known.issuer,
        type=identity.type or known.type,
    )


@dataclass(frozen=True)
class Asked:
    """What the text says of an issuer; `chosen` is the id of the unit that an officer picked."""

    name: str
    code: str
    chosen: int | None

    @classmethod
    def of(cls, fact: Fact) -> "Asked":
        return cls(fact.get("issuer") or "", code_of(fact.get("number")), fact.get("issuer_unit"))
