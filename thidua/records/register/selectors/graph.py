"""What stands around a document: what it cites, what cites it, the chain of implementation."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from django.db.models import QuerySet

from thidua.records.orgs import selectors as orgs
from thidua.records.orgs.actors import Actor
from thidua.records.orgs.models import Unit
from thidua.records.register.kinds import ASKS_FOR_A_PLAN
from thidua.records.register.models import Citation, Document, Entry
from thidua.records.register.selectors.visible import visible_to

_ANSWERING = (Citation.Relation.IMPLEMENTS, Citation.Relation.ANSWERS)
_UP, _DOWN, _WIDE = 5, 4, 200


@dataclass(frozen=True)
class Branch:
    """One line of the tree: a document, or an office below whose answer is missing (`unit`, `days` since it was asked)."""

    depth: int
    place: Literal["above", "here", "below", "missing"]
    document: Document | None = None
    unit: Unit | None = None
    days: int = 0


def implementation_tree(document: Document, actor: Actor) -> list[Branch]:
    """From the highest superior's document down to `document`, then what implements it, then who has not answered.

    Depth first; a constant number of queries for each generation, five upward and four downward at most.
    """
    above = _chain_above(document, actor)
    lines = [Branch(depth, "above", row) for depth, row in above]
    here = max((depth for depth, _ in above), default=-1) + 1
    lines.append(Branch(here, "here", document))
    lines += _branches_below(document, actor, here + 1)
    lines += [
        Branch(here + 1, "missing", unit=unit, days=days) for unit, days in missing_answers(document, actor)
    ]
    return lines


def _chain_above(document: Document, actor: Actor) -> list[tuple[int, Document]]:
    """(depth from the top, document): generations above, the highest first."""
    generations: list[list[Document]] = []
    seen, latest = {document.pk}, [document.pk]
    for _ in range(_UP):
        rows = _linked(actor).filter(
            cited_by__source__in=latest, cited_by__relation=Citation.Relation.IMPLEMENTS
        )
        found = [row for row in rows.distinct().order_by("issued_on", "pk")[:_WIDE] if row.pk not in seen]
        if not found:
            break
        generations.append(found)
        latest = [row.pk for row in found]
        seen.update(latest)
    top_down = list(reversed(generations))
    return [(depth, row) for depth, rows in enumerate(top_down) for row in rows]


def _branches_below(document: Document, actor: Actor, depth: int) -> list[Branch]:
    children: dict[int, list[Document]] = {}
    seen, latest = {document.pk}, [document.pk]
    for _ in range(_DOWN):
        edges = Citation.objects.filter(target__in=latest, relation__in=_ANSWERING).values_list(
            "target", "source"
        )
        parents = {source: target for target, source in edges[:_WIDE] if source not in seen}
        rows = _linked(actor).filter(pk__in=parents).order_by("issued_on", "pk")
        latest = []
        for row in rows:
            children.setdefault(parents[row.pk], []).append(row)
            seen.add(row.pk)
            latest.append(row.pk)
        if not latest:
            break
    return list(_walk(document.pk, children, depth))


def _walk(pk: int, children: dict[int, list[Document]], depth: int) -> Iterable[Branch]:
    for row in children.get(pk, []):
        yield Branch(depth, "below", row)
        yield from _walk(row.pk, children, depth + 1)


def missing_answers(document: Document, actor: Actor) -> list[tuple[Unit, int]]:
    """The bodies directly below the issuer that have not answered, and for how many days; only for whoever holds the
    issuing body's register, and only where the document asks for a plan."""
    issuer_body = document.issuer.body if document.issuer else None
    if issuer_body is None or actor.body is None or issuer_body.pk != actor.body.pk:
        return []
    return unanswered(document, actor.on)


def unanswered(document: Document, on: date) -> list[tuple[Unit, int]]:
    """Bodies directly below the issuer without an answer to this document, and the days since its issue."""
    body = document.issuer.body if document.issuer else None
    asks = document.type in ASKS_FOR_A_PLAN and document.state == Document.State.ISSUED and document.issued_on
    if body is None or not asks or (document.expires_on and document.expires_on <= on):
        return []
    assert document.issued_on is not None
    answered = Document.objects.filter(
        cites__target=document, cites__relation__in=_ANSWERING, state=Document.State.ISSUED
    ).values("issuer__body")
    exempt = document.exemptions.values("body")
    units = orgs.bodies_below(body, on).exclude(pk__in=answered).exclude(pk__in=exempt)
    return [(unit, (on - document.issued_on).days) for unit in orgs.in_order(units)]


def cites_of(document: Document, actor: Actor) -> list[Citation]:
    """What the document cites, in order of printing."""
    rows = Citation.objects.filter(source=document, target__in=visible_to(actor)).select_related(
        "target__issuer"
    )
    return list(rows.order_by("target__rank", "target__issued_on", "target_id")[:_WIDE])


def cited_by_of(document: Document, actor: Actor) -> list[Citation]:
    """Which documents name this one, the newest first."""
    rows = Citation.objects.filter(target=document, source__in=visible_to(actor)).select_related(
        "source__issuer"
    )
    return list(rows.order_by("-source__issued_on", "-source_id")[:_WIDE])


def entry_of(document: Document, body: Unit | None) -> Entry | None:
    """The line of this document in the register of one body."""
    return document.entries.filter(body=body).select_related("body").first() if body else None


def _linked(actor: Actor) -> QuerySet[Document]:
    return visible_to(actor).select_related("issuer")
