"""Entries are checked against their text, own rules are stated; both with the document, withdrawn, never erased."""

import json
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.db import transaction

from thidua.kit.audit import chain
from thidua.kit.refused import Refused, refuse_if
from thidua.law.book import Book, BookError, Entry
from thidua.law.citations import bare
from thidua.records.catalogue import permissions, selectors
from thidua.records.catalogue.models import Overlay
from thidua.records.orgs.actors import Actor
from thidua.records.orgs.models import Unit
from thidua.records.orgs.typed import tidy
from thidua.records.register.models import Document
from thidua.vn.dates import cited_date

NUMBERS = {
    "rewards": ("coefficient", "Hệ số"),
    "base_salary": ("amount_vnd", "Mức lương cơ sở (đồng)"),
    "voting": ("min_percent", "Tỷ lệ đồng ý ít nhất (%)"),
    "routes": ("days_working", "Số ngày làm việc"),
}
"""The one number of an entry that is put right when it differs from the text, by shelf."""
OWN_RULES: dict[str, tuple[str, str, str]] = {
    "ty_le_phieu": ("Tỷ lệ phiếu đồng ý (%)", "voting", "min_percent"),
    "so_nguoi_hop": ("Tỷ lệ thành viên có mặt để họp (%)", "voting", "quorum"),
    "cong_khai": ("Số ngày công khai (ngày làm việc)", "deadlines", "value"),
    "thoi_han": ("Thời hạn giải quyết (ngày làm việc)", "deadlines", "value"),
}
"""What a body sets for itself: label, shelf, field."""
_REPLACED = "Thay bằng lần ghi mới."


@transaction.atomic
def verify_entry(
    entry: str,
    *,
    body: Unit,
    document: Document,
    place: str,
    since: date,
    by: Actor,
    at: datetime,
    until: date | None = None,
    number: Decimal | None = None,
    name: str = "",
    note: str = "",
) -> Overlay:
    """All that the entry says stands in the document, at that place, from that day on; `number` puts its one number right.

    What was confirmed is kept whole: a later edition of the book does not change it.
    """
    refuse_if(permissions.why_not_verify(by, body))
    chain.hold()
    book = selectors.book(by.on, body)
    old = book.by_id.get(entry)
    if old is None:
        raise Refused("Sách luật không có mục này.")
    row = _confirmed(old) | _row(entry, old.shelf, document, place, since, until)
    row |= {
        "name": tidy(name)[:300] or old.name,
        "note": tidy(note)[:400],
        "partial": False,
        "verify_after": _check_again(old, by.on),
        "promoted": f"{by.name} đối chiếu với {document} ngày {cited_date(by.on)}",
    }
    changes = {"place": [old.cite_text, row["cite"]], "since": [old.since, since]} | _corrected(
        old, row, number
    )
    said = row["name"] or selectors.name_of(old, book)
    return _lay(Overlay.Kind.CHECKED, row, said, book, body, document, place, note, by, at, changes)


@transaction.atomic
def state_own_rule(
    kind: str,
    name: str,
    *,
    body: Unit,
    number: Decimal,
    document: Document,
    place: str,
    since: date,
    by: Actor,
    at: datetime,
    until: date | None = None,
    awards: Sequence[str] = (),
    note: str = "",
) -> Overlay:
    """A rule of the body's own quy chế (`kind`: OWN_RULES), for some titles and forms or for all."""
    refuse_if(permissions.why_not_verify(by, body))
    chain.hold()
    if kind not in OWN_RULES or not tidy(name):
        raise Refused("Chọn loại quy định và nhập tên.")
    book = selectors.book(by.on, body)
    _, shelf, field = OWN_RULES[kind]
    if unknown := [code for code in awards if not selectors.is_known(code, book)]:
        raise Refused(f"Sách luật không có mã {', '.join(unknown)}.")
    place_in_line = Overlay.objects.filter(body=body, kind=Overlay.Kind.OWN).count() + 1
    row = _row(f"rieng.{body.pk}.{place_in_line}", shelf, document, place, since, until) | {
        "name": tidy(name)[:200],
        "awards": list(awards) or ["*"],
        "note": tidy(note)[:400],
        field: _worth(field, _plain(number)),
    }
    changes = {"number": [None, number], "since": [None, since]}
    return _lay(Overlay.Kind.OWN, row, row["name"], book, body, document, place, note, by, at, changes)


@transaction.atomic
def withdraw_overlay(overlay: Overlay, *, reason: str, by: Actor, at: datetime) -> Overlay:
    """It was wrong, or holds no more: the book says again what it said before."""
    chain.hold()
    row = Overlay.objects.select_for_update(of=("self",)).select_related("body").get(pk=overlay.pk)
    refuse_if(permissions.why_not_withdraw(by, row))
    if not tidy(reason):
        raise Refused("Nhập lý do thu hồi.")
    row.withdrawn_at, row.withdrawn_reason = at, tidy(reason)[:300]
    row.save(update_fields=["withdrawn_at", "withdrawn_reason"])
    chain.record("catalogue.withdraw", row, by=by, at=at, text=row.name, note=row.withdrawn_reason)
    return row


