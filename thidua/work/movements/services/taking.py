"""What a text told of a movement is taken over: found or opened, with its plan and its answer. Idempotent."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from django.db import transaction

from thidua.kit.audit import chain
from thidua.records.orgs.actors import Actor
from thidua.records.orgs.models import Unit
from thidua.records.register.models import Citation, Document
from thidua.work.movements import naming, permissions, rows, selectors
from thidua.work.movements.models import Movement, MovementDocument, Response
from thidua.work.movements.services.answering import respond
from thidua.work.movements.services.content import attach_document
from thidua.work.movements.services.opening import follow, open_movement

Role = Literal["launched", "answered", "mentioned"]
Part, Kind = MovementDocument.Part, Response.Kind


@dataclass(frozen=True)
class Told:
    """One movement as a text tells of it (`reading.facts.Movement` with office and papers looked up)."""

    name: str
    role: Role
    period: str = ""
    """ "2024", "2021-2025", or as printed."""
    level: str = ""
    launcher: Unit | None = None
    form: str = ""
    """As printed: "chuyên đề", "đặc biệt", "thường xuyên"."""
    plan: Document | None = None
    """The paper in whose title it stands: the launcher's plan, or the answering body's own."""
    responds_to: str = ""
    """The name of the superior's movement that it answers, as the text says."""
    how: str = ""
    """A `Response.Kind` where the text says how it is answered: "dang_ky" for "văn bản đăng ký"."""
    printed: str = ""
    """The words of an answer without a document of its own."""


@dataclass(frozen=True)
class Took:
    """What a fact led to; `is_new` where the movement was opened for it."""

    movement: Movement
    response: Response | None
    is_new: bool


@transaction.atomic
def take(
    told: Told,
    *,
    body: Unit,
    by: Actor,
    at: datetime,
    source: Document | None = None,
    speaker: Unit | None = None,
) -> Took:
    """Find or open the movement for `body`, link its plan, and the answer where the text tells of one.

    `speaker` is whose text it is (by itself the issuer of `source`, else `body`): what it launches is its own, what it
    answers is answered by its body. The same fact a second time changes nothing.
    """
    chain.hold()
    speaking = (speaker or (source.issuer if source else None) or body).body or body
    with chain.within("movements.take"):
        movement, is_new = _movement(told, body, speaking, by=by, at=at)
        _complete(movement, told, by)
        if not permissions.why_not_attach(by, movement):
            _papers(movement, told, source, by=by, at=at)
        response = _answer(movement, told, body, speaking, by=by, at=at)
    if is_new:
        chain.record(
            "movements.take", movement, by=by, at=at, text=f"phong trào {movement.title}", note=told.role
        )
    return Took(movement, response, is_new)


def _movement(told: Told, body: Unit, speaking: Unit, *, by: Actor, at: datetime) -> tuple[Movement, bool]:
    launcher = told.launcher or (_issuer(told.plan) if told.plan else None)
    if launcher is None and told.role == "launched":
        launcher = speaking
    lasting = naming.lasting(told.period)
    known = selectors.find(told.name, launcher=launcher, lasting=lasting, near=body)
    if known is not None:
        if known.launcher is None and launcher is not None:
            known.launcher = launcher
            rows.settle(known)
            known.save()
        return follow(known, body=body, by=by, at=at), False
    form, label = naming.form_of(told.form)
    launched_on = told.plan.issued_on if told.plan and _issuer(told.plan) == launcher else None
    opened = open_movement(
        told.name,
        body=body,
        launcher=launcher,
        lasting=lasting,
        by=by,
        at=at,
        is_launched=True,
        launched_on=launched_on if launched_on and launched_on <= by.on else None,
        form=form,
        local_label=label,
        level=told.level or (launcher.level if launcher else ""),
    )
    return opened, True


def _issuer(document: Document) -> Unit | None:
    return document.issuer


def _complete(movement: Movement, told: Told, by: Actor) -> None:
    """Gaps that this text fills; what stands is never overwritten. Only by whoever may write it."""
    if permissions.why_not_edit(by, movement):
        return
    form, label = naming.form_of(told.form)
    lasting = naming.lasting(told.period)
    before = [movement.form, movement.local_label, movement.level, movement.period_key]
    movement.form = movement.form or form
    movement.local_label = movement.local_label or (label if movement.form == form else "")
    movement.level = movement.level or told.level
    if not movement.period_key and lasting.key:
        movement.since, movement.until, movement.period_label = lasting.since, lasting.until, lasting.label
        rows.settle(movement)
    if before != [movement.form, movement.local_label, movement.level, movement.period_key]:
        movement.save()


