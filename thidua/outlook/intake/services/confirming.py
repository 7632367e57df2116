"""Ghi vào sổ: all accepted proposals at once, or none. What is undecided, or has no module yet, stays in the reading."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from thidua.kit.audit import chain
from thidua.kit.refused import Refused, refuse_if
from thidua.outlook.intake import permissions, selectors
from thidua.outlook.intake.identities import completed, identity_of
from thidua.outlook.intake.models import Proposal, Reading, Taken
from thidua.outlook.intake.refusals import RefusedAt
from thidua.outlook.intake.services.issuing_offices import Offices
from thidua.outlook.intake.services.matching import refresh_matches
from thidua.records.orgs.actors import Actor
from thidua.records.orgs.models import Unit
from thidua.records.register import selectors as register
from thidua.records.register import services as entering
from thidua.records.register.identity import Identity
from thidua.records.register.models import Citation, Dismissal, Document, Entry, Paper

_META, _CITATION, _MATCH = Proposal.Kind.META, Proposal.Kind.CITATION, Proposal.Kind.MATCH


@dataclass(frozen=True)
class Confirmed:
    """What one act wrote; nothing where everything accepted stood in the register already."""

    written: int
    pending: int
    document: Document | None


def confirm(
    reading: Reading, *, by: Actor, at: datetime, seen: datetime | None = None, automatic: bool = False
) -> Confirmed:
    """Write the document, its citations and the accepted matches into the register, in one transaction.

    `seen`: when the reading was saved as the officer saw it. `automatic` marks that no person has looked.
    A second click writes nothing; later decisions can be written by confirming again.
    """
    done = _confirm(reading, by=by, at=at, seen=seen, automatic=automatic)
    if done.written:
        refresh_matches(Reading.objects.select_related("body").get(pk=reading.pk), by=by, at=at)
    return done


@transaction.atomic
def _confirm(
    reading: Reading, *, by: Actor, at: datetime, seen: datetime | None, automatic: bool
) -> Confirmed:
    chain.hold()
    locked = (
        Reading.objects.select_for_update(of=("self",)).select_related("body", "version").get(pk=reading.pk)
    )
    refuse_if(permissions.why_not_change(by, locked))
    proposals = list(locked.proposals.order_by("position"))
    ready = [row for row in proposals if _is_ready(row)]
    pending = sum(row.decision == Proposal.Decision.PENDING for row in proposals)
    if not ready:
        return Confirmed(0, pending, selectors.document_of(locked))
    refuse_if(permissions.why_not_over(locked.saved_at, locked.saved_by, seen))
    head = next((row for row in proposals if row.kind == _META), None)
    refuse_if(permissions.why_not_confirm(by, locked, head))
    with chain.within("intake.confirm"):
        writer = _Writer(locked, proposals, ready, by, at)
        document = writer.write()
    Proposal.objects.filter(pk__in=[row.pk for row in ready]).update(written=True)
    Taken.objects.bulk_create(writer.taken)
    locked.state, locked.document = Reading.State.CONFIRMED, chain.subject_key(document)
    locked.is_automatic = locked.is_automatic or automatic
    locked.saved_at, locked.saved_by = at, by.name[:120]
    locked.save(update_fields=["state", "document", "is_automatic", "saved_at", "saved_by"])
    changes = {"written": [0, len(ready)], "document": ["", str(document)], "pending": [pending, pending]}
    note = "xác nhận tự động" if automatic else ""
    chain.record("intake.confirm", locked, by=by, at=at, text=locked.name, changes=changes, note=note)
    return Confirmed(len(ready), pending, document)


def _is_ready(row: Proposal) -> bool:
    accepted = row.decision == Proposal.Decision.ACCEPTED and not row.written
    return accepted and row.kind in selectors.WRITTEN_KINDS


class _Writer:
    """One confirmation: keeps what was written from where."""

    def __init__(
        self, reading: Reading, proposals: list[Proposal], ready: list[Proposal], by: Actor, at: datetime
    ) -> None:
        self.reading, self.proposals, self.ready, self.by, self.at = reading, proposals, ready, by, at
        self.body: Unit = reading.body
        self.taken: list[Taken] = []
        head = next((row for row in proposals if row.kind == _META), None)
        named = [row for row in ready if row.kind == _CITATION] + ([head] if head else [])
        day = identity_of(head.fact, None).issued_on if head else None
        self.offices = Offices(named, near=self.body, on=day, by=by, at=at)

    def write(self) -> Document:
        document = selectors.document_of(self.reading)
        for row in self._of(_META):
            with _beside(row):
                document = self._head(row, document)
                self._note(row, document)
        assert document is not None, "why_not_confirm holds that the head is accepted first"
        for row in self._of(_CITATION):
            with _beside(row):
                self._cite(row, document)
        for row in self._of(_MATCH):
            with _beside(row):
                document = self._match(row, document)
        self._turn_down()
        return document

    def _of(self, kind: str) -> list[Proposal]:
        return [row for row in self.ready if row.kind == kind]

    def _head(self, row: Proposal, document: Document | None) -> Document:
        """A new line in the register, or, where the body has the document already, its file and what it names."""
        if document is not None:
            return document
        identity = identity_of(row.fact, self.offices.of(row))
        for match in self._of(_MATCH):
            if match.fact["kind"] == "same" and match.fact["left"] is None:
                identity = completed(identity, _known(match.fact["right"]))
        direction = str(row.fact.get("direction") or Entry.Direction.IN)
        if direction == Entry.Direction.DRAFT:
            return self._draft(identity)
        known = register.find(identity, near=self.body)
        if known is not None and known.entries.filter(body=self.body).exists():
            return self._attach(known)
        entry = entering.enter(
            identity,
            body=self.body,
            direction=direction,
            by=self.by,
            at=self.at,
            version=self.reading.version,
            arrival_number=row.fact.get("arrival_number") or "",
            received_on=identity_of({"date": row.fact.get("received_on")}, None).issued_on,
            origin=Document.Origin.FILE,
        )
        return entry.document

    def _draft(self, identity: Identity) -> Document:
        origin = Document.Origin.FILE
        return self._attach(entering.draft(identity, body=self.body, origin=origin, by=self.by, at=self.at))

    def _attach(self, document: Document) -> Document:
        if self.reading.version is not None:
            entering.attach(
                document, version=self.reading.version, part=Paper.Part.MAIN, by=self.by, at=self.at
            )
        return document

    def _cite(self, row: Proposal, document: Document) -> None:
        reported = document.type == "bao_cao"
        edge = entering.cite(
            document,
            identity_of(row.fact, self.offices.of(row)),
            relation=row.fact.get("relation") or Citation.Relation.CITES,
            printed=str(row.fact.get("as_printed") or ""),
            reason=row.fact.get("relation_why") or "",
            origin=Document.Origin.REPORTED if reported else Document.Origin.CITED,
            by=self.by,
            at=self.at,
        )
        self._note(row, edge.target)
        self._note(row, edge, first_only=True)

    def _match(self, row: Proposal, document: Document) -> Document:
        """One document instead of two, or a link; gives back the document that is read, which may be another row now."""
        fact = row.fact
        left = document if fact["left"] is None else _known(fact["left"])
        right = _known(fact["right"])
        reason = "; ".join(str(each) for each in fact["reasons"])
        if fact["kind"] == "same":
            if left.pk != right.pk:
                left = entering.merge(right, left, reason=reason, by=self.by, at=self.at)
            self._note(row, left)
            return left if fact["left"] in (None, document.pk) else document
        relation = Citation.Relation.IMPLEMENTS
        edge = entering.link(left, right, relation=relation, reason=reason, by=self.by, at=self.at)
        self._note(row, edge)
        return document

    def _turn_down(self) -> None:
        """Matches that the officer left out are not proposed again."""
        for row in self.proposals:
            fact = row.fact
            if row.kind != _MATCH or row.decision != Proposal.Decision.REJECTED or fact["left"] is None:
                continue
            left, right = _known(fact["left"]), _known(fact["right"])
            if Dismissal.objects.filter(kind=fact["kind"], left=left, right=right).exists():
                continue
            match = register.Match(fact["kind"], left, right, tuple(fact["reasons"]), fact["score"])
            with _beside(row):
                entering.dismiss(match, by=self.by, at=self.at)

    def _note(self, row: Proposal, record: Document | Citation, *, first_only: bool = False) -> None:
        """Provenance: the record was taken from these places of the text."""
        key = chain.subject_key(record)
        spans = (row.spans[:1] if first_only else row.spans) or [[None, None]]
        for start, end in spans:
            self.taken.append(
                Taken(reading=self.reading, proposal=row, subject=key, start=start, end=end, at=self.at)
            )


@contextmanager
def _beside(row: Proposal) -> Iterator[None]:
    """What the register refuses is told beside the card; the transaction is undone."""
    try:
        yield
    except Refused as refused:
        raise RefusedAt(row, refused) from refused


def _known(pk: int) -> Document:
    """The document, or the one that it was merged into."""
    row = Document.objects.select_related("issuer").get(pk=pk)
    while row.merged_into_id:
        row = Document.objects.select_related("issuer").get(pk=row.merged_into_id)
    return row
