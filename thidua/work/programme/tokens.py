"""Secrets in addresses: only their hash is kept, and looked up."""

import hashlib
from datetime import date

from thidua.records.orgs.actors import Actor, actor_for
from thidua.work.programme.models import CalendarToken


def digest(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


def actor_of(token: str, on: date) -> Actor | None:
    """Whose calendar an address opens; None for an unknown secret and for an account that was closed."""
    row = CalendarToken.objects.filter(token_hash=digest(token)).select_related("user").first()
    return actor_for(row.user, on) if row and row.user.is_active else None
