"""The work of a screening: candidates in the order of the list, judged chunk by chunk, each written once."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import islice

from django.db import transaction
from django.db.models import F

from thidua.kit.refused import Refused
from thidua.law.book import Book
from thidua.law.screening import Outcome, Screener
from thidua.records.catalogue import selectors as catalogue
from thidua.records.orgs.actors import Actor
from thidua.work.eligibility import outcomes
from thidua.work.eligibility.models import PERSON, Screening, ScreeningOutcome, ScreeningRow
from thidua.work.eligibility.selectors.gathering import CHUNK
from thidua.work.eligibility.selectors.screenings import Listed, candidates_of, known

UNITS = 50
"""Collectives judged between two signs of life."""
CHANGED = "Sách luật đã thay đổi trong lúc sàng lọc. Xóa lượt này rồi sàng lọc lại theo sách luật hiện hành."


@dataclass(frozen=True, slots=True)
class _Found:
    place: Listed
    labour: str
    outcomes: tuple[Outcome, ...]


def fill(
    screening: Screening,
    *,
    by: Actor,
    at: datetime,
    step: Callable[[int, int], None] = lambda done, total: None,
    claim: Callable[[int], bool] = lambda done: True,
) -> Screening:
    """Judge whoever has no row yet, and write what came of it; broken off anywhere it goes on where it stopped.

    `step(done, total)` between two chunks; `claim(done)` first in the transaction of each: False leaves it to another run.
    """
    book = catalogue.book(by.on, screening.body)
    if book.fingerprint != screening.fingerprint:
        raise Refused(CHANGED)
    listed = candidates_of(screening, by)
    there = set(screening.rows.values_list("person" if screening.of_whom == PERSON else "unit", flat=True))
    left = [place for place in listed if place.key not in there]
    Screening.objects.filter(pk=screening.pk).update(total=len(there) + len(left))
    done = len(there)
    for found in _chunks(screening, left, book, by):
        step(done, len(there) + len(left))
        with transaction.atomic():
            if not claim(done):
                continue
            _write(screening, found)
        done += len(found)
    Screening.objects.filter(pk=screening.pk).update(finished_at=at, done=done, total=done)
    screening.refresh_from_db()
    return screening


def _chunks(screening: Screening, left: Sequence[Listed], book: Book, by: Actor) -> Iterator[list[_Found]]:
    period = screening.period
    screener = Screener(
        screening.titles,
        year=period.year,
        on=screening.on,
        book=book,
        is_school_year=period.kind == "school_year",
    )
    rows = (
        _Found(place, candidate.labour or "", screener.outcomes(candidate))
        for place, candidate in known(screening, left, by)
    )
    size = CHUNK if screening.of_whom == PERSON else UNITS
    while chunk := list(islice(rows, size)):
        yield chunk


def _write(screening: Screening, found: Sequence[_Found]) -> None:
    counted: dict[str, int] = {}
    for each in found:
        told = outcomes.written(screening.titles, each.outcomes)
        counted[told] = counted.get(told, 0) + 1
    of = screening.outcomes
    of.bulk_create(
        [ScreeningOutcome(screening=screening, told=told) for told in counted], ignore_conflicts=True
    )
    keys = dict(of.filter(told__in=counted).values_list("told", "pk"))
    for told, count in counted.items():
        of.filter(pk=keys[told]).update(count=F("count") + count)
    ScreeningRow.objects.bulk_create(
        [
            ScreeningRow(
                screening=screening,
                outcome_id=keys[outcomes.written(screening.titles, each.outcomes)],
                person_id=each.place.person_id,
                unit_id=each.place.unit_id,
                labour=each.labour[:12],
            )
            for each in found
        ],
        batch_size=500,
    )
    Screening.objects.filter(pk=screening.pk).update(done=F("done") + len(found))
