"""Answers to superiors' movements: by a movement of one's own, a letter, worked in elsewhere; or why not."""

from datetime import date, datetime

from django.db import transaction

from thidua.kit.audit import chain
from thidua.kit.refused import Refused, refuse_if
from thidua.records.orgs.actors import Actor
from thidua.records.orgs.models import Unit
from thidua.records.register import selectors as register
from thidua.records.register.models import Document
from thidua.work.movements import permissions, selectors
from thidua.work.movements import wording as told
from thidua.work.movements.models import Exemption, Movement, Response

Kind = Response.Kind
_NEEDS_PAPER = (Kind.PLAN, Kind.REGISTRATION)


@transaction.atomic
def respond(
    superior: Movement,
    *,
    body: Unit,
    kind: str,
    by: Actor,
    at: datetime,
    ours: Movement | None = None,
    document: Document | None = None,
    on: date | None = None,
    note: str = "",
) -> Response:
    """`body` answers `superior`; the same answer a second time is completed, not doubled. `on` is the paper's day by itself.

    By a plan or a registration a paper or a movement of one's own is named; one paper may answer several superiors.
    """
    refuse_if(permissions.why_not_respond(by, superior, body))
    refuse_if(_why_not_answer(superior, body, kind, ours, document, on, note, by))
    chain.hold()
    day = on or (document.issued_on if document else None) or (ours.launched_on if ours else None)
    row = Response.objects.filter(superior=superior, body=body, **_same(kind, ours, document)).first()
    if row is None:
        row = _completed(superior, body, ours, document) or Response(superior=superior, body=body, at=at)
    row.kind, row.ours, row.document = kind, ours or row.ours, document or row.document
    row.on, row.note = day or row.on, " ".join(note.split())[:400] or row.note
    row.save()
    Exemption.objects.filter(movement=superior, body=body).delete()
    by_what = ours.title if ours else str(document) if document else row.note
    changes = {"body": ["", body.name], "kind": ["", kind], "answered_by": ["", by_what]}
    chain.record("movements.respond", superior, by=by, at=at, text=told.text(superior), changes=changes)
    if ours is not None:
        changes = {"superior": ["", superior.title]}
        chain.record("movements.answer", ours, by=by, at=at, text=told.text(ours), changes=changes)
    return row


def _same(kind: str, ours: Movement | None, document: Document | None) -> dict[str, object]:
    if ours is not None:
        return {"ours": ours}
    if document is not None:
        return {"ours": None, "document": document}
    return {"ours": None, "document": None, "kind": kind}


def _completed(
    superior: Movement, body: Unit, ours: Movement | None, document: Document | None
) -> Response | None:
    """An answer written down before its paper was known, or before the movement was."""
    if ours is None and document is None:
        return None
    rows = Response.objects.filter(superior=superior, body=body, ours=None)
    papers = [paper.document_id for paper in ours.papers.all()] if ours else []
    if document is not None:
        papers.append(document.pk)
    return (
        rows.filter(document__in=papers).first()
        or rows.filter(document=None, kind=Kind.WITHOUT_PAPER).first()
    )


def _why_not_answer(
    superior: Movement,
    body: Unit,
    kind: str,
    ours: Movement | None,
    document: Document | None,
    on: date | None,
    note: str,
    by: Actor,
) -> list[str]:
    if kind not in Kind.values:
        return ["Chọn cách hưởng ứng."]
    if on and on > by.on:
        return ["Ngày hưởng ứng sau ngày hôm nay. Kiểm tra lại ngày."]
    if ours is not None and (not ours.launcher or ours.launcher.body_id != body.pk):
        return ["Phong trào dùng để hưởng ứng phải do cơ quan phát động. Chọn lại, hoặc chọn văn bản."]
    if ours is not None and superior.pk in selectors.reached_from([superior.pk, ours.pk])[superior.pk] - {
        superior.pk
    }:
        return ["Hai phong trào không hưởng ứng lẫn nhau."]
    if ours is not None and ours.pk in selectors.reached_from([superior.pk])[superior.pk]:
        return [f"Phong trào {superior.title} đang hưởng ứng phong trào này, không ghi ngược lại."]
    if kind in _NEEDS_PAPER and ours is None and document is None and not note.strip():
        return ["Chọn kế hoạch hoặc văn bản đăng ký; chưa có trong sổ thì ghi rõ ở phần ghi chú."]
    if kind == Kind.WORKED_IN and document is None and ours is None and not note.strip():
        return ["Ghi lồng ghép vào văn bản, việc nào."]
    if document is not None and document.state != Document.State.ISSUED:
        return [f"{document} chưa ban hành. Ghi hưởng ứng khi đã ban hành."]
    seen = document is None or by.is_system or register.visible_to(by).filter(pk=document.pk).exists()
    return [] if seen else ["Văn bản này không ở trong sổ của cơ quan. Ghi vào sổ trước rồi ghi hưởng ứng."]


@transaction.atomic
def withdraw_response(response: Response, *, by: Actor, at: datetime) -> None:
    """The answer was written down by mistake; the superior's movement asks again."""
    superior, body = response.superior, response.body
    refuse_if(permissions.why_not_write(by, body))
    by_what = response.ours.title if response.ours else str(response.document or response.note)
    response.delete()
    changes = {"body": [body.name, ""], "answered_by": [by_what, ""]}
    chain.record(
        "movements.withdraw_response", superior, by=by, at=at, text=told.text(superior), changes=changes
    )


@transaction.atomic
def not_for_us(movement: Movement, *, body: Unit, reason: str, by: Actor, at: datetime) -> Exemption:
    """Why `body` need not answer; a new reason takes the old one's place."""
    refuse_if(permissions.why_not_respond(by, movement, body))
    reason = " ".join(reason.split())
    if not reason:
        raise Refused("Ghi lý do không thuộc phạm vi của cơ quan.")
    if Response.objects.filter(superior=movement, body=body).exists():
        raise Refused("Cơ quan đã hưởng ứng phong trào này. Bỏ việc hưởng ứng trước nếu ghi nhầm.")
    facts = {"reason": reason[:300], "by": by.key, "by_name": by.name, "at": at}
    row, _ = Exemption.objects.update_or_create(movement=movement, body=body, defaults=facts)
    chain.record(
        "movements.not_for_us",
        movement,
        by=by,
        at=at,
        text=told.text(movement),
        changes={"body": ["", body.name]},
        note=row.reason,
    )
    return row


@transaction.atomic
def withdraw_exemption(exemption: Exemption, *, by: Actor, at: datetime) -> None:
    """The movement asks the body again."""
    movement, reason = exemption.movement, exemption.reason
    refuse_if(permissions.why_not_write(by, exemption.body))
    exemption.delete()
    chain.record(
        "movements.withdraw_exemption", movement, by=by, at=at, text=told.text(movement), note=reason
    )
