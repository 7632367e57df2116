"""What is supposed lies over what is known, for one merit year, and takes nothing else away."""

from datetime import date
from decimal import Decimal

from thidua.law.facts import Award, Candidate, Initiative, Rating
from thidua.vn.periods import calendar_year, school_year
from thidua.work.eligibility.asked import NOTHING, Supposed, day_for
from thidua.work.eligibility.supposing import laid_over

KNOWN = Candidate(
    "ca_nhan",
    history=(Award("history/1", "CSTDCS", (2023,)),),
    ratings=(Rating("ratings/1", 2023, "HTTNV"), Rating("ratings/2", 2024, "HTNV")),
    initiatives=(),
    months_worked=((2023, Decimal(12)), (2024, Decimal(3))),
)


def test_each_supposed_fact_says_that_it_is_supposed():
    found = laid_over(KNOWN, Supposed("CSTDCS", "HTXSNV", "tinh", 11), 2024)
    assert found.years_of("CSTDCS") == {2023: "history/1", 2024: "supposed/award"}
    assert found.rated(2024) == ("HTXSNV", "supposed/level")
    assert found.initiatives == (Initiative("supposed/scope", "tinh", 2024, True),)
    assert found.months_worked == ((2023, Decimal(12)), (2024, Decimal(11)))


def test_other_years_stay_as_they_are():
    found = laid_over(KNOWN, Supposed(level="HTXSNV"), 2024)
    assert found.rated(2023) == ("HTTNV", "ratings/1")
    assert found.months_worked == KNOWN.months_worked


def test_a_title_that_is_there_is_not_supposed_again():
    assert laid_over(KNOWN, Supposed("CSTDCS"), 2023) == KNOWN


def test_over_what_is_not_known_only_what_is_supposed_stands():
    found = laid_over(Candidate("ca_nhan"), Supposed("LDTT", "HTTNV", "co_so"), 2024)
    assert [row.place for row in found.history or ()] == ["supposed/award"]
    assert found.months_worked is None


def test_nothing_supposed_changes_nothing():
    assert not NOTHING
    assert Supposed(months=0)
    assert laid_over(KNOWN, NOTHING, 2024) is KNOWN


def test_the_day_of_consideration_is_the_last_of_the_period_or_today_while_it_runs():
    assert day_for(calendar_year(2024), date(2026, 3, 1)) == date(2024, 12, 31)
    assert day_for(calendar_year(2026), date(2026, 3, 1)) == date(2026, 3, 1)
    assert day_for(school_year(2024), date(2026, 3, 1)) == date(2025, 8, 31)
