"""Periods: how they are read and printed, what comes before them, and that they leave no gap."""

from datetime import date, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from thidua.vn import periods
from thidua.vn.periods import Period, parse

YEARS = st.integers(1990, 2090)
DAYS = st.dates(date(1990, 1, 1), date(2090, 12, 31))


@st.composite
def waves(draw):
    first, length = draw(DAYS), draw(st.integers(0, 800))
    last = first + timedelta(days=length)
    assume(last.year <= 2090)
    return periods.wave(first, last)


ANY = st.one_of(
    YEARS.map(periods.calendar_year),
    YEARS.map(periods.school_year),
    st.tuples(YEARS, st.integers(1, 2)).map(lambda pair: periods.half(*pair)),
    st.tuples(YEARS, st.integers(1, 4)).map(lambda pair: periods.quarter(*pair)),
    st.tuples(YEARS, st.integers(1, 12)).map(lambda pair: periods.month(*pair)),
    st.tuples(st.integers(2010, 2050), st.integers(0, 8)).map(
        lambda pair: periods.stage(pair[0], pair[0] + pair[1])
    ),
    waves(),
)


@pytest.mark.parametrize(
    ("text", "since", "last", "label", "year", "printed"),
    [
        ("2024", (2024, 1, 1), (2024, 12, 31), "2024", 2024, "năm 2024"),
        ("năm 2024", (2024, 1, 1), (2024, 12, 31), "2024", 2024, "năm 2024"),
        ("2024-2025", (2024, 9, 1), (2025, 8, 31), "2024-2025", 2025, "năm học 2024-2025"),
        ("Năm học 2024 – 2025", (2024, 9, 1), (2025, 8, 31), "2024-2025", 2025, "năm học 2024-2025"),
        ("2024H1", (2024, 1, 1), (2024, 6, 30), "2024H1", 2024, "6 tháng đầu năm 2024"),
        ("06 tháng cuối năm 2024", (2024, 7, 1), (2024, 12, 31), "2024H2", 2024, "6 tháng cuối năm 2024"),
        ("2024Q3", (2024, 7, 1), (2024, 9, 30), "2024Q3", 2024, "quý III năm 2024"),
        ("quý III/2024", (2024, 7, 1), (2024, 9, 30), "2024Q3", 2024, "quý III năm 2024"),
        ("Quý 4 năm 2024", (2024, 10, 1), (2024, 12, 31), "2024Q4", 2024, "quý IV năm 2024"),
        ("01/2024", (2024, 1, 1), (2024, 1, 31), "01/2024", 2024, "tháng 01 năm 2024"),
        ("tháng 9 năm 2024", (2024, 9, 1), (2024, 9, 30), "09/2024", 2024, "tháng 9 năm 2024"),
        (
            "2021 - 2025",
            (2021, 1, 1),
            (2025, 12, 31),
            "giai đoạn 2021-2025",
            2025,
            "giai đoạn 2021 - 2025",
        ),
        (
            "giai đoạn 2024 – 2025",
            (2024, 1, 1),
            (2025, 12, 31),
            "giai đoạn 2024-2025",
            2025,
            "giai đoạn 2024 - 2025",
        ),
        (
            "từ ngày 01/01/2024 đến ngày 30/6/2024",
            (2024, 1, 1),
            (2024, 6, 30),
            "01/01/2024 - 30/6/2024",
            2024,
            "từ ngày 01/01/2024 đến ngày 30/6/2024",
        ),
        (
            "15/10/2024 - 20/3/2025",
            (2024, 10, 15),
            (2025, 3, 20),
            "15/10/2024 - 20/3/2025",
            2025,
            "từ ngày 15/10/2024 đến ngày 20/3/2025",
        ),
    ],
)
def test_periods_are_read_and_printed(text, since, last, label, year, printed):
    period = parse(text)

    assert (period.since, period.last) == (date(*since), date(*last))
    assert (period.label, period.year, period.printed, str(period)) == (label, year, printed, printed)


@pytest.mark.parametrize(
    "text",
    ["", "đợt 1", "2024H3", "2024Q5", "quý V năm 2024", "13/2024", "năm học 2024-2026", "2025-2021", "20244",
     "31/02/2024 - 01/3/2024", "30/6/2024 - 01/01/2024"],
)  # fmt: skip
def test_what_names_no_period_is_none(text):
    assert parse(text) is None


def test_before_and_a_year_before():
    assert parse("2024H1").previous() == parse("2023H2")
    assert parse("2024H1").same_last_year() == parse("2023H1")
    assert parse("2024Q1").previous() == parse("2023Q4")
    assert parse("01/2024").previous() == parse("12/2023")
    assert parse("2024-2025").previous() == parse("2023-2024")
    assert parse("2021-2025").previous() == parse("2016-2020")
    assert parse("01/02/2024 - 29/02/2024").same_last_year() == parse("01/02/2023 - 28/02/2023")


@given(ANY)
def test_its_short_name_and_its_printed_name_are_read_back(period):
    assert parse(period.label) == period
    assert parse(period.printed) == period
    assert parse(period.printed.upper()) == period


@given(ANY)
def test_the_one_before_ends_where_it_begins(period):
    before = period.previous()

    assert before.until == period.since
    assert before.kind == period.kind
    assert before.since < before.until


@given(ANY)
def test_a_year_before_is_of_the_same_kind_and_a_year_earlier(period):
    earlier = period.same_last_year()

    assert earlier.kind == period.kind
    assert earlier.since.year == period.since.year - 1
    assert earlier.year == period.year - 1


@given(ANY, DAYS)
def test_a_day_is_inside_or_outside(period, day):
    assert period.contains(day) == (period.since <= day <= period.last)
    assert period.contains(period.since)
    assert period.contains(period.last)
    assert not period.contains(period.until)
    assert period.overlaps(day, day + timedelta(days=1)) == period.contains(day)
    assert period.overlaps(None, None)


@given(DAYS)
def test_every_day_is_in_its_month_quarter_and_half(day):
    made = (periods.month_of(day), periods.quarter_of(day), periods.half_of(day))

    assert all(period.contains(day) for period in made)
    assert all(isinstance(period, Period) for period in made)
    assert made[0].since >= made[1].since >= made[2].since


@pytest.mark.parametrize(
    "made",
    [
        lambda: periods.half(2024, 3),
        lambda: periods.quarter(2024, 0),
        lambda: periods.stage(2025, 2024),
        lambda: periods.wave(date(2024, 6, 2), date(2024, 6, 1)),
    ],
)
def test_impossible_periods_are_refused(made):
    with pytest.raises(ValueError, match=r"."):
        made()


@given(ANY)
def test_the_one_that_follows_begins_where_it_ends(period):
    following = period.following()

    assert following.since == period.until
    assert following.kind == period.kind
    assert following.previous() == period
