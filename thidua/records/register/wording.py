"""How a proposed match is told, seen from one of its documents or from neither."""

from dataclasses import dataclass

from thidua.records.register.models import Document
from thidua.records.register.selectors import Match


@dataclass(frozen=True)
class Proposed:
    """A match with its sentence and the document to look at before deciding."""

    match: Match
    title: str
    other: Document


def proposed(match: Match, *, here: Document | None = None) -> Proposed:
    """`here`: the document whose page it is; none where all matches stand together."""
    assert match.left is not None
    claim = "có lẽ là" if match.kind == "same" else "có lẽ triển khai"
    if here is None:
        return Proposed(match, f"{match.left} {claim} {match.right}", match.right)
    if here == match.right:
        return Proposed(match, f"{match.left} {claim} văn bản này", match.left)
    return Proposed(match, f"{claim.capitalize()} {match.right}", match.right)
