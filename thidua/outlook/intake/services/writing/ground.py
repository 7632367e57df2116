"""What the writers of one confirmation share: whose it is, the offices and papers that the text names, provenance."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from functools import cached_property

from django.db.models import Model

from thidua.kit.audit import chain
from thidua.kit.refused import Refused
from thidua.outlook.intake.identities import Fact, identity_of
from thidua.outlook.intake.models import Proposal, Reading, Taken
from thidua.outlook.intake.refusals import RefusedAt
from thidua.outlook.intake.services.issuing_offices import Offices
from thidua.records.orgs.actors import Actor
from thidua.records.orgs.models import Unit
from thidua.records.register import selectors as register
from thidua.records.register.models import Document

Spans = Sequence[Sequence[int | None]]


class Ground:
    """One confirmation: keeps what was written from where."""

    def __init__(
        self, reading: Reading, proposals: list[Proposal], ready: list[Proposal], by: Actor, at: datetime
    ) -> None:
        self.reading, self.proposals, self.ready, self.by, self.at = reading, proposals, ready, by, at
        self.body: Unit = reading.body
        self._taken: dict[tuple[int, str, int | None], Taken] = {}
        head = next((row for row in proposals if row.kind == Proposal.Kind.META), None)
        self.citations = [
            row
            for row in proposals
            if row.kind == Proposal.Kind.CITATION and row.decision != Proposal.Decision.REJECTED
        ]
        day = identity_of(head.fact, None).issued_on if head else None
        named = [*self.citations, head] if head else self.citations
        self.offices = Offices(named, near=self.body, on=day, by=by, at=at)

    @property
    def taken(self) -> list[Taken]:
        return list(self._taken.values())

    def of(self, kind: str) -> list[Proposal]:
        """What is to be written of one kind."""
        return [row for row in self.ready if row.kind == kind]

    def note(self, row: Proposal, record: Model, spans: Spans | None = None) -> None:
        """Provenance: the record was taken from these places of the text."""
        key = chain.subject_key(record)
        for start, end in spans or row.spans or [[None, None]]:
            self._taken[row.pk, key, start] = Taken(
                reading=self.reading, proposal=row, subject=key, start=start, end=end, at=self.at
            )

    @contextmanager
    def beside(self, row: Proposal) -> Iterator[None]:
        """What a module refuses is told beside the card; the transaction is undone."""
        try:
            yield
        except Refused as refused:
            raise RefusedAt(row, refused) from refused

    @cached_property
    def papers(self) -> "Papers":
        """Asked for once the citations are written."""
        return Papers(self)


class Papers:
    """The documents of the register that the text names, by the way it names them."""

    def __init__(self, ground: Ground) -> None:
        rows = ground.citations
        identities = [identity_of(row.fact, ground.offices.known(row)) for row in rows]
        near = ground.offices.speaker or ground.body
        self._named = list(zip(rows, register.find_many(identities, near=near), strict=True))

    def of(self, number: str | None, date: str | None) -> Document | None:
        """The one of this number and day as printed, or as an officer corrected it; None where two fit."""
        found = {
            document.pk: document
            for row, document in self._named
            if document and number and _says(row, number, date)
        }
        return next(iter(found.values())) if len(found) == 1 else None

    def within(self, spans: Spans) -> dict[int, tuple[Proposal, Document | None]]:
        """Citation proposals that stand inside these places, with their documents."""
        return {
            row.pk: (row, document)
            for row, document in self._named
            for start, end in row.spans
            if any(low is not None and low <= start and end <= (high or 0) for low, high in spans)
        }


def _says(row: Proposal, number: str, date: str | None) -> bool:
    facts: tuple[Fact, ...] = (row.proposed, row.fact)
    return any(
        fact.get("number") == number and (date is None or fact.get("date") in (None, date)) for fact in facts
    )
