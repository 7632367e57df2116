"""Procedures name only what the book has; their clocks run as offices work."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua.law import holidays, procedures
from thidua.law.book import load
from thidua.law.procedures import Clock, clock_of, due, read

BOOK = load()
DAY = date(2025, 8, 15)
NAMED = list(BOOK.shelf("procedures"))


def working(days: int) -> Clock:
    return Clock(BOOK.by_id["dl.return@2025"], days, True)


@pytest.mark.parametrize("entry", NAMED, ids=lambda entry: entry.id)
def test_what_it_names_stands_in_the_book(entry):
    found = read(entry, BOOK)

    assert len(found.clocks) == len(entry.data["clocks"]) > 0
    assert (found.papers_entry is None) == ("papers" not in entry.data)
    assert bool(found.papers) == (found.papers_entry is not None)
    assert found.route is not None
    assert (found.published_by is None) == ("published_by" not in entry.data)


def test_those_of_an_award_on_a_day():
    assert [each.entry.id for each in procedures.procedures(BOOK, DAY, "CSTDCS")] == [
        "tthc.cstdcs.commune@2025"
    ]
    assert procedures.procedures(BOOK, date(2024, 1, 1)) == []
    assert len(procedures.procedures(BOOK, DAY)) == len(NAMED)


def test_how_it_is_handed_in_is_said_by_itself_or_by_its_route():
    (found,) = procedures.procedures(BOOK, DAY, "CSTDCS")
    assert "trực tiếp tại UBND xã" in found.channel

    row = {"id": "tthc.cstdcs.commune@2025", "route": None, "channel": ["trực tuyến"]}
    laid = BOOK.with_overlays([row])
    assert read(laid.by_id[row["id"]], laid).channel == ("trực tuyến",)
    bare = BOOK.with_overlays([{**row, "channel": None}])
    assert read(bare.by_id[row["id"]], bare).channel == ()


def test_days_off_are_left_out_and_named():
    found = due(working(20), DAY)

    assert found.on == date(2025, 9, 16)
    assert [off.name for off in found.off] == ["Quốc khánh"]
    assert found.is_known
    assert found.why_off == ""


def test_plain_days_are_counted_one_by_one_and_a_last_day_off_is_said():
    clock = Clock(BOOK.by_id["dl.public_gdvh"], 10, False)

    found = due(clock, date(2025, 8, 23))

    assert (found.on, found.why_off) == (date(2025, 9, 2), "nghỉ Quốc khánh")
    assert due(clock, date(2025, 8, 15)).why_off == ""


def test_a_year_without_its_days_off_is_said():
    assert not due(working(5), date(2190, 1, 4)).is_known


def test_only_a_number_of_days_makes_a_clock():
    assert clock_of(BOOK.by_id["dl.cstdtq@2024"]) is None
    assert clock_of(BOOK.by_id["dl.opinion@2024"]) is None
    assert clock_of(BOOK.by_id["council.base"]) is None
    found = clock_of(BOOK.by_id["dl.public_before_council"])
    assert found is not None
    assert (found.days, found.is_working) == (10, True)


@given(st.dates(date(2021, 1, 1), date(2025, 12, 1)), st.integers(1, 60))
def test_every_day_is_counted_once(begins, days):
    found = due(working(days), begins)

    span = [begins + timedelta(each) for each in range(1, (found.on - begins).days + 1)]
    assert sum(holidays.is_working_day(day) for day in span) == days
    off = sum(holidays.official(day) is not None for day in span)
    assert days + off + found.weekend_days == len(span)
    assert holidays.is_working_day(found.on)
