"""Pasted names, matched to the people of a body, or to its units; misspelt ones to those that they may mean."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet

from thidua.kit.sheets.alike import near, same_marks
from thidua.records.orgs import selectors as orgs
from thidua.records.orgs.actors import Actor
from thidua.records.orgs.models import Person, Position, Unit
from thidua.vn.fold import fold


@dataclass(frozen=True)
class Named:
    """A name with the one that it surely is (None: unknown), and those that it could be."""

    name: str
    of: Person | Unit | None
    note: str = ""
    others: tuple[Person | Unit, ...] = ()


def match_subjects(names: Sequence[str], body: Unit, actor: Actor, *, units: bool = False) -> list[Named]:
    """Each name with its person (or unit), in the same order; the number of queries does not follow the names."""
    known = _units(body, actor) if units else _people(body, actor)
    keys: dict[str, list[Any]] = {}
    for pk, folded in known.order_by("pk").values_list("pk", "folded"):
        keys.setdefault(folded, []).append(pk)
    listed = list(keys)
    wanted = {fold(name): _nearest(fold(name), keys, listed) for name in names}
    ids = {pk for found in wanted.values() for key in found for pk in keys[key]}
    rows = known.filter(pk__in=ids)
    cards = {row.pk: row for row in (rows if units else orgs.with_positions(rows, actor.on))}
    return [_named(name, [cards[pk] for key in wanted[fold(name)] for pk in keys[key]]) for name in names]


def _people(body: Unit, actor: Actor) -> QuerySet[Person]:
    there = Position.objects.filter(person=OuterRef("pk"), unit__body__in=orgs.lineage(body, actor.on))
    return orgs.people_visible_to(actor).filter(Exists(there))


def _units(body: Unit, actor: Actor) -> QuerySet[Unit]:
    return orgs.units_visible_to(actor).filter(path__startswith=body.path)


def _nearest(name: str, keys: dict[str, list[Any]], listed: list[str]) -> list[str]:
    if name in keys or not name:
        return [name] if name else []
    return [listed[place] for place in near(name, listed)]


def _named(name: str, found: list[Any]) -> Named:
    """Spelt alike: it is that one, or the one of several that has the very marks. Misspelt: to be chosen."""
    same = [one for one in found if one.folded == fold(name)]
    exact = [one for one in same if same_marks(str(one), name)] or same
    if len(exact) == 1:
        return Named(str(exact[0]), exact[0], note_of(exact[0]))
    return Named(name, None, others=tuple(exact or found))


def note_of(one: Person | Unit) -> str:
    """What tells two of one name apart."""
    if isinstance(one, Unit):
        return one.get_kind_display()
    held = next(iter(one.now), None)  # type: ignore[attr-defined]
    born = f"sinh {one.birth_year}" if one.birth_year else ""
    parts = (held.title if held else "", held.unit.called if held else "", born)
    return ", ".join(part for part in parts if part)
