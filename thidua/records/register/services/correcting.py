"""Facts put right; validity; what replaces what; what need not be concretised."""

from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from thidua.kit.audit import chain
from thidua.kit.refused import Refused, refuse_if
from thidua.records.orgs.actors import Actor
from thidua.records.orgs.models import Unit
from thidua.records.register import numbering, permissions, rows, selectors
from thidua.records.register.models import Citation, Document, Entry, Exemption
from thidua.records.register.refusals import InTheWay
from thidua.records.register.services.citing import link
from thidua.vn.dates import cited_date

CORRECTABLE = frozenset(
    {"type", "number", "issuer", "issued_on", "title", "signer", "signer_title", "topic", "due_on"}
)


@transaction.atomic
def correct(
    document: Document, *, by: Actor, at: datetime, note: str = "", seen: int | None = None, **facts: Any
) -> Document:
    """Put facts right (`type number issuer issued_on title signer signer_title topic due_on`).

    Another number, date or kind of an own document is checked in its series again. `seen`: the last line of the log
    that the officer knew of; where another's came meanwhile, it is refused.
    """
    refuse_if(permissions.why_not_edit(by, document))
    assert facts.keys() <= CORRECTABLE, "only facts of the document can be corrected here"
    chain.hold()
    _refuse_unseen(document, seen, by)
    fresh = Document.objects.select_for_update(of=("self",)).select_related("issuer").get(pk=document.pk)
    before = {name: getattr(fresh, name) for name in facts}
    for name, value in facts.items():
        setattr(fresh, name, value)
    if fresh.issued_on:
        numbering.refuse_future(fresh.issued_on, by.on)
    if fresh.is_draft and fresh.number:
        raise Refused("Dự thảo chưa có số. Số được ghi khi phát hành.")
    if not fresh.number.strip() and not fresh.title.strip():
        raise Refused("Văn bản không có số thì phải có trích yếu.")
    renumbered = {"type", "number", "issued_on", "issuer"} & {
        name for name in facts if before[name] != facts[name]
    }
    if renumbered and fresh.series_id and fresh.number and fresh.issued_on:
        numbering.place(fresh, fresh.number, issued_on=fresh.issued_on, today=by.on)
    rows.settle(fresh)
    _refuse_double(fresh)
    fresh.save()
    changes = {name: [_told(before[name]), _told(getattr(fresh, name))] for name in facts}
    changes = {name: pair for name, pair in changes.items() if pair[0] != pair[1]}
    if changes:
        chain.record("register.correct", fresh, by=by, at=at, text=str(fresh), changes=changes, note=note)
    return fresh


def _refuse_unseen(document: Document, seen: int | None, by: Actor) -> None:
    last = selectors.last_change(document)
    if seen is None or last is None or last.seq <= seen or last.actor == by.key:
        return
    at = timezone.localtime(last.at)
    raise InTheWay(
        f"{last.actor_name} vừa sửa mục này lúc {at.hour} giờ {at.minute:02d}. Xem khác nhau trước khi lưu.",
        document,
    )


def _told(value: Any) -> str:
    return cited_date(value) if isinstance(value, date) else str(value or "")


def _refuse_double(document: Document) -> None:
    """The same issuer, kind, number and day name one document."""
    if not document.number_key or not document.issued_on:
        return
    other = (
        Document.objects.filter(
            issuer=document.issuer,
            type=document.type,
            number_key=document.number_key,
            issued_on=document.issued_on,
            merged_into=None,
        )
        .exclude(pk=document.pk)
        .first()
    )
    if other is not None:
        raise InTheWay(
            f"{other} ngày {cited_date(document.issued_on)} đã có. Mở văn bản đó; nếu là một thì nhập vào.",
            other,
        )


