"""The columns of a unit that repeat its dated rows: name, code, parent, body, path. Written here and nowhere else."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Value
from django.db.models.functions import Concat, Substr

from thidua.records.orgs.dated import nearest, pick
from thidua.records.orgs.models import Unit, UnitCode, UnitName, UnitPlace
from thidua.vn.fold import fold


@dataclass(frozen=True)
class Standing:
    """What the derived columns of one unit must say."""

    name: str
    short_name: str
    code: str
    folded: str
    parent_id: int | None
    body_id: int | None
    path: str


COLUMNS = ("name", "short_name", "code", "folded", "parent_id", "body_id", "path")


def is_body(unit: Unit) -> bool:
    """Legal persons, and clusters: they keep a register of their own."""
    return unit.is_legal_person or unit.kind == Unit.Kind.CLUSTER


def day_of(unit: Unit, on: date) -> date:
    """The day on which a unit is looked at: not before it was founded, not after it ended."""
    if unit.founded_on and on < unit.founded_on:
        return unit.founded_on
    if unit.dissolved_on and on >= unit.dissolved_on:
        return unit.dissolved_on - timedelta(days=1)
    return on


def settle(unit: Unit, on: date) -> Unit:
    """Bring one unit, and what stands below it, in step with its dated rows of the day."""
    day = day_of(unit, on)
    _name(unit, list(unit.names.all()), list(unit.codes.all()), day)
    place = pick(unit.places.select_related("parent"), day)
    parent = place.parent if place else None
    path = f"{parent.path if parent else '/'}{unit.pk}/"
    body_id = unit.pk if is_body(unit) else parent.body_id if parent else None
    if unit.path and (path != unit.path or body_id != unit.body_id):
        _carry_along(unit, path, body_id)
    unit.parent, unit.path, unit.body_id = parent, path, body_id
    unit.save()
    return unit


def _name(unit: Unit, names: list[UnitName], codes: list[UnitCode], day: date) -> None:
    named = nearest(names, day)
    if named:
        unit.name, unit.short_name, unit.folded = named.name, named.short_name, fold(named.name)[:300]
    coded = pick((code for code in codes if code.scheme == UnitCode.Scheme.SHORT), day)
    unit.code = coded.code if coded else ""


def _carry_along(unit: Unit, path: str, body_id: int | None) -> None:
    """Two statements for the whole subtree, however large."""
    below = Unit.objects.filter(path__startswith=unit.path).exclude(pk=unit.pk)
    if body_id != unit.body_id:
        below.filter(body_id=unit.body_id).update(body_id=body_id)
    if path != unit.path:
        below.update(path=Concat(Value(path), Substr("path", len(unit.path) + 1)))


def recompute(on: date) -> dict[int, Standing]:
    """The derived columns of every unit, worked out anew from the dated rows alone."""
    units = {unit.pk: unit for unit in Unit.objects.all()}
    names = _by_unit(UnitName.objects.all())
    codes = _by_unit(UnitCode.objects.filter(scheme=UnitCode.Scheme.SHORT))
    places = _by_unit(UnitPlace.objects.all())
    parents = {}
    for pk, unit in units.items():
        place = pick(places.get(pk, []), day_of(unit, on))
        parents[pk] = place.parent_id if place else None
    found = {}
    for pk, unit in units.items():
        above = _upward(pk, parents)
        _name(unit, names.get(pk, []), codes.get(pk, []), day_of(unit, on))
        found[pk] = Standing(
            name=unit.name,
            short_name=unit.short_name,
            code=unit.code,
            folded=unit.folded,
            parent_id=parents[pk],
            body_id=next((each for each in above if is_body(units[each])), None),
            path="/" + "".join(f"{each}/" for each in reversed(above)),
        )
    return found


def out_of_step(on: date) -> dict[int, Standing]:
    """Units whose derived columns differ from what their dated rows say on the day."""
    kept = {row["pk"]: row for row in Unit.objects.values("pk", *COLUMNS)}
    return {
        pk: standing
        for pk, standing in recompute(on).items()
        if any(kept[pk][column] != getattr(standing, column) for column in COLUMNS)
    }


def correct(found: dict[int, Standing]) -> None:
    """Write what `out_of_step` found."""
    for pk, standing in found.items():
        Unit.objects.filter(pk=pk).update(**{column: getattr(standing, column) for column in COLUMNS})


def _upward(pk: int, parents: dict[int, int | None]) -> list[int]:
    """The unit and those above it, nearest first; a circle ends where it closes."""
    found: list[int] = []
    at: int | None = pk
    while at is not None and at not in found:
        found.append(at)
        at = parents.get(at)
    return found


def _by_unit(rows: Iterable[UnitName] | Iterable[UnitCode] | Iterable[UnitPlace]) -> dict[int, list]:
    found: dict[int, list] = {}
    for row in rows:
        found.setdefault(row.unit_id, []).append(row)
    return found
