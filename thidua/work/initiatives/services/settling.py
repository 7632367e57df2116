"""What was typed beside an initiative becomes a record: a decision that no register here holds."""

from dataclasses import replace
from datetime import datetime
from typing import Any

from thidua.records.orgs.actors import Actor
from thidua.records.orgs.models import Unit
from thidua.records.register import services as register
from thidua.records.register.identity import Identity
from thidua.work.initiatives.rows import Recognised

Known = dict[Identity, Any]
"""Decisions that were settled already in this act."""


def settle(
    told: Recognised, *, near: Unit, by: Actor, at: datetime, known: Known | None = None
) -> Recognised:
    """The recognition with a document in place of what names one."""
    named = told.document
    if not isinstance(named, Identity):
        return told
    known = {} if known is None else known
    if named not in known:
        known[named] = register.note_paper(named, near=near, why="căn cứ công nhận sáng kiến", by=by, at=at)
    return replace(told, document=known[named])
