"""The six-month report of a province with 20,000 documents: `python -m bench.report`.

The reference is bare SQL through the same driver that fetches the ids of the same records: one SELECT a block of the
outline that has records, with the ids that stand in the report.
"""

import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import Any

from bench.register_list import prepare, row

SIZE = 20_000
PARTS = (100, 10, 1)
ROUNDS = 7
GOAL_RATIO = 2.0
# Twice the time per document of the smallest register still counts as linear: timing noise on a shared machine.
GOAL_GROWTH = 2.0
# A kind of record that first occurs in a larger register (results, waves) is asked for once more; rows cost no query.
GOAL_QUERIES = 45
NOW = datetime(2026, 6, 20, 2, tzinfo=UTC)
YEARS = 12
TOPICS = [
    "chi_dao",
    "phong_trao",
    "the_che",
    "khen_thuong",
    "bo_may",
    "hoi_dong",
    "sang_kien",
    "cum_khoi",
    "tuyen_truyen",
    "dien_hinh",
    "kiem_tra",
    "quy",
    "bao_cao",
    "khac",
]
KINDS = (("ke_hoach", "KH", 60), ("cong_van", "", 90), ("quyet_dinh", "QĐ", 50), ("bao_cao", "BC", 70))


class Province:
    """Grows by documents, and by movements, tasks and meetings in proportion."""

    def __init__(self) -> None:
        from thidua.records.orgs.models import Unit
        from thidua.records.orgs.tests import factories

        centre = factories.unit("Thủ tướng Chính phủ", "TTg", level="trung_uong")
        self.body = factories.unit("Ủy ban nhân dân tỉnh Tân Giang", "UBND", level="tinh")
        factories.user("quang", "Đỗ Quang", self.body, "chuyen_vien", "van_thu")
        self.below = [
            factories.unit(f"Sở số {n} tỉnh Tân Giang", f"S{n}", parent=self.body) for n in range(20)
        ]
        Unit.objects.filter(pk=centre.pk).update(is_outside=True)
        self.centre = centre
        self.made = 0

    def grow(self, count: int) -> None:
        """Up to `count` documents; a movement for 100, a task for 10, a meeting for 200 of them."""
        from thidua.records.register.models import Entry

        documents = self._documents(range(self.made, count))
        Entry.objects.bulk_create(
            [
                Entry(document=each, body=self.body, direction="di" if ours else "den", entered_at=NOW)
                for each, ours in documents
            ],
            batch_size=1000,
        )
        self._work(range(self.made, count), [each for each, _ in documents])
        self.made = count

    def _documents(self, numbers: range) -> list[tuple[Any, bool]]:
        from thidua.records.register.models import Document
        from thidua.vn.fold import fold

        made = []
        for n in numbers:
            kind, letters, rank = KINDS[n % len(KINDS)]
            issuer = (self.body, self.centre, self.below[n % 20])[n % 3]
            day = _day(n)
            number = f"{n % 900 + 1}/{letters + '-' if letters else ''}{issuer.code}"
            title = f"Việc thứ {n} về thi đua, khen thưởng năm {day.year}"
            made.append(
                Document(
                    type=kind,
                    issuer=issuer,
                    number=number,
                    number_key=f"{number}-{n}",
                    issued_on=day,
                    year=day.year,
                    ordered_on=day,
                    first_year=day.year,
                    last_year=day.year,
                    title=title,
                    rank=rank,
                    topic=TOPICS[n * 31 % len(TOPICS)],
                    folded=fold(f"{number} {title}"),
                    created_at=NOW,
                )
            )
        rows = Document.objects.bulk_create(made, batch_size=1000)
        return [(each, each.issuer_id == self.body.pk) for each in rows]

    def _work(self, numbers: range, documents: list[Any]) -> None:
        from thidua.records.meetings.models import Meeting, MeetingDocument
        from thidua.work.programme.models import Task

        Task.objects.bulk_create(
            [
                Task(
                    body=self.body,
                    action=f"Thực hiện việc {n}",
                    due_on=_day(n) + timedelta(days=90),
                    due_state="printed",
                    created_at=NOW,
                )
                for n in numbers
                if n % 10 == 0
            ],
            batch_size=1000,
        )
        meetings = Meeting.objects.bulk_create(
            [
                Meeting(
                    body=self.body,
                    kind="hop_co_quan",
                    name=f"Họp {n}",
                    held_on=_day(n),
                    topics=["chi_dao"],
                    created_at=NOW,
                )
                for n in numbers
                if n % 200 == 0
            ]
        )
        MeetingDocument.objects.bulk_create(
            [MeetingDocument(meeting=each, document=documents[at]) for at, each in enumerate(meetings)]
        )
        self._movements([n for n in numbers if n % 100 == 0])

    def _movements(self, numbers: list[int]) -> None:
        from thidua.work.movements.models import Movement, Response

        launched = Movement.objects.bulk_create(
            [
                Movement(
                    body=self.body,
                    launcher=self.body if n % 200 else self.centre,
                    name=f"Phong trào {n}",
                    folded=f"phong trao {n}",
                    form="chuyen_de",
                    since=_day(n),
                    until=_day(n) + timedelta(days=365),
                    launched_on=_day(n),
                    is_launched=True,
                    created_at=NOW,
                )
                for n in numbers
            ]
        )
        Response.objects.bulk_create(
            [
                Response(superior=each, body=self.body, kind=Response.Kind.WITHOUT_PAPER, at=NOW)
                for each in launched
                if each.launcher_id == self.centre.pk
            ]
        )


