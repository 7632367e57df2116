"""Many at a time: a list of awards, or the names of a count. One line in the chain for all, and an exact way back."""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import prefetch_related_objects

from thidua.kit.audit import chain
from thidua.kit.refused import Refused, refuse_if
from thidua.kit.sheets import undo
from thidua.kit.sheets.made import Made
from thidua.records.awards import permissions, rows, selectors
from thidua.records.awards.models import Award
from thidua.records.awards.rows import NewHousehold, Recipient
from thidua.records.awards.services.settling import Settling
from thidua.records.awards.standing import Standing
from thidua.records.orgs.actors import Actor
from thidua.records.orgs.models import Person, Unit
from thidua.records.register.models import Document

AT_ONCE = 500
REASONS = undo.REASONS
_OWN_VERBS = ("awards.enter_many",)
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
Told = tuple[int, dict[str, Any]]
"""Where a line stands, and all that is told of it."""


@dataclass(frozen=True)
class Line:
    """One of many. `place`: where it stands in what was pasted, for a refusal."""

    place: int
    recipient: Recipient | NewHousehold | None
    """None: a count without names; `facts` say `count` and `of_whom`."""
    facts: dict[str, Any] = field(default_factory=dict)
    """Of `rows.FACTS`, over those that all have."""


@transaction.atomic
def enter_many(lines: Sequence[Line], *, body: Unit, by: Actor, at: datetime, **shared: Any) -> Made:
    """All or none, each as `enter` or `enter_aggregate` would write it; each refusal names its line. `shared`: facts that
    all have. A count that stands already is not written again. The number of queries grows by AT_ONCE lines."""
    refuse_if(permissions.why_not_write(by, body))
    chain.hold()
    if not lines:
        raise Refused("Chọn ít nhất một dòng để ghi.")
    first, digest = None, hashlib.sha256()
    reasons: list[str] = []
    with chain.within("awards.enter_many"):
        settling = Settling(body=body, by=by, at=at)
        settling.look_up([shared])
        facts = settling.settled(dict(shared))
        for start in range(0, len(lines), AT_ONCE):
            chunk = [_told(line, facts) for line in lines[start : start + AT_ONCE]]
            new, wrong = _judged(chunk, settling, body=body, by=by, at=at)
            reasons += wrong
            if len(reasons) >= REASONS:
                break
            # Lines that may stand are written beside refused ones: no later line may repeat them.
            settling.made.add(*Award.objects.bulk_create(new))
            digest.update("".join(f"{award}\n" for award in new).encode())
            first = first or next(iter(new), None)
    refuse_if(reasons[:REASONS])
    if settling.made:
        written = len(settling.made.of(Award))
        changes = {"lines": ["", written], "digest": ["", digest.hexdigest()]}
        text = f"{written} khen thưởng"
        chain.record("awards.enter_many", first or body, by=by, at=at, text=text, changes=changes)
    return settling.made


@transaction.atomic
def take_back(made: Made, *, by: Actor, at: datetime) -> None:
    """Delete what `enter_many` made, its papers and households too. Refused, naming the lines, where one was corrected,
    ended, taken into a count, given names, or anything else rests on it since."""
    chain.hold()
    refuse_if(_why_not_take_back(made, by) or undo.why_not_take_back(made, own_verbs=_OWN_VERBS))
    undo.erase(made)
    lines = len(made.of(Award))
    digest = hashlib.sha256(repr(made.as_json()).encode()).hexdigest()
    changes = {"lines": ["", lines], "digest": ["", digest]}
    text = f"{lines} khen thưởng"
    chain.record("awards.take_back", "awards.Award:", by=by, at=at, text=text, changes=changes)


@transaction.atomic
def fill_aggregate(award: Award, lines: Sequence[Line], *, by: Actor, at: datetime) -> list[Award]:
    """Names take their place in a count. Who stands in the register by name already is taken in, not written twice."""
    many = rows.locked(award)
    refuse_if(permissions.why_not_change(by, many) or _why_not_fill(many, len(lines)))
    shared = {name: getattr(many, name) for name in _SHARED}
    shared |= {"kind": many.code or many.name, "sort": many.sort, "home": many.home}
    period = {"period": rows.period_of(many)}
    with chain.within("awards.fill_aggregate"):
        settling = Settling(body=many.body, by=by, at=at)
        chunk = [(place, told | period) for place, told in (_told(line, shared) for line in lines)]
        named, reasons = _named(chunk, settling, many, by=by, at=at)
        refuse_if(reasons[:REASONS])
        Award.objects.bulk_update([row for row in named if row.pk], ["part_of"])
        Award.objects.bulk_create(row for row in named if not row.pk)
    digest = hashlib.sha256("\n".join(map(str, named)).encode()).hexdigest()
    changes = {"lines": ["", len(named)], "digest": ["", digest]}
    chain.record("awards.fill_aggregate", many, by=by, at=at, text=str(many), changes=changes)
    return named


