"""What was typed beside an award becomes records of its own: a household, a decision that no register here holds."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from django.db import transaction

from thidua.kit.audit import chain
from thidua.kit.refused import Refused, refuse_if
from thidua.kit.sheets.made import Made
from thidua.records.awards import permissions
from thidua.records.awards.models import Household
from thidua.records.awards.rows import NewHousehold
from thidua.records.orgs.actors import Actor
from thidua.records.orgs.models import Unit
from thidua.records.orgs.typed import tidy
from thidua.records.register import permissions as register_permissions
from thidua.records.register import services as register
from thidua.records.register.identity import Identity
from thidua.records.register.models import Document
from thidua.vn.fold import fold

_WHY = "căn cứ khen thưởng"


@transaction.atomic
def note_household(head: str, *, address: str = "", body: Unit, by: Actor, at: datetime) -> Household:
    """The household of this head at this address; a second time gives the one that is there."""
    refuse_if(permissions.why_not_write(by, body))
    chain.hold()
    new = _household(NewHousehold(head, address), body)
    there = Household.objects.filter(kept_by=body, folded=new.folded).first()
    if there is not None:
        return there
    new.save()
    chain.record("awards.note_household", new, by=by, at=at, text=str(new))
    return new


def _household(typed: NewHousehold, body: Unit) -> Household:
    head, address = tidy(typed.head)[:120], tidy(typed.address)[:200]
    if not head:
        raise Refused("Nhập họ tên chủ hộ.")
    return Household(kept_by=body, head=head, address=address, folded=fold(f"{head}, {address}")[:330])


def settle_facts(facts: Mapping[str, Any], *, body: Unit, by: Actor, at: datetime) -> dict[str, Any]:
    """The facts with records in place of what names one."""
    found = dict(facts)
    typed, decision = found.get("recipient"), found.get("decision")
    if isinstance(typed, NewHousehold):
        found["recipient"] = note_household(typed.head, address=typed.address, body=body, by=by, at=at)
    if isinstance(decision, Identity):
        found["decision"] = register.note_paper(decision, near=body, why=_WHY, by=by, at=at)
    return found


class Settling:
    """`settle_facts` for the lines of a list: each paper and household is looked up once, and noted in `made` when new.

    The lines that follow are given to `look_up` some hundred at a time; its number of queries does not follow them.
    """

    def __init__(self, *, body: Unit, by: Actor, at: datetime) -> None:
        self.made = Made()
        self._body, self._by, self._at = body, by, at
        self._papers: dict[Identity, Document] = {}
        self._households: dict[str, Household] = {}

    def look_up(self, many: Iterable[Mapping[str, Any]]) -> None:
        """Records for all that these facts name; what may not be noted is left out, `settled` says why."""
        papers, households = [], []
        for facts in many:
            papers.append(facts.get("decision"))
            households.append(facts.get("recipient"))
        self._note_papers(row for row in papers if isinstance(row, Identity))
        self._note_households(row for row in households if isinstance(row, NewHousehold))

    def settled(self, facts: dict[str, Any]) -> dict[str, Any]:
        """The facts with records in place of what names one; Refused as the verbs for one do."""
        decision, recipient = facts.get("decision"), facts.get("recipient")
        if isinstance(recipient, NewHousehold):
            facts["recipient"] = self._households[_household(recipient, self._body).folded]
        if isinstance(decision, Identity):
            paper = self._papers.get(decision)
            if paper is None:
                refuse_if(register_permissions.why_not_note(self._by, decision, self._body))
            facts["decision"] = paper
        return facts

    def _note_papers(self, named: Iterable[Identity]) -> None:
        wanted = [
            row
            for row in dict.fromkeys(named)
            if row not in self._papers and not register_permissions.why_not_note(self._by, row, self._body)
        ]
        if wanted:
            found, new = register.note_papers(wanted, near=self._body, why=_WHY, by=self._by, at=self._at)
            self._papers |= found
            self.made.add(*new)

    def _note_households(self, typed: Iterable[NewHousehold]) -> None:
        wanted = {
            row.folded: row for row in (_household(each, self._body) for each in typed if tidy(each.head))
        }
        wanted = {folded: row for folded, row in wanted.items() if folded not in self._households}
        if wanted:
            there = Household.objects.filter(kept_by=self._body, folded__in=wanted)
            known = {row.folded: row for row in there}
            new = [row for folded, row in wanted.items() if folded not in known]
            self.made.add(*Household.objects.bulk_create(new))
            self._households |= wanted | known
