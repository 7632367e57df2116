"""Dates and figures as an office writes them."""

from datetime import UTC, date, datetime

import pytest

from thidua.kit.ui import wording


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (date(2026, 6, 8), "08/6/2026"),
        (date(2026, 2, 26), "26/02/2026"),
        (date(2026, 10, 1), "01/10/2026"),
        (datetime(2026, 6, 7, 18, 30, tzinfo=UTC), "08/6/2026"),
        (None, ""),
    ],
)
def test_a_day(value, text):
    assert wording.day(value) == text


def test_other_ways_to_write_a_day():
    on = date(2026, 6, 12)

    assert wording.short_day(on) == "12/6"
    assert wording.long_day(on) == "ngày 12 tháng 6 năm 2026"
    assert wording.weekday(on) == "Thứ Sáu, 12/6/2026"
    assert wording.weekday(date(2026, 6, 14)) == "Chủ Nhật, 14/6/2026"


def test_a_moment_is_told_in_local_time():
    assert wording.moment(datetime(2026, 6, 12, 2, 5, tzinfo=UTC)) == "9 giờ 05, ngày 12/6/2026"


@pytest.mark.parametrize(("value", "text"), [(0, "0"), (999, "999"), (1234567, "1.234.567"), (None, "–")])
def test_a_count(value, text):
    assert wording.count(value) == text


@pytest.mark.parametrize("say", [wording.short_day, wording.long_day, wording.weekday, wording.moment])
def test_what_is_not_there_is_said_by_nothing(say):
    assert say(None) == ""
