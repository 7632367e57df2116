"""Tasks are given, one by one or many at once, and put right."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import transaction

from thidua.kit.audit import chain
from thidua.kit.refused import Refused, refuse_if
from thidua.records.orgs.actors import Actor
from thidua.records.orgs.models import Person, Unit
from thidua.records.orgs.typed import tidy
from thidua.records.register.models import Document
from thidua.work.programme import deadlines, permissions, rows, selectors
from thidua.work.programme.kinds import DueState
from thidua.work.programme.models import Task, TaskBasis
from thidua.work.programme.selectors import Assignee

Basis = Document | tuple[Document, str]
FACTS = (
    "action",
    "kind",
    "unit",
    "person",
    "role_text",
    "all_staff",
    "assignee_text",
    "cooperate_text",
    "document",
)
_LENGTHS = {"role_text": 160, "assignee_text": 300, "cooperate_text": 500, "deadline_text": 200}


@dataclass(frozen=True)
class NewTask:
    """One of many: what, who as printed, by when as printed, with whom."""

    action: str
    assignee_text: str = ""
    deadline_text: str = ""
    cooperate_text: str = ""
    binding: bool = True


@transaction.atomic
def assign(
    action: str,
    *,
    body: Unit,
    by: Actor,
    at: datetime,
    assignee_text: str = "",
    unit: Unit | None = None,
    person: Person | None = None,
    role_text: str = "",
    all_staff: bool = False,
    cooperate_text: str = "",
    deadline_text: str = "",
    due_on: date | None = None,
    bases: Sequence[Basis] = (),
    binding: bool = True,
    document: Document | None = None,
    received_on: date | None = None,
    source_text: str = "",
) -> Task:
    """Give (`binding`) or ask for a task in the programme of `body`.

    A printed assignee is matched to a unit, a person, a role where that is certain; the printed deadline gives a day,
    counted from the day of `document`, or stays open. `due_on` is a day that the officer sets instead.
    """
    refuse_if(permissions.why_not_assign(by, body))
    given = Assignee(unit, person, role_text, all_staff)
    who = given if given != Assignee() else selectors.assignee_of(assignee_text, body, by.on)
    new = NewTask(action, assignee_text, deadline_text, cooperate_text, binding)
    task = _made(new, who, body, document, received_on, by, at)
    task.source_text = source_text[:100]
    if due_on:
        task.due_on, task.due_state, task.due_reason = due_on, DueState.SET, "Ấn định khi giao."
    task.save()
    changes = _told(task) | _base_on(task, bases)
    chain.record("programme.assign", task, by=by, at=at, changes=changes)
    return task


@transaction.atomic
def assign_many(
    new: Sequence[NewTask],
    *,
    body: Unit,
    by: Actor,
    at: datetime,
    document: Document | None = None,
    bases: Sequence[Basis] = (),
    received_on: date | None = None,
) -> list[Task]:
    """Many at once, with the same document and bases: one line with the count and a digest."""
    refuse_if(permissions.why_not_assign(by, body))
    if not new:
        raise Refused("Chưa có nhiệm vụ nào để giao.")
    people = selectors.assignees_of([row.assignee_text for row in new], body, by.on)
    given = []
    for row, who in zip(new, people, strict=True):
        task = _made(row, who, body, document, received_on, by, at)
        task.save()
        _base_on(task, bases)
        given.append(task)
    digest = hashlib.sha256("\n".join(task.action for task in given).encode()).hexdigest()
    changes = {
        "count": ["", len(given)],
        "tasks": ["", [task.pk for task in given]],
        "document": ["", str(document or "")],
        "digest": ["", digest],
    }
    chain.record("programme.assign_many", body, by=by, at=at, text=body.name, changes=changes)
    return given


def _made(
    new: NewTask,
    who: Assignee,
    body: Unit,
    document: Document | None,
    received_on: date | None,
    by: Actor,
    at: datetime,
) -> Task:
    action = new.action.strip()
    if not tidy(action):
        raise Refused("Nhập nội dung nhiệm vụ.")
    task = Task(
        body=body,
        action=action,
        kind=Task.Kind.BINDING if new.binding else Task.Kind.COURTEOUS,
        assignee_text=tidy(new.assignee_text)[:300],
        cooperate_text=tidy(new.cooperate_text)[:500],
        deadline_text=tidy(new.deadline_text)[:200],
        document=document,
        created_at=at,
    )
    _give_to(task, who, by.on)
    _propose(task, received_on)
    rows.refold(task)
    return task


def _give_to(task: Task, who: Assignee, on: date) -> None:
    """A person brings along the unit in which they sit; all the staff is nobody in particular."""
    task.all_staff = who.all_staff
    task.person = None if who.all_staff else who.person
    unit = who.unit or (selectors.unit_of(who.person, on) if who.person else None)
    task.unit = None if who.all_staff else unit
    task.role_text = tidy(who.role_text)[:160]


def _propose(task: Task, received_on: date | None) -> None:
    issued_on = task.document.issued_on if task.document else None
    due = deadlines.propose(task.deadline_text, deadlines.Context(issued_on, received_on))
    task.due_on, task.due_state, task.due_reason = due.on, due.state, due.reason[:400]


def _base_on(task: Task, bases: Sequence[Basis]) -> dict[str, Any]:
    """Documents on whose basis the task stands, each once; the document that gives it is none of its own bases."""
    pairs = [(each, "") if isinstance(each, Document) else each for each in bases]
    have = set(task.bases.values_list("document", flat=True))
    made = {}
    for row, printed in pairs:
        if row.pk not in have and row.pk not in made:
            made[row.pk] = TaskBasis(task=task, document=row, printed=tidy(printed)[:400])
    TaskBasis.objects.bulk_create(made.values())
    return {"bases": ["", [str(basis.document) for basis in made.values()]]} if made else {}


def _told(task: Task) -> dict[str, Any]:
    return {
        "kind": ["", task.kind],
        "assignee": ["", task.assignee],
        "deadline_text": ["", task.deadline_text],
        "due_on": [None, task.due_on],
        "document": ["", str(task.document or "")],
        "source": ["", task.source_text],
    }


@transaction.atomic
def correct_task(task: Task, *, by: Actor, at: datetime, **facts: Any) -> Task:
    """Put facts right (FACTS and deadline_text). A changed deadline gives a new day unless one was set by hand."""
    task = rows.locked(task)
    refuse_if(permissions.why_not_change(by, task))
    before = {name: _said(task, name) for name in (*FACTS, "deadline_text", "assignee", "due_on")}
    for name in FACTS:
        if name in facts:
            value = facts[name]
            value = tidy(value)[: _LENGTHS[name]] if name in _LENGTHS else value
            setattr(task, name, value.strip() if name == "action" else value)
    if not tidy(task.action):
        raise Refused("Nhập nội dung nhiệm vụ.")
    if task.all_staff:
        task.unit = task.person = None
    asked = tidy(facts.get("deadline_text", task.deadline_text))[:200]
    moved = "document" in facts and facts["document"] != before["document"]
    if asked != task.deadline_text or (moved and task.due_state != DueState.SET):
        task.deadline_text = asked
        if task.due_state != DueState.SET:
            _propose(task, None)
    rows.refold(task)
    task.save()
    changes = {name: [was, now] for name, was in before.items() if was != (now := _said(task, name))}
    if changes:
        chain.record("programme.correct", task, by=by, at=at, changes=changes)
    return task


def _said(task: Task, name: str) -> Any:
    value = getattr(task, name)
    return str(value) if isinstance(value, (Document, Unit, Person)) else value


@transaction.atomic
def add_basis(task: Task, document: Document, *, printed: str = "", by: Actor, at: datetime) -> Task:
    """A further document on whose basis the task stands; a second time changes nothing."""
    task = rows.locked(task)
    refuse_if(permissions.why_not_manage(by, task))
    changes = _base_on(task, [(document, printed)])
    if changes:
        chain.record("programme.add_basis", task, by=by, at=at, changes=changes)
    return task


@transaction.atomic
def remove_basis(basis: TaskBasis, *, by: Actor, at: datetime) -> None:
    task = rows.locked(basis.task)
    refuse_if(permissions.why_not_manage(by, task))
    if TaskBasis.objects.filter(pk=basis.pk).delete()[0]:
        changes = {"bases": [str(basis.document), ""]}
        chain.record("programme.remove_basis", task, by=by, at=at, changes=changes)
