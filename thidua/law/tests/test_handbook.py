"""What changed between two days; who decides where entries say it twice."""

from datetime import date

from thidua.law import handbook
from thidua.law.book import load

BEFORE, AFTER = date(2025, 6, 30), date(2025, 7, 1)


def test_nothing_changes_within_a_day() -> None:
    assert handbook.diff(load(), AFTER, AFTER) == []


def test_what_begins_and_ends_is_told_by_day() -> None:
    found = handbook.diff(load(), BEFORE, AFTER)
    told = {(each.entry.id, each.is_new) for each in found}
    assert {each.on for each in found} == {AFTER}
    assert ("auth.district", False) in told
    assert ("auth.commune@2025", True) in told
    assert ("auth.unit_head", True) not in told
    assert [each.shelf for each in found] == sorted(each.shelf for each in found)


def test_the_days_may_stand_in_either_order() -> None:
    assert handbook.diff(load(), BEFORE, AFTER) == handbook.diff(load(), AFTER, BEFORE)


def test_what_is_verified_hides_the_draft_that_says_the_same() -> None:
    found = handbook.deciders("BKBT", "ca_nhan", load(), date(2024, 12, 1))
    assert [each.entry.is_draft for each in found] == [False, False]
    assert found[0].name == "Bộ trưởng, Thủ trưởng bộ, ban, ngành trung ương"


def test_where_only_a_draft_knows_it_is_shown() -> None:
    found = handbook.deciders("XPTB", "tap_the", load(), date(2024, 12, 1))
    assert [(each.code, each.entry.is_draft) for each in found] == [("PROVINCE_CHAIR", True)]


def test_a_paper_names_its_template_and_when_it_is_needed() -> None:
    found = handbook.papers("CSTDCS", load(), date(2025, 12, 1))
    assert found[0].name == "Tờ trình (Mẫu số 01 Phụ lục NĐ 152/2025)"
    law = handbook.papers("BKBT", load(), date(2025, 12, 1))
    assert [each.when for each in law] == ["", "", "", "tiêu chuẩn đòi hỏi"]


def test_a_paper_that_is_for_some_titles_is_not_asked_of_the_others() -> None:
    on = date(2025, 12, 1)
    assert [each.code for each in handbook.papers("LDTT", load(), on)] == ["TTr", "BCTT", "BB"]
    assert [each.code for each in handbook.papers("CSTDBT", load(), on)] == ["TTr", "BCTT", "BB", "CN"]


def test_a_shelf_is_asked_for_what_names_an_award() -> None:
    found = handbook.naming("voting", "CSTDCS", load(), date(2024, 12, 1))
    assert [each.id for each in found] == ["vote.80@2024"]


def test_an_entry_may_carry_a_note() -> None:
    assert load().by_id["auth.no_legal_person"].note == ""
    assert load().by_id["auth.commune@2017"].note == "CSTĐCS do xã đề nghị huyện xét tặng."
