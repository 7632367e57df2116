"""Ghi vào sổ: all accepted proposals at once, or none. What is undecided, or no result yet (awards proposed, quotas), stays in the reading."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from thidua.kit.audit import chain
from thidua.kit.refused import refuse_if
from thidua.outlook.intake import permissions, selectors
from thidua.outlook.intake.models import Proposal, Reading, Taken
from thidua.outlook.intake.services.matching import refresh_matches
from thidua.outlook.intake.services.writing import awards, documents, meetings, movements, reports, tasks
from thidua.outlook.intake.services.writing.ground import Ground
from thidua.records.orgs.actors import Actor
from thidua.records.register.models import Document

_META = Proposal.Kind.META


@dataclass(frozen=True)
class Confirmed:
    """What one act wrote; nothing where everything accepted stood in the register already."""

    written: int
    pending: int
    document: Document | None


def confirm(
    reading: Reading, *, by: Actor, at: datetime, seen: datetime | None = None, automatic: bool = False
) -> Confirmed:
    """Write the document, its citations and the accepted matches into the register, in one transaction.

    `seen`: when the reading was saved as the officer saw it. `automatic` marks that no person has looked.
    A second click writes nothing; later decisions can be written by confirming again.
    """
    done = _confirm(reading, by=by, at=at, seen=seen, automatic=automatic)
    if done.written:
        refresh_matches(Reading.objects.select_related("body").get(pk=reading.pk), by=by, at=at)
    return done


@transaction.atomic
def _confirm(
    reading: Reading, *, by: Actor, at: datetime, seen: datetime | None, automatic: bool
) -> Confirmed:
    chain.hold()
    locked = (
        Reading.objects.select_for_update(of=("self",)).select_related("body", "version").get(pk=reading.pk)
    )
    refuse_if(permissions.why_not_change(by, locked))
    proposals = list(locked.proposals.order_by("position"))
    ready = [row for row in proposals if _is_ready(row)]
    pending = sum(row.decision == Proposal.Decision.PENDING for row in proposals)
    if not ready:
        return Confirmed(0, pending, selectors.document_of(locked))
    refuse_if(permissions.why_not_over(locked.saved_at, locked.saved_by, seen))
    head = next((row for row in proposals if row.kind == _META), None)
    refuse_if(permissions.why_not_confirm(by, locked, head))
    with chain.within("intake.confirm"):
        ground = Ground(locked, proposals, ready, by, at)
        document = documents.write(ground)
        for write in (movements.write, tasks.write, meetings.write, reports.write, awards.write):
            write(ground, document)
    Proposal.objects.filter(pk__in=[row.pk for row in ready]).update(written=True)
    Taken.objects.bulk_create(ground.taken)
    locked.state, locked.document = Reading.State.CONFIRMED, chain.subject_key(document)
    locked.is_automatic = locked.is_automatic or automatic
    locked.saved_at, locked.saved_by = at, by.name[:120]
    locked.save(update_fields=["state", "document", "is_automatic", "saved_at", "saved_by"])
    changes = {"written": [0, len(ready)], "document": ["", str(document)], "pending": [pending, pending]}
    note = "xác nhận tự động" if automatic else ""
    chain.record("intake.confirm", locked, by=by, at=at, text=locked.name, changes=changes, note=note)
    return Confirmed(len(ready), pending, document)


def _is_ready(row: Proposal) -> bool:
    accepted = row.decision == Proposal.Decision.ACCEPTED and not row.written
    return accepted and selectors.can_be_written(row)
