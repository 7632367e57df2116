"""How a task ends: evidence, done, opened again, cancelled."""

from datetime import date, datetime
from typing import Any

from django.db import transaction

from thidua.kit.audit import chain
from thidua.kit.files import services as files
from thidua.kit.refused import Refused, refuse_if
from thidua.kit.ui.wording import day
from thidua.records.orgs.actors import Actor
from thidua.records.orgs.typed import tidy
from thidua.records.register.models import Document
from thidua.work.programme import permissions, rows
from thidua.work.programme.models import Evidence, Task


@transaction.atomic
def add_evidence(
    task: Task,
    *,
    by: Actor,
    at: datetime,
    document: Document | None = None,
    received: files.Received | None = None,
    text: str = "",
) -> Evidence:
    """What shows the work: a document of the register, a file (`files.receive`, outside the transaction), or words."""
    task = rows.locked(task)
    refuse_if(permissions.why_not_work(by, task))
    evidence, told = _shown(task, document, received, text, by, at)
    chain.record("programme.add_evidence", task, by=by, at=at, changes={"evidence": ["", told]})
    return evidence


def _shown(
    task: Task, document: Document | None, received: files.Received | None, text: str, by: Actor, at: datetime
) -> tuple[Evidence, str]:
    words = tidy(text)[:1000]
    if document is None and received is None and not words:
        raise Refused("Chọn văn bản, tải tệp hoặc ghi kết quả bằng lời.")
    version = files.keep(received, by=by, at=at) if received else None
    evidence = Evidence.objects.create(
        task=task,
        document=document,
        file=version.file if version else None,
        text=words,
        at=at,
        by=by.name[:120],
    )
    named = [str(document) if document else "", version.name if version else "", words]
    return evidence, "; ".join(part for part in named if part)


@transaction.atomic
def withdraw_evidence(evidence: Evidence, *, by: Actor, at: datetime) -> None:
    """Taken off the task; a file stays in the store as long as the store keeps what nobody names."""
    task = rows.locked(evidence.task)
    refuse_if(permissions.why_not_work(by, task))
    told = str(evidence.document or evidence.file or evidence.text)
    if Evidence.objects.filter(pk=evidence.pk).delete()[0]:
        chain.record("programme.withdraw_evidence", task, by=by, at=at, changes={"evidence": [told, ""]})


@transaction.atomic
def complete(
    task: Task,
    *,
    on: date,
    by: Actor,
    at: datetime,
    note: str = "",
    late_reason: str = "",
    document: Document | None = None,
    received: files.Received | None = None,
) -> Task:
    """Done on a day, with what came of it; a document or file given along becomes evidence."""
    task = rows.locked(task)
    refuse_if(permissions.why_not_complete(by, task))
    if on > by.on:
        raise Refused(f"Ngày xong {day(on)} sau ngày hôm nay. Kiểm tra lại ngày.")
    changes: dict[str, Any] = {"done_on": [None, on]}
    if document or received:
        changes["evidence"] = ["", _shown(task, document, received, "", by, at)[1]]
    task.done_on, task.done_by, task.done_note = on, by.name[:120], tidy(note)[:1000]
    task.late_reason = tidy(late_reason)[:400] if task.was_late else ""
    task.save(update_fields=["done_on", "done_by", "done_note", "late_reason"])
    if task.late_reason:
        changes["late_reason"] = ["", task.late_reason]
    chain.record("programme.complete", task, by=by, at=at, changes=changes, note=task.done_note)
    return task


@transaction.atomic
def reopen(task: Task, *, reason: str, by: Actor, at: datetime) -> Task:
    """Not done after all, or not cancelled: it runs again, its evidence stays."""
    task = rows.locked(task)
    refuse_if(permissions.why_not_reopen(by, task))
    if not tidy(reason):
        raise Refused("Nhập lý do mở lại.")
    changes = {"done_on": [task.done_on, None], "cancelled_on": [task.cancelled_on, None]}
    task.done_on = task.cancelled_on = None
    task.done_by = task.done_note = task.late_reason = task.cancelled_reason = ""
    task.save()
    chain.record("programme.reopen", task, by=by, at=at, changes=changes, note=tidy(reason)[:400])
    return task


@transaction.atomic
def cancel(task: Task, *, reason: str, by: Actor, at: datetime) -> Task:
    """Needed no more; it stays readable with the reason."""
    task = rows.locked(task)
    refuse_if(permissions.why_not_change(by, task))
    if not tidy(reason):
        raise Refused("Nhập lý do hủy.")
    task.cancelled_on, task.cancelled_reason = by.on, tidy(reason)[:400]
    task.save(update_fields=["cancelled_on", "cancelled_reason"])
    chain.record(
        "programme.cancel",
        task,
        by=by,
        at=at,
        changes={"cancelled_on": [None, by.on]},
        note=task.cancelled_reason,
    )
    return task
