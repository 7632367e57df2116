"""Why: reasons of the rows that a page shows, found now by judging each."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from thidua.law import judging
from thidua.law.cases import Case
from thidua.law.screening import outcome_of
from thidua.records.catalogue import selectors as catalogue
from thidua.records.orgs.actors import Actor
from thidua.work.eligibility import outcomes
from thidua.work.eligibility.models import Screening, ScreeningRow
from thidua.work.eligibility.selectors.screenings import Listed, known


@dataclass(frozen=True, slots=True)
class Reasons:
    """`has_changed`: records or book say something else than when it was screened."""

    lines: tuple[str, ...]
    has_changed: bool


def reasons_of(
    screening: Screening, rows: Iterable[ScreeningRow], title: str, actor: Actor
) -> Mapping[int, Reasons]:
    """Key of the row → its reasons; of people a fixed number of queries."""
    by_place = {Listed(row.unit_id, row.person_id, None if row.person_id else row.unit): row for row in rows}
    book, period = catalogue.book(actor.on, screening.body), screening.period
    found = {}
    for place, candidate in known(screening, list(by_place), actor):
        case = Case(
            "",
            "eligibility",
            screening.on,
            title,
            period.year,
            candidate,
            is_school_year=period.kind == "school_year",
        )
        judged = judging.judge(case, book, looks_ahead=False)
        outcome, row = outcome_of(judged), by_place[place]
        wanted = ("unmet", "unknown") if judged.verdict != "eligible" else ("met",)
        lines = dict.fromkeys(each.reason for each in judged.findings if each.outcome in wanted)
        before = outcomes.read(row.outcome.told)[title]
        found[row.pk] = Reasons(tuple(lines), outcome != before)
    return found
