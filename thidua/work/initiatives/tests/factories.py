"""Initiatives for tests, made by the verbs that officers use."""

from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

from thidua.records.orgs.actors import Actor, system
from thidua.records.orgs.models import Person, Unit
from thidua.work.initiatives import services
from thidua.work.initiatives.models import Initiative
from thidua.work.initiatives.rows import Recognised, Share

TODAY = date(2024, 6, 12)
NOW = datetime(2024, 6, 12, 2, 30, tzinfo=UTC)
SYSTEM = system(TODAY)
TITLE = "Số hóa phiếu kiểm kê di tích"


def base(year: int = 2023, **told: Any) -> Recognised:
    return Recognised("co_so", year, **({"printed": "sổ theo dõi sáng kiến"} | told))


def shares(*people: Person, pct: str | None = None) -> list[Share]:
    return [Share(person, Decimal(pct) if pct else None) for person in people]


def recorded(
    title: str, person: Person, body: Unit, *, year: int = 2023, by: Actor = SYSTEM, **facts: Any
) -> Initiative:
    """One author, the whole share, recognised at base."""
    recognised = facts.pop("recognised", None) or base(year)
    authors = facts.pop("authors", None) or shares(person, pct="100")
    return services.enter(title, authors, recognised=recognised, body=body, by=by, at=NOW, **facts)
