"""Screening finds what judging finds, one by one, for candidates as alike and as different as they come."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from thidua.law import book, judging, screening
from thidua.law.cases import Case
from thidua.law.facts import (
    DISCIPLINE,
    LEVELS,
    NEVER_WHOLE,
    SCOPES,
    Award,
    Candidate,
    Discipline,
    Initiative,
    Leave,
    Rating,
    Study,
    Transfer,
)
from thidua.law.findings import Finding
from thidua.law.rules import principles

BOOK = book.load()
ANNUAL = ("LDTT", "CSTT", "CSTDCS", "CSTDBT", "CSTDTQ")
OTHERS = ("BKTTG", "HCLD3", "BKTINH", "CTT", "TTLDTT", "TTLDXS")
YEARS = st.integers(2021, 2025)
DAYS = (date(2023, 6, 1), date(2024, 12, 20), date(2025, 12, 20), date(2026, 11, 21))
SCREENERS: dict[tuple[date, bool, str], screening.Screener] = {}
"""Kept from one generated candidate to the next, so that each meets what was remembered of others."""


def few(rows, size=2):
    return st.none() | st.lists(rows, max_size=size).map(tuple)


def place(name):
    return st.integers(1, 99).map(lambda key: f"{name}/{key}")


awards = st.builds(
    Award,
    place("history"),
    st.sampled_from(["LDTT", "CSTT", "CSTDCS", "CSTDCS", "CSTDBT", "BKTTG", "HCLD3"]),
    st.just(()) | YEARS.map(lambda year: (year,)) | st.just((2021, 2022, 2023)),
    st.sampled_from(["", "", "cong_trang", "chuyen_de"]),
)
candidates = st.builds(
    Candidate,
    kind=st.just("ca_nhan"),
    labour=st.sampled_from([None, None, "chuyen_vien", "cong_nhan"]),
    occupation=st.sampled_from([None, None, None, "nong_dan"]),
    sector=st.sampled_from([None, None, None, "quan_doi"]),
    history=few(awards, 5),
    proposed=st.none() | few(awards, 1),
    ratings=few(st.builds(Rating, place("ratings"), YEARS, st.sampled_from(LEVELS[1:])), 3),
    initiatives=few(
        st.builds(
            Initiative,
            place("initiatives"),
            st.sampled_from(SCOPES),
            st.none() | YEARS,
            st.sampled_from([None, True, False]),
            st.sampled_from(["", "", "co_so"]),
            st.sampled_from([(), (), ("CSTDCS",), ("BKTTG",)]),
        )
    ),
    months_worked=st.none() | st.sampled_from([((2024, Decimal(12)),), ((2024, Decimal(3)),)]),
    recruited=st.none() | st.sampled_from([date(2010, 5, 1), date(2023, 10, 5), date(2024, 9, 1)]),
    leave=few(
        st.builds(
            Leave,
            place("leave"),
            st.sampled_from(["thai_san", "om_dau"]),
            st.sampled_from([None, Decimal(120)]),
            st.none(),
            st.none() | YEARS,
        ),
        1,
    ),
    study=few(
        st.builds(
            Study,
            place("study"),
            st.sampled_from([None, Decimal(4), Decimal(14)]),
            st.sampled_from([None, True, False]),
            st.sampled_from([None, True, False]),
            st.sampled_from(["", "kha", "khong_dat"]),
        ),
        1,
    ),
    transfers=few(st.builds(Transfer, place("positions"), st.just(Decimal(7)), st.just(Decimal(5))), 1),
    discipline=few(
        st.builds(Discipline, place("discipline"), st.sampled_from(DISCIPLINE[:2]), st.none() | YEARS), 1
    ),
    pending=st.sampled_from([None, None, (), ("investigation",)]),
    registered=st.sampled_from([None, None, True, False]),
    complies_law=st.sampled_from([None, None, True, False]),
    whole_from=st.lists(
        st.tuples(
            st.sampled_from(["history", "initiatives", "leave", "discipline"]),
            st.sampled_from([2019, 2022, 2023, 2024, 2025, NEVER_WHOLE]),
        ),
        max_size=3,
        unique_by=lambda row: row[0],
    ).map(tuple),
)
collectives = st.builds(
    Candidate,
    kind=st.just("tap_the"),
    history=few(awards.map(lambda row: replace(row, code="TTLDXS" if row.code != "LDTT" else "CTT")), 3),
    unit_rating=st.none() | st.sampled_from(LEVELS),
    size=st.none() | st.just(10),
    ldtt_count=st.none() | st.sampled_from([6, 8]),
    cstdcs_count=st.none() | st.sampled_from([0, 1]),
    completed_pct=st.none() | st.sampled_from([Decimal(90), Decimal(100)]),
    discipline=few(
        st.builds(Discipline, place("discipline"), st.sampled_from(DISCIPLINE[:2]), st.none() | YEARS), 1
    ),
    cluster_rank=st.none() | st.sampled_from([1, 2]),
    dissolved=st.sampled_from([None, None, True]),
    whole_from=st.sampled_from([(), (("members", NEVER_WHOLE),), (("discipline", 2024), ("members", 2024))]),
)


def screener(on: date, is_school_year: bool, kind: str) -> screening.Screener:
    key = on, is_school_year, kind
    codes = [code for code in (*ANNUAL, *OTHERS) if code in BOOK.codes]
    if key not in SCREENERS:
        SCREENERS[key] = screening.Screener(codes, year=2024, on=on, book=BOOK, is_school_year=is_school_year)
    return SCREENERS[key]


@settings(max_examples=300, deadline=None)
@given(candidates | collectives, st.sampled_from(DAYS), st.booleans())
def test_screening_says_what_judging_says(candidate, on, is_school_year):
    asked = screener(on, is_school_year, candidate.kind)
    for award, found in zip(asked.awards, asked.outcomes(candidate), strict=True):
        case = Case("", "eligibility", on, award, 2024, candidate, is_school_year=is_school_year)
        assert found == screening.outcome_of(judging.judge(case, BOOK, looks_ahead=False)), award


def test_candidates_that_the_rules_cannot_tell_apart_are_judged_once(monkeypatch):
    judged = []
    judge = judging.judge
    monkeypatch.setattr(judging, "judge", lambda *args, **more: judged.append(1) or judge(*args, **more))
    rated = (Rating("ratings/1", 2024, "HTTNV"),)
    people = [
        Candidate("ca_nhan", ratings=rated, history=(Award(f"history/{at}", "LDTT", (2010 + at,)),))
        for at in range(9)
    ]
    found = list(screening.screen(people, "LDTT", year=2024, on=DAYS[2], book=BOOK))
    assert [each.verdict for each in found] == ["eligible"] * 9
    assert len(judged) == 1


def test_outcomes_name_what_is_lacking():
    candidate = Candidate(
        "ca_nhan", history=(), ratings=(Rating("ratings/1", 2024, "HTTNV"),), initiatives=()
    )
    asked = screening.Screener(("LDTT", "CSTDCS", "CSTDBT"), year=2024, on=DAYS[2], book=BOOK)
    assert asked.outcomes(candidate) == (
        screening.Outcome("eligible"),
        screening.Outcome("not_eligible", ("task_level/initiative",)),
        screening.Outcome("not_eligible", ("titles_in_a_row", "initiative")),
    )


def test_what_is_open_beside_what_denies_is_marked():
    """Whoever has one initiative more is still not eligible: nobody knows the earlier titles."""
    candidate = Candidate("ca_nhan", ratings=(Rating("ratings/1", 2024, "HTTNV"),), initiatives=())
    (found,) = screening.screen([candidate], "CSTDBT", year=2024, on=DAYS[2], book=BOOK)
    assert found == screening.Outcome("not_eligible", ("initiative", "?titles_in_a_row"))


def test_a_whole_names_the_parts_that_are_not_met():
    parts = (Finding("rank", "met", ""), Finding("initiative", "unknown", ""), Finding("local", "unmet", ""))
    assert screening.code_of(Finding("all_of", "unmet", "", parts=parts)) == "initiative+local"


def test_a_text_that_must_be_compared_again_is_what_is_open():
    candidate = Candidate("ca_nhan", ratings=(Rating("ratings/1", 2026, "HTXSNV"),), history=())
    aged = replace(BOOK.by_id["title.ldtt@2024"], check_from=date(2025, 1, 1))
    rows = tuple(aged if entry.id == aged.id else entry for entry in BOOK.entries)
    (found,) = screening.screen([candidate], "LDTT", year=2026, on=DAYS[3], book=book.Book(rows))
    assert found == screening.Outcome("needs_review", (screening.DRAFT,))


def test_what_is_remembered_is_bounded(monkeypatch):
    monkeypatch.setattr(screening, "_MOST", 2)
    asked = screening.Screener(("LDTT",), year=2024, on=DAYS[2], book=BOOK)
    for level in LEVELS:
        asked.outcomes(Candidate("ca_nhan", ratings=(Rating("ratings/1", 2024, level),)))
    (kind,) = asked._kinds.values()
    assert len(kind._known) <= 2


def test_a_principle_that_has_no_view_is_given_all_facts(monkeypatch):
    """A new principle that looks at the history is seen at once, even where no condition does."""

    def awarded(asked, entry):
        told = len(asked.candidate.history or ())
        return judging.unknown("new", "x") if told else None

    monkeypatch.setitem(principles.RULES, "principle", awarded)
    rated = (Rating("ratings/1", 2024, "HTTNV"),)
    plain = Candidate("ca_nhan", ratings=rated, history=())
    given_once = replace(plain, history=(Award("history/1", "GIAY", (2011,)),))
    found = list(screening.screen([plain, given_once], "LDTT", year=2024, on=DAYS[2], book=BOOK))
    assert [each.verdict for each in found] == ["eligible", "needs_review"]


@pytest.mark.parametrize("code", ["LDTT", "CSTDBT"])
def test_a_title_that_the_book_does_not_know_on_the_day_is_for_people(code):
    (found,) = screening.screen([Candidate("ca_nhan")], code, year=1990, on=date(1990, 1, 1), book=BOOK)
    assert found == screening.Outcome("needs_review", ("book",))
