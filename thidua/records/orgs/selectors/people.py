"""Reads of people. A body sees its own people and those of units that ended in it; an administrator also those below."""

from collections.abc import Collection, Iterable
from datetime import date

from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet

from thidua.records.orgs.actors import Actor
from thidua.records.orgs.models import Person, Position, Unit
from thidua.records.orgs.rights import Right
from thidua.records.orgs.selectors.units import lineage_ids
from thidua.vn.fold import fold, nfc


def people_visible_to(actor: Actor) -> QuerySet[Person]:
    """People with a position, now or once, in the actor's reach, and cards that the actor's bodies wrote.

    A card that was merged into another is shown nowhere: the other one stands for it.
    """
    everybody = Person.objects.filter(merged_into__isnull=True)
    if actor.is_system:
        return everybody
    reach = units_of_people(actor)
    if reach is None:
        return Person.objects.none()
    # One list of people, not one look for each card of the province.
    worked = Position.objects.filter(unit__in=reach).values("person")
    return everybody.filter(Q(pk__in=worked) | Q(kept_by__in=actor.bodies(Right.PEOPLE_READ)))


def units_of_people(actor: Actor, right: Right = Right.PEOPLE_READ) -> QuerySet[Unit] | None:
    """The units whose people the actor may see (or, by `right`, manage); None where there are none."""
    if actor.is_system:
        return Unit.objects.all()
    bodies = actor.bodies(right)
    if not bodies:
        return None
    within = Q(body__in=lineage_ids(bodies, actor.on))
    for path in actor.paths(right):
        within |= Q(path__startswith=path)
    return Unit.objects.filter(within)


def managed_units(actor: Actor, unit_ids: Collection[int]) -> set[int]:
    """Those of the units whose people the actor manages: the own body, units that ended in it, those administered."""
    reach = units_of_people(actor, Right.PEOPLE_MANAGE)
    return set() if reach is None else set(reach.filter(pk__in=unit_ids).values_list("pk", flat=True))


def people_of(
    actor: Actor,
    *,
    text: str = "",
    unit: Unit | None = None,
    state: str = "",
) -> QuerySet[Person]:
    """The list of people: by words of the name, by unit with what stands below it, by state
    (`dang`: in office on the day, `thoi`: no longer, `khong`: without any position). Vietnamese order."""
    found = people_visible_to(actor)
    for word in fold(text).split():
        found = found.filter(folded__contains=word)
    any_position = Position.objects.filter(person=OuterRef("pk"))
    if unit:
        any_position = any_position.filter(unit__path__startswith=unit.path)
        found = found.filter(Exists(any_position))
    current = any_position.filter(in_office(actor.on))
    if state == "dang":
        found = found.filter(Exists(current))
    elif state == "thoi":
        found = found.filter(Exists(any_position), ~Exists(current))
    elif state == "khong":
        found = found.filter(~Exists(any_position))
    return found.order_by("name_sort", "pk")


def in_office(on: date) -> Q:
    """Positions held on a day."""
    return Q(Q(since__isnull=True) | Q(since__lte=on), Q(until__isnull=True) | Q(until__gt=on))


def with_positions(people: QuerySet[Person], on: date) -> QuerySet[Person]:
    """Adds `now`: the positions of the day, the main one first."""
    held = Position.objects.filter(in_office(on)).select_related("unit").order_by("-is_main", "since", "pk")
    return people.prefetch_related(Prefetch("positions", held, to_attr="now"))


def positions_of(person: Person) -> list[Position]:
    """All positions, the latest first; those without a beginning last."""
    held = person.positions.select_related("unit")
    return sorted(held, key=lambda row: (row.until is None, row.since or date.min, row.pk), reverse=True)


def search_people(actor: Actor, text: str, limit: int = 12) -> list[Person]:
    """For pickers: people whose name holds all the words; names with the very marks typed come first."""
    words = fold(text).split()
    if not words:
        return []
    found = people_of(actor, text=text).select_related(None)
    listed = list(with_positions(found, actor.on)[: limit * 4])
    typed = nfc(text).casefold().split()
    listed.sort(key=lambda person: not all(word in person.full_name.casefold() for word in typed))
    return listed[:limit]


def similar_people(actor: Actor, names: Iterable[str], unit: Unit) -> dict[str, list[Person]]:
    """People already known in the unit's body by the same folded name; keyed by folded name. One query and its positions."""
    folded = {fold(name) for name in names}
    body = unit.body_id or unit.pk
    there = Position.objects.filter(person=OuterRef("pk"), unit__body=body)
    known = people_visible_to(actor).filter(Exists(there), folded__in=folded).order_by("name_sort", "pk")
    found: dict[str, list[Person]] = {}
    for person in with_positions(known, actor.on):
        found.setdefault(person.folded, []).append(person)
    return found


def same_person_ids(person_ids: Collection[int]) -> dict[int, int]:
    """Id of each card that stands for one human being → the card that is shown, for the given cards and all merged into them."""
    rows = Person.objects.filter(Q(pk__in=person_ids) | Q(merged_into__in=person_ids))
    return {pk: into or pk for pk, into in rows.values_list("pk", "merged_into")}
