"""What was typed beside an initiative becomes records: a decision that no register here holds; rows drawn and saved."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from thidua.records.orgs.actors import Actor
from thidua.records.orgs.models import Unit
from thidua.records.register import services as register
from thidua.records.register.identity import Identity
from thidua.work.initiatives import rows
from thidua.work.initiatives.models import Initiative, Recognition
from thidua.work.initiatives.rows import Drawn, Recognised, Share

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


def draw(
    body: Unit, authors: Sequence[Share], told: Recognised, facts: Mapping[str, Any], *, at: datetime
) -> Drawn:
    """Rows as they would be saved; `told` is settled."""
    initiative = Initiative(kept_by=body, created_at=at)
    signed = rows.authors_of(initiative, authors)
    rows.fill(initiative, signed, facts)
    recognition = Recognition(initiative=initiative, created_at=at)
    rows.fill_recognition(recognition, told)
    return Drawn(initiative, signed, recognition)
