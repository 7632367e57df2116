"""From when the records of one kind are whole."""

from datetime import date, datetime

from django.db import transaction

from thidua.kit.audit import chain
from thidua.kit.refused import refuse_if
from thidua.records.orgs.actors import Actor
from thidua.records.orgs.models import Unit
from thidua.records.register import services as register
from thidua.records.register.models import Statement
from thidua.records.staff import permissions
from thidua.records.staff.models import Kept
from thidua.records.staff.selectors.coverage import WHAT, WORDS


@transaction.atomic
def state_coverage(
    kind: type[Kept],
    *,
    body: Unit,
    since: date,
    until: date | None = None,
    note: str = "",
    by: Actor,
    at: datetime,
) -> Statement:
    """The body's records of this kind are whole on [since, until): then an absent row means none."""
    refuse_if(permissions.why_not_write(by, body, kind))
    what = WHAT[kind]
    said = {"since": since, "until": until, "printed": WORDS[what], "note": note}
    with chain.within("staff.state_coverage"):
        return register.state_coverage(what, body=body, **said, by=by, at=at)


@transaction.atomic
def withdraw_coverage(statement: Statement, *, reason: str, by: Actor, at: datetime) -> Statement:
    """It was wrong, or holds no more: whoever may write this kind takes it back."""
    kind = next(kind for kind, what in WHAT.items() if what == statement.what)
    refuse_if(permissions.why_not_write(by, statement.body, kind))
    with chain.within("staff.withdraw_coverage"):
        return register.withdraw_statement(statement, reason=reason, by=by, at=at)
