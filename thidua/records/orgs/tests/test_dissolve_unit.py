from datetime import date

import pytest

from thidua.kit.refused import Refused
from thidua.records.orgs.models import RoleHeld
from thidua.records.orgs.services import units

DAY = date(2024, 6, 1)


def test_it_ends_with_its_document(phong_di_san, dung, as_actor, now):
    unit = units.dissolve_unit(phong_di_san, by=as_actor(dung), at=now, on=DAY, by_document="05/QĐ-SVH")

    assert (unit.dissolved_on, unit.dissolved_by) == (DAY, "05/QĐ-SVH")


def test_living_sub_units_forbid_it(so_van_hoa, phong_di_san, quan, as_actor, now):
    with pytest.raises(Refused, match="Còn đơn vị trực thuộc: Phòng Quản lý di sản"):
        units.dissolve_unit(so_van_hoa, by=as_actor(quan), at=now, on=DAY)


def test_ended_sub_units_do_not(so_van_hoa, phong_di_san, quan, dung, as_actor, now):
    units.dissolve_unit(phong_di_san, by=as_actor(dung), at=now, on=DAY)

    assert units.dissolve_unit(so_van_hoa, by=as_actor(quan), at=now, on=DAY).dissolved_on == DAY


def test_roles_held_there_end_with_it(so_van_hoa, minh, quan, as_actor, now):
    units.dissolve_unit(so_van_hoa, by=as_actor(quan), at=now, on=DAY)

    assert set(RoleHeld.objects.filter(user=minh).values_list("until", flat=True)) == {DAY}
    assert as_actor(minh).scopes == ()


def test_twice_is_refused(phong_di_san, dung, as_actor, now):
    unit = units.dissolve_unit(phong_di_san, by=as_actor(dung), at=now, on=DAY)

    with pytest.raises(Refused, match="đã chấm dứt từ ngày 01/06/2024"):
        units.dissolve_unit(unit, by=as_actor(dung), at=now, on=date(2024, 7, 1))


def test_the_branch_one_sits_on_is_not_sawn_off(so_van_hoa, dung, as_actor, now):
    with pytest.raises(Refused, match="chỉ ở tổ chức này"):
        units.dissolve_unit(so_van_hoa, by=as_actor(dung), at=now, on=DAY)


def test_tung_is_refused(phong_di_san, tung, as_actor, now):
    with pytest.raises(Refused):
        units.dissolve_unit(phong_di_san, by=as_actor(tung), at=now, on=DAY)
