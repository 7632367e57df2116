"""Whether awards wait for somebody. Everybody who prepares awards may ask; nobody is told why, nor by whom it was raised."""

from collections.abc import Collection
from datetime import date

from django.db.models import Q

from thidua.records.orgs.models import Person, Unit
from thidua.records.staff.models import PendingMatter
from thidua.records.staff.selectors.about import cards_of


def is_held(about: Person | Unit, *, on: date) -> bool:
    """Whether a matter about the person or unit runs on that day."""
    if isinstance(about, Person):
        return about.pk in held_people([about.pk], on=on)
    return about.pk in held_units([about.pk], on=on)


def held_people(person_ids: Collection[int], *, on: date) -> set[int]:
    """Those of the people about whom a matter runs, by the ids that were asked; three queries for any number."""
    cards = cards_of(person_ids)
    rows = PendingMatter.objects.filter(_running(on), person__in=list(cards))
    held = {cards[pk] for pk in rows.values_list("person", flat=True)}
    return {pk for pk in person_ids if cards.get(pk) in held}


def held_units(unit_ids: Collection[int], *, on: date) -> set[int]:
    rows = PendingMatter.objects.filter(_running(on), unit__in=unit_ids)
    return set(rows.values_list("unit", flat=True))


def _running(on: date) -> Q:
    return Q(Q(until=None) | Q(until__gt=on), ending="", since__lte=on)
