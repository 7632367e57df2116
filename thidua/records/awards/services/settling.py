"""What was typed beside an award becomes records of its own: a household, a decision that no register here holds."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction

from thidua.kit.audit import chain
from thidua.kit.refused import Refused, refuse_if
from thidua.records.awards import permissions
from thidua.records.awards.models import Household
from thidua.records.awards.rows import NewHousehold
from thidua.records.orgs.actors import Actor
from thidua.records.orgs.models import Unit
from thidua.records.orgs.typed import tidy
from thidua.records.register import services as register
from thidua.records.register.identity import Identity
from thidua.vn.fold import fold


@transaction.atomic
def note_household(head: str, *, address: str = "", body: Unit, by: Actor, at: datetime) -> Household:
    """The household of this head at this address; a second time gives the one that is there."""
    refuse_if(permissions.why_not_write(by, body))
    chain.hold()
    if not tidy(head):
        raise Refused("Nhập họ tên chủ hộ.")
    facts = {"head": tidy(head)[:120], "address": tidy(address)[:200]}
    folded = fold(f"{facts['head']}, {facts['address']}")[:330]
    there = Household.objects.filter(kept_by=body, folded=folded).first()
    if there is not None:
        return there
    row = Household.objects.create(kept_by=body, folded=folded, **facts)
    chain.record("awards.note_household", row, by=by, at=at, text=str(row))
    return row


def settle_facts(facts: Mapping[str, Any], *, body: Unit, by: Actor, at: datetime) -> dict[str, Any]:
    """The facts with records in place of what names one."""
    found = dict(facts)
    typed, decision = found.get("recipient"), found.get("decision")
    if isinstance(typed, NewHousehold):
        found["recipient"] = note_household(typed.head, address=typed.address, body=body, by=by, at=at)
    if isinstance(decision, Identity):
        found["decision"] = register.note_paper(decision, near=body, why="căn cứ khen thưởng", by=by, at=at)
    return found
