"""What the programme has for "Việc của tôi" and for the calendar. Three queries at most: it is asked beside every page."""

from datetime import date, timedelta

from django.db.models import Count, F, Min, Q, QuerySet
from django.urls import reverse
from django.utils import timezone

from thidua.kit.ui.waiting import CalendarDay, Waiting
from thidua.records.meetings import selectors as meetings
from thidua.records.orgs import selectors as orgs
from thidua.records.orgs.actors import Actor
from thidua.records.orgs.models import Position
from thidua.records.orgs.rights import Right
from thidua.records.register import selectors as register
from thidua.work.programme.kinds import DueState
from thidua.work.programme.models import Task
from thidua.work.programme.selectors.visible import OPEN, listed, visible_to

AHEAD = timedelta(days=14)
"""Whoever keeps the programme is shown what falls due within these days; whoever does it, all of it."""
FEW = 40


def sits_in(actor: Actor) -> frozenset[int]:
    """Units in which the actor's person holds a position today; one query."""
    person = actor.user.person_id if actor.user else None
    if person is None:
        return frozenset()
    held = Position.objects.filter(orgs.in_office(actor.on), person=person)
    return frozenset(held.values_list("unit", flat=True))


def mine(actor: Actor, units: frozenset[int]) -> Q:
    """Tasks that the actor does: named, or given to one of the units (`sits_in`) without naming anybody."""
    person = actor.user.person_id if actor.user else None
    if person is None:
        return Q(pk__in=[])
    return Q(person=person) | Q(person__isnull=True, unit__in=units)


def waiting_for(actor: Actor) -> list[Waiting]:
    """Tasks that the actor does, and, for whoever keeps the programme, what falls due soon or has no day yet."""
    if not actor.has(Right.TASKS_READ) or actor.body is None:
        return []
    keeps = actor.can(Right.TASKS_WRITE, actor.body)
    units = sits_in(actor)
    wanted = mine(actor, units)
    if keeps:
        wanted |= Q(body=actor.body, due_on__lte=actor.on + AHEAD)
    rows = listed(actor).filter(OPEN).filter(wanted)
    found = [
        _waiting(row, is_mine(row, actor, units))
        for row in rows.order_by(F("due_on").asc(nulls_last=True), "pk")[:FEW]
    ]
    return found + (_undated(actor) if keeps else [])


def is_mine(row: Task, actor: Actor, units: frozenset[int]) -> bool:
    """`mine`, asked of one task that is read already."""
    person = actor.user.person_id if actor.user else None
    return row.person_id == person if row.person_id else row.unit_id in units


def _waiting(row: Task, is_mine: bool) -> Waiting:
    told = [row.assignee, str(row.document) if row.document else ""]
    binding = row.kind == Task.Kind.BINDING
    return Waiting(
        row.title,
        " · ".join(part for part in told if part),
        reverse("programme:task", args=[row.pk]),
        "Ghi kết quả" if is_mine else "Xem nhiệm vụ",
        due=row.due_on if binding else None,
        since=timezone.localdate(row.created_at),
    )


def _undated(actor: Actor) -> list[Waiting]:
    """One line for all that was given without a day."""
    rows = visible_to(actor).filter(OPEN, body=actor.body, kind=Task.Kind.BINDING, due_state=DueState.OPEN)
    told = rows.aggregate(count=Count("pk"), first=Min("created_at"))
    if not told["count"]:
        return []
    url = f"{reverse('programme:board')}?xem=bang&han=chua&loai=giao"
    title = f"{told['count']} nhiệm vụ chưa có ngày phải xong"
    return [
        Waiting(
            title,
            "Văn bản không ghi ngày; ấn định nếu cần",
            url,
            "Xem danh sách",
            since=timezone.localdate(told["first"]),
        )
    ]


def calendar(actor: Actor, since: date, until: date) -> list[CalendarDay]:
    """Days of [since, until) of the body that the actor works in: tasks not cancelled and not yet done."""
    if actor.body is None or not actor.can(Right.TASKS_READ, actor.body):
        return []
    rows = visible_to(actor).filter(OPEN, body=actor.body, due_on__gte=since, due_on__lt=until)
    return _days(rows)


def agenda(actor: Actor, since: date, until: date) -> list[CalendarDay]:
    """For an account's own calendar: its tasks (all of the body's for whoever keeps the programme), meetings, documents."""
    if actor.body is None:
        return []
    days = list(calendar(actor, since, until)) if actor.can(Right.TASKS_WRITE, actor.body) else []
    if actor.has(Right.TASKS_READ):
        own = visible_to(actor).filter(OPEN, due_on__gte=since, due_on__lt=until)
        days += _days(own.filter(mine(actor, sits_in(actor))))
    days += [*meetings.calendar(actor, since, until), *register.calendar(actor, since, until)]
    return sorted(dict.fromkeys(days), key=lambda day: (day.on, day.title))


def _days(rows: QuerySet[Task]) -> list[CalendarDay]:
    found = []
    for row in rows.order_by("due_on", "pk")[:500]:
        assert row.due_on is not None
        found.append(CalendarDay(row.due_on, row.title, reverse("programme:task", args=[row.pk]), False))
    return found
