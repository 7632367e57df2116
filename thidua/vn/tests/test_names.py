"""Order of Vietnamese names."""

import string

from hypothesis import given
from hypothesis import strategies as st

from thidua.vn.names import NameParts, initials, name_sort, split_name

WORD = st.text(alphabet="aăâbcdđeêghiklmnoôơpqrstuưvxyáàảãạấậéẹíịóọúụýĐÂ", min_size=1, max_size=7)


def test_a_name_has_family_middle_and_given_part() -> None:
    assert split_name("Trần Thị Ngọc Lan") == NameParts("Trần", "Thị Ngọc", "Lan")
    assert split_name("Lê Minh") == NameParts("Lê", "", "Minh")
    assert split_name("Lan") == NameParts("", "", "Lan")
    assert split_name("  ") == NameParts("", "", "")
    assert initials("Trần Thị Ngọc Lan") == "TL"


def test_given_name_comes_first_then_family_then_middle() -> None:
    names = ["Vũ Thị Bình", "Lê Văn An", "Đỗ An", "Dương An", "Lê Thị An"]
    assert sorted(names, key=name_sort) == ["Dương An", "Đỗ An", "Lê Thị An", "Lê Văn An", "Vũ Thị Bình"]


def test_letters_follow_the_vietnamese_alphabet() -> None:
    names = [
        f"Lê {given}" for given in ("Đan", "Dung", "Ân", "Ăn", "An", "Ơn", "Ôn", "Oanh", "Ưng", "Uy", "Yến")
    ]
    assert [name[3:] for name in sorted(names, key=name_sort)] == [
        "An",
        "Ăn",
        "Ân",
        "Dung",
        "Đan",
        "Oanh",
        "Ôn",
        "Ơn",
        "Uy",
        "Ưng",
        "Yến",
    ]


def test_tones_come_after_letters_in_the_order_of_the_grammar() -> None:
    names = [f"Lê {given}" for given in ("Hạ", "Há", "Hã", "Hả", "Hà", "Ha", "Hai")]
    assert [name[3:] for name in sorted(names, key=name_sort)] == ["Ha", "Hà", "Hả", "Hã", "Há", "Hạ", "Hai"]


def test_the_family_weighs_more_than_the_tone_of_nothing_before_it() -> None:
    assert sorted(["Võ Hà", "Bùi Hạ", "Bùi Hà"], key=name_sort) == ["Bùi Hà", "Võ Hà", "Bùi Hạ"]


@given(st.lists(WORD, min_size=0, max_size=8).map(" ".join))
def test_keys_are_short_hex_that_any_collation_sorts_alike(name: str) -> None:
    key = name_sort(name)
    assert len(key) <= 200
    assert set(key) <= set(string.hexdigits.lower())


@given(st.lists(st.lists(WORD, min_size=2, max_size=4).map(" ".join), min_size=2, max_size=6))
def test_both_normal_forms_and_all_orders_sort_the_same(names: list[str]) -> None:
    assert sorted(sorted(names), key=name_sort) == sorted(
        sorted(names, reverse=True), key=lambda name: (name_sort(name), name)
    )
