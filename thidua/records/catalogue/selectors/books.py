"""The law book that holds for a body: the installation's, with what its superiors and itself laid over it."""

import json
from datetime import date
from functools import lru_cache

from django.db.models import QuerySet

from thidua.law.book import Book, BookError, load
from thidua.records.catalogue import stated
from thidua.records.catalogue.models import Overlay
from thidua.records.catalogue.stated import Correction
from thidua.records.orgs import selectors as orgs
from thidua.records.orgs.actors import Actor
from thidua.records.orgs.models import Unit


def book(on: date, body: Unit | None) -> Book:
    """The nearest body's word is the last; of one body the newest."""
    if body is None:
        return load()
    return _laid(tuple(json.dumps(row.content, sort_keys=True) for row in overlays(on, body)))


def overlays(on: date, body: Unit | None) -> list[Overlay]:
    """What lies over the book of a body: its superiors' statements first, its own newest last."""
    if body is None:
        return []
    rows = _of(on, body).select_related("body", "document__issuer")
    return sorted(rows, key=lambda row: (len(row.body.path), row.pk))


@lru_cache(maxsize=64)
def _laid(contents: tuple[str, ...]) -> Book:
    """Keyed by what is laid, so that bodies under the same superior share one book."""
    return load().with_overlays([row for content in contents for row in json.loads(content)])


def overlay_of(entry: str, on: date, body: Unit | None) -> Overlay | None:
    """The statement that an entry of the book of this body rests on."""
    if body is None:
        return None
    rows = (
        _of(on, body)
        .filter(entry=entry)
        .select_related("body", "document", "package")
        .defer("package__content")
    )
    return max(rows, key=lambda row: (len(row.body.path), row.pk), default=None)


def differences(overlay: Overlay, on: date) -> list[Correction]:
    """What the statement puts otherwise than the book below it: the installation's, with what superiors laid over it."""
    above = [
        row for row in overlays(on, overlay.body) if row.pk != overlay.pk and row.body_id != overlay.body_id
    ]
    below = _laid(tuple(json.dumps(row.content, sort_keys=True) for row in above))
    old = below.by_id.get(overlay.entry)
    new = below.with_overlays(overlay.content).by_id.get(overlay.entry)
    if old is None or new is None:
        return []
    now = {part.name: part.value for part in stated.parts(new, below)}
    before = stated.parts(old, below)
    same = len(old.data.get("conditions", ())) == len(new.data.get("conditions", ()))
    typed = {
        part.name: now[part.name]
        for part in before
        if part.name in now and (same or part.path[0] != "conditions")
    }
    return stated.corrected(old, [part for part in before if part.name in typed], typed)[1]


def no_longer_taken() -> list[tuple[Overlay, str]]:
    """Statements that this edition of the book does not take, and why; asked after a new edition came."""
    found = []
    for row in Overlay.objects.filter(withdrawn_at=None).select_related("body").order_by("pk"):
        try:
            load().with_overlays(row.content)
        except BookError as fault:
            found.append((row, fault.what))
    return found


def visible_to(actor: Actor) -> QuerySet[Overlay]:
    """What one's own body and those above it stated, withdrawn ones too."""
    rows = Overlay.objects.select_related("body", "document", "package").defer("package__content")
    if actor.is_system:
        return rows
    return rows.filter(body__in=bodies_of(actor.on, actor.body)) if actor.body else rows.none()


def _of(on: date, body: Unit) -> QuerySet[Overlay]:
    return Overlay.objects.filter(body__in=bodies_of(on, body), withdrawn_at=None)


def bodies_of(on: date, body: Unit) -> set[int]:
    """Whose word holds for a body: its own, its predecessors', that of those above."""
    return {*orgs.lineage_ids({body.pk}, on), *orgs.ids_above(body)}
