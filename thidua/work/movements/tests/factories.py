"""Movements for tests, made by the verbs that officers use."""

from datetime import UTC, date, datetime
from typing import Any

from thidua.records.orgs.actors import Actor, system
from thidua.records.orgs.models import Unit
from thidua.work.movements import naming, services
from thidua.work.movements.models import Movement

TODAY = date(2024, 6, 12)
NOW = datetime(2024, 6, 12, 2, 30, tzinfo=UTC)
SYSTEM = system(TODAY)


def launched(
    name: str,
    launcher: Unit,
    on: date | None = date(2024, 3, 20),
    period: str = "năm 2024",
    *,
    body: Unit | None = None,
    by: Actor = SYSTEM,
    **facts: Any,
) -> Movement:
    """A movement of this launcher, kept by its own body unless told otherwise."""
    return services.open_movement(
        name,
        body=body or launcher.body or launcher,
        launcher=launcher,
        lasting=naming.lasting(period),
        is_launched=True,
        launched_on=on,
        by=by,
        at=NOW,
        **facts,
    )


def draft(
    name: str, launcher: Unit, period: str = "năm 2024", *, by: Actor = SYSTEM, **facts: Any
) -> Movement:
    body = launcher.body or launcher
    return services.open_movement(
        name, body=body, launcher=launcher, lasting=naming.lasting(period), by=by, at=NOW, **facts
    )


def answered(superior: Movement, body: Unit, *, by: Actor = SYSTEM, kind: str = "ke_hoach", **facts: Any):
    return services.respond(superior, body=body, kind=kind, by=by, at=NOW, **facts)
