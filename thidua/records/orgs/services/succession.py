"""Units end in others, are split, hand duties over. The deciding document is kept as the text that cites it.

Nothing of theirs moves: history is read through `selectors.lineage`. People get positions in the receiving unit.
"""

from collections.abc import Sequence
from datetime import date, datetime

from django.db import transaction

from thidua.kit.audit import chain
from thidua.kit.refused import Refused, refuse_if
from thidua.records.orgs import permissions, tree, unit_rows
from thidua.records.orgs.actors import Actor
from thidua.records.orgs.models import Succession, Unit, UnitPlace


@transaction.atomic
def merge_units(
    units: Sequence[Unit],
    *,
    by: Actor,
    at: datetime,
    into: Unit,
    on: date,
    by_document: str,
    kind: str = Succession.Kind.MERGE,
    with_subunits: bool = True,
) -> Unit:
    """The units end on `on` and go on in `into`; their living sub-units move below it, or forbid the merger."""
    unit_rows.locked_with_trees(into, None)
    units = [unit_rows.locked_with_trees(unit, None) for unit in units]
    into = unit_rows.locked(into)
    refuse_if(permissions.why_not_merge_units(by, units, into, on))
    _refuse_without(by_document)
    for unit in units:
        children = list(unit.children.existing(on))
        if children and not with_subunits:
            raise Refused(f"“{unit}” còn đơn vị trực thuộc. Chuyển các đơn vị đó cùng, hoặc chấm dứt trước.")
        _carry_over(children, into, on, by_document)
        Succession.objects.create(predecessor=unit, successor=into, kind=kind, on=on, by_document=by_document)
        unit_rows.end(unit, on, by_document)
        tree.settle(unit, by.on)
        for child in children:
            tree.settle(Unit.objects.get(pk=child.pk), by.on)
    changes = {
        "merged": [None, [str(unit) for unit in units]],
        "units": [None, [unit.pk for unit in units]],
        "on": [None, on],
        "by_document": [None, by_document],
        "kind": [None, kind],
    }
    chain.record("orgs.merge_units", into, by=by, at=at, changes=changes)
    return into


@transaction.atomic
def split_unit(
    unit: Unit, *, by: Actor, at: datetime, into: Sequence[Unit], on: date, by_document: str, ends: bool
) -> Unit:
    """Into several (`ends`: chia, the unit is no more) or a part of it becomes another (tách, it lives on)."""
    unit = unit_rows.locked(unit)
    into = [unit_rows.locked(each) for each in into]
    refuse_if(permissions.why_not_manage_unit(by, unit))
    if ends:
        refuse_if(permissions.why_not_dissolve_unit(by, unit, on))
    _refuse_without(by_document)
    if unit.pk in {each.pk for each in into}:
        raise Refused("Tổ chức được chia, tách và tổ chức tiếp nhận phải khác nhau.")
    for each in into:
        refuse_if(permissions.why_not_receive(by, each, on))
        _link(unit, each, Succession.Kind.SPLIT, on, by_document)
    if ends:
        unit_rows.end(unit, on, by_document)
        tree.settle(unit, by.on)
    changes = {"into": [None, [str(each) for each in into]], "units": [None, [each.pk for each in into]]}
    changes |= {"on": [None, on], "by_document": [None, by_document], "ends": [None, ends]}
    chain.record("orgs.split_unit", unit, by=by, at=at, changes=changes)
    return unit


@transaction.atomic
def hand_over_duties(unit: Unit, *, by: Actor, at: datetime, to: Unit, on: date, by_document: str) -> Unit:
    """Some duties go to another unit; both live on, each with its own history."""
    unit = unit_rows.locked(unit)
    refuse_if(permissions.why_not_manage_unit(by, unit))
    refuse_if(permissions.why_not_receive(by, to, on))
    _refuse_without(by_document)
    if unit.pk == to.pk:
        raise Refused("Chọn tổ chức tiếp nhận khác.")
    _link(unit, to, Succession.Kind.TRANSFER, on, by_document)
    changes = {"to": [None, str(to)], "on": [None, on], "by_document": [None, by_document]}
    chain.record("orgs.hand_over_duties", unit, by=by, at=at, changes=changes)
    return unit


def _link(unit: Unit, successor: Unit, kind: str, on: date, by_document: str) -> None:
    if Succession.objects.filter(predecessor=unit, successor=successor).exists():
        raise Refused(f"Đã ghi “{successor}” tiếp nhận từ “{unit}”.")
    Succession.objects.create(
        predecessor=unit, successor=successor, kind=kind, on=on, by_document=by_document
    )


def _carry_over(children: Sequence[Unit], into: Unit, on: date, by_document: str) -> None:
    for child in children:
        reasons = unit_rows.why_not_below(child, into, on)
        refuse_if(reasons)
        former = child.places.filter(until__isnull=True).first()
        unit_rows.refuse_day(child, on, former, f"Chuyển “{child}”")
        child.places.filter(until__isnull=True).update(until=on)
        UnitPlace.objects.create(unit=child, parent=into, since=on, by_document=by_document)


def _refuse_without(by_document: str) -> None:
    if not by_document.strip():
        raise Refused("Ghi văn bản quyết định: số, ký hiệu, ngày, cơ quan ban hành.")
