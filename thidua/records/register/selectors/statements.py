"""Reads of statements: counts of a period, whether nothing happened in it, how far back a register is whole."""

from datetime import date

from django.db.models import Q, QuerySet

from thidua.records.orgs import selectors as orgs
from thidua.records.orgs.actors import Actor
from thidua.records.orgs.models import Unit
from thidua.records.orgs.rights import Right
from thidua.records.register.models import Statement
from thidua.vn.periods import Period


def statements_visible_to(actor: Actor) -> QuerySet[Statement]:
    """Statements of the actor's bodies and of those that ended in them, withdrawn ones too."""
    rows = Statement.objects.select_related("document", "body")
    if actor.is_system:
        return rows
    bodies = actor.bodies(Right.REGISTER_READ)
    return rows.filter(body__in=orgs.lineage_ids(bodies, actor.on)) if bodies else rows.none()


def counts_in(actor: Actor, what: str, period: Period, *, body: Unit) -> QuerySet[Statement]:
    """Counts of `what` stated for the whole of a stretch that lies within the period, by day."""
    rows = _running(actor, Statement.Kind.COUNT, what, body)
    return rows.filter(period_since__gte=period.since, period_until__lte=period.until).order_by(
        "period_since", "pk"
    )


def nil_in(actor: Actor, what: str, period: Period, *, body: Unit) -> Statement | None:
    """The statement that nothing of `what` happened in all of the period; None is no answer."""
    rows = _running(actor, Statement.Kind.NIL, what, body)
    whole = rows.filter(period_since__lte=period.since, period_until__gte=period.until)
    return whole.order_by("-at", "-pk").first()


def covering(actor: Actor, what: str, since: date, until: date, *, body: Unit) -> Statement | None:
    """The statement that the register of `what` is whole for all of [since, until); None: an absent row is unknown."""
    rows = _running(actor, Statement.Kind.COVERAGE, what, body)
    open_end = Q(period_until__isnull=True) | Q(period_until__gte=until)
    return rows.filter(open_end, period_since__lte=since).order_by("period_since", "pk").first()


def coverages(actor: Actor, body: Unit) -> QuerySet[Statement]:
    """Running statements that a register of the body is whole, whichever register; the caller says of what (`what`)."""
    rows = statements_visible_to(actor).filter(
        kind=Statement.Kind.COVERAGE, body__in=orgs.lineage(body, actor.on), withdrawn_at__isnull=True
    )
    return rows.order_by("what", "period_since", "pk")


def _running(actor: Actor, kind: str, what: str, body: Unit) -> QuerySet[Statement]:
    return statements_visible_to(actor).filter(
        kind=kind, what=what, body__in=orgs.lineage(body, actor.on), withdrawn_at__isnull=True
    )
