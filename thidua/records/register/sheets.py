"""The register as an Excel file."""

from collections.abc import Iterator
from itertools import islice
from typing import BinaryIO

import xlsxwriter
from django.db.models import QuerySet

from thidua.records.orgs.actors import Actor
from thidua.records.register.models import Document
from thidua.records.register.selectors import lists

COLUMNS = (
    ("STT", 6),
    ("Số, ký hiệu", 20),
    ("Ngày ban hành", 14),
    ("Loại", 16),
    ("Trích yếu", 70),
    ("Nơi ban hành", 34),
    ("Sổ", 14),
    ("Số đến", 10),
    ("Ngày đến", 12),
    ("Hiệu lực", 22),
    ("Chủ đề", 24),
    ("Người ký", 24),
    ("Nguồn", 24),
)
_BATCH = 500


def write(rows: QuerySet[Document], stream: BinaryIO, *, actor: Actor) -> None:
    """All rows, written as they come: memory does not grow with them. Text stays text, even "=1+1"."""
    options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    book = xlsxwriter.Workbook(stream, options)
    sheet = book.add_worksheet("Văn bản")
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


def _noted(rows: QuerySet[Document], actor: Actor) -> Iterator[lists.Noted]:
    found = rows.iterator(chunk_size=_BATCH)
    while batch := list(islice(found, _BATCH)):
        yield from lists.noted(batch, actor)


def _cells(place: int, noted: lists.Noted) -> tuple[object, ...]:
    row, entry = noted.document, noted.entry
    validity = ", ".join(part for part in (noted.validity.label, noted.validity.note) if part)
    return (
        place,
        row.number,
        row.issued_on,
        row.type_name,
        row.title,
        row.issuer.name if row.issuer else "",
        entry.get_direction_display() if entry else "Mới được viện dẫn" if row.is_stub else "",
        entry.arrival_number if entry else "",
        entry.received_on if entry else None,
        validity,
        row.get_topic_display(),
        row.signer,
        row.get_origin_display(),
    )
