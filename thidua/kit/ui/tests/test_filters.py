"""What each kind of filter reads from the address, and how it says it."""

from datetime import date

import pytest
from django.http import QueryDict

from thidua.kit.ui.filters import Choice, Days, Flag, Many, Span, Words

CODES = [("kh", "Kế hoạch"), ("qd", "Quyết định"), ("ct", "Chỉ thị")]


def same(rows, value):
    return rows


@pytest.mark.parametrize(
    ("query", "value", "words"),
    [
        ("nam_tu=2020&nam_den=2026", (2020, 2026), "2020 – 2026"),
        ("nam_tu=2026&nam_den=2026", (2026, 2026), "2026"),
        ("nam_tu=2020", (2020, None), "từ 2020"),
        ("nam_den=2026", (None, 2026), "đến 2026"),
        ("nam_tu=20&nam_den=hai", None, None),
        ("nam_tu=٢٠٢٠", None, None),
    ],
)
def test_years(query, value, words):
    years = Span("nam", "Năm", same)

    found = years.read(QueryDict(query))

    assert found == value
    assert words is None or years.in_words(found) == words


@pytest.mark.parametrize(
    ("query", "value"),
    [
        ("ngay_tu=01/3/2026", (date(2026, 3, 1), None)),
        ("ngay_tu=2026-03-01&ngay_den=15/3/2026", (date(2026, 3, 1), date(2026, 3, 15))),
        ("ngay_tu=31/02/2026", None),
    ],
)
def test_days(query, value):
    assert Days("ngay", "Ngày", same).read(QueryDict(query)) == value


def test_several_choices_are_said_shortly():
    several = Many("loai", "Loại", same, choices=CODES)

    value = several.read(QueryDict("loai=kh&loai=qd&loai=ct&loai=x"))

    assert value == ("kh", "qd", "ct")
    assert several.in_words(value) == "Kế hoạch, Quyết định và 1 mục"


def test_choices_may_be_a_function():
    assert Choice("loai", "Loại", same, choices=lambda: CODES).read(QueryDict("loai=qd")) == "qd"


@pytest.mark.parametrize(("query", "value"), [("thieu=1", True), ("thieu=0", None), ("", None)])
def test_a_flag_is_on_or_off(query, value):
    assert Flag("thieu", "Thiếu", same).read(QueryDict(query)) is value


def test_words_are_taken_without_the_blanks_around():
    assert Words("q", "Tìm", same).read(QueryDict("q=+thi+đua+")) == "thi đua"
    assert Words("q", "Tìm", same).read(QueryDict("q=++")) is None
