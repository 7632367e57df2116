"""Books are opened, one per kind and year; their pattern is put right until the first number."""

from datetime import datetime

from django.db import transaction

from thidua.kit.audit import chain
from thidua.kit.refused import Refused, refuse_if
from thidua.records.certificates import permissions, rows
from thidua.records.certificates.models import NUMBER, Artefact, Book
from thidua.records.orgs.actors import Actor
from thidua.records.orgs.models import Unit
from thidua.records.orgs.typed import tidy

_SHOWN = ("pattern", "width", "is_preprinted", "next_seq")


@transaction.atomic
def open_book(
    artefact: str,
    year: int,
    *,
    body: Unit,
    pattern: str = NUMBER,
    width: int = 1,
    start: int = 1,
    is_preprinted: bool = False,
    by: Actor,
    at: datetime,
) -> Book:
    """The book of one kind of certificate of the body for a year; `start`: the first number that runs."""
    refuse_if(permissions.why_not_write(by, body))
    chain.hold()
    if artefact not in Artefact.values:
        raise Refused("Chọn loại bằng, giấy.")
    if not by.on.year - 50 <= year <= by.on.year + 1:
        raise Refused("Kiểm tra lại năm của sổ.")
    book = Book(body=body, artefact=artefact, year=year, created_at=at)
    _fill(book, pattern, width, start, is_preprinted)
    if Book.objects.filter(body=body, artefact=artefact, year=year).exists():
        raise Refused(f"Sổ {book.get_artefact_display().lower()} năm {year} đã mở. Dùng sổ đó.")
    book.save()
    said = {name: ["", getattr(book, name)] for name in _SHOWN}
    chain.record("certificates.open_book", book, by=by, at=at, changes=said)
    return book


@transaction.atomic
def correct_book(
    book: Book,
    *,
    pattern: str,
    width: int,
    start: int,
    is_preprinted: bool,
    by: Actor,
    at: datetime,
) -> Book:
    """Another pattern, before any number was given."""
    row = rows.locked_book(book)
    refuse_if(permissions.why_not_correct_book(by, row))
    before = {name: getattr(row, name) for name in _SHOWN}
    _fill(row, pattern, width, start, is_preprinted)
    changes = {name: [was, getattr(row, name)] for name, was in before.items() if was != getattr(row, name)}
    if changes:
        row.save(update_fields=list(_SHOWN))
        chain.record("certificates.correct_book", row, by=by, at=at, changes=changes)
    return row


def _fill(book: Book, pattern: str, width: int, start: int, is_preprinted: bool) -> None:
    book.is_preprinted = is_preprinted
    book.pattern = NUMBER if is_preprinted else tidy(pattern)[:40]
    book.width, book.next_seq = width, start
    refuse_if(rows.why_not_pattern(book.pattern, width))
    if start < 1:
        raise Refused("Số đầu tiên phải từ 1 trở lên.")
