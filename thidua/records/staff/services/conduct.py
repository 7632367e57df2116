"""Discipline, and matters under consideration. The log shows that a line was written, never about whom or what."""

from datetime import date, datetime
from typing import Any

from django.db import transaction

from thidua.kit.audit import chain
from thidua.kit.refused import Refused, refuse_if
from thidua.records.orgs.actors import Actor
from thidua.records.orgs.models import Person, Unit
from thidua.records.staff import permissions, rows
from thidua.records.staff.models import Discipline, PendingMatter
from thidua.records.staff.rows import Subject
from thidua.records.staff.services.writing import write
from thidua.vn.dates import cited_date


@transaction.atomic
def enter_discipline(
    person: Person, form: str, *, decided_on: date, body: Unit, by: Actor, at: datetime, **facts: Any
) -> Discipline:
    """`form`: a code of `law.facts.DISCIPLINE`; `facts`: `year` (of the decision unless told), `until`, and the source.

    Refused: the same form by a decision of the same day twice; without any source; an end that is not reached yet.
    """
    told = {"form": form, "decided_on": decided_on, **facts}
    return write(Discipline, person, body=body, by=by, at=at, **told)


@transaction.atomic
def end_discipline(discipline: Discipline, *, on: date, by: Actor, at: datetime) -> Discipline:
    """Served: from `on` it counts no more."""
    row = rows.locked(discipline)
    refuse_if(permissions.why_not_change(by, row))
    if row.until:
        raise Refused(f"Kỷ luật này đã hết hiệu lực từ ngày {cited_date(row.until)}.")
    if on > by.on:
        raise Refused("Ghi hết hiệu lực kỷ luật khi đã đến ngày đó.")
    if on <= row.decided_on:
        raise Refused("Ngày hết hiệu lực phải sau ngày quyết định kỷ luật.")
    row.until, row.status = on, Discipline.Status.SERVED
    row.save(update_fields=["until", "status"])
    chain.record("staff.end_discipline", row, by=by, at=at, **rows.for_log(row, {"until": [None, on]}))
    return row


@transaction.atomic
def note_matter(
    of: Subject, ground: str, *, since: date, body: Unit, by: Actor, at: datetime
) -> PendingMatter:
    """Awards of the person or unit wait from `since` on. `ground`: of `grounds.codes()`, never typed; nobody is named."""
    return write(PendingMatter, of, body=body, by=by, at=at, ground=ground, since=since)


@transaction.atomic
def close_matter(matter: PendingMatter, outcome: str, *, on: date, by: Actor, at: datetime) -> PendingMatter:
    """Concluded: from `on` nothing waits for it. `outcome`: of `PendingMatter.Outcome`."""
    row = rows.locked(matter)
    refuse_if(permissions.why_not_change(by, row))
    if row.until:
        raise Refused(f"Việc này đã kết thúc từ ngày {cited_date(row.until)}.")
    if outcome not in PendingMatter.Outcome.values:
        raise Refused("Chọn kết luận.")
    if on > by.on or on < row.since:
        raise Refused(f"Ngày kết thúc phải từ ngày {cited_date(row.since)} đến hôm nay.")
    row.until, row.outcome = on, outcome
    row.save(update_fields=["until", "outcome"])
    changes = {"until": [None, on], "outcome": ["", outcome]}
    chain.record("staff.close_matter", row, by=by, at=at, **rows.for_log(row, changes))
    return row
