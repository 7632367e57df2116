"""Opinions on drafts, both ways: asked of others on ours, asked of us on theirs."""

from datetime import date, datetime

from django.db import transaction

from thidua.kit.audit import chain
from thidua.kit.refused import Refused, refuse_if
from thidua.records.orgs.actors import Actor
from thidua.records.orgs.models import Unit
from thidua.records.register import permissions
from thidua.records.register.models import Consultation, Document
from thidua.vn.dates import cited_date


@transaction.atomic
def ask_opinion(
    document: Document,
    *,
    of: Unit,
    asked_on: date,
    due_on: date | None = None,
    due_as_printed: str = "",
    by: Actor,
    at: datetime,
) -> Consultation:
    """Note that a body was asked for its opinion on our draft, until when."""
    refuse_if(permissions.why_not_draft_edit(by, document))
    body = permissions.drafting_body(document)
    assert body is not None
    _refuse_days(asked_on, due_on, by.on)
    return _open(Consultation.Way.ASKED, document, body, of, asked_on, due_on, due_as_printed, by, at)


@transaction.atomic
def be_asked(
    document: Document,
    *,
    body: Unit,
    asker: Unit,
    asked_on: date,
    due_on: date | None = None,
    due_as_printed: str = "",
    by: Actor,
    at: datetime,
) -> Consultation:
    """Note that `body` was asked for its opinion by the letter `document`, until when."""
    refuse_if(permissions.why_not_write(by, body))
    if not document.entries.filter(body=body).exists():
        raise Refused("Ghi văn bản xin ý kiến vào sổ đến trước, rồi ghi hạn trả lời.")
    _refuse_days(asked_on, due_on, by.on)
    return _open(Consultation.Way.ANSWERED, document, body, asker, asked_on, due_on, due_as_printed, by, at)


def _refuse_days(asked_on: date, due_on: date | None, today: date) -> None:
    if asked_on > today:
        raise Refused("Ngày hỏi sau ngày hôm nay. Kiểm tra lại ngày hỏi.")
    if due_on and due_on < asked_on:
        raise Refused(
            f"Hạn trả lời {cited_date(due_on)} trước ngày hỏi {cited_date(asked_on)}. Kiểm tra lại hai ngày."
        )


def _open(
    way: str,
    document: Document,
    body: Unit,
    other: Unit,
    asked_on: date,
    due_on: date | None,
    due_as_printed: str,
    by: Actor,
    at: datetime,
) -> Consultation:
    chain.hold()
    known = Consultation.objects.filter(way=way, document=document, body=body, other=other).first()
    if known is not None:
        raise Refused(f"{other.name} đã có trong danh sách, hỏi ngày {cited_date(known.asked_on)}.")
    row = Consultation.objects.create(
        way=way,
        document=document,
        body=body,
        other=other,
        asked_on=asked_on,
        due_on=due_on,
        due_as_printed=due_as_printed.strip(),
    )
    verb = "register.ask_opinion" if way == Consultation.Way.ASKED else "register.be_asked"
    changes = {"other": ["", other.name], "due_on": ["", cited_date(due_on) if due_on else due_as_printed]}
    chain.record(verb, document, by=by, at=at, text=str(document), changes=changes)
    return row


@transaction.atomic
def record_opinion(
    consultation: Consultation,
    *,
    answered_on: date,
    answer_number: str = "",
    opinion: str = "",
    is_accepted: bool | None = None,
    accepted_reason: str = "",
    by: Actor,
    at: datetime,
) -> Consultation:
    """What the body that we asked has answered, whether we take it up, and why (not)."""
    refuse_if(permissions.why_not_write(by, consultation.body))
    if consultation.way != Consultation.Way.ASKED:
        raise Refused("Đây là ý kiến ta được hỏi. Ghi ý kiến gửi đi ở mục đó.")
    if is_accepted is False and not accepted_reason.strip():
        raise Refused("Ghi lý do không tiếp thu để giải trình.")
    _answer(consultation, answered_on, answer_number, opinion, by.on)
    consultation.is_accepted = is_accepted
    consultation.accepted_reason = accepted_reason.strip()
    consultation.save()
    _note(consultation, "register.record_opinion", by, at)
    return consultation


@transaction.atomic
def send_opinion(
    consultation: Consultation,
    *,
    answered_on: date,
    answer_number: str = "",
    opinion: str = "",
    by: Actor,
    at: datetime,
) -> Consultation:
    """Note the opinion that we sent. Inside one installation the body that asked reads it in the same row."""
    refuse_if(permissions.why_not_answer(by, consultation))
    if consultation.way == Consultation.Way.ASKED and consultation.answered_on:
        raise Refused(
            f"Ý kiến đã gửi ngày {cited_date(consultation.answered_on)}. Cần sửa thì báo cơ quan hỏi."
        )
    if not opinion.strip() and not answer_number.strip():
        raise Refused("Nhập nội dung ý kiến hoặc số văn bản trả lời.")
    _answer(consultation, answered_on, answer_number, opinion, by.on)
    consultation.save()
    _note(consultation, "register.send_opinion", by, at)
    return consultation


def _answer(row: Consultation, answered_on: date, number: str, opinion: str, today: date) -> None:
    if answered_on > today:
        raise Refused("Ngày trả lời sau ngày hôm nay. Kiểm tra lại ngày trả lời.")
    if answered_on < row.asked_on:
        raise Refused(f"Ngày trả lời trước ngày hỏi {cited_date(row.asked_on)}. Kiểm tra lại hai ngày.")
    row.answered_on, row.answer_number, row.opinion = answered_on, number.strip(), opinion.strip()


def _note(row: Consultation, verb: str, by: Actor, at: datetime) -> None:
    taken_up = {True: "tiếp thu", False: "không tiếp thu", None: ""}[row.is_accepted]
    changes = {
        "other": ["", row.other.name],
        "answered_on": ["", cited_date(row.answered_on) if row.answered_on else ""],
        "is_accepted": ["", taken_up],
    }
    document = row.document
    chain.record(verb, document, by=by, at=at, text=str(document), changes=changes, note=row.accepted_reason)
