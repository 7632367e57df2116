"""The queries of the report, on the facts of a department like that of the first seed."""

from datetime import date

import pytest

from thidua.records.orgs.tests import factories as orgs
from thidua.records.register.tests.factories import identity, sent
from thidua.vn.periods import parse
from thidua.work.movements import naming, services
from thidua.work.movements.selectors import reporting
from thidua.work.movements.tests.factories import NOW, SYSTEM, answered, launched

HALF, NEXT = parse("2024H1"), parse("2024H2")


def paper(number, day, issuer):
    return sent(identity(number, day, issuer, f"Phát động {number}"))


@pytest.fixture
def pm(db):
    return orgs.unit("Thủ tướng Chính phủ", "TTg", level="trung_uong")


@pytest.fixture
def three(pm, tan_giang, so_van_hoa):
    """The Prime Minister's, the province's that answers it, ours that answers the province's; a regular one of ours."""
    top = launched("Cả nước học tập", pm, date(2023, 5, 2), "2023-2030", body=so_van_hoa)
    province = launched("Tân Giang học tập", tan_giang, date(2024, 5, 29), "2023-2030")
    answered(top, tan_giang, ours=province)
    ours = launched("Ngành học tập", so_van_hoa, date(2024, 5, 31), "2023-2030", form="chuyen_de")
    regular = launched("Nhiệm vụ năm", so_van_hoa, date(2023, 12, 29), "2024", form="thuong_xuyen")
    for row, number in ((ours, "48/KH-SVH"), (regular, "68/KH-SVH")):
        services.attach_document(
            row, paper(number, row.launched_on, so_van_hoa), part="phat_dong", by=SYSTEM, at=NOW
        )
    answered(province, so_van_hoa, ours=ours)
    return top, province, ours, regular


def names(rows):
    return [row.name for row in rows]


def numbers(rows):
    return [[document.number for document in row.documents] for row in rows]


def test_issued_in_the_period_and_in_force_in_it_are_two_windows(three, so_van_hoa):
    assert names(reporting.launched_in(so_van_hoa, HALF)) == ["Ngành học tập"]
    assert names(reporting.running_in(so_van_hoa, HALF)) == ["Nhiệm vụ năm", "Ngành học tập"]
    assert names(reporting.running_in(so_van_hoa, HALF, "thuong_xuyen")) == ["Nhiệm vụ năm"]
    assert names(reporting.launched_in(so_van_hoa, NEXT)) == []
    assert names(reporting.running_in(so_van_hoa, parse("2025"))) == ["Ngành học tập"]


def test_rows_bring_their_papers(three, so_van_hoa, django_assert_num_queries):
    with django_assert_num_queries(2):
        (row,) = reporting.launched_in(so_van_hoa, HALF)
        assert [paper.document.number for paper in row.papers.all()] == ["48/KH-SVH"]


def test_one_plan_stands_under_the_prime_ministers_and_the_provinces_heading(
    three, pm, tan_giang, so_van_hoa
):
    for launcher in (pm, tan_giang):
        assert numbers(reporting.answered(so_van_hoa, HALF, launcher=launcher)) == [["48/KH-SVH"]]
    (row,) = reporting.answered(so_van_hoa, HALF, launcher=pm)
    assert row.through == three[1]
    assert reporting.answered(so_van_hoa, HALF, launcher=pm, transitive=False) == []
    assert numbers(reporting.answered(so_van_hoa, HALF, levels=["trung_uong", "tinh"])) == [["48/KH-SVH"]] * 2


def test_an_older_answer_is_in_force_but_not_of_the_period(three, tan_giang, so_van_hoa):
    theirs = launched("Văn hóa công sở", tan_giang, date(2019, 8, 19), "2019-2025")
    ours = launched("Văn hóa công sở ngành", so_van_hoa, date(2019, 10, 24), "2019-2025")
    answered(theirs, so_van_hoa, ours=ours)

    assert len(reporting.answered(so_van_hoa, HALF, launcher=tan_giang)) == 2
    assert len(reporting.answered(so_van_hoa, HALF, launcher=tan_giang, window="issued")) == 1
    assert reporting.answered(so_van_hoa, parse("2018"), launcher=tan_giang) == []


def test_an_answer_without_paper_falls_where_the_superior_launched(tan_giang, so_van_hoa):
    theirs = launched("Phòng cháy", tan_giang, date(2024, 3, 7))
    answered(theirs, so_van_hoa, kind="huong_ung")

    assert len(reporting.answered(so_van_hoa, HALF, kinds=["huong_ung"], window="issued")) == 1
    assert reporting.answered(so_van_hoa, NEXT, kinds=["huong_ung"], window="issued") == []
    assert reporting.answered(so_van_hoa, HALF, kinds=["dang_ky"]) == []


def test_superiors_movements_that_the_body_knows_of(three, pm, tan_giang, so_van_hoa, so_noi_vu):
    assert names(reporting.superiors_in(so_van_hoa, HALF)) == ["Cả nước học tập", "Tân Giang học tập"]
    assert names(reporting.superiors_in(so_van_hoa, HALF, levels=["trung_uong"])) == ["Cả nước học tập"]
    assert names(reporting.superiors_in(so_van_hoa, HALF, launcher=tan_giang)) == ["Tân Giang học tập"]
    assert names(reporting.superiors_in(so_noi_vu, HALF)) == []


def test_planned_and_done_milestones_by_period(three, so_van_hoa):
    regular = three[3]
    services.plan_milestone(regular, kind="tong_ket", planned_text="tháng 12 năm 2024", by=SYSTEM, at=NOW)
    services.plan_milestone(regular, kind="so_ket", planned_text="sau Hội nghị ngành", by=SYSTEM, at=NOW)
    done = services.reach_milestone(regular, kind="bao_cao", on=date(2024, 6, 10), by=SYSTEM, at=NOW)

    assert [row.planned_text for row in reporting.milestones_planned(so_van_hoa, NEXT)] == [
        "tháng 12 năm 2024"
    ]
    assert list(reporting.milestones_planned(so_van_hoa, HALF)) == []
    assert [row.kind for row in reporting.milestones_open(so_van_hoa, NEXT)] == ["so_ket"]
    assert list(reporting.milestones_done(so_van_hoa, HALF)) == [done]
    assert list(reporting.milestones_done(so_van_hoa, NEXT, ["bao_cao"])) == []


def test_results_and_assessments_by_period(three, so_van_hoa):
    ours = three[2]
    result = services.record_result(ours, on=date(2024, 6, 3), text="Mở lớp", by=SYSTEM, at=NOW)
    said = services.assess(
        ours, text="Thiết thực", period=naming.lasting("6 tháng đầu năm 2024"), by=SYSTEM, at=NOW
    )

    assert list(reporting.results_in(so_van_hoa, HALF)) == [result]
    assert list(reporting.assessments_in(so_van_hoa, HALF)) == [said]
    assert (
        list(reporting.results_in(so_van_hoa, NEXT)) == list(reporting.assessments_in(so_van_hoa, NEXT)) == []
    )
