"""How a task's day is told in a row: late, soon, later, without a day, asked for courteously."""

from datetime import date

from thidua.kit.ui.waiting import SOON, When
from thidua.kit.ui.wording import day, short_day
from thidua.work.programme.kinds import DueState
from thidua.work.programme.models import Task


def when_of(task: Task, on: date) -> When:
    """The two short lines of a work row."""
    if task.cancelled_on:
        return When("Đã hủy", f"ngày {day(task.cancelled_on)}")
    if task.done_on:
        late = f"sau hạn {day(task.due_on)}" if task.was_late else f"ngày {day(task.done_on)}"
        return When("Đã xong", late)
    if task.due_on is None:
        printed = f"ghi “{task.deadline_text}”" if task.deadline_text else "không ghi hạn"
        return When("Chưa có ngày", printed, "soon" if task.kind == Task.Kind.BINDING else "")
    if task.kind == Task.Kind.COURTEOUS:
        return When("Đề nghị", f"ngày nêu {_near(task.due_on, on)}")
    days = (task.due_on - on).days
    text = f"Quá {-days} ngày" if days < 0 else "Hạn hôm nay" if days == 0 else f"Còn {days} ngày"
    kind = "late" if days < 0 else "soon" if days <= SOON else ""
    word = "suy ra" if task.due_state == DueState.PROPOSED else "hạn"
    return When(text, f"{word} {_near(task.due_on, on)}", kind)


def _near(due: date, on: date) -> str:
    """30/9; with its year where that is another one."""
    return short_day(due) if due.year == on.year else day(due)


def told(task: Task, on: date) -> str:
    """Beside its state on the page of a task: the day of that and who wrote it down, or else the day it is due."""
    if task.done_on:
        day_of_it = when_of(task, on).date
        return f"{day_of_it}, {task.done_by} ghi" if task.done_by else day_of_it
    if task.cancelled_on:
        return f"{day(task.cancelled_on)}: {task.cancelled_reason}"
    return due_told(task)


def due_told(task: Task) -> str:
    """The day with where it comes from: "30/9/2024, suy ra"."""
    if task.due_on is None:
        return "Chưa có ngày"
    state = DueState(task.due_state)
    return (
        f"{day(task.due_on)}, {state.label}"
        if state in (DueState.PROPOSED, DueState.SET)
        else day(task.due_on)
    )


def detail_of(task: Task, *, under: str = "") -> str:
    """Who does it, what gave it, the deadline as printed where the day is not: the second line of a row.

    `under`: the name of the group that the row stands in, which is not said again.
    """
    told = [] if under and task.assignee == under else [task.assignee or "Chưa giao ai"]
    if under and task.person:
        told = [task.person.full_name]
    if task.cooperate_text:
        told.append(f"phối hợp: {task.cooperate_text}")
    if task.document:
        told.append(str(task.document))
    if task.deadline_text and task.due_on and task.due_state != DueState.PRINTED:
        told.append(f"ghi “{task.deadline_text}”")
    return " · ".join(told)
