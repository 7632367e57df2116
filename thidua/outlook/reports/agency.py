"""How a body stands in the head of its reports."""

import re
from dataclasses import dataclass
from datetime import date

from thidua.outlook.reports.figures.sides import place_of
from thidua.records.orgs import selectors as orgs
from thidua.records.orgs.models import Unit, UnitCode

_OF_PLACE = re.compile(r"\s+(?:tỉnh|thành phố)\s+[^,]+$")
_COMMUNE = re.compile(r"\b(?:xã|phường|thị trấn|đặc khu)\s+(?P<place>.+)$")
_COMMITTEE = "Ủy ban nhân dân"


@dataclass(frozen=True)
class Agency:
    """`name` in full; `called` in sentences: "Sở Văn hóa"; `symbol` of its reports: "BC-SVH"."""

    name: str
    called: str
    parent: str
    symbol: str
    place: str


def agency_of(body: Unit, on: date) -> Agency:
    """By the names and places of the day. Three queries."""
    name = orgs.name_on(body, on)
    above = orgs.superiors_of(body)
    parent = orgs.name_on(above[0], on) if above else ""
    province = next((place for unit in above if (place := place_of(unit.name))), "") or place_of(name)
    commune = _COMMUNE.search(name)
    called = name if name.startswith(_COMMITTEE) else _OF_PLACE.sub("", name)
    return Agency(name, called, parent, _symbol(body), commune["place"] if commune else province)


def _symbol(body: Unit) -> str:
    """The short code; of SDL-KG, where the papers print SDL, that."""
    codes = UnitCode.objects.filter(unit=body, until=None, scheme=UnitCode.Scheme.ALIAS)
    printed = [row.code for row in codes.order_by("pk") if body.code.startswith(f"{row.code}-")]
    code = printed[0] if printed else body.code
    return f"BC-{code}" if code else ""
