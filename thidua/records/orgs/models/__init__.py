"""Units over time, people, accounts and the roles that they hold."""

from thidua.records.orgs.models.accounts import RoleHeld, User
from thidua.records.orgs.models.people import Person, Position
from thidua.records.orgs.models.units import Succession, Unit, UnitCode, UnitName, UnitPlace

__all__ = [
    "Person",
    "Position",
    "RoleHeld",
    "Succession",
    "Unit",
    "UnitCode",
    "UnitName",
    "UnitPlace",
    "User",
]
