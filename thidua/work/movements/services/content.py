"""What a movement asks for and rests on: criteria with targets, waves, documents."""

from datetime import date, datetime
from decimal import Decimal

from django.db import transaction
from django.db.models import Max

from thidua.kit.audit import chain
from thidua.kit.refused import Refused, refuse_if
from thidua.records.orgs.actors import Actor
from thidua.records.register import selectors as register
from thidua.records.register.models import Document
from thidua.work.movements import permissions
from thidua.work.movements import wording as told
from thidua.work.movements.models import Criterion, Milestone, Movement, MovementDocument, Response, Wave

Part = MovementDocument.Part


@transaction.atomic
def add_criterion(
    movement: Movement,
    *,
    text: str,
    by: Actor,
    at: datetime,
    target_number: Decimal | None = None,
    unit_of_measure: str = "",
    weight: Decimal | None = None,
) -> Criterion:
    """One more criterion, at the end; a number only where the plan sets one."""
    refuse_if(permissions.why_not_go_on(by, movement))
    text = " ".join(text.split())
    if not text:
        raise Refused("Nhập nội dung tiêu chí.")
    if target_number is None and unit_of_measure:
        raise Refused("Có đơn vị tính thì nhập chỉ tiêu bằng số, hoặc để trống cả hai.")
    last = Criterion.objects.filter(movement=movement).aggregate(last=Max("position"))["last"] or 0
    row = Criterion.objects.create(
        movement=movement,
        position=last + 1,
        text=text[:1000],
        target_number=target_number,
        unit_of_measure=unit_of_measure.strip(),
        weight=weight,
    )
    changes = {"criterion": ["", row.text], "target": ["", _target(row)]}
    chain.record("movements.add_criterion", movement, by=by, at=at, text=told.text(movement), changes=changes)
    return row


@transaction.atomic
def set_target(
    criterion: Criterion, *, target_number: Decimal | None, unit_of_measure: str = "", by: Actor, at: datetime
) -> Criterion:
    """Another target, or none."""
    movement = criterion.movement
    refuse_if(permissions.why_not_go_on(by, movement))
    if target_number is None and unit_of_measure.strip():
        raise Refused("Có đơn vị tính thì nhập chỉ tiêu bằng số, hoặc để trống cả hai.")
    before = _target(criterion)
    criterion.target_number, criterion.unit_of_measure = target_number, unit_of_measure.strip()
    criterion.save(update_fields=["target_number", "unit_of_measure"])
    changes = {"target": [before, _target(criterion)]}
    chain.record(
        "movements.set_target",
        movement,
        by=by,
        at=at,
        text=told.text(movement),
        changes=changes,
        note=criterion.text,
    )
    return criterion


@transaction.atomic
def remove_criterion(criterion: Criterion, *, by: Actor, at: datetime) -> None:
    """Not one that results were recorded for."""
    movement = criterion.movement
    refuse_if(permissions.why_not_go_on(by, movement))
    if criterion.results.exists():
        raise Refused("Tiêu chí này đã có kết quả nên không bỏ được. Sửa chỉ tiêu nếu ghi sai.")
    text = criterion.text
    criterion.delete()
    chain.record(
        "movements.remove_criterion",
        movement,
        by=by,
        at=at,
        text=told.text(movement),
        changes={"criterion": [text, ""]},
    )


def _target(row: Criterion) -> str:
    return told.measure(row.target_number, row.unit_of_measure)


@transaction.atomic
def add_wave(
    movement: Movement, *, name: str, since: date | None, until: date | None, by: Actor, at: datetime
) -> Wave:
    """One đợt, half-open [since, until), within the movement's period."""
    refuse_if(permissions.why_not_go_on(by, movement))
    name = " ".join(name.split())
    refuse_if(_why_not_wave(movement, name, since, until))
    wave = Wave.objects.create(movement=movement, name=name[:200], since=since, until=until)
    changes = {"wave": ["", name], "since": ["", told.value(since)]}
    chain.record("movements.add_wave", movement, by=by, at=at, text=told.text(movement), changes=changes)
    return wave


