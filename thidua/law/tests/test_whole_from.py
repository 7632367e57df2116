"""Lists that are whole only from some year on: what is absent before it is not known, what stands there counts all the same."""

from typing import Any

import pytest
from hypothesis import given as supposing
from hypothesis import settings
from hypothesis import strategies as st

from thidua.law import cases, judging
from thidua.law.book import Book, load
from thidua.law.facts import NEVER_WHOLE
from thidua.law.findings import Finding

NOW = {
    "shelf": "kinds",
    "code": "CSTDCS",
    "subject": "individual",
    "cite": "Luật 06/2022/QH15, Điều 23",
    "effective_from": "2024-01-01",
    "status": "confirmed",
    "verify_after": None,
}
ROW = {"rule": "titles_in_a_row", "code": "CSTDCS", "count": 3}
TIMES = {"rule": "title_times", "code": "CSTDCS", "count": 2, "span": 4}
PRIOR = {"rule": "prior_form", "code": "HCLD3"}
IDEA = {"rule": "initiative", "scope": "tinh", "count": 2, "years": 2}


def found(condition: dict[str, Any], whole_from: dict[str, int] | None = None, **facts: Any) -> Finding:
    """What one condition finds of a candidate for 2024."""
    book = load().with_overlays([NOW | {"id": "title.cstdcs@2024", "conditions": [condition]}])
    return judged(book, whole_from, **facts).findings[0]


def judged(book: Book, whole_from: dict[str, int] | None = None, **facts: Any) -> judging.Judged:
    facts |= {"whole_from": whole_from} if whole_from else {}
    case = {"on": "2024-12-20", "award": "CSTDCS", "year": 2024, "candidate": facts}
    return judging.judge(cases.read(case, book), book)


def won(*years: int, award: str = "CSTDCS") -> list[dict[str, Any]]:
    return [{"award": award, "year": year} for year in years]


@pytest.mark.parametrize(
    ("years", "whole_from", "outcome"),
    [
        ((2023, 2024), None, "unmet"),
        ((2023, 2024), 2022, "unmet"),
        ((2023, 2024), 2023, "unknown"),
        ((2023, 2024), NEVER_WHOLE, "unknown"),
        ((2022, 2024), 2023, "unmet"),
        ((2022, 2024), NEVER_WHOLE, "unknown"),
        ((2022, 2023, 2024), NEVER_WHOLE, "met"),
        ((), 2019, "unmet"),
        ((), NEVER_WHOLE, "unknown"),
    ],
)
def test_titles_in_a_row_break_only_in_a_year_that_is_known(
    years: tuple[int, ...], whole_from: int | None, outcome: str
) -> None:
    told = found(ROW, {"history": whole_from} if whole_from else None, history=won(*years))
    assert told.outcome == outcome, told.reason


def test_the_reason_says_from_which_year_the_list_is_whole_and_how_to_mend_it() -> None:
    told = found(ROW, {"history": 2023}, history=won(2023, 2024))
    assert told.reason == (
        "Chiến sĩ thi đua cơ sở năm 2023, 2024: mới 02 lần liên tục, yêu cầu 03 lần liên tục Chiến sĩ thi đua cơ sở."
        " Sổ khen thưởng đủ từ năm 2023; trước đó chưa rõ: bổ sung khen thưởng các năm trước, hoặc xác nhận sổ đủ từ"
        " năm nào"
    )
    assert told.used == ("history/0", "history/1")


def test_a_list_that_is_nowhere_whole_is_said_to_be_so() -> None:
    told = found(PRIOR, {"history": NEVER_WHOLE}, history=[])
    assert "Sổ khen thưởng chưa rõ đủ từ năm nào: bổ sung" in told.reason
    assert told.used == ("history",)


@pytest.mark.parametrize(
    ("years", "whole_from", "outcome"),
    [((2024,), 2021, "unmet"), ((2024,), 2022, "unknown"), ((2022, 2024), NEVER_WHOLE, "met")],
)
def test_times_are_short_only_where_all_years_are_known(
    years: tuple[int, ...], whole_from: int, outcome: str
) -> None:
    weak = [{"year": 2020, "level": "HTNV"}]
    told = found(TIMES, {"history": whole_from}, history=won(*years), ratings=weak)
    assert told.outcome == outcome, told.reason


def test_older_years_count_only_where_no_form_between_can_have_used_them() -> None:
    rated = [{"year": year, "level": "HTTNV"} for year in range(2018, 2025)]
    facts = {"history": won(2018, 2024), "ratings": rated}
    assert found(TIMES, **facts).outcome == "met"
    assert found(TIMES, {"history": 2018}, **facts).outcome == "met"
    assert found(TIMES, {"history": 2020}, **facts).outcome == "unknown"


def test_a_prior_form_may_stand_in_the_years_that_are_not_known() -> None:
    assert found(PRIOR, {"history": 2019}, history=[]).outcome == "unknown"
    assert found(PRIOR, {"history": 1990}, history=[]).outcome == "unmet"
    assert found(PRIOR, {"history": NEVER_WHOLE}, history=won(2015, award="HCLD3")).outcome == "met"


