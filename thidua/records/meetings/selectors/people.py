"""A pasted column of names, matched to the people of a body."""

from collections.abc import Sequence
from dataclasses import dataclass

from thidua.records.orgs import selectors as orgs
from thidua.records.orgs.actors import Actor
from thidua.records.orgs.models import Person, Unit
from thidua.vn.fold import fold, nfc


@dataclass(frozen=True)
class Matched:
    """One name with the person that it surely is (None: only a name), and the others that it could be."""

    name: str
    person: Person | None
    unit: Unit | None
    title: str
    others: tuple[Person, ...] = ()


def match_names(names: Sequence[str], body: Unit, actor: Actor) -> list[Matched]:
    """Each name with its person, in the same order; the very marks decide between people of one folded name."""
    known = orgs.similar_people(actor, names, body)
    found = []
    for name in names:
        people = known.get(fold(name), [])
        exact = [person for person in people if nfc(person.full_name).casefold() == nfc(name).casefold()]
        sure = exact if exact else people
        person = sure[0] if len(sure) == 1 else None
        held = next(iter(person.now), None) if person else None  # type: ignore[attr-defined]
        found.append(
            Matched(
                name=person.full_name if person else name,
                person=person,
                unit=held.unit if held else None,
                title=held.title if held else "",
                others=() if person else tuple(sure),
            )
        )
    return found
