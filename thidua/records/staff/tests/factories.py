"""Staff records for tests, made by the verbs that officers use."""

from datetime import UTC, date, datetime
from typing import Any

from thidua.records.orgs.actors import Actor, system
from thidua.records.orgs.models import Person, Unit
from thidua.records.orgs.roles import ROLES
from thidua.records.staff import services
from thidua.records.staff.models import Discipline, Leave, PendingMatter, Rating
from thidua.vn.periods import parse

TODAY = date(2024, 6, 12)
NOW = datetime(2024, 6, 12, 2, 30, tzinfo=UTC)
SYSTEM = system(TODAY)
GROUND = "investigation"
LIST = "Thông báo kết quả xếp loại"
KEEPER = "theo_doi_ky_luat"
assert KEEPER in ROLES


def rated(
    of: Person | Unit,
    body: Unit,
    level: str = "HTTNV",
    period: str = "2023",
    *,
    by: Actor = SYSTEM,
    **facts: Any,
) -> Rating:
    facts = {"printed": LIST} | facts
    return services.rate(of, level, period=parse(period), body=body, by=by, at=NOW, **facts)


def disciplined(
    person: Person, body: Unit, form: str = "khien_trach", *, by: Actor = SYSTEM, **facts: Any
) -> Discipline:
    facts = {"decided_on": date(2023, 5, 4), "printed": "Quyết định kỷ luật"} | facts
    return services.enter_discipline(person, form, body=body, by=by, at=NOW, **facts)


def away(person: Person, body: Unit, kind: str = "thai_san", *, by: Actor = SYSTEM, **facts: Any) -> Leave:
    facts = {"since": date(2023, 11, 1), "until": date(2024, 5, 1)} | facts
    return services.enter_leave(person, kind, body=body, by=by, at=NOW, **facts)


def pending(of: Person | Unit, body: Unit, *, by: Actor = SYSTEM, **facts: Any) -> PendingMatter:
    facts = {"since": date(2024, 3, 1)} | facts
    return services.note_matter(of, GROUND, body=body, by=by, at=NOW, **facts)
