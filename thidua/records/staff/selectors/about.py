"""Rows about given people and units, under every card of one human being; a fixed number of queries for any number."""

from collections.abc import Collection, Iterable
from typing import Any, TypeVar

from django.db.models import Q, QuerySet

from thidua.records.orgs import selectors as orgs
from thidua.records.orgs.actors import Actor
from thidua.records.orgs.models import Person, Position, Unit
from thidua.records.staff.models import Kept
from thidua.records.staff.selectors.visible import visible_to

Row = TypeVar("Row", bound=Kept)


def cards_of(person_ids: Collection[int]) -> dict[int, int]:
    """Id of every card of these people → the card that is shown. Two queries."""
    shown = orgs.same_person_ids(person_ids)
    return shown | orgs.same_person_ids(list(set(shown.values())))


def of_people(actor: Actor, kind: type[Row], person_ids: Collection[int]) -> QuerySet[Row]:
    """Standing rows of one kind about these people, for `values_list` too: `cards_of` tells whose a row's `person_id` is."""
    rows = visible_to(actor, kind).filter(ending="", person__in=list(cards_of(person_ids)))
    return rows.order_by("person", "since" if hasattr(kind, "since") else "decided_on", "pk")


def of_units(actor: Actor, kind: type[Row], unit_ids: Collection[int]) -> QuerySet[Row]:
    """Standing ratings of, or matters about, these units."""
    return visible_to(actor, kind).filter(ending="", unit__in=unit_ids).order_by("unit", "since", "pk")


def of_subject(actor: Actor, kind: type[Row], about: Person | Unit) -> QuerySet[Row]:
    """Standing rows about one, the latest first; of a unit, those of its predecessors too."""
    rows = visible_to(actor, kind).filter(ending="")
    if isinstance(about, Person):
        rows = rows.filter(person__in=list(cards_of([about.pk])))
    else:
        rows = rows.filter(unit__in=orgs.lineage(about, actor.on))
    first = "since" if hasattr(kind, "since") else "decided_on"
    related = ["person", "body", *(["unit"] if hasattr(kind, "unit_id") else [])]
    return rows.select_related(*related).order_by(f"-{first}", "-pk")


def standing_about(kind: type[Kept], abouts: Iterable[Person | Unit]) -> dict[tuple[str, int], list[Any]]:
    """Standing rows by ("person" or "unit", id of whoever was asked about): whether something was written already.

    For services only: it does not ask who looks.
    """
    listed = list(abouts)
    people = [one.pk for one in listed if isinstance(one, Person)]
    cards = cards_of(people) if people else {}
    about = Q(person__in=list(cards))
    if hasattr(kind, "unit_id"):
        about |= Q(unit__in=[one.pk for one in listed if isinstance(one, Unit)])
    found: dict[tuple[str, int], list[Any]] = {}
    for row in kind._default_manager.filter(about, ending="").select_related("person").order_by("pk"):
        if row.person_id:  # type: ignore[attr-defined]
            found.setdefault(("person", cards[row.person_id]), []).append(row)  # type: ignore[attr-defined]
        else:
            found.setdefault(("unit", row.unit_id), []).append(row)  # type: ignore[attr-defined]
    return found


def strangers(body: Unit, abouts: Iterable[Person | Unit], actor: Actor) -> list[Person | Unit]:
    """Those of whom the body keeps no records: never in a position there nor on a card that it wrote, or not its unit.

    Its units are its rooms and whatever stands below it. Two queries.
    """
    listed = list(abouts)
    lineage = orgs.lineage(body, actor.on)
    people = {one.pk for one in listed if isinstance(one, Person)}
    held = Position.objects.filter(person__in=people, unit__body__in=lineage)
    known = set(held.values_list("person", flat=True)) if people else set()
    return [
        one
        for one in listed
        if not (
            one.pk in known or one.kept_by_id in lineage
            if isinstance(one, Person)
            else one.path.startswith(body.path) or one.body_id in lineage
        )
    ]
