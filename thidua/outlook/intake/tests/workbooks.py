"""Workbooks for tests: filled in by column key, loaded, and their jobs run as a worker runs them."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from io import BytesIO
from typing import Any

import xlsxwriter
from django.apps import apps
from django.db import connection
from django.utils import timezone

from thidua.kit.jobs import worker
from thidua.kit.jobs.models import Job
from thidua.kit.sheets.layout import Layout, letters_of
from thidua.outlook.intake import loadings, selectors, services
from thidua.outlook.intake.models import Workbook

OWN = ("audit.", "jobs.", "intake.Workbook", "intake.CellProblem", "intake.Doubt", "intake.Chunk", "files.")
LEFT_ALONE = ("django_q", "sessions", "contenttypes", "auth.", "axes")


def filled(layout: Layout, rows: Iterable[Mapping[str, Any]], *, title: str = "") -> bytes:
    """The workbook of a layout with these rows, keys of columns → what stands in the cell. Data begins in row 2 (4 with a title)."""
    head = [column.label for column in layout.columns]
    body = [[row.get(column.key, "") for column in layout.columns] for row in rows]
    return raw([[title], [], head, *body] if title else [head, *body])


def raw(rows: Sequence[Sequence[Any]]) -> bytes:
    """Any cells, as they are."""
    stream = BytesIO()
    book = xlsxwriter.Workbook(stream, {"strings_to_numbers": False, "constant_memory": True})
    sheet, day = book.add_worksheet("Dữ liệu"), book.add_format({"num_format": "dd/mm/yyyy"})
    for number, row in enumerate(rows):
        for place, value in enumerate(row):
            if isinstance(value, date):
                sheet.write_datetime(number, place, value, day)
            elif value != "" and value is not None:
                sheet.write(number, place, value)
    book.close()
    return stream.getvalue()


def cell(layout: Layout, key: str, row: int) -> str:
    """Address of a cell in a `filled` workbook."""
    place = [column.key for column in layout.columns].index(key)
    return f"{letters_of(place)}{row}"


def load(layout: str, data: bytes, *, by: Any, body: Any = None, name: str = "bang.xlsx") -> Workbook:
    """Upload, with the dry run done."""
    workbook = services.take_workbook(
        name, data, layout=layout, body=body or by.body, by=by, at=timezone.now()
    )
    return settled(workbook)


def settled(workbook: Workbook) -> Workbook:
    """After whatever waits in the queue has run."""
    while worker.run_next():
        pass
    return Workbook.objects.select_related("body", "version", "uploaded_by").get(pk=workbook.pk)


def commit(workbook: Workbook, *, by: Any, without_faulty: bool = False) -> Workbook:
    services.commit_workbook(workbook, without_faulty=without_faulty, by=by, at=timezone.now())
    return settled(workbook)


def undo(workbook: Workbook, *, by: Any) -> Workbook:
    services.undo_workbook(workbook, by=by, at=timezone.now())
    return settled(workbook)


def answer_all(workbook: Workbook, value: str, *, by: Any) -> Workbook:
    answers = dict.fromkeys(selectors.open_doubts(workbook).values_list("pk", flat=True), value)
    services.answer_doubts(workbook, answers, by=by, at=timezone.now())
    return settled(workbook)


def last_job(workbook: Workbook) -> Job:
    return Job.objects.filter(once=selectors.workbook_once(workbook)).latest("pk")


def dump() -> dict[str, list[Any]]:
    """Every row of every table but the chain, jobs and what belongs to loading itself."""
    found: dict[str, list[Any]] = {}
    with connection.cursor() as cursor:
        for model in apps.get_models(include_auto_created=True):
            label = model._meta.label
            if label.startswith(OWN) or label.lower().startswith(LEFT_ALONE) or not model._meta.managed:
                continue
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(model._meta.db_table)}")  # noqa: S608
            found[label] = sorted(repr(row) for row in cursor.fetchall())
    return found


def layout_of(code: str) -> Layout:
    return loadings.of(code).layout
