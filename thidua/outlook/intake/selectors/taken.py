"""Where a record was taken from: reading, span, and the words that stand there."""

from dataclasses import dataclass
from datetime import datetime

from thidua.outlook.intake.models import Reading, Taken
from thidua.records.orgs.actors import Actor
from thidua.records.orgs.rights import Right

_AROUND, _SHOWN = 90, 12


@dataclass(frozen=True)
class Source:
    """One place in a reading; `quote` holds the words with a little of what stands around them."""

    reading: Reading
    proposal_id: int
    before: str
    quote: str
    after: str
    at: datetime
    may_open: bool
    """Whether the actor may open the reading itself; whoever sees the register sees the words."""


def taken_from(subject: str, *, actor: Actor) -> list[Source]:
    """Places from which the record `subject` ("register.Document:12") was taken, in documents of the actor's registers."""
    bodies = actor.bodies(Right.INTAKE) | actor.bodies(Right.REGISTER_READ)
    rows = Taken.objects.filter(subject=subject).select_related("reading__body", "reading__uploaded_by")
    if not actor.is_system:
        rows = rows.filter(reading__body__in=bodies)
    readers = actor.bodies(Right.INTAKE)
    return [_source(row, row.reading.body_id in readers) for row in rows.order_by("pk")[:_SHOWN]]


def _source(row: Taken, may_open: bool) -> Source:
    text, start, end = row.reading.text, row.start, row.end
    if start is None or end is None:
        return Source(row.reading, row.proposal_id, "", "", "", row.at, may_open)
    before = " ".join(text[max(0, start - _AROUND) : start].split())
    after = " ".join(text[end : end + _AROUND].split())
    return Source(
        row.reading,
        row.proposal_id,
        f"…{before} " if before else "",
        " ".join(text[start:end].split()),
        f" {after}…" if after else "",
        row.at,
        may_open,
    )
