"""Lists of documents in a register as officers have it: dozens of papers, several bodies, several years."""

from datetime import date

import pytest

from thidua.outlook.reports.tests.asked import block, numbers, only, report
from thidua.records.orgs.tests import factories as orgs
from thidua.records.register import services
from thidua.records.register.tests.factories import NOW, SYSTEM, entered, identity, sent, stub

pytestmark = pytest.mark.django_db


@pytest.fixture
def register(tan_giang, so_noi_vu, so_van_hoa, so_van_hoa_nam_hai):
    """What the department holds, and what must not come into its lists."""
    party = orgs.unit("Tỉnh ủy Tân Giang", "TU", level="tinh", kind="dang", outside=True)
    minister = orgs.unit("Bộ Nội vụ", "BNV", level="trung_uong", outside=True)

    def came(number, day, issuer, title, topic, **more):
        return entered(identity(number, day, issuer, title, topic=topic, **more), so_van_hoa)

    came("85/KH-UBND", date(2024, 3, 20), tan_giang, "Phát động thi đua năm 2024", "phong_trao")
    came("12/KH-UBND", date(2023, 2, 1), tan_giang, "Phát động thi đua năm 2023", "phong_trao")
    came("30/KH-UBND", date(2021, 2, 1), tan_giang, "Thi đua giai đoạn 2021 - 2025", "phong_trao")
    came("1057-CV/TU", date(2014, 8, 14), party, "Về tiếp tục đổi mới công tác thi đua", "chi_dao")
    came("02/2024/TT-BNV", date(2024, 2, 24), minister, "Quy định thi hành Nghị định", "the_che")
    came("09/SNV-TĐKT", date(2023, 5, 2), so_noi_vu, "V/v hướng dẫn hồ sơ", "khen_thuong")
    came("44/SNV-TĐKT", date(2024, 5, 2), so_noi_vu, "V/v hướng dẫn hồ sơ", "khen_thuong")
    came("77/KH-UBND", date(2024, 4, 2), tan_giang, "Về trồng cây năm 2024", "")
    other = so_van_hoa_nam_hai.parent
    entered(
        identity("5/KH-UBND", date(2024, 4, 3), other, "Thi đua năm 2024", topic="phong_trao"), so_van_hoa
    )
    sent(identity("90/KH-SNV", date(2024, 4, 4), so_noi_vu, "Thi đua năm 2024", topic="phong_trao"))
    sent(
        identity("30/KH-SVH", date(2024, 3, 22), so_van_hoa, "Phát động thi đua năm 2024", topic="phong_trao")
    )


def test_superiors_papers_that_hold_come_by_rank_then_day(register, so_van_hoa, minh):
    found = only(so_van_hoa, minh, block(params={"of": "above"}))

    assert numbers(found) == [
        "Thông tư số 02/2024/TT-BNV",
        "Công văn số 1057-CV/TU",
        "Kế hoạch số 30/KH-UBND",
        "Kế hoạch số 85/KH-UBND",
        "Công văn số 44/SNV-TĐKT",
    ]


def test_a_line_reads_as_officials_print_it(register, so_van_hoa, minh):
    found = only(so_van_hoa, minh, block(params={"of": "above"}))

    lines = [item.plain for item in found.items]
    assert (
        lines[3]
        == "Kế hoạch số 85/KH-UBND ngày 20/3/2024 của Ủy ban nhân dân tỉnh phát động thi đua năm 2024"
    )
    assert lines[4] == "Công văn số 44/SNV-TĐKT ngày 02/5/2024 của Sở Nội vụ về việc hướng dẫn hồ sơ"


def test_own_papers_need_no_issuer(register, so_van_hoa, minh):
    found = only(so_van_hoa, minh, block(params={"of": "ours"}))

    assert [item.plain for item in found.items] == [
        "Kế hoạch số 30/KH-SVH ngày 22/3/2024 phát động thi đua năm 2024"
    ]