def _papers(movement: Movement, told: Told, source: Document | None, *, by: Actor, at: datetime) -> None:
    """The launcher's plan launches; another's plan belongs to its own movement, and answers this one."""
    launcher = movement.launcher.body_id if movement.launcher else None
    plans = [told.plan] if told.plan else []
    launches = told.role == "launched" and source is not None and source.type in ("ke_hoach", "chi_thi")
    if not plans and launches and source is not None:
        plans = [source]
    for plan in plans:
        theirs = plan.issuer.body_id if plan.issuer else None
        if launcher is None or theirs == launcher or plan.issuer_id == movement.launcher_id:
            attach_document(movement, plan, part=Part.LAUNCH, by=by, at=at)


def _answer(
    movement: Movement, told: Told, body: Unit, speaking: Unit, *, by: Actor, at: datetime
) -> Response | None:
    launcher = movement.launcher.body_id if movement.launcher else None
    if launcher == speaking.pk:
        return _answer_above(movement, told, speaking, by=by, at=at)
    own_plan = (
        told.plan if told.plan and told.plan.issuer and told.plan.issuer.body_id == speaking.pk else None
    )
    ours = _launched_by(own_plan, speaking) if own_plan else None
    if ours is not None and ours.pk != movement.pk:
        return _answer_with(ours, movement, told, speaking, by=by, at=at)
    tells = told.role == "answered" or told.role == "launched" or own_plan is not None
    if not tells or permissions.why_not_respond(by, movement, speaking):
        return None
    known = Response.objects.filter(superior=movement, body=speaking).order_by("pk").first()
    if known is not None and own_plan is None:
        return known
    kind = told.how or (Kind.PLAN if own_plan else Kind.WITHOUT_PAPER)
    note = told.printed or (
        "Văn bản chưa ghi trong sổ" if kind != Kind.WITHOUT_PAPER and not own_plan else ""
    )
    return respond(movement, body=speaking, kind=kind, document=own_plan, note=note, by=by, at=at)


def _launched_by(plan: Document, speaking: Unit) -> Movement | None:
    """The movement of ours whose plan this is: then it is the movement that answers."""
    papers = MovementDocument.objects.filter(document=plan, part__in=(Part.LAUNCH, Part.PLAN))
    return Movement.objects.filter(
        launcher__body=speaking, merged_into=None, pk__in=papers.values("movement")
    ).first()


def _answer_with(
    ours: Movement, superior: Movement, told: Told, speaking: Unit, *, by: Actor, at: datetime
) -> Response | None:
    if permissions.why_not_respond(by, superior, speaking):
        return None
    known = Response.objects.filter(superior=superior, body=speaking, ours=ours).first()
    return known or respond(
        superior, body=speaking, kind=Kind.PLAN, ours=ours, note=told.printed, by=by, at=at
    )


def _answer_above(ours: Movement, told: Told, speaking: Unit, *, by: Actor, at: datetime) -> Response | None:
    """Our movement answers the one that the text names, the one whose plan ours implements, or one of the same name above."""
    found = None
    for superior, note in _superiors(ours, told, speaking):
        if permissions.why_not_respond(by, superior, speaking):
            continue
        known = Response.objects.filter(superior=superior, body=speaking, ours=ours).first()
        found = known or respond(superior, body=speaking, kind=Kind.PLAN, ours=ours, note=note, by=by, at=at)
    return found


def _superiors(ours: Movement, told: Told, speaking: Unit) -> list[tuple[Movement, str]]:
    found: dict[int, tuple[Movement, str]] = {}
    others = (
        selectors.seen_by_body(speaking)
        .exclude(launcher__body=speaking)
        .exclude(launcher__path__startswith=speaking.path)
        .filter(is_launched=True)
        .select_related("launcher")
    )
    if told.responds_to:
        key = naming.key(told.responds_to)
        named = [row for row in others.filter(folded=key) if _same_time(ours, row)]
        found |= {row.pk: (row, "Văn bản ghi là hưởng ứng") for row in named[:1]}
    if told.plan is not None:
        targets = Citation.objects.filter(source=told.plan, relation=Citation.Relation.IMPLEMENTS).values(
            "target"
        )
        launched = others.filter(papers__document__in=targets, papers__part=Part.LAUNCH).distinct()
        found |= {row.pk: (row, "Kế hoạch triển khai văn bản phát động") for row in launched}
    same = [row for row in others.filter(folded=ours.folded).exclude(pk=ours.pk) if _same_time(ours, row)]
    found = {row.pk: (row, "Cùng tên, cùng thời kỳ") for row in same} | found
    return list(found.values())


def _same_time(left: Movement, right: Movement) -> bool:
    return naming.same_time(selectors.lasting_of(left), selectors.lasting_of(right))
