"""Numbers in digits and words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua.vn.numbers import grouped, in_words, money_in_words, parse_count, parse_words, two_digits


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "không"),
        (5, "năm"),
        (10, "mười"),
        (15, "mười lăm"),
        (21, "hai mươi mốt"),
        (29, "hai mươi chín"),
        (101, "một trăm lẻ một"),
        (1005, "một nghìn không trăm lẻ năm"),
        (1_000_000, "một triệu"),
        (2_340_000_000, "hai tỷ ba trăm bốn mươi triệu"),
    ],
)
def test_a_number_is_read_out(number: int, words: str) -> None:
    assert in_words(number) == words


@pytest.mark.parametrize(
    ("printed", "count"),
    [
        ("05", 5),
        ("1.267", 1267),
        ("12.400", 12400),
        ("hai mươi chín", 29),
        ("mười hai", 12),
        ("hăm", None),
        ("", None),
        ("1.26", None),
    ],
)
def test_a_count_is_understood_in_digits_and_words(printed: str, count: int | None) -> None:
    assert parse_count(printed) == count


def test_other_ways_of_saying_are_understood() -> None:
    assert parse_words("một trăm linh năm") == 105
    assert parse_words("hai mươi tư") == 24
    assert parse_words("ba ngàn") == 3000


def test_money_is_written_as_on_a_payment_list() -> None:
    assert money_in_words(1_270_000) == "Một triệu hai trăm bảy mươi nghìn đồng"
    assert grouped(1_270_000) == "1.270.000"
    assert (two_digits(7), two_digits(12), two_digits(1267)) == ("07", "12", "1.267")


def test_what_has_no_words_is_refused() -> None:
    with pytest.raises(ValueError, match="số nguyên"):
        in_words(-1)


@given(st.integers(min_value=0, max_value=10**18 - 1))
def test_what_is_written_in_words_is_read_back(number: int) -> None:
    assert parse_words(in_words(number)) == number


@given(st.integers(min_value=0, max_value=10**12))
def test_grouped_digits_are_read_back(number: int) -> None:
    assert parse_count(grouped(number)) == number
