"""A workbook of people: looked through, asked about, written, taken back."""

from datetime import date

import pytest
from django.utils import timezone

from thidua.kit.refused import Refused
from thidua.outlook.intake import selectors, services
from thidua.outlook.intake.models import Workbook
from thidua.outlook.intake.tests import workbooks as made
from thidua.records.orgs import services as orgs
from thidua.records.orgs.models import Person
from thidua.records.orgs.tests import factories

pytestmark = pytest.mark.django_db
PEOPLE = made.layout_of("people")


@pytest.fixture
def by(as_actor, minh):
    return as_actor(minh)


@pytest.fixture
def room(phong_di_san):
    return phong_di_san


def person(name="Đỗ Thị Yến", **more):
    return {"name": name, "birth_year": 1990, "unit": "Phòng Quản lý di sản", "title": "Chuyên viên", **more}


def told(workbook):
    return [(row.cell, row.message) for row in selectors.problems_of(workbook)]


def test_rows_become_cards_with_positions_and_go_again_to_the_row(by, room):
    before = made.dump()
    rows = [person(identity="001190000001", since=date(2019, 5, 1)), person("Vũ Văn Khoa", gender="Nam")]

    workbook = made.load("people", made.filled(PEOPLE, rows, title="DANH SÁCH"), by=by)
    assert (workbook.state, workbook.rows, workbook.ready, told(workbook)) == ("da_kiem", 2, 2, [])
    assert made.dump() == before

    workbook = made.commit(workbook, by=by)
    assert (workbook.state, workbook.written) == ("da_ghi", 2)
    yen = Person.objects.get(full_name="Đỗ Thị Yến")
    assert (yen.birth_year, yen.kept_by, bool(yen.identity_hash)) == (1990, room.body, True)
    assert (yen.positions.get().unit, yen.positions.get().since) == (room, date(2019, 5, 1))

    workbook = made.undo(workbook, by=by)
    assert workbook.state == "da_go"
    assert made.dump() == before


def test_who_is_in_the_records_is_found_by_number_or_by_name_year_and_unit(by, room):
    there = factories.person("Đỗ Thị Yến", room)
    there.birth_year = 1990
    there.save()

    workbook = made.load("people", made.filled(PEOPLE, [person()]), by=by)

    assert (workbook.ready, workbook.left_out) == (0, 1)
    assert told(workbook) == [("A2", "Người này đã có trong danh bạ, không ghi lại.")]


@pytest.mark.parametrize(
    ("name", "year", "words"),
    [
        ("Đỗ Thị Yến", 1985, "cùng tên, cùng đơn vị, khác năm sinh"),
        ("Đỗ Thị Yên", 1990, "tên khác dấu, cùng đơn vị, cùng năm sinh"),
        ("Đỗ Thi Yếm", 1990, "tên gần giống, cùng đơn vị"),
    ],
)
def test_near_duplicates_are_asked_and_the_answer_decides(by, room, name, year, words):
    there = factories.person("Đỗ Thị Yến", room)
    there.birth_year = 1990
    there.save()

    workbook = made.load("people", made.filled(PEOPLE, [person(name, birth_year=year)]), by=by)
    (doubt,) = selectors.open_doubts(workbook)
    assert words in doubt.text
    assert [choice["value"] for choice in doubt.choices] == [str(there.pk), "new", "skip"]
    with pytest.raises(Refused, match="chờ trả lời"):
        made.commit(workbook, by=by)

    same = made.answer_all(workbook, str(there.pk), by=by)
    assert (same.ready, same.doubtful, same.left_out) == (0, 0, 1)
    new = made.load("people", made.filled(PEOPLE, [person(name, birth_year=year)]), by=by)
    new = made.answer_all(new, "new", by=by)
    assert made.commit(new, by=by).written == 1


def test_one_human_being_twice_in_a_sheet(by, room):
    rows = [person(), person(), person("Đỗ Thị Yếm"), person("Lê An", identity="001190000002")]
    rows += [person("Lê Ân", identity="001190000002")]

    workbook = made.load("people", made.filled(PEOPLE, rows), by=by)

    assert told(workbook) == [
        ("A3", "Trùng dòng 2: cùng tên, năm sinh, đơn vị, chức vụ. Bỏ một dòng."),
        (made.cell(PEOPLE, "identity", 6), "Số định danh này đã có ở dòng 5. Bỏ một trong hai dòng."),
    ]
    (doubt,) = selectors.open_doubts(workbook)
    assert (doubt.cell, doubt.text[:30]) == ("A4", "“Đỗ Thị Yếm” có phải người ở d")


def test_what_was_used_since_is_not_taken_back(by, room):
    workbook = made.commit(made.load("people", made.filled(PEOPLE, [person()]), by=by), by=by)
    yen = Person.objects.get(full_name="Đỗ Thị Yến")
    orgs.correct_person(yen, by=by, at=timezone.now(), full_name="Đỗ Thị Hải Yến")
    before = made.dump()

    workbook = made.undo(workbook, by=by)

    assert workbook.state == "da_ghi"
    assert "Đỗ Thị Hải Yến: đã được sửa" in made.last_job(workbook).outcome
    assert made.dump() == before


def test_units_stand_below_rows_of_the_same_sheet(as_actor, dung, so_van_hoa):
    by, units = as_actor(dung), made.layout_of("units")
    before = made.dump()
    given = {"kind": "Đơn vị sự nghiệp", "level": "Đơn vị"}
    rows = [
        {"name": "Tổ Trưng bày", "parent": "Bảo tàng tỉnh", **given, "kind": "Phòng, bộ phận"},
        {"name": "Bảo tàng tỉnh", "code": "BTT", **given, "is_legal_person": "x"},
    ]
    workbook = services.take_workbook(
        "don vi.xlsx", made.filled(units, rows), layout="units", body=so_van_hoa, by=by, at=timezone.now()
    )
    workbook = made.settled(workbook)
    assert told(workbook) == []
    workbook = made.commit(workbook, by=by)

    museum = so_van_hoa.children.get(name="Bảo tàng tỉnh")
    assert museum.children.get().body == museum
    made.undo(workbook, by=by)
    assert made.dump() == before


def test_who_may_not_load_is_refused(as_actor, tung, son, so_van_hoa):
    for user in (tung, son):
        with pytest.raises(Refused, match="Cần quyền"):
            services.take_workbook(
                "a.xlsx",
                made.filled(PEOPLE, [person()]),
                layout="people",
                body=so_van_hoa,
                by=as_actor(user),
                at=timezone.now(),
            )
    assert not Workbook.objects.exists()
