"""Records for tests, made by the verbs that officers use."""

from datetime import date
from typing import Any

from thidua.records.orgs.actors import Actor
from thidua.records.orgs.models import Person, Unit
from thidua.records.register import services as register
from thidua.records.register.models import Statement
from thidua.records.staff.models import Rating
from thidua.records.staff.tests import factories as staff
from thidua.work.initiatives.models import Initiative
from thidua.work.initiatives.rows import Recognised
from thidua.work.initiatives.tests import factories as initiatives

NOW, SYSTEM = staff.NOW, staff.SYSTEM


def covered(what: str, body: Unit, since: date = date(2015, 1, 1), until: date | None = None) -> Statement:
    """The body's register of `what` is whole."""
    said: dict[str, Any] = {"since": since, "until": until, "printed": "rà sổ"}
    return register.state_coverage(what, body=body, **said, by=SYSTEM, at=NOW)


def rated(of: Person | Unit, body: Unit, year: int, level: str = "HTTNV", by: Actor = SYSTEM) -> Rating:
    return staff.rated(of, body, level, str(year), by=by)


def recognised(person: Person, body: Unit, scope: str, year: int, by: Actor = SYSTEM) -> Initiative:
    told = Recognised(scope, year, printed="sổ theo dõi sáng kiến")
    return initiatives.recorded(
        f"Số hóa hồ sơ di tích đợt {year}" + ("" if scope == "co_so" else ", mở rộng"),
        person,
        body,
        recognised=told,
        by=by,
    )
