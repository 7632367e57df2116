"""What several verbs of `services.units` and `services.succession` do to the rows of units. Called by them only."""

from datetime import date, timedelta

from django.db.models import F, Q

from thidua.kit.refused import Refused
from thidua.records.orgs import tree
from thidua.records.orgs.dated import Dated
from thidua.records.orgs.models import RoleHeld, Unit, UnitCode, UnitName, UnitPlace
from thidua.records.orgs.typed import tidy
from thidua.vn.fold import fold


def begin(
    unit: Unit,
    name: str,
    *,
    short_name: str = "",
    code: str = "",
    parent: Unit | None = None,
    by_document: str = "",
    on: date,
) -> Unit:
    """Save a new unit with its first name, place and symbol."""
    name, since = tidy(name), unit.founded_on
    if parent and since and parent.founded_on and since < parent.founded_on:
        raise Refused(
            f"“{parent}” thành lập ngày {parent.founded_on:%d/%m/%Y}, sau ngày thành lập đơn vị này."
        )
    unit.name, unit.folded, unit.path = name, fold(name)[:300], ""
    unit.save()
    UnitName.objects.create(
        unit=unit,
        name=name,
        short_name=short_name,
        folded=fold(name)[:300],
        since=since,
        by_document=by_document,
    )
    if parent:
        UnitPlace.objects.create(unit=unit, parent=parent, since=since, by_document=by_document)
    if code:
        UnitCode.objects.create(unit=unit, scheme=UnitCode.Scheme.SHORT, code=tidy(code), since=since)
    return tree.settle(unit, on)


def end(unit: Unit, on: date, by_document: str) -> int:
    """Set the day of ending and end the roles held there; how many. A role begun on that day or later lasts a day."""
    unit.dissolved_on, unit.dissolved_by = on, by_document
    unit.save(update_fields=["dissolved_on", "dissolved_by"])
    running = RoleHeld.objects.filter(Q(until__isnull=True) | Q(until__gt=on), unit=unit)
    late = running.filter(since__gte=on).update(until=F("since") + timedelta(days=1))
    return late + running.filter(since__lt=on).update(until=on)


def locked(unit: Unit) -> Unit:
    """The fresh row, held until the transaction ends."""
    return Unit.objects.select_for_update().get(pk=unit.pk)


def locked_with_trees(unit: Unit, parent: Unit | None) -> Unit:
    """The fresh row, with the tops of both trees held: two moves at once could otherwise close a circle."""
    tops = {int(each.path.split("/")[1]) for each in (unit, parent) if each is not None}
    list(Unit.objects.select_for_update().filter(pk__in=tops).order_by("pk"))
    return locked(unit)


def hold_first() -> None:
    """One at a time adds outside bodies: two officers who meet the same new issuer add it once."""
    list(Unit.objects.select_for_update().order_by("pk")[:1])


def refuse_twin(name: str, parent: Unit | None, on: date) -> None:
    """Two living units of one name under one superior are one unit typed twice."""
    standing = Unit.objects.existing(on).filter(folded=fold(name), parent=parent).first()
    if standing:
        raise Refused(f"Đã có “{standing}”. Dùng tổ chức đó, hoặc ghi tên đầy đủ hơn.")


def refuse_day(unit: Unit, since: date, former: Dated | None, act: str) -> None:
    """A change comes after the one before it, and within the life of the unit."""
    if former and former.since and since <= former.since:
        raise Refused(f"{act} phải sau ngày {former.since:%d/%m/%Y} của lần trước. Sửa lại ngày.")
    if unit.founded_on and since <= unit.founded_on:
        raise Refused(f"{act} phải sau ngày thành lập {unit.founded_on:%d/%m/%Y}.")
    if unit.dissolved_on and since >= unit.dissolved_on:
        raise Refused(f"“{unit}” đã chấm dứt từ ngày {unit.dissolved_on:%d/%m/%Y}.")


def why_not_below(unit: Unit, parent: Unit, since: date) -> list[str]:
    """No circle, neither on that day nor by a move already entered for a later one; one query a level."""
    if parent.dissolved_on and parent.dissolved_on <= since:
        return [
            f"“{parent}” đã chấm dứt từ ngày {parent.dissolved_on:%d/%m/%Y}. Chọn tổ chức đang hoạt động."
        ]
    if parent.founded_on and parent.founded_on > since:
        return [f"“{parent}” thành lập ngày {parent.founded_on:%d/%m/%Y}, sau ngày chuyển."]
    seen: set[int] = set()
    latest = {parent.pk}
    while latest:
        if unit.pk in latest:
            return [f"“{parent}” đang hoặc sẽ trực thuộc “{unit}”. Chọn tổ chức cấp trên khác."]
        seen |= latest
        places = UnitPlace.objects.filter(Q(until__isnull=True) | Q(until__gt=since), unit__in=latest)
        latest = set(places.values_list("parent_id", flat=True)) - seen
    return []
