"""How a statement comes to lie over the book of a body, with its trace."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from thidua.kit.audit import chain
from thidua.law.book import Book
from thidua.records.catalogue.models import Overlay
from thidua.records.catalogue.rows import Ground, loaded, replace, source_of
from thidua.records.orgs.actors import Actor
from thidua.records.orgs.models import Unit


def lay(
    kind: str,
    rows: Sequence[dict[str, Any]],
    name: str,
    ground: Ground,
    *,
    book: Book,
    body: Unit,
    by: Actor,
    at: datetime,
    changes: Mapping[str, Any],
    fields: Mapping[str, str] | None = None,
) -> Overlay:
    """Take the place of what the body said of this entry before, and leave the trace. `rows[0]` is the entry itself."""
    content = [*source_of(ground.document, rows[0], book), *rows]
    loaded(content, book, fields=fields or {})
    overlay = replace(kind, content, name, ground, body=body, stated_by=by.name, at=at)
    verb = "catalogue.verify" if kind == Overlay.Kind.CHECKED else "catalogue.state"
    said = {"document": ["", str(ground.document)], **changes}
    chain.record(verb, overlay, by=by, at=at, text=overlay.name, changes=said, note=overlay.note)
    return overlay
