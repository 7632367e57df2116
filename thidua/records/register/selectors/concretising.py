"""Superiors' documents that want a plan of our own; ours that want one from each body below."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, F, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from thidua.records.orgs import selectors as orgs
from thidua.records.orgs.models import Unit
from thidua.records.register.kinds import ASKS_FOR_A_PLAN
from thidua.records.register.models import Citation, Document, Entry, Exemption

LONG_AGO = 2
"""Years after which a document that names no period is no longer counted as asking."""
_ANSWERING = (Citation.Relation.IMPLEMENTS, Citation.Relation.ANSWERS)
_ISSUED = Q(source__state=Document.State.ISSUED)


def asked_of(body: Unit, on: date) -> QuerySet[Document]:
    """Documents of the bodies above (their councils and Party committees too) that ask `body` for a plan: held, or cited
    by what is held. Each with `answer` and `answer_draft` (ids of ours), `exempted` (the reason) and `asked_on`."""
    held = Entry.objects.filter(document=OuterRef("pk"), body=body)
    cited = Citation.objects.filter(target=OuterRef("pk"), source__entries__body=body)
    direct, onward = _answers(body)
    draft = Q(source__state__in=[Document.State.ISSUED, Document.State.DROPPED])
    return (
        Document.objects.filter(
            Exists(held) | Exists(cited),
            issuer__body__in=orgs.ids_above(body),
            type__in=ASKS_FOR_A_PLAN,
            state=Document.State.ISSUED,
            merged_into=None,
            issued_on__lte=on,
        )
        .select_related("issuer")
        .annotate(
            answer=Coalesce(_first(direct.filter(_ISSUED)), _first(onward.filter(_ISSUED))),
            answer_draft=_first(direct.exclude(draft)),
            exempted=Subquery(_exemptions(body).values("reason")[:1]),
            asked_on=Coalesce(Subquery(held.values("received_on")[:1]), F("issued_on")),
        )
    )


def _answers(body: Unit) -> tuple[QuerySet[Citation], QuerySet[Citation]]:
    """Links from papers of `body` to a document, and to another that implements it: one plan answers the directive too
    that the superior's plan implements."""
    ours = Citation.objects.filter(
        relation__in=_ANSWERING, source__issuer__body=body, source__merged_into=None
    )
    onward = ours.filter(
        target__cites__target=OuterRef("pk"), target__cites__relation=Citation.Relation.IMPLEMENTS
    )
    return ours.filter(target=OuterRef("pk")), onward


def _first(links: QuerySet[Citation]) -> Subquery:
    return Subquery(links.order_by("source__issued_on", "source_id").values("source")[:1])


def _exemptions(body: Unit) -> QuerySet[Exemption]:
    return Exemption.objects.filter(document=OuterRef("pk"), body=body)


def still_asking(on: date) -> Q:
    """In force on the day, and its years not over: those that the title names, or else two from its issue."""
    in_force = Q(expires_on=None) | Q(expires_on__gt=on)
    in_its_years = Q(last_year__gte=on.year) | Q(last_year=None, issued_on__year__gt=on.year - LONG_AGO)
    return in_force & in_its_years


def unconcretised(body: Unit, on: date) -> QuerySet[Document]:
    """What still asks `body` for a plan and has neither an issued answer nor a written reason; the newest first."""
    direct, onward = _answers(body)
    rows = asked_of(body, on).filter(still_asking(on), ~Exists(_exemptions(body)))
    unanswered = rows.filter(~Exists(direct.filter(_ISSUED)), ~Exists(onward.filter(_ISSUED)))
    return unanswered.order_by("-issued_on", "-pk")


@dataclass(frozen=True)
class Asked:
    """One of our documents and how the bodies below stand to it; `answers` maps the body's id to its document."""

    document: Document
    units: tuple[Unit, ...]
    answers: dict[int, Document]
    exempted: dict[int, str]
    days: int

    @property
    def missing(self) -> list[Unit]:
        return [unit for unit in self.units if unit.pk not in self.answers and unit.pk not in self.exempted]


def asking_of(body: Unit, on: date) -> QuerySet[Document]:
    """Our documents that want a plan of each body below, the newest first."""
    return (
        Document.objects.filter(
            still_asking(on),
            issuer__body=body,
            type__in=ASKS_FOR_A_PLAN,
            state=Document.State.ISSUED,
            merged_into=None,
            issued_on__lte=on,
        )
        .select_related("issuer__body")
        .order_by("-issued_on", "-pk")
    )


def unanswered_below(body: Unit, on: date, documents: list[Document] | None = None) -> list[Asked]:
    """Who below has not answered which of ours; four queries for any number of documents and bodies."""
    asking = list(asking_of(body, on)[:100]) if documents is None else documents
    units = tuple(orgs.in_order(orgs.bodies_below(body, on)))
    if not units or not asking:
        return []
    answers: dict[int, dict[int, Document]] = defaultdict(dict)
    edges = (
        Citation.objects.filter(
            target__in=asking, relation__in=_ANSWERING, source__state=Document.State.ISSUED
        )
        .select_related("source__issuer")
        .order_by("source__issued_on", "pk")
    )
    for edge in edges:
        if edge.source.issuer:
            answers[edge.target_id].setdefault(edge.source.issuer.body_id or 0, edge.source)
    exempted: dict[int, dict[int, str]] = defaultdict(dict)
    for row in Exemption.objects.filter(document__in=asking):
        exempted[row.document_id][row.body_id] = row.reason
    return [
        Asked(row, units, answers[row.pk], exempted[row.pk], (on - row.issued_on).days)
        for row in asking
        if row.issued_on
    ]
