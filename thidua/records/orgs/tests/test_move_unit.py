from datetime import date

import pytest

from thidua.kit.refused import Refused
from thidua.records.orgs import selectors
from thidua.records.orgs.models import Unit
from thidua.records.orgs.services import units
from thidua.records.orgs.tests import factories

DAY = date(2024, 5, 1)


@pytest.fixture
def museum(so_van_hoa):
    return factories.unit("Bảo tàng tỉnh", parent=so_van_hoa, level="don_vi")


@pytest.fixture
def hall(museum):
    return factories.unit("Phòng Trưng bày", parent=museum, legal=False, level="don_vi", kind="phong")


def move(unit, parent, actor, now, since=DAY):
    return units.move_unit(unit, by=actor, at=now, parent=parent, since=since)


def test_what_stands_below_goes_along(museum, hall, so_noi_vu, quan, as_actor, now):
    museum = move(museum, so_noi_vu, as_actor(quan), now)

    hall.refresh_from_db()
    assert museum.path == f"{so_noi_vu.path}{museum.pk}/"
    assert hall.path == f"{museum.path}{hall.pk}/"
    assert hall.body == museum


def test_a_room_gets_another_body_with_all_below_it(phong_di_san, so_noi_vu, quan, as_actor, now):
    team = factories.unit("Tổ Lưu trữ", parent=phong_di_san, legal=False, level="don_vi", kind="phong")

    move(phong_di_san, so_noi_vu, as_actor(quan), now)

    team.refresh_from_db()
    assert team.body == so_noi_vu


def test_where_it_stood_before_is_known(museum, so_van_hoa, so_noi_vu, quan, as_actor, now):
    museum = move(museum, so_noi_vu, as_actor(quan), now)

    assert selectors.place_on(museum, date(2024, 4, 30)) == so_van_hoa
    assert selectors.place_on(museum, DAY) == so_noi_vu


def test_below_itself_it_is_refused(museum, hall, quan, as_actor, now):
    with pytest.raises(Refused, match="trực thuộc"):
        move(museum, hall, as_actor(quan), now)


def test_a_circle_closed_by_a_coming_move_is_refused(museum, so_noi_vu, tan_giang, quan, as_actor, now):
    other = factories.unit("Nhà hát tỉnh", parent=so_noi_vu, level="don_vi")
    move(other, museum, as_actor(quan), now, since=date(2024, 9, 1))

    with pytest.raises(Refused, match="sẽ trực thuộc"):
        move(museum, other, as_actor(quan), now)


def test_to_the_top_only_by_the_administrator_at_the_top(museum, dung, quan, as_actor, now):
    with pytest.raises(Refused, match="cấp cao nhất"):
        move(museum, None, as_actor(dung), now)

    museum = move(museum, None, as_actor(quan), now)
    assert (museum.parent, museum.path) == (None, f"/{museum.pk}/")


def test_into_somebody_elses_tree_is_refused(museum, so_noi_vu, dung, as_actor, now):
    with pytest.raises(Refused, match="ngoài phạm vi quản trị"):
        move(museum, so_noi_vu, as_actor(dung), now)


def test_under_a_dissolved_unit_it_is_refused(museum, so_noi_vu, quan, as_actor, now):
    Unit.objects.filter(pk=so_noi_vu.pk).update(dissolved_on=date(2024, 1, 1))

    with pytest.raises(Refused, match="đã chấm dứt"):
        move(museum, so_noi_vu, as_actor(quan), now)


def test_to_where_it_is_it_is_refused(museum, so_van_hoa, quan, as_actor, now):
    with pytest.raises(Refused, match="đã ở vị trí này"):
        move(museum, so_van_hoa, as_actor(quan), now)


def test_tung_is_refused(museum, so_noi_vu, tung, as_actor, now):
    with pytest.raises(Refused):
        move(museum, so_noi_vu, as_actor(tung), now)
