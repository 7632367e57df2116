"""Papers that records of ours rest on, though no register here holds them."""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime

from django.db import transaction

from thidua.kit.audit import chain
from thidua.kit.refused import refuse_if
from thidua.records.orgs.actors import Actor
from thidua.records.orgs.models import Unit
from thidua.records.register import permissions, rows, selectors
from thidua.records.register.identity import Identity
from thidua.records.register.models import Document

_AT_ONCE = 500


@transaction.atomic
def note_paper(identity: Identity, *, near: Unit, why: str, by: Actor, at: datetime) -> Document:
    """The document that this identity names, seen from the body `near`; where none is known, a stub of it."""
    refuse_if(permissions.why_not_note(by, identity, near))
    chain.hold()
    document = selectors.find(identity, near=near)
    if document is None:
        document = rows.make(identity, origin=Document.Origin.TYPED, at=at, is_stub=True)
        document.save()
        chain.record("register.stub", document, by=by, at=at, text=str(document), note=why)
    return document


@transaction.atomic
def note_papers(
    identities: Sequence[Identity], *, near: Unit, why: str, by: Actor, at: datetime
) -> tuple[dict[Identity, Document], list[Document]]:
    """`note_paper` for many: each identity with its document, and those of them that are new stubs; one line for all.

    Writings that may be of one paper are looked at one after the other, as one by one they would be; else the number of
    queries does not follow the papers.
    """
    for identity in identities:
        refuse_if(permissions.why_not_note(by, identity, near))
    chain.hold()
    found: dict[Identity, Document] = {}
    new: list[Document] = []
    waiting = list(dict.fromkeys(identities))
    while waiting:
        known = dict(zip(waiting, selectors.find_many(waiting, near=near), strict=True))
        found |= {identity: row for identity, row in known.items() if row is not None}
        unknown = [identity for identity in waiting if known[identity] is None]
        first = list(_apart(unknown))
        made = [rows.make(identity, origin=Document.Origin.TYPED, at=at, is_stub=True) for identity in first]
        new += Document.objects.bulk_create(made, _AT_ONCE)
        found |= dict(zip(first, made, strict=True))
        waiting = [identity for identity in unknown if identity not in found]
    if new:
        digest = hashlib.sha256("\n".join(map(str, new)).encode()).hexdigest()
        changes = {"papers": [0, len(new)], "digest": ["", digest]}
        text = f"{len(new)} văn bản"
        chain.record(
            "register.stub_many", "register.Document:", by=by, at=at, text=text, changes=changes, note=why
        )
    return found, new


def _apart(identities: Iterable[Identity]) -> Iterator[Identity]:
    """Those that can be no writing of one before them: number or day differ."""
    taken: dict[str, set[date | None]] = {}
    for identity in identities:
        days = taken.setdefault(identity.key, set())
        if not days or (identity.issued_on and not days & {None, identity.issued_on}):
            yield identity
        days.add(identity.issued_on)
