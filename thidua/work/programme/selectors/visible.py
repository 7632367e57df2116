"""Who sees which tasks, and what narrows the list. Fetching is the access check."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Count, F, Prefetch, Q, QuerySet

from thidua.records.orgs import selectors as orgs
from thidua.records.orgs.actors import Actor
from thidua.records.orgs.models import Unit
from thidua.records.orgs.rights import Right
from thidua.records.register import selectors as register
from thidua.records.register.models import Document
from thidua.vn.fold import fold
from thidua.vn.periods import Period
from thidua.work.programme.kinds import DueState
from thidua.work.programme.models import Evidence, Task, TaskBasis

OPEN = Q(done_on__isnull=True, cancelled_on__isnull=True)
WEEK = timedelta(days=7)
MONTH = timedelta(days=30)


def visible_to(actor: Actor) -> QuerySet[Task]:
    """Tasks that the actor's bodies (and those that ended in them) keep, and those given to their units by others."""
    tasks = Task.objects.all()
    if actor.is_system:
        return tasks
    bodies = actor.bodies(Right.TASKS_READ)
    if not bodies:
        return tasks.none()
    own = orgs.lineage_ids(bodies, actor.on)
    return tasks.filter(Q(body__in=own) | Q(unit__body__in=own))


def listed(actor: Actor) -> QuerySet[Task]:
    """With those who do it and the document that gave it."""
    return visible_to(actor).select_related("unit", "person", "document", "body")


def of_document(document: Document, actor: Actor) -> QuerySet[Task]:
    """Tasks given in a document, or on its basis; the open ones first, by day."""
    ids = [document.pk, *document.merged_from.values_list("pk", flat=True)]
    based = TaskBasis.objects.filter(document__in=ids).values("task")
    rows = listed(actor).filter(Q(document__in=ids) | Q(pk__in=based))
    return rows.order_by(
        F("cancelled_on").asc(nulls_first=True),
        F("done_on").asc(nulls_first=True),
        F("due_on").asc(nulls_last=True),
        "pk",
    )


def due_in(actor: Actor, period: Period, *, body: Unit | None = None) -> QuerySet[Task]:
    """Tasks whose day falls into the period, cancelled ones left out, by day."""
    rows = listed(actor).filter(due_on__gte=period.since, due_on__lt=period.until, cancelled_on__isnull=True)
    return _of_body(rows, body, actor).order_by("due_on", "pk")


def done_in(actor: Actor, period: Period, *, body: Unit | None = None) -> QuerySet[Task]:
    """Tasks done in the period, by the day on which they were done."""
    rows = listed(actor).filter(done_on__gte=period.since, done_on__lt=period.until)
    return _of_body(rows, body, actor).order_by("done_on", "pk")


@dataclass(frozen=True)
class Notice:
    """A document that gave tasks: how many of them are done."""

    document: Document
    done: int
    count: int
    late: int


def notices(actor: Actor, limit: int = 6) -> list[Notice]:
    """Documents with tasks still open, the newest first; two queries."""
    given = visible_to(actor).filter(document__isnull=False, cancelled_on__isnull=True)
    late = Q(done_on__isnull=True, due_on__lt=actor.on, kind=Task.Kind.BINDING)
    told = list(
        given.order_by()
        .values("document")
        .annotate(
            count=Count("pk"),
            done=Count("pk", filter=Q(done_on__isnull=False)),
            late=Count("pk", filter=late),
        )
        .filter(done__lt=F("count"))
        .order_by("-document__ordered_on", "-document")[:limit]
    )
    rows = register.visible_to(actor).in_bulk([row["document"] for row in told])
    return [
        Notice(rows[row["document"]], row["done"], row["count"], row["late"])
        for row in told
        if row["document"] in rows
    ]


def results_of(rows: QuerySet[Task], actor: Actor) -> QuerySet[Task]:
    """Adds what a report-back sheet needs: `bases_seen`, `evidence_told`, `extended`; three queries more."""
    bases = TaskBasis.objects.select_related("document__issuer", "document__merged_into").order_by("pk")
    seen = register.visible_to(actor).values("pk")
    told = (
        Evidence.objects.select_related("document", "file").prefetch_related("file__versions").order_by("pk")
    )
    return rows.prefetch_related(
        Prefetch(
            "bases",
            bases.filter(Q(document__in=seen) | Q(document__merged_into__in=seen)),
            to_attr="bases_seen",
        ),
        Prefetch("evidence", told, to_attr="evidence_told"),
        "extensions",
    )


# What narrows the list


def in_words(rows: QuerySet[Task], text: str) -> QuerySet[Task]:
    """Tasks whose action or assignee hold all the words, marks or not."""
    for word in fold(text).split():
        rows = rows.filter(folded__contains=word)
    return rows


def in_state(rows: QuerySet[Task], state: str) -> QuerySet[Task]:
    if state == Task.State.CANCELLED:
        return rows.filter(cancelled_on__isnull=False)
    if state == Task.State.DONE:
        return rows.filter(done_on__isnull=False)
    return rows.filter(OPEN)


DUES = [
    ("qua", "Quá hạn"),
    ("tuan", "Trong 7 ngày tới"),
    ("thang", "Trong 30 ngày tới"),
    ("sau", "Sau 30 ngày"),
    ("suy", "Hạn suy ra, chưa ấn định"),
    ("chua", "Chưa có ngày"),
]


def by_due(rows: QuerySet[Task], code: str, on: date) -> QuerySet[Task]:
    """The words of DUES, asked of the database; only open tasks."""
    rows = rows.filter(OPEN)
    if code == "qua":
        return rows.filter(due_on__lt=on, kind=Task.Kind.BINDING)
    if code == "tuan":
        return rows.filter(due_on__gte=on, due_on__lte=on + WEEK)
    if code == "thang":
        return rows.filter(due_on__gte=on, due_on__lte=on + MONTH)
    if code == "sau":
        return rows.filter(due_on__gt=on + MONTH)
    return rows.filter(due_state=DueState.PROPOSED if code == "suy" else DueState.OPEN)


def between(rows: QuerySet[Task], days: tuple[date | None, date | None]) -> QuerySet[Task]:
    """Tasks whose day lies between two, both included."""
    since, until = days
    if since:
        rows = rows.filter(due_on__gte=since)
    return rows.filter(due_on__lte=until) if until else rows


def doers(actor: Actor) -> list[tuple[str, str]]:
    """(key, name) of units and people who have tasks, for a filter; two queries."""
    pairs = set(visible_to(actor).order_by().values_list("unit", "unit__name", "unit__short_name").distinct())
    units = sorted((short or name, pk) for pk, name, short in pairs if pk)
    people = set(
        visible_to(actor)
        .order_by()
        .values_list("person", "person__name_sort", "person__full_name")
        .distinct()
    )
    named = sorted((order, name, pk) for pk, order, name in people if pk)
    return [(f"u{pk}", name) for name, pk in units] + [(f"p{pk}", name) for _, name, pk in named]


def of_doer(rows: QuerySet[Task], key: str) -> QuerySet[Task]:
    field = "unit" if key.startswith("u") else "person"
    return rows.filter(**{field: key[1:]})


def _of_body(rows: QuerySet[Task], body: Unit | None, actor: Actor) -> QuerySet[Task]:
    return rows.filter(body__in=orgs.lineage(body, actor.on)) if body else rows


def merged_documents(rows: Sequence[TaskBasis]) -> list[tuple[TaskBasis, Document]]:
    """Each basis with the document that stands for it today."""
    return [(row, row.document.merged_into or row.document) for row in rows]
