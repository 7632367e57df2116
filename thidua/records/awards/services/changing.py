"""Lines are put right, struck out, revoked: nothing is erased, each keeps what it was."""

from datetime import datetime
from typing import Any

from django.db import transaction

from thidua.kit.audit import chain
from thidua.kit.refused import Refused, refuse_if
from thidua.records.awards import permissions, rows
from thidua.records.awards.models import Award
from thidua.records.awards.services.settling import settle_facts
from thidua.records.awards.standing import Standing
from thidua.records.orgs.actors import Actor
from thidua.records.orgs.typed import tidy
from thidua.records.register.models import Document
from thidua.vn.dates import cited_date

_COPIED = tuple(
    field.attname
    for field in Award._meta.concrete_fields
    if field.name
    not in ("id", "corrects", "ending", "ended_at", "ended_reason", "revoking", "folded", "created_at")
)


@transaction.atomic
def correct(award: Award, *, by: Actor, at: datetime, reason: str = "", **facts: Any) -> Award:
    """A new line takes the place of a wrong one, which stays readable; names under a count go with it.

    `facts`: of `rows.FACTS`. Where nothing differs, the line stays as it is.
    """
    old = rows.locked(award)
    refuse_if(permissions.why_not_change(by, old))
    new = Award(**{name: getattr(old, name) for name in _COPIED}, corrects=old, created_at=at)
    rows.fill(new, settle_facts(facts, body=old.body, by=by, at=at))
    changes = rows.changes(rows.shown(old), rows.shown(new))
    if not changes:
        return old
    refuse_if(
        _why_not_in_place(old, new) or rows.why_not_so(new, by.on) or Standing([new]).why_not_again(new)
    )
    _end(old, Award.Ending.CORRECTED, reason, at)
    new.save()
    old.parts.update(part_of=new)
    chain.record("awards.correct", new, by=by, at=at, text=str(new), changes=changes, note=tidy(reason)[:300])
    return new


def _why_not_in_place(old: Award, new: Award) -> list[str]:
    if old.is_aggregate is not new.is_aggregate:
        return ["Con số chưa có danh sách không đổi thành một tên. Ghi tên vào trong số đó."]
    if not old.is_aggregate:
        return []
    named = old.parts.exclude(ending__in=(Award.Ending.CORRECTED, Award.Ending.STRUCK))
    have = named.count()
    if new.count < have:
        return [f"Đã ghi {have} tên trong số này, số lượng không ít hơn được. Bỏ tên ghi nhầm trước."]
    if have and (new.code, new.name, new.of_whom, new.since, new.until) != (
        old.code,
        old.name,
        old.of_whom,
        old.since,
        old.until,
    ):
        return ["Con số đã có tên ghi kèm nên không đổi danh hiệu, đối tượng, kỳ. Sửa từng tên trước."]
    return []


@transaction.atomic
def strike(award: Award, *, reason: str, by: Actor, at: datetime) -> Award:
    """The line should never have been written: it stays readable with the reason and counts nowhere."""
    row = rows.locked(award)
    refuse_if(permissions.why_not_end(by, row))
    if not tidy(reason):
        raise Refused("Nhập lý do bỏ dòng này.")
    _end(row, Award.Ending.STRUCK, reason, at)
    chain.record("awards.strike", row, by=by, at=at, text=str(row), note=row.ended_reason)
    return row


@transaction.atomic
def revoke(award: Award, *, reason: str, revoking: Document | None = None, by: Actor, at: datetime) -> Award:
    """The award was given and taken back, by a decision where it is at hand."""
    row = rows.locked(award)
    refuse_if(permissions.why_not_end(by, row))
    if not tidy(reason):
        raise Refused("Nhập lý do thu hồi.")
    given = row.decision.issued_on if row.decision else None
    if revoking and revoking.issued_on and given and revoking.issued_on < given:
        raise Refused(
            f"{revoking} ký trước quyết định khen thưởng (ngày {cited_date(given)}). Kiểm tra lại văn bản."
        )
    row.revoking = revoking
    _end(row, Award.Ending.REVOKED, reason, at)
    changes = {"revoking": ["", str(revoking)]} if revoking else {}
    chain.record("awards.revoke", row, by=by, at=at, text=str(row), changes=changes, note=row.ended_reason)
    return row


def _end(award: Award, ending: str, reason: str, at: datetime) -> None:
    award.ending, award.ended_at, award.ended_reason = ending, at, tidy(reason)[:300]
    award.save(update_fields=["ending", "ended_at", "ended_reason", "revoking"])
