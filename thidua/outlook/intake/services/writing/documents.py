"""The document that was read, what it cites, and what it was matched with, into the register."""

from thidua.outlook.intake import selectors
from thidua.outlook.intake.identities import completed, identity_of
from thidua.outlook.intake.models import Proposal
from thidua.outlook.intake.services.writing.ground import Ground
from thidua.records.register import selectors as register
from thidua.records.register import services as entering
from thidua.records.register.identity import Identity
from thidua.records.register.models import Citation, Dismissal, Document, Entry, Paper

_META, _CITATION, _MATCH = Proposal.Kind.META, Proposal.Kind.CITATION, Proposal.Kind.MATCH


def write(ground: Ground) -> Document:
    """The document of the reading, as it stands in the register afterwards."""
    return _Writer(ground).write()


class _Writer:
    def __init__(self, ground: Ground) -> None:
        self.ground, self.reading, self.body = ground, ground.reading, ground.body
        self.by, self.at, self.offices = ground.by, ground.at, ground.offices

    def write(self) -> Document:
        document = selectors.document_of(self.reading)
        for row in self.ground.of(_META):
            with self.ground.beside(row):
                document = self._head(row, document)
                self.ground.note(row, document)
        assert document is not None, "why_not_confirm holds that the head is accepted first"
        for row in self.ground.of(_CITATION):
            with self.ground.beside(row):
                self._cite(row, document)
        for row in self.ground.of(_MATCH):
            with self.ground.beside(row):
                document = self._match(row, document)
        self._turn_down()
        return document

    def _head(self, row: Proposal, document: Document | None) -> Document:
        """A new line in the register, or, where the body has the document already, its file and what it names."""
        if document is not None:
            return document
        identity = identity_of(row.fact, self.offices.of(row))
        for match in self.ground.of(_MATCH):
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
        self.ground.note(row, edge.target)
        self.ground.note(row, edge, row.spans[:1])

    def _match(self, row: Proposal, document: Document) -> Document:
        """One document instead of two, or a link; gives back the document that is read, which may be another row now."""
        fact = row.fact
        left = document if fact["left"] is None else _known(fact["left"])
        right = _known(fact["right"])
        reason = "; ".join(str(each) for each in fact["reasons"])
        if fact["kind"] == "same":
            if left.pk != right.pk:
                left = entering.merge(right, left, reason=reason, by=self.by, at=self.at)
            self.ground.note(row, left)
            return left if fact["left"] in (None, document.pk) else document
        relation = Citation.Relation.IMPLEMENTS
        edge = entering.link(left, right, relation=relation, reason=reason, by=self.by, at=self.at)
        self.ground.note(row, edge)
        return document

    def _turn_down(self) -> None:
        """Matches that the officer left out are not proposed again."""
        for row in self.ground.proposals:
            fact = row.fact
            if row.kind != _MATCH or row.decision != Proposal.Decision.REJECTED or fact["left"] is None:
                continue
            left, right = _known(fact["left"]), _known(fact["right"])
            if Dismissal.objects.filter(kind=fact["kind"], left=left, right=right).exists():
                continue
            match = register.Match(fact["kind"], left, right, tuple(fact["reasons"]), fact["score"])
            with self.ground.beside(row):
                entering.dismiss(match, by=self.by, at=self.at)


def _known(pk: int) -> Document:
    """The document, or the one that it was merged into."""
    row = Document.objects.select_related("issuer").get(pk=pk)
    while row.merged_into_id:
        row = Document.objects.select_related("issuer").get(pk=row.merged_into_id)
    return row
