"""Movements that were launched and then nothing happened; milestones that have passed. Reasons in words."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Max, OuterRef, Q, QuerySet, Subquery

from thidua.kit.ui.wording import count, day, short_day
from thidua.records.orgs.models import Unit
from thidua.work.movements.models import (
    Milestone,
    Movement,
    MovementDocument,
    Response,
    Result,
    State,
    Wave,
)
from thidua.work.movements.selectors.coverage import Twin, unanswered_below
from thidua.work.movements.selectors.states import state_of, with_facts

QUIET = 60
"""Days without an activity after which a movement counts as idle."""
FRESH = 30
"""Days after the launch in which answers from below are not yet missed."""


@dataclass(frozen=True)
class Idle:
    """A movement that waits for something: `days` since the last activity (or the launch), `reasons` as sentences."""

    movement: Movement
    days: int | None
    reasons: tuple[str, ...]
    missing: tuple[Unit, ...] = ()
    """Bodies below that have not answered."""
    is_late: bool = False
    """A planned day has passed."""


def own_of(body: Unit) -> QuerySet[Movement]:
    """Launched by the body, or kept by it where nobody is known to have launched."""
    return Movement.objects.filter(Q(launcher__body=body), merged_into=None)


def idle(body: Unit, on: date) -> list[Idle]:
    """The body's own open movements that have been quiet, have a passed milestone, an unanswered launch, or an end without a
    conclusion; the longest silence first. A constant number of queries."""
    rows = [
        row
        for row in with_activity(with_facts(_open(own_of(body), on))).select_related("launcher")
        if state_of(row, on) not in (State.DRAFT, State.CONCLUDED, State.CLOSED)
    ]
    late = _by_movement(overdue(rows, on))
    running = [row for row in rows if row.until is None or row.until > on]
    twins = {twin.movement.pk: twin for twin in unanswered_below(body, on, running)}
    found = [_judged(row, late.get(row.pk, []), twins.get(row.pk), on) for row in rows]
    return sorted((each for each in found if each.reasons), key=lambda each: -(each.days or 0))


def _open(movements: QuerySet[Movement], on: date) -> QuerySet[Movement]:
    return movements.filter(Q(closed_on=None) | Q(closed_on__gt=on), is_launched=True)


def _judged(row: Movement, late: list[Milestone], twin: Twin | None, on: date) -> Idle:
    begun = max(
        filter(None, (row.launched_on, row.since if row.since and row.since <= on else None)), default=None
    )
    last = last_activity(row)
    since = max(filter(None, (last, begun)), default=None)
    days = (on - since).days if since else None
    reasons = []
    if days is not None and days >= QUIET:
        reasons.append(f"{count(days)} ngày không ghi hoạt động.")
    elif since is None and last is None:
        reasons.append("Chưa ghi ngày phát động và hoạt động nào.")
    reasons += [_passed(each, on) for each in late]
    if row.until and row.until <= on:
        reasons.append(f"Thời kỳ đã hết ngày {day(row.until - timedelta(days=1))}, chưa tổng kết.")
    missing = tuple(twin.missing) if twin and (twin.days is None or twin.days > FRESH) else ()
    if twin and missing:
        launched = f"Phát động {count(twin.days)} ngày, " if twin.days is not None else ""
        text = f"{launched}{len(missing)}/{len(twin.units)} đơn vị chưa hưởng ứng."
        reasons.append(text[:1].upper() + text[1:])
    return Idle(row, days, tuple(reasons), missing, bool(late))


def _passed(milestone: Milestone, on: date) -> str:
    latest = milestone.latest_on
    assert latest is not None
    when = short_day(latest) if latest.year == on.year else day(latest)
    if milestone.planned_on is None and milestone.planned_text:
        when = milestone.planned_text
    name = milestone.get_kind_display().lower()
    paper = "chưa ghi" if milestone.kind == Milestone.Kind.OTHER else "chưa có báo cáo"
    what = f"{name} {when}" if milestone.kind != Milestone.Kind.OTHER else f"{milestone} {when}"
    return f"Mốc {what} đã qua, {paper}."


def overdue(movements: Iterable[Movement], on: date) -> list[Milestone]:
    """Planned milestones of these movements whose last day has passed and that are not done; the oldest first."""
    rows = Milestone.objects.filter(movement__in=list(movements), done_on=None, latest_on__lt=on)
    return list(rows.select_related("movement__launcher").order_by("latest_on", "pk"))


def overdue_of(body: Unit, on: date) -> list[Milestone]:
    """The body's overdue milestones; of movements that are not closed."""
    return overdue(_open(own_of(body), on), on)


def _by_movement(milestones: Iterable[Milestone]) -> dict[int, list[Milestone]]:
    found: dict[int, list[Milestone]] = {}
    for each in milestones:
        found.setdefault(each.movement_id, []).append(each)
    return found


def with_activity(movements: QuerySet[Movement]) -> QuerySet[Movement]:
    """Adds the last day of each kind of activity, for `last_activity`."""
    papers = MovementDocument.objects.exclude(part=MovementDocument.Part.LAUNCH)
    return movements.annotate(
        result_on=_last(Result.objects.all(), "on"),
        milestone_on=_last(Milestone.objects.all(), "done_on"),
        wave_on=_last(Wave.objects.all(), "reviewed_on"),
        paper_on=_last(papers, "document__issued_on"),
        answer_on=_last(Response.objects.all(), "on", "superior"),
    )


def _last(rows: QuerySet, field: str, key: str = "movement") -> Subquery:
    own = rows.filter(**{key: OuterRef("pk")}).order_by().values(key)
    return Subquery(own.annotate(last=Max(field)).values("last")[:1])


def last_activity(movement: Movement) -> date | None:
    """The last day on which something was recorded of a movement `with_activity`."""
    names = ("result_on", "milestone_on", "wave_on", "paper_on", "answer_on")
    return max((day_ for name in names if (day_ := getattr(movement, name))), default=None)