def _day(n: int) -> date:
    """Most of a register is old: of the report's half year there is one in 24."""
    return date(2026, 6, 19) - timedelta(days=n * 7919 % (365 * YEARS))


def bare(outline: Any, body: Any, period: Any, actor: Any) -> dict[str, tuple[str, tuple[Any, ...]]]:
    """The SELECT of ids of every block that asks for records, with the issuers of its sides written out."""
    from thidua.outlook.reports.figures import Records
    from thidua.records.meetings import selectors as meetings
    from thidua.records.orgs.models import Unit
    from thidua.work.movements.models import Movement, Response
    from thidua.work.programme.models import Task

    records = Records(body, period, actor)
    sides = {unit.pk: records.sides.of_unit(unit) for unit in Unit.objects.all()}
    asked: dict[str, Any] = {}
    for _, _, section in outline.walk():
        for spec in section.blocks:
            stretch = period.following() if spec.window == "next" else period
            if spec.query == "documents":
                asked[spec.key] = _documents(spec, records, sides, stretch)
            elif spec.query == "meetings":
                asked[spec.key] = meetings.meetings_in(actor, period, body=body)
            elif spec.query == "answers":
                asked[spec.key] = Response.objects.filter(body=body, superior__until__gt=period.since)
            elif spec.query == "movements":
                asked[spec.key] = Movement.objects.filter(
                    launcher__body=body, is_launched=True, until__gt=period.since
                )
            elif spec.query == "tasks":
                due = {"due_on__gte": stretch.since, "due_on__lt": stretch.until}
                asked[spec.key] = Task.objects.filter(body=body, cancelled_on=None, done_on=None, **due)
    return {key: statement for key, rows in asked.items() if (statement := _statement(rows))}


def _documents(spec: Any, records: Any, sides: dict[int, frozenset[str]], stretch: Any) -> Any:
    from django.db.models import Q

    from thidua.outlook.reports.figures.in_force import holds_in, issued_in

    def words(name: str) -> list[str]:
        value = spec.params.get(name, ())
        return [value] if isinstance(value, str) else list(value)

    within = holds_in(stretch) if spec.window in ("in_force", "next") else issued_in(stretch)
    rows = records.register.filter(within, state="da_ban_hanh").exclude(topic__in=["", "khac"])
    if spec.window == "next":
        rows = rows.filter(Q(issued_on=None) | Q(issued_on__lt=records.period.until))
    if words("of"):
        rows = rows.filter(issuer__in=[pk for pk, of in sides.items() if of & set(words("of"))])
    rows = rows.exclude(issuer__in=[pk for pk, of in sides.items() if of & set(words("but_of"))])
    if words("topics"):
        rows = rows.filter(topic__in=words("topics"))
    if words("types"):
        rows = rows.filter(type__in=words("types"))
    rows = rows.exclude(topic__in=words("but_topics")).exclude(type__in=words("but_types"))
    said = Q()
    for word in words("words"):
        said |= Q(title__icontains=word)
    return rows.filter(said).order_by("rank", "ordered_on", "pk")


