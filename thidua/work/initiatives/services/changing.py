"""Lines are put right, struck out, taken back: nothing is erased, each keeps what it was."""

from collections.abc import Sequence
from dataclasses import fields
from datetime import datetime
from typing import Any

from django.db import transaction

from thidua.kit.audit import chain
from thidua.kit.refused import Refused, refuse_if
from thidua.records.orgs.actors import Actor
from thidua.records.orgs.typed import tidy
from thidua.work.initiatives import permissions, rows
from thidua.work.initiatives.models import Author, Ending, Initiative, Recognition
from thidua.work.initiatives.rows import Drawn, Recognised, Share
from thidua.work.initiatives.services.settling import settle

_COPIED = ("kept_by", "body", "kind", "title", "folded", "summary", "others")


@transaction.atomic
def correct(
    initiative: Initiative,
    *,
    authors: Sequence[Share] | None = None,
    reason: str = "",
    by: Actor,
    at: datetime,
    **facts: Any,
) -> Initiative:
    """A new line takes the place of a wrong one, which stays readable; its recognitions go with the new one.

    `authors`: all of them anew; None leaves them. `facts`: of `rows.FACTS`. Where nothing differs, the line stays.
    """
    old = rows.locked(initiative)
    refuse_if(permissions.why_not_change(by, old))
    signed = list(old.authors.select_related("person"))
    shares = [Share(row.person, row.share_pct) for row in signed] if authors is None else authors
    new = Initiative(**{name: getattr(old, name) for name in _COPIED}, corrects=old, created_at=at)
    drawn = rows.authors_of(new, shares)
    rows.fill(new, drawn, facts)
    changes = rows.changes(rows.shown(old, signed), rows.shown(new, drawn))
    if not changes:
        return old
    cards = rows.humans([author.person_id for author in drawn])
    refuse_if(rows.why_not_so(new, drawn, cards))
    _end(old, Ending.CORRECTED, reason, at)
    years = set(old.recognitions.standing().values_list("year", flat=True))
    again = rows.why_not_again([Drawn(new, drawn, Recognition(year=year)) for year in sorted(years)], cards)
    refuse_if(why for found in again for why in found)
    new.save()
    Author.objects.bulk_create(drawn)
    old.recognitions.update(initiative=new)
    chain.record("initiatives.correct", new, by=by, at=at, changes=changes, note=tidy(reason)[:300])
    return new


@transaction.atomic
def correct_recognition(
    recognition: Recognition, *, reason: str = "", by: Actor, at: datetime, **facts: Any
) -> Recognition:
    """A recognition put right by a new row; the old one stays readable. `facts`: fields of `Recognised`."""
    old = rows.locked_recognition(recognition)
    refuse_if(permissions.why_not_change_recognition(by, old))
    told = {each.name: getattr(old, each.name) for each in fields(Recognised)} | facts
    new = Recognition(initiative=old.initiative, corrects=old, created_at=at)
    rows.fill_recognition(new, settle(Recognised(**told), near=old.initiative.kept_by, by=by, at=at))
    changes = rows.changes(rows.shown_recognition(old), rows.shown_recognition(new))
    if not changes:
        return old
    refuse_if(rows.why_not_recognised(new, by.on))
    others = Recognition.objects.standing().filter(initiative=old.initiative).exclude(pk=old.pk)
    there = others.filter(scope=new.scope).first()
    if there is not None:
        raise Refused(f"Đã ghi công nhận ở phạm vi này ({there}). Cần thì sửa lần công nhận đó.")
    _end(old, Ending.CORRECTED, reason, at)
    new.save()
    note = tidy(reason)[:300]
    chain.record("initiatives.correct_recognition", old.initiative, by=by, at=at, changes=changes, note=note)
    return new


@transaction.atomic
def strike(initiative: Initiative, *, reason: str, by: Actor, at: datetime) -> Initiative:
    """The line should never have been written: it and its recognitions stay readable and count nowhere."""
    row = rows.locked(initiative)
    refuse_if(permissions.why_not_change(by, row))
    _need(reason, "Nhập lý do bỏ dòng này.")
    _end(row, Ending.STRUCK, reason, at)
    for recognition in row.recognitions.standing():
        _end(recognition, Ending.STRUCK, reason, at)
    chain.record("initiatives.strike", row, by=by, at=at, note=row.ended_reason)
    return row


@transaction.atomic
def strike_recognition(recognition: Recognition, *, reason: str, by: Actor, at: datetime) -> Recognition:
    """A recognition that never was. The only one of a line is not struck out alone."""
    row = rows.locked_recognition(recognition)
    refuse_if(permissions.why_not_change_recognition(by, row))
    _need(reason, "Nhập lý do bỏ lần công nhận này.")
    if not row.initiative.recognitions.standing().exclude(pk=row.pk).exists():
        raise Refused("Đây là lần công nhận duy nhất. Ghi nhầm cả dòng thì bỏ dòng sáng kiến.")
    return _ended(row, Ending.STRUCK, reason, "initiatives.strike_recognition", by, at)


@transaction.atomic
def revoke(recognition: Recognition, *, reason: str, by: Actor, at: datetime) -> Recognition:
    """It was recognised, and the recognition was cancelled. `reason` names the paper that says so."""
    row = rows.locked_recognition(recognition)
    refuse_if(permissions.why_not_change_recognition(by, row))
    _need(reason, "Nhập lý do và văn bản hủy bỏ việc công nhận.")
    return _ended(row, Ending.REVOKED, reason, "initiatives.revoke", by, at)


def _ended(row: Recognition, ending: str, reason: str, verb: str, by: Actor, at: datetime) -> Recognition:
    _end(row, ending, reason, at)
    was = {
        name: [value, ""] for name, value in rows.shown_recognition(row).items() if name in ("scope", "year")
    }
    chain.record(verb, row.initiative, by=by, at=at, changes=was, note=row.ended_reason)
    return row


def _need(reason: str, why: str) -> None:
    if not tidy(reason):
        raise Refused(why)


def _end(row: Initiative | Recognition, ending: str, reason: str, at: datetime) -> None:
    row.ending, row.ended_at, row.ended_reason = ending, at, tidy(reason)[:300]
    row.save(update_fields=["ending", "ended_at", "ended_reason"])
