"""What stands in an address by mistake or by malice is as if it were not there."""

from datetime import UTC, date, datetime

import pytest
from django import forms
from django.http import QueryDict

from thidua.kit.ui import asked
from thidua.kit.ui.fields import DayField
from thidua.kit.ui.filters import Days, Span, Words


def same(rows, value):
    return rows


@pytest.mark.parametrize("text", ["", "-1", "1e5", "²", "٣", "9" * 19, "9" * 5000, "1\x00", "1,2", "abc"])
def test_what_is_no_key_is_none(text):
    params = QueryDict(mutable=True)
    params["van_ban"] = text

    assert asked.key(params, "van_ban") is None


def test_a_key_is_a_number():
    assert asked.key(QueryDict("van_ban=12"), "van_ban") == 12
    assert asked.key(QueryDict(""), "van_ban") is None


def test_a_search_is_no_longer_than_a_database_takes():
    params = QueryDict(mutable=True)
    params["q"] = "a, \x00" * 5000

    assert len(Words("q", "Tìm", same).read(params)) <= asked.LONGEST
    assert "\x00" not in asked.words(params)


@pytest.mark.parametrize("query", ["nam_tu=9999", "nam_den=0001", "nam_tu=0000&nam_den=3024"])
def test_years_at_the_ends_of_the_calendar_are_no_filter(query):
    assert Span("nam", "Năm", same).read(QueryDict(query)) is None


@pytest.mark.parametrize("query", ["ngay_den=31/12/9999", "ngay_tu=0001-01-01"])
def test_days_at_the_ends_of_the_calendar_are_no_filter(query):
    assert Days("ngay", "Ngày", same).read(QueryDict(query)) is None


@pytest.mark.parametrize("typed", ["31/12/9999", "01/01/0001", "20/3/1024"])
def test_a_day_outside_all_papers_is_asked_again(typed):
    with pytest.raises(forms.ValidationError, match="ngoài khoảng 1900 – 2199"):
        DayField().clean(typed)


def test_a_day_of_papers_is_taken():
    assert DayField().clean("20/3/2024") == date(2024, 3, 20)


@pytest.mark.parametrize(
    "text", ["", "hôm qua", "2024-13-45T25:61:00+07:00", "2024-06-12T09:30:00", "9" * 400]
)
def test_a_moment_that_is_none_is_not_a_fault(text):
    assert asked.moment({"seen": text}, "seen") is None


def test_a_moment_is_read_as_it_was_drawn():
    drawn = datetime(2024, 6, 12, 2, 30, 0, 123456, tzinfo=UTC)

    assert asked.moment({"seen": drawn.isoformat()}, "seen") == drawn
