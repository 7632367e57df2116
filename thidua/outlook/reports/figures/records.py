"""What one report reads, each thing once: many blocks look at the same rows."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from typing import Literal

from django.db.models import Exists, F, OuterRef, Q, QuerySet

from thidua.outlook.reports.figures.in_force import holds_in, issued_in
from thidua.outlook.reports.figures.sides import Sides
from thidua.records.meetings import selectors as meetings
from thidua.records.meetings.models import Meeting, MeetingDocument
from thidua.records.meetings.selectors import Attended
from thidua.records.orgs import selectors as orgs
from thidua.records.orgs.actors import Actor
from thidua.records.orgs.models import Unit
from thidua.records.orgs.rights import Right
from thidua.records.register import selectors as register
from thidua.records.register.models import Citation, Document, Statement, Topic
from thidua.vn.periods import Period
from thidua.work.movements.models import Movement, Result
from thidua.work.movements.selectors import reporting
from thidua.work.movements.selectors.reporting import Answered
from thidua.work.programme import selectors as programme
from thidua.work.programme.models import Task

Test = Literal["issued", "holds"]
_COLUMNS = (
    "id",
    "type",
    "issuer_id",
    "number",
    "issued_on",
    "year",
    "title",
    "rank",
    "topic",
    "origin",
    "is_stub",
    "state",
    "subject_key",
)
_UNIT_COLUMNS = ("id", "name", "short_name", "kind", "level", "is_outside", "path", "body_id")
_TASK_COLUMNS = (
    "action",
    "deadline_text",
    "due_on",
    "done_on",
    "document__type",
    "document__number",
    "document__title",
)
NIL_HOLDS = 30
"""Days for which "không phát sinh", said of a period that still runs, is taken to hold on."""
_ANSWERING = (Citation.Relation.IMPLEMENTS, Citation.Relation.ANSWERS)


@dataclass(frozen=True)
class Told:
    """A meeting with who came and what was told of there."""

    meeting: Meeting
    attended: Attended | None
    documents: tuple[Document, ...]


class Records:
    """The records of one body, as far as one actor sees them."""

    def __init__(self, body: Unit, period: Period, actor: Actor, request: Document | None = None) -> None:
        self.body, self.period, self.actor, self.request = body, period, actor, request
        self._documents: dict[tuple[Test, Period], list[Document]] = {}
        self._counts: dict[Period, list[Statement]] = {}
        self._tasks: dict[tuple[str, Period], list[Task]] = {}
        self._units: dict[int, Unit] = {}
        if request is not None:
            self._learn([request.issuer_id])

    @cached_property
    def sides(self) -> Sides:
        return Sides(self.body, orgs.superiors_of(self.body))

    # Documents

    @cached_property
    def register(self) -> QuerySet[Document]:
        """What the actor sees and has to do with the body."""
        rows = register.visible_to(self.actor)
        if self.actor.is_system or self.actor.bodies(Right.REGISTER_READ) != {self.body.pk}:
            rows = rows.filter(pk__in=register.seen_by_body(self.body).values("pk"))
        return rows

    def documents(self, test: Test, period: Period) -> list[Document]:
        """Issued documents of this work's topics, by rank, then day; one query for each stretch of time."""
        key = (test, period)
        if key not in self._documents:
            within = issued_in(period) if test == "issued" else holds_in(period)
            rows = self.register.filter(within, state=Document.State.ISSUED).exclude(
                topic__in=["", Topic.OTHER]
            )
            self._documents[key] = list(rows.order_by("rank", "ordered_on", "pk").only(*_COLUMNS))
            self._learn(row.issuer_id for row in self._documents[key])
        return self._documents[key]

    def sides_of(self, document: Document) -> frozenset[str]:
        return self.sides.of(document, self._issuer(document))

    def issuer_of(self, document: Document) -> str:
        """Who issued it, as the sentence says it; nothing where it is ours."""
        issuer = self._issuer(document)
        return self.sides.called(issuer) if issuer and "ours" not in self.sides.of_unit(issuer) else ""

    def is_from_above(self, document: Document) -> bool:
        """Issued by one of the bodies that the reporting one stands under, not by a council of it."""
        return document.issuer_id in self.sides.above

    def _issuer(self, document: Document) -> Unit | None:
        return self._units.get(document.issuer_id) if document.issuer_id else None

    def learn(self, documents: Iterable[Document]) -> None:
        """So that their issuers are known."""
        self._learn(row.issuer_id for row in documents)

    def _learn(self, pks: Iterable[int | None]) -> None:
        new = {pk for pk in pks if pk} - self._units.keys()
        if new:
            self._units |= Unit.objects.only(*_UNIT_COLUMNS).in_bulk(new)

    @cached_property
    def drafts(self) -> list[Document]:
        """In work in the body, begun, or told of by a document, before the period's end."""
        last = self.period.last
        dated = Q(source__issued_on__lt=self.period.until)
        named = Q(source__issued_on=None, source__first_year__lte=last.year)
        told = Citation.objects.filter(dated | named, target=OuterRef("pk"))
        begun = Q(created_at__date__lt=self.period.until) | Q(Exists(told))
        rows = self.register.filter(begun, entries__body=self.body)
        in_work = rows.exclude(state__in=[Document.State.ISSUED, Document.State.DROPPED])
        found = list(in_work.order_by("rank", "ordered_on", "pk").only(*_COLUMNS))
        self._learn(row.issuer_id for row in found)
        return found

    @cached_property
    def implementing(self) -> dict[int, list[Document]]:
        """{document of ours: what it carries out or answers}."""
        edges = Citation.objects.filter(relation__in=_ANSWERING, source__issuer__body=self.body)
        pairs = list(edges.order_by("pk").values_list("source_id", "target_id"))
        if not pairs:
            return {}
        # What the actor may see is asked of these few, not of the whole register.
        seen = self.register.filter(pk__in={pk for pair in pairs for pk in pair})
        known = {row.pk: row for row in seen.only(*_COLUMNS)}
        found: dict[int, list[Document]] = {}
        for source, target in pairs:
            if source in known and target in known:
                found.setdefault(source, []).append(known[target])
        self._learn(target.issuer_id for targets in found.values() for target in targets)
        return found

    @cached_property
    def nils(self) -> dict[str, Statement]:
        """By code: what was said not to have happened in all of the period, or, while it runs, in all of it up to these
        days; the newest statement counts."""
        until = min(self.period.until, self.actor.on - timedelta(days=NIL_HOLDS))
        rows = register.statements_visible_to(self.actor).filter(
            kind=Statement.Kind.NIL,
            body__in=orgs.lineage(self.body, self.actor.on),
            withdrawn_at__isnull=True,
            period_since__lte=self.period.since,
            period_until__gte=max(until, self.period.since + timedelta(days=1)),
        )
        return {row.what: row for row in rows.order_by("at", "pk")}

    def counts(self, period: Period) -> list[Statement]:
        """Counts stated without names, for a stretch within the period."""
        if period not in self._counts:
            rows = register.statements_visible_to(self.actor).filter(
                kind=Statement.Kind.COUNT,
                body=self.body,
                withdrawn_at=None,
                period_since__gte=period.since,
                period_until__lte=period.until,
            )
            self._counts[period] = list(rows.order_by("period_since", "pk"))
        return self._counts[period]

    # Movements

    @cached_property
    def reads_movements(self) -> bool:
        return self.actor.can(Right.MOVEMENTS_READ, self.body)

    @cached_property
    def answers(self) -> list[Answered]:
        return reporting.answered(self.body, self.period) if self.reads_movements else []

    @cached_property
    def own_movements(self) -> list[Movement]:
        if not self.reads_movements:
            return []
        rows = reporting.running_in(self.body, self.period)
        return list(rows.prefetch_related("criteria", "waves"))

    @cached_property
    def results(self) -> list[Result]:
        return list(reporting.results_in(self.body, self.period)) if self.reads_movements else []

    def tasks(self, state: Literal["open", "done"], period: Period) -> list[Task]:
        """Of the body: done in the period; or open, due in it or without a day."""
        key = (state, period)
        if key not in self._tasks:
            rows = programme.visible_to(self.actor).filter(body=self.body, cancelled_on=None)
            if state == "open":
                due = Q(due_on__gte=period.since, due_on__lt=period.until)
                rows = rows.filter(due | Q(due_on=None) & _of_the_time(period), done_on=None)
                rows = rows.order_by(F("due_on").asc(nulls_last=True), "pk")
            else:
                rows = rows.filter(done_on__gte=period.since, done_on__lt=period.until)
                rows = rows.order_by("done_on", "pk")
            self._tasks[key] = list(rows.select_related("document").only(*_TASK_COLUMNS))
        return self._tasks[key]

    # Meetings

    @cached_property
    def meetings(self) -> list[Told]:
        """Of the period, the earliest first; five queries."""
        rows = list(meetings.meetings_in(self.actor, self.period, body=self.body))
        attended = meetings.turnouts(rows)
        pairs = MeetingDocument.objects.filter(meeting__in=rows).values_list(
            "meeting", "document", "document__merged_into"
        )
        wanted = [(meeting, merged or document) for meeting, document, merged in pairs]
        seen = self.register.filter(pk__in={pk for _, pk in wanted}) if wanted else Document.objects.none()
        known = {row.pk: row for row in seen.only(*_COLUMNS)}
        order = {row.pk: place for place, row in enumerate(_by_rank(known.values()))}
        self._learn(row.issuer_id for row in known.values())
        told: dict[int, list[Document]] = {}
        for meeting, pk in sorted(set(wanted), key=lambda pair: order.get(pair[1], 0)):
            if pk in known:
                told.setdefault(meeting, []).append(known[pk])
        return [Told(row, attended.get(row.pk), tuple(told.get(row.pk, ()))) for row in rows]


def _by_rank(rows: Iterable[Document]) -> list[Document]:
    return sorted(rows, key=lambda row: (row.rank, str(row.issued_on or row.year or ""), row.pk))


def _of_the_time(period: Period) -> Q:
    """Given before the period's end, not more than a year before it: on the day of the document that gave it, in the year
    that its title names, or when it was written down."""
    first = date(period.since.year - 1, period.since.month, 1)
    dated = Q(document__issued_on__gte=first, document__issued_on__lt=period.until)
    years = Q(document__first_year__lte=period.last.year, document__last_year__gte=period.since.year)
    written = Q(created_at__date__gte=first, created_at__date__lt=period.until)
    silent = Q(document=None) | Q(document__issued_on=None, document__last_year=None)
    return dated | Q(document__issued_on=None) & years | silent & written
