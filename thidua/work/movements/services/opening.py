"""A movement is written down, put right, launched, copied into the next year."""

from datetime import date, datetime
from typing import Any

from django.db import transaction

from thidua.kit.audit import chain
from thidua.kit.refused import Refused, refuse_if
from thidua.records.orgs.actors import Actor
from thidua.records.orgs.models import Unit
from thidua.work.movements import naming, permissions, rows, selectors
from thidua.work.movements import wording as told
from thidua.work.movements.models import Criterion, Following, Milestone, Movement, MovementDocument, Wave
from thidua.work.movements.naming import Lasting
from thidua.work.movements.refusals import InTheWay

CORRECTABLE = frozenset(
    {
        "name",
        "launcher",
        "form",
        "local_label",
        "level",
        "since",
        "until",
        "period_label",
        "aim",
        "quota",
        "launched_on",
    }
)


@transaction.atomic
def open_movement(
    name: str,
    *,
    body: Unit,
    by: Actor,
    at: datetime,
    launcher: Unit | None = None,
    lasting: Lasting | None = None,
    is_launched: bool = False,
    launched_on: date | None = None,
    **facts: Any,
) -> Movement:
    """Write a movement down for `body`: its own (a draft unless launched) or another's, which is launched by nature.

    `facts`: form local_label level aim quota. One that another body wrote down already is followed, and comes home when
    its launcher's body writes it down. Refused: one that the body has already, a launch in days to come.
    """
    refuse_if(permissions.why_not_write(by, body))
    chain.hold()
    lasting = lasting or Lasting()
    is_own = launcher is not None and launcher.body_id == body.pk
    name = naming.tidy(name)
    refuse_if(_why_not_open(name, lasting, launched_on, by.on))
    known = selectors.find(name, launcher=launcher, lasting=lasting, near=body)
    if known is not None:
        return _known(known, body, by=by, at=at)
    movement = Movement(name=name, launcher=launcher, body=body, created_at=at, **facts)
    movement.since, movement.until, movement.period_label = lasting.since, lasting.until, lasting.label
    movement.is_launched = is_launched or launched_on is not None or not is_own
    movement.launched_on = launched_on
    rows.settle(movement)
    movement.save()
    said = {"launcher": launcher.name if launcher else "", "launched_on": told.value(launched_on)}
    changes = {name: ["", value] for name, value in said.items()}
    chain.record("movements.open_movement", movement, by=by, at=at, text=told.text(movement), changes=changes)
    return movement


def _why_not_open(name: str, lasting: Lasting, launched_on: date | None, today: date) -> list[str]:
    if not name:
        return ["Nhập tên phong trào."]
    if lasting.since and lasting.until and lasting.until <= lasting.since:
        return ["Ngày kết thúc trước ngày bắt đầu. Kiểm tra lại thời kỳ."]
    if launched_on and launched_on > today:
        return ["Ngày phát động sau ngày hôm nay. Để là dự thảo; phát động khi đến ngày."]
    return []


def _known(known: Movement, body: Unit, *, by: Actor, at: datetime) -> Movement:
    """Refused where the body has it already."""
    if known.body_id == body.pk or Following.objects.filter(movement=known, body=body).exists():
        raise InTheWay(f"Phong trào {known.title} đã có. Mở phong trào đó để bổ sung.", known)
    return follow(known, body=body, by=by, at=at)


@transaction.atomic
def follow(movement: Movement, *, body: Unit, by: Actor, at: datetime) -> Movement:
    """The body has it in its list from now on; being the launcher's own body, it takes the record over. Once."""
    refuse_if(permissions.why_not_write(by, body))
    if movement.body_id == body.pk or Following.objects.filter(movement=movement, body=body).exists():
        return movement
    if movement.launcher is not None and movement.launcher.body_id == body.pk:
        Following.objects.get_or_create(movement=movement, body=movement.body, defaults={"at": at})
        movement.body = body
        movement.save(update_fields=["body"])
    else:
        Following.objects.create(movement=movement, body=body, at=at)
    changes = {"body": ["", body.name]}
    chain.record("movements.follow", movement, by=by, at=at, text=told.text(movement), changes=changes)
    return movement


@transaction.atomic
def correct(movement: Movement, *, by: Actor, at: datetime, note: str = "", **facts: Any) -> Movement:
    """Put facts right (`name launcher form local_label level since until period_label aim quota launched_on`)."""
    refuse_if(permissions.why_not_edit(by, movement))
    assert facts.keys() <= CORRECTABLE, "only facts of the movement can be corrected here"
    chain.hold()
    fresh = Movement.objects.select_for_update(of=("self",)).get(pk=movement.pk)
    before = {name: getattr(fresh, name) for name in facts}
    for name, given in facts.items():
        setattr(fresh, name, given)
    if fresh.launched_on:
        fresh.is_launched = True
    refuse_if(_why_not_open(naming.tidy(fresh.name), selectors.lasting_of(fresh), fresh.launched_on, by.on))
    if fresh.closed_on and fresh.launched_on and fresh.closed_on < fresh.launched_on:
        raise Refused("Ngày phát động sau ngày kết thúc đã ghi. Kiểm tra lại ngày phát động.")
    rows.settle(fresh)
    _refuse_double(fresh)
    fresh.save()
    changes = told.changes(before, {name: getattr(fresh, name) for name in facts})
    if changes:
        chain.record(
            "movements.correct", fresh, by=by, at=at, text=told.text(fresh), changes=changes, note=note
        )
    return fresh


