"""A whole register at a time, and back again to the row."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db import models, transaction

from thidua.kit.audit import chain
from thidua.kit.refused import Refused, refuse_if
from thidua.kit.sheets import undo
from thidua.kit.sheets.made import Made
from thidua.records.orgs.actors import Actor
from thidua.records.orgs.models import Unit
from thidua.records.register.models import Document
from thidua.work.initiatives import permissions, rows
from thidua.work.initiatives.models import Author, Initiative, Recognition
from thidua.work.initiatives.rows import Drawn, Recognised, Share
from thidua.work.initiatives.services.settling import Known, settle

_OWN_VERBS = ("initiatives.enter_many",)


@dataclass(frozen=True)
class Line:
    """One of many. `place`: where it stands in the sheet, for a refusal. `further`: recognitions beyond the first."""

    place: int
    title: str
    authors: tuple[Share, ...]
    recognised: Recognised
    further: tuple[Recognised, ...] = ()
    facts: dict[str, Any] = field(default_factory=dict)
    """Of `rows.FACTS`."""


@transaction.atomic
def enter_many(lines: Sequence[Line], *, body: Unit, by: Actor, at: datetime) -> Made:
    """All or none: each refusal names its line. The number of queries does not follow the lines."""
    refuse_if(permissions.why_not_write(by, body))
    chain.hold()
    if not lines:
        raise Refused("Chọn ít nhất một dòng để ghi.")
    made, known = Made(), Known()
    first_new = _last_document() + 1
    with chain.within("initiatives.enter_many"):
        drawn = [_draw(line, body, by, at, known) for line in lines]
    made.add_keys(Document, sorted({doc.pk for doc in known.values() if doc.pk >= first_new}))
    _check(lines, drawn, by)
    initiatives = Initiative.objects.bulk_create([one.initiative for one, _ in drawn])
    authors = Author.objects.bulk_create([author for one, _ in drawn for author in one.authors])
    recognitions = Recognition.objects.bulk_create([row for _, acts in drawn for row in acts])
    made.add(*initiatives, *authors, *recognitions)
    text = f"{len(initiatives)} sáng kiến"
    chain.record(
        "initiatives.enter_many", initiatives[0], by=by, at=at, text=text, changes=_counted(initiatives)
    )
    return made


def _draw(line: Line, body: Unit, by: Actor, at: datetime, known: Known) -> tuple[Drawn, list[Recognition]]:
    told = [settle(one, near=body, by=by, at=at, known=known) for one in (line.recognised, *line.further)]
    one = rows.draw(body, line.authors, told[0], {**line.facts, "title": line.title}, at=at)
    acts = [one.recognition] if one.recognition else []
    for more in told[1:]:
        row = Recognition(initiative=one.initiative, created_at=at)
        rows.fill_recognition(row, more)
        acts.append(row)
    return one, acts


def _check(lines: Sequence[Line], drawn: Sequence[tuple[Drawn, list[Recognition]]], by: Actor) -> None:
    cards = rows.humans({author.person_id for one, _ in drawn for author in one.authors})
    again = rows.why_not_again([one for one, _ in drawn], cards)
    reasons: list[str] = []
    for line, (one, acts), twice in zip(lines, drawn, again, strict=True):
        wrong = rows.why_not_so(one.initiative, one.authors, cards) + twice
        wrong += [why for row in acts for why in rows.why_not_recognised(row, by.on)]
        scopes = [row.scope for row in acts]
        if len(set(scopes)) < len(scopes):
            wrong.append("Mỗi phạm vi chỉ ghi một lần công nhận.")
        reasons += [f"Dòng {line.place}: {why}" for why in wrong]
    refuse_if(reasons[: undo.REASONS])


def _counted(made: Sequence[Initiative]) -> dict[str, Any]:
    digest = hashlib.sha256("\n".join(map(str, made)).encode()).hexdigest()
    return {"lines": ["", len(made)], "digest": ["", digest]}


def _last_document() -> int:
    """The chain is held: no other verb makes a document before this one ends."""
    return Document.objects.aggregate(last=models.Max("pk"))["last"] or 0


@transaction.atomic
def take_back(made: Made, *, by: Actor, at: datetime) -> None:
    """Delete exactly what `enter_many` made. Refused, with the reasons, once a row was changed or something rests on it."""
    chain.hold()
    lines = list(Initiative.objects.filter(pk__in=made.of(Initiative)).order_by("pk"))
    for body in Unit.objects.filter(pk__in={line.kept_by_id for line in lines}):
        refuse_if(permissions.why_not_write(by, body))
    refuse_if(undo.why_not_take_back(made, own_verbs=_OWN_VERBS))
    undo.erase(made)
    text = f"{len(lines)} sáng kiến"
    chain.record(
        "initiatives.take_back", "initiatives.Initiative:", by=by, at=at, text=text, changes=_counted(lines)
    )
