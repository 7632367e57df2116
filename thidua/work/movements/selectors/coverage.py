"""Superiors' movements: have we answered? Ours: who below has not? Answers count through any number of steps."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet

from thidua.records.orgs import selectors as orgs
from thidua.records.orgs.models import Unit
from thidua.records.register.models import Citation, Document, Entry
from thidua.work.movements import naming
from thidua.work.movements.models import (
    Exemption,
    Following,
    Movement,
    MovementDocument,
    Response,
)
from thidua.work.movements.selectors.states import going_on

_GENERATIONS = 6
_MOST = 200
LAUNCHING = (MovementDocument.Part.LAUNCH, MovementDocument.Part.PLAN)


def reached_from(ids: Collection[int]) -> dict[int, set[int]]:
    """For each movement those that it answers, through any number of steps, itself included; one query a generation."""
    edges: dict[int, set[int]] = defaultdict(set)
    seen, latest = set(ids), set(ids)
    for _ in range(_GENERATIONS):
        if not latest:
            break
        pairs = Response.objects.filter(ours__in=latest).values_list("ours", "superior")
        latest = set()
        for ours, superior in pairs:
            edges[ours].add(superior)
            if superior not in seen:
                latest.add(superior)
        seen |= latest
    return {pk: _closure(pk, edges) for pk in ids}


def _closure(pk: int, edges: dict[int, set[int]]) -> set[int]:
    found, waiting = {pk}, [pk]
    while waiting:
        for above in edges.get(waiting.pop(), set()) - found:
            found.add(above)
            waiting.append(above)
    return found


def asked_of(body: Unit, on: date) -> QuerySet[Movement]:
    """Others' running movements that the body should answer: of the bodies above, of those whose papers are in its register,
    and what it keeps or follows itself; the newest first."""
    followed = Following.objects.filter(movement=OuterRef("pk"), body=body)
    papers = MovementDocument.objects.filter(
        movement=OuterRef("pk"),
        part__in=LAUNCHING,
        document__entries__body=body,
        document__entries__direction=Entry.Direction.IN,
    )
    theirs = ~Q(launcher__body=body) & ~Q(launcher__path__startswith=body.path)
    from_above = (
        Q(launcher__body__in=orgs.ids_above(body)) | Q(Exists(papers)) | Q(body=body) | Q(Exists(followed))
    )
    rows = Movement.objects.filter(going_on(on), from_above, merged_into=None)
    # what nobody is known to have launched is not "not ours" in SQL: its launcher's body is NULL
    return (
        rows.filter(Q(launcher=None, is_launched=True) | theirs)
        .select_related("launcher", "body")
        .order_by("-launched_on", "-pk")
    )


@dataclass(frozen=True)
class Covered:
    """One superior's movement and how the body stands to it. `answers` may reach it through another movement."""

    movement: Movement
    answers: tuple[Response, ...]
    exemption: Exemption | None
    asked_on: date | None
    days: int | None
    likely: tuple["Likely", ...] = ()

    @property
    def standing(self) -> str:
        """roi (answered), mien (a written reason), chua (neither)."""
        return "roi" if self.answers else "mien" if self.exemption else "chua"


@dataclass(frozen=True)
class Likely:
    """What may have answered already, with the reason; a person decides."""

    ours: Movement | None
    document: Document | None
    reason: str

    @property
    def named(self) -> str:
        return f"“{self.ours.name}”" if self.ours else str(self.document)

    @property
    def query(self) -> str:
        """What the form of an answer is opened with."""
        return f"cua_ta={self.ours.pk}" if self.ours else f"van_ban={self.document.pk}"  # type: ignore[union-attr]


def coverage(body: Unit, on: date, *, guess: bool = True) -> list[Covered]:
    """Superiors' movements, each with our answers (direct, or through a movement in between), or the reason why none, or the
    days since it was launched. With `guess` also what may have answered. A constant number of queries."""
    asked = list(asked_of(body, on)[:_MOST])
    answers = answers_of([body.pk], [row.pk for row in asked])[body.pk]
    reasons = {row.movement_id: row for row in Exemption.objects.filter(body=body, movement__in=asked)}
    received = _received(body, asked)
    open_ones = [row for row in asked if row.pk not in answers and row.pk not in reasons]
    likely = _likely(body, open_ones) if guess else {}
    found = []
    for row in asked:
        day = received.get(row.pk) or row.launched_on
        days = (on - day).days if day else None
        told = tuple(answers.get(row.pk, ()))
        found.append(Covered(row, told, reasons.get(row.pk), day, days, tuple(likely.get(row.pk, ()))))
    return found


