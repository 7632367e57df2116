"""A layout that knows no noun, and workbooks of it."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter

from thidua.kit.sheets.layout import Column, Layout

FRUIT = Layout(
    "fruit",
    "Trái cây",
    (
        Column("name", "Tên trái", required=True, example="Xoài"),
        Column("grown", "Ngày trồng", "date"),
        Column("year", "Năm", "year"),
        Column("span", "Mùa", "period"),
        Column("weight", "Cân nặng (kg)", "number", least=0, most=50),
        Column("share", "Tỷ lệ", "percent"),
        Column("sort", "Loại", "choice", choices={"ngot": "Ngọt", "chua": "Chua, chát"}),
        Column("ripe", "Chín", "yes"),
        Column("number", "Mã số", "digits", lengths=(9, 12)),
    ),
    note="Mỗi dòng một trái.",
)
HEAD = [column.label for column in FRUIT.columns]


@pytest.fixture
def written(tmp_path) -> Callable[..., Path]:
    """A workbook with these rows of cells."""

    def write(*rows: Sequence[Any], formats: dict[int, str] | None = None) -> Path:
        path = tmp_path / "a.xlsx"
        book = xlsxwriter.Workbook(path)
        sheet, day = book.add_worksheet("Một"), book.add_format({"num_format": "dd/mm/yyyy"})
        for number, row in enumerate(rows):
            for place, value in enumerate(row):
                if hasattr(value, "year"):
                    sheet.write_datetime(number, place, value, day)
                elif value != "":
                    sheet.write(number, place, value)
        book.close()
        return path

    return write