def test_a_weak_year_may_have_been_made_good_by_a_title_that_is_not_known() -> None:
    condition = {"rule": "years_in_a_row", "count": 2, "min": "HTXSNV", "or_title": "CSTDCS"}
    weak = [{"year": 2023, "level": "HTTNV"}, {"year": 2024, "level": "HTXSNV"}]
    assert found(condition, {"history": 2024}, history=[], ratings=weak).outcome == "unknown"
    assert found(condition, {"history": 2023}, history=[], ratings=weak).outcome == "unmet"


def test_a_prior_form_that_is_known_is_not_supposed_to_have_been_given_earlier_too() -> None:
    condition = {"rule": "years_in_a_row", "count": 5, "min": "HTTNV", "after": "HCLD3"}
    prior = won(2022, award="HCLD3")
    assert found(condition, {"history": NEVER_WHOLE}, history=prior).outcome == "unmet"


def test_the_title_of_the_year_itself_may_not_be_entered_yet() -> None:
    condition = {"rule": "qualifies", "for": ["LDTT"]}
    weak = [{"year": 2024, "level": "HTNV"}]
    told = found(condition, {"history": NEVER_WHOLE}, history=[], ratings=weak)
    assert told.outcome == "unknown"
    assert [part.outcome for part in told.parts].count("unmet") == 1
    assert found(condition, {"history": 2024}, history=[], ratings=weak).outcome == "unmet"


@pytest.mark.parametrize(
    ("years", "whole_from", "outcome"),
    [
        ((2024,), 2023, "unmet"),
        ((2024,), 2024, "unknown"),
        ((), NEVER_WHOLE, "unknown"),
        ((2023, 2024), NEVER_WHOLE, "met"),
    ],
)
def test_initiatives_are_short_only_where_the_years_that_count_are_known(
    years: tuple[int, ...], whole_from: int, outcome: str
) -> None:
    rows = [{"scope": "tinh", "year": year} for year in years]
    told = found(IDEA, {"initiatives": whole_from}, initiatives=rows)
    assert told.outcome == outcome, told.reason
    assert ("Sổ sáng kiến" in told.reason) == (outcome == "unknown")


def test_what_is_not_known_at_all_stays_so() -> None:
    assert found(IDEA, {"initiatives": 2024}).reason.startswith("Cần biết")
    assert found(ROW, {"history": 2024}).reason.startswith("Cần các lần")
    assert (
        found(
            {"rule": "task_level", "min": "HTXSNV"},
            {"history": 2024},
            ratings=[{"year": 2024, "level": "HTNV"}],
        ).outcome
        == "unmet"
    )


def test_nobody_was_disciplined_only_where_the_list_is_whole() -> None:
    condition = {"rule": "nobody_disciplined", "from": "canh_cao"}
    assert found(condition, {"discipline": 2024}, discipline=[]).outcome == "met"
    told = found(condition, {"discipline": 2025}, discipline=[])
    assert (told.outcome, told.used) == ("unknown", ("discipline",))


def test_people_without_titles_are_too_many_only_where_the_register_is_whole() -> None:
    share = {"rule": "members_ldtt", "min": 70}
    facts = {"size": 10, "ldtt_count": 6}
    assert found(share, {"members": 2024}, **facts).outcome == "unmet"
    told = found(share, {"members": 2025}, **facts)
    assert (told.outcome, told.used) == ("unknown", ("ldtt_count", "size"))
    assert "Sổ khen thưởng đủ từ năm 2025" in told.reason
    assert found(share, {"members": 2025}, size=10, ldtt_count=7).outcome == "met"
    one = {"rule": "member_title", "code": "CSTDCS"}
    assert found(one, {"members": NEVER_WHOLE}, cstdcs_count=0).outcome == "unknown"


def test_months_are_short_only_where_leave_is_known() -> None:
    level = {"rule": "task_level", "min": "HTTNV"}
    book = load().with_overlays([NOW | {"id": "title.cstdcs@2024", "code": "LDTT", "conditions": [level]}])
    case = {"on": "2024-12-20", "award": "LDTT", "year": 2024}
    facts = {"months_worked": {2024: 2}}
    for since, outcome in ((2024, "unmet"), (2025, "unknown")):
        given = case | {"candidate": facts | {"whole_from": {"leave": since}}}
        told = judging.judge(cases.read(given, book), book).findings
        assert [each.outcome for each in told if each.rule == "min_months"] == [outcome]


def test_a_list_that_is_not_named_is_whole() -> None:
    told = found(IDEA, {"history": NEVER_WHOLE}, initiatives=[])
    assert told.outcome == "unmet"


@settings(max_examples=60, deadline=None)
@supposing(
    years=st.sets(st.integers(2012, 2024)),
    since=st.integers(2010, 2026),
    condition=st.sampled_from([ROW, TIMES, PRIOR]),
)
def test_what_is_not_known_never_turns_a_no_into_a_yes_or_back(
    years: set[int], since: int, condition: dict[str, Any]
) -> None:
    whole = found(condition, history=won(*years)).outcome
    partly = found(condition, {"history": since}, history=won(*years)).outcome
    assert partly in (whole, "unknown")
    if (
        whole == "met" and condition is not TIMES
    ):  # older times count where no form between can have used them
        assert partly == whole
