"""A scan comes in without text: it is kept at once; its text is recognised in the background, or typed by a person."""

from dataclasses import replace
from datetime import datetime
from hashlib import sha256

from django.db import IntegrityError, transaction

from thidua.kit.audit import chain
from thidua.kit.files import ocr, scans, secrecy
from thidua.kit.files import services as files
from thidua.kit.jobs import services as jobs
from thidua.kit.jobs.models import Job
from thidua.kit.refused import Refused, refuse_if
from thidua.outlook.intake import permissions, proposing, selectors
from thidua.outlook.intake.models import Proposal, Reading
from thidua.outlook.intake.proposing import doubts
from thidua.reading import read
from thidua.reading.facts import Facts, as_json
from thidua.records.orgs.actors import Actor
from thidua.records.orgs.models import Unit
from thidua.vn.fold import nfc

LONGEST = 2_000_000
"""Characters of one document; some six hundred pages."""
_SCAN = Reading.State.SCAN
_MANY = "Bản quét có {} trang, nhiều hơn {} trang. Tách thành nhiều tệp rồi tải từng tệp."
_NOTHING = (
    "Không nhận ra chữ nào trong bản quét. Quét lại rõ hơn (300 điểm một inch), hoặc dán nội dung văn bản."
)
_SAME = "Chữ này trùng với bản đọc “{}” đã có. Mở bản đọc đó, và hủy bản quét này."


def begin_scan(received: files.Received, *, body: Unit, by: Actor, at: datetime) -> Reading:
    """Keep a scan that has just come in; where Tesseract is, recognition begins in the same transaction."""
    pages = received.found.pages or 0
    if pages > ocr.PAGES:
        files.discard(received)
        raise Refused(_MANY.format(pages, ocr.PAGES))
    can_begin = not ocr.why_not()
    try:
        return _keep(received, can_begin, body=body, by=by, at=at)
    except IntegrityError:
        known = selectors.same_file(body, received.sha256)
        if known is None:
            raise
        files.discard(received)
        return known


@transaction.atomic
def _keep(received: files.Received, can_begin: bool, *, body: Unit, by: Actor, at: datetime) -> Reading:
    chain.hold()
    reading = Reading.objects.create(
        body=body,
        version=files.keep(received, by=by, at=at),
        name=received.name,
        text="",
        # Until there is a text the file stands for it: the same scan twice is one reading.
        text_sha256=received.sha256,
        is_text_checked=False,
        meta={},
        state=_SCAN,
        uploaded_by=by.user,
        uploaded_at=at,
        saved_at=at,
        saved_by=by.name[:120],
    )
    chain.record("intake.upload", reading, by=by, at=at, text=reading.name, note="bản quét")
    if can_begin:
        _start(reading, by, at)
    return reading


def recognise(reading: Reading, *, by: Actor, at: datetime) -> Job:
    """Begin recognition, or go on after it was stopped; pages that are there are not done again.

    While it goes on, the job that is there is given back.
    """
    reason = ocr.why_not()
    refuse_if([reason] if reason else [])
    with transaction.atomic():
        chain.hold()
        locked = _locked(reading)
        refuse_if(permissions.why_not_fill(by, locked))
        going = Job.objects.filter(once=selectors.once_of(locked), state__in=Job.OPEN).first()
        if going is not None:
            return going
        chain.record("intake.recognise", locked, by=by, at=at, text=locked.name)
        return _start(locked, by, at)


def _start(reading: Reading, by: Actor, at: datetime) -> Job:
    return jobs.start(
        "intake.scan",
        by=by,
        at=at,
        title=f"Nhận dạng chữ bản quét “{reading.name}”",
        args={"reading": reading.pk},
        body=str(reading.body_id),
        once=selectors.once_of(reading),
    )


def read_scan(reading: Reading, *, by: Actor, at: datetime) -> Reading:
    """All pages are recognised: read them as one text. Nothing happens where that was done, or the reading given up."""
    whole = scans.whole(reading.version)
    if not whole.text.strip():
        raise Refused([_NOTHING, *(f"Trang {number} {fault}." for number, fault in whole.faults[:5])])
    facts = read(whole.text)
    facts = replace(facts, warnings=(*facts.warnings, *doubts.warnings_of(whole)))
    return _fill(reading, facts, "intake.read_scan", by=by, at=at)


def type_scan(reading: Reading, text: str, *, by: Actor, at: datetime) -> Reading:
    """A person gives the text of a scan instead."""
    refuse_if(permissions.why_not_fill(by, reading))
    plain = nfc(text).replace("\r\n", "\n").replace("\x00", "")
    if not plain.strip():
        raise Refused("Chưa có chữ nào. Dán nội dung của bản quét vào ô.")
    if len(plain) > LONGEST:
        raise Refused("Nội dung dài hơn hai triệu chữ. Tách bản quét thành nhiều tệp rồi nạp từng tệp.")
    refuse_if(secrecy.why_not_keep(plain))
    return _fill(reading, read(plain), "intake.type_scan", by=by, at=at)


@transaction.atomic
def _fill(reading: Reading, facts: Facts, verb: str, *, by: Actor, at: datetime) -> Reading:
    """The text has come: the reading opens like any other. A recognised one waits until a person has looked at it."""
    chain.hold()
    locked = _locked(reading)
    if locked.state != _SCAN:
        return locked
    typed = verb == "intake.type_scan"
    digest = sha256(facts.text.encode()).hexdigest()
    known = selectors.same_text(locked.body, digest)
    if known is not None:
        raise Refused(_SAME.format(known.name))
    if not typed:
        scans.settle(locked.version, facts.text)
    locked.text, locked.text_sha256 = facts.text, digest
    locked.meta, locked.warnings = as_json(facts.meta), as_json(facts.warnings)
    locked.state, locked.is_text_checked = Reading.State.OPEN, typed
    locked.saved_at, locked.saved_by = at, by.name[:120]
    locked.save()
    found = proposing.drafts_of(facts, own=selectors.is_issued_by(facts.meta.issuer, locked.body))
    drafts = doubts.lowered(found, facts.warnings)
    proposals = Proposal.objects.bulk_create(proposing.rows(drafts, reading=locked, saved_at=at))
    changes = {"proposals": [0, len(proposals)], "text_sha256": ["", digest]}
    chain.record(verb, locked, by=by, at=at, text=locked.name, changes=changes)
    return locked


@transaction.atomic
def forget_scan(reading: Reading, *, by: Actor, at: datetime) -> Reading:
    """A stamp of secrecy was recognised: the file goes, what was read of it too; that it was here stays on record."""
    chain.hold()
    locked = _locked(reading)
    version, locked.version = locked.version, None
    locked.state = Reading.State.DISCARDED
    locked.saved_at, locked.saved_by = at, by.name[:120]
    locked.save(update_fields=["version", "state", "saved_at", "saved_by"])
    if version is not None:
        files.forget(version)
    chain.record("intake.forget_scan", locked, by=by, at=at, text=locked.name)
    return locked


def _locked(reading: Reading) -> Reading:
    rows = Reading.objects.select_for_update(of=("self",)).select_related("body", "version")
    return rows.get(pk=reading.pk)
