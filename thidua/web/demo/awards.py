"""The demo department's awards: by name, as counts without names, and since when its register is whole."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

from thidua.records.awards import services
from thidua.records.awards.rows import Recipient
from thidua.records.orgs.actors import Actor
from thidua.records.orgs.models import Person, Unit
from thidua.records.register.identity import Identity
from thidua.vn.periods import calendar_year

if TYPE_CHECKING:
    from thidua.web.demo.load import Loaded

DATA = Path(__file__).parent / "data" / "awards.yaml"
BODY = "svh"
_LIST = "Danh sách khen thưởng cuối năm của Sở"


def load(made: "Loaded") -> None:
    """All rows of awards.yaml, by whoever keeps the department's registers."""
    data = yaml.safe_load(DATA.read_text(encoding="utf-8"))
    body = made.units[BODY]
    by = made.clerk(body)
    for row in data["named"]:
        _named(made, row, body, by)
    for row in data["counted"]:
        services.enter_aggregate(
            row["kind"],
            row["count"],
            of_whom=row.get("of_whom", "ca_nhan"),
            body=body,
            period=calendar_year(made.today.year + row["year"]),
            decided_by=body,
            printed=_LIST,
            by=by,
            at=made.at,
        )
    since = date(made.today.year + data["covered"]["year"], 1, 1)
    services.state_coverage(body, since=since, note="đã đối chiếu với hồ sơ lưu của Sở", by=by, at=made.at)


def _named(made: "Loaded", row: dict[str, Any], body: Unit, by: Actor) -> None:
    year = made.today.year + row["year"]
    decided_by = made.units[row.get("by", BODY)]
    facts: dict[str, Any] = {"kind": row["kind"], "period": calendar_year(year), "decided_by": decided_by}
    facts |= {name: row[name] for name in ("category", "occasion") if name in row}
    if "number" in row:
        day = min(date(year + 1, 1, 20), made.today)
        facts["decision"] = Identity("quyet_dinh", row["number"], day, decided_by)
    else:
        facts["printed"] = _LIST
    recipients: list[Recipient] = [Person.objects.get(full_name=name) for name in row.get("people", ())]
    recipients += [made.units[key] for key in row.get("units", ())]
    lines = [services.Line(place, one) for place, one in enumerate(recipients, 1)]
    services.enter_many(lines, body=body, **facts, by=by, at=made.at)
