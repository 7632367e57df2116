"""Who sees which readings: whoever reads documents for the body. Fetching is the access check."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count, Q, QuerySet

from thidua.outlook.intake.models import Proposal, Reading
from thidua.records.orgs.actors import Actor
from thidua.records.orgs.models import Unit
from thidua.records.orgs.rights import Right

_OTHERS = [kind for kind in Proposal.Kind if kind != Proposal.Kind.AWARD]
_GRANTED = "granted"
_PENDING = Q(proposals__decision=Proposal.Decision.PENDING)
_ACCEPTED = Q(proposals__decision=Proposal.Decision.ACCEPTED)


def visible_to(actor: Actor) -> QuerySet[Reading]:
    """Readings of the bodies in which the actor reads documents."""
    readings = Reading.objects.select_related("body", "uploaded_by", "version")
    return readings if actor.is_system else readings.filter(body__in=actor.bodies(Right.INTAKE))


def proposals_visible_to(actor: Actor) -> QuerySet[Proposal]:
    return Proposal.objects.filter(reading__in=visible_to(actor).values("pk")).select_related(
        "reading__body", "reading__version"
    )


def with_counts(readings: QuerySet[Reading]) -> QuerySet[Reading]:
    """Adds `total`, `pending`, `ready` (accepted, can be written) and `written`."""
    writable = (
        Q(proposals__kind__in=_OTHERS)
        | Q(proposals__edited__isnull=True, proposals__proposed__state=_GRANTED)
        | Q(proposals__edited__state=_GRANTED)
    )
    return readings.annotate(
        total=Count("proposals"),
        pending=Count("proposals", _PENDING),
        ready=Count("proposals", _ACCEPTED & writable & Q(proposals__written=False)),
        written=Count("proposals", Q(proposals__written=True)),
    )


def can_be_written(row: Proposal) -> bool:
    """Awards that were only proposed, and quotas, are no awards: they stay in the reading."""
    return row.kind != Proposal.Kind.AWARD or row.fact.get("state") == _GRANTED


@dataclass(frozen=True)
class Counts:
    """The line at the foot: 12 đề xuất · 6 đã nhận · 1 bỏ · 5 chưa xem."""

    total: int = 0
    accepted: int = 0
    rejected: int = 0
    pending: int = 0
    ready: int = 0
    """Accepted, not yet written, and such that it can be."""
    held_back: int = 0
    """Accepted, but no result: awards that were proposed, quotas."""
    written: int = 0
    certain: int = 0
    """Pending ones with high confidence."""


def counts_of(proposals: Iterable[Proposal]) -> Counts:
    """Of all proposals of one reading; no query."""
    rows = list(proposals)
    accepted = [row for row in rows if row.decision == Proposal.Decision.ACCEPTED]
    pending = [row for row in rows if row.decision == Proposal.Decision.PENDING]
    writable = [row for row in accepted if can_be_written(row)]
    return Counts(
        total=len(rows),
        accepted=len(accepted),
        rejected=len(rows) - len(accepted) - len(pending),
        pending=len(pending),
        ready=sum(not row.written for row in writable),
        held_back=len(accepted) - len(writable),
        written=sum(row.written for row in accepted),
        certain=sum(not row.is_low for row in pending),
    )


def same_file(body: Unit, sha256: str) -> Reading | None:
    """The reading, not discarded, that this body has of the very same file."""
    return _kept(body).filter(version__sha256=sha256).first()


def same_text(body: Unit, text_sha256: str) -> Reading | None:
    """The reading, not discarded, that this body has of the very same text."""
    return _kept(body).filter(text_sha256=text_sha256).first()


def _kept(body: Unit) -> QuerySet[Reading]:
    return Reading.objects.filter(body=body).exclude(state=Reading.State.DISCARDED).order_by("pk")
