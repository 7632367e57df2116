"""Rows come out typed, and every fault names its cell and how to mend it."""

from datetime import date

import pytest

from thidua.kit.sheets.reader import Book
from thidua.kit.sheets.tests.conftest import FRUIT, HEAD
from thidua.vn.encodings import decode_tcvn3

GOOD = ("Xoài", date(2020, 5, 1), 2021, "2023-2024", 1.5, 60, "Ngọt", "x", "079086000123")


def rows_of(path, **how):
    with Book(path, FRUIT, **how) as book:
        return [row for chunk in book.chunks(500) for row in chunk]


def test_a_row_is_typed_by_its_columns(written):
    (row,) = rows_of(written(HEAD, GOOD))

    assert row.number == 2
    assert row.problems == ()
    span = row.values.pop("span")
    assert (span.since, span.until) == (date(2023, 9, 1), date(2024, 9, 1))
    assert row.values == {
        "name": "Xoài",
        "grown": date(2020, 5, 1),
        "year": 2021,
        "weight": 1.5,
        "share": 60,
        "sort": "ngot",
        "ripe": True,
        "number": "079086000123",
    }


@pytest.mark.parametrize(
    ("column", "cell", "value"),
    [
        ("grown", "01/5/2020", date(2020, 5, 1)),
        ("grown", 43952, date(2020, 5, 1)),
        ("year", "2021", 2021),
        ("weight", "1,5", 1.5),
        ("share", "60%", 60),
        ("share", 0.6, 60),
        ("sort", "ngot", "ngot"),
        ("sort", "CHUA CHAT", "chua"),
        ("ripe", "không", False),
        ("number", "079 086 000 123", "079086000123"),
        ("name", 12, "12"),
    ],
)
def test_what_people_type_is_understood(written, column, cell, value):
    (row,) = rows_of(
        written(["Tên trái", FRUIT.by_key[column].label], ["Xoài", cell])
        if column != "name"
        else written(HEAD[:2], [cell])
    )

    assert row.problems == ()
    assert row.values[column] == value


@pytest.mark.parametrize(
    ("column", "cell", "words"),
    [
        ("grown", "31/02/2024", "không phải ngày có thật"),
        ("grown", 2024, "chỉ có năm"),
        ("grown", "04/5/1024", "Năm 1024"),
        ("year", "2O24", "có chữ O. Gõ lại bằng chữ số, ví dụ 2024"),
        ("year", "24", "không phải năm"),
        ("span", "quý V năm 2023", "Không có kỳ"),
        ("weight", "nặng", "không phải số"),
        ("weight", 51, "ngoài khoảng 0 – 50"),
        ("share", 101, "ngoài khoảng từ 0 đến 100"),
        ("sort", "Ngot lim", "Có phải: “Ngọt”"),
        ("ripe", "có lẽ", "chưa rõ có hay không"),
        ("number", 79086000123, "Excel đã bỏ số 0 ở đầu"),
        ("number", "12345", "Số có 5 chữ số, cần 9 hoặc 12"),
    ],
)
def test_what_cannot_be_read_is_told_at_its_cell(written, column, cell, words):
    (row,) = rows_of(written(["Tên trái", FRUIT.by_key[column].label], ["Xoài", cell]))

    (problem,) = row.problems
    assert problem.cell == "B2"
    assert words in problem.message
    assert column not in row.values
    assert not row.is_blank(column)


def test_digits_are_never_repeated_in_a_problem(written):
    (row,) = rows_of(written(HEAD, ["Xoài", "", "", "", "", "", "", "", 79086000123]))

    assert "79086000123" not in repr(row.problems)


def test_columns_stand_in_any_order_below_a_title_and_blank_lines_are_passed_over(written):
    path = written(
        ["", "DANH SÁCH TRÁI CÂY"],
        [],
        ["", "năm", "TÊN TRÁI (*)", "ghi thêm"],
        ["", "(1)", "(2)", "(3)"],
        ["", 2020, "Xoài"],
        [],
        ["", 2021, "Mận"],
    )

    with Book(path, FRUIT) as book:
        rows = [row for chunk in book.chunks(1) for row in chunk]
        (note,) = book.header_problems

    assert [(row.number, row.get("name"), row.cell("name")) for row in rows] == [
        (5, "Xoài", "C5"),
        (7, "Mận", "C7"),
    ]
    assert (note.cell, note.kind) == ("D3", "note")


def test_missing_and_unknown_columns_are_named_with_the_nearest(written):
    with Book(written(["Năm", "Loại", "Tên cây trái"], [2020]), FRUIT) as book:
        told = [problem.message for problem in book.header_problems]
        assert not book.can_be_read

    assert any("Có phải “Tên trái”" in words for words in told)
    assert any("Thiếu cột “Tên trái”" in words for words in told)


def test_a_sheet_without_a_header_says_so(written):
    with Book(written(["a", "b"], ["c"]), FRUIT) as book:
        assert book.header_problems[0].message.startswith("Không tìm thấy dòng tiêu đề")


def test_a_required_cell_that_is_blank(written):
    (row,) = rows_of(written(HEAD, ["", date(2020, 5, 1)]))

    assert [(problem.cell, problem.message) for problem in row.problems] == [
        ("A2", "Thiếu tên trái. Nhập vào ô này.")
    ]


def test_a_whole_sheet_in_an_old_encoding_is_converted_when_confirmed(written):
    old = "Qu¶ xoµi §«ng Nam ViÖt"
    path = written(["Tªn tr¸i", "N¨m"], *([old, 2020] for _ in range(5)))

    with Book(path, FRUIT) as book:
        assert book.old_encoding() == "tcvn3"
        assert book.samples(2, "tcvn3") == [("A1", "Tªn tr¸i", "Tên trái"), ("B1", "N¨m", "Năm")]
    assert rows_of(path, encoding="tcvn3")[0].get("name") == decode_tcvn3(old)


def test_one_cell_in_an_old_encoding_is_a_fault_of_that_cell(written):
    good, bad = rows_of(written(HEAD[:1] + HEAD[2:3], ["Xoài chín đỏ", 2020], ["NguyÔn V¨n B×nh", 2020]))

    assert good.problems == ()
    assert "bảng mã cũ (TCVN3)" in bad.problems[0].message
