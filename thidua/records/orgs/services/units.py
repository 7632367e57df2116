"""Units are founded, renamed, moved, coded, corrected, dissolved. Dated rows first, derived columns after them."""

from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.db.models import Q

from thidua.kit.audit import chain
from thidua.kit.refused import Refused, refuse_if
from thidua.records.orgs import permissions, tree, unit_rows
from thidua.records.orgs.actors import Actor
from thidua.records.orgs.dated import overlaps
from thidua.records.orgs.models import RoleHeld, Unit, UnitCode, UnitName, UnitPlace
from thidua.records.orgs.typed import tidy
from thidua.vn.fold import fold

OFFICIAL = (UnitCode.Scheme.H02, UnitCode.Scheme.QD20)
CORRECTED = ("kind", "level", "is_legal_person", "issues_papers", "founded_on", "note")


@transaction.atomic
def found_unit(
    name: str,
    *,
    by: Actor,
    at: datetime,
    kind: str,
    level: str,
    parent: Unit | None = None,
    short_name: str = "",
    code: str = "",
    is_legal_person: bool = False,
    issues_papers: bool = True,
    since: date | None = None,
    by_document: str = "",
    note: str = "",
) -> Unit:
    """A unit of the installation's own tree. `since`: founding day; None where it is not known."""
    parent = unit_rows.locked(parent) if parent else None
    refuse_if(permissions.why_not_found_unit(by, parent))
    unit_rows.refuse_twin(name, parent, by.on)
    unit = Unit(
        kind=kind,
        level=level,
        is_legal_person=is_legal_person,
        issues_papers=issues_papers,
        founded_on=since,
        note=note,
    )
    unit_rows.begin(
        unit, name, short_name=short_name, code=code, parent=parent, by_document=by_document, on=by.on
    )
    changes = {
        "parent": [None, str(parent or "")],
        "since": [None, since],
        "by_document": [None, by_document],
    }
    chain.record("orgs.found_unit", unit, by=by, at=at, changes=changes)
    return unit


@transaction.atomic
def add_outside_unit(
    name: str,
    *,
    by: Actor,
    at: datetime,
    kind: str,
    level: str,
    parent: Unit | None = None,
    short_name: str = "",
    code: str = "",
    since: date | None = None,
    note: str = "",
) -> Unit:
    """A body known by name only; one that stands already under the same name is refused, naming it."""
    refuse_if(permissions.why_not_add_outside_unit(by))
    unit_rows.hold_first()
    unit_rows.refuse_twin(name, parent, by.on)
    unit = Unit(kind=kind, level=level, is_legal_person=True, is_outside=True, founded_on=since, note=note)
    unit_rows.begin(unit, name, short_name=short_name, code=code, parent=parent, on=by.on)
    chain.record("orgs.add_outside_unit", unit, by=by, at=at, changes={"level": [None, level]})
    return unit


@transaction.atomic
def rename_unit(
    unit: Unit,
    *,
    by: Actor,
    at: datetime,
    name: str,
    since: date,
    short_name: str = "",
    by_document: str = "",
) -> Unit:
    """The same legal identity under a new name from a day on; the former one stays in the history."""
    unit = unit_rows.locked(unit)
    refuse_if(permissions.why_not_manage_unit(by, unit))
    name, former = tidy(name), unit.names.filter(until__isnull=True).first()
    unit_rows.refuse_day(unit, since, former, "Đổi tên")
    if former and former.name == name and former.short_name == short_name:
        raise Refused("Tên mới giống tên hiện nay.")
    if former:
        UnitName.objects.filter(pk=former.pk).update(until=since)
    UnitName.objects.create(
        unit=unit,
        name=name,
        short_name=short_name,
        folded=fold(name)[:300],
        since=since,
        by_document=by_document,
    )
    tree.settle(unit, by.on)
    changes = {"name": [former.name if former else "", name], "since": [None, since]}
    changes["by_document"] = [None, by_document]
    chain.record("orgs.rename_unit", unit, by=by, at=at, text=name, changes=changes)
    return unit


@transaction.atomic
def record_former_name(
    unit: Unit,
    *,
    by: Actor,
    at: datetime,
    name: str,
    until: date,
    since: date | None = None,
    short_name: str = "",
    by_document: str = "",
) -> Unit:
    """A name that the unit bore before: [since, until). The first known name then begins where this one ends."""
    unit = unit_rows.locked(unit)
    refuse_if(permissions.why_not_manage_unit(by, unit))
    if since and since >= until:
        raise Refused("Ngày thôi dùng phải sau ngày bắt đầu dùng tên.")
    unit.names.filter(Q(until__isnull=True) | Q(until__gt=until), since__isnull=True).update(since=until)
    clash = next((row for row in unit.names.all() if overlaps(row, since, until)), None)
    if clash:
        raise Refused(f"Trong thời gian đó tổ chức đã mang tên “{clash}”. Sửa lại ngày.")
    UnitName.objects.create(
        unit=unit,
        name=tidy(name),
        short_name=short_name,
        folded=fold(name)[:300],
        since=since,
        until=until,
        by_document=by_document,
    )
    tree.settle(unit, by.on)
    chain.record(
        "orgs.record_former_name", unit, by=by, at=at, changes={"name": [None, name], "until": [None, until]}
    )
    return unit


