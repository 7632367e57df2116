"""Milestones planned and reached, results, assessments."""

from datetime import date, datetime
from decimal import Decimal

from django.db import transaction

from thidua.kit.audit import chain
from thidua.kit.refused import Refused, refuse_if
from thidua.records.orgs.actors import Actor
from thidua.records.register.models import Document
from thidua.work.movements import naming, permissions
from thidua.work.movements import wording as told
from thidua.work.movements.models import (
    Assessment,
    Criterion,
    Milestone,
    Movement,
    MovementDocument,
    Result,
)
from thidua.work.movements.naming import Lasting
from thidua.work.movements.services.content import attach_document

_PART_OF = {
    Milestone.Kind.REVIEW: MovementDocument.Part.REVIEW,
    Milestone.Kind.CONCLUSION: MovementDocument.Part.CONCLUSION,
}


@transaction.atomic
def plan_milestone(
    movement: Movement,
    *,
    kind: str,
    by: Actor,
    at: datetime,
    planned_text: str = "",
    planned_on: date | None = None,
    note: str = "",
) -> Milestone:
    """What is to come: as printed, and the day where one is fixed; a printed month leaves the day open till its end."""
    refuse_if(permissions.why_not_go_on(by, movement))
    text = " ".join(planned_text.split())[:200]
    if planned_on is None and not text:
        raise Refused("Ghi ngày dự kiến, hoặc ghi như văn bản in (ví dụ: tháng 12/2024).")
    if kind == Milestone.Kind.OTHER and not note.strip():
        raise Refused("Ghi mốc này là việc gì.")
    latest = planned_on or naming.latest_day(text)
    row = Milestone.objects.create(
        movement=movement,
        kind=kind,
        planned_text=text,
        planned_on=planned_on,
        latest_on=latest,
        note=" ".join(note.split())[:400],
    )
    changes = {"milestone": ["", str(row)], "planned": ["", text or told.value(planned_on)]}
    chain.record(
        "movements.plan_milestone", movement, by=by, at=at, text=told.text(movement), changes=changes
    )
    return row


@transaction.atomic
def reach_milestone(
    movement: Movement,
    *,
    kind: str,
    on: date,
    by: Actor,
    at: datetime,
    milestone: Milestone | None = None,
    document: Document | None = None,
    note: str = "",
) -> Milestone:
    """What was done on a day, planned before or not; the report becomes a paper of the movement."""
    refuse_if(permissions.why_not_record(by, movement))
    refuse_if(_why_not_reach(movement, milestone, on, by.on))
    row = milestone or Milestone(movement=movement, kind=kind)
    before = row.done_on
    row.done_on, row.document = on, document or row.document
    row.note = " ".join(note.split())[:400] or row.note
    row.save()
    changes = {"milestone": str(row), "done_on": [told.value(before), told.value(on)]}
    if document is not None:
        part = _PART_OF.get(Milestone.Kind(row.kind), MovementDocument.Part.OTHER)
        with chain.within("movements.reach_milestone"):
            attach_document(movement, document, part=part, by=by, at=at)
        changes["document"] = ["", str(document)]
    chain.record(
        "movements.reach_milestone", movement, by=by, at=at, text=told.text(movement), changes=changes
    )
    return row


def _why_not_reach(movement: Movement, milestone: Milestone | None, on: date, today: date) -> list[str]:
    if on > today:
        return ["Ngày này chưa đến. Ghi là mốc dự kiến; khi làm xong thì ghi kết quả."]
    if movement.launched_on and on < movement.launched_on:
        return ["Ngày này trước ngày phát động. Kiểm tra lại ngày."]
    if milestone is not None and milestone.done_on:
        return [f"Mốc này đã ghi làm ngày {told.value(milestone.done_on)}. Bỏ ghi trước nếu ghi nhầm."]
    return []


@transaction.atomic
def unreach_milestone(milestone: Milestone, *, by: Actor, at: datetime) -> None:
    """Written down by mistake: the plan stays, what was never planned goes."""
    movement, before = milestone.movement, milestone.done_on
    refuse_if(permissions.why_not_record(by, movement))
    if before is None:
        raise Refused("Mốc này chưa ghi là đã làm.")
    text = str(milestone)
    if milestone.planned_on or milestone.planned_text:
        milestone.done_on, milestone.document = None, None
        milestone.save(update_fields=["done_on", "document"])
    else:
        milestone.delete()
    changes = {"milestone": text, "done_on": [told.value(before), ""]}
    chain.record(
        "movements.unreach_milestone", movement, by=by, at=at, text=told.text(movement), changes=changes
    )


