"""What movements have for "Việc của tôi" and for the calendar. A few queries: it is asked beside every page."""

from datetime import date, timedelta

from django.db.models import Q
from django.urls import reverse

from thidua.kit.ui.waiting import CalendarDay, Waiting
from thidua.records.orgs.actors import Actor
from thidua.records.orgs.models import Unit
from thidua.records.orgs.rights import Right
from thidua.records.register.selectors import unconcretised
from thidua.work.movements.models import Milestone, Movement, MovementDocument, Wave
from thidua.work.movements.selectors.coverage import LAUNCHING, coverage
from thidua.work.movements.selectors.idle import own_of

AHEAD = timedelta(days=30)
"""Milestones are named among the work from so many days before."""
LATE_KNOWN = timedelta(days=120)
PATIENCE = 30
FEW = 3


def waiting_for(actor: Actor) -> list[Waiting]:
    """Milestones that are due or have passed, superiors' movements without an answer."""
    body = actor.body
    if body is None or not actor.can(Right.MOVEMENTS_WRITE, body):
        return []
    return [*_milestones(body, actor.on), *_unanswered(body, actor.on)]


def _milestones(body: Unit, on: date) -> list[Waiting]:
    rows = Milestone.objects.filter(
        movement__in=_open(body, on), done_on=None, latest_on__gte=on - LATE_KNOWN, latest_on__lte=on + AHEAD
    ).select_related("movement")
    return [
        Waiting(
            f"{row.get_kind_display()} phong trào {row.movement.title}"
            if row.kind != Milestone.Kind.OTHER
            else f"{row}: phong trào {row.movement.title}",
            row.note or (f"Dự kiến {row.planned_text}" if row.planned_text else "Theo mốc đã dự kiến"),
            reverse("movements:reach", args=[row.movement_id, row.pk]),
            "Ghi kết quả mốc",
            row.latest_on,
        )
        for row in rows.order_by("latest_on", "pk")
    ]


def _open(body: Unit, on: date):
    return (
        own_of(body).filter(Q(closed_on=None) | Q(closed_on__gt=on), is_launched=True).order_by().values("pk")
    )


def _unanswered(body: Unit, on: date) -> list[Waiting]:
    """The oldest few by themselves, more in one line; not those whose launching paper the register names already."""
    rows = [
        row
        for row in coverage(body, on, guess=False)
        if row.standing == "chua" and (row.days is None or row.days >= PATIENCE)
    ]
    named = _named_by_register(body, on, [row.movement.pk for row in rows])
    rows = [row for row in rows if row.movement.pk not in named]
    rows.sort(key=lambda row: (row.asked_on is None, row.asked_on or on))
    url = reverse("movements:coverage")
    if len(rows) > FEW:
        first = next((row.asked_on for row in rows if row.asked_on), None)
        title = f"{len(rows)} phong trào cấp trên chưa hưởng ứng"
        return [
            Waiting(
                title, "Lập kế hoạch, đăng ký hoặc ghi lý do", f"{url}?tinh_trang=chua", "Xem cả", since=first
            )
        ]
    return [
        Waiting(
            f"Chưa hưởng ứng phong trào {row.movement.title}",
            launcher_of(row.movement) + " phát động",
            reverse("movements:respond", args=[row.movement.pk]),
            "Ghi hưởng ứng",
            since=row.asked_on,
        )
        for row in rows
    ]


def _named_by_register(body: Unit, on: date, movements: list[int]) -> set[int]:
    """Their plan still wants one of ours: the register says so, and one line of work is enough."""
    if not movements:
        return set()
    wanted = unconcretised(body, on).filter(answer_draft=None).order_by().values("pk")
    papers = MovementDocument.objects.filter(movement__in=movements, part__in=LAUNCHING, document__in=wanted)
    return set(papers.values_list("movement", flat=True))


def launcher_of(movement: Movement) -> str:
    unit = movement.launcher
    return (unit.short_name or unit.name) if unit else "Chưa rõ nơi"


def calendar(actor: Actor, since: date, until: date) -> list[CalendarDay]:
    """Days of the own body's movements in [since, until): milestones, ends of waves."""
    body = actor.body
    if body is None or not actor.can(Right.MOVEMENTS_READ, body):
        return []
    own = own_of(body).order_by().values("pk")
    planned = Q(done_on=None, latest_on__gte=since, latest_on__lt=until)
    done = Q(done_on__gte=since, done_on__lt=until)
    found = [
        CalendarDay(
            row.done_on or row.latest_on or since,
            f"{row}: {row.movement.name}",
            reverse("movements:movement", args=[row.movement_id]),
            row.done_on is not None,
        )
        for row in Milestone.objects.filter(planned | done, movement__in=own).select_related("movement")
    ]
    day = timedelta(days=1)
    waves = Wave.objects.filter(movement__in=own, until__gt=since, until__lte=until).select_related(
        "movement"
    )
    found += [
        CalendarDay(
            row.until - day,
            f"Hết {row.name}, bắt đầu bình xét",
            reverse("movements:movement", args=[row.movement_id]),
            row.reviewed_on is not None,
        )
        for row in waves
        if row.until
    ]
    return sorted(found, key=lambda each: (each.on, each.title))
