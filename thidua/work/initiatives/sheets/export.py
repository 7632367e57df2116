"""The register of initiatives as an Excel file: a line an author, so that shares can be summed and people looked up."""

from collections.abc import Iterator
from typing import BinaryIO

import xlsxwriter
from django.db.models import QuerySet

from thidua.work.initiatives.models import Author, Initiative, Recognition, Scope

COLUMNS = (
    ("STT", 6),
    ("Tên sáng kiến, đề tài, đề án", 60),
    ("Loại", 16),
    ("Tác giả", 28),
    ("Đóng góp, %", 12),
    ("Tác giả ngoài danh bạ", 28),
    ("Thuộc cơ quan", 36),
    *((f"Năm công nhận: {label}", 14) for label in Scope.labels),
    ("Quyết định công nhận", 44),
    ("Số giấy chứng nhận", 18),
    ("Căn cứ khác", 30),
    ("Nội dung, hiệu quả áp dụng", 50),
    ("Tình trạng", 20),
)
_BATCH = 500


def write(rows: QuerySet[Initiative], stream: BinaryIO) -> None:
    """All rows, written as they come: memory does not grow with them. Text stays text, even "=1+1"."""
    options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    book = xlsxwriter.Workbook(stream, options)
    sheet = book.add_worksheet("Sáng kiến")
    head = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
    text = book.add_format({"text_wrap": True, "valign": "top"})
    for column, (label, width) in enumerate(COLUMNS):
        sheet.set_column(column, column, width)
        sheet.write_string(0, column, label, head)
    for line, cells in enumerate(_lines(rows), start=1):
        for column, value in enumerate(cells):
            if isinstance(value, (int, float)):
                sheet.write_number(line, column, value, text)
            elif value:
                sheet.write_string(line, column, str(value), text)
    sheet.freeze_panes(1, 2)
    sheet.repeat_rows(0)
    book.close()


def _lines(rows: QuerySet[Initiative]) -> Iterator[tuple[object, ...]]:
    for place, row in enumerate(rows.iterator(chunk_size=_BATCH), start=1):
        for author in row.signed:  # type: ignore[attr-defined]
            yield _cells(place, row, author, row.acts)  # type: ignore[attr-defined]


def _cells(place: int, row: Initiative, author: Author, acts: list[Recognition]) -> tuple[object, ...]:
    years = {act.scope: act.year for act in acts}
    return (
        place,
        row.title,
        row.get_kind_display(),
        author.name,
        "" if author.share_pct is None else float(author.share_pct),
        row.others,
        row.body.name,
        *(years.get(scope, "") for scope in Scope.values),
        "; ".join(str(act.document) for act in acts if act.document),
        "; ".join(act.certificate for act in acts if act.certificate),
        "; ".join(act.printed for act in acts if act.printed),
        row.summary,
        row.get_ending_display(),
    )
