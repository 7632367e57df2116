"""Thước năm: where the days stand on it, which are named, what is late."""

import itertools
from datetime import date

import pytest

from thidua.kit.ui.waiting import CalendarDay
from thidua.web.year import ruler

TODAY = date(2024, 6, 12)


def day(on, title="Việc", done=None, rank=0):
    return rank, CalendarDay(on, title, f"/{title}/", done)


def marks(*days, on=TODAY, year=2024):
    return ruler(days, year, on).marks


def test_a_year_runs_from_end_to_end():
    made = ruler([], 2024, TODAY)

    assert [month for _, month, _ in made.months] == list(range(1, 13))
    assert made.months[0][0] == "0.00%"
    assert [month for _, month, now in made.months if now] == [6]
    assert made.today == made.past == "44.54%"


def test_another_year_has_no_today():
    assert (ruler([], 2023, TODAY).today, ruler([], 2023, TODAY).past) == ("", "100%")
    assert (ruler([], 2025, TODAY).today, ruler([], 2025, TODAY).past) == ("", "")


@pytest.mark.parametrize(
    ("on", "done", "kind"),
    [
        (date(2024, 3, 1), None, "done"),
        (date(2024, 3, 1), True, "done"),
        (date(2024, 3, 1), False, "late"),
        (TODAY, False, "next"),
        (date(2024, 9, 1), None, "next"),
    ],
)
def test_only_what_was_to_be_done_and_is_not_is_late(on, done, kind):
    (mark,) = marks(day(on, done=done))

    assert mark.kind == kind


def test_days_outside_the_year_are_left_out():
    assert marks(day(date(2023, 12, 31)), day(date(2025, 1, 1))) == []


def test_near_days_share_a_dot_and_the_app_that_stands_first_names_it():
    (mark,) = marks(day(date(2024, 9, 2), "Họp", rank=1), day(date(2024, 9, 4), "Sơ kết", rank=0))

    assert mark.label == "04/9 Sơ kết"
    assert mark.told == ("02/9 Họp", "04/9 Sơ kết")


def test_what_is_over_shares_no_dot_with_what_is_to_come():
    over, ahead = marks(day(date(2024, 6, 11), "Xong"), day(date(2024, 6, 13), "Tới"))

    assert (over.kind, ahead.kind) == ("done", "next")


def spans(found, glyph, width):
    """Where the labels lie, from left to right, in percent."""
    lengths = [(mark, len(mark.label) * glyph / width * 100) for mark in found if mark.label]
    return sorted(
        (mark.at - length if mark.end else mark.at, mark.at if mark.end else mark.at + length)
        for mark, length in lengths
    )


def test_labels_never_lie_over_one_another_nor_over_today():
    crowd = [
        day(date(2024, month, number), f"Việc số {month} của tháng, lần {number}")
        for month in range(1, 13)
        for number in (1, 9, 17, 25)
    ]

    found = marks(*crowd)
    lines = spans(found, 6.8, 1040)

    assert len(lines) >= 4
    assert all(one[1] <= two[0] for one, two in itertools.pairwise(lines))
    assert not any(since < 44.5 and until > 40 for since, until in lines)


def test_the_end_of_the_year_is_named_too():
    (mark,) = marks(day(date(2024, 12, 31), "Tổng kết"))

    assert (mark.label, mark.end) == ("31/12 Tổng kết", True)


def test_a_long_title_is_told_in_few_words_or_before_its_colon():
    first, second = marks(
        day(date(2024, 2, 1), "Sơ kết 6 tháng: Thi đua thực hiện nhiệm vụ"),
        day(date(2024, 9, 1), "Hội nghị tổng kết công tác thi đua, khen thưởng"),
    )

    assert first.words == "Sơ kết 6 tháng"
    assert second.words == "Hội nghị tổng kết…"
