"""The demo's reports: the last half-year's sent, this half-year's in work with real gaps."""

from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml
from django.utils import timezone

from thidua.kit.files import services as files
from thidua.outlook.reports import printing, selectors, services
from thidua.outlook.reports.models import Report
from thidua.records.orgs.actors import Actor, actor_for
from thidua.vn.periods import Period

if TYPE_CHECKING:
    from thidua.web.demo.load import Loaded

DATA = Path(__file__).parent / "data" / "reports.yaml"
OUTLINE = "so-6-thang"
BODY, TO, LETTER = "svh", "snv", "cv271"
WRITER, LEADER, CLERK = "lan", "son", "mai"
BEFORE_THE_END = 18
"""Days before its period ends that the last report was sent: half-year reports are due in the middle of June."""


def load(made: "Loaded") -> None:
    data = yaml.safe_load(DATA.read_text(encoding="utf-8"))
    period = selectors.likely_period(made.today)
    _sent(made, data["last"], period.previous())
    _in_work(made, data["current"], period)


def _sent(made: "Loaded", row: dict[str, Any], period: Period) -> Report:
    """Worked out and sent as of a working day near the end of its period."""
    day = made.day((period.until - timedelta(days=BEFORE_THE_END) - made.today).days)
    at = timezone.make_aware(datetime.combine(day, time(9, 40)))
    lan, son, mai = (_actor(made, name, day) for name in (WRITER, LEADER, CLERK))
    report = _begun(made, period, lan, at, due_on=day + timedelta(days=2))
    for block, text in row["words"].items():
        services.write(report, block, text, by=lan, at=at)
    report = services.freeze(report, selectors.live(report, actor=lan, at=at), by=lan, at=at)
    report = services.advance(report, "submit", by=lan, at=at, note=row["submitted"])
    report = services.advance(report, "approve", by=son, at=at, note=row["approved"])
    facts = {name: row[name] for name in ("number", "signer", "signer_title")} | {"issued_on": day}
    built = selectors.composed(report, actor=mai, at=at, watch=False).built
    paper = files.receive(f"{printing.file_name(report)}.docx", printing.numbered(built, facts, at=at))
    return services.issue(report, paper, **facts, by=mai, at=at)


def _in_work(made: "Loaded", row: dict[str, Any], period: Period) -> Report:
    lan = _actor(made, WRITER, made.today)
    given = {"by": lan, "at": made.at}
    due_on = made.today + timedelta(days=row["due"])
    report = _begun(made, period, lan, made.at, due_on=due_on, request=made.documents[LETTER])
    for block, text in row["words"].items():
        services.write(report, block, text, **given)
    for each in row["asked"]:
        due_on = made.today + timedelta(days=each["due"])
        services.ask(
            report, each["block"], action=each["action"], assignee_text=each["to"], due_on=due_on, **given
        )
    for each in row["nil"]:
        services.confirm_nil(report, each["block"], note=each["note"], **given)
    return report


def _begun(made: "Loaded", period: Period, by: Actor, at: datetime, **facts: Any) -> Report:
    return services.start(
        OUTLINE, period, body=made.units[BODY], send_to=made.units[TO], by=by, at=at, **facts
    )


def _actor(made: "Loaded", name: str, on: date) -> Actor:
    return actor_for(made.users[name], on)
