"""Conduct is looked at: by those who may, and each look leaves a line."""

from datetime import datetime
from typing import TypeVar

from django.db import transaction
from django.db.models import QuerySet

from thidua.kit.audit import chain
from thidua.kit.refused import refuse_if
from thidua.records.orgs.actors import Actor
from thidua.records.staff import permissions
from thidua.records.staff.models import Kept

Row = TypeVar("Row", bound=Kept)


@transaction.atomic
def read_conduct(found: QuerySet[Row], *, of: str, by: Actor, at: datetime) -> list[Row]:
    """The rows of `found` (begun at `visible_to(by, …)`, cut to what a page shows). `of`: what was looked at, for the log.

    The line tells who looked, where and when; not whether anything was there.
    """
    refuse_if(permissions.why_not_read(by, found.model))
    listed = list(found)
    chain.record("staff.read_conduct", f"{found.model._meta.label}:", by=by, at=at, text=of)
    return listed
