"""The staff records as an Excel file."""

from collections.abc import Iterable
from typing import Any, BinaryIO

import xlsxwriter

from thidua.records.staff import words
from thidua.records.staff.kinds import BY_KIND
from thidua.records.staff.models import Kept

COLUMNS = (
    ("STT", 6),
    ("Người, tập thể", 36),
    ("Nội dung", 36),
    ("Chi tiết", 36),
    ("Thời gian", 28),
    ("Năm", 8),
    ("Văn bản", 24),
    ("Căn cứ khác", 36),
    ("Sổ của", 36),
    ("Tình trạng", 20),
)


def write(kind: type[Kept], rows: Iterable[Any], stream: BinaryIO) -> None:
    """All rows, written as they come: memory does not grow with them. Text stays text, even "=1+1"."""
    options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    book = xlsxwriter.Workbook(stream, options)
    sheet = book.add_worksheet(BY_KIND[kind].label)
    head = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
    text = book.add_format({"text_wrap": True, "valign": "top"})
    for column, (label, width) in enumerate(COLUMNS):
        sheet.set_column(column, column, width)
        sheet.write_string(0, column, label, head)
    for place, row in enumerate(rows, start=1):
        for column, value in enumerate(_cells(place, row)):
            if isinstance(value, int):
                sheet.write_number(place, column, value, text)
            elif value:
                sheet.write_string(place, column, str(value), text)
    sheet.freeze_panes(1, 2)
    sheet.repeat_rows(0)
    book.close()


def _cells(place: int, row: Any) -> tuple[object, ...]:
    told = words.told(row)
    document = getattr(row, "document", None)
    return (
        place,
        str(row.about),
        told.what,
        told.detail,
        told.when,
        getattr(row, "year", None) or row.since.year,
        str(document) if document else "",
        getattr(row, "printed", None) or "",
        row.body.name,
        row.get_ending_display(),
    )