def _row(
    entry: str, shelf: str, document: Document, place: str, since: date, until: date | None
) -> dict[str, Any]:
    """What every laid entry says of itself."""
    if not document.number:
        raise Refused("Văn bản chưa có số. Ghi số của văn bản trong sổ trước khi đối chiếu.")
    if not tidy(place):
        raise Refused("Nhập điều, khoản của văn bản.")
    if until is not None and until < since:
        raise Refused("Ngày hết hiệu lực đứng trước ngày có hiệu lực. Kiểm tra lại hai ngày.")
    return {
        "id": entry,
        "shelf": shelf,
        "status": "confirmed",
        "cite": f"{document.number}, {tidy(place)}",
        "effective_from": since.isoformat(),
        "effective_to": until.isoformat() if until else None,
    }


def _confirmed(old: Entry) -> dict[str, Any]:
    """What the entry says, its conditions no longer drafts."""
    said: dict[str, Any] = json.loads(json.dumps(dict(old.data), cls=DjangoJSONEncoder))
    if "conditions" in said:
        said["conditions"] = [_settled(condition) for condition in said["conditions"]]
    return said


def _settled(condition: dict[str, Any]) -> dict[str, Any]:
    kept = {name: value for name, value in condition.items() if name != "status"}
    for whole in ("any", "all"):
        if whole in kept:
            kept[whole] = [_settled(part) for part in kept[whole]]
    return kept


def _check_again(old: Entry, on: date) -> str | None:
    """A change that is still to come will have to be checked; one that has come was checked just now."""
    return old.check_from.isoformat() if old.check_from and on < old.check_from else None


def _corrected(old: Entry, row: dict[str, Any], number: Decimal | None) -> dict[str, Any]:
    """Put the one number right; what changed, for the chain."""
    if number is None:
        return {}
    field = NUMBERS.get(old.shelf, ("", ""))[0]
    if field not in old.data:
        raise Refused("Mục này không có con số để sửa.")
    row[field] = _plain(number)
    return {"number": [old.data[field], row[field]]}


def _plain(number: Decimal) -> int | float:
    return int(number) if number == number.to_integral_value() else float(number)


def _worth(field: str, number: float) -> Any:
    return {"quorum": {"award_session_percent": number}, "value": {"working_days": number}}.get(field, number)


def _lay(
    kind: str,
    row: dict[str, Any],
    name: str,
    book: Book,
    body: Unit,
    document: Document,
    place: str,
    note: str,
    by: Actor,
    at: datetime,
    changes: Mapping[str, Any],
) -> Overlay:
    """Take the place of what the body said of this entry before, and leave the trace."""
    content = [*_source(document, row, book), row]
    try:
        laid = book.with_overlays(content)
    except BookError as fault:
        raise Refused(f"Chưa ghi được: {fault.what}.") from fault
    if laid.by_id[row["id"]].is_draft:
        raise Refused("Mục chưa dẫn được văn bản này. Kiểm tra lại số của văn bản.")
    before = Overlay.objects.filter(body=body, entry=row["id"], withdrawn_at=None)
    before.update(withdrawn_at=at, withdrawn_reason=_REPLACED)
    overlay = Overlay.objects.create(
        body=body,
        kind=kind,
        entry=row["id"],
        name=name[:300],
        content=content,
        document=document,
        place=tidy(place)[:120],
        note=tidy(note)[:400],
        stated_by=by.name[:120],
        at=at,
    )
    verb = "catalogue.verify" if kind == Overlay.Kind.CHECKED else "catalogue.state"
    said = {"document": ["", str(document)], **changes}
    chain.record(verb, overlay, by=by, at=at, text=overlay.name, changes=said, note=overlay.note)
    return overlay


def _source(document: Document, row: Mapping[str, Any], book: Book) -> list[dict[str, Any]]:
    """The document as a text of the book, where the book does not know it yet."""
    known = {bare(str(entry.data["number"])) for entry in book.shelf("sources")}
    if document.number in known:
        return []
    return [
        {
            "id": f"vb.{document.pk}",
            "shelf": "sources",
            "number": document.number,
            "name": document.title or str(document),
            "issuer": document.issuer.name if document.issuer else "",
            "issued_on": document.issued_on.isoformat() if document.issued_on else None,
            "cite": document.number,
            "status": "confirmed",
            "effective_from": row["effective_from"],
            "effective_to": None,
        }
    ]
