"""The programme as an Excel file."""

from collections.abc import Iterator
from datetime import date
from itertools import islice
from typing import BinaryIO

import xlsxwriter
from django.db.models import QuerySet

from thidua.records.orgs.actors import Actor
from thidua.work.programme.models import Task
from thidua.work.programme.papers import ReportBack, ResultRow, report_back
from thidua.work.programme.selectors import results_of

COLUMNS = (
    ("STT", 6),
    ("Nội dung", 70),
    ("Loại", 10),
    ("Giao cho", 32),
    ("Phối hợp", 28),
    ("Giao tại văn bản", 26),
    ("Căn cứ", 40),
    ("Thời hạn ghi", 26),
    ("Hạn", 12),
    ("Hạn từ đâu", 18),
    ("Trạng thái", 16),
    ("Ngày xong", 12),
    ("Kết quả, minh chứng", 50),
    ("Lý do chậm", 34),
)
_BATCH = 500


def write(rows: QuerySet[Task], stream: BinaryIO, *, actor: Actor) -> None:
    """All rows, written as they come: memory does not grow with them. Text stays text, even "=1+1"."""
    options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    book = xlsxwriter.Workbook(stream, options)
    sheet = book.add_worksheet("Nhiệm vụ")
    head = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
    text = book.add_format({"text_wrap": True, "valign": "top"})
    as_day = book.add_format({"num_format": "dd/mm/yyyy", "valign": "top", "align": "left"})
    for column, (label, width) in enumerate(COLUMNS):
        sheet.set_column(column, column, width)
        sheet.write_string(0, column, label, head)
    for place, row in enumerate(_told(rows, actor), start=1):
        for column, value in enumerate(_cells(place, row)):
            if isinstance(value, date):
                sheet.write_datetime(place, column, value, as_day)
            elif isinstance(value, int):
                sheet.write_number(place, column, value, text)
            elif value:
                sheet.write_string(place, column, str(value), text)
    sheet.freeze_panes(1, 2)
    sheet.repeat_rows(0)
    book.close()


def _told(rows: QuerySet[Task], actor: Actor) -> Iterator[ResultRow]:
    found = results_of(rows, actor).iterator(chunk_size=_BATCH)
    assert actor.body is not None
    while batch := list(islice(found, _BATCH)):
        told: ReportBack = report_back(batch, body=actor.body, on=actor.on)
        yield from told.rows


def _cells(place: int, row: ResultRow) -> tuple[object, ...]:
    task = row.task
    return (
        place,
        row.action,
        task.get_kind_display(),
        row.assignee,
        task.cooperate_text,
        str(task.document) if task.document else "",
        row.basis,
        task.deadline_text,
        task.due_on,
        task.get_due_state_display(),
        Task.State(task.state).label,
        task.done_on,
        row.result,
        row.late_reason or "",
    )
