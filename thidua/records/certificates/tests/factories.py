"""When and by whom numbers are given in tests."""

from datetime import UTC, date, datetime

from thidua.records.orgs.actors import system

TODAY = date(2024, 6, 12)
NOW = datetime(2024, 6, 12, 2, 30, tzinfo=UTC)
SYSTEM = system(TODAY)
GK = ["Giấy khen"]
