"""The records as a list shows them."""

from collections.abc import Collection
from datetime import date
from typing import TypeVar

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from thidua.records.orgs import selectors as orgs
from thidua.records.orgs.actors import Actor
from thidua.records.orgs.models import Position
from thidua.records.staff.models import Kept, PendingMatter, Rating
from thidua.records.staff.selectors.visible import visible_to
from thidua.vn.codes import TASK_LEVELS
from thidua.vn.fold import fold

Row = TypeVar("Row", bound=Kept)


def listed(actor: Actor, kind: type[Row], struck: object = None) -> QuerySet[Row]:
    """What stands, or what was struck out as an error; corrected lines stand as what they became."""
    rows = visible_to(actor, kind)
    rows = rows.filter(ending=Kept.Ending.STRUCK) if struck else rows.filter(ending="")
    known = {field.name for field in kind._meta.fields}
    return rows.select_related(*(name for name in ("person", "unit", "body", "document") if name in known))


def of_room(rows: QuerySet[Row], room: int | str, on: date) -> QuerySet[Row]:
    """About people in office in one room, and about the room itself."""
    there = Position.objects.filter(orgs.in_office(on), person=OuterRef("person"), unit=room)
    about = Q(Exists(there))
    return rows.filter(about | Q(unit=room) if hasattr(rows.model, "unit_id") else about)


def in_years(rows: QuerySet[Row], years: tuple[int | None, int | None]) -> QuerySet[Row]:
    """Of the years from–to, both included; of a matter, running in them."""
    first, last = years
    if rows.model is PendingMatter:
        rows = rows.filter(Q(until=None) | Q(until__year__gte=first)) if first else rows
        return rows.filter(since__year__lte=last) if last else rows
    rows = rows.filter(year__gte=first) if first else rows
    return rows.filter(year__lte=last) if last else rows


def in_words(rows: QuerySet[Row], text: str) -> QuerySet[Row]:
    """About people or units whose name holds all the words, marks or not."""
    for word in fold(text).split():
        named = Q(person__folded__contains=word)
        if hasattr(rows.model, "unit_id"):
            named |= Q(unit__folded__contains=word)
        rows = rows.filter(named)
    return rows


def levels_in(rows: QuerySet[Rating]) -> list[tuple[str, int]]:
    """How many of each level, from the highest; levels without any are left out."""
    counted = dict(rows.order_by().values_list("level").annotate(Count("pk")))
    return [(name, counted[code]) for code, name in TASK_LEVELS.items() if code in counted]


def as_printed(rows: QuerySet[Rating]) -> QuerySet[Rating]:
    """By year, collectives and then people, each in the order of the Vietnamese alphabet."""
    return rows.order_by("year", "until", "unit__folded", "person__name_sort", "pk")


def posts_of(person_ids: Collection[int], on: date) -> dict[int, str]:
    """Card → the position and unit of the day, the main one; one query."""
    held = Position.objects.filter(orgs.in_office(on), person__in=person_ids).select_related("unit")
    found: dict[int, str] = {}
    for row in held.order_by("is_main", "-pk"):
        found[row.person_id] = ", ".join(part for part in (row.title, row.unit.called) if part)
    return found
