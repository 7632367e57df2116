"""Who came: a roll by name, or a count with its source."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction

from thidua.kit.audit import chain
from thidua.kit.refused import Refused, refuse_if
from thidua.records.meetings import permissions, selectors
from thidua.records.meetings import rows as kept
from thidua.records.meetings.models import Meeting, RollLine, Turnout
from thidua.records.orgs.actors import Actor
from thidua.records.orgs.models import Person, Unit
from thidua.records.orgs.typed import tidy
from thidua.records.register.models import Document
from thidua.vn.fold import fold


@dataclass(frozen=True)
class RollRow:
    """One line of a roll: a known person, or only a name."""

    name: str
    person: Person | None = None
    unit: Unit | None = None
    title: str = ""
    present: bool = True
    reason: str = ""


@transaction.atomic
def add_roll(meeting: Meeting, rows: Sequence[RollRow], *, by: Actor, at: datetime) -> list[RollLine]:
    """Add lines to the roll; who stands there already is not added twice. One line in the chain for all."""
    meeting = kept.locked(meeting)
    refuse_if(permissions.why_not_count(by, meeting))
    have = list(RollLine.objects.filter(meeting=meeting))
    people, names = (
        {line.person_id for line in have if line.person_id},
        {fold(line.name) for line in have if not line.person_id},
    )
    made = []
    for row in rows:
        name = tidy(row.person.full_name if row.person else row.name)[:120]
        if not name:
            raise Refused("Danh sách có dòng không có tên.")
        known = row.person.pk in people if row.person else fold(name) in names
        if known:
            continue
        (people if row.person else names).add(row.person.pk if row.person else fold(name))  # type: ignore[arg-type]
        made.append(_line(meeting, name, row))
    RollLine.objects.bulk_create(made)
    if made:
        digest = hashlib.sha256("\n".join(line.name for line in made).encode()).hexdigest()
        changes = {"lines": ["", len(made)], "digest": ["", digest]}
        chain.record("meetings.add_roll", meeting, by=by, at=at, text=kept.named(meeting), changes=changes)
    return made


def _line(meeting: Meeting, name: str, row: RollRow) -> RollLine:
    return RollLine(
        meeting=meeting,
        person=row.person,
        unit=row.unit,
        name=name,
        title=tidy(row.title)[:160],
        present=row.present,
        reason="" if row.present else tidy(row.reason)[:200],
    )


@transaction.atomic
def mark_present(line: RollLine, *, present: bool, reason: str = "", by: Actor, at: datetime) -> RollLine:
    """One person came, or did not, and why."""
    meeting = kept.locked(line.meeting)
    refuse_if(permissions.why_not_count(by, meeting))
    absent = {} if present else {line.pk: reason}
    _mark(meeting, [line], absent, by, at)
    return line


@transaction.atomic
def mark_roll(meeting: Meeting, *, absent: Mapping[int, str], by: Actor, at: datetime) -> int:
    """The whole roll at once: `absent` are ids of lines with the reason ("" unknown), all others came. How many changed."""
    meeting = kept.locked(meeting)
    refuse_if(permissions.why_not_count(by, meeting))
    return _mark(meeting, list(RollLine.objects.filter(meeting=meeting).order_by("pk")), absent, by, at)


def _mark(
    meeting: Meeting, lines: Sequence[RollLine], absent: Mapping[int, str], by: Actor, at: datetime
) -> int:
    before, changed = selectors.turnout(meeting), []
    for line in lines:
        present = line.pk not in absent
        reason = "" if present else tidy(absent[line.pk])[:200]
        if (line.present, line.reason) != (present, reason):
            line.present, line.reason = present, reason
            changed.append(line)
    if not changed:
        return 0
    RollLine.objects.bulk_update(changed, ["present", "reason"])
    after = selectors.turnout(meeting)
    changes: dict[str, Any] = {
        "turnout": [before.text if before else "", after.text if after else ""],
        "absent": ["", [line.name for line in changed if not line.present]],
    }
    chain.record("meetings.mark_roll", meeting, by=by, at=at, text=kept.named(meeting), changes=changes)
    return len(changed)


@transaction.atomic
def strike_line(line: RollLine, *, by: Actor, at: datetime) -> None:
    """A line that should not stand in the roll."""
    meeting = kept.locked(line.meeting)
    refuse_if(permissions.why_not_count(by, meeting))
    if RollLine.objects.filter(pk=line.pk).delete()[0]:
        changes = {"struck": [line.name, ""]}
        chain.record("meetings.strike_line", meeting, by=by, at=at, text=kept.named(meeting), changes=changes)


@transaction.atomic
def record_turnout(
    meeting: Meeting,
    *,
    present: int,
    expected: int | None = None,
    document: Document | None = None,
    printed: str = "",
    by: Actor,
    at: datetime,
) -> Turnout:
    """How many came, where there is no list: with the document that says so, or in words who counted. A second time corrects."""
    meeting = kept.locked(meeting)
    refuse_if(permissions.why_not_state_turnout(by, meeting))
    refuse_if(_why_not_figures(present, expected, document, tidy(printed)))
    before = selectors.turnout(meeting)
    facts = {"present": present, "expected": expected, "document": document, "printed": tidy(printed)[:300]}
    row, _ = Turnout.objects.update_or_create(meeting=meeting, defaults=facts)
    after = selectors.turnout(meeting)
    changes = {
        "turnout": [before.text if before else "", after.text if after else ""],
        "source": ["", str(document) if document else row.printed],
    }
    chain.record("meetings.record_turnout", meeting, by=by, at=at, text=kept.named(meeting), changes=changes)
    return row


def _why_not_figures(
    present: int, expected: int | None, document: Document | None, printed: str
) -> list[str]:
    reasons = []
    if expected is not None and present > expected:
        reasons.append(f"Số có mặt {present} nhiều hơn số phải dự {expected}. Kiểm tra lại hai số.")
    if document is None and not printed:
        reasons.append("Con số cần nguồn: chọn văn bản, hoặc ghi ai đếm.")
    return reasons
