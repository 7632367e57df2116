"""The steps of a report: shown to the leadership, approved, numbered and sent, given back."""

from datetime import date, datetime

from django.db import transaction

from thidua.kit.audit import chain
from thidua.kit.files import services as files
from thidua.kit.files.services import Received
from thidua.kit.refused import Refused, refuse_if
from thidua.outlook.reports import rows
from thidua.outlook.reports.models import Report
from thidua.outlook.reports.workflow import WAY
from thidua.records.orgs.actors import Actor
from thidua.records.orgs.typed import tidy
from thidua.records.register import services as register
from thidua.records.register.identity import Identity
from thidua.records.register.models import Citation, Entry, Topic


@transaction.atomic
def advance(report: Report, step: str, *, by: Actor, at: datetime, note: str = "") -> Report:
    """Take one step ("submit", "approve", "send_back", …). Issuing gives a number: see `issue`."""
    if step == "issue":
        refuse_if(["Phát hành thì phải có số và ngày: dùng “Cho số, phát hành”."])
    chain.hold()
    if step == "submit" and report.gaps and not tidy(note):
        refuse_if(WAY.why_not(report, step, by=by))
        raise Refused(f"Còn {report.gaps} chỗ thiếu. Bổ sung, hoặc ghi lý do trình khi còn thiếu.")
    return WAY.move(report, step, by=by, at=at, note=tidy(note))


@transaction.atomic
def issue(
    report: Report,
    paper: Received,
    *,
    number: str,
    issued_on: date,
    by: Actor,
    at: datetime,
    signer: str = "",
    signer_title: str = "",
) -> Report:
    """Into the register as sent, with the printed file, and to whom it is addressed; all of it or nothing.

    `paper` is the file with this very number and date, made before: nothing is rendered inside a transaction.
    """
    refuse_if(WAY.why_not(report, "issue", by=by))
    chain.hold()
    row = rows.locked(report)
    identity = Identity(
        type="bao_cao",
        number=number,
        issued_on=issued_on,
        issuer=row.body,
        title=row.title,
        signer=signer,
        signer_title=signer_title,
        topic=Topic.REPORTING,
    )
    with chain.within("reports.issue"):
        version = files.keep(paper, by=by, at=at)
        entry = register.enter(
            identity, body=row.body, direction=Entry.Direction.OUT, version=version, by=by, at=at
        )
        if row.request is not None:
            register.cite(entry.document, row.request, relation=Citation.Relation.ANSWERS, by=by, at=at)
    row.document = entry.document
    rows.touched(row, by=by, at=at)
    told = {"document": ["", str(entry.document)], "issued_on": issued_on}
    return WAY.move(row, "issue", by=by, at=at, changes=told)
