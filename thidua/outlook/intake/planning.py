"""What a planned work is: the sơ kết or tổng kết of a movement told of under the same heading, or a task of the body. Pure."""

from collections.abc import Iterable, Sequence

from thidua.outlook.intake.identities import Fact
from thidua.outlook.intake.models import Proposal
from thidua.vn.fold import fold
from thidua.work.movements.models import Milestone

_KINDS = ((Milestone.Kind.CONCLUSION, "tong ket"), (Milestone.Kind.REVIEW, "so ket"))


def milestone_of(fact: Fact) -> str:
    """The kind of milestone that the words speak of; "" where it is another work."""
    words = fold(str(fact.get("action") or ""))
    kind = next((kind for kind, said in _KINDS if said in words), None)
    return str(kind) if kind and "phong trao" in words else ""


def movements_near(fact: Fact, proposals: Iterable[Proposal]) -> Sequence[Proposal]:
    """Proposals of own movements that stand under the same heading."""
    section = fact.get("section")
    return [
        row
        for row in proposals
        if row.kind == Proposal.Kind.MOVEMENT and row.decision != Proposal.Decision.REJECTED
        if any(
            place["own"] and section and place["section"] == section for place in row.fact.get("places") or ()
        )
    ]
