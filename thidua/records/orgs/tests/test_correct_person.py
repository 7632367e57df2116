from datetime import date

import pytest

from thidua.kit.refused import Refused
from thidua.records.orgs.models import Position
from thidua.records.orgs.services import people, succession
from thidua.records.orgs.tests import factories


def test_name_and_account_are_mended_together(so_van_hoa, ha, minh, as_actor, now):
    person = people.correct_person(ha.person, by=as_actor(minh), at=now, full_name="Võ Thu Hạ", gender="nu")

    ha.refresh_from_db()
    assert (person.full_name, person.folded, person.gender) == ("Võ Thu Hạ", "vo thu ha", "nu")
    assert ha.full_name == "Võ Thu Hạ"


def test_a_merged_card_is_no_longer_mended(so_van_hoa, minh, as_actor, now):
    first, second = (factories.person("Lê Thị Ba", so_van_hoa) for _ in range(2))
    people.merge_people(second, by=as_actor(minh), at=now, into=first)

    with pytest.raises(Refused, match="đã nhập vào thẻ khác"):
        people.correct_person(second, by=as_actor(minh), at=now, full_name="Lê Thị Bốn")


@pytest.mark.parametrize("name", ["tung", "binh", "ha"])
def test_others_are_refused(request, so_van_hoa, son, as_actor, now, name):
    with pytest.raises(Refused):
        people.correct_person(son.person, by=as_actor(request.getfixturevalue(name)), at=now, full_name="X")


def test_a_body_that_the_person_has_left_no_longer_mends_the_card(
    so_van_hoa, so_noi_vu, minh, binh, as_actor, now
):
    person = factories.person("Lê Thị Ba", so_van_hoa)
    person.positions.update(until="2024-01-01")
    Position.objects.create(person=person, unit=so_noi_vu, since="2024-01-01")

    with pytest.raises(Refused, match="không thuộc cơ quan"):
        people.correct_person(person, by=as_actor(minh), at=now, full_name="Lê Thị Bốn")
    assert people.correct_person(person, by=as_actor(binh), at=now, full_name="Lê Thị Bốn")


def test_the_receiving_unit_ends_positions_of_the_unit_that_ended_in_it(
    so_van_hoa, so_noi_vu, minh, quan, as_actor, now
):
    person = factories.person("Lê Thị Ba", so_noi_vu)
    succession.merge_units(
        [so_noi_vu], by=as_actor(quan), at=now, into=so_van_hoa, on=date(2024, 6, 1), by_document="NQ"
    )

    ended = people.end_position(person.positions.get(), by=as_actor(minh), at=now, until=date(2024, 6, 1))

    assert ended.until == date(2024, 6, 1)