@transaction.atomic
def move_unit(
    unit: Unit, *, by: Actor, at: datetime, parent: Unit | None, since: date, by_document: str = ""
) -> Unit:
    """Under another superior from a day on; None: to the top. What stands below goes along."""
    unit = unit_rows.locked_with_trees(unit, parent)
    parent = Unit.objects.get(pk=parent.pk) if parent else None
    refuse_if(permissions.why_not_move_unit(by, unit, parent))
    former = unit.places.filter(until__isnull=True).select_related("parent").first()
    unit_rows.refuse_day(unit, since, former, "Chuyển")
    if (former.parent_id if former else None) == (parent.pk if parent else None):
        raise Refused(f"“{unit}” đã ở vị trí này.")
    if parent:
        refuse_if(unit_rows.why_not_below(unit, parent, since))
    if former:
        UnitPlace.objects.filter(pk=former.pk).update(until=since)
    if parent:
        UnitPlace.objects.create(unit=unit, parent=parent, since=since, by_document=by_document)
    tree.settle(unit, by.on)
    changes = {"parent": [str(former.parent) if former else "", str(parent or "")], "since": [None, since]}
    changes["by_document"] = [None, by_document]
    chain.record("orgs.move_unit", unit, by=by, at=at, changes=changes)
    return unit


@transaction.atomic
def set_code(
    unit: Unit, *, by: Actor, at: datetime, scheme: str, code: str, since: date | None = None
) -> Unit:
    """A code of a scheme from a day on; the one before it ends. Of "other symbols" there may be several."""
    unit = unit_rows.locked(unit)
    refuse_if(permissions.why_not_manage_unit(by, unit))
    code = tidy(code)
    taken = UnitCode.objects.filter(scheme=scheme, code=code, until__isnull=True)
    if scheme in OFFICIAL:
        holder = taken.exclude(unit=unit).select_related("unit").first()
        if holder:
            raise Refused(f"Mã {code} đang dùng cho “{holder.unit}”. Kiểm tra lại mã.")
    if taken.filter(unit=unit).exists():
        raise Refused(f"“{unit}” đã mang mã {code}.")
    former = (
        None
        if scheme == UnitCode.Scheme.ALIAS
        else unit.codes.filter(scheme=scheme, until__isnull=True).first()
    )
    if former and since is None:
        UnitCode.objects.filter(pk=former.pk).update(code=code)
    else:
        if former and since:
            unit_rows.refuse_day(unit, since, former, "Đổi mã")
            UnitCode.objects.filter(pk=former.pk).update(until=since)
        UnitCode.objects.create(unit=unit, scheme=scheme, code=code, since=since)
    tree.settle(unit, by.on)
    changes = {
        "scheme": [None, scheme],
        "code": [former.code if former else "", code],
        "since": [None, since],
    }
    chain.record("orgs.set_code", unit, by=by, at=at, changes=changes)
    return unit


@transaction.atomic
def correct_unit(
    unit: Unit, *, by: Actor, at: datetime, name: str = "", short_name: str | None = None, **facts: Any
) -> Unit:
    """Mend what was typed wrong: the name of today in place, kind, level, personality, founding day, note."""
    unit = unit_rows.locked(unit)
    refuse_if(permissions.why_not_manage_unit(by, unit))
    changes: dict[str, list[Any]] = {}
    for field in CORRECTED:
        if field in facts and facts[field] != getattr(unit, field):
            changes[field] = [getattr(unit, field), facts[field]]
            setattr(unit, field, facts[field])
    if unit.founded_on and unit.dissolved_on and unit.founded_on >= unit.dissolved_on:
        raise Refused("Ngày thành lập phải trước ngày chấm dứt.")
    row = unit.names.filter(until__isnull=True).first()
    if row and name and tidy(name) != row.name:
        changes["name"] = [row.name, tidy(name)]
        row.name, row.folded = tidy(name), fold(name)[:300]
    if row and short_name is not None and short_name != row.short_name:
        changes["short_name"] = [row.short_name, short_name]
        row.short_name = short_name
    if row:
        row.save()
    tree.settle(unit, by.on)
    chain.record("orgs.correct_unit", unit, by=by, at=at, changes=changes)
    return unit


@transaction.atomic
def mark_outside(unit: Unit, *, by: Actor, at: datetime, outside: bool) -> Unit:
    """An outside body joins the installation, or one of its own leaves it. Accounts there forbid the latter."""
    unit = unit_rows.locked(unit)
    refuse_if(permissions.why_not_manage_unit(by, unit))
    if outside and RoleHeld.objects.on(by.on).filter(unit__path__startswith=unit.path).exists():
        raise Refused(f"Còn tài khoản giữ vai trò tại “{unit}”. Thôi các vai trò đó trước.")
    Unit.objects.filter(path__startswith=unit.path).update(is_outside=outside)
    unit.is_outside = outside
    chain.record("orgs.mark_outside", unit, by=by, at=at, changes={"is_outside": [not outside, outside]})
    return unit


@transaction.atomic
def dissolve_unit(
    unit: Unit, *, by: Actor, at: datetime, on: date, by_document: str = "", note: str = ""
) -> Unit:
    """Ends without a successor: `on` is the first day on which it is no more. Roles held there end with it."""
    unit = unit_rows.locked(unit)
    refuse_if(permissions.why_not_dissolve_unit(by, unit, on))
    roles = unit_rows.end(unit, on, by_document)
    tree.settle(unit, by.on)
    changes = {"dissolved_on": [None, on], "by_document": [None, by_document], "roles_ended": [None, roles]}
    chain.record("orgs.dissolve_unit", unit, by=by, at=at, changes=changes, note=note)
    return unit
