"""Reads of units. Names of units are public facts: whoever is signed in sees them, outside bodies too."""

import re
from collections.abc import Collection, Iterable
from datetime import date

from django.db.models import Exists, F, OuterRef, Q, QuerySet

from thidua.records.orgs.actors import Actor
from thidua.records.orgs.dated import nearest, pick
from thidua.records.orgs.models import Succession, Unit, UnitName
from thidua.records.orgs.models.units import UnitQuerySet
from thidua.vn.fold import fold, nfc
from thidua.vn.names import name_sort

_WORDS = re.compile(r"[^\W_]+")
_LEVELS = {level: place for place, level in enumerate(Unit.Level.values)}


def units_visible_to(actor: Actor) -> UnitQuerySet:
    """All units for whoever is signed in; none for the public."""
    return Unit.objects.all() if actor.is_system or actor.user else Unit.objects.none()


def lineage_ids(unit_ids: Collection[int], on: date) -> set[int]:
    """The units, and those that ended in them by `on`, transitively. One query a generation.

    A unit that only gave away a part and lives on is nobody's past: its records stay its own.
    """
    found, latest = set(unit_ids), set(unit_ids)
    while latest:
        edges = Succession.objects.filter(successor_id__in=latest, on__lte=on)
        ended = edges.filter(predecessor__dissolved_on__lte=on)
        latest = set(ended.values_list("predecessor_id", flat=True)) - found
        found |= latest
    return found


def lineage(unit: Unit, on: date) -> list[int]:
    """Ids of the unit, first, and of its predecessors by `on`, transitively."""
    return [unit.pk, *sorted(lineage_ids([unit.pk], on) - {unit.pk})]


def successors(unit: Unit, on: date) -> list[Unit]:
    """Where the unit's matters went by `on`: the units alive at the end of all chains; empty when it lives itself."""
    ends: dict[int, Unit] = {}
    seen, latest = {unit.pk}, [unit.pk]
    while latest:
        edges = Succession.objects.filter(predecessor_id__in=latest, on__lte=on)
        edges = edges.filter(predecessor__dissolved_on__lte=on).select_related("successor").order_by("pk")
        following = [edge.successor for edge in edges if edge.successor_id not in seen]
        seen |= {each.pk for each in following}
        ends |= {each.pk: each for each in following if _lives(each, on)}
        latest = [each.pk for each in following if not _lives(each, on)]
    return list(ends.values())


def name_on(unit: Unit, day: date) -> str:
    """The name borne on a day; before the first known name that one, in a gap the next."""
    named = nearest(unit.names.all(), day)
    return named.name if named else unit.name


def place_on(unit: Unit, day: date) -> Unit | None:
    """Under whom the unit stood on a day; None at the top."""
    place = pick(unit.places.select_related("parent"), day)
    return place.parent if place else None


def bodies_below(body: Unit, on: date | None = None) -> UnitQuerySet:
    """The nearest legal persons beneath: of a province its departments and communes, not the centres under them."""
    found = Unit.objects.filter(parent__body=body, body=F("pk"), is_legal_person=True).exclude(pk=body.pk)
    return found.existing(on) if on else found


def ids_above(unit: Unit) -> list[int]:
    """Of the units above, from the top; read off the path, without a query."""
    return [int(part) for part in unit.path.split("/") if part and int(part) != unit.pk]


def superiors_of(body: Unit) -> list[Unit]:
    """The bodies above, nearest first; outside ones too."""
    above = ids_above(body)
    units = Unit.objects.filter(body=F("pk")).in_bulk(above)
    return [units[pk] for pk in reversed(above) if pk in units]


def topmost_units() -> UnitQuerySet:
    """Where the installation's own tree begins: units with nobody, or only outside bodies, above."""
    return Unit.objects.filter(Q(parent__isnull=True) | Q(parent__is_outside=True), is_outside=False)


def is_topmost(unit: Unit) -> bool:
    return not unit.is_outside and (unit.parent is None or unit.parent.is_outside)


def branches(actor: Actor, opened: Collection[int], on: date) -> dict[int | None, list[Unit]]:
    """Units of the own tree by parent: the topmost (under None) and the children of `opened`; two queries.

    Each carries `opens`: whether anything living stands below it.
    """
    below = Unit.objects.filter(parent=OuterRef("pk"), is_outside=False).existing(on)
    visible = units_visible_to(actor).existing(on).annotate(opens=Exists(below))
    tops = visible.filter(pk__in=topmost_units().values("pk"))
    children = visible.filter(parent__in=opened, is_outside=False)
    found: dict[int | None, list[Unit]] = {None: in_order(tops)}
    for unit in in_order(children):
        found.setdefault(unit.parent_id, []).append(unit)
    return found


def in_order(units: Iterable[Unit]) -> list[Unit]:
    """Rooms first, then by level from the top, each in the order of the Vietnamese alphabet."""
    return sorted(
        units, key=lambda unit: (unit.is_legal_person, _LEVELS[unit.level], alphabetical(unit.name))
    )


def alphabetical(text: str) -> str:
    """Sort key of a name that is read from its first word on, unlike a person's; numbers by their size."""
    words = _WORDS.findall(text)
    return " ".join(word.zfill(6) if word.isdigit() else name_sort(word) for word in words)


def search_units(actor: Actor, text: str, *, outside: bool | None = None) -> QuerySet[Unit]:
    """Units whose name (today's or a former one), short name or code holds all the words, marks or not."""
    found = units_visible_to(actor)
    if outside is not None:
        found = found.filter(is_outside=outside)
    words = fold(text).split()
    if not words:
        return found.order_by("folded", "pk")
    former = UnitName.objects.filter(unit=OuterRef("pk"))
    named = Q()
    for word in words:
        former = former.filter(folded__contains=word)
        named &= Q(folded__contains=word)
    coded = Q(code__iexact=nfc(text).strip()) | Q(short_name__iexact=nfc(text).strip())
    return found.filter(named | coded | Exists(former)).order_by("folded", "pk")


def outside_units(actor: Actor, text: str = "") -> list[Unit]:
    """Outside bodies in order: by level from the top, then by the alphabet."""
    found = search_units(actor, text, outside=True)
    return sorted(found, key=lambda unit: (_LEVELS[unit.level], alphabetical(unit.name)))


def path_names(units: Iterable[Unit]) -> dict[int, list[Unit]]:
    """For each unit those above it, from the top down; one query for all."""
    listed = list(units)
    ids = {int(part) for unit in listed for part in unit.path.split("/") if part}
    above = Unit.objects.only("pk", "name", "short_name", "path", "is_outside").in_bulk(ids)
    return {
        unit.pk: [above[int(part)] for part in unit.path.split("/") if part and int(part) != unit.pk]
        for unit in listed
    }


def _lives(unit: Unit, on: date) -> bool:
    return unit.dissolved_on is None or unit.dissolved_on > on
