"""What meetings have for the calendar."""

from datetime import date

from django.urls import reverse

from thidua.kit.ui.waiting import CalendarDay
from thidua.records.meetings.selectors.visible import visible_to
from thidua.records.orgs.actors import Actor
from thidua.records.orgs.rights import Right


def calendar(actor: Actor, since: date, until: date) -> list[CalendarDay]:
    """Meetings of [since, until) of the body that the actor works in."""
    if actor.body is None or not actor.can(Right.MEETINGS_READ, actor.body):
        return []
    rows = visible_to(actor).filter(
        body=actor.body, held_on__gte=since, held_on__lt=until, cancelled_at__isnull=True
    )
    return [
        CalendarDay(row.held_on, row.name, reverse("meetings:meeting", args=[row.pk]))
        for row in rows.order_by("held_on", "pk")[:300]
    ]
