"""Proposals are looked through: accepted, edited, left out. Nothing reaches the register yet."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction

from thidua.kit.audit import chain
from thidua.kit.refused import Refused, refuse_if
from thidua.outlook.intake import permissions
from thidua.outlook.intake.models import Proposal, Reading
from thidua.outlook.intake.suggestions import full_number
from thidua.records.orgs.actors import Actor

_PENDING, _ACCEPTED = Proposal.Decision.PENDING, Proposal.Decision.ACCEPTED


@transaction.atomic
def decide(
    proposal: Proposal, decision: str, *, by: Actor, at: datetime, seen: datetime | None = None
) -> Proposal:
    """Accept, leave out, or put back. `seen`: when the card was saved as the officer saw it; a newer one is not run over.

    The same decision a second time changes nothing and leaves no line.
    """
    chain.hold()
    row = _locked(proposal)
    refuse_if(permissions.why_not_decide(by, row))
    if decision not in Proposal.Decision.values:
        raise Refused("Không có lựa chọn này. Chọn Nhận hoặc Bỏ.")
    if row.decision == decision:
        return row
    refuse_if(permissions.why_not_over(row.saved_at, row.saved_by, seen))
    before, row.decision = row.decision, decision
    _save(row, by, at)
    changes = {"decision": [before, decision], "proposal": ["", _named(row)]}
    chain.record("intake.decide", row.reading, by=by, at=at, text=row.reading.name, changes=changes)
    return row


@transaction.atomic
def edit(
    proposal: Proposal,
    changes: Mapping[str, Any],
    *,
    by: Actor,
    at: datetime,
    seen: datetime | None = None,
) -> Proposal:
    """Put the officer's version beside what was read (which stays), and accept it."""
    chain.hold()
    row = _locked(proposal)
    refuse_if(permissions.why_not_decide(by, row))
    if row.kind == Proposal.Kind.MATCH:
        raise Refused("Đối chiếu chỉ nhận hoặc bỏ. Sửa văn bản ở sổ văn bản.")
    refuse_if(permissions.why_not_over(row.saved_at, row.saved_by, seen))
    before = dict(row.fact)
    after = before | dict(changes)
    differing = {name: [before.get(name), after[name]] for name in after if before.get(name) != after[name]}
    row.edited = after if after != row.proposed else None
    row.decision = _ACCEPTED
    _save(row, by, at)
    recorded = differing | {"proposal": ["", _named(row)]}
    chain.record("intake.edit", row.reading, by=by, at=at, text=row.reading.name, changes=recorded)
    return row


@transaction.atomic
def accept_reading(proposal: Proposal, *, by: Actor, at: datetime, seen: datetime | None = None) -> Proposal:
    """Accept how an incomplete number was probably meant: 01/2024/BNV as 01/2024/TT-BNV."""
    number = full_number(proposal.fact.get("number"), proposal.fact.get("type"))
    if not number:
        raise Refused("Số này không còn thiếu phần nào. Mở lại trang để xem.")
    return edit(proposal, {"number": number}, by=by, at=at, seen=seen)


@transaction.atomic
def accept_certain(reading: Reading, *, by: Actor, at: datetime) -> int:
    """Accept all undecided proposals of high confidence at once; how many. Doubtful ones stay for a person."""
    chain.hold()
    locked = Reading.objects.select_for_update(of=("self",)).select_related("body").get(pk=reading.pk)
    refuse_if(permissions.why_not_change(by, locked))
    certain = locked.proposals.filter(decision=_PENDING, is_low=False)
    count = certain.update(decision=_ACCEPTED, saved_at=at, saved_by=by.name[:120])
    if not count:
        return 0
    _touch(locked, by, at)
    changes = {"accepted": [0, count]}
    chain.record("intake.accept_certain", locked, by=by, at=at, text=locked.name, changes=changes)
    return count


@transaction.atomic
def check_text(reading: Reading, *, by: Actor, at: datetime) -> Reading:
    """A person confirms that a text converted from an old font reads right."""
    chain.hold()
    locked = Reading.objects.select_for_update(of=("self",)).select_related("body").get(pk=reading.pk)
    refuse_if(permissions.why_not_change(by, locked))
    if locked.is_text_checked:
        return locked
    locked.is_text_checked = True
    _touch(locked, by, at)
    chain.record("intake.check_text", locked, by=by, at=at, text=locked.name, note=locked.encoding)
    return locked


def _locked(proposal: Proposal) -> Proposal:
    row = Proposal.objects.select_for_update(of=("self",)).select_related("reading__body")
    found = row.filter(pk=proposal.pk).first()
    if found is None:
        raise Refused("Mục này không còn: sổ văn bản đã đổi. Mở lại trang để xem.")
    return found


def _save(row: Proposal, by: Actor, at: datetime) -> None:
    row.saved_at, row.saved_by = at, by.name[:120]
    row.save(update_fields=["decision", "edited", "saved_at", "saved_by"])
    _touch(row.reading, by, at)


def _touch(reading: Reading, by: Actor, at: datetime) -> None:
    reading.saved_at, reading.saved_by = at, by.name[:120]
    reading.save(update_fields=["saved_at", "saved_by", "is_text_checked"])


def _named(row: Proposal) -> str:
    fact = row.fact
    said = fact.get("number") or fact.get("title") or fact.get("name") or fact.get("action") or ""
    return f"{row.get_kind_display()} {row.position}: {said}"[:200].rstrip(": ")
