"""Who sees which reports: the body that writes, and whoever it was sent to, from that moment on."""

from django.db.models import OuterRef, Q, QuerySet, Subquery

from thidua.outlook.reports.models import OwnOutline, Report, ReportMove
from thidua.records.orgs import selectors as orgs
from thidua.records.orgs.actors import Actor
from thidua.records.orgs.rights import Right
from thidua.vn import periods
from thidua.vn.periods import Period


def visible_to(actor: Actor) -> QuerySet[Report]:
    """Reports of the actor's bodies and of those that ended in them; of others only what was sent to these bodies."""
    reports = Report.objects.select_related("body", "send_to__body", "request__issuer", "document")
    if actor.is_system:
        return reports
    bodies = actor.bodies(Right.REPORTS_READ)
    if not bodies:
        return reports.none()
    own = Q(body__in=orgs.lineage_ids(bodies, actor.on))
    return reports.filter(own | Q(state=Report.State.SENT, send_to__body__in=bodies))


def listed(actor: Actor) -> QuerySet[Report]:
    """For lists: without what was frozen, with the last step."""
    last = ReportMove.objects.filter(subject=OuterRef("pk")).order_by("-pk")
    return (
        visible_to(actor)
        .defer("frozen")
        .annotate(
            last_step=Subquery(last.values("step")[:1]),
            last_at=Subquery(last.values("at")[:1]),
            last_by=Subquery(last.values("by_name")[:1]),
            last_note=Subquery(last.values("note")[:1]),
        )
    )


def outlines_visible_to(actor: Actor) -> QuerySet[OwnOutline]:
    """Outlines that the actor's bodies made from letters."""
    outlines = OwnOutline.objects.select_related("body", "letter")
    return outlines if actor.is_system else outlines.filter(body__in=actor.bodies(Right.REPORTS_READ))


def period_of(report: Report) -> Period:
    found = periods.parse(report.period)
    assert found is not None, f"a report keeps a period that can be read, not {report.period!r}"
    return found
