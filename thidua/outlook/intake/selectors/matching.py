"""What the document that is read, and those that it names, seem to be in the register: worked out anew each time."""

from dataclasses import dataclass
from typing import Any

from thidua.outlook.intake.identities import Asked, identity_of
from thidua.outlook.intake.models import Proposal, Reading
from thidua.outlook.intake.selectors.issuers import resolve
from thidua.records.orgs.actors import Actor
from thidua.records.register import selectors as register
from thidua.records.register.models import Citation, Document

_NUMBERLESS = 5
"""Papers of the body without a number that are compared with what a new reading names."""


@dataclass(frozen=True)
class Found:
    """A match as it is kept in a proposal; `left` is None for the document that is being read and has no row yet."""

    kind: str
    left: int | None
    right: int
    reasons: tuple[str, ...]
    score: float

    @property
    def key(self) -> tuple[str, int | None, int]:
        return self.kind, self.left, self.right

    def as_fact(self) -> dict[str, Any]:
        return {
            "kind": self.kind,
            "left": self.left,
            "right": self.right,
            "reasons": list(self.reasons),
            "score": self.score,
        }


def document_of(reading: Reading) -> Document | None:
    """The document that the reading became; where it was merged into another, that one."""
    if not reading.document:
        return None
    row = Document.objects.select_related("issuer").filter(pk=int(reading.document.split(":")[1])).first()
    while row is not None and row.merged_into_id:
        row = Document.objects.select_related("issuer").get(pk=row.merged_into_id)
    return row


def found_matches(reading: Reading, *, actor: Actor) -> list[Found]:
    """Best first; each pair once. A bounded number of queries."""
    document = document_of(reading)
    rows = _of_head(reading, actor) if document is None else _of_document(reading, document, actor)
    found: dict[tuple[str, int | None, int], Found] = {}
    for match in rows:
        kept = Found(
            match.kind, match.left.pk if match.left else None, match.right.pk, match.reasons, match.score
        )
        if kept.left != kept.right:
            found.setdefault(kept.key, kept)
    return list(found.values())


def _of_head(reading: Reading, actor: Actor) -> list[register.Match]:
    """Before the document is written: by what the head says, or what the officer made of it."""
    proposals = list(reading.proposals.filter(kind__in=[Proposal.Kind.META, Proposal.Kind.CITATION]))
    head = next((row for row in proposals if row.kind == Proposal.Kind.META), None)
    if head is None or head.decision == Proposal.Decision.REJECTED:
        return []
    issuer = resolve([Asked.of(head.fact)], near=reading.body)[0]
    named = " ".join(
        str(row.fact.get("number") or "") for row in proposals if row.kind == Proposal.Kind.CITATION
    )
    return register.matches.for_identity(identity_of(head.fact, issuer.unit), actor=actor, text=named)


def _of_document(reading: Reading, document: Document, actor: Actor) -> list[register.Match]:
    """Afterwards: the document itself, and papers of the body without a number that it may have named."""
    found = register.matches.for_document(document, actor=actor)
    found += _implementing(found, document, actor)
    cited = set(Citation.objects.filter(source=document).values_list("target", flat=True))
    if not cited:
        return found
    numberless = (
        register.visible_to(actor)
        .filter(entries__body=reading.body, number_key="", is_stub=False, state=Document.State.ISSUED)
        .exclude(pk=document.pk)
        .select_related("issuer")
        .order_by("-pk")[:_NUMBERLESS]
    )
    for row in numberless:
        mine = [match for match in register.matches.for_document(row, actor=actor) if match.right.pk in cited]
        found += [match for match in mine if match.kind == "same"]
        found += _implementing(mine, row, actor)
    return found


def _implementing(found: list[register.Match], document: Document, actor: Actor) -> list[register.Match]:
    """What implements the one that `document` seems to be: it is the same paper, only known by its number."""
    same = [match for match in found if match.kind == "same" and match.left == document]
    if len(same) != 1:
        return []
    other = register.matches.for_document(same[0].right, actor=actor)
    return [match for match in other if match.kind == "implements" and match.right == same[0].right]
