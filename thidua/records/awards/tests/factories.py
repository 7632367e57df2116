"""Awards for tests, made by the verbs that officers use."""

from datetime import UTC, date, datetime
from typing import Any

from thidua.records.awards import services
from thidua.records.awards.models import Award
from thidua.records.orgs.actors import Actor, system
from thidua.records.orgs.models import Person, Unit
from thidua.records.register.models import Document
from thidua.records.register.tests.factories import entered, identity
from thidua.vn.periods import parse

TODAY = date(2024, 6, 12)
NOW = datetime(2024, 6, 12, 2, 30, tzinfo=UTC)
SYSTEM = system(TODAY)
YEAR = parse("2023")


def decided(body: Unit, number: str = "88/QĐ-SVH", issued_on: date = date(2024, 1, 15)) -> Document:
    return entered(identity(number, issued_on, body, "Khen thưởng năm 2023"), body, "di")


def given(
    kind: str, recipient: Person | Unit, body: Unit, period: str = "2023", *, by: Actor = SYSTEM, **facts: Any
) -> Award:
    if not facts.keys() & {"decision", "printed", "source_document"}:
        facts["printed"] = "sổ cũ"
    return services.enter(kind, recipient, body=body, period=parse(period), by=by, at=NOW, **facts)


def counted(
    kind: str, count: int, body: Unit, period: str = "2023", *, by: Actor = SYSTEM, **facts: Any
) -> Award:
    facts = {"of_whom": "ca_nhan", "printed": f"{count} {kind}"} | facts
    return services.enter_aggregate(kind, count, body=body, period=parse(period), by=by, at=NOW, **facts)
