"""One new row: allowed, possible, not there already; saved with its line in the chain."""

from datetime import datetime
from typing import Any, TypeVar

from django.db import transaction

from thidua.kit.audit import chain
from thidua.kit.refused import refuse_if
from thidua.records.orgs.actors import Actor
from thidua.records.orgs.models import Unit
from thidua.records.staff import permissions, rows, selectors
from thidua.records.staff.models import Discipline, Kept, Leave, PendingMatter, Rating, Service, Study
from thidua.records.staff.rows import Subject

Row = TypeVar("Row", bound=Kept)
_VERBS: dict[type[Kept], str] = {
    Rating: "staff.rate",
    Discipline: "staff.enter_discipline",
    Leave: "staff.enter_leave",
    Study: "staff.enter_study",
    Service: "staff.enter_service",
    PendingMatter: "staff.note_matter",
}


@transaction.atomic
def write(
    model: type[Row],
    of: Subject | None,
    /,
    *,
    body: Unit,
    by: Actor,
    at: datetime,
    **facts: Any,
) -> Row:
    """The row of this kind with these facts (`rows.FACTS`), under the name of the verb that makes it."""
    refuse_if(permissions.why_not_write(by, body, model))
    chain.hold()
    row = model(body=body, created_at=at)
    rows.fill(row, {"of": of, **facts})
    refuse_if(rows.why_not_so(row, by.on))
    refuse_if(rows.why_not_of([row.about], body, by) or _why_not_again(row))
    row.save()
    told = rows.for_log(row, rows.changes({}, rows.shown(row)))
    verb = _VERBS[model]
    chain.record(verb, row, by=by, at=at, **told)
    return row


def _why_not_again(row: Kept) -> list[str]:
    there = selectors.standing_about(type(row), [row.about])
    return rows.why_not_again(row, [other for found in there.values() for other in found])
