"""A movement ends, is taken up again, or turns out to have been written down twice."""

from datetime import date, datetime

from django.db import transaction
from django.db.models import F, Q

from thidua.kit.audit import chain
from thidua.kit.refused import Refused, refuse_if
from thidua.records.orgs.actors import Actor
from thidua.work.movements import permissions, rows
from thidua.work.movements import wording as told
from thidua.work.movements.models import (
    Assessment,
    Criterion,
    Exemption,
    Following,
    Milestone,
    Movement,
    MovementDocument,
    Response,
    Result,
    Wave,
)


@transaction.atomic
def close(movement: Movement, *, on: date, by: Actor, at: datetime, note: str = "") -> Movement:
    """The movement is over; without a conclusion a note says why."""
    refuse_if(permissions.why_not_close(by, movement))
    if on > by.on:
        raise Refused("Ngày kết thúc chưa đến.")
    if movement.launched_on and on < movement.launched_on:
        raise Refused("Ngày kết thúc trước ngày phát động. Kiểm tra lại ngày.")
    concluded = movement.milestones.filter(kind=Milestone.Kind.CONCLUSION, done_on__isnull=False).exists()
    if not concluded and not note.strip():
        raise Refused("Phong trào chưa tổng kết. Ghi mốc tổng kết, hoặc ghi lý do kết thúc không tổng kết.")
    movement.closed_on, movement.closing_note = on, " ".join(note.split())[:300]
    movement.save(update_fields=["closed_on", "closing_note"])
    chain.record(
        "movements.close",
        movement,
        by=by,
        at=at,
        text=told.text(movement),
        changes={"closed_on": ["", told.value(on)]},
        note=movement.closing_note,
    )
    return movement


@transaction.atomic
def reopen(movement: Movement, *, by: Actor, at: datetime, reason: str) -> Movement:
    refuse_if(permissions.why_not_reopen(by, movement))
    if not reason.strip():
        raise Refused("Ghi lý do mở lại.")
    before = movement.closed_on
    movement.closed_on, movement.closing_note = None, ""
    movement.save(update_fields=["closed_on", "closing_note"])
    chain.record(
        "movements.reopen",
        movement,
        by=by,
        at=at,
        text=told.text(movement),
        changes={"closed_on": [told.value(before), ""]},
        note=" ".join(reason.split())[:300],
    )
    return movement


@transaction.atomic
def merge_movements(double: Movement, *, into: Movement, reason: str, by: Actor, at: datetime) -> Movement:
    """The same movement stood here twice: everything of `double` goes to `into`, gaps are filled, `double` leaves the lists."""
    chain.hold()
    double = Movement.objects.select_for_update(of=("self",)).get(pk=double.pk)
    into = Movement.objects.select_for_update(of=("self",)).get(pk=into.pk)
    refuse_if(permissions.why_not_merge(by, double, into))
    if not reason.strip():
        raise Refused("Ghi vì sao hai phong trào là một.")
    _carry(double, into)
    _answers(double, into)
    double.merged_into = into
    double.save(update_fields=["merged_into"])
    _fill(into, double)
    into.save()
    chain.record(
        "movements.merge_movements",
        into,
        by=by,
        at=at,
        text=told.text(into),
        changes={"merged": ["", double.title]},
        note=" ".join(reason.split())[:300],
    )
    return into


def _carry(double: Movement, into: Movement) -> None:
    """Rows that stand once a movement are moved unless `into` has their like; then they go."""
    once: tuple[tuple[type, tuple[str, ...]], ...] = (
        (Following, ("body_id",)),
        (MovementDocument, ("document_id", "part")),
        (Exemption, ("body_id",)),
        (Assessment, ("period_label",)),
        (Wave, ("name",)),
    )
    for model, fields in once:
        known = set(model.objects.filter(movement=into).values_list(*fields))
        for row in model.objects.filter(movement=double):
            if tuple(getattr(row, name) for name in fields) in known:
                row.delete()
            else:
                row.movement = into
                row.save(update_fields=["movement"])
    for model in (Criterion, Milestone, Result):
        model.objects.filter(movement=double).update(movement=into)
    if double.body_id != into.body_id:
        Following.objects.get_or_create(
            movement=into, body_id=double.body_id, defaults={"at": double.created_at}
        )


def _answers(double: Movement, into: Movement) -> None:
    for row in Response.objects.filter(superior=double):
        same = Q(superior=into, body=row.body_id, ours=row.ours_id, document=row.document_id)
        if row.ours_id:
            same = Q(superior=into, body=row.body_id, ours=row.ours_id)
        elif not row.document_id:
            same &= Q(kind=row.kind)
        if row.ours_id == into.pk or Response.objects.filter(same).exists():
            row.delete()
        else:
            row.superior = into
            row.save(update_fields=["superior"])
    for row in Response.objects.filter(ours=double):
        if (
            row.superior_id == into.pk
            or Response.objects.filter(superior=row.superior_id, body=row.body_id, ours=into).exists()
        ):
            row.delete()
        else:
            row.ours = into
            row.save(update_fields=["ours"])
    Response.objects.filter(superior=F("ours")).delete()


def _fill(into: Movement, double: Movement) -> None:
    """What `into` left open."""
    for name in ("form", "local_label", "level", "aim", "quota", "launched_on", "launcher_id"):
        if not getattr(into, name):
            setattr(into, name, getattr(double, name))
    if not into.since and not into.until and (double.since or double.until or not into.period_label):
        into.since, into.until = double.since, double.until
        into.period_label = double.period_label or into.period_label
    into.is_launched = into.is_launched or double.is_launched
    rows.settle(into)
