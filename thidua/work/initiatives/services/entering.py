"""An initiative is entered with its authors and first recognition; its effect and scope are recognised further."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from django.db import transaction

from thidua.kit.audit import chain
from thidua.kit.refused import Refused, refuse_if
from thidua.records.orgs.actors import Actor
from thidua.records.orgs.models import Unit
from thidua.records.register import services as register
from thidua.records.register.models import Statement
from thidua.work.initiatives import permissions, rows, selectors
from thidua.work.initiatives.models import Author, Initiative, Recognition
from thidua.work.initiatives.rows import Recognised, Share
from thidua.work.initiatives.services.settling import settle


@transaction.atomic
def enter(
    title: str,
    authors: Sequence[Share],
    *,
    recognised: Recognised,
    body: Unit,
    by: Actor,
    at: datetime,
    **facts: Any,
) -> Initiative:
    """One initiative in the register of `body`. `facts`: others of `rows.FACTS`.

    Refused: the same title, body, year and author twice; shares above 100 % together; without any source.
    """
    refuse_if(permissions.why_not_write(by, body))
    chain.hold()
    told = settle(recognised, near=body, by=by, at=at)
    one = rows.draw(body, authors, told, {**facts, "title": title}, at=at)
    cards = rows.humans([author.person_id for author in one.authors])
    refuse_if(
        rows.why_not_so(one.initiative, one.authors, cards) + rows.why_not_recognised(one.recognition, by.on)
        or rows.why_not_again([one], cards)[0]
    )
    one.initiative.save()
    Author.objects.bulk_create(one.authors)
    one.recognition.save()
    said = rows.shown(one.initiative, one.authors) | rows.shown_recognition(one.recognition)
    chain.record("initiatives.enter", one.initiative, by=by, at=at, changes=rows.changes({}, said))
    return one.initiative


@transaction.atomic
def recognise_scope(
    initiative: Initiative, recognised: Recognised, *, by: Actor, at: datetime
) -> Recognition:
    """A further recognition: of effect and scope of influence by who has that authority. One a scope."""
    row = rows.locked(initiative)
    refuse_if(permissions.why_not_change(by, row))
    recognition = Recognition(initiative=row, created_at=at)
    rows.fill_recognition(recognition, settle(recognised, near=row.kept_by, by=by, at=at))
    refuse_if(rows.why_not_recognised(recognition, by.on))
    there = row.recognitions.standing().filter(scope=recognition.scope).first()
    if there is not None:
        raise Refused(f"Đã ghi công nhận ở phạm vi này ({there}). Cần thì sửa lần công nhận đó.")
    recognition.save()
    changes = rows.changes({}, rows.shown_recognition(recognition))
    chain.record("initiatives.recognise_scope", row, by=by, at=at, changes=changes)
    return recognition


@transaction.atomic
def state_coverage(
    body: Unit,
    *,
    since: date,
    until: date | None = None,
    note: str = "",
    by: Actor,
    at: datetime,
) -> Statement:
    """The register of initiatives of the body is whole from a day on: then an absent line means none."""
    refuse_if(permissions.why_not_write(by, body))
    with chain.within("initiatives.state_coverage"):
        return register.state_coverage(
            selectors.COVERAGE,
            body=body,
            since=since,
            until=until,
            printed="Sổ sáng kiến",
            note=note,
            by=by,
            at=at,
        )
