"""Documents for tests, made by the verbs that officers use."""

from datetime import UTC, date, datetime
from typing import Any

from thidua.records.orgs.actors import Actor, system
from thidua.records.orgs.models import Unit
from thidua.records.register import rows, services
from thidua.records.register.identity import Identity
from thidua.records.register.models import Document, Entry

TODAY = date(2024, 6, 12)
NOW = datetime(2024, 6, 12, 2, 30, tzinfo=UTC)
SYSTEM = system(TODAY)


def identity(
    number: str = "",
    issued_on: date | None = None,
    issuer: Unit | None = None,
    title: str = "",
    *,
    type: str = "",
    **more: Any,
) -> Identity:
    return Identity(type=type, number=number, issued_on=issued_on, issuer=issuer, title=title, **more)


def entered(
    named: Identity, body: Unit, direction: str = "den", *, by: Actor = SYSTEM, **more: Any
) -> Document:
    return services.enter(named, body=body, direction=direction, by=by, at=NOW, **more).document


def sent(named: Identity, *, by: Actor = SYSTEM, **more: Any) -> Document:
    """Issued by a body of this installation, in its own register."""
    assert named.issuer is not None
    assert named.issuer.body is not None
    return entered(named, named.issuer.body, Entry.Direction.OUT, by=by, **more)


def stub(named: Identity) -> Document:
    row = rows.make(named, origin=Document.Origin.CITED, at=NOW, is_stub=True)
    row.save()
    return row
