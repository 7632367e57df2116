"""Screening of a province: 60,000 people with 600,000 awards for every annual title: `python -m bench.screening`.

The reference reads the same rows of the same tables through the bare driver, one SELECT a table. What is measured is what
the job does but for writing its result: people are read chunk by chunk, and each gets a verdict on every title. Of 1,000
people at random every verdict is compared with that of `judge`. Each size has a process and a database of its own.
"""

import json
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from typing import Any

from bench.register_list import prepare, row

SIZE = 60_000
PARTS = (100, 10, 1)
GOAL_RATIO, GOAL_GROWTH, GOAL_MEMORY, COMPARED = 8.0, 2.0, 150, 1_000
ROUNDS = 3
YEAR, ON, TODAY = 2025, date(2025, 12, 20), date(2026, 1, 5)
NOW = datetime(2026, 1, 5, 2, tzinfo=UTC)
TITLES = ("LDTT", "CSTT", "CSTDCS", "CSTDBT", "CSTDTQ")
BARE = (
    "SELECT id, gender FROM orgs_person",
    "SELECT p.person_id, p.id, p.labour, p.is_main, p.since, p.until, u.body_id FROM orgs_position p"
    " JOIN orgs_unit u ON u.id = p.unit_id",
    "SELECT a.person_id, a.id, a.code, a.since, a.until, a.year, a.category, d.issued_on FROM awards_award a"
    " LEFT JOIN register_document d ON d.id = a.decision_id WHERE a.ending = '' AND a.person_id IS NOT NULL",
    "SELECT person_id, id, year, level FROM staff_rating WHERE ending = '' AND person_id IS NOT NULL",
    "SELECT person_id, id, kind, days, working_days, year, since, until FROM staff_leave WHERE ending = ''",
    "SELECT person_id, id, since, until, sent_by_agency, complied, result FROM staff_study WHERE ending = ''",
    "SELECT person_id, id, since FROM staff_service WHERE ending = '' AND kind = 'tuyen_dung'",
    "SELECT u.person_id, r.id, r.initiative_id, r.scope, r.year FROM initiatives_recognition r"
    " JOIN initiatives_author u ON u.initiative_id = r.initiative_id WHERE r.ending = ''",
)


class Province:
    """The invented one; the installation itself screens it."""

    def __init__(self, people: int) -> None:
        from thidua.records.catalogue import selectors as catalogue
        from thidua.records.orgs.actors import system
        from thidua.records.orgs.models import Person
        from thidua.web.demo import province

        self.top = province.load(people, at=NOW, today=TODAY).top
        self.actor = system(TODAY, self.top)
        self.people = list(Person.objects.order_by("name_sort", "pk").values_list("pk", flat=True))
        self.book = catalogue.book(TODAY, self.top)

    def gathered(self) -> Iterator[tuple[int, Any]]:
        from thidua.work.eligibility.selectors.gathering import gather

        return gather(self.actor, self.people, year=YEAR, on=ON, body=self.top, with_discipline=False)

    def screener(self) -> Any:
        from thidua.law.screening import Screener

        return Screener(TITLES, year=YEAR, on=ON, book=self.book)


def ours(province: Province) -> dict[str, int]:
    """Verdicts on every title for everybody, counted."""
    screener, counts = province.screener(), {"eligible": 0, "needs_review": 0, "not_eligible": 0}
    for _, candidate in province.gathered():
        for outcome in screener.outcomes(candidate):
            counts[outcome.verdict] += 1
    return counts


def bare() -> int:
    """The same rows through the driver alone."""
    from django.db import connection

    connection.ensure_connection()
    read = 0
    for statement in BARE:
        cursor = connection.connection.cursor()
        cursor.execute(statement)
        while rows := cursor.fetchmany(2_000):
            read += len(rows)
        cursor.close()
    return read


def unequal(province: Province) -> int:
    """Of people at random, verdicts that differ from those of `judge`, whatever was screened before them."""
    from thidua.law import judging
    from thidua.law.cases import Case
    from thidua.law.screening import outcome_of

    chosen = set(random.Random(7).sample(province.people, min(COMPARED, len(province.people))))
    screener, wrong = province.screener(), 0
    for person, candidate in province.gathered():
        found = screener.outcomes(candidate)
        if person in chosen:
            for award, outcome in zip(TITLES, found, strict=True):
                case = Case("", "eligibility", ON, award, YEAR, candidate)
                wrong += outcome != outcome_of(judging.judge(case, province.book))
    return wrong


def best(work: Callable[[], Any]) -> float:
    """Seconds of this process: SQLite works inside it, and what else the machine does stands outside."""
    times = []
    for _ in range(ROUNDS):
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return min(times)


def megabytes() -> float:
    """Of this process now, without files that it only looks into."""
    with open("/proc/self/status", encoding="ascii") as status:
        return sum(int(line.split()[1]) for line in status if line.startswith("RssAnon")) / 1024


def measure(part: int) -> dict[str, Any]:
    """One size, in a process of its own. `memory`: what screening adds, MB."""
    with tempfile.TemporaryDirectory() as folder:
        prepare(folder)
        province = Province(SIZE // part)
        bare()
        before = megabytes()
        counts = ours(province)
        after = megabytes()
        return {
            "people": len(province.people),
            "ours": best(lambda: ours(province)),
            "bare": best(bare),
            "rows": bare(),
            "memory": after - before,
            "peak": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
            "wrong": unequal(province),
            "counts": counts,
        }


def main() -> int:
    from bench.reading import merge

    figures = []
    for part in PARTS:
        told = subprocess.run(
            [sys.executable, "-m", "bench.screening", str(part)], capture_output=True, text=True, check=True
        )
        figures.append(json.loads(told.stdout.splitlines()[-1]))
        print(
            "screening of {people} people: {ours:.2f} s, bare SELECT {bare:.2f} s, {counts}".format(
                **figures[-1]
            )
        )
    small, whole = figures[0], figures[-1]
    ratio, growth = (
        whole["ours"] / whole["bare"],
        whole["ours"] / whole["people"] * small["people"] / small["ours"],
    )
    wrong = sum(each["wrong"] for each in figures)
    rows = [
        row(
            "screening: 60,000 people, all annual titles",
            whole["ours"],
            whole["bare"],
            f"≤ {GOAL_RATIO:g}",
            ratio <= GOAL_RATIO,
        ),
        row(
            "screening: time a person, 100 % against 1 %",
            growth,
            None,
            f"≤ {GOAL_GROWTH:g}",
            growth <= GOAL_GROWTH,
        ),
        row(
            "screening: memory that it adds, MB",
            whole["memory"],
            None,
            f"≤ {GOAL_MEMORY}",
            whole["memory"] <= GOAL_MEMORY,
        ),
        row("screening: verdicts unlike judge, of 1,000 people", float(wrong), None, "= 0", wrong == 0),
    ]
    merge(rows)
    return 0 if all(each["pass"] for each in rows) else 1


if __name__ == "__main__":
    if len(sys.argv) > 1:
        print(json.dumps(measure(int(sys.argv[1])), ensure_ascii=False))
        sys.exit(0)
    sys.exit(main())
