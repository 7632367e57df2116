from datetime import date

import pytest

from thidua.kit.refused import Refused
from thidua.records.orgs import selectors
from thidua.records.orgs.models import Unit
from thidua.records.orgs.services import people
from thidua.records.orgs.tests import factories

DAY = date(2024, 6, 1)


@pytest.fixture
def ba(so_van_hoa):
    return factories.person("Lê Thị Ba", so_van_hoa)


def give(person, unit, actor, now, **changes):
    return people.give_position(
        person, by=actor, at=now, **{"unit": unit, "title": "Phó Trưởng phòng", "since": DAY, **changes}
    )


def test_a_second_position_stands_beside_the_first(ba, phong_di_san, minh, as_actor, now):
    give(ba, phong_di_san, as_actor(minh), now, is_main=False)

    assert [row.title for row in selectors.positions_of(ba)] == ["Phó Trưởng phòng", "Chuyên viên"]


def test_the_one_it_replaces_ends_the_same_day(ba, phong_di_san, minh, as_actor, now):
    former = ba.positions.get()

    give(ba, phong_di_san, as_actor(minh), now, replaces=former)

    former.refresh_from_db()
    assert former.until == DAY


def test_in_a_dissolved_unit_it_is_refused_but_the_receiving_unit_gives_one(
    ba, phong_di_san, so_van_hoa, minh, as_actor, now
):
    Unit.objects.filter(pk=phong_di_san.pk).update(dissolved_on=date(2024, 5, 1))
    phong_di_san.refresh_from_db()

    with pytest.raises(Refused, match="Chọn đơn vị tiếp nhận"):
        give(ba, phong_di_san, as_actor(minh), now)
    assert give(ba, so_van_hoa, as_actor(minh), now).unit == so_van_hoa


def test_the_same_again_is_refused(ba, so_van_hoa, minh, as_actor, now):
    with pytest.raises(Refused, match="đã giữ chức vụ này"):
        give(ba, so_van_hoa, as_actor(minh), now, title="Chuyên viên")


def test_an_end_before_the_beginning_is_refused(ba, phong_di_san, minh, as_actor, now):
    with pytest.raises(Refused, match="phải sau ngày bắt đầu"):
        give(ba, phong_di_san, as_actor(minh), now, until=DAY)


def test_somebody_elses_person_is_found_by_number_only(ba, so_noi_vu, binh, as_actor, now):
    with pytest.raises(Refused, match="Tìm theo số định danh"):
        give(ba, so_noi_vu, as_actor(binh), now)

    factories.RoleHeld.objects.create(user=binh, role="tra_dinh_danh", unit=so_noi_vu, since=factories.SINCE)
    assert give(ba, so_noi_vu, as_actor(binh), now).unit == so_noi_vu


def test_a_changed_title_ends_one_and_begins_another(ba, minh, as_actor, now):
    changed = people.change_position(
        ba.positions.get(),
        by=as_actor(minh),
        at=now,
        title="Chuyên viên chính",
        labour="chuyen_vien",
        since=DAY,
    )

    assert [(row.title, row.since, row.until) for row in selectors.positions_of(ba)] == [
        ("Chuyên viên chính", DAY, None),
        ("Chuyên viên", factories.SINCE, DAY),
    ]
    assert changed.labour == "chuyen_vien"


def test_an_ended_position_is_history(ba, minh, as_actor, now):
    position = people.end_position(ba.positions.get(), by=as_actor(minh), at=now, until=DAY)

    assert position.until == DAY
    with pytest.raises(Refused, match="đã thôi từ ngày 01/06/2024"):
        people.end_position(position, by=as_actor(minh), at=now, until=date(2024, 7, 1))


def test_a_mistyped_position_is_mended(ba, minh, as_actor, now):
    position = people.correct_position(
        ba.positions.get(), by=as_actor(minh), at=now, title="Văn thư", since=None
    )

    assert (position.title, position.since) == ("Văn thư", None)


@pytest.mark.parametrize("name", ["tung", "binh", "ha"])
def test_others_are_refused(request, ba, phong_di_san, as_actor, now, name):
    actor = as_actor(request.getfixturevalue(name))

    with pytest.raises(Refused):
        give(ba, phong_di_san, actor, now)
    with pytest.raises(Refused):
        people.end_position(ba.positions.get(), by=actor, at=now, until=DAY)
    with pytest.raises(Refused):
        people.change_position(ba.positions.get(), by=actor, at=now, title="X", labour="", since=DAY)
    with pytest.raises(Refused):
        people.correct_position(ba.positions.get(), by=actor, at=now, title="X")
