"""Awards are entered: one by name, or so many without names; how far back the register is whole."""

from datetime import date, datetime
from typing import Any

from django.db import transaction

from thidua.kit.audit import chain
from thidua.kit.refused import refuse_if
from thidua.records.awards import permissions, rows, selectors
from thidua.records.awards.models import Award
from thidua.records.awards.rows import NewHousehold, Recipient
from thidua.records.awards.services.settling import settle_facts
from thidua.records.awards.standing import Standing
from thidua.records.orgs.actors import Actor
from thidua.records.orgs.models import Unit
from thidua.records.register import services as register
from thidua.records.register.models import Statement
from thidua.vn.periods import Period


@transaction.atomic
def enter(
    kind: str,
    recipient: Recipient | NewHousehold,
    *,
    body: Unit,
    period: Period,
    by: Actor,
    at: datetime,
    **facts: Any,
) -> Award:
    """One award of a person, a collective or a household. `facts`: others of `rows.FACTS`.

    Refused: the same award twice, a title for whom it is not, without any source.
    """
    refuse_if(permissions.why_not_write(by, body))
    chain.hold()
    award = Award(body=body, created_at=at)
    told = {"kind": kind, "recipient": recipient, "period": period, **facts}
    rows.fill(award, settle_facts(told, body=body, by=by, at=at))
    refuse_if(rows.why_not_so(award, by.on) or Standing([award]).why_not_again(award))
    award.save()
    changes = rows.changes({}, rows.shown(award))
    chain.record("awards.enter", award, by=by, at=at, text=str(award), changes=changes)
    return award


@transaction.atomic
def enter_aggregate(
    kind: str,
    count: int,
    *,
    of_whom: str,
    body: Unit,
    period: Period,
    by: Actor,
    at: datetime,
    **facts: Any,
) -> Award:
    """So many awards whose names are not known yet. The same figure from the same source again gives the line that is there."""
    refuse_if(permissions.why_not_write(by, body))
    chain.hold()
    award = Award(body=body, created_at=at)
    told = {"kind": kind, "count": count, "of_whom": of_whom, "period": period, **facts}
    rows.fill(award, settle_facts(told, body=body, by=by, at=at))
    refuse_if(rows.why_not_so(award, by.on))
    there = Standing([award]).figure(award)
    if there is not None:
        return there
    award.save()
    changes = rows.changes({}, rows.shown(award))
    chain.record("awards.enter_aggregate", award, by=by, at=at, text=str(award), changes=changes)
    return award


@transaction.atomic
def state_coverage(
    body: Unit,
    *,
    since: date,
    until: date | None = None,
    kind: str = "",
    note: str = "",
    by: Actor,
    at: datetime,
) -> Statement:
    """The register of awards (of one title or form) of the body is whole from a day on: then an absent line means none."""
    refuse_if(permissions.why_not_write(by, body))
    with chain.within("awards.state_coverage"):
        return register.state_coverage(
            selectors.coverage_code(kind),
            body=body,
            since=since,
            until=until,
            printed=selectors.coverage_words(kind),
            note=note,
            by=by,
            at=at,
        )
