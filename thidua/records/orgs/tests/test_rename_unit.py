from datetime import date

import pytest

from thidua.kit.refused import Refused
from thidua.records.orgs import selectors
from thidua.records.orgs.services import units, upkeep

NEW = "Sở Văn hóa và Thể thao tỉnh Tân Giang"


def rename(unit, actor, now, **changes):
    return units.rename_unit(
        unit,
        by=actor,
        at=now,
        **{"name": NEW, "since": date(2024, 3, 1), "by_document": "12/QĐ-UBND", **changes},
    )


def test_from_its_day_on_the_unit_bears_the_new_name(so_van_hoa, quan, as_actor, now):
    unit = rename(so_van_hoa, as_actor(quan), now)

    assert unit.name == NEW
    assert selectors.name_on(unit, date(2024, 2, 29)) == "Sở Văn hóa tỉnh Tân Giang"
    assert selectors.name_on(unit, date(2024, 3, 1)) == NEW


def test_a_name_of_a_coming_day_waits_for_it(so_van_hoa, quan, as_actor, the_system, now):
    unit = rename(so_van_hoa, as_actor(quan), now, since=date(2024, 7, 1))
    assert unit.name == "Sở Văn hóa tỉnh Tân Giang"

    later = type(the_system)(**{**vars(the_system), "on": date(2024, 7, 1)})
    assert upkeep.rebuild_tree(by=later, at=now) == 1

    unit.refresh_from_db()
    assert unit.name == NEW


def test_the_same_name_is_refused(so_van_hoa, quan, as_actor, now):
    with pytest.raises(Refused, match="giống tên hiện nay"):
        rename(so_van_hoa, as_actor(quan), now, name=so_van_hoa.name, short_name=so_van_hoa.short_name)


def test_a_day_before_the_last_change_is_refused(so_van_hoa, quan, as_actor, now):
    rename(so_van_hoa, as_actor(quan), now)

    with pytest.raises(Refused, match="phải sau ngày 01/03/2024"):
        rename(so_van_hoa, as_actor(quan), now, name="Tên khác", since=date(2024, 2, 1))


def test_a_former_name_is_recorded_before_the_first_known_one(so_van_hoa, quan, as_actor, now):
    unit = units.record_former_name(
        so_van_hoa, by=as_actor(quan), at=now, name="Sở Văn hóa - Thông tin", until=date(2008, 4, 1)
    )

    assert selectors.name_on(unit, date(2007, 1, 1)) == "Sở Văn hóa - Thông tin"
    assert selectors.name_on(unit, date(2008, 4, 1)) == "Sở Văn hóa tỉnh Tân Giang"
    assert unit.name == "Sở Văn hóa tỉnh Tân Giang"


def test_two_former_names_at_once_are_refused(so_van_hoa, quan, as_actor, now):
    actor = as_actor(quan)
    units.record_former_name(
        so_van_hoa, by=actor, at=now, name="Tên một", since=date(2000, 1, 1), until=date(2008, 4, 1)
    )

    with pytest.raises(Refused, match="đã mang tên “Tên một”"):
        units.record_former_name(so_van_hoa, by=actor, at=now, name="Tên hai", until=date(2007, 1, 1))


def test_tung_is_refused(so_van_hoa, tung, as_actor, now):
    with pytest.raises(Refused, match="ngoài phạm vi quản trị"):
        rename(so_van_hoa, as_actor(tung), now)
