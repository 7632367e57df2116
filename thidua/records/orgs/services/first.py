"""The first administrator of an empty installation."""

from datetime import datetime

from django.db import transaction

from thidua.kit.audit import chain
from thidua.kit.refused import Refused
from thidua.records.orgs import unit_rows
from thidua.records.orgs.actors import Actor
from thidua.records.orgs.models import RoleHeld, Unit, User
from thidua.records.orgs.selectors import topmost_units
from thidua.records.orgs.services import accounts


@transaction.atomic
def create_first_administrator(
    username: str,
    *,
    by: Actor,
    at: datetime,
    full_name: str,
    unit_name: str,
    code: str = "",
    level: str = Unit.Level.DEPARTMENT,
    password: str = "",
) -> tuple[User, str]:
    """Root unit where none stands yet, and its administrator; the password is returned once.

    Refused where an administrator exists already: from then on accounts are made by administrators.
    """
    if not by.is_system:
        raise Refused("Người quản trị đầu tiên được tạo bằng lệnh trên máy chủ.")
    if standing := RoleHeld.objects.on(by.on).filter(role="quan_tri", user__is_active=True).first():
        raise Refused(f"Đã có người quản trị: {standing.user} ({standing.user.username}).")
    unit = topmost_units().existing(by.on).order_by("pk").first()
    if unit is None:
        unit = Unit(kind=Unit.Kind.STATE, level=level, is_legal_person=True)
        unit_rows.begin(unit, unit_name, code=code, on=by.on)
    with chain.within("orgs.create_first_administrator"):
        user, given = accounts.create_account(
            username,
            by=by,
            at=at,
            full_name=full_name,
            unit=unit,
            role="quan_tri",
            since=by.on,
            password=password,
        )
    chain.record("orgs.create_first_administrator", user, by=by, at=at, changes={"unit": [None, str(unit)]})
    return user, given
