"""A reading is given up, or read again by a better reader."""

import json
from dataclasses import replace
from datetime import datetime

from django.db import transaction

from thidua.kit.audit import chain
from thidua.kit.refused import refuse_if
from thidua.outlook.intake import permissions, proposing, selectors
from thidua.outlook.intake.models import Proposal, Reading
from thidua.outlook.intake.proposing import doubts
from thidua.outlook.intake.services.matching import refresh_matches
from thidua.reading import read
from thidua.reading.facts import Facts, as_json
from thidua.records.orgs.actors import Actor


@transaction.atomic
def discard(reading: Reading, *, by: Actor, at: datetime) -> Reading:
    """Give up a reading of which nothing was written. It stays in the list; the same file may be read anew."""
    chain.hold()
    locked = Reading.objects.select_for_update(of=("self",)).select_related("body").get(pk=reading.pk)
    refuse_if(permissions.why_not_discard(by, locked))
    locked.state = Reading.State.DISCARDED
    locked.saved_at, locked.saved_by = at, by.name[:120]
    locked.save(update_fields=["state", "saved_at", "saved_by"])
    pending = locked.proposals.filter(decision=Proposal.Decision.PENDING).count()
    chain.record("intake.discard", locked, by=by, at=at, text=locked.name, changes={"pending": [pending, 0]})
    return locked


def reread(reading: Reading, *, by: Actor, at: datetime) -> Reading:
    """Read the same text again; decisions on facts that came out the same are kept. Only while nothing is written."""
    refuse_if(permissions.why_not_reread(by, reading))
    facts = read(reading.text)
    done = _replace(reading, facts, by=by, at=at)
    refresh_matches(done, by=by, at=at)
    return done


@transaction.atomic
def _replace(reading: Reading, facts: Facts, *, by: Actor, at: datetime) -> Reading:
    chain.hold()
    locked = Reading.objects.select_for_update(of=("self",)).select_related("body").get(pk=reading.pk)
    refuse_if(permissions.why_not_reread(by, locked))
    old = list(locked.proposals.exclude(kind=Proposal.Kind.MATCH))
    decided = {_fingerprint(row): row for row in old if row.decision != Proposal.Decision.PENDING}
    facts = replace(facts, warnings=(*facts.warnings, *doubts.kept(locked.warnings)))
    found = proposing.drafts_of(facts, own=selectors.is_issued_by(facts.meta.issuer, locked.body))
    drafts = doubts.lowered(found, facts.warnings)
    new = list(proposing.rows(drafts, reading=locked, saved_at=at))
    kept = 0
    for row in new:
        before = decided.get(_fingerprint(row))
        if before is not None:
            row.decision, row.edited = before.decision, before.edited
            row.saved_at, row.saved_by = before.saved_at, before.saved_by
            kept += 1
    locked.proposals.filter(pk__in=[row.pk for row in old]).delete()
    Proposal.objects.bulk_create(new)
    locked.meta, locked.warnings = as_json(facts.meta), as_json(facts.warnings)
    locked.saved_at, locked.saved_by = at, by.name[:120]
    locked.save(update_fields=["meta", "warnings", "saved_at", "saved_by"])
    changes = {"proposals": [len(old), len(new)], "decisions_kept": [len(decided), kept]}
    chain.record("intake.reread", locked, by=by, at=at, text=locked.name, changes=changes)
    return locked


def _fingerprint(row: Proposal) -> tuple[str, str]:
    """The head is one; every other fact is the same when it says the same in the same places."""
    said = json.dumps(row.proposed, sort_keys=True, ensure_ascii=False)
    return row.kind, said if row.kind == Proposal.Kind.META else f"{said} {row.spans}"
