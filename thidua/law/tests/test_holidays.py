"""Working days: weekends, Tết, days worked in exchange; the book against what a package computes."""

import runpy
import sys
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua.law import holidays, propose

DAYS = st.dates(date(2021, 1, 1), date(2026, 12, 31))
DECIDED_OTHERWISE = {date(2026, 1, 2), date(2026, 1, 10)}
"""Swapped late in the year before; the package has not heard of it."""


def test_the_tenth_of_february_2024_was_the_first_day_of_the_year_of_the_dragon():
    off = holidays.official(date(2024, 2, 10))

    assert (off.first, off.last, off.name) == (date(2024, 2, 8), date(2024, 2, 14), "Tết Nguyên đán")
    assert (off.by, off.by_on) == ("5015/TB-LĐTBXH", date(2023, 11, 22))
    assert holidays.working_day_before(date(2024, 2, 10)) == date(2024, 2, 7)


@pytest.mark.parametrize(
    ("day", "why"),
    [
        (date(2024, 6, 12), ""),
        (date(2024, 6, 15), "Thứ Bảy"),
        (date(2024, 6, 16), "Chủ Nhật"),
        (date(2024, 2, 10), "nghỉ Tết Nguyên đán"),
        (date(2024, 4, 29), "nghỉ hoán đổi dịp 30/4"),
        (date(2024, 5, 4), ""),
        (date(2025, 4, 26), ""),
        (date(2026, 8, 31), "nghỉ hoán đổi dịp Quốc khánh"),
        (date(2026, 8, 22), ""),
        (date(2026, 11, 24), "nghỉ Ngày Văn hóa Việt Nam"),
    ],
)
def test_why_a_day_is_off(day, why):
    assert holidays.why_off(day) == why
    assert holidays.is_working_day(day) == (why == "")


def test_working_days_are_counted_from_the_day_after():
    assert holidays.add_working_days(date(2024, 6, 12), 1) == date(2024, 6, 13)
    assert holidays.add_working_days(date(2024, 6, 12), 5) == date(2024, 6, 19)
    assert holidays.add_working_days(date(2024, 2, 7), 1) == date(2024, 2, 15)
    with pytest.raises(ValueError, match="at least 1"):
        holidays.add_working_days(date(2024, 6, 12), 0)


def test_a_year_out_of_the_book_is_counted_by_its_weekends_and_says_so():
    assert not holidays.is_known(2031)
    assert holidays.is_working_day(date(2031, 1, 1))
    assert not holidays.is_working_day(date(2031, 1, 4))
    assert holidays.tet(2031) is None


@given(DAYS, st.integers(1, 30))
def test_counting_forward_and_back_agree(day, count):
    end = holidays.add_working_days(day, count)

    assert holidays.is_working_day(end)
    between = [day + timedelta(days=step) for step in range(1, (end - day).days + 1)]
    assert sum(map(holidays.is_working_day, between)) == count


@given(DAYS)
def test_the_working_day_before_is_the_nearest(day):
    before = holidays.working_day_before(day)

    assert before < day
    assert holidays.is_working_day(before)
    gap = [before + timedelta(days=step) for step in range(1, (day - before).days)]
    assert not any(map(holidays.is_working_day, gap))


@pytest.mark.parametrize("year", sorted(holidays.book()))
def test_the_book_agrees_with_the_package_but_for_what_was_decided_otherwise(year):
    computed = propose.days_off(year)
    first = date(year, 1, 1)
    days = [first + timedelta(days=step) for step in range(365)]
    differing = {
        day for day in days if day.weekday() < 5 and holidays.is_working_day(day) == (day in computed)
    }

    assert differing - DECIDED_OTHERWISE == set()


@pytest.mark.parametrize("year", sorted(holidays.book()))
def test_the_book_is_in_order(year):
    off = holidays.book()[year].off

    assert all(each.first <= each.last and each.first.year == year for each in off)
    assert [each.first for each in off] == sorted(each.first for each in off)
    for swap in holidays.book()[year].worked:
        assert swap.day.weekday() >= 5
        assert holidays.official(swap.instead_of)


def test_a_coming_year_is_proposed_and_not_decided(capsys):
    assert propose.main(["2031"]) == 0
    written = capsys.readouterr().out

    assert "2031:" in written
    assert "status: memory" in written
    assert "chưa phải quyết định" in written
    assert not holidays.is_known(2031)


def test_a_decided_year_is_not_proposed_again(capsys):
    assert propose.main(["2024"]) == 1
    assert "đã có" in capsys.readouterr().out


def test_it_is_a_command_of_its_own(monkeypatch, capsys):
    monkeypatch.setattr("sys.argv", ["propose", "2024"])
    monkeypatch.delitem(sys.modules, "thidua.law.propose")
    with pytest.raises(SystemExit) as ended:
        runpy.run_module("thidua.law.propose", run_name="__main__")
    assert ended.value.code == 1
