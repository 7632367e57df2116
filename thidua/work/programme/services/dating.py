"""The day of a task: settled where the text left it open, moved with a reason."""

from datetime import date, datetime

from django.db import transaction

from thidua.kit.audit import chain
from thidua.kit.refused import refuse_if
from thidua.kit.ui.wording import day
from thidua.records.orgs.actors import Actor
from thidua.records.orgs.typed import tidy
from thidua.work.programme import deadlines, permissions, rows
from thidua.work.programme.kinds import DueState
from thidua.work.programme.models import Extension, Task


@transaction.atomic
def set_due(task: Task, *, due_on: date | None, reason: str = "", by: Actor, at: datetime) -> Task:
    """Settle the day: the proposed one confirmed, another one set, or (None) what the printed text gives by itself."""
    task = rows.locked(task)
    refuse_if(permissions.why_not_change(by, task))
    before = task.due_on
    if due_on is None:
        issued_on = task.document.issued_on if task.document else None
        due = deadlines.propose(task.deadline_text, deadlines.Context(issued_on))
        task.due_on, task.due_state, task.due_reason = due.on, due.state, due.reason[:400]
    else:
        why = tidy(reason) or f"{by.name} ấn định."
        task.due_on, task.due_state, task.due_reason = due_on, DueState.SET, why[:400]
    task.save(update_fields=["due_on", "due_state", "due_reason"])
    changes = {"due_on": [before, task.due_on], "due_state": ["", task.due_state]}
    chain.record("programme.set_due", task, by=by, at=at, changes=changes, note=tidy(reason))
    return task


@transaction.atomic
def extend(task: Task, *, to_due: date, reason: str, by: Actor, at: datetime) -> Extension:
    """Move the day further out, with a reason that stays readable."""
    task = rows.locked(task)
    refuse_if(permissions.why_not_change(by, task))
    refuse_if(_why_not_extend(task, to_due, tidy(reason)))
    extension = Extension.objects.create(
        task=task, from_due=task.due_on, to_due=to_due, reason=tidy(reason)[:400], by=by.name[:120], at=at
    )
    was = f" từ {day(task.due_on)}" if task.due_on else ""
    task.due_on, task.due_state = to_due, DueState.SET
    task.due_reason = f"Gia hạn{was}: {extension.reason}"[:400]
    task.save(update_fields=["due_on", "due_state", "due_reason"])
    changes = {"due_on": [extension.from_due, to_due]}
    chain.record("programme.extend", task, by=by, at=at, changes=changes, note=extension.reason)
    return extension


def _why_not_extend(task: Task, to_due: date, reason: str) -> list[str]:
    reasons = []
    if task.due_on and to_due <= task.due_on:
        reasons.append(f"Hạn mới phải sau hạn đang có {day(task.due_on)}.")
    if not reason:
        reasons.append("Nhập lý do gia hạn.")
    return reasons
