"""Loads the demo province through the same services that officers use; a database with accounts is left alone."""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import yaml
from django.db import transaction

from thidua.outlook.intake import services as intake
from thidua.records.orgs.actors import Actor, actor_for, system
from thidua.records.orgs.models import Unit, User
from thidua.records.orgs.rights import Right
from thidua.records.orgs.services import accounts, people, units
from thidua.records.register import services as register
from thidua.records.register.identity import Identity
from thidua.records.register.models import Citation, Document, Entry
from thidua.vn.documents import type_code
from thidua.web.demo import awards, certificates, initiatives, movements, notice, reports, staff, work

DATA = Path(__file__).parent / "data" / "tan_giang.yaml"
SINCE = date(2019, 1, 1)
LINKS = {"implements": Citation.Relation.IMPLEMENTS, "amends": Citation.Relation.AMENDS}


@dataclass
class Loaded:
    """What has been made so far, by the keys of the data file."""

    at: datetime
    today: date
    units: dict[str, Unit] = field(default_factory=dict)
    users: dict[str, User] = field(default_factory=dict)
    documents: dict[str, Document] = field(default_factory=dict)

    def system(self) -> Actor:
        return system(self.today)

    def clerk(self, body: Unit) -> Actor:
        """Who keeps the register of this body: the first account there that may, else the installation itself."""
        for user in self.users.values():
            actor = actor_for(user, self.today)
            if actor.can(Right.REGISTER_WRITE, body):
                return actor
        return system(self.today, body)

    def day(self, given: date | int) -> date:
        """A day of the data file: a date, or days from today moved to a working day before it."""
        if isinstance(given, date):
            return given
        day = self.today + timedelta(days=given)
        return day - timedelta(days=max(0, day.weekday() - 4))


def is_loaded() -> bool:
    return User.objects.exists()


def load(*, at: datetime, today: date, password: str) -> Loaded:
    """The whole demo; every account gets `password`."""
    data = yaml.safe_load(DATA.read_text(encoding="utf-8"))
    made = Loaded(at, today)
    with transaction.atomic():  # all of it or nothing: half a demo would never be completed
        for row in data["units"]:
            _unit(made, row)
        for row in data["people"]:
            _person(made, row, password)
        for row in data["documents"]:
            _document(made, row)
        for row in data["drafts"]:
            _draft(made, row)
        work.load(made)
        awards.load(made)
        staff.load(made)
        certificates.load(made)
        initiatives.load(made)
        movements.load(made, data["movements"])
    _reading(made, data["reading"])
    reports.load(made)
    return made


def _unit(made: Loaded, row: dict[str, Any]) -> None:
    kind = row.get("kind", Unit.Kind.STATE)
    shared = {
        "by": made.system(),
        "at": made.at,
        "kind": kind,
        "level": row["level"],
        "short_name": row.get("short", ""),
        "code": row.get("code", ""),
    }
    if row.get("outside"):
        made.units[row["key"]] = units.add_outside_unit(row["name"], **shared)
        return
    is_room = kind == Unit.Kind.ROOM
    made.units[row["key"]] = units.found_unit(
        row["name"],
        parent=made.units.get(row.get("under", "")),
        is_legal_person=not is_room,
        issues_papers=not is_room,
        **shared,
    )


def _person(made: Loaded, row: dict[str, Any], password: str) -> None:
    person = people.add_person(
        row["name"],
        by=made.system(),
        at=made.at,
        unit=made.units[row["unit"]],
        title=row["title"],
        labour=row["labour"],
        since=SINCE,
    )
    if "user" not in row:
        return
    first, *others = row["roles"]
    given = {"by": made.system(), "at": made.at, "unit": made.units[row["at"]], "since": SINCE}
    user, _ = accounts.create_account(
        row["user"], full_name=row["name"], role=first, person=person, password=password, **given
    )
    for role in others:
        accounts.give_role(user, role=role, **given)
    if "appraises" in row:
        accounts.give_role(user, role="tham_dinh", **{**given, "unit": made.units[row["appraises"]]})
    made.users[row["user"]] = user


def _document(made: Loaded, row: dict[str, Any]) -> None:
    issued_on = made.day(row["issued"])
    identity = Identity(
        type=type_code(row["type"]),
        number=row["number"],
        issued_on=issued_on,
        issuer=made.units.get(row["issuer"]) or Unit.objects.get(name=row["issuer"], dissolved_on=None),
        title=row["title"],
        topic=row.get("topic", ""),
    )
    given = {"at": made.at, "effective_on": row.get("effective"), "expires_on": row.get("expires")}
    ways = [(row["out"], Entry.Direction.OUT)] if "out" in row else []
    ways += [(key, Entry.Direction.IN) for key in row.get("in", [])]
    for key, direction in ways:
        body = made.units[key]
        received = min(made.day(issued_on) + timedelta(days=3), made.today)
        entry = register.enter(
            identity,
            body=body,
            direction=direction,
            by=made.clerk(body),
            received_on=received if direction == Entry.Direction.IN else None,
            **given,
        )
    made.documents[row["key"]] = document = entry.document
    for link, relation in LINKS.items():
        if link in row:
            target = made.documents[row[link]]
            register.link(document, target, relation=relation, by=made.clerk(entry.body), at=made.at)
    if "replaces" in row:
        register.replace(made.documents[row["replaces"]], document, by=made.clerk(entry.body), at=made.at)


def _draft(made: Loaded, row: dict[str, Any]) -> None:
    body = made.units[row["issuer"]]
    identity = Identity(
        type=type_code(row["type"]),
        number="",
        issued_on=None,
        issuer=body,
        title=row["title"],
        topic=row.get("topic", ""),
    )
    document = register.draft(
        identity,
        body=body,
        by=made.clerk(body),
        at=made.at,
        replaces=made.documents.get(row.get("replaces", "")),
    )
    for step in row.get("advance", []):
        register.advance(document, step, by=made.clerk(body), at=made.at)


def _reading(made: Loaded, row: dict[str, Any]) -> None:
    """A notice that has just come in: read, and waiting for the officer."""
    file = notice.written(row, made.day)
    by = actor_for(made.users[row["by"]], made.today)
    intake.upload(row["name"], file, body=made.units[row["body"]], by=by, at=made.at)