def _why_not_wave(movement: Movement, name: str, since: date | None, until: date | None) -> list[str]:
    if not name:
        return ["Nhập tên đợt."]
    if since and until and until <= since:
        return ["Đợt kết thúc trước ngày bắt đầu. Kiểm tra lại hai ngày."]
    if Wave.objects.filter(movement=movement, name=name).exists():
        return [f"“{name}” đã có trong phong trào này."]
    early = since and movement.since and since < movement.since
    late = until and movement.until and until > movement.until
    if early or late:
        return ["Đợt nằm ngoài thời kỳ của phong trào. Sửa ngày của đợt, hoặc thời kỳ của phong trào."]
    return []


@transaction.atomic
def close_wave(wave: Wave, *, result: str, reviewed_on: date, by: Actor, at: datetime) -> Wave:
    """The đợt is reviewed: its result in words, the day of bình xét."""
    movement = wave.movement
    refuse_if(permissions.why_not_record(by, movement))
    if reviewed_on > by.on:
        raise Refused("Ngày bình xét sau ngày hôm nay. Ghi khi đã bình xét.")
    if wave.since and reviewed_on < wave.since:
        raise Refused("Ngày bình xét trước ngày bắt đầu đợt. Kiểm tra lại ngày.")
    if not result.strip():
        raise Refused("Ghi kết quả của đợt.")
    before = {"reviewed_on": wave.reviewed_on}
    wave.result, wave.reviewed_on = result.strip(), reviewed_on
    wave.save(update_fields=["result", "reviewed_on"])
    changes = told.changes(before, {"reviewed_on": reviewed_on}) | {"wave": wave.name}
    chain.record("movements.close_wave", movement, by=by, at=at, text=told.text(movement), changes=changes)
    return wave


@transaction.atomic
def attach_document(
    movement: Movement, document: Document, *, part: str, by: Actor, at: datetime
) -> MovementDocument:
    """The document belongs to the movement in this part; a second time nothing changes.

    A launching document with a day launches a movement that waits for one, and dates a launch without a day.
    """
    refuse_if(permissions.why_not_attach(by, movement))
    refuse_if(_why_not_paper(document, by))
    paper, created = MovementDocument.objects.get_or_create(
        movement=movement, document=document, part=part, defaults={"at": at}
    )
    if not created:
        return paper
    changes = {"document": ["", str(document)], "part": ["", part]}
    if part == Part.LAUNCH and movement.launched_on is None and document.issued_on and not movement.closed_on:
        movement.is_launched, movement.launched_on = True, document.issued_on
        movement.save(update_fields=["is_launched", "launched_on"])
        changes["launched_on"] = ["", told.value(document.issued_on)]
    chain.record(
        "movements.attach_document", movement, by=by, at=at, text=told.text(movement), changes=changes
    )
    return paper


def _why_not_paper(document: Document, by: Actor) -> list[str]:
    if document.state != Document.State.ISSUED:
        return [f"{document} chưa ban hành. Gắn vào phong trào khi đã ban hành."]
    if not by.is_system and not register.visible_to(by).filter(pk=document.pk).exists():
        return ["Văn bản này không ở trong sổ của cơ quan. Ghi vào sổ trước rồi gắn vào phong trào."]
    return []


@transaction.atomic
def detach(paper: MovementDocument, *, by: Actor, at: datetime) -> None:
    """The document no longer belongs to the movement; milestones and answers that rest on it keep it in place."""
    movement, document = paper.movement, paper.document
    refuse_if(permissions.why_not_attach(by, movement))
    proves = Milestone.objects.filter(movement=movement, document=document).exists()
    answers = Response.objects.filter(ours=movement, document=document).exists()
    if proves or answers:
        raise Refused("Một mốc hoặc việc hưởng ứng đang lấy văn bản này làm căn cứ. Bỏ ở đó trước.")
    part = paper.part
    paper.delete()
    changes = {"document": [str(document), ""], "part": [part, ""]}
    chain.record("movements.detach", movement, by=by, at=at, text=told.text(movement), changes=changes)
