"""One nomination: the verdict on one of 2,000 people, each another one: `python -m bench.verdict`.

The reference reads the same rows through the same querysets of Django, and judges nothing.
"""

import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, date, datetime
from itertools import cycle
from typing import Any

from bench.register_list import prepare, row

PEOPLE, YEARS = 2_000, 10
ROUNDS = 60
GOAL_RATIO, GOAL_QUERIES = 3.0, 20
DAY = date(2026, 6, 20)
NOW = datetime(2026, 6, 20, 2, tzinfo=UTC)


def fill() -> tuple[Any, list[Any]]:
    """A department whose people have a title, a rating and an initiative every year; its officer and its people."""
    from thidua.records.awards.models import Award
    from thidua.records.orgs.tests import factories
    from thidua.records.staff.models import Rating
    from thidua.work.initiatives.models import Author, Initiative, Recognition

    province = factories.unit("Ủy ban nhân dân tỉnh Tân Giang", "UBND", level="tinh")
    body = factories.unit("Sở Văn hóa tỉnh Tân Giang", "SVH", parent=province)
    officer = factories.user("ngoc", "Trần Bảo Ngọc", body, "chuyen_vien")
    people = [factories.person(f"Lê Văn {number}", body) for number in range(PEOPLE)]
    kept = {"body": body, "printed": "sổ", "created_at": NOW}
    of = [(person, year) for person in people for year in range(2026 - YEARS, 2026)]
    span = {year: {"since": date(year, 1, 1), "until": date(year + 1, 1, 1)} for _, year in of}
    period = {year: {"period_label": f"năm {year}", "year": year} | span[year] for _, year in of}
    titles = {"sort": Award.Sort.TITLE, "code": "CSTDCS", "name": "Chiến sĩ thi đua cơ sở", "home": body}
    won = [
        Award(person=who, of_whom="ca_nhan", recipient=who.full_name, **titles, **kept, **period[year])
        for who, year in of
    ]
    Award.objects.bulk_create(won, batch_size=500)
    rated = [Rating(person=who, level="HTXSNV", **kept, **period[year]) for who, year in of]
    Rating.objects.bulk_create(rated, batch_size=500)
    ideas = [
        Initiative(title="Cải tiến", folded=f"cai tien {who.pk}", body=body, kept_by=body, created_at=NOW)
        for who, year in of
    ]
    made = Initiative.objects.bulk_create(ideas, batch_size=500)
    Author.objects.bulk_create(
        [Author(initiative=idea, person=who, place=1) for idea, (who, _) in zip(made, of, strict=True)],
        batch_size=500,
    )
    Recognition.objects.bulk_create(
        [
            Recognition(initiative=idea, scope="co_so", year=year, printed="sổ", created_at=NOW)
            for idea, (_, year) in zip(made, of, strict=True)
        ],
        batch_size=500,
    )
    return officer, people


def reference(actor: Any, person: Any) -> int:
    """Rows that tell of one person, as a page would read them: each begins at what the actor may see."""
    from thidua.records.awards import selectors as awards
    from thidua.records.catalogue import selectors as catalogue
    from thidua.records.orgs import selectors as orgs
    from thidua.records.orgs.models import Person, Position
    from thidua.records.register.models import Statement
    from thidua.records.staff import models as staff
    from thidua.records.staff import selectors as staff_rows
    from thidua.work.initiatives.models import Recognition

    kinds = (staff.Rating, staff.Leave, staff.Study, staff.Service)
    mine = {"person": person.pk}
    rows = [
        orgs.people_visible_to(actor).filter(pk=person.pk),
        Person.objects.filter(merged_into=person.pk),
        Position.objects.filter(**mine).select_related("unit"),
        awards.visible_to(actor).standing().filter(**mine).select_related("decision"),
        Recognition.objects.standing().filter(initiative__authors__person=person.pk),
        *(staff_rows.visible_to(actor, kind).filter(ending="", **mine) for kind in kinds),
        Statement.objects.filter(kind=Statement.Kind.COVERAGE, withdrawn_at=None),
        catalogue.visible_to(actor).filter(withdrawn_at=None),
    ]
    return sum(len(each) for each in rows)


def median(work: Callable[[Any], Any], people: list[Any]) -> float:
    times, each = [], cycle(people)
    for _ in range(ROUNDS):
        person = next(each)
        start = time.perf_counter()
        work(person)
        times.append(time.perf_counter() - start)
    return sorted(times)[ROUNDS // 2]


def measure() -> tuple[float, float, int]:
    """Seconds of a verdict, seconds of the reference, queries of a verdict."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    from thidua.records.orgs.actors import actor_for
    from thidua.vn.periods import calendar_year
    from thidua.work.eligibility.asked import Asked
    from thidua.work.eligibility.selectors.verdicts import verdict_of

    officer, people = fill()
    actor, asked = actor_for(officer, DAY), Asked("CSTDBT", calendar_year(2025), DAY)

    def ours(person: Any) -> Any:
        found = verdict_of(actor, person, asked)
        assert found is not None
        assert found.candidate.history
        return found

    ours(people[-1]), reference(actor, people[-1])
    with CaptureQueriesContext(connection) as queries:
        ours(people[-2])
    return median(ours, people), median(lambda person: reference(actor, person), people), len(queries)


def main() -> int:
    from bench.reading import merge

    with tempfile.TemporaryDirectory() as folder:
        prepare(folder)
        ours, bare, queries = measure()
    print(f"verdict: {ours * 1000:.1f} ms, the same rows {bare * 1000:.1f} ms, {queries} queries")
    rows = [
        row("verdict: one nomination", ours, bare, f"≤ {GOAL_RATIO:g}", ours / bare <= GOAL_RATIO),
        row("verdict: queries", float(queries), None, f"≤ {GOAL_QUERIES}", queries <= GOAL_QUERIES),
    ]
    merge(rows)
    return 0 if all(each["pass"] for each in rows) else 1


if __name__ == "__main__":
    sys.exit(main())
