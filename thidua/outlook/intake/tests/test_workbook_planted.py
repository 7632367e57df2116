"""Five hundred awards with twenty planted errors and ten near-duplicates: each found at its very cell, nothing else."""

from datetime import date

import pytest
from django.utils import timezone

from thidua.outlook.intake import selectors
from thidua.outlook.intake.tests import workbooks as made
from thidua.records.awards.models import Award
from thidua.records.awards.tests.factories import given
from thidua.records.orgs import services as orgs
from thidua.records.orgs.models import Person
from thidua.records.orgs.tests import factories

pytestmark = pytest.mark.django_db
AWARDS = made.layout_of("awards")
ROOMS, EACH = 10, 50
ROWS = ROOMS * EACH
FAMILIES = ("Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Phan", "Vũ", "Đặng", "Bùi", "Đỗ")
MIDDLES = ("Văn", "Thị", "Quốc", "Minh", "Ngọc")
GIVEN = ("Khánh", "Phương", "Thảo", "Dũng", "Hạnh", "Tuyết", "Lộc", "Bách", "Châu", "Quyên")
GOOD = {"kind": "Lao động tiên tiến", "period": "2023", "number": "15/QĐ-SVH", "issued_on": date(2024, 1, 10)}
NAME_OFF, YEAR_OFF, MARKS_OFF = (401, 402, 403, 404), (410, 411, 412), (420, 421, 422)

PLANTED = {
    10: ("issued_on", {"issued_on": "31/02/2024"}, "không phải ngày có thật"),
    20: ("name", {"name": ""}, "Thiếu người nhận"),
    30: ("unit", {"unit": "Chi cục Kiểm lâm vùng cao"}, "Không có tổ chức"),
    40: ("kind", {"kind": "Huy hiệu mây trắng"}, "không có trong danh mục"),
    50: ("period", {"period": "2O23"}, "có chữ O"),
    60: ("period", {"period": "2090"}, "chưa bắt đầu"),
    70: ("period", {"period": "quý V năm 2023"}, "Không có kỳ"),
    80: ("identity", {"identity": 79086000123}, "Excel đã bỏ số 0"),
    90: ("issued_on", {"issued_on": date(2022, 5, 4), "number": "9/QĐ-SVH"}, "trước khi kỳ thành tích"),
    110: ("of_whom", {"of_whom": "Hộ gia đình"}, "không dành cho hộ gia đình"),
    120: ("count", {"name": "", "count": "hai mươi chín"}, "không phải số"),
    130: ("name", {"name": "NguyÔn V¨n B×nh §¹t"}, "bảng mã cũ (TCVN3)"),
    140: ("of_whom", {"of_whom": "Cán bộ"}, "không có trong danh sách"),
    150: ("count", {"name": "", "count": 0}, "nằm ngoài khoảng"),
    160: ("number", {"number": "", "issued_on": ""}, "cần căn cứ"),
    170: ("issued_on", {"issued_on": 2024}, "chỉ có năm"),
    180: ("name", {"name": "Quách Tĩnh Giang"}, "Không có “Quách Tĩnh Giang” trong danh bạ"),
    190: ("decided_by", {"decided_by": "Quỹ Ươm mầm xanh"}, "Không có tổ chức"),
    200: ("name", {}, "Trùng dòng 199"),
    210: ("name", {}, "đã có trong sổ"),
}


def name_of(place):
    family, rest = FAMILIES[place % 10], place // 10
    return f"{family} {MIDDLES[rest % 5]} {GIVEN[rest // 5]}"


@pytest.fixture
def by(as_actor, minh):
    return as_actor(minh)


@pytest.fixture
def rows(so_van_hoa, by):
    """Good rows of five hundred people on record; row n of the sheet is of person n - 2."""
    rooms = [
        factories.unit(
            f"Phòng Nghiệp vụ {word}", parent=so_van_hoa, level="don_vi", kind="phong", legal=False
        )
        for word in ("Một", "Hai", "Ba", "Tư", "Năm", "Sáu", "Bảy", "Tám", "Chín", "Mười")
    ]
    lines = [
        orgs.PersonLine(n, name_of(n), rooms[n // EACH], "Chuyên viên", facts={"birth_year": 1950 + n % EACH})
        for n in range(ROWS)
    ]
    orgs.add_people_many(lines, body=so_van_hoa, by=by, at=timezone.now())
    return [
        {**GOOD, "name": line.full_name, "unit": line.unit.name, "birth_year": line.facts["birth_year"]}
        for line in lines
    ]


@pytest.fixture
def planted(rows, so_van_hoa):
    for row, (_, change, _) in PLANTED.items():
        rows[row - 2] = {**rows[row - 2], **change}
    rows[200 - 2] = dict(rows[199 - 2])
    given("LDTT", Person.objects.get(full_name=rows[210 - 2]["name"]), so_van_hoa)
    for row in NAME_OFF:
        rows[row - 2]["name"] += "h"
    for row in YEAR_OFF:
        rows[row - 2]["birth_year"] -= 20
    for row in MARKS_OFF:
        rows[row - 2]["name"] = rows[row - 2]["name"].replace("Nguyễn", "Nguyên").replace("Thị", "Thi")
    return rows


def test_every_error_is_named_at_its_cell_and_nothing_else(planted, by):
    before = made.dump()

    workbook = made.load("awards", made.filled(AWARDS, planted), by=by)

    found = {problem.cell: problem.message for problem in selectors.problems_of(workbook)}
    expected = {made.cell(AWARDS, key, row): words for row, (key, _, words) in PLANTED.items()}
    assert set(found) == set(expected)
    assert [cell for cell, words in expected.items() if words not in found[cell]] == []
    asked = {doubt.cell: doubt.text for doubt in selectors.open_doubts(workbook)}
    assert set(asked) == {made.cell(AWARDS, "name", row) for row in (*NAME_OFF, *YEAR_OFF, *MARKS_OFF)}
    assert (workbook.rows, workbook.faulty, workbook.doubtful, workbook.ready) == (500, 20, 10, 470)
    assert made.dump() == before


def test_answered_and_without_the_faulty_ones_it_is_written_and_goes_again_to_the_row(planted, by):
    before = made.dump()
    workbook = made.load("awards", made.filled(AWARDS, planted), by=by)
    for doubt in selectors.open_doubts(workbook)[:4]:
        assert doubt.choices[-1]["value"] == "skip"
    first = list(selectors.open_doubts(workbook))
    picked = {doubt.pk: doubt.choices[0]["value"] for doubt in first[:6]}
    picked |= {doubt.pk: "skip" for doubt in first[6:]}
    made.services.answer_doubts(workbook, picked, by=by, at=timezone.now())
    workbook = made.settled(workbook)
    assert (workbook.ready, workbook.doubtful, workbook.left_out) == (476, 0, 4)

    workbook = made.commit(workbook, by=by, without_faulty=True)
    assert (workbook.state, workbook.written, Award.objects.count()) == ("da_ghi", 476, 477)

    workbook = made.undo(workbook, by=by)
    assert workbook.state == "da_go", made.last_job(workbook).outcome
    assert made.dump() == before
