"""A document that is being written: begun, moved along its way, issued."""

from dataclasses import replace as changed
from datetime import date, datetime

from django.db import transaction

from thidua.kit.audit import chain
from thidua.kit.refused import refuse_if
from thidua.records.orgs.actors import Actor
from thidua.records.orgs.models import Unit
from thidua.records.register import numbering, permissions, rows, workflow
from thidua.records.register.identity import Identity
from thidua.records.register.models import Citation, Document, Entry
from thidua.records.register.services.citing import cite, link
from thidua.vn.dates import cited_date


@transaction.atomic
def draft(
    identity: Identity,
    *,
    body: Unit,
    by: Actor,
    at: datetime,
    due_on: date | None = None,
    implements: Document | None = None,
    replaces: Document | None = None,
    origin: str = Document.Origin.TYPED,
) -> Document:
    """Begin a document of `body` (or of its room, council): no number and no date until it is issued.

    `implements` names the superior's document that it concretises, `replaces` the one that it will end.
    """
    refuse_if(permissions.why_not_write(by, body))
    issuer = identity.issuer or body
    if not identity.title.strip() or not identity.type_code:
        refuse_if(["Chọn loại văn bản và nhập trích yếu."])
    if issuer.body != body:
        refuse_if(
            [f"Dự thảo do {body.name} hoặc phòng, hội đồng của cơ quan ban hành. Kiểm tra nơi ban hành."]
        )
    chain.hold()
    named = changed(identity, number="", issued_on=None, issuer=issuer)
    document = rows.make(named, origin=origin, at=at, state=Document.State.DRAFT, due_on=due_on)
    document.save()
    Entry.objects.create(document=document, body=body, direction=Entry.Direction.DRAFT, entered_at=at)
    chain.record("register.draft", document, by=by, at=at, text=str(document), note=body.name)
    if implements is not None:
        link(document, implements, relation=Citation.Relation.IMPLEMENTS, by=by, at=at)
    if replaces is not None:
        link(document, replaces, relation=Citation.Relation.REPLACES, by=by, at=at)
    return document


@transaction.atomic
def advance(document: Document, step: str, *, by: Actor, at: datetime, note: str = "") -> Document:
    """Take one step of the document's way ("submit", "send_back", …). Issuing gives a number: see `issue`."""
    way = workflow.of(document)
    if step == "issue":
        refuse_if(["Phát hành thì phải có số và ngày: dùng “Cho số, phát hành”."])
    chain.hold()
    return way.move(document, step, by=by, at=at, note=note)


@transaction.atomic
def issue(
    document: Document,
    *,
    number: str | None,
    issued_on: date,
    by: Actor,
    at: datetime,
    signer: str = "",
    signer_title: str = "",
) -> Document:
    """Number and date, from the clerk's book (`number`) or the next of a series that gives them (None); then it is out.

    Two officers at once: the row of the series is locked, the second one is told who has the number.
    """
    way = workflow.of(document)
    refuse_if(way.why_not(document, "issue", by=by))
    chain.hold()
    fresh = Document.objects.select_for_update(of=("self",)).select_related("issuer").get(pk=document.pk)
    numbering.place(fresh, number, issued_on=issued_on, today=by.on)
    fresh.signer = signer.strip() or fresh.signer
    fresh.signer_title = signer_title.strip() or fresh.signer_title
    fresh.due_on = None
    fresh.save()
    changes = {"number": ["", fresh.number], "issued_on": ["", cited_date(issued_on)]}
    fresh = way.move(document, "issue", by=by, at=at, changes=changes)
    Entry.objects.filter(document=fresh, direction=Entry.Direction.DRAFT).update(
        direction=Entry.Direction.OUT, entered_at=at
    )
    for edge in Citation.objects.filter(source=fresh, relation=Citation.Relation.REPLACES).select_related(
        "target"
    ):
        cite(fresh, edge.target, relation=Citation.Relation.REPLACES, by=by, at=at)
    return fresh
