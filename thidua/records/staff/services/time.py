"""Leave, study and service of a person."""

from datetime import date, datetime
from typing import Any

from django.db import transaction

from thidua.records.orgs.actors import Actor
from thidua.records.orgs.models import Person, Unit
from thidua.records.staff.models import Leave, Service, Study
from thidua.records.staff.services.writing import write


@transaction.atomic
def enter_leave(
    person: Person,
    kind: str,
    *,
    since: date,
    until: date | None = None,
    body: Unit,
    by: Actor,
    at: datetime,
    **facts: Any,
) -> Leave:
    """[since, until); `facts`: `days` or `working_days` where they differ from the calendar, and the source.

    Refused: days that another leave of the person has already.
    """
    told = {"kind": kind, "since": since, "until": until, **facts}
    return write(Leave, person, body=body, by=by, at=at, **told)


@transaction.atomic
def enter_study(
    person: Person,
    *,
    since: date,
    until: date | None = None,
    body: Unit,
    by: Actor,
    at: datetime,
    **facts: Any,
) -> Study:
    """[since, until); `facts`: `course`, `sent_by_agency`, `complied` (None: not known), `result`, and the source."""
    told = {"since": since, "until": until, **facts}
    return write(Study, person, body=body, by=by, at=at, **told)


@transaction.atomic
def enter_service(
    person: Person,
    kind: str,
    *,
    since: date,
    until: date | None = None,
    body: Unit,
    by: Actor,
    at: datetime,
    **facts: Any,
) -> Service:
    """A step of the service: recruited, moved here, seconded … `facts`: `place`, and the source."""
    told = {"kind": kind, "since": since, "until": until, **facts}
    return write(Service, person, body=body, by=by, at=at, **told)
