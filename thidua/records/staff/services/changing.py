"""Rows are put right or struck out: nothing is erased, each keeps what it was."""

from datetime import datetime
from typing import Any, TypeVar

from django.db import transaction

from thidua.kit.audit import chain
from thidua.kit.refused import Refused, refuse_if
from thidua.records.orgs.actors import Actor
from thidua.records.orgs.typed import tidy
from thidua.records.staff import permissions, rows, selectors
from thidua.records.staff.models import Kept

Row = TypeVar("Row", bound=Kept)
_OWN = ("id", "corrects", "ending", "ended_at", "ended_reason", "created_at")


@transaction.atomic
def correct(row: Row, *, by: Actor, at: datetime, reason: str = "", **facts: Any) -> Row:
    """A new row takes the place of a wrong one, which stays readable. `facts`: of `rows.FACTS`.

    Where nothing differs, the row stays as it is.
    """
    old = rows.locked(row)
    refuse_if(permissions.why_not_change(by, old))
    copied = {
        field.attname: getattr(old, field.attname)
        for field in old._meta.concrete_fields
        if field.name not in _OWN
    }
    new = type(old)(**copied, corrects=old, created_at=at)
    rows.fill(new, facts)
    changes = rows.changes(rows.shown(old), rows.shown(new))
    if not changes:
        return old
    refuse_if(rows.why_not_so(new, by.on) or _why_not_there(new, old, by))
    _end(old, Kept.Ending.CORRECTED, reason, at)
    new.save()
    note = tidy(reason)[:300]
    chain.record("staff.correct", new, by=by, at=at, **rows.for_log(new, changes, note))
    return new


def _why_not_there(new: Kept, old: Kept, by: Actor) -> list[str]:
    there = selectors.standing_about(type(new), [new.about])
    standing = [other for found in there.values() for other in found if other.pk != old.pk]
    return rows.why_not_of([new.about], new.body, by) + rows.why_not_again(new, standing)


@transaction.atomic
def strike(row: Row, *, reason: str, by: Actor, at: datetime) -> Row:
    """The row should never have been written: it stays readable with the reason and counts nowhere."""
    found = rows.locked(row)
    refuse_if(permissions.why_not_change(by, found))
    if not tidy(reason):
        raise Refused("Nhập lý do bỏ dòng này.")
    _end(found, Kept.Ending.STRUCK, reason, at)
    chain.record("staff.strike", found, by=by, at=at, **rows.for_log(found, {}, found.ended_reason))
    return found


def _end(row: Kept, ending: str, reason: str, at: datetime) -> None:
    row.ending, row.ended_at, row.ended_reason = ending, at, tidy(reason)[:300]
    row.save(update_fields=["ending", "ended_at", "ended_reason"])
