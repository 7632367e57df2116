"""Pasted names, matched to the people or rooms of a body."""

from collections.abc import Sequence
from dataclasses import dataclass

from thidua.records.awards.models import COLLECTIVE, PERSON
from thidua.records.awards.rows import NewHousehold, Recipient
from thidua.records.meetings import selectors as meetings
from thidua.records.orgs import selectors as orgs
from thidua.records.orgs.actors import Actor
from thidua.records.orgs.models import Unit
from thidua.vn.fold import fold


@dataclass(frozen=True)
class Named:
    """A name with the one that it surely is (None: unknown), and those that it could be."""

    name: str
    recipient: Recipient | NewHousehold | None
    note: str = ""
    others: tuple[Recipient, ...] = ()


def match_recipients(names: Sequence[str], of_whom: str, body: Unit, actor: Actor) -> list[Named]:
    """Each name with its recipient, in the same order; the number of queries does not follow the names."""
    if of_whom == PERSON:
        return [_person(match) for match in meetings.match_names(names, body, actor)]
    if of_whom != COLLECTIVE:
        return [Named(name, NewHousehold(name), "hộ gia đình") for name in names]
    folded = {fold(name) for name in names}
    known: dict[str, list[Unit]] = {}
    for unit in orgs.units_visible_to(actor).filter(folded__in=folded, body=body).order_by("pk"):
        known.setdefault(unit.folded, []).append(unit)
    return [_unit(name, known.get(fold(name), [])) for name in names]


def _person(match: meetings.Matched) -> Named:
    parts = (match.title, match.unit.called if match.unit else "")
    return Named(match.name, match.person, ", ".join(part for part in parts if part), match.others)


def _unit(name: str, found: list[Unit]) -> Named:
    if len(found) == 1:
        return Named(found[0].name, found[0], found[0].get_kind_display())
    return Named(name, None, others=tuple(found))
