"""The state of a movement follows from dated facts; here they are gathered, in Python and for the database alike."""

from collections.abc import Iterable
from datetime import date

from django.db.models import Min, OuterRef, Q, QuerySet, Subquery

from thidua.work.movements.models import Milestone, Movement, State

LONG_AGO = 2
"""Years after which a movement that names no period is no longer counted as going on."""


def with_facts(movements: QuerySet[Movement]) -> QuerySet[Movement]:
    """Adds `reviewed_on` and `concluded_on`, the first day of each kind of milestone that was reached."""
    return movements.annotate(
        reviewed_on=_first(Milestone.Kind.REVIEW), concluded_on=_first(Milestone.Kind.CONCLUSION)
    )


def _first(kind: str) -> Subquery:
    done = Milestone.objects.filter(movement=OuterRef("pk"), kind=kind, done_on__isnull=False)
    return Subquery(done.order_by().values("movement").annotate(first=Min("done_on")).values("first")[:1])


def state_of(movement: Movement, on: date) -> State:
    """Draft → launched → running → reviewed → concluded → closed, as of a day. One query where `with_facts` was not asked."""
    if not hasattr(movement, "concluded_on"):
        _fill(movement)
    reached = _reached(on)
    if reached(movement.closed_on):
        return State.CLOSED
    if reached(movement.concluded_on):  # type: ignore[attr-defined]
        return State.CONCLUDED
    if reached(movement.reviewed_on):  # type: ignore[attr-defined]
        return State.REVIEWED
    if not movement.is_launched or (movement.launched_on and movement.launched_on > on):
        return State.DRAFT
    begins = max(filter(None, (movement.since, movement.launched_on)), default=None)
    return State.LAUNCHED if begins and begins > on else State.RUNNING


def _reached(on: date):
    return lambda day: day is not None and day <= on


def _fill(movement: Movement) -> None:
    facts = with_facts(Movement.objects.filter(pk=movement.pk)).values("reviewed_on", "concluded_on").first()
    for name, value in (facts or {"reviewed_on": None, "concluded_on": None}).items():
        setattr(movement, name, value)


def in_state(movements: QuerySet[Movement], state: str, on: date) -> QuerySet[Movement]:
    """The same words as `state_of`, asked of the database."""
    rows = with_facts(movements)
    tests = {
        State.CLOSED: Q(closed_on__lte=on),
        State.CONCLUDED: Q(concluded_on__lte=on),
        State.REVIEWED: Q(reviewed_on__lte=on),
        State.DRAFT: Q(is_launched=False) | Q(launched_on__gt=on),
        State.LAUNCHED: Q(since__gt=on) | Q(since=None, launched_on__gt=on),
    }
    for earlier, test in tests.items():
        if earlier == state:
            return rows.filter(test)
        rows = rows.exclude(pk__in=_plain(movements, test))
    return rows


def _plain(movements: QuerySet[Movement], test: Q) -> QuerySet[Movement]:
    return with_facts(movements).filter(test).order_by().values("pk")


def going_on(on: date) -> Q:
    """Launched, not closed, its period not over; where it names none, launched less than LONG_AGO years before."""
    in_time = Q(until__gt=on) | Q(until=None, since__isnull=False)
    silent = Q(until=None, since=None) & (Q(launched_on=None) | Q(launched_on__year__gt=on.year - LONG_AGO))
    open_ = Q(closed_on=None) | Q(closed_on__gt=on)
    return Q(is_launched=True) & (Q(launched_on=None) | Q(launched_on__lte=on)) & open_ & (in_time | silent)


def states_of(movements: Iterable[Movement], on: date) -> dict[int, State]:
    """For a page of rows; one query where facts are missing."""
    rows = list(movements)
    bare = [row for row in rows if not hasattr(row, "concluded_on")]
    if bare:
        known = with_facts(Movement.objects.filter(pk__in=[row.pk for row in bare])).values(
            "pk", "reviewed_on", "concluded_on"
        )
        by_id = {row["pk"]: row for row in known}
        for row in bare:
            row.reviewed_on = by_id[row.pk]["reviewed_on"]  # type: ignore[attr-defined]
            row.concluded_on = by_id[row.pk]["concluded_on"]  # type: ignore[attr-defined]
    return {row.pk: state_of(row, on) for row in rows}
