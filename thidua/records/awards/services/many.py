"""Many at a time: a list of names, or the names of a count. One line in the chain for all."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db import transaction

from thidua.kit.audit import chain
from thidua.kit.refused import Refused, refuse_if
from thidua.records.awards import permissions, rows, selectors
from thidua.records.awards.models import Award
from thidua.records.awards.rows import NewHousehold, Recipient
from thidua.records.awards.services.settling import settle_facts
from thidua.records.orgs.actors import Actor
from thidua.records.orgs.models import Unit

REASONS = 20
_SHARED = (
    "decision",
    "decided_by",
    "authority",
    "category",
    "occasion",
    "source",
    "source_document",
    "printed",
)


@dataclass(frozen=True)
class Line:
    """One of many. `place`: where it stands in what was pasted, for a refusal."""

    place: int
    recipient: Recipient | NewHousehold
    facts: dict[str, Any] = field(default_factory=dict)
    """Of `rows.FACTS`, over those that all have."""


@transaction.atomic
def enter_many(lines: Sequence[Line], *, body: Unit, by: Actor, at: datetime, **shared: Any) -> list[Award]:
    """All or none: each refusal names its line. `shared`: facts that all have."""
    refuse_if(permissions.why_not_write(by, body))
    chain.hold()
    if not lines:
        raise Refused("Chọn ít nhất một dòng để ghi.")
    facts = settle_facts(shared, body=body, by=by, at=at)
    made: list[Award] = []
    reasons: list[str] = []
    with chain.within("awards.enter_many"):
        for line in lines:
            award = Award(body=body, created_at=at)
            told = {**facts, **line.facts, "recipient": line.recipient}
            rows.fill(award, settle_facts(told, body=body, by=by, at=at))
            wrong = rows.why_not_so(award, by.on) or rows.why_not_again(award)
            reasons += [f"Dòng {line.place}: {reason}" for reason in wrong]
            if not reasons:
                award.save()
                made.append(award)
    refuse_if(reasons[:REASONS])
    text = f"{len(made)} khen thưởng"
    chain.record("awards.enter_many", made[0], by=by, at=at, text=text, changes=_counted(made))
    return made


@transaction.atomic
def fill_aggregate(award: Award, lines: Sequence[Line], *, by: Actor, at: datetime) -> list[Award]:
    """Names take their place in a count. Who stands in the register by name already is taken in, not written twice."""
    many = rows.locked(award)
    refuse_if(permissions.why_not_change(by, many) or _why_not_fill(many, len(lines)))
    shared = {name: getattr(many, name) for name in _SHARED}
    shared |= {"kind": many.code or many.name, "sort": many.sort, "home": many.home}
    named: list[Award] = []
    reasons: list[str] = []
    with chain.within("awards.fill_aggregate"):
        for line in lines:
            told = {**shared, **line.facts, "recipient": line.recipient}
            one = Award(body=many.body, created_at=at, part_of=many)
            rows.fill(
                one, {**settle_facts(told, body=many.body, by=by, at=at), "period": rows.period_of(many)}
            )
            there = rows.standing_as(one).filter(part_of=None).first()
            wrong = [] if there else rows.why_not_again(one) or rows.why_not_so(one, by.on)
            if one.of_whom != many.of_whom:
                wrong = [f"{one.recipient} không phải {many.get_of_whom_display().lower()}."]
            reasons += [f"Dòng {line.place}: {reason}" for reason in wrong]
            if reasons:
                continue
            if there:
                there.part_of = many
                there.save(update_fields=["part_of"])
            else:
                one.save()
            named.append(there or one)
    refuse_if(reasons[:REASONS])
    chain.record("awards.fill_aggregate", many, by=by, at=at, text=str(many), changes=_counted(named))
    return named


def _why_not_fill(many: Award, names: int) -> list[str]:
    if not many.is_aggregate:
        return ["Dòng này đã có tên."]
    if not names:
        return ["Chọn ít nhất một tên để ghi."]
    left = selectors.with_unnamed(Award.objects.filter(pk=many.pk)).get().unnamed
    if names > left:
        return [f"Còn {left} chưa có tên mà danh sách có {names} tên. Bỏ bớt, hoặc sửa số lượng trước."]
    return []


def _counted(made: Sequence[Award]) -> dict[str, Any]:
    digest = hashlib.sha256("\n".join(map(str, made)).encode()).hexdigest()
    return {"lines": ["", len(made)], "digest": ["", digest]}
