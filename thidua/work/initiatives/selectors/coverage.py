"""How far back the register is whole: without such a statement an absent line is unknown, not "no"."""

from datetime import date

from django.db.models import QuerySet

from thidua.records.orgs.actors import Actor
from thidua.records.orgs.models import Unit
from thidua.records.register import selectors as register
from thidua.records.register.models import Statement

COVERAGE = "initiatives"
"""What such a statement is about."""


def coverages(actor: Actor, body: Unit) -> QuerySet[Statement]:
    """Running statements on the body's register."""
    return register.coverages(actor, body).filter(what=COVERAGE)


def covered(actor: Actor, since: date, until: date, *, body: Unit) -> Statement | None:
    """The statement by which the register is whole for all of [since, until)."""
    return register.covering(actor, COVERAGE, since, until, body=body)