@transaction.atomic
def drop_milestone(milestone: Milestone, *, by: Actor, at: datetime) -> None:
    """A plan that is given up; what was done stays."""
    movement = milestone.movement
    refuse_if(permissions.why_not_go_on(by, movement))
    if milestone.done_on:
        raise Refused("Mốc này đã làm nên không bỏ khỏi dự kiến được.")
    changes = {"milestone": [str(milestone), ""], "planned": [milestone.planned_text, ""]}
    milestone.delete()
    chain.record(
        "movements.drop_milestone", movement, by=by, at=at, text=told.text(movement), changes=changes
    )


@transaction.atomic
def record_result(
    movement: Movement,
    *,
    on: date,
    by: Actor,
    at: datetime,
    text: str = "",
    criterion: Criterion | None = None,
    number: Decimal | None = None,
    document: Document | None = None,
) -> Result:
    """An activity in words, or a figure for a criterion, on a day."""
    refuse_if(permissions.why_not_record(by, movement))
    refuse_if(_why_not_result(movement, text, criterion, number, on, by.on))
    row = Result.objects.create(
        movement=movement,
        criterion=criterion,
        text=text.strip(),
        number=number,
        on=on,
        document=document,
        by_name=by.name,
        at=at,
    )
    unit = criterion.unit_of_measure if criterion else ""
    figure = told.measure(number, unit)
    changes = {
        "criterion": criterion.text if criterion else "",
        "result": figure or row.text,
        "on": told.value(on),
    }
    chain.record("movements.record_result", movement, by=by, at=at, text=told.text(movement), changes=changes)
    return row


def _why_not_result(
    movement: Movement,
    text: str,
    criterion: Criterion | None,
    number: Decimal | None,
    on: date,
    today: date,
) -> list[str]:
    if on > today:
        return ["Ngày này chưa đến. Ghi kết quả khi đã có."]
    if criterion is not None and criterion.movement_id != movement.pk:
        return ["Tiêu chí này thuộc phong trào khác."]
    if not text.strip() and number is None:
        return ["Ghi hoạt động, kết quả bằng lời hoặc bằng số."]
    if number is not None and criterion is None:
        return ["Số liệu phải gắn với một tiêu chí. Chọn tiêu chí, hoặc ghi vào phần nội dung."]
    return []


@transaction.atomic
def remove_result(result: Result, *, by: Actor, at: datetime, reason: str) -> None:
    """Written down by mistake, and why; the line of the log keeps what it said."""
    movement = result.movement
    refuse_if(permissions.why_not_record(by, movement))
    if not reason.strip():
        raise Refused("Ghi lý do bỏ kết quả này.")
    changes = {"result": [result.text or told.figure(result.number), ""], "on": told.value(result.on)}
    result.delete()
    chain.record(
        "movements.remove_result",
        movement,
        by=by,
        at=at,
        text=told.text(movement),
        changes=changes,
        note=" ".join(reason.split())[:300],
    )


@transaction.atomic
def assess(movement: Movement, *, text: str, period: Lasting, by: Actor, at: datetime) -> Assessment:
    """How effective it was in a period; the same period a second time is written anew."""
    refuse_if(permissions.why_not_edit(by, movement))
    if not movement.is_launched:
        raise Refused("Phong trào còn là dự thảo, chưa có gì để đánh giá.")
    if not text.strip():
        raise Refused("Ghi nội dung đánh giá.")
    if not period.label:
        raise Refused("Ghi thời kỳ đánh giá, ví dụ: 6 tháng đầu năm 2024.")
    facts = {"since": period.since, "until": period.until, "text": text.strip(), "by_name": by.name, "at": at}
    row, _ = Assessment.objects.update_or_create(movement=movement, period_label=period.label, defaults=facts)
    changes = {"period": ["", period.label]}
    chain.record("movements.assess", movement, by=by, at=at, text=told.text(movement), changes=changes)
    return row
