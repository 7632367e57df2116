"""What only a report of the own office tells: nil statements, drafts, planned milestones and works."""

from datetime import date

from thidua.kit.audit import chain
from thidua.kit.refused import Refused
from thidua.outlook.intake import planning
from thidua.outlook.intake.models import Proposal, Taken
from thidua.outlook.intake.services.writing.ground import Ground
from thidua.records.register import services as register
from thidua.records.register.identity import Identity
from thidua.records.register.models import Citation, Document, Entry
from thidua.vn.documents import type_code
from thidua.vn.fold import fold
from thidua.vn.periods import Period, parse, wave
from thidua.work.movements.models import Movement
from thidua.work.movements.services import plan_milestone
from thidua.work.programme.services import assign


def write(ground: Ground, document: Document) -> None:
    for row in ground.of(Proposal.Kind.NIL):
        with ground.beside(row):
            _state(ground, row, document)
    for row in ground.of(Proposal.Kind.DRAFTED):
        with ground.beside(row):
            ground.note(row, _draft(ground, row, document))
    for row in ground.of(Proposal.Kind.PLANNED):
        with ground.beside(row):
            _plan(ground, row, document)


def _state(ground: Ground, row: Proposal, document: Document) -> None:
    fact = row.fact
    period = parse(fact.get("period") or "")
    if period is None:
        raise Refused("Chưa rõ kỳ nào không phát sinh. Sửa mục này, nhập kỳ (ví dụ: 6 tháng đầu năm 2024).")
    said = register.state_nil(
        str(fact.get("matter") or ""),
        body=ground.body,
        period=_so_far(period, ground.by.on),
        document=document,
        printed=str(fact.get("printed") or ""),
        by=ground.by,
        at=ground.at,
    )
    ground.note(row, said)


def _so_far(period: Period, on: date) -> Period:
    """A report is often written before its period ends: then it speaks for the days that are over."""
    return wave(period.since, on) if period.since <= on < period.last else period


def _draft(ground: Ground, row: Proposal, document: Document) -> Document:
    """A draft of that title that the body has is the same one. The report that tells of it is linked: its period is when."""
    fact = row.fact
    kind, title = type_code(fact.get("type")), str(fact.get("title") or "")
    rows = Document.objects.filter(
        state=Document.State.DRAFT,
        type=kind,
        entries__body=ground.body,
        entries__direction=Entry.Direction.DRAFT,
    )
    known = next((each for each in rows if fold(each.title) == fold(title)), None)
    drafted = known or register.draft(
        Identity(kind, "", None, ground.body, title=title, topic=fact.get("topic") or ""),
        body=ground.body,
        origin=Document.Origin.REPORTED,
        by=ground.by,
        at=ground.at,
    )
    register.link(
        document,
        drafted,
        relation=Citation.Relation.CITES,
        reason="báo cáo cho biết đang soạn",
        by=ground.by,
        at=ground.at,
    )
    return drafted


def _plan(ground: Ground, row: Proposal, document: Document) -> None:
    """Sơ kết or tổng kết of the movement that its section is about is a milestone of it; all else is a task of the body."""
    action, when = str(row.fact.get("action") or ""), str(row.fact.get("deadline_text") or "")
    kind = planning.milestone_of(row.fact)
    own = _movements(ground, row) if kind else []
    for movement in own:
        stone = movement.milestones.filter(kind=kind, planned_text=when).first() or plan_milestone(
            movement, kind=kind, planned_text=when, note=action, by=ground.by, at=ground.at
        )
        ground.note(row, stone)
    if not own:
        task = assign(
            action,
            body=ground.body,
            unit=ground.body,
            deadline_text=when,
            document=document,
            source_text=chain.subject_key(row),
            by=ground.by,
            at=ground.at,
        )
        ground.note(row, task)


def _movements(ground: Ground, row: Proposal) -> list[Movement]:
    """Own movements whose place stands under the same heading."""
    near = [each.pk for each in planning.movements_near(row.fact, ground.proposals)]
    keys = {taken.subject for taken in ground.taken if taken.proposal_id in near}
    keys |= set(Taken.objects.filter(proposal__in=near).values_list("subject", flat=True))
    ids = [key.split(":")[1] for key in keys if key.startswith("movements.Movement:")]
    return list(
        Movement.objects.filter(pk__in=ids, launcher__body=ground.body, merged_into=None).order_by("pk")
    )
