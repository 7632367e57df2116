"""Dates as documents write them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua.vn.dates import cited_date, find_days, find_periods, long_date, match_day, parse_day, short_date
from thidua.vn.fold import plain

DAYS = st.dates(min_value=date(1900, 1, 1), max_value=date(2099, 12, 31))


@pytest.mark.parametrize(
    "printed",
    [
        "29/5/2024",
        "29-5-2024",
        "29.05.2024",
        "29 / 5 / 2024",
        "ngày 29/5/2024",
        "ngày 29 tháng 5 năm 2024",
        "Ngày 29 tháng 05 năm 2024",
        "29 tháng 5/2024",
        "ngay 29 thang 5 nam 2024",
        "ngày 29 tháng 5, năm 2024",
        "ngày 2 9 tháng 5 năm 2 0 2 4",
    ],
)
def test_every_spelling_is_the_same_day(printed: str) -> None:
    assert parse_day(printed) == date(2024, 5, 29)


@pytest.mark.parametrize(
    "printed", ["31/02/2024", "ngày 32 tháng 5 năm 2024", "29/13/2024", "2024", "29/5", "chưa rõ"]
)
def test_what_is_no_day_gives_none(printed: str) -> None:
    assert parse_day(printed) is None


def test_a_day_that_no_calendar_has_is_marked_and_not_invented() -> None:
    (found,) = find_days("trước ngay 31/02/2024 .")
    assert found.impossible
    assert found.day is None


def test_days_in_running_text_are_found_where_they_stand() -> None:
    text = plain("từ ngày 01/4/2025 đến ngày 02 tháng 9 năm 2025; giai đoạn 2021 - 2025; 98/2023/NĐ-CP")
    found = list(find_days(text))
    assert [text[one.start : one.end] for one in found] == ["ngay 01/4/2025", "ngay 02 thang 9 nam 2025"]
    assert [one.day for one in found] == [date(2025, 4, 1), date(2025, 9, 2)]


def test_digits_that_a_scan_parted_are_one_day() -> None:
    found = match_day("ngay 1 4/8/2 014 ", 0)
    assert found is not None
    assert found.day == date(2014, 8, 14)


@pytest.mark.parametrize(
    ("printed", "since", "until"),
    [
        ("cuối tháng 8/2024", date(2024, 8, 1), date(2024, 8, 31)),
        ("tháng 02 năm 2024", date(2024, 2, 1), date(2024, 2, 29)),
        ("quý III năm 2024", date(2024, 7, 1), date(2024, 9, 30)),
        ("quý IV/2024", date(2024, 10, 1), date(2024, 12, 31)),
        ("6 tháng đầu năm 2024", date(2024, 1, 1), date(2024, 6, 30)),
        ("6 tháng cuối năm 2024", date(2024, 7, 1), date(2024, 12, 31)),
        ("năm 2023", date(2023, 1, 1), date(2023, 12, 31)),
    ],
)
def test_a_period_has_its_first_and_last_day(printed: str, since: date, until: date) -> None:
    (found,) = find_periods(plain(printed))
    assert (found.since, found.until) == (since, until)


def test_a_month_that_is_none_is_marked() -> None:
    (found,) = find_periods("thang 13/2024")
    assert found.impossible


def test_days_are_printed_the_official_way() -> None:
    assert long_date(date(2024, 3, 6)) == "ngày 06 tháng 3 năm 2024"
    assert long_date(date(2024, 2, 24)) == "ngày 24 tháng 02 năm 2024"
    assert short_date(date(2024, 3, 6)) == "06/03/2024"
    assert cited_date(date(2024, 3, 6)) == "06/3/2024"


@given(DAYS)
def test_every_printed_form_is_read_back(day: date) -> None:
    assert parse_day(long_date(day)) == parse_day(short_date(day)) == parse_day(cited_date(day)) == day
