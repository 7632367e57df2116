"""The demo's movements, written through the services that officers use."""

import re
from datetime import date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from thidua.records.orgs.actors import Actor
from thidua.records.orgs.models import Unit
from thidua.work.movements import naming
from thidua.work.movements import services as movements
from thidua.work.movements.models import Movement

if TYPE_CHECKING:
    from thidua.web.demo.load import Loaded

_YEAR = re.compile(r"\{nam(?P<more>[+-]\d+)?\}")


def load(made: "Loaded", rows: list[dict[str, Any]]) -> dict[str, Movement]:
    """All rows in their order; a row may answer those above it."""
    known: dict[str, Movement] = {}
    for row in rows:
        known[row["key"]] = _movement(made, row, known)
    return known


def _movement(made: "Loaded", row: dict[str, Any], known: dict[str, Movement]) -> Movement:
    body = made.units[row["body"]]
    given = {"by": made.clerk(body), "at": made.at}
    movement = movements.open_movement(
        row["name"],
        body=body,
        launcher=made.units.get(row["launcher"]) or Unit.objects.get(name=row["launcher"], dissolved_on=None),
        lasting=naming.lasting(_told(made, row["period"])),
        launched_on=made.day(row["launched"]) if "launched" in row else None,
        form=row["form"],
        local_label=row.get("label", ""),
        aim=row.get("aim", ""),
        quota=row.get("quota", ""),
        **given,
    )
    for key, part in row.get("papers", {}).items():
        movements.attach_document(movement, made.documents[key], part=part, **given)
    for key in row.get("answers", []):
        movements.respond(known[key], body=body, kind="ke_hoach", ours=movement, **given)
    if "registered" in row:
        movements.respond(movement, body=body, kind="dang_ky", note=row["registered"], **given)
    for key, note in row.get("worked_in", {}).items():
        unit = made.units[key]
        movements.respond(movement, body=unit, kind="long_ghep", note=note, by=made.clerk(unit), at=made.at)
    _content(made, row, movement, made.clerk(body))
    return movement


def _content(made: "Loaded", row: dict[str, Any], movement: Movement, by: Actor) -> None:
    given = {"by": by, "at": made.at}
    criteria = [
        movements.add_criterion(
            movement,
            text=each["text"],
            target_number=Decimal(str(each["target"])) if "target" in each else None,
            unit_of_measure=each.get("unit", ""),
            **given,
        )
        for each in row.get("criteria", [])
    ]
    for each in row.get("waves", []):
        last = date.fromisoformat(_told(made, each["last"]))
        movements.add_wave(
            movement,
            name=each["name"],
            since=date.fromisoformat(_told(made, each["since"])),
            until=last + timedelta(days=1),
            **given,
        )
    for each in row.get("milestones", []):
        _milestone(made, each, movement, by)
    for each in row.get("results", []):
        movements.record_result(
            movement,
            on=_after_launch(made, each["day"], movement),
            text=each.get("text", ""),
            criterion=criteria[each["criterion"]] if "criterion" in each else None,
            number=Decimal(str(each["number"])) if "number" in each else None,
            **given,
        )
    for each in row.get("assessments", []):
        period = naming.lasting(_told(made, each["period"]))
        movements.assess(movement, text=each["text"], period=period, **given)


def _milestone(made: "Loaded", row: dict[str, Any], movement: Movement, by: Actor) -> None:
    given = {"by": by, "at": made.at}
    planned = movements.plan_milestone(
        movement,
        kind=row["kind"],
        planned_on=made.day(row["planned"]) if "planned" in row else None,
        planned_text=_told(made, row.get("text", "")),
        note=row.get("note", ""),
        **given,
    )
    if "done" in row:
        on = _after_launch(made, row["done"], movement)
        movements.reach_milestone(movement, kind=row["kind"], milestone=planned, on=on, **given)


def _after_launch(made: "Loaded", given: date | int, movement: Movement) -> date:
    day = made.day(given)
    return max(day, movement.launched_on) if movement.launched_on else day


def _told(made: "Loaded", text: str) -> str:
    """ "{nam}" is this year, "{nam+1}" the next."""
    return _YEAR.sub(lambda found: str(made.today.year + int(found["more"] or 0)), text)
