"""The demo department's tasks and meetings, written by the account that keeps its programme."""

import re
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

from thidua.records.meetings import services as meetings
from thidua.records.orgs.actors import Actor
from thidua.records.orgs.models import Person, Unit
from thidua.records.orgs.selectors import positions_of
from thidua.vn.dates import cited_date
from thidua.work.programme import services as programme
from thidua.work.programme.models import Task

if TYPE_CHECKING:
    from thidua.web.demo.load import Loaded

DATA = Path(__file__).parent / "data" / "work.yaml"
BODY = "svh"
_DAY = re.compile(r"\{on:([+-]\d+)\}")


def load(made: "Loaded") -> None:
    """All rows of work.yaml, by whoever may give tasks in the department."""
    data = yaml.safe_load(DATA.read_text(encoding="utf-8"))
    body = made.units[BODY]
    by = made.clerk(body)
    for row in data["tasks"]:
        _task(made, row, body, by)
    for row in data["meetings"]:
        _meeting(made, row, body, by)


def _task(made: "Loaded", row: dict[str, Any], body: Unit, by: Actor) -> Task:
    until = _DAY.sub(lambda found: cited_date(made.day(int(found[1]))), row["until"])
    task = programme.assign(
        row["action"],
        body=body,
        by=by,
        at=made.at,
        assignee_text=row.get("to", ""),
        unit=made.units.get(row.get("unit", "")),
        person=_person(row["person"]) if "person" in row else None,
        cooperate_text=row.get("with", ""),
        deadline_text=until,
        bases=[made.documents[key] for key in row.get("bases", ())],
        binding=not row.get("courteous", False),
        document=made.documents.get(row.get("document", "")),
    )
    if "extend" in row:
        moved = row["extend"]
        programme.extend(task, to_due=made.day(moved["to"]), reason=moved["reason"], by=by, at=made.at)
    if "done" in row:
        programme.complete(
            task,
            on=made.day(row["done"]),
            note=row.get("note", ""),
            late_reason=row.get("late", ""),
            document=made.documents.get(row.get("evidence", "")),
            by=by,
            at=made.at,
        )
    return task


def _meeting(made: "Loaded", row: dict[str, Any], body: Unit, by: Actor) -> None:
    meeting = meetings.record_meeting(
        row["name"],
        body=body,
        kind=row["kind"],
        held_on=made.today + timedelta(days=row["day"]) if row["day"] > 0 else made.day(row["day"]),
        place=row["place"],
        is_folded_into=row.get("folded", False),
        topics=row["topics"],
        minutes=made.documents.get(row.get("minutes", "")),
        documents=[made.documents[key] for key in row.get("documents", ())],
        by=by,
        at=made.at,
    )
    if "roll" in row:
        meetings.add_roll(meeting, [_line(each) for each in row["roll"]], by=by, at=made.at)
    if "turnout" in row:
        meetings.record_turnout(meeting, **row["turnout"], by=by, at=made.at)


def _line(given: str | dict[str, str]) -> meetings.RollRow:
    name = given if isinstance(given, str) else given["name"]
    absent = "" if isinstance(given, str) else given["absent"]
    person = _person(name)
    held = positions_of(person)[0]
    return meetings.RollRow(name, person, held.unit, held.title, present=not absent, reason=absent)


def _person(name: str) -> Person:
    return Person.objects.get(full_name=name)
