"""The number book as an Excel file, in the columns of the paper one."""

from typing import BinaryIO

import xlsxwriter
from django.db.models import QuerySet

from thidua.records.certificates.models import Certificate

COLUMNS = (
    ("STT", 6),
    ("Số", 18),
    ("Người nhận", 36),
    ("Hình thức", 32),
    ("Số quyết định", 20),
    ("Ngày quyết định", 14),
    ("Ngày cấp", 12),
    ("Ký nhận", 20),
    ("Ghi chú", 44),
    ("Sổ", 24),
)
_BATCH = 500


def write(rows: QuerySet[Certificate], stream: BinaryIO) -> None:
    """All rows, written as they come: memory does not grow with them. Text stays text, even "=1+1"."""
    options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    book = xlsxwriter.Workbook(stream, options)
    sheet = book.add_worksheet("Sổ cấp bằng")
    head = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
    text = book.add_format({"text_wrap": True, "valign": "top", "bottom": 4})
    day = book.add_format({"num_format": "dd/mm/yyyy", "valign": "top", "align": "left", "bottom": 4})
    for column, (label, width) in enumerate(COLUMNS):
        sheet.set_column(column, column, width)
        sheet.write_string(0, column, label, head)
    for place, row in enumerate(rows.iterator(chunk_size=_BATCH), start=1):
        for column, value in enumerate(_cells(place, row)):
            if hasattr(value, "year"):
                sheet.write_datetime(place, column, value, day)
            elif isinstance(value, int):
                sheet.write_number(place, column, value, text)
            else:
                sheet.write_string(place, column, str(value or ""), text)
    sheet.freeze_panes(1, 2)
    sheet.repeat_rows(0)
    sheet.set_landscape()
    book.close()


def _cells(place: int, row: Certificate) -> tuple[object, ...]:
    decision = row.decision
    return (
        place,
        row.number,
        row.recipient,
        row.what,
        decision.number if decision else "",
        decision.issued_on if decision else None,
        row.given_on,
        "",
        row.remark,
        str(row.book),
    )