def test_another_half_year_has_what_held_then(register, so_van_hoa, minh):
    found = only(so_van_hoa, minh, block(params={"of": "above"}), period="2023H1")

    assert numbers(found) == [
        "Công văn số 1057-CV/TU",
        "Kế hoạch số 30/KH-UBND",
        "Kế hoạch số 12/KH-UBND",
        "Công văn số 09/SNV-TĐKT",
    ]


def test_what_was_issued_in_the_period_is_another_question(register, so_van_hoa, minh):
    found = only(so_van_hoa, minh, block(window="period", params={"of": "province"}))

    assert numbers(found) == ["Kế hoạch số 85/KH-UBND"]


def test_what_ended_or_was_replaced_before_the_period_is_history(tan_giang, so_van_hoa, minh):
    old = entered(
        identity("1/QĐ-UBND", date(2020, 1, 5), tan_giang, "Ban hành Quy định", topic="the_che"), so_van_hoa
    )
    new = entered(
        identity("2/QĐ-UBND", date(2023, 5, 5), tan_giang, "Ban hành Quy định", topic="the_che"), so_van_hoa
    )
    services.replace(old, new, by=SYSTEM, at=NOW)

    assert numbers(only(so_van_hoa, minh, block(params={"of": "above"}))) == ["Quyết định số 2/QĐ-UBND"]


def test_of_a_council_set_up_twice_the_later_decision_stands(so_van_hoa, minh):
    for number, day in (("5/QĐ-SVH", date(2021, 2, 1)), ("9/QĐ-SVH", date(2023, 2, 1))):
        sent(identity(number, day, so_van_hoa, "Về việc kiện toàn Hội đồng thi đua", topic="hoi_dong"))

    found = only(so_van_hoa, minh, block(params={"of": "ours", "topics": ["hoi_dong"]}))

    assert numbers(found) == ["Quyết định số 9/QĐ-SVH"]


def test_a_draft_is_its_own_bodys_alone(so_van_hoa, so_noi_vu, minh, binh):
    services.draft(
        identity(type="quyet_dinh", title="Ban hành Quy chế", topic="the_che", issuer=so_van_hoa),
        body=so_van_hoa,
        by=SYSTEM,
        at=NOW,
    )

    assert len(only(so_van_hoa, minh, block("drafts")).items) == 1
    assert only(so_noi_vu, binh, block("drafts")).items == ()


def test_a_directive_that_is_ten_years_old_this_year_is_found(so_van_hoa, minh):
    party = orgs.unit("Bộ Chính trị", "BCT", level="trung_uong", kind="dang", outside=True)
    for number, day in (("34-CT/TW", date(2014, 4, 7)), ("35-CT/TW", date(2016, 4, 7))):
        entered(identity(number, day, party, "Về đổi mới thi đua", topic="chi_dao"), so_van_hoa)

    assert numbers(only(so_van_hoa, minh, block("jubilees", params={"of": "party"}))) == [
        "Chỉ thị số 34-CT/TW"
    ]


def test_what_is_known_only_from_a_report_says_so(so_van_hoa, minh):
    row = stub(identity("7/KH-SVH", date(2024, 2, 2), so_van_hoa, "Thi đua năm 2024", topic="phong_trao"))
    row.origin = "bao_cao"
    row.save()

    (item,) = only(so_van_hoa, minh, block(params={"of": "ours"})).items
    assert item.refs[0].detail == "đọc từ báo cáo"
    assert item.refs[0].key == f"register.Document:{row.pk}"
    assert item.refs[0].url.endswith(f"/{row.pk}/")


def test_one_record_under_two_headings_is_one_record(register, so_van_hoa, minh):
    asked = {"of": "ours", "topics": ["phong_trao"]}
    built = report(so_van_hoa, minh, block(key="mot", params=asked), block(key="hai", params=asked))

    keys = {item.key for _, each in built.blocks() for item in each.items}
    assert len(keys) == 1
    assert [section.number for section in built.sections if keys <= section.records] == ["1", "2"]


def test_a_stranger_makes_an_empty_report(register, so_van_hoa, tung):
    built = report(so_van_hoa, tung, block(params={"of": "above"}), block(key="ta", params={"of": "ours"}))

    assert [each.items for _, each in built.blocks()] == [(), ()]
