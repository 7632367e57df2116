"""Awards in a report: by whom, how many of what, each count with the lines behind it."""

from datetime import date

import pytest

from thidua.outlook.reports.build import build
from thidua.outlook.reports.outlines import find
from thidua.records.awards.tests.factories import counted, decided, given
from thidua.records.orgs.tests import factories
from thidua.records.register.tests.factories import entered, identity
from thidua.vn import periods


@pytest.fixture
def block(so_van_hoa, minh, as_actor, now):
    def built(key="awards", outline="so-6-thang", period=None):
        period = period or periods.half(2024, 1)
        made = build(find(outline), body=so_van_hoa, period=period, actor=as_actor(minh), at=now)
        return next(block for _, block in made.blocks() if block.key == key)

    return built


@pytest.fixture
def people(phong_di_san):
    return [factories.person(f"Người số {number}", phong_di_san) for number in range(3)]


def lines(block):
    return [item.plain for item in block.items]


def test_what_is_in_no_register_is_a_gap_with_the_module_at_hand(block):
    found = block()

    assert (found.state, found.module) == ("gap", "")
    assert "kết quả khen thưởng năm 2023" in found.missing


def test_one_line_an_authority_titles_before_forms(block, so_van_hoa, tan_giang, people):
    counted("LDTT", 29, so_van_hoa, decided_by=so_van_hoa)
    counted("GK", 12, so_van_hoa, decided_by=so_van_hoa)
    counted("GK", 3, so_van_hoa, of_whom="tap_the", decided_by=so_van_hoa)
    counted("BKBT", 2, so_van_hoa, decided_by=tan_giang)
    given("CSTDCS", people[0], so_van_hoa, decision=decided(so_van_hoa))

    assert lines(block()) == [
        "Ủy ban nhân dân tỉnh Tân Giang: Bằng khen cho 02 cá nhân",
        "Sở Văn hóa tỉnh Tân Giang: 29 Lao động tiên tiến; 01 Chiến sĩ thi đua cơ sở; "
        "Giấy khen cho 12 cá nhân, 03 tập thể",
    ]


def test_each_count_leads_to_the_lines_behind_it(block, so_van_hoa, people):
    many = counted("LDTT", 29, so_van_hoa, decided_by=so_van_hoa)
    named = given("LDTT", people[0], so_van_hoa, decision=decided(so_van_hoa))

    (item,) = block().items

    assert item.plain == "Sở Văn hóa tỉnh Tân Giang: 30 Lao động tiên tiến"
    assert {ref.key for ref in item.refs} == {f"awards.Award:{row.pk}" for row in (many, named)}
    assert {ref.url for ref in item.refs} == {f"/khen-thuong/{row.pk}/" for row in (many, named)}
    assert {piece.ref for piece in item.text if piece.ref} <= {ref.key for ref in item.refs}
    assert "chưa có danh sách" in next(ref.detail for ref in item.refs if ref.key.endswith(f":{many.pk}"))


def test_what_was_decided_in_the_half_year_for_another_merit_year_is_told_apart(
    block, so_van_hoa, tan_giang, people
):
    now = entered(identity("300/QĐ-UBND", date(2024, 3, 5), tan_giang), so_van_hoa)
    given("BKBT", people[0], so_van_hoa, "01/01/2024 - 29/02/2024", decision=now)
    given("LDTT", people[0], so_van_hoa, decision=decided(so_van_hoa))

    assert lines(block("awards-since")) == ["Ủy ban nhân dân tỉnh Tân Giang: Bằng khen cho 01 cá nhân"]
    assert len(block().items) == 1
    assert block("awards-since", period=periods.half(2024, 2)).state == "empty"


def test_a_year_tells_of_its_own_merit_year(block, so_van_hoa):
    counted("LDTT", 29, so_van_hoa, "2023", decided_by=so_van_hoa)

    year = block(outline="so-nam", period=periods.calendar_year(2023))

    assert lines(year) == ["Sở Văn hóa tỉnh Tân Giang: 29 Lao động tiên tiến"]
    assert block(outline="so-nam", period=periods.calendar_year(2022)).state == "gap"


def test_a_quarter_tells_of_what_was_decided_in_it(block, so_van_hoa, people):
    given("LDTT", people[0], so_van_hoa, decision=decided(so_van_hoa))

    assert len(block(outline="quy", period=periods.quarter(2024, 1)).items) == 1
    assert block(outline="quy", period=periods.quarter(2024, 2)).state == "gap"


def test_an_authority_known_only_as_printed_stands_by_its_words(block, so_van_hoa):
    counted("BKBT", 1, so_van_hoa, authority="Bộ trưởng")
    counted("GK", 1, so_van_hoa)

    assert lines(block()) == [
        "Chưa rõ nơi khen: Giấy khen cho 01 cá nhân",
        "Bộ trưởng: Bằng khen cho 01 cá nhân",
    ]
