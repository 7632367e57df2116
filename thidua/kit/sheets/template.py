"""Workbooks out: the empty template of a layout, and the faulty rows of a sheet with what is wrong with them."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any, BinaryIO

import xlsxwriter

from thidua.kit.sheets.cells import Raw
from thidua.kit.sheets.layout import Column, Layout, letters_of

_OPTIONS = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
_ROWS = 2_000
"""Rows for which the template offers its lists."""
_LONGEST_LIST = 255
_LISTS = "Danh mục"
PROBLEMS = "Cần sửa"
"""Head of the column that is put in front of faulty rows."""


def write_template(layout: Layout, stream: BinaryIO) -> None:
    """Header with notes, example rows to overwrite, drop-down lists, frozen head; a second sheet says how to fill in."""
    book = xlsxwriter.Workbook(stream, {**_OPTIONS, "default_date_format": "dd/mm/yyyy"})
    sheet = book.add_worksheet(layout.label[:31])
    head = book.add_format(
        {"bold": True, "bottom": 1, "text_wrap": True, "valign": "top", "bg_color": "#EEF2F6"}
    )
    must = book.add_format(
        {"bold": True, "bottom": 1, "text_wrap": True, "valign": "top", "bg_color": "#DCE6F2"}
    )
    body = {
        "date": book.add_format({"num_format": "dd/mm/yyyy", "align": "left"}),
        "text": book.add_format({"num_format": "@"}),
        "other": book.add_format({}),
    }
    for place, column in enumerate(layout.columns):
        kept = {"digits": "text", "period": "text", "text": "text", "date": "date"}.get(column.kind, "other")
        sheet.set_column(place, place, column.width, body[kept])
        sheet.write_string(0, place, _head(column), must if column.required else head)
    for number, row in enumerate(layout.example_rows, 1):
        for place, column in enumerate(layout.columns):
            _write(sheet, number, place, _example(column, row[column.key]), body["date"])
    _offer(book, sheet, layout)
    sheet.freeze_panes(1, 1)
    _hints(book, layout)
    book.close()


def write_faulty(
    header: Sequence[Raw],
    rows: Iterable[tuple[int, Sequence[Raw]]],
    told: Mapping[int, str],
    stream: BinaryIO,
) -> None:
    """The same columns with one in front that says what to mend; `told`: row number → its problems. Memory stays flat."""
    book = xlsxwriter.Workbook(stream, {**_OPTIONS, "constant_memory": True})
    sheet = book.add_worksheet("Dòng cần sửa")
    head = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
    wrap = book.add_format({"text_wrap": True, "valign": "top", "font_color": "#8F1D14"})
    day = book.add_format({"num_format": "dd/mm/yyyy", "align": "left"})
    sheet.set_column(0, 0, 60)
    sheet.set_column(1, max(1, len(header)), 20)
    sheet.write_string(0, 0, PROBLEMS, head)
    for place, cell in enumerate(header, 1):
        sheet.write_string(0, place, str(cell), head)
    line = 1
    for number, row in rows:
        if number not in told:
            continue
        sheet.write_string(line, 0, told[number], wrap)
        for place, cell in enumerate(row, 1):
            _write(sheet, line, place, cell, day)
        line += 1
    sheet.freeze_panes(1, 1)
    book.close()


def _head(column: Column) -> str:
    return f"{column.label} *" if column.required else column.label


def _example(column: Column, value: Any) -> Any:
    if column.kind == "choice":
        return column.choices.get(value, value)
    if column.kind == "yes":
        return "x" if value else ""
    return str(value) if column.kind == "digits" else value


def _write(sheet: Any, row: int, place: int, value: Any, day: Any) -> None:
    if value is None or value == "":
        return
    if isinstance(value, date):
        sheet.write_datetime(row, place, value, day)
    elif isinstance(value, bool):
        sheet.write_boolean(row, place, value)
    elif isinstance(value, int | float):
        sheet.write_number(row, place, value)
    else:
        sheet.write_string(row, place, str(value))


def _offer(book: Any, sheet: Any, layout: Layout) -> None:
    """Lists to choose from. A long one stands on a sheet of its own: a cell can hold 255 letters of list."""
    lists = None
    for place, column in enumerate(layout.columns):
        if column.kind != "choice" or not column.choices:
            continue
        labels = list(column.choices.values())
        source: list[str] | str = labels
        if len(",".join(labels)) > _LONGEST_LIST or any("," in label for label in labels):
            lists = lists or book.add_worksheet(_LISTS)
            lists.write_column(0, place, labels)
            letter = letters_of(place)
            source = f"='{_LISTS}'!${letter}$1:${letter}${len(labels)}"
        rule = {"validate": "list", "source": source, "error_type": "warning", "ignore_blank": True}
        rule |= {"error_title": "Ngoài danh sách", "error_message": "Chọn một mục trong danh sách."}
        sheet.data_validation(1, place, _ROWS, place, rule)


def _hints(book: Any, layout: Layout) -> None:
    sheet = book.add_worksheet("Hướng dẫn")
    head = book.add_format({"bold": True, "bottom": 1})
    wrap = book.add_format({"text_wrap": True, "valign": "top"})
    sheet.set_column(0, 0, 28)
    sheet.set_column(1, 1, 12)
    sheet.set_column(2, 2, 80)
    sheet.write_string(0, 0, f"Mẫu {layout.label}. Xóa các dòng ví dụ trước khi nhập.", head)
    if layout.note:
        sheet.merge_range(1, 0, 1, 2, layout.note, wrap)
    sheet.write_row(2, 0, ("Cột", "Bắt buộc", "Cách ghi"), head)
    for row, column in enumerate(layout.columns, 3):
        told = column.told
        if column.kind == "choice" and len(column.choices) <= 20:
            told = f"{column.hint} Một trong: {'; '.join(column.choices.values())}.".strip()
        sheet.write_string(row, 0, column.label, wrap)
        sheet.write_string(row, 1, "có" if column.required else "", wrap)
        sheet.write_string(row, 2, told, wrap)
