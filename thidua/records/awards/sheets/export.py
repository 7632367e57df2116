"""The award register as an Excel file."""

from typing import BinaryIO

import xlsxwriter
from django.db.models import QuerySet

from thidua.records.awards.models import Award

COLUMNS = (
    ("STT", 6),
    ("Người nhận", 36),
    ("Đối tượng", 14),
    ("Số lượng", 10),
    ("Chưa có tên", 12),
    ("Danh hiệu / hình thức", 20),
    ("Mã", 12),
    ("Tên danh hiệu, hình thức", 36),
    ("Kỳ thành tích", 20),
    ("Năm", 8),
    ("Loại khen", 18),
    ("Thành tích, dịp khen", 40),
    ("Số quyết định", 20),
    ("Ngày ký", 12),
    ("Nơi khen", 36),
    ("Số bằng", 16),
    ("Thuộc cơ quan", 36),
    ("Căn cứ khác", 36),
    ("Tình trạng", 20),
)
_BATCH = 500


def write(rows: QuerySet[Award], stream: BinaryIO) -> None:
    """All rows, written as they come: memory does not grow with them. Text stays text, even "=1+1"."""
    options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    book = xlsxwriter.Workbook(stream, options)
    sheet = book.add_worksheet("Khen thưởng")
    head = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
    text = book.add_format({"text_wrap": True, "valign": "top"})
    day = book.add_format({"num_format": "dd/mm/yyyy", "valign": "top", "align": "left"})
    for column, (label, width) in enumerate(COLUMNS):
        sheet.set_column(column, column, width)
        sheet.write_string(0, column, label, head)
    for place, row in enumerate(rows.iterator(chunk_size=_BATCH), start=1):
        for column, value in enumerate(_cells(place, row)):
            if hasattr(value, "year"):
                sheet.write_datetime(place, column, value, day)
            elif isinstance(value, int):
                sheet.write_number(place, column, value, text)
            elif value:
                sheet.write_string(place, column, str(value), text)
    sheet.freeze_panes(1, 2)
    sheet.repeat_rows(0)
    book.close()


def _cells(place: int, row: Award) -> tuple[object, ...]:
    decision = row.decision
    return (
        place,
        row.recipient or "Chưa có danh sách",
        row.get_of_whom_display(),
        row.count,
        row.unnamed if row.is_aggregate else 0,  # type: ignore[attr-defined]
        row.get_sort_display(),
        row.code,
        row.name,
        row.period_label,
        row.year,
        row.get_category_display(),
        row.occasion,
        decision.number if decision else "",
        decision.issued_on if decision else None,
        row.decider,
        row.certificate,
        row.home.name,
        row.printed,
        row.get_ending_display(),
    )
