"""A document comes in as a file or as pasted text: it is read, and what was read is proposed. Nothing else is written."""

from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from typing import BinaryIO

from django.db import IntegrityError, transaction

from thidua.kit.audit import chain
from thidua.kit.files import secrecy
from thidua.kit.files import services as files
from thidua.kit.files.extract import cleaned
from thidua.kit.files.models import FileVersion
from thidua.kit.refused import Refused, refuse_if
from thidua.outlook.intake import permissions, proposing, selectors
from thidua.outlook.intake.models import Proposal, Reading
from thidua.outlook.intake.services.matching import refresh_matches
from thidua.outlook.intake.services.scanning import LONGEST, begin_scan
from thidua.reading import read
from thidua.reading.facts import Facts, as_json
from thidua.records.orgs.actors import Actor
from thidua.records.orgs.models import Unit
from thidua.vn.encodings import decode, looks_like

_NO_TEXT = (
    "Tệp “{}” không có chữ để đọc. Ghi văn bản vào sổ bằng tay rồi gắn tệp này vào, "
    "hoặc dán nội dung vào ô bên dưới."
)
_TOO_LONG = "“{}” dài hơn hai triệu chữ. Tách thành nhiều phần rồi nạp từng phần."


@dataclass(frozen=True)
class _Incoming:
    name: str
    text: str
    encoding: str = ""
    is_guessed: bool = False
    received: files.Received | None = None


def upload(name: str, data: BinaryIO | bytes, *, body: Unit, by: Actor, at: datetime) -> Reading:
    """Take a file in and read it. The same file or text again gives the reading that this body has of it.

    Outside any transaction: writing and reading a long file would hold locks.
    """
    refuse_if(permissions.why_not_read(by, body))
    received = files.receive(name, data)
    known = selectors.same_file(body, received.sha256)
    if known is not None:
        files.discard(received)
        return known
    if received.found.is_scan:
        return begin_scan(received, body=body, by=by, at=at)
    if received.state != FileVersion.TextState.READ:
        files.discard(received)
        raise Refused(received.found.note or _NO_TEXT.format(received.name))
    found = received.found
    incoming = _Incoming(received.name, found.text, found.encoding, found.guessed, received)
    return _begin(incoming, body=body, by=by, at=at)


def paste(text: str, name: str = "", *, body: Unit, by: Actor, at: datetime) -> Reading:
    """Take pasted text in and read it; letters of an old font are converted, a person then confirms them."""
    refuse_if(permissions.why_not_read(by, body))
    plain = cleaned(text)
    if not plain.strip():
        raise Refused("Chưa có chữ nào. Dán nội dung văn bản vào ô, hoặc chọn tệp.")
    refuse_if(secrecy.why_not_keep(plain))
    encoding = looks_like(plain) or ""
    incoming = _Incoming(name.strip()[:255], decode(plain) if encoding else plain, encoding, bool(encoding))
    return _begin(incoming, body=body, by=by, at=at)


def _begin(incoming: _Incoming, *, body: Unit, by: Actor, at: datetime) -> Reading:
    """Read, then keep in one short transaction; whoever sent the same text a moment before has the reading."""
    if len(incoming.text) > LONGEST:
        _forget(incoming)
        raise Refused(_TOO_LONG.format(incoming.name or "Văn bản"))
    facts = read(incoming.text)
    digest = sha256(facts.text.encode()).hexdigest()
    known = selectors.same_text(body, digest)
    if known is None:
        try:
            known = _keep(incoming, facts, digest, body=body, by=by, at=at)
        except IntegrityError:
            known = selectors.same_text(body, digest)
            if known is None:
                raise
            _forget(incoming)
            return known
        refresh_matches(known, by=by, at=at)
        return known
    _forget(incoming)
    return known


def _forget(incoming: _Incoming) -> None:
    if incoming.received is not None:
        files.discard(incoming.received)


@transaction.atomic
def _keep(incoming: _Incoming, facts: Facts, digest: str, *, body: Unit, by: Actor, at: datetime) -> Reading:
    version = files.keep(incoming.received, by=by, at=at) if incoming.received else None
    reading = Reading.objects.create(
        body=body,
        version=version,
        name=incoming.name or _name_of(facts),
        text=facts.text,
        text_sha256=digest,
        encoding=incoming.encoding if incoming.is_guessed else "",
        is_text_checked=not incoming.is_guessed,
        meta=as_json(facts.meta),
        warnings=as_json(facts.warnings),
        uploaded_by=by.user,
        uploaded_at=at,
        saved_at=at,
        saved_by=by.name[:120],
    )
    drafts = proposing.drafts_of(facts, own=selectors.is_issued_by(facts.meta.issuer, body))
    proposals = Proposal.objects.bulk_create(proposing.rows(drafts, reading=reading, saved_at=at))
    chain.record(
        "intake.upload" if version else "intake.paste",
        reading,
        by=by,
        at=at,
        text=reading.name,
        changes={"proposals": [0, len(proposals)], "text_sha256": ["", digest]},
    )
    return reading


def _name_of(facts: Facts) -> str:
    title = facts.meta.title or " ".join(facts.text[:200].split())
    return f"Chữ dán: {title}"[:255]
