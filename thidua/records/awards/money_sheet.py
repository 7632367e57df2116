"""The money under one decision as an Excel file: by unit, with totals."""

from typing import BinaryIO

import xlsxwriter

from thidua.records.awards.selectors.money import Group, Sheet

COLUMNS = (
    ("STT", 6),
    ("Người nhận", 36),
    ("Đối tượng", 14),
    ("Danh hiệu, hình thức", 36),
    ("Kỳ thành tích", 18),
    ("Số lượng", 10),
    ("Cách tính", 30),
    ("Số tiền (đồng)", 16),
    ("Ghi chú", 48),
    ("Ký nhận", 18),
)
_AMOUNT = 7


def write(sheet: Sheet, stream: BinaryIO) -> None:
    """Text stays text, even "=1+1"."""
    book = xlsxwriter.Workbook(
        stream, {"strings_to_formulas": False, "strings_to_urls": False, "in_memory": True}
    )
    page = book.add_worksheet("Tiền thưởng")
    head = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
    text = book.add_format({"text_wrap": True, "valign": "top"})
    money = book.add_format({"num_format": "#,##0", "valign": "top"})
    bold, sum_ = book.add_format({"bold": True}), book.add_format({"bold": True, "num_format": "#,##0"})
    page.write_string(0, 0, f"Tiền thưởng theo {sheet.document}", bold)
    for column, (label, width) in enumerate(COLUMNS):
        page.set_column(column, column, width)
        page.write_string(2, column, label, head)
    row = 3
    for group in sheet.groups:
        row = _write_group(page, row, group, (bold, text, money, sum_))
    page.write_string(row, 1, "Tổng cộng", bold)
    page.write_number(row, _AMOUNT, sheet.total, sum_)
    for note in _notes(sheet):
        row += 1
        page.write_string(row + 1, 1, note, text)
    page.freeze_panes(3, 2)
    page.repeat_rows(2)
    page.set_landscape()
    page.fit_to_pages(1, 0)
    book.close()


def _write_group(page, row: int, group: Group, formats) -> int:  # type: ignore[no-untyped-def]
    bold, text, money, sum_ = formats
    page.write_string(row, 1, group.name, bold)
    page.write_number(row, _AMOUNT, group.total, sum_)
    for place, line in enumerate(group.lines, start=1):
        award = line.award
        cells = (
            place,
            award.recipient or "Chưa có danh sách",
            award.get_of_whom_display(),
            award.name,
            award.period_label,
            award.count,
            line.worked_out,
            line.total,
            " ".join(filter(None, [line.missing, line.instead, *line.doubts])),
        )
        for column, value in enumerate(cells):
            if isinstance(value, int):
                page.write_number(row + place, column, value, money if column == _AMOUNT else text)
            elif value:
                page.write_string(row + place, column, str(value), text)
    return row + len(group.lines) + 1


def _notes(sheet: Sheet) -> list[str]:
    notes = [f"Chưa kể {len(sheet.unknown)} dòng chưa tính được."] if sheet.unknown else []
    return notes + [f"Căn cứ: {cite.text}, {cite.title}, hiệu lực {cite.days}" for cite in sheet.cites]