def _statement(rows: Any) -> tuple[str, tuple[Any, ...]] | None:
    """None where it asks for what no row can have: nobody runs such a statement."""
    from django.core.exceptions import EmptyResultSet

    try:
        return rows.values_list("pk").query.sql_with_params()
    except EmptyResultSet:
        return None


def medians(*works: Callable[[], Any]) -> list[float]:
    """Seconds of the processor, in turns: the database runs in this process, and other work on the machine counts not."""
    times: list[list[float]] = [[] for _ in works]
    for _ in range(ROUNDS):
        for taken, work in zip(times, works, strict=True):
            start = time.process_time()
            work()
            taken.append(time.process_time() - start)
    return [sorted(taken)[ROUNDS // 2] for taken in times]


def measure(body: Any) -> tuple[float, float, int, int]:
    """Seconds of the report and of the bare SQL, queries and lines of the report."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    from thidua.outlook.reports.build import build
    from thidua.outlook.reports.outlines import find
    from thidua.records.orgs.actors import actor_for
    from thidua.records.orgs.models import User
    from thidua.vn.periods import half

    actor = actor_for(User.objects.get(username="quang"), NOW.date())
    outline, period = find("tinh"), half(2026, 1)
    statements = bare(outline, body, period, actor)

    def ours() -> Any:
        return build(outline, body=body, period=period, actor=actor, at=NOW)

    def reference() -> dict[str, set[int]]:
        found = {}
        for key, (statement, values) in statements.items():
            with connection.cursor() as cursor:
                cursor.execute(statement, values)
                found[key] = {pk for (pk,) in cursor.fetchall()}
        return found

    with CaptureQueriesContext(connection) as queries:
        built = ours()
    lines = sum(len(block.items) for _, block in built.blocks())
    ids = reference()
    for _, block in built.blocks():
        if outline.block(block.key).query == "documents":
            told = {int(item.key.rpartition(":")[2]) for item in block.items}
            assert told == ids.get(block.key, set()), block.key
    asked = len(queries)
    seconds = medians(ours, reference)
    return seconds[0], seconds[1], asked, lines


def main() -> int:
    from bench.reading import merge

    with tempfile.TemporaryDirectory() as folder:
        prepare(folder)
        from django.conf import settings

        settings.DEBUG = False
        province, figures = Province(), []
        for part in PARTS:
            province.grow(SIZE // part)
            figures.append(measure(province.body))
            ours, reference, queries, lines = figures[-1]
            print(
                f"report of {SIZE // part:>6} documents: {ours * 1000:7.1f} ms, bare SQL {reference * 1000:7.1f} ms, "
                f"{queries} queries, {lines} lines"
            )
    ours, reference, queries, _ = figures[-1]
    growth = ours / (figures[0][0] * PARTS[0])
    rows = [
        row(
            "six-month report: province of 20,000 documents",
            ours,
            reference,
            f"≤ {GOAL_RATIO:g}",
            ours / reference <= GOAL_RATIO,
        ),
        row(
            "six-month report: growth from 1 % to 100 %",
            ours,
            figures[0][0] * PARTS[0],
            f"≤ {GOAL_GROWTH:g}",
            growth <= GOAL_GROWTH,
        ),
        row("six-month report: queries", float(queries), None, f"≤ {GOAL_QUERIES}", queries <= GOAL_QUERIES),
    ]
    merge(rows)
    return 0 if all(each["pass"] for each in rows) else 1


if __name__ == "__main__":
    sys.exit(main())
