from datetime import date

import pytest

from thidua.records.orgs import selectors
from thidua.records.orgs.actors import public
from thidua.records.orgs.models import Person, Position
from thidua.records.orgs.services import people, succession
from thidua.records.orgs.tests import factories


@pytest.fixture
def everybody(so_van_hoa, phong_di_san, so_noi_vu, so_van_hoa_nam_hai, tan_giang):
    return {
        name: factories.person(name, at)
        for name, at in {
            "Trần Thị Ngọc": so_van_hoa,
            "Lê Văn Đạt": phong_di_san,
            "Phạm Thị Bưởi": so_noi_vu,
            "Hồ Thị Xa": so_van_hoa_nam_hai,
            "Đỗ Chủ Tịch": tan_giang,
        }.items()
    }


def seen(actor, everybody):
    visible = set(selectors.people_visible_to(actor))
    return {name for name, person in everybody.items() if person in visible}


def test_a_specialist_sees_the_people_of_the_body_with_its_rooms(everybody, minh, as_actor):
    assert seen(as_actor(minh), everybody) == {"Trần Thị Ngọc", "Lê Văn Đạt"}


def test_an_administrator_at_the_top_sees_those_below(everybody, quan, as_actor):
    assert seen(as_actor(quan), everybody) == {"Trần Thị Ngọc", "Lê Văn Đạt", "Phạm Thị Bưởi", "Đỗ Chủ Tịch"}


def test_tung_sees_only_his_own(everybody, tung, as_actor):
    assert seen(as_actor(tung), everybody) == {"Hồ Thị Xa"}


def test_the_public_sees_nobody(everybody, today):
    assert seen(public(today), everybody) == set()


def test_without_the_right_nobody_is_seen(everybody, so_van_hoa, as_actor):
    clerk = factories.user("nhan", "Vũ Thị Nhàn", so_van_hoa, "nhan_vien")

    assert seen(as_actor(clerk), everybody) == set()


def test_people_of_a_unit_that_ended_are_seen_by_its_successor(
    everybody, so_van_hoa, so_noi_vu, binh, quan, as_actor, now
):
    succession.merge_units(
        [so_noi_vu], by=as_actor(quan), at=now, into=so_van_hoa, on=date(2024, 6, 1), by_document="NQ"
    )
    minh = factories.user("minh2", "Lê Minh", so_van_hoa, "chuyen_vien")

    assert "Phạm Thị Bưởi" in seen(as_actor(minh), everybody)


def test_those_who_left_are_still_seen(everybody, minh, as_actor):
    Position.objects.filter(person=everybody["Trần Thị Ngọc"]).update(until=date(2020, 1, 1))

    assert "Trần Thị Ngọc" in seen(as_actor(minh), everybody)


def test_a_farmer_without_a_unit_is_seen_by_who_wrote_the_card(minh, binh, as_actor, now):
    farmer = people.add_person("Danh Thị Út", by=as_actor(minh), at=now, home="ấp 3, xã Bình Hòa")

    assert farmer in selectors.people_visible_to(as_actor(minh))
    assert farmer not in selectors.people_visible_to(as_actor(binh))


@pytest.fixture
def office(so_van_hoa):
    for name in ("Nguyễn Văn Ân", "Đào Thị An", "Bùi Thị Ánh", "Lê Thị Ba", "Nguyễn Thị An"):
        factories.person(name, so_van_hoa)


def test_the_list_is_in_vietnamese_order(office, minh, as_actor):
    names = [
        str(person) for person in selectors.people_of(as_actor(minh)) if person.full_name != "Lê Quang Minh"
    ]

    assert names == ["Đào Thị An", "Nguyễn Thị An", "Bùi Thị Ánh", "Nguyễn Văn Ân", "Lê Thị Ba"]


def test_pickers_put_the_very_marks_first(office, minh, as_actor):
    found = [str(person) for person in selectors.search_people(as_actor(minh), "Ân")]

    assert found[0] == "Nguyễn Văn Ân"
    assert set(found[1:]) >= {"Đào Thị An", "Nguyễn Thị An", "Bùi Thị Ánh"}


@pytest.mark.parametrize(("state", "count"), [("", 6), ("dang", 5), ("thoi", 1), ("khong", 0)])
def test_the_list_by_state(office, minh, as_actor, state, count):
    Position.objects.filter(person__full_name="Lê Thị Ba").update(until=date(2024, 1, 1))

    assert selectors.people_of(as_actor(minh), state=state).count() == count


def test_by_unit_with_what_stands_below(everybody, so_van_hoa, phong_di_san, minh, as_actor):
    assert {str(p) for p in selectors.people_of(as_actor(minh), unit=phong_di_san)} == {"Lê Văn Đạt"}
    assert selectors.people_of(as_actor(minh), unit=so_van_hoa).count() == 3


def test_merged_cards_are_shown_nowhere(everybody, minh, as_actor):
    shown, hidden = everybody["Trần Thị Ngọc"], everybody["Lê Văn Đạt"]
    Person.objects.filter(pk=hidden.pk).update(merged_into=shown)

    assert hidden not in selectors.people_visible_to(as_actor(minh))
    assert selectors.same_person_ids([shown.pk]) == {shown.pk: shown.pk, hidden.pk: shown.pk}
