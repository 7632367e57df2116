"""Tasks for tests, given by the verbs that officers use."""

from datetime import UTC, date, datetime
from typing import Any

from thidua.records.orgs.actors import Actor, system
from thidua.records.orgs.models import Unit
from thidua.work.programme import services
from thidua.work.programme.models import Task

TODAY = date(2024, 6, 12)
NOW = datetime(2024, 6, 12, 2, 30, tzinfo=UTC)
SYSTEM = system(TODAY)


def given(body: Unit, action: str = "Tổng hợp báo cáo sơ kết", *, by: Actor = SYSTEM, **facts: Any) -> Task:
    return services.assign(action, body=body, by=by, at=NOW, **facts)
