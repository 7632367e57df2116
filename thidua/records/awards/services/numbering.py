"""The numbers of certificates are noted on the awards that they were given to."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from thidua.kit.audit import chain
from thidua.kit.refused import refuse_if
from thidua.records.awards import rows
from thidua.records.awards.models import Award
from thidua.records.orgs.actors import Actor
from thidua.records.orgs.rights import Right

_REASONS = 20


@transaction.atomic
def set_certificates(numbers: Mapping[int, str], *, by: Actor, at: datetime) -> list[Award]:
    """Key of the award → number as printed, "" for none. By whoever gives numbers for the body that decided or keeps it.

    Refused: an award that stands no more.
    """
    chain.hold()
    found = Award.objects.select_for_update(of=("self",)).filter(pk__in=numbers)
    awards = list(found.select_related("body", "decided_by", "decision").order_by("pk"))
    refuse_if(_why_not(awards, by)[:_REASONS])
    for award in awards:
        rows.fill(award, {"certificate": numbers[award.pk]})
    Award.objects.bulk_update(awards, ["certificate", "folded"], batch_size=500)
    if awards:
        changes = {"lines": ["", len(awards)], "certificate": ["", numbers[awards[0].pk]]}
        text = str(awards[0]) if len(awards) == 1 else f"{len(awards)} khen thưởng"
        chain.record("awards.set_certificates", awards[0], by=by, at=at, text=text, changes=changes)
    return awards


def _why_not(awards: list[Award], by: Actor) -> list[str]:
    ended = [f"{award} không còn hiệu lực nên không ghi số bằng." for award in awards if award.ending]
    bodies = by.bodies(Right.CERTIFICATES_WRITE)
    others = [award for award in awards if not bodies & {award.body_id, _giver(award)}]
    return ended or [f"Không có quyền ghi số bằng cho {award}." for award in others if not by.is_system]


def _giver(award: Award) -> int:
    """The body that decided; where nobody knows, the one that keeps the line."""
    unit = award.decided_by
    return (unit.body_id or unit.pk) if unit else award.body_id
