"""A candidate is looked at with discipline and pending matters: by those who may, and each look leaves a line."""

from dataclasses import replace
from datetime import datetime

from django.db import transaction

from thidua.kit.audit import chain
from thidua.kit.refused import refuse_if
from thidua.records.orgs.actors import Actor
from thidua.work.eligibility import permissions
from thidua.work.eligibility.asked import Asked
from thidua.work.eligibility.selectors.verdicts import Subject, Verdict, verdict_of


@transaction.atomic
def look_at_discipline(subject: Subject, asked: Asked, *, by: Actor, at: datetime) -> Verdict | None:
    """The verdict with discipline counted; None where `by` may not see the person.

    The line tells who looked at whom and for which award; not whether anything was there.
    """
    refuse_if(permissions.why_not_look_at_discipline(by, subject))
    found = verdict_of(by, subject, replace(asked, with_discipline=True))
    if found is not None:
        about = {"award": found.book.codes.get(asked.award, asked.award), "period_label": asked.period.label}
        chain.record("eligibility.look_at_discipline", subject, by=by, at=at, changes=about)
    return found
