"""What a block becomes: lead with figures, the officer's wishes, nil, gap; the same number of queries for any register."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from thidua.outlook.reports.build import Wishes, Written, build
from thidua.outlook.reports.outlines import find
from thidua.outlook.reports.tests.asked import AT, TODAY, block, numbers, only, report, said
from thidua.records.meetings import services as meetings
from thidua.records.meetings.tests.factories import met, named
from thidua.records.orgs.actors import actor_for
from thidua.records.register import services as register
from thidua.records.register.tests.factories import NOW, SYSTEM, entered, identity, sent
from thidua.vn.periods import parse
from thidua.work.movements import services as movements
from thidua.work.movements.tests.factories import answered, launched

pytestmark = pytest.mark.django_db
MINE = {"of": "ours"}


def plans(so_van_hoa, count=2, first=1):
    return [
        sent(
            identity(
                f"{number}/KH-SVH", date(2024, 3, number % 28 + 1), so_van_hoa, "Thi đua", topic="phong_trao"
            )
        )
        for number in range(first, first + count)
    ]


def test_the_figure_stands_in_the_sentence_and_leads_to_its_records(so_van_hoa, minh):
    rows = plans(so_van_hoa)

    found = only(so_van_hoa, minh, block(params=MINE, lead="{body} có {count} kế hoạch trong {period}:"))

    assert said(found) == "Sở Văn hóa có 02 kế hoạch trong 6 tháng đầu năm 2024:"
    (figure,) = found.figures
    assert (figure.text, figure.numbers) == ("02", (2,))
    assert {ref.key for ref in figure.refs} == {f"register.Document:{row.pk}" for row in rows}
    assert "Đếm mỗi văn bản một lần" in figure.words
    assert [piece.ref for piece in found.lead if piece.ref] == [figure.key]


def test_a_single_record_has_a_sentence_of_its_own(so_van_hoa, minh):
    plans(so_van_hoa, 1)

    found = only(so_van_hoa, minh, block(params=MINE, lead="Có {count}:", one="{body} đã ban hành"))

    assert said(found) == "Sở Văn hóa đã ban hành"


def test_what_the_officer_takes_out_is_not_counted_and_keeps_its_reason(so_van_hoa, minh):
    first, second = plans(so_van_hoa)
    wishes = Wishes(left_out={("khoi", f"register.Document:{first.pk}"): "của năm trước"})

    found = only(so_van_hoa, minh, block(params=MINE, lead="{count}"), wishes=wishes)

    assert numbers(found) == [f"Kế hoạch số {second.number}"]
    assert said(found) == "01"
    assert found.left_out[0].plain.endswith("(của năm trước)")


def test_the_officers_words_stand_beside_the_records(so_van_hoa, minh):
    plans(so_van_hoa)
    wishes = Wishes({"khoi": Written("Cơ bản tốt."), "loi": Written("Có chuyển biến.")})

    built = report(so_van_hoa, minh, block(params=MINE), {"key": "loi", "kind": "narrative"}, wishes=wishes)

    states = [(each.state, each.text) for _, each in built.blocks()]
    assert states == [("full", "Cơ bản tốt."), ("written", "Có chuyển biến.")]


def test_nothing_recorded_is_a_gap_that_says_who_can_help(so_van_hoa, minh):
    found = only(so_van_hoa, minh, block(params=MINE, missing="chưa có kế hoạch", supplier="Văn phòng"))

    assert (found.state, found.missing, found.supplier) == ("gap", "chưa có kế hoạch", "Văn phòng")


def test_what_may_be_absent_is_no_gap(so_van_hoa, minh):
    assert only(so_van_hoa, minh, block(params=MINE, optional=True)).state == "empty"


def test_a_module_to_come_is_named(so_van_hoa, minh):
    asked = {"key": "khoi", "kind": "figure", "module": "Sổ khen thưởng", "missing": "kết quả khen thưởng"}

    found = only(so_van_hoa, minh, asked)

    assert (found.state, found.module) == ("gap", "Sổ khen thưởng")


def test_that_nothing_happened_is_an_answer(so_van_hoa, minh):
    so_far = parse("01/01/2024 - 11/6/2024")
    register.state_nil("don_thu", body=so_van_hoa, period=so_far, by=SYSTEM, at=NOW, printed="Không có đơn")
    asked = block(params={**MINE, "topics": ["kiem_tra"]}, nil="don_thu", nil_text="Không phát sinh đơn thư.")

    found = only(so_van_hoa, minh, asked)

    assert (found.state, said(found)) == ("nil", "Không phát sinh đơn thư.")
    assert found.nil.key.startswith("register.Statement:")
    assert only(so_van_hoa, minh, asked, period="2024H2").state == "gap"


def test_one_meeting_under_two_headings_is_counted_once_in_each(so_van_hoa, minh):
    meeting = met(so_van_hoa, topics=["chi_dao", "tuyen_truyen"])
    meetings.add_roll(meeting, named("Lê Quang Minh", "Võ Thu Hà"), by=SYSTEM, at=NOW)
    lead = "{count} cuộc[, có {turnout} người dự][, đạt tỷ lệ {percent}]."
    asked = [
        {"key": topic, "kind": "figure", "query": "meetings", "params": {"topics": [topic]}, "lead": lead}
        for topic in ("chi_dao", "tuyen_truyen")
    ]

    built = report(so_van_hoa, minh, *asked)

    assert [said(each) for _, each in built.blocks()] == ["01 cuộc, có 2/2 người dự, đạt tỷ lệ 100%."] * 2
    assert sum(f"meetings.Meeting:{meeting.pk}" in section.records for section in built.sections) == 2


def test_without_the_number_of_those_expected_there_is_no_ratio(so_van_hoa, minh):
    meeting = met(so_van_hoa, topics=["chi_dao"])
    meetings.record_turnout(meeting, present=40, printed="Văn phòng đếm", by=SYSTEM, at=NOW)
    asked = block("meetings", window="period", lead="{count} cuộc[, {turnout} người dự][, đạt {percent}].")

    assert said(only(so_van_hoa, minh, asked)) == "01 cuộc, 40 người dự."


def test_a_movement_is_told_with_aim_criteria_and_results(so_van_hoa, minh):
    row = launched("Chuyển đổi số", so_van_hoa, form="chuyen_de", aim="Số hóa hồ sơ.")
    movements.add_criterion(
        row, text="Hồ sơ số hóa", target_number=40, unit_of_measure="hồ sơ", by=SYSTEM, at=NOW
    )
    movements.record_result(row, text="Đã số hóa 25 hồ sơ", on=date(2024, 5, 2), by=SYSTEM, at=NOW)

    (item,) = only(so_van_hoa, minh, block("movements", params={"forms": "chuyen_de"})).items

    assert item.plain == (
        "Phong trào thi đua “Chuyển đổi số” năm 2024. Mục đích: Số hóa hồ sơ. "
        "Tiêu chí: Hồ sơ số hóa (chỉ tiêu 40 hồ sơ). Kết quả: Đã số hóa 25 hồ sơ"
    )


def test_answers_stand_under_whose_movement_they_answer(tan_giang, so_van_hoa, minh):
    theirs = launched("Chung sức xây dựng nông thôn mới", tan_giang, period="giai đoạn 2021 - 2025")
    (paper,) = plans(so_van_hoa, 1)
    ours = launched("Văn hóa với nông thôn mới", so_van_hoa)
    movements.attach_document(ours, paper, part="phat_dong", by=SYSTEM, at=NOW)
    answered(theirs, so_van_hoa, ours=ours)
    answered(launched("Vì người nghèo", tan_giang), so_van_hoa, kind="dang_ky", note="Công văn đăng ký")

    found = only(so_van_hoa, minh, block("answers", params={"launchers": "province"}))

    assert [item.plain for item in found.items] == [
        "Kế hoạch số 1/KH-SVH ngày 02/3/2024 thi đua",
        "Văn bản đăng ký hưởng ứng phong trào thi đua “Vì người nghèo” năm 2024",
    ]
    assert found.items[0].key == f"register.Document:{paper.pk}"
    assert only(so_van_hoa, minh, block("answers", params={"launchers": "central"})).items == ()


def test_a_plan_that_carries_out_a_launching_paper_answers_it_too(tan_giang, so_van_hoa, minh):
    theirs = entered(
        identity("52/KH-UBND", date(2024, 3, 1), tan_giang, "Phát động thi đua", topic="phong_trao"),
        so_van_hoa,
    )
    (ours,) = plans(so_van_hoa, 1)
    register.link(ours, theirs, relation="trien_khai", by=SYSTEM, at=NOW)

    found = only(so_van_hoa, minh, block("answers", params={"launchers": "province"}))

    assert numbers(found) == ["Kế hoạch số 1/KH-SVH"]


def test_the_number_of_queries_does_not_follow_the_rows(tan_giang, so_van_hoa, minh):
    def fill(first):
        for row in plans(so_van_hoa, 8, first):
            theirs = launched(f"Phong trào {row.number}", tan_giang)
            ours = launched(f"Phong trào của ta {row.number}", so_van_hoa, form="chuyen_de")
            movements.attach_document(ours, row, part="phat_dong", by=SYSTEM, at=NOW)
            answered(theirs, so_van_hoa, ours=ours)
            meeting = met(
                so_van_hoa, f"Họp {row.number}", documents=[row], topics=["chi_dao", "tuyen_truyen"]
            )
            meetings.add_roll(meeting, named("Võ Thu Hà"), by=SYSTEM, at=NOW)

    def counted():
        actor = actor_for(minh, TODAY)
        with CaptureQueriesContext(
            connection,
        ) as queries:
            build(find("so-6-thang"), body=so_van_hoa, period=parse("2024H1"), actor=actor, at=AT)
        return len(queries)

    fill(1)
    few = counted()
    fill(20)
    assert counted() == few
    assert few <= 45


def test_a_number_that_no_module_holds_is_told_with_its_source(so_van_hoa, minh):
    register.state_count(
        "tap_huan",
        12,
        body=so_van_hoa,
        period=parse("2024H1"),
        of_whom="công chức",
        printed="Sổ theo dõi",
        by=SYSTEM,
        at=NOW,
    )
    asked = block("counts", params={"what": "tap_huan"}, window="period", lead="Dự tập huấn:")

    (item,) = only(so_van_hoa, minh, asked).items

    assert item.plain == "12 công chức"
    assert "Sổ theo dõi" in item.refs[0].detail