def _told(line: Line, shared: dict[str, Any]) -> Told:
    told = {**shared, **line.facts}
    if line.recipient is not None:
        told["recipient"] = line.recipient
    return line.place, told


def _judged(
    chunk: Sequence[Told], settling: Settling, *, body: Unit, by: Actor, at: datetime
) -> tuple[list[Award], list[str]]:
    """Of some hundred lines the rows to write, unsaved, and what is refused."""
    settling.look_up(told for _, told in chunk)
    held = _positions(chunk)
    judged: list[tuple[int, Award, list[str]]] = []
    pattern = Award(body=body, created_at=at)
    for place, told in chunk:
        award = rows.like(pattern)
        try:
            rows.fill(award, settling.settled(told), held)
        except Refused as refused:
            judged.append((place, award, refused.reasons))
        else:
            judged.append((place, award, rows.why_not_so(award, by.on)))
    standing = Standing(award for _, award, wrong in judged if not wrong)
    new: list[Award] = []
    reasons: list[str] = []
    for place, award, wrong in judged:
        wrong = wrong or standing.why_not_again(award)
        reasons += [f"Dòng {place}: {reason}" for reason in wrong]
        if not wrong and not (award.is_aggregate and standing.figure(award)):
            standing.add(award)
            new.append(award)
    return new, reasons


def _positions(chunk: Iterable[Told]) -> dict[int, list[rows.Held]]:
    """Of the people among the recipients; the issuers of the decisions are fetched with them."""
    facts = [told for _, told in chunk]
    people = {told["recipient"].pk for told in facts if isinstance(told.get("recipient"), Person)}
    papers = {id(row): row for told in facts if isinstance(row := told.get("decision"), Document)}
    prefetch_related_objects(list(papers.values()), "issuer")
    return rows.held_by(people) if people else {}


def _named(
    chunk: Sequence[Told], settling: Settling, many: Award, *, by: Actor, at: datetime
) -> tuple[list[Award], list[str]]:
    """Names of a count, unsaved: rows that stand by name are taken in, others are new; and what is refused."""
    settling.look_up(told for _, told in chunk)
    held = _positions(chunk)
    ones = [Award(body=many.body, created_at=at, part_of=many) for _ in chunk]
    for one, (_, told) in zip(ones, chunk, strict=True):
        rows.fill(one, settling.settled(told), held)
    standing = Standing(ones)
    named: list[Award] = []
    reasons: list[str] = []
    for one, (place, _) in zip(ones, chunk, strict=True):
        there = next((row for row in standing.same(one) if row.part_of_id is None), None)
        wrong = [] if there else standing.why_not_again(one) or rows.why_not_so(one, by.on)
        if one.of_whom != many.of_whom:
            wrong = [f"{one.recipient} không phải {many.get_of_whom_display().lower()}."]
        reasons += [f"Dòng {place}: {reason}" for reason in wrong]
        if wrong:
            continue
        if there:
            there.part_of = many
        else:
            standing.add(one)
        named.append(there or one)
    return named, reasons


def _why_not_take_back(made: Made, by: Actor) -> list[str]:
    """Whoever may not write there may not take back from there; what was done to a line is said in its own words."""
    bodies: set[int] = set()
    reasons: list[str] = []
    keys = made.of(Award)
    for start in range(0, len(keys), AT_ONCE):
        awards = Award.objects.filter(pk__in=keys[start : start + AT_ONCE])
        bodies |= set(awards.order_by().values_list("body_id", flat=True).distinct())
        ended = awards.exclude(ending="").order_by("pk")[:REASONS]
        reasons += [f"{award}: {award.get_ending_display().lower()}." for award in ended]
        taken = awards.filter(ending="", part_of__isnull=False).order_by("pk")[:REASONS]
        reasons += [f"{award}: đã được ghi vào một con số có trước." for award in taken]
    closed = [permissions.why_not_write(by, body) for body in Unit.objects.in_bulk(bodies).values()]
    return [reason for each in closed for reason in each] or reasons[:REASONS]


def _why_not_fill(many: Award, names: int) -> list[str]:
    if not many.is_aggregate:
        return ["Dòng này đã có tên."]
    if not names:
        return ["Chọn ít nhất một tên để ghi."]
    left = selectors.with_unnamed(Award.objects.filter(pk=many.pk)).get().unnamed
    if names > left:
        return [f"Còn {left} chưa có tên mà danh sách có {names} tên. Bỏ bớt, hoặc sửa số lượng trước."]
    return []
