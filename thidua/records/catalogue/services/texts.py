"""The text itself comes to hand: a document of the register with its file, found there or entered."""

from datetime import datetime

from django.db import transaction

from thidua.kit.audit import chain
from thidua.kit.files import services as files
from thidua.kit.files.services import Received
from thidua.kit.refused import Refused, refuse_if
from thidua.records.catalogue import permissions
from thidua.records.orgs.actors import Actor
from thidua.records.orgs.models import Unit
from thidua.records.register import selectors as register
from thidua.records.register import services as registering
from thidua.records.register.identity import Identity
from thidua.records.register.models import Document, Entry, Paper


@transaction.atomic
def bring_text(identity: Identity, *, received: Received, body: Unit, by: Actor, at: datetime) -> Document:
    """The document of this identity with the received file as its paper; entered where the body's register lacks it.

    Refused: no number, no right to the register, a second document of another identity.
    """
    refuse_if(permissions.why_not_verify(by, body))
    chain.hold()
    if not identity.key:
        raise Refused("Nhập số, ký hiệu của văn bản.")
    found = register.find(identity, near=body)
    if found is not None and Entry.objects.filter(document=found, body=body).exists():
        if Paper.objects.filter(document=found, file__versions__sha256=received.sha256).exists():
            files.discard(received)
            return found
        version = files.keep(received, by=by, at=at)
        registering.attach(found, version=version, part=Paper.Part.MAIN, by=by, at=at)
        return found
    version = files.keep(received, by=by, at=at)
    own = identity.issuer is not None and identity.issuer.body == body
    direction = Entry.Direction.OUT if own else Entry.Direction.IN
    entry = registering.enter(identity, body=body, direction=direction, version=version, by=by, at=at)
    return entry.document
