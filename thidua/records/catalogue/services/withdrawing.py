"""What was stated is taken back, and stays readable."""

from datetime import datetime

from django.db import transaction

from thidua.kit.audit import chain
from thidua.kit.refused import Refused, refuse_if
from thidua.records.catalogue import permissions
from thidua.records.catalogue.models import Overlay
from thidua.records.orgs.actors import Actor
from thidua.records.orgs.typed import tidy


@transaction.atomic
def withdraw_overlay(overlay: Overlay, *, reason: str, by: Actor, at: datetime) -> Overlay:
    """It was wrong, or holds no more: the book says again what it said before."""
    chain.hold()
    row = Overlay.objects.select_for_update(of=("self",)).select_related("body").get(pk=overlay.pk)
    refuse_if(permissions.why_not_withdraw(by, row))
    if not tidy(reason):
        raise Refused("Nhập lý do thu hồi.")
    row.withdrawn_at, row.withdrawn_reason = at, tidy(reason)[:300]
    row.save(update_fields=["withdrawn_at", "withdrawn_reason"])
    chain.record("catalogue.withdraw", row, by=by, at=at, text=row.name, note=row.withdrawn_reason)
    return row
