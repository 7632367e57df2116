from datetime import date

import pytest

from thidua.kit.audit.models import AuditLine
from thidua.kit.refused import Refused
from thidua.records.orgs.models import Person
from thidua.records.orgs.services import people


def test_a_person_gets_a_card_and_a_first_position(so_van_hoa, minh, as_actor, now):
    person = people.add_person(
        " Nguyễn  Thị Hoa ",
        by=as_actor(minh),
        at=now,
        unit=so_van_hoa,
        title="Chuyên viên",
        born_on=date(1990, 5, 1),
    )

    assert (person.full_name, person.folded, person.birth_year) == ("Nguyễn Thị Hoa", "nguyen thi hoa", 1990)
    assert person.kept_by == so_van_hoa
    assert [(row.unit, row.title) for row in person.positions.all()] == [(so_van_hoa, "Chuyên viên")]


def test_a_pasted_column_leaves_one_line(so_van_hoa, minh, as_actor, now):
    rows = [people.NewPerson("Lê Thị Ba"), people.NewPerson("Trần Văn Tư", "Kế toán", birth_year=1988)]

    added = people.add_people(so_van_hoa, by=as_actor(minh), at=now, rows=rows)

    assert [person.full_name for person in added] == ["Lê Thị Ba", "Trần Văn Tư"]
    line = AuditLine.objects.get()
    assert (line.verb, line.changes["count"]) == ("orgs.add_people", [None, 2])


def test_into_another_body_is_refused(so_noi_vu, minh, as_actor, now):
    with pytest.raises(Refused, match="không thuộc cơ quan"):
        people.add_person("Nguyễn Thị Hoa", by=as_actor(minh), at=now, unit=so_noi_vu)

    assert not Person.objects.filter(folded="nguyen thi hoa").exists()


@pytest.mark.parametrize("name", ["tung", "ha"])
def test_strangers_and_readers_are_refused(request, so_van_hoa, as_actor, now, name):
    with pytest.raises(Refused):
        people.add_person(
            "Nguyễn Thị Hoa", by=as_actor(request.getfixturevalue(name)), at=now, unit=so_van_hoa
        )
    with pytest.raises(Refused):
        people.add_people(
            so_van_hoa, by=as_actor(request.getfixturevalue(name)), at=now, rows=[people.NewPerson("A")]
        )


def test_letters_that_grow_when_folded_fit_all_the_same(dung, so_van_hoa, as_actor, now):
    person = people.add_person("ß" * 120, by=as_actor(dung), at=now, unit=so_van_hoa)

    assert person.full_name == "ß" * 120
    assert len(person.folded) == 120
