"""Meetings for tests, made by the verbs that officers use."""

from datetime import UTC, date, datetime
from typing import Any

from thidua.records.meetings import services
from thidua.records.meetings.models import Meeting
from thidua.records.orgs.actors import Actor, system
from thidua.records.orgs.models import Unit

TODAY = date(2024, 6, 12)
NOW = datetime(2024, 6, 12, 2, 30, tzinfo=UTC)
SYSTEM = system(TODAY)
HELD = date(2024, 3, 6)


def met(
    body: Unit, name: str = "Họp cơ quan tháng 3", held_on: date = HELD, *, by: Actor = SYSTEM, **facts: Any
) -> Meeting:
    kind = facts.pop("kind", Meeting.Kind.OFFICE)
    return services.record_meeting(name, body=body, kind=kind, held_on=held_on, by=by, at=NOW, **facts)


def named(*names: str) -> list[services.RollRow]:
    return [services.RollRow(name) for name in names]