@transaction.atomic
def correct_entry(
    entry: Entry, *, arrival_number: str, received_on: date | None, note: str, by: Actor, at: datetime
) -> Entry:
    """Put the line of the own register right: arrival number, day of arrival, note."""
    refuse_if(permissions.why_not_write(by, entry.body))
    if received_on and received_on > by.on:
        raise Refused("Ngày đến sau ngày hôm nay. Kiểm tra lại ngày đến.")
    changes = {
        "arrival_number": [entry.arrival_number, arrival_number],
        "received_on": [_told(entry.received_on), _told(received_on)],
        "note": [entry.note, note],
    }
    entry.arrival_number, entry.received_on, entry.note = arrival_number, received_on, note
    entry.save(update_fields=["arrival_number", "received_on", "note"])
    changed = {name: pair for name, pair in changes.items() if pair[0] != pair[1]}
    document = entry.document
    chain.record("register.correct_entry", document, by=by, at=at, text=str(document), changes=changed)
    return entry


@transaction.atomic
def set_validity(
    document: Document,
    *,
    effective_on: date | None,
    expires_on: date | None,
    by: Actor,
    at: datetime,
    note: str = "",
) -> Document:
    """From when it holds, and the first day on which it no longer does; None where that is not known."""
    refuse_if(permissions.why_not_edit(by, document))
    if effective_on and expires_on and expires_on <= effective_on:
        raise Refused(
            f"Ngày hết hiệu lực {cited_date(expires_on)} không sau ngày có hiệu lực {cited_date(effective_on)}. "
            "Kiểm tra lại hai ngày."
        )
    changes = {
        "effective_on": [_told(document.effective_on), _told(effective_on)],
        "expires_on": [_told(document.expires_on), _told(expires_on)],
    }
    document.effective_on, document.expires_on = effective_on, expires_on
    document.save(update_fields=["effective_on", "expires_on"])
    chain.record(
        "register.set_validity", document, by=by, at=at, text=str(document), changes=changes, note=note
    )
    return document


@transaction.atomic
def replace(old: Document, new: Document, *, on: date | None = None, by: Actor, at: datetime) -> Citation:
    """Note that `new` replaces `old`; from `on` (or from when `new` holds, where that is known) `old` no longer does."""
    citation = link(new, old, relation=Citation.Relation.REPLACES, by=by, at=at)
    if on is not None:
        old.refresh_from_db(fields=["effective_on", "expires_on"])
        holds = old.effective_on if old.effective_on and old.effective_on < on else None
        changes = {"expires_on": [_told(old.expires_on), _told(on)]}
        old.expires_on, old.effective_on = on, holds
        old.save(update_fields=["expires_on", "effective_on"])
        chain.record(
            "register.set_validity",
            old,
            by=by,
            at=at,
            text=str(old),
            changes=changes,
            note=f"thay bằng {new}",
        )
    return citation


@transaction.atomic
def exempt(document: Document, *, body: Unit, reason: str, by: Actor, at: datetime) -> Exemption:
    """Note why `body` need not concretise a superior's document; a new reason takes the old one's place."""
    refuse_if(permissions.why_not_exempt(by, document, body))
    if not reason.strip():
        raise Refused("Ghi lý do không phải cụ thể hóa.")
    facts = {"reason": " ".join(reason.split())[:300], "by": by.key, "by_name": by.name, "at": at}
    exemption, _ = Exemption.objects.update_or_create(document=document, body=body, defaults=facts)
    chain.record(
        "register.exempt",
        document,
        by=by,
        at=at,
        text=str(document),
        changes={"body": ["", body.name]},
        note=exemption.reason,
    )
    return exemption


@transaction.atomic
def withdraw_exemption(exemption: Exemption, *, by: Actor, at: datetime) -> None:
    """The document asks for a plan again."""
    document = exemption.document
    refuse_if(permissions.why_not_exempt(by, document, exemption.body))
    note = exemption.reason
    exemption.delete()
    chain.record("register.withdraw_exemption", document, by=by, at=at, text=str(document), note=note)