def answers_of(bodies: Collection[int], movements: Collection[int]) -> dict[int, dict[int, list[Response]]]:
    """{body: {movement: its answers}}, through any number of steps."""
    edges = _edges_below(movements)
    rows = (
        Response.objects.filter(body__in=bodies, superior__in={*movements, *edges})
        .select_related("superior__launcher", "ours", "document", "body")
        .prefetch_related("ours__papers__document")
        .order_by("on", "pk")
    )
    wanted = set(movements)
    found: dict[int, dict[int, list[Response]]] = {pk: defaultdict(list) for pk in bodies}
    for row in rows:
        for pk in _closure(row.superior_id, edges) & wanted:
            if pk != row.ours_id:
                found[row.body_id][pk].append(row)
    return {pk: dict(each) for pk, each in found.items()}


def _edges_below(movements: Collection[int]) -> dict[int, set[int]]:
    """{a movement that answers: what it answers}, from these movements downward; one query a generation."""
    edges: dict[int, set[int]] = defaultdict(set)
    seen, latest = set(movements), set(movements)
    for _ in range(_GENERATIONS):
        if not latest:
            break
        pairs = Response.objects.filter(superior__in=latest, ours__isnull=False).values_list(
            "ours", "superior"
        )
        latest = set()
        for ours, superior in pairs:
            edges[ours].add(superior)
            if ours not in seen:
                latest.add(ours)
        seen |= latest
    return edges


def _received(body: Unit, movements: Iterable[Movement]) -> dict[int, date]:
    """When the paper that launched it came to us."""
    papers = MovementDocument.objects.filter(
        movement__in=list(movements), part__in=LAUNCHING, document__entries__body=body
    )
    days = papers.values_list("movement", "document__entries__received_on")
    found: dict[int, date] = {}
    for pk, day in days:
        if day and (pk not in found or day < found[pk]):
            found[pk] = day
    return found


def _likely(body: Unit, asked: list[Movement]) -> dict[int, list[Likely]]:
    """Our movements of nearly the same name, our papers that implement theirs."""
    if not asked:
        return {}
    found: dict[int, list[Likely]] = defaultdict(list)
    ours = list(Movement.objects.filter(launcher__body=body, merged_into=None, is_launched=True))
    for row in asked:
        for own in ours:
            if _can_answer(own, row) and naming.are_alike(own.name, row.name):
                found[row.pk].append(Likely(own, None, "tên gần như nhau"))
    papers = MovementDocument.objects.filter(movement__in=asked, part__in=LAUNCHING)
    launching: dict[int, list[int]] = defaultdict(list)
    for movement, document in papers.values_list("movement", "document"):
        launching[document].append(movement)
    edges = Citation.objects.filter(
        relation=Citation.Relation.IMPLEMENTS,
        source__issuer__body=body,
        source__state=Document.State.ISSUED,
        target__in=launching,
    )
    for edge in edges.select_related("source").order_by("pk"):
        for pk in launching[edge.target_id]:
            found[pk].append(Likely(None, edge.source, "triển khai văn bản phát động"))
    return found


def _can_answer(own: Movement, theirs: Movement) -> bool:
    if own.until and theirs.since and own.until <= theirs.since:
        return False
    return not (theirs.until and own.since and theirs.until <= own.since)


@dataclass(frozen=True)
class Twin:
    """One of our movements and how the bodies below stand to it; `answers` by the body's id."""

    movement: Movement
    units: tuple[Unit, ...]
    answers: dict[int, list[Response]] = field(default_factory=dict)
    exempted: dict[int, str] = field(default_factory=dict)
    days: int | None = None

    @property
    def missing(self) -> list[Unit]:
        return [unit for unit in self.units if unit.pk not in self.answers and unit.pk not in self.exempted]


def asking_of(body: Unit, on: date) -> QuerySet[Movement]:
    """Our running movements, the newest first."""
    rows = Movement.objects.filter(going_on(on), launcher__body=body, merged_into=None)
    return rows.select_related("launcher", "body").order_by("-launched_on", "-pk")


def unanswered_below(body: Unit, on: date, movements: Iterable[Movement] | None = None) -> list[Twin]:
    """Who below has not answered which of ours; a constant number of queries for any number of movements and bodies."""
    rows = list(asking_of(body, on)[:_MOST] if movements is None else movements)
    units = tuple(orgs.in_order(orgs.bodies_below(body, on)))
    if not rows or not units:
        return []
    answers = answers_of([unit.pk for unit in units], [row.pk for row in rows])
    exempted: dict[int, dict[int, str]] = defaultdict(dict)
    for each in Exemption.objects.filter(movement__in=rows):
        exempted[each.movement_id][each.body_id] = each.reason
    return [
        Twin(
            row,
            units,
            {unit.pk: answers[unit.pk][row.pk] for unit in units if row.pk in answers[unit.pk]},
            exempted[row.pk],
            (on - row.launched_on).days if row.launched_on else None,
        )
        for row in rows
    ]


def with_papers(movements: QuerySet[Movement]) -> QuerySet[Movement]:
    """With their documents at hand; two queries for any number of rows."""
    papers = MovementDocument.objects.select_related("document__issuer").order_by(
        "document__ordered_on", "document_id"
    )
    return movements.prefetch_related(Prefetch("papers", queryset=papers))
