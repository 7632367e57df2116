"""The demo department's register of initiatives: one recognised by the province too, the others at base only."""

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

from thidua.records.orgs.models import Person
from thidua.records.register.identity import Identity
from thidua.work.initiatives import services
from thidua.work.initiatives.rows import Recognised, Share

if TYPE_CHECKING:
    from thidua.web.demo.load import Loaded

DATA = Path(__file__).parent / "data" / "initiatives.yaml"
BODY = "svh"


def load(made: "Loaded") -> None:
    """All rows of initiatives.yaml, by whoever keeps the department's registers."""
    data = yaml.safe_load(DATA.read_text(encoding="utf-8"))
    body = made.units[BODY]
    by = made.clerk(body)
    lines = [
        services.Line(
            place,
            row["title"],
            tuple(
                Share(Person.objects.get(full_name=name), Decimal(pct))
                for name, pct in row["authors"].items()
            ),
            _recognised(made, {"scope": "co_so", **row}),
            tuple(_recognised(made, each) for each in row.get("further", ())),
            _facts(made, row),
        )
        for place, row in enumerate(data["initiatives"], 1)
    ]
    services.enter_many(lines, body=body, by=by, at=made.at)
    since = date(made.today.year + data["covered"]["year"], 1, 1)
    note = "đã đối chiếu với hồ sơ Hội đồng sáng kiến"
    services.state_coverage(body, since=since, note=note, by=by, at=made.at)


def _facts(made: "Loaded", row: dict[str, Any]) -> dict[str, Any]:
    facts = {name: row[name] for name in ("kind", "summary", "others") if name in row}
    return facts | ({"made_in": made.units[row["in"]]} if "in" in row else {})


def _recognised(made: "Loaded", row: dict[str, Any]) -> Recognised:
    year = made.today.year + row["year"]
    decided_by = made.units[row.get("by", BODY)]
    if "number" not in row:
        return Recognised(row["scope"], year, printed=row["printed"])
    day = date(year, 12, 20 if "by" in row else 5)
    paper = Identity("quyet_dinh", row["number"], day, decided_by)
    return Recognised(row["scope"], year, paper, decided_by, row.get("authority", ""))
