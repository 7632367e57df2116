"""Parts joined to one finding, and what verdict follows."""

import pytest

from thidua.law.findings import Finding, all_of, any_of, council, met, unknown, unmet, verdict_of

YES, NO, OPEN = met("a", "Có", "x/0"), unmet("b", "Không", "y/1"), unknown("c", "Chưa rõ", "z/2")
WEIGHED = council("d", "Hội đồng")
DRAFT_NO = Finding("e", "unmet", "Không", is_draft=True)
DRAFT_OPEN = Finding("e", "unknown", "Chưa rõ", is_draft=True)


def test_a_whole_needs_every_part() -> None:
    assert all_of([YES, NO, OPEN]).outcome == "unmet"
    assert all_of([YES, OPEN]).outcome == "unknown"
    assert all_of([YES, WEIGHED]).outcome == "met"
    assert all_of([WEIGHED, WEIGHED]).outcome == "council"
    assert all_of([YES, NO]).used == ("y/1",)
    assert all_of([YES, YES]).used == ("x/0",)


def test_a_choice_needs_one_part() -> None:
    assert any_of([NO, OPEN, YES]).outcome == "met"
    assert any_of([NO, OPEN]).outcome == "unknown"
    assert any_of([NO, NO]).reason == "Không hoặc Không"
    assert any_of([WEIGHED]).outcome == "council"
    assert any_of([NO, OPEN]).used == ("y/1", "z/2")


def test_a_choice_of_nothing_is_a_fault_of_the_book() -> None:
    with pytest.raises(ValueError, match="a choice of nothing"):
        any_of([])


def test_a_verified_no_decides_and_a_draft_warns() -> None:
    assert verdict_of([YES, WEIGHED]) == "eligible"
    assert verdict_of([YES, OPEN]) == "needs_review"
    assert verdict_of([YES, OPEN, NO]) == "not_eligible"
    assert verdict_of([YES, DRAFT_NO]) == "needs_review"
    assert verdict_of([YES, DRAFT_OPEN]) == "eligible"
    assert verdict_of([YES], rests_on_draft=True) == "needs_review"
    assert verdict_of([NO], rests_on_draft=True) == "not_eligible"
