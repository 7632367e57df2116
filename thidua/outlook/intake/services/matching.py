"""Proposed matches are kept in step with the register: each time the page is opened, and after each write."""

from datetime import datetime

from django.db import transaction
from django.db.models import Max

from thidua.kit.audit import chain
from thidua.outlook.intake import selectors
from thidua.outlook.intake.models import Proposal, Reading
from thidua.records.orgs.actors import Actor

_KIND = Proposal.Kind.MATCH


def refresh_matches(reading: Reading, *, by: Actor, at: datetime) -> int:
    """Add the matches that the register offers now, take away undecided ones that it no longer does; how many changed.

    What was decided stays. Nothing is written, and no line left, where nothing changed.
    """
    if reading.state == Reading.State.DISCARDED:
        return 0
    found = {item.key: item for item in selectors.found_matches(reading, actor=by)}
    kept = {_key(row): row for row in reading.proposals.filter(kind=_KIND)}
    coming = [item for key, item in found.items() if key not in kept]
    gone = [row for key, row in kept.items() if key not in found and _is_open(row)]
    if not coming and not gone:
        return 0
    return _write(reading, coming, gone, by=by, at=at)


def _key(row: Proposal) -> tuple[str, int | None, int]:
    fact = row.proposed
    return str(fact["kind"]), fact["left"], fact["right"]


def _is_open(row: Proposal) -> bool:
    return row.decision == Proposal.Decision.PENDING


@transaction.atomic
def _write(
    reading: Reading, coming: list[selectors.Found], gone: list[Proposal], *, by: Actor, at: datetime
) -> int:
    """Under the lock of the reading: two pages opened at once add a match once."""
    chain.hold()
    locked = Reading.objects.select_for_update().get(pk=reading.pk)
    there = {_key(row) for row in locked.proposals.filter(kind=_KIND)}
    coming = [item for item in coming if item.key not in there]
    removed, _ = locked.proposals.filter(pk__in=[row.pk for row in gone], decision="chua_xem").delete()
    last = locked.proposals.filter(kind=_KIND).aggregate(last=Max("position"))["last"] or 0
    Proposal.objects.bulk_create(
        Proposal(
            reading=locked,
            kind=_KIND,
            position=last + place,
            proposed=item.as_fact(),
            is_low=True,
            saved_at=at,
        )
        for place, item in enumerate(coming, 1)
    )
    if coming or removed:
        changes = {"matches": [removed, len(coming)]}
        chain.record("intake.refresh_matches", locked, by=by, at=at, text=locked.name, changes=changes)
    return len(coming) + removed