def _refuse_double(movement: Movement) -> None:
    doubles = Movement.objects.filter(
        launcher=movement.launcher, folded=movement.folded, period_key=movement.period_key, merged_into=None
    ).exclude(pk=movement.pk)
    if movement.launcher is None:
        doubles = doubles.filter(body=movement.body)
    other = doubles.first()
    if other is not None:
        raise InTheWay(
            f"Phong trào {other.title} đã có. Mở phong trào đó; nếu là một thì nhập làm một.", other
        )


@transaction.atomic
def launch(movement: Movement, *, on: date, by: Actor, at: datetime) -> Movement:
    """The draft is launched on a day; not on one to come."""
    refuse_if(permissions.why_not_launch(by, movement))
    if on > by.on:
        raise Refused("Ngày phát động sau ngày hôm nay. Ghi phát động khi đến ngày.")
    movement.is_launched, movement.launched_on = True, on
    movement.save(update_fields=["is_launched", "launched_on"])
    changes = {"launched_on": ["", told.value(on)]}
    chain.record("movements.launch", movement, by=by, at=at, text=told.text(movement), changes=changes)
    return movement


@transaction.atomic
def drop_draft(movement: Movement, *, by: Actor, at: datetime) -> None:
    """A draft that nobody has launched goes; what was launched is closed instead."""
    refuse_if(permissions.why_not_launch(by, movement))
    if MovementDocument.objects.filter(movement=movement).exists() or movement.answers.exists():
        raise Refused("Dự thảo này đã gắn văn bản hoặc hưởng ứng phong trào khác. Gỡ ra trước rồi xóa.")
    key, title = chain.subject_key(movement), told.text(movement)
    Milestone.objects.filter(movement=movement).delete()
    movement.delete()
    chain.record("movements.drop_draft", key, by=by, at=at, text=title)


@transaction.atomic
def copy_from_last_year(
    movement: Movement, *, by: Actor, at: datetime, lasting: Lasting | None = None, name: str = ""
) -> Movement:
    """A draft for the next year (or for `lasting`): criteria with targets, waves and planned milestones a year later.

    Nothing that was done is copied: no results, reached days, papers, answers.
    """
    refuse_if(permissions.why_not_edit(by, movement))
    launcher = movement.launcher
    if launcher is None or launcher.body_id != movement.body_id:
        raise Refused(
            "Chỉ chép phong trào do cơ quan phát động. Phong trào của nơi khác ghi mới khi họ phát động."
        )
    moved = lasting or _year_later(movement)
    with chain.within("movements.copy_from_last_year"):
        copy = open_movement(
            name or naming.years_later(movement.name),
            body=movement.body,
            launcher=launcher,
            lasting=moved,
            by=by,
            at=at,
            form=movement.form,
            local_label=movement.local_label,
            level=movement.level,
            aim=naming.years_later(movement.aim),
            quota=movement.quota,
        )
    copy.copied_from = movement
    copy.save(update_fields=["copied_from"])
    _copy_parts(movement, copy)
    chain.record(
        "movements.copy_from_last_year",
        copy,
        by=by,
        at=at,
        text=told.text(copy),
        changes={"copied_from": ["", movement.title]},
    )
    return copy


def _year_later(movement: Movement) -> Lasting:
    since, until = naming.year_later(movement.since), naming.year_later(movement.until)
    return Lasting(since, until, naming.years_later(movement.period_label))


def _copy_parts(movement: Movement, copy: Movement) -> None:
    for row in movement.criteria.all():
        Criterion.objects.create(
            movement=copy,
            position=row.position,
            text=naming.years_later(row.text),
            target_number=row.target_number,
            unit_of_measure=row.unit_of_measure,
            weight=row.weight,
        )
    for wave in movement.waves.all():
        Wave.objects.create(
            movement=copy,
            name=naming.years_later(wave.name),
            since=naming.year_later(wave.since),
            until=naming.year_later(wave.until),
        )
    for stone in movement.milestones.exclude(planned_on=None, planned_text=""):
        text = naming.years_later(stone.planned_text)
        planned = naming.year_later(stone.planned_on)
        Milestone.objects.create(
            movement=copy,
            kind=stone.kind,
            planned_text=text,
            planned_on=planned,
            latest_on=planned or naming.latest_day(text),
        )
