"""Meetings are recorded, corrected, called off; documents are told of at them."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from django.db import transaction

from thidua.kit.audit import chain
from thidua.kit.refused import Refused, refuse_if
from thidua.records.meetings import permissions, rows
from thidua.records.meetings.models import Meeting, MeetingDocument
from thidua.records.orgs.actors import Actor
from thidua.records.orgs.models import Unit
from thidua.records.orgs.typed import tidy
from thidua.records.register.models import Document, Topic
from thidua.vn.fold import fold
from thidua.vn.periods import Period

FACTS = ("kind", "name", "held_on", "place", "is_folded_into", "topics", "minutes", "note")


@transaction.atomic
def record_meeting(
    name: str,
    *,
    body: Unit,
    kind: str,
    held_on: date | None = None,
    period: Period | None = None,
    by: Actor,
    at: datetime,
    documents: Sequence[Document] = (),
    **facts: Any,
) -> Meeting:
    """A meeting of a body, held or to come. `facts`: place, is_folded_into, topics (codes), minutes, note.

    Where the source does not tell the day, `period` is the one in which it was held.
    """
    refuse_if(permissions.why_not_write(by, body))
    meeting = Meeting(body=body, created_at=at)
    if period is not None and held_on is None:
        meeting.since, meeting.until = period.since, period.until
        meeting.period_label = period.printed[:60]
    changes = _fill(meeting, {"name": name, "kind": kind, "held_on": held_on, **facts})
    refuse_if(_why_not_so(meeting))
    meeting.save()
    changes |= _tell_of(meeting, documents)
    chain.record("meetings.record", meeting, by=by, at=at, text=rows.named(meeting), changes=changes)
    return meeting


@transaction.atomic
def correct_meeting(meeting: Meeting, *, by: Actor, at: datetime, **facts: Any) -> Meeting:
    """Put facts right; `facts`: FACTS. Refused for a cancelled meeting."""
    meeting = rows.locked(meeting)
    refuse_if(permissions.why_not_change(by, meeting))
    changes = _fill(meeting, facts)
    refuse_if(_why_not_so(meeting))
    if (
        "held_on" in changes
        and meeting.is_to_come(by.on)
        and (meeting.roll.exists() or hasattr(meeting, "turnout"))
    ):
        raise Refused("Cuộc họp đã ghi người dự nên không chuyển sang ngày sắp tới được.")
    meeting.save()
    if changes:
        chain.record("meetings.correct", meeting, by=by, at=at, text=rows.named(meeting), changes=changes)
    return meeting


@transaction.atomic
def disseminate(meeting: Meeting, documents: Sequence[Document], *, by: Actor, at: datetime) -> Meeting:
    """Note which documents were told of; those noted already stay."""
    meeting = rows.locked(meeting)
    refuse_if(permissions.why_not_change(by, meeting))
    changes = _tell_of(meeting, documents)
    if changes:
        chain.record("meetings.disseminate", meeting, by=by, at=at, text=rows.named(meeting), changes=changes)
    return meeting


@transaction.atomic
def withdraw_document(meeting: Meeting, document: Document, *, by: Actor, at: datetime) -> None:
    """Take a document off the list of those told of; the stubs that became it go with it."""
    meeting = rows.locked(meeting)
    refuse_if(permissions.why_not_change(by, meeting))
    ids = [document.pk, *document.merged_from.values_list("pk", flat=True)]
    gone, _ = MeetingDocument.objects.filter(meeting=meeting, document__in=ids).delete()
    if gone:
        changes = {"documents": [str(document), ""]}
        chain.record(
            "meetings.withdraw_document", meeting, by=by, at=at, text=rows.named(meeting), changes=changes
        )


@transaction.atomic
def cancel(meeting: Meeting, *, reason: str, by: Actor, at: datetime) -> Meeting:
    """The meeting did not take place, or was written down by mistake; it stays readable and counts nowhere."""
    meeting = rows.locked(meeting)
    refuse_if(permissions.why_not_change(by, meeting))
    if not tidy(reason):
        raise Refused("Nhập lý do hủy.")
    meeting.cancelled_at, meeting.cancelled_reason = at, tidy(reason)[:300]
    meeting.save(update_fields=["cancelled_at", "cancelled_reason"])
    chain.record(
        "meetings.cancel", meeting, by=by, at=at, text=rows.named(meeting), note=meeting.cancelled_reason
    )
    return meeting


def _fill(meeting: Meeting, facts: dict[str, Any]) -> dict[str, Any]:
    """Set the facts that differ; what changed, for the chain."""
    changes: dict[str, Any] = {}
    for name in FACTS:
        if name not in facts:
            continue
        value = facts[name]
        if name in ("name", "place", "note"):
            value = tidy(value)
        if name == "topics":
            value = [code for code in Topic.values if code in set(value)]
        before = getattr(meeting, name)
        if before == value:
            continue
        changes[name] = [_said(before), _said(value)]
        setattr(meeting, name, value)
    if meeting.held_on:
        meeting.since, meeting.until, meeting.period_label = None, None, ""
    meeting.folded = fold(f"{meeting.name} {meeting.place} {meeting.note}")[:600]
    return changes


def _said(value: Any) -> Any:
    return str(value) if isinstance(value, Document) else value


def _why_not_so(meeting: Meeting) -> list[str]:
    reasons = []
    if not meeting.name:
        reasons.append("Nhập tên cuộc họp.")
    if meeting.held_on is None and meeting.since is None:
        reasons.append("Nhập ngày họp.")
    if meeting.kind not in Meeting.Kind.values:
        reasons.append("Chọn loại cuộc họp.")
    if meeting.minutes and meeting.minutes.merged_into_id:
        reasons.append(f"{meeting.minutes} đã nhập vào văn bản khác. Chọn văn bản đó.")
    return reasons


def _tell_of(meeting: Meeting, documents: Sequence[Document]) -> dict[str, Any]:
    have = set(MeetingDocument.objects.filter(meeting=meeting).values_list("document", flat=True))
    new = {row.pk: row for row in documents if row.pk not in have}
    MeetingDocument.objects.bulk_create(
        MeetingDocument(meeting=meeting, document=row) for row in new.values()
    )
    return {"documents": ["", [str(row) for row in new.values()]]} if new else {}
