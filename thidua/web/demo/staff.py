"""The demo department's people through the years: ratings, leave, study, a discipline served, since when it is all written."""

from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

from thidua.records.orgs.actors import Actor, actor_for
from thidua.records.orgs.models import Person, Unit
from thidua.records.orgs.services import accounts, people
from thidua.records.staff import services
from thidua.records.staff.models import Discipline, Leave, Rating, Service, Study
from thidua.vn.periods import calendar_year

if TYPE_CHECKING:
    from thidua.web.demo.load import Loaded

DATA = Path(__file__).parent / "data" / "staff.yaml"
BODY = "svh"
_LEVELS = {"X": "HTXSNV", "T": "HTTNV", "H": "HTNV", "K": "KHTNV"}
_KINDS = {"rating": Rating, "leave": Leave, "study": Study, "service": Service, "discipline": Discipline}
_LIST = "Thông báo kết quả xếp loại của Sở"
_COMPARED = "đã đối chiếu với hồ sơ công chức"


def load(made: "Loaded") -> None:
    """All rows of staff.yaml, by whoever keeps the department's registers; discipline by the one who was given it."""
    data = yaml.safe_load(DATA.read_text(encoding="utf-8"))
    body = made.units[BODY]
    told: dict[str, Any] = {"body": body, "by": made.clerk(body), "at": made.at}
    for row in data["people"]:
        _recruit(made, row)
    known = {
        one.full_name: one for one in Person.objects.filter(merged_into=None, positions__unit__body=body)
    }
    _ratings(made, data, known, told)
    for row in data["leave"]:
        services.enter_leave(known[row.pop("name")], row.pop("kind"), **_dated(made, row), **told)
    for row in data["study"]:
        services.enter_study(known[row.pop("name")], **_dated(made, row), **told)
    for row in data["service"]:
        services.enter_service(known[row.pop("name")], row.pop("kind"), **_dated(made, row), **told)
    keeper = _keeper(made, data["keeper"], body)
    for row in data["discipline"]:
        person, form = known[row.pop("name")], row.pop("form")
        services.enter_discipline(person, form, **_dated(made, row), **told | {"by": keeper})
    for row in data["pending"]:
        since = made.today - timedelta(days=row["days"])
        services.note_matter(made.units[row["unit"]], row["ground"], since=since, **told | {"by": keeper})
    for name, year in data["covered"].items():
        by = keeper if name == "discipline" else told["by"]
        first = date(made.today.year + year, 1, 1)
        services.state_coverage(_KINDS[name], since=first, note=_COMPARED, **told | {"by": by})


def _recruit(made: "Loaded", row: dict[str, Any]) -> None:
    facts = {name: row[name] for name in ("title", "labour")}
    unit, since = made.units[row["unit"]], _day(made, row["since"])
    people.add_person(row["name"], unit=unit, since=since, **facts, by=made.system(), at=made.at)


def _ratings(made: "Loaded", data: dict[str, Any], known: dict[str, Person], told: dict[str, Any]) -> None:
    """A list a year, as the department announces it."""
    rated: dict[str, Person | Unit] = {name: known[name] for name in data["ratings"]}
    rated |= {key: made.units[key] for key in data["collectives"]}
    letters: dict[str, str] = data["ratings"] | data["collectives"]
    years = len(next(iter(letters.values())))
    for place in range(years):
        lines = [
            services.Line(at, one, {"level": _LEVELS[letters[name][place]]})
            for at, (name, one) in enumerate(rated.items(), 1)
            if letters[name][place] in _LEVELS
        ]
        period = calendar_year(made.today.year - years + place)
        services.rate_many(lines, period=period, printed=f"{_LIST} {period.printed}", **told)


def _keeper(made: "Loaded", username: str, body: Unit) -> Actor:
    user = made.users[username]
    since = date(made.today.year - 7, 1, 1)
    accounts.give_role(user, role="theo_doi_ky_luat", unit=body, since=since, by=made.system(), at=made.at)
    return actor_for(user, made.today)


def _dated(made: "Loaded", row: dict[str, Any]) -> dict[str, Any]:
    """Days that are told by years from today become days; one that is not reached yet becomes none."""
    found = {name: _day(made, value) if isinstance(value, dict) else value for name, value in row.items()}
    if found.get("until") and found["until"] > made.today:
        found |= {"until": None} | ({"result": ""} if "result" in found else {})
    return found


def _day(made: "Loaded", told: dict[str, int]) -> date:
    return date(made.today.year + told["year"], told["month"], told["day"])
