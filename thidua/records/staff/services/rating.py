"""The yearly rating of a person or a collective."""

from datetime import datetime
from typing import Any

from django.db import transaction

from thidua.records.orgs.actors import Actor
from thidua.records.orgs.models import Unit
from thidua.records.staff.models import Rating
from thidua.records.staff.rows import Subject
from thidua.records.staff.services.writing import write
from thidua.vn.periods import Period


@transaction.atomic
def rate(
    of: Subject, level: str, *, period: Period, body: Unit, by: Actor, at: datetime, **source: Any
) -> Rating:
    """`level`: of `vn.codes.TASK_LEVELS`; `period`: a year or a school year; `source`: `document` or `printed`.

    Refused: a second rating for the same period, without any source, somebody of another body.
    """
    return write(Rating, of, body=body, by=by, at=at, level=level, period=period, **source)
