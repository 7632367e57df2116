"""Documents come into the register of a body; papers are attached."""

from dataclasses import replace
from datetime import date, datetime

from django.db import transaction

from thidua.kit.audit import chain
from thidua.kit.files.models import FileVersion
from thidua.kit.refused import Refused, refuse_if
from thidua.records.orgs.actors import Actor
from thidua.records.orgs.models import Unit
from thidua.records.register import numbering, permissions, rows, selectors
from thidua.records.register.identity import Identity, as_printed
from thidua.records.register.models import Document, Entry, Paper
from thidua.records.register.refusals import InTheWay
from thidua.vn.dates import cited_date

FIRST_YEAR = 1900
NUMBER = 60
"""Letters of a number at most."""


@transaction.atomic
def enter(
    identity: Identity,
    *,
    body: Unit,
    direction: str,
    by: Actor,
    at: datetime,
    version: FileVersion | None = None,
    arrival_number: str = "",
    received_on: date | None = None,
    origin: str = Document.Origin.TYPED,
    effective_on: date | None = None,
    expires_on: date | None = None,
    next_number: bool = False,
) -> Entry:
    """Put a document into the register of `body` as arrived (`den`) or sent (`di`).

    The document that the identity names is used again, a stub becomes a held one. `next_number` takes a series' next
    number. Refused: a second line of the same body, a number in use, a day to come.
    """
    refuse_if(permissions.why_not_write(by, body))
    chain.hold()
    if direction == Entry.Direction.OUT and identity.issuer is None:
        identity = replace(identity, issuer=body)
    refuse_if(_why_not_enter(identity, body, direction, received_on, by.on))
    document, changes = _document_of(identity, body, origin, at)
    if direction == Entry.Direction.OUT and (identity.number or next_number):
        typed = None if next_number else document.number
        numbering.place(document, typed, issued_on=document.issued_on or by.on, today=by.on)
    document.effective_on = effective_on or document.effective_on
    document.expires_on = expires_on or document.expires_on
    document.is_stub = False
    document.save()
    line = {"arrival_number": arrival_number.strip(), "received_on": received_on, "entered_at": at}
    entry = Entry.objects.create(document=document, body=body, direction=direction, **line)
    told = changes | {"direction": ["", direction]}
    chain.record("register.enter", document, by=by, at=at, text=str(document), changes=told, note=body.name)
    if version:
        attach(document, version=version, part=Paper.Part.MAIN, by=by, at=at)
    return entry


def _why_not_enter(
    identity: Identity, body: Unit, direction: str, received_on: date | None, today: date
) -> list[str]:
    if direction not in (Entry.Direction.IN, Entry.Direction.OUT):
        return ["Chọn văn bản đến hoặc văn bản đi. Dự thảo thì dùng “Soạn văn bản”."]
    if not identity.key and not identity.title.strip():
        return ["Nhập số, ký hiệu; văn bản không có số thì nhập trích yếu."]
    if identity.issued_on and identity.issued_on.year < FIRST_YEAR:
        return [f"Ngày ký ở năm {identity.issued_on.year}, trước mọi văn bản. Kiểm tra lại năm."]
    if len(as_printed(identity.number)) > NUMBER:
        return [f"Số, ký hiệu dài quá {NUMBER} chữ. Chỉ ghi số và ký hiệu, phần còn lại ghi ở trích yếu."]
    if identity.issued_on and identity.issued_on > today:
        return [f"Ngày ký sau ngày hôm nay. Nhập theo dạng ngày/tháng/năm, ví dụ {cited_date(today)}."]
    if received_on and received_on > today:
        return ["Ngày đến sau ngày hôm nay. Kiểm tra lại ngày đến."]
    if received_on and identity.issued_on and received_on < identity.issued_on:
        return [
            f"Ngày đến {cited_date(received_on)} trước ngày ban hành {cited_date(identity.issued_on)}. "
            "Kiểm tra lại hai ngày."
        ]
    issuer_body = identity.issuer.body if identity.issuer else None
    if direction == Entry.Direction.OUT and issuer_body != body:
        return [
            f"Văn bản đi do {body.name} hoặc phòng, hội đồng của cơ quan ban hành. Kiểm tra nơi ban hành."
        ]
    return []


def _refuse_second(document: Document, body: Unit) -> None:
    line = Entry.objects.filter(document=document, body=body).first()
    if line is None:
        return
    day = f" ngày {cited_date(document.issued_on)}" if document.issued_on else ""
    where = f"sổ {line.get_direction_display().lower()} của {body.short_name or body.name}"
    arrival = f", số đến {line.arrival_number}" if line.arrival_number else ""
    raise InTheWay(f"{document}{day} đã ở {where}{arrival}. Mở văn bản đó để bổ sung.", document)


def _document_of(
    identity: Identity, body: Unit, origin: str, at: datetime
) -> tuple[Document, dict[str, list[str]]]:
    """The row to enter: a new one, or the known one with its gaps filled (over what only a citation had said)."""
    document = selectors.find(identity, near=body)
    if document is None:
        return rows.make(identity, origin=origin, at=at), {}
    _refuse_second(document, body)
    was_cited = document.is_stub
    changes = rows.fill(document, identity, overwrite=was_cited)
    if was_cited:
        document.origin = origin
    return document, changes


@transaction.atomic
def attach(document: Document, *, version: FileVersion, part: str, by: Actor, at: datetime) -> Paper:
    """Make a stored file a paper of the document; a further version of a file that is one already only leaves its trace."""
    refuse_if(permissions.why_not_edit(by, document))
    paper = Paper.objects.filter(file=version.file_id).select_related("document").first()
    if paper is not None and paper.document_id != document.pk:
        raise Refused(f"Tệp “{version.name}” đã thuộc {paper.document}. Tải tệp lên lại cho văn bản này.")
    if paper is None:
        paper = Paper.objects.create(document=document, file=version.file, part=part)
    chain.record(
        "register.attach",
        document,
        by=by,
        at=at,
        text=str(document),
        changes={"paper": ["", f"{paper.get_part_display()}: {version.name} (bản {version.number})"]},
    )
    return paper
