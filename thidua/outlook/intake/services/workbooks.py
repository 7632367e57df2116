"""A workbook is taken in, looked through, asked about, written chunk by chunk, and taken back to the row."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, BinaryIO

from django.db import transaction

from thidua.kit.audit import chain
from thidua.kit.files import services as files
from thidua.kit.files.models import FileVersion
from thidua.kit.jobs import services as jobs
from thidua.kit.jobs.models import Job
from thidua.kit.refused import Refused, refuse_if
from thidua.kit.sheets import keeping
from thidua.kit.sheets.made import Made
from thidua.kit.sheets.reader import Book
from thidua.outlook.intake import loadings, permissions, selectors, walks
from thidua.outlook.intake.models import Chunk, Workbook
from thidua.records.orgs.actors import Actor
from thidua.records.orgs.models import Unit

_State = Workbook.State


def take_workbook(
    name: str, data: BinaryIO | bytes, *, layout: str, body: Unit, by: Actor, at: datetime
) -> Workbook:
    """Keep an uploaded workbook; the dry run begins at once, unless its letters are to be confirmed first."""
    refuse_if(permissions.why_not_load(by, body, layout))
    received = files.receive(name, data, read=keeping.read)
    path = files.location(FileVersion(path=received.path))
    with Book(path, loadings.of(layout).layout) as book:
        sheet, encoding = book.sheet, book.old_encoding() or ""
    with transaction.atomic():
        chain.hold()
        there = selectors.committed_same(body, layout, received.sha256)
        if there is not None:
            files.discard(received)
            raise Refused(
                f"Tệp này đã ghi vào sổ ngày {there.ended_at:%d/%m/%Y}. Cần nạp lại thì hoàn tác lần đó trước."
            )
        version = files.keep(received, by=by, at=at)
        workbook = Workbook.objects.create(
            body=body,
            layout=layout,
            version=version,
            name=received.name,
            sheet=sheet[:80],
            encoding=encoding,
            uploaded_by=by.user,
            uploaded_at=at,
        )
        chain.record("intake.take_workbook", workbook, by=by, at=at, note=loadings.label_of(layout))
        if not encoding:
            _begin(workbook, _State.CHECKING, by=by, at=at)
    return workbook


@transaction.atomic
def settle_encoding(workbook: Workbook, *, is_converted: bool, by: Actor, at: datetime) -> Workbook:
    """The officer has looked at the letters before and after: converted, or read as they stand."""
    row = _locked(workbook)
    refuse_if(permissions.why_not_handle(by, row) or _why_not_settle(row))
    row.is_converted = is_converted
    row.save(update_fields=["is_converted"])
    chain.record("intake.settle_encoding", row, by=by, at=at, changes={"is_converted": [None, is_converted]})
    _begin(row, _State.CHECKING, by=by, at=at)
    return row


def _why_not_settle(row: Workbook) -> list[str]:
    return [] if row.encoding and row.state == _State.UPLOADED else ["Bảng mã của tệp này đã chọn."]


@transaction.atomic
def check_workbook(workbook: Workbook, *, by: Actor, at: datetime) -> Job:
    """Look through it again: after answers, or where an earlier look was stopped."""
    row = _locked(workbook)
    refuse_if(permissions.why_not_check(by, row, selectors.is_running(row)))
    chain.record("intake.check_workbook", row, by=by, at=at)
    return _begin(row, _State.CHECKING, by=by, at=at)


@transaction.atomic
def note_checked(workbook: Workbook, tally: walks.Tally, *, by: Actor, at: datetime) -> Workbook:
    """The dry run has come to the end."""
    row = _locked(workbook)
    for name in ("rows", "ready", "faulty", "doubtful", "left_out", "preview", "stays_out"):
        setattr(row, name, getattr(tally, name))
    row.problems_found = tally.problems
    row.state, row.checked_at = _State.CHECKED, at
    row.save()
    changes = {"rows": [None, row.rows], "ready": [None, row.ready], "faulty": [None, row.faulty]}
    chain.record("intake.note_checked", row, by=by, at=at, changes=changes)
    return row


@transaction.atomic
def answer_doubts(workbook: Workbook, answers: Mapping[int, str], *, by: Actor, at: datetime) -> int:
    """What the officer says to some of the doubts, by their keys; the last answer starts the look-through anew."""
    row = _locked(workbook)
    refuse_if(permissions.why_not_answer(by, row))
    given = 0
    for doubt in row.doubts.filter(pk__in=answers).order_by("pk"):
        said = answers[doubt.pk]
        if said not in {choice["value"] for choice in doubt.choices}:
            raise Refused(f"Câu hỏi ở ô {doubt.cell}: chọn một trong các câu trả lời.")
        if said != doubt.answer:
            doubt.answer, doubt.answered_by = said, by.name[:120]
            doubt.save(update_fields=["answer", "answered_by"])
            given += 1
    if given:
        row.answered_at = at
        row.save(update_fields=["answered_at"])
        chain.record("intake.answer_doubts", row, by=by, at=at, changes={"answers": ["", given]})
        if not row.doubts.filter(answer="", rows__gt=0).exists():
            _begin(row, _State.CHECKING, by=by, at=at)
    return given


@transaction.atomic
def commit_workbook(workbook: Workbook, *, without_faulty: bool = False, by: Actor, at: datetime) -> Job:
    """Begin to write, or go on after it was stopped. `without_faulty`: rows with errors stay out, knowingly."""
    row = _locked(workbook)
    refuse_if(permissions.why_not_commit(by, row, without_faulty, selectors.is_running(row)))
    if row.state != _State.COMMITTING:
        row.without_faulty = without_faulty
        row.save(update_fields=["without_faulty"])
    changes = {"ready": ["", row.ready], "without_faulty": ["", row.without_faulty]}
    chain.record("intake.commit_workbook", row, by=by, at=at, changes=changes)
    return _begin(row, _State.COMMITTING, by=by, at=at)


@transaction.atomic
def write_chunk(workbook: Workbook, number: int, lines: Sequence[Any], *, by: Actor, at: datetime) -> Made:
    """One chunk through the plural verb of its app, and what it made beside it: both or neither, once."""
    chain.hold()
    there = Chunk.objects.filter(workbook=workbook, number=number).first()
    if there is not None:
        return Made.from_json(there.made)
    with chain.within("intake.write_chunk"):
        loading = loadings.of(workbook.layout)
        made = loading.write(lines, body=workbook.body, by=by, at=at) if lines else Made()
    Chunk.objects.create(workbook=workbook, number=number, lines=len(lines), made=made.as_json())
    changes = {"part": ["", number], "lines": ["", len(lines)]}
    chain.record("intake.write_chunk", workbook, by=by, at=at, changes=changes)
    return made


@transaction.atomic
def note_committed(workbook: Workbook, *, by: Actor, at: datetime) -> Workbook:
    """Every chunk is written."""
    row = _locked(workbook)
    row.state, row.ended_at = _State.COMMITTED, at
    row.written = sum(row.chunks.values_list("lines", flat=True))
    row.save(update_fields=["state", "ended_at", "written"])
    chain.record("intake.note_committed", row, by=by, at=at, changes={"written": ["", row.written]})
    return row


@transaction.atomic
def undo_workbook(workbook: Workbook, *, by: Actor, at: datetime) -> Job:
    """Begin to take back everything that this workbook made."""
    row = _locked(workbook)
    refuse_if(permissions.why_not_undo(by, row, selectors.is_running(row)))
    chain.record("intake.undo_workbook", row, by=by, at=at)
    return _begin(row, _State.UNDOING, by=by, at=at)


@transaction.atomic
def take_back_workbook(workbook: Workbook, *, by: Actor, at: datetime) -> int:
    """All chunks at once, to the row: everything or, with the reasons, nothing. Returns how many rows went."""
    row = _locked(workbook)
    if row.state != _State.UNDOING:
        return 0
    made = selectors.made_by(row)
    with chain.within("intake.take_back_workbook"):
        if made:
            loadings.of(row.layout).take_back(made, by=by, at=at)
    row.chunks.all().delete()
    row.state, row.ended_at, row.written = _State.UNDONE, at, 0
    row.save(update_fields=["state", "ended_at", "written"])
    chain.record("intake.take_back_workbook", row, by=by, at=at, changes={"records": [len(made), 0]})
    return len(made)


@transaction.atomic
def keep_workbook(workbook: Workbook, *, by: Actor, at: datetime) -> Workbook:
    """The undo was refused: what is written stays."""
    row = _locked(workbook)
    row.state = _State.COMMITTED if row.ended_at else _State.COMMITTING
    row.save(update_fields=["state"])
    chain.record("intake.keep_workbook", row, by=by, at=at)
    return row


_TITLES = {
    _State.CHECKING: "Kiểm tra bảng tính “{}”",
    _State.COMMITTING: "Ghi bảng tính “{}” vào sổ",
    _State.UNDOING: "Hoàn tác bảng tính “{}”",
}
_JOBS = {
    _State.CHECKING: "intake.check_workbook",
    _State.COMMITTING: "intake.commit_workbook",
    _State.UNDOING: "intake.undo_workbook",
}


def _begin(workbook: Workbook, state: str, *, by: Actor, at: datetime) -> Job:
    workbook.state = state
    workbook.save(update_fields=["state"])
    return jobs.start(
        _JOBS[_State(state)],
        by=by,
        at=at,
        title=_TITLES[_State(state)].format(workbook.name),
        args={"workbook": workbook.pk},
        body=str(workbook.body_id),
        once=selectors.workbook_once(workbook),
    )


def _locked(workbook: Workbook) -> Workbook:
    chain.hold()
    rows = Workbook.objects.select_for_update(of=("self",)).select_related("body", "version")
    return rows.get(pk=workbook.pk)
