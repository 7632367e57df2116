"""The address from which a calendar program reads an account's days: given once, taken back at any time."""

import secrets
from datetime import datetime

from django.db import transaction

from thidua.kit.audit import chain
from thidua.kit.refused import Refused
from thidua.records.orgs.actors import Actor
from thidua.work.programme import tokens
from thidua.work.programme.models import CalendarToken

_BYTES = 32


@transaction.atomic
def issue_calendar(*, by: Actor, at: datetime) -> str:
    """A new secret for the acting account; an older one stops working. The secret itself is kept nowhere."""
    if by.user is None:
        raise Refused("Chỉ tài khoản của người mới có lịch riêng.")
    token = secrets.token_urlsafe(_BYTES)
    facts = {"token_hash": tokens.digest(token), "created_at": at}
    row, _ = CalendarToken.objects.update_or_create(user=by.user, defaults=facts)
    chain.record("programme.issue_calendar", row, by=by, at=at, text=by.name)
    return token


@transaction.atomic
def revoke_calendar(*, by: Actor, at: datetime) -> None:
    """The address of the acting account stops working."""
    row = CalendarToken.objects.filter(user=by.user).first()
    if row is not None:
        chain.record("programme.revoke_calendar", row, by=by, at=at, text=by.name)
        row.delete()
