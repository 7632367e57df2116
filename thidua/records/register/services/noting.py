"""A paper that a record of ours rests on, though no register here holds it."""

from datetime import datetime

from django.db import transaction

from thidua.kit.audit import chain
from thidua.kit.refused import Refused, refuse_if
from thidua.records.orgs.actors import Actor
from thidua.records.orgs.models import Unit
from thidua.records.register import permissions, rows, selectors
from thidua.records.register.identity import Identity
from thidua.records.register.models import Document
from thidua.vn.dates import cited_date


@transaction.atomic
def note_paper(identity: Identity, *, near: Unit, why: str, by: Actor, at: datetime) -> Document:
    """The document that this identity names, seen from the body `near`; where none is known, a stub of it."""
    refuse_if(permissions.why_not_write(by, near))
    chain.hold()
    if not identity.key:
        raise Refused("Nhập số, ký hiệu của văn bản.")
    if identity.issued_on and identity.issued_on > by.on:
        raise Refused(f"Ngày ký sau ngày hôm nay ({cited_date(by.on)}). Kiểm tra lại ngày.")
    document = selectors.find(identity, near=near)
    if document is None:
        document = rows.make(identity, origin=Document.Origin.TYPED, at=at, is_stub=True)
        document.save()
        chain.record("register.stub", document, by=by, at=at, text=str(document), note=why)
    return document
