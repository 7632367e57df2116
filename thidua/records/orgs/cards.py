"""The card of a person before it is saved; the columns that follow from others. Called by the services of people."""

from collections.abc import Mapping
from typing import Any

from thidua.records.orgs.models import Person, Unit
from thidua.records.orgs.typed import tidy
from thidua.vn.fold import fold
from thidua.vn.names import name_sort

FACTS = ("born_on", "birth_year", "gender", "is_party_member", "is_foreigner", "home")
"""What may be told of a person beside the name."""


def card(full_name: str, kept_by: Unit | None, facts: Mapping[str, Any]) -> Person:
    """A new, unsaved card; of `facts` those of FACTS that are known."""
    name = tidy(full_name)
    person = Person(full_name=name, name_sort=name_sort(name), folded=fold(name)[:120], kept_by=kept_by)
    for field in FACTS:
        if facts.get(field) is not None:
            setattr(person, field, facts[field])
    settle_year(person)
    return person


def settle_year(person: Person) -> None:
    """The year follows from the day; alone it stands where the day is not known."""
    if person.born_on:
        person.birth_year = person.born_on.year
