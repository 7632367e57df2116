"""Tasks given so that a gap is closed, and how they stand; who can supply what; which letter asks for a report."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import QuerySet

from thidua.kit.ui.waiting import When
from thidua.outlook.reports.models import Report
from thidua.records.orgs import selectors as orgs
from thidua.records.orgs.actors import Actor
from thidua.records.orgs.models import Unit
from thidua.records.register import selectors as register
from thidua.records.register.models import Document, Entry, Topic
from thidua.vn.periods import Period, half_of
from thidua.work.programme import selectors as programme
from thidua.work.programme.models import Task
from thidua.work.programme.selectors import Assignee
from thidua.work.programme.wording import when_of

LOOKED_BACK = timedelta(days=120)


@dataclass(frozen=True)
class AskedTask:
    task: Task
    when: When

    @property
    def is_open(self) -> bool:
        return self.task.is_open

    @property
    def who(self) -> str:
        return self.task.assignee or "nơi chưa rõ"


def asked_of(report: Report, on: date) -> dict[str, tuple[AskedTask, ...]]:
    """Block → its tasks in the order given; those that were cancelled are left away. One query."""
    found: dict[str, list[AskedTask]] = {}
    rows = report.asked.select_related("task__unit", "task__person", "task__document").order_by("pk")
    for row in rows.filter(task__cancelled_on=None):
        found.setdefault(row.block, []).append(AskedTask(row.task, when_of(row.task, on)))
    return {block: tuple(tasks) for block, tasks in found.items()}


def suppliers(report: Report, texts: Collection[str], on: date) -> dict[str, Assignee]:
    """Offices as the outline names them → the unit or person here, where that is certain."""
    named = sorted(set(texts) - {""})
    if not named:
        return {}
    return dict(zip(named, programme.assignees_of(named, report.body, on), strict=True))


def letters_asking(actor: Actor, body: Unit) -> QuerySet[Document]:
    """Superiors' recent letters about reporting, the newest first: one of them probably asks for the report."""
    above = [unit.pk for unit in orgs.superiors_of(body)]
    # Departments ask for their field on behalf of the body above.
    rows = register.visible_to(actor).filter(
        entries__body=body,
        entries__direction=Entry.Direction.IN,
        topic=Topic.REPORTING,
        issued_on__gte=actor.on - LOOKED_BACK,
        issued_on__lte=actor.on,
    )
    near = rows.filter(issuer__body__in=above) | rows.filter(issuer__parent__in=above)
    return (
        near.exclude(issuer__body=body)
        .select_related("issuer__body")
        .order_by("-issued_on", "-pk")
        .distinct()
    )


def likely_period(on: date) -> Period:
    """The half-year that is being reported on: the running one once it has gone on for three months, else the last."""
    running = half_of(on)
    return running if on - running.since >= timedelta(days=90) else running.previous()
