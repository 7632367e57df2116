"""The list of documents: 50 rows of a register of 20,000, filtered, through the whole application.

The reference is a bare Django view that fetches the same 50 rows and prints them in a plain table.
"""

import os
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import Any

SIZE = 20_000
PARTS = (100, 10, 1)
ROUNDS = 15
GOAL_RATIO, GOAL_QUERIES, GOAL_FLAT = 2.0, 8, 1.5
PLAIN = """<html><body><table>{% for row in rows %}<tr><td>{{ row.number }}<td>{{ row.issued_on }}<td>{{ row.title }}
<td>{{ row.issuer.name }}<td>{{ row.state }}{% endfor %}</table></body></html>"""


def prepare(folder: str) -> None:
    """Django on a database of its own below `folder`."""
    os.environ["THIDUA_VAR"] = folder
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "thidua.web.settings")
    os.environ.pop("DATABASE_URL", None)
    import django

    django.setup()
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    call_command("collectstatic", verbosity=0, interactive=False)


def fill(count: int, since: int) -> Any:
    """Documents of a department and its province up to `count`; returns the account that reads them."""
    from thidua.records.orgs.models import User
    from thidua.records.orgs.tests import factories
    from thidua.records.register.models import Document, Entry
    from thidua.vn.fold import fold

    user = User.objects.filter(username="lan").first()
    if user is None:
        province = factories.unit("Ủy ban nhân dân tỉnh Tân Giang", "UBND", level="tinh")
        department = factories.unit("Sở Văn hóa tỉnh Tân Giang", "SVH", parent=province)
        user = factories.user("lan", "Trần Ngọc Lan", department, "chuyen_vien")
    department = user.roles_held.get().unit
    made = []
    for n in range(since, count):
        issuer = department if n % 3 else department.parent
        day = date(2008, 1, 2) + timedelta(days=n % 6500)
        number = f"{n % 900 + 1}/KH-{issuer.code}"
        title = f"Phát động phong trào thi đua thứ {n} về chuyển đổi số năm {day.year}"
        made.append(
            Document(
                type="ke_hoach",
                issuer=issuer,
                number=number,
                number_key=f"{number}-{n}",
                issued_on=day,
                year=day.year,
                ordered_on=day,
                title=title,
                rank=60,
                folded=fold(f"{number} {title} {issuer.name}"),
                created_at=datetime(2024, 1, 1, tzinfo=UTC),
            )
        )
    rows = Document.objects.bulk_create(made, batch_size=1000)
    now = datetime(2024, 1, 1, tzinfo=UTC)
    Entry.objects.bulk_create(
        [
            Entry(document=row, body=department, direction="di" if n % 3 else "den", entered_at=now)
            for n, row in enumerate(rows)
        ],
        batch_size=1000,
    )
    return user


def median(work: Callable[[], Any]) -> float:
    times = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return sorted(times)[ROUNDS // 2]


def measure(user: Any) -> tuple[float, float, int]:
    """Seconds of our page, seconds of the bare view, queries of our page."""
    from django.db import connection
    from django.template import Context, Engine
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    from thidua.records.register.models import Document

    client = Client(headers={"host": "localhost"})
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    plain = Engine().from_string(PLAIN)

    def ours() -> Any:
        answer = client.get("/van-ban/?loai=ke_hoach")
        assert answer.status_code == 200
        return answer

    def bare() -> str:
        rows = Document.objects.filter(entries__body__roles_held__user=user, type="ke_hoach")
        return plain.render(
            Context({"rows": rows.select_related("issuer").order_by("-ordered_on", "-pk")[:50]})
        )

    ours(), bare()
    with CaptureQueriesContext(connection) as queries:
        ours()
    asked = len(queries)  # before the next request forgets them
    return median(ours), median(bare), asked


def main() -> int:
    from bench.reading import merge

    with tempfile.TemporaryDirectory() as folder:
        prepare(folder)
        done, figures = 0, []
        for part in PARTS:
            user = fill(SIZE // part, done)
            done = SIZE // part
            figures.append(measure(user))
            ours, bare, queries = figures[-1]
            print(
                f"list of {done:>6} documents: {ours * 1000:6.1f} ms, bare view {bare * 1000:6.1f} ms, {queries} queries"
            )
    ours, bare, queries = figures[-1]
    rows = [
        row(
            "document list: 50 of 20,000, filtered",
            ours,
            bare,
            f"≤ {GOAL_RATIO:g}",
            ours / bare <= GOAL_RATIO,
        ),
        row("document list: queries", float(queries), None, f"≤ {GOAL_QUERIES}", queries <= GOAL_QUERIES),
        row(
            "document list: growth from 1 % to 100 %",
            ours,
            figures[0][0],
            f"≤ {GOAL_FLAT:g}",
            ours / figures[0][0] <= GOAL_FLAT,
        ),
    ]
    merge(rows)
    return 0 if all(each["pass"] for each in rows) else 1


def row(name: str, ours: float, reference: float | None, goal: str, passed: bool) -> dict[str, Any]:
    ratio = ours / reference if reference else None
    return {"name": name, "ours": ours, "reference": reference, "ratio": ratio, "goal": goal, "pass": passed}


if __name__ == "__main__":
    sys.exit(main())
