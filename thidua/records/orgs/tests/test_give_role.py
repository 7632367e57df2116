from datetime import date, timedelta

import pytest

from thidua.kit.refused import Refused
from thidua.records.orgs.models import RoleHeld
from thidua.records.orgs.rights import Right
from thidua.records.orgs.services import accounts
from thidua.records.orgs.tests import factories


def give(user, actor, unit, now, today, **changes):
    return accounts.give_role(
        user, by=actor, at=now, **{"role": "ke_toan", "unit": unit, "since": today, **changes}
    )


def test_the_role_counts_from_its_day(minh, so_van_hoa, dung, as_actor, now, today):
    held = give(minh, as_actor(dung), so_van_hoa, now, today, until=today + timedelta(30))

    assert "ke_toan" in {scope.role for scope in as_actor(minh).scopes}
    assert held.until == date(2024, 7, 12)


def test_a_role_of_a_coming_day_does_not_count_yet(minh, so_van_hoa, dung, as_actor, now):
    give(minh, as_actor(dung), so_van_hoa, now, date(2024, 7, 1))

    assert "ke_toan" not in {scope.role for scope in as_actor(minh).scopes}


def test_somebody_from_another_body_gets_one_too(binh, so_van_hoa, dung, as_actor, now, today):
    give(binh, as_actor(dung), so_van_hoa, now, today, role="thanh_vien_hoi_dong")

    assert so_van_hoa.pk in as_actor(binh).bodies(Right.REGISTER_READ)


def test_the_same_role_at_the_same_time_is_refused(minh, so_van_hoa, dung, as_actor, now, today):
    with pytest.raises(Refused, match="đã giữ vai trò “Văn thư”"):
        give(minh, as_actor(dung), so_van_hoa, now, today, role="van_thu")


def test_an_end_before_the_beginning_is_refused(minh, so_van_hoa, dung, as_actor, now, today):
    with pytest.raises(Refused, match="phải sau ngày bắt đầu"):
        give(minh, as_actor(dung), so_van_hoa, now, today, until=today)


def test_who_manages_one_unit_gives_nothing_below_it(
    minh, so_van_hoa, phong_di_san, dung, as_actor, now, today
):
    RoleHeld.objects.filter(user=dung).update(reach="unit")

    with pytest.raises(Refused, match="Chỉ đơn vị này"):
        give(minh, as_actor(dung), so_van_hoa, now, today)
    with pytest.raises(Refused, match="ngoài phạm vi"):
        give(minh, as_actor(dung), phong_di_san, now, today)
    assert give(minh, as_actor(dung), so_van_hoa, now, today, whole_subtree=False).reach == "unit"


def test_a_locked_account_gets_none(minh, so_van_hoa, dung, as_actor, now, today):
    accounts.lock_account(minh, by=as_actor(dung), at=now)

    with pytest.raises(Refused, match="đang khóa"):
        give(minh, as_actor(dung), so_van_hoa, now, today)


def test_an_ended_role_counts_no_more(minh, so_van_hoa, dung, as_actor, now, today):
    held = minh.roles_held.get(role="van_thu")

    accounts.end_role(held, by=as_actor(dung), at=now, until=today)

    assert {scope.role for scope in as_actor(minh).scopes} == {"chuyen_vien"}
    with pytest.raises(Refused, match="đã thôi"):
        accounts.end_role(held, by=as_actor(dung), at=now, until=today)


def test_a_role_not_yet_begun_is_taken_back_whole(minh, so_van_hoa, dung, as_actor, now, today):
    held = give(minh, as_actor(dung), so_van_hoa, now, date(2024, 7, 1))

    accounts.end_role(held, by=as_actor(dung), at=now, until=today)

    assert not minh.roles_held.filter(role="ke_toan").exists()


def test_an_end_before_a_past_beginning_is_refused(minh, dung, as_actor, now):
    with pytest.raises(Refused, match="phải sau ngày bắt đầu 01/01/2019"):
        accounts.end_role(
            minh.roles_held.get(role="van_thu"), by=as_actor(dung), at=now, until=factories.SINCE
        )


def test_ones_own_administration_is_ended_by_somebody_else(dung, quan, as_actor, now, today):
    held = dung.roles_held.get()

    with pytest.raises(Refused, match="chính mình"):
        accounts.end_role(held, by=as_actor(dung), at=now, until=today)
    assert accounts.end_role(held, by=as_actor(quan), at=now, until=today).until == today


@pytest.mark.parametrize("name", ["tung", "son", "binh"])
def test_others_are_refused(request, minh, so_van_hoa, as_actor, now, today, name):
    actor = as_actor(request.getfixturevalue(name))

    with pytest.raises(Refused):
        give(minh, actor, so_van_hoa, now, today)
    with pytest.raises(Refused):
        accounts.end_role(minh.roles_held.get(role="van_thu"), by=actor, at=now, until=today)
