"""Who sees which rows. Fetching is the access check."""

from typing import TypeVar

from django.db.models import Exists, OuterRef, Q, QuerySet

from thidua.records.orgs import selectors as orgs
from thidua.records.orgs.actors import Actor
from thidua.records.orgs.models import Position
from thidua.records.staff.kinds import right_to_read
from thidua.records.staff.models import Kept, Rating

Row = TypeVar("Row", bound=Kept)


def visible_to(actor: Actor, kind: type[Row]) -> QuerySet[Row]:
    """Rows that the actor's bodies keep, and those about people who hold or held a position in them, or about their units;
    to who appraises for a council, those that the bodies below keep.

    Of one's own rows everybody sees the ratings.
    """
    rows = kind._default_manager.all()
    if actor.is_system:
        return rows
    right = right_to_read(kind)
    bodies = orgs.lineage_ids(actor.bodies(right), actor.on)
    own = _own(actor) if kind is Rating else None
    if not bodies:
        return rows.filter(own) if own else rows.none()
    reach = _within(kind, bodies)
    for path in actor.paths(right):
        reach |= Q(body__path__startswith=path)
    return rows.filter(reach | own if own else reach)


def _within(kind: type[Kept], bodies: set[int]) -> Q:
    """A row about a card that was merged goes with the card that stands for it."""
    mine = Q(person=OuterRef("person")) | Q(person=OuterRef("person__merged_into"))
    worked = Exists(Position.objects.filter(mine, unit__body__in=bodies))
    found = Q(body__in=bodies) | Q(worked)
    return found | Q(unit__body__in=bodies) if hasattr(kind, "unit_id") else found


def _own(actor: Actor) -> Q | None:
    person = actor.user.person_id if actor.user else None
    return Q(person=person) | Q(person__merged_into=person) if person else None
