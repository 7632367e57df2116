"""The law book that holds for a body: the installation's, with what its superiors and itself laid over it."""

import json
from datetime import date
from functools import lru_cache

from django.db.models import QuerySet

from thidua.law.book import Book, load
from thidua.records.catalogue.models import Overlay
from thidua.records.orgs import selectors as orgs
from thidua.records.orgs.actors import Actor
from thidua.records.orgs.models import Unit


def book(on: date, body: Unit | None) -> Book:
    """The nearest body's word is the last; of one body the newest."""
    if body is None:
        return load()
    rows = sorted(_of(on, body).select_related("body"), key=lambda row: (len(row.body.path), row.pk))
    return _laid(tuple(json.dumps(row.content, sort_keys=True) for row in rows))


@lru_cache(maxsize=64)
def _laid(contents: tuple[str, ...]) -> Book:
    """Keyed by what is laid, so that bodies under the same superior share one book."""
    return load().with_overlays([row for content in contents for row in json.loads(content)])


def overlay_of(entry: str, on: date, body: Unit | None) -> Overlay | None:
    """The statement that an entry of the book of this body rests on."""
    if body is None:
        return None
    rows = _of(on, body).filter(entry=entry).select_related("body", "document")
    return max(rows, key=lambda row: (len(row.body.path), row.pk), default=None)


def visible_to(actor: Actor) -> QuerySet[Overlay]:
    """What one's own body and those above it stated, withdrawn ones too."""
    rows = Overlay.objects.select_related("body", "document")
    if actor.is_system:
        return rows
    return rows.filter(body__in=_bodies(actor.on, actor.body)) if actor.body else rows.none()


def _of(on: date, body: Unit) -> QuerySet[Overlay]:
    return Overlay.objects.filter(body__in=_bodies(on, body), withdrawn_at=None)


def _bodies(on: date, body: Unit) -> set[int]:
    return {*orgs.lineage_ids({body.pk}, on), *orgs.ids_above(body)}
