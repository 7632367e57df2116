"""Movements as an Excel file."""

from collections.abc import Iterator
from itertools import islice
from typing import BinaryIO

import xlsxwriter
from django.db.models import QuerySet

from thidua.records.orgs.actors import Actor
from thidua.work.movements.models import Movement
from thidua.work.movements.selectors import lists

COLUMNS = (
    ("STT", 6),
    ("Tên phong trào", 60),
    ("Nơi phát động", 34),
    ("Cấp", 14),
    ("Hình thức", 22),
    ("Thời kỳ", 22),
    ("Ngày phát động", 14),
    ("Văn bản phát động", 30),
    ("Trạng thái", 18),
    ("Cơ quan đã hưởng ứng", 20),
    ("Lưu ý", 50),
    ("Mục đích", 60),
)
_BATCH = 500
_STANDINGS = dict(lists.STANDINGS)


def write(rows: QuerySet[Movement], stream: BinaryIO, *, actor: Actor) -> None:
    """All rows, written as they come: memory does not grow with them. Text stays text, even "=1+1"."""
    options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    book = xlsxwriter.Workbook(stream, options)
    sheet = book.add_worksheet("Phong trào")
    head = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
    text = book.add_format({"text_wrap": True, "valign": "top"})
    day = book.add_format({"num_format": "dd/mm/yyyy", "valign": "top", "align": "left"})
    for column, (label, width) in enumerate(COLUMNS):
        sheet.set_column(column, column, width)
        sheet.write_string(0, column, label, head)
    for place, noted in enumerate(_noted(rows, actor), start=1):
        for column, value in enumerate(_cells(place, noted)):
            if hasattr(value, "year"):
                sheet.write_datetime(place, column, value, day)
            elif isinstance(value, int):
                sheet.write_number(place, column, value, text)
            elif value:
                sheet.write_string(place, column, str(value), text)
    sheet.freeze_panes(1, 2)
    sheet.repeat_rows(0)
    book.close()


def _noted(rows: QuerySet[Movement], actor: Actor) -> Iterator[lists.Noted]:
    found = rows.iterator(chunk_size=_BATCH)
    while batch := list(islice(found, _BATCH)):
        yield from lists.noted(batch, actor)


def _cells(place: int, noted: lists.Noted) -> tuple[object, ...]:
    row = noted.movement
    return (
        place,
        row.name,
        row.launcher.name if row.launcher else "",
        row.get_level_display(),
        row.form_label,
        row.period_label,
        row.launched_on,
        ", ".join(str(paper.document) for paper in noted.papers),
        noted.state.label,
        _STANDINGS.get(noted.standing, ""),
        " ".join(noted.reasons),
        row.aim,
    )
