"""The result of a screening as an Excel file."""

from collections.abc import Mapping
from typing import BinaryIO

import xlsxwriter
from django.db.models import QuerySet

from thidua.work.eligibility import outcomes
from thidua.work.eligibility.models import PERSON, Screening, ScreeningRow

_PEOPLE = (("STT", 6), ("Họ và tên", 30), ("Giới tính", 10), ("Loại lao động", 24), ("Đơn vị", 40))
_UNITS = (("STT", 6), ("Tập thể", 50), ("Trực thuộc", 40))
_BATCH = 1_000


def write(
    screening: Screening,
    rows: QuerySet[ScreeningRow],
    names: Mapping[str, str],
    words: Mapping[str, str],
    stream: BinaryIO,
) -> None:
    """All rows, two columns a title: the verdict and what is lacking. Written as they come; text stays text."""
    options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    book = xlsxwriter.Workbook(stream, options)
    sheet = book.add_worksheet("Sàng lọc")
    head = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
    text = book.add_format({"text_wrap": True, "valign": "top"})
    columns = list(_PEOPLE if screening.of_whom == PERSON else _UNITS)
    for title in screening.titles:
        columns += [(names.get(title, title), 20), ("Còn thiếu", 40)]
    for column, (label, width) in enumerate(columns):
        sheet.set_column(column, column, width)
        sheet.write_string(0, column, label, head)
    if screening.of_whom != PERSON:
        rows = rows.select_related("unit__parent")
    for place, row in enumerate(rows.iterator(chunk_size=_BATCH), start=1):
        sheet.write_number(place, 0, place, text)
        for column, value in enumerate((*_who(row), *_what(screening, row, words)), start=1):
            sheet.write_string(place, column, value, text)
    sheet.freeze_panes(1, 2)
    sheet.repeat_rows(0)
    book.close()


def _who(row: ScreeningRow) -> tuple[str, ...]:
    if row.person is None:
        return row.unit.name, row.unit.parent.name if row.unit.parent else ""
    return row.person.full_name, row.person.get_gender_display(), row.get_labour_display(), row.unit.name


def _what(screening: Screening, row: ScreeningRow, words: Mapping[str, str]) -> list[str]:
    found = outcomes.read(row.outcome.told)
    cells = []
    for title in screening.titles:
        lacks = "; ".join(outcomes.in_words(lack) for lack in found[title].lacks)
        cells += [words[found[title].verdict], lacks]
    return cells
