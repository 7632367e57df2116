import pytest

from thidua.kit.refused import Refused
from thidua.records.orgs import selectors
from thidua.records.orgs.services import accounts
from thidua.records.orgs.tests import factories


def test_the_body_chosen_is_the_one_worked_in(minh, so_noi_vu, as_actor, now):
    factories.RoleHeld.objects.create(user=minh, role="nhan_vien", unit=so_noi_vu, since=factories.SINCE)
    assert {unit.name for unit in selectors.working_bodies(as_actor(minh))} == {
        "Sở Văn hóa tỉnh Tân Giang",
        "Sở Nội vụ tỉnh Tân Giang",
    }

    accounts.set_working(minh, by=as_actor(minh), at=now, body=so_noi_vu, year=2024)

    assert as_actor(minh).body == so_noi_vu
    assert minh.working_year == 2024


def test_where_one_holds_no_role_one_does_not_work(minh, so_noi_vu, as_actor, now):
    with pytest.raises(Refused, match="Không giữ vai trò"):
        accounts.set_working(minh, by=as_actor(minh), at=now, body=so_noi_vu, year=2024)


def test_nobody_chooses_for_another(minh, son, so_van_hoa, as_actor, now):
    with pytest.raises(Refused, match="tự chọn"):
        accounts.set_working(minh, by=as_actor(son), at=now, body=so_van_hoa, year=2024)
