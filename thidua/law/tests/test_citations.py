"""Citations out of the words in which the book gives them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua.law.citations import Citation, read

NUMBERS = ["06/2022/QH15", "152/2025/NĐ-CP", "638/QĐ-BNV (2025)", "15/2025/TT-BNV"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Luật 06/2022/QH15, Điều 22", [("06/2022/QH15", "22", "", "", "")]),
        (
            "Luật 06/2022/QH15, Điều 24 khoản 1, khoản 4; Điều 80",
            [
                ("06/2022/QH15", "24", "1", "", ""),
                ("06/2022/QH15", "24", "4", "", ""),
                ("06/2022/QH15", "80", "", "", ""),
            ],
        ),
        ("Luật 06/2022/QH15, Điều 44 khoản 1 điểm e", [("06/2022/QH15", "44", "1", "e", "")]),
        (
            "Luật 06/2022/QH15, Điều 20, Điều 31",
            [("06/2022/QH15", "20", "", "", ""), ("06/2022/QH15", "31", "", "", "")],
        ),
        ("Nghị định 152/2025/NĐ-CP", [("152/2025/NĐ-CP", "", "", "", "")]),
        (
            "Quyết định 638/QĐ-BNV năm 2025, Phần II mục B",
            [("638/QĐ-BNV (2025)", "", "", "", "Phần II mục B")],
        ),
        ("Tập quán", []),
        ("Luật 99/2022/QH15, Điều 3; Điều 4", []),
        (
            "Luật 06/2022/QH15, Điều 3; hướng dẫn khác; Điều 5",
            [("06/2022/QH15", "3", "", "", "")],
        ),
    ],
)
def test_each_place_is_read(text: str, found: list[tuple[str, ...]]) -> None:
    assert read(text, NUMBERS) == tuple(Citation(*each) for each in found)


def test_a_citation_is_printed_as_a_sentence_names_it() -> None:
    assert Citation("06/2022/QH15", "44", "1", "e").text == "điểm e khoản 1 Điều 44, 06/2022/QH15"
    assert Citation("638/QĐ-BNV (2025)", place="Phần II").text == "Phần II, 638/QĐ-BNV (2025)"
    assert Citation("06/2022/QH15").text == "06/2022/QH15"


@given(st.integers(1, 200), st.integers(1, 20), st.sampled_from("abcdđeg"))
def test_what_is_printed_can_be_read_again(article: int, clause: int, point: str) -> None:
    cite = Citation("06/2022/QH15", str(article), str(clause), point)
    line = f"Luật {cite.doc}, Điều {cite.article} khoản {cite.clause} điểm {cite.point}"
    assert read(line, NUMBERS) == (cite,)


@given(st.text(max_size=80))
def test_any_words_are_read_to_the_end(text: str) -> None:
    assert all(cite.doc in NUMBERS for cite in read(text, NUMBERS))
