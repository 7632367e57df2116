"""What the registers know of people, as the law asks for it: the same for one person and for a whole province.

    for person, candidate in gather(actor, people, year=2024, on=day, body=body, with_discipline=False): …

Rows are read as tuples, chunk by chunk, a fixed number of queries each. Places name the record: "history/<Award>",
"ratings/<Rating>", "initiatives/<Recognition>", "leave/<Leave>", "study/<Study>", "discipline/<Discipline>".
"""

import json
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any

from django.db import connection
from django.db.models import CharField, Q, QuerySet
from django.db.models.expressions import RawSQL
from django.db.models.functions import Cast

from thidua.law.facts import Candidate
from thidua.law.facts import Leave as Away
from thidua.records.awards import selectors as awards
from thidua.records.orgs import selectors as orgs
from thidua.records.orgs.actors import Actor
from thidua.records.orgs.models import Person, Position, Unit
from thidua.records.orgs.rights import Right
from thidua.records.staff import selectors as staff
from thidua.records.staff.models import Discipline, Leave, PendingMatter, Rating, Service, Study
from thidua.vn.codes import RECIPIENT_KINDS
from thidua.work.eligibility.selectors import stated, wholeness
from thidua.work.eligibility.selectors.employment import employment
from thidua.work.initiatives.models import Recognition

CHUNK = 5_000
"""People read at a time: bounds the memory and the number of parameters of a query."""
_PERSON = next(iter(RECIPIENT_KINDS))
_NOTHING: stated.Rows = ()
_NAMES = (
    "positions",
    "history",
    "ratings",
    "initiatives",
    "leave",
    "study",
    "recruited",
    "discipline",
    "pending",
)
Source = tuple[QuerySet[Any], str, tuple[Any, ...]]
"""(rows that the actor may see, the way to the person, the other columns)."""
Put = Callable[[tuple[int, ...]], tuple[tuple[str, int], ...]]


def gather(
    actor: Actor,
    people: Sequence[int],
    *,
    year: int,
    on: date,
    body: Unit | None,
    with_discipline: bool,
) -> Iterator[tuple[int, Candidate]]:
    """(person, what is known) in the order of `people`; who is not visible to the actor is left out.

    Positions are those of the day `on`. `body`: whose lists are asked where a person never held a position in any body.
    Without `with_discipline` nothing is said of discipline and pending matters: unknown. What is not known, or not for the
    actor to know, is None; a list that is read is whole as far back as the person's bodies say (`whole_from`).
    """
    visible, sources = orgs.people_visible_to(actor), _sources(actor, on, with_discipline)
    known, lists = wholeness.of_bodies(year), tuple(name for name in wholeness.LISTS if name in sources)
    alone = (body.pk,) if body else ()
    put = cache(lambda bodies: wholeness.whole_from(known, bodies or alone, lists))
    for start in range(0, len(people), CHUNK):
        asked = people[start : start + CHUNK]
        gender = dict(visible.filter(pk__in=_listed(asked)).order_by().values_list("pk", "gender"))
        cards = _cards(gender)
        rows = {name: _by_person(source, cards) for name, source in sources.items()}
        readers = [rows[name].get if name in rows else _unknown for name in _NAMES]
        for person in asked:
            if person in gender:
                told = [read(person, _NOTHING) for read in readers]
                yield person, _candidate(person, gender[person], told, year, on, put)


def _unknown(person: int, nothing: stated.Rows) -> None:
    """A list that was not read."""


def _sources(actor: Actor, on: date, with_discipline: bool) -> dict[str, Source]:
    """By the name of the fact; what the actor has no right to read is not there."""
    found: dict[str, Source] = {
        "positions": (
            Position.objects.order_by("pk"),
            "person",
            ("pk", "labour", "is_main", "since", "until", "unit__body_id"),
        )
    }
    if actor.has(Right.AWARDS_READ):
        rows = awards.visible_to(actor).standing().exclude(code="").order_by()
        columns = (
            "pk",
            "code",
            _day("since"),
            _day("until"),
            "year",
            "category",
            _day("decision__issued_on"),
        )
        found["history"] = (rows, "person", columns)
    if actor.has(Right.INITIATIVES_READ):
        recognised = Recognition.objects.standing().filter(initiative__ending="").order_by("pk")
        columns = ("pk", "initiative_id", "scope", "year")
        found["initiatives"] = (recognised, "initiative__authors__person", columns)
    if actor.has(Right.STAFF_READ):
        found |= _staff(actor)
    return found | _conduct(actor, on) if with_discipline else found


def _staff(actor: Actor) -> dict[str, Source]:
    recruited = staff.visible_to(actor, Service).filter(ending="", kind=Service.Kind.RECRUITED)
    leave = ("pk", "kind", "days", "working_days", "year", "since", "until")
    study = ("pk", "since", "until", "sent_by_agency", "complied", "result")
    return {
        "ratings": (
            staff.visible_to(actor, Rating).filter(ending="").order_by("pk"),
            "person",
            ("pk", "year", "level"),
        ),
        "leave": (staff.visible_to(actor, Leave).filter(ending="").order_by("pk"), "person", leave),
        "study": (staff.visible_to(actor, Study).filter(ending="").order_by("pk"), "person", study),
        "recruited": (recruited, "person", ("pk", "since")),
    }


def _conduct(actor: Actor, on: date) -> dict[str, Source]:
    decided = staff.visible_to(actor, Discipline).filter(ending="").order_by("pk")
    matters = staff.visible_to(actor, PendingMatter).filter(ending="", since__lte=on).order_by("pk")
    runs = matters.filter(Q(until=None) | Q(until__gt=on))
    return {
        "discipline": (decided, "person", ("pk", "form", "year", "status")),
        "pending": (runs, "person", ("pk", "ground")),
    }


def _day(column: str) -> Cast:
    """A day as text: of many rows few days are different, so each is read once (`stated.day`)."""
    return Cast(column, CharField())


def _listed(people: Collection[int]) -> RawSQL:
    """The keys as one parameter, however many they are: `….filter(person__in=_listed(keys))`."""
    if connection.vendor == "postgresql":
        return RawSQL("SELECT unnest(%s::bigint[])", [list(people)])
    return RawSQL("SELECT value FROM json_each(%s)", [json.dumps(list(people))])


def _cards(people: Collection[int]) -> dict[int, int]:
    """Every card of these people, merged ones too → the person."""
    merged = Person.objects.filter(merged_into__in=_listed(people)).order_by()
    return dict(merged.values_list("pk", "merged_into_id")) | {person: person for person in people}


def _by_person(source: Source, cards: Mapping[int, int]) -> dict[int, list[stated.Row]]:
    rows, way, columns = source
    found: dict[int, list[stated.Row]] = defaultdict(list)
    for row in rows.filter(**{f"{way}__in": _listed(cards)}).values_list(f"{way}_id", *columns):
        found[cards[row[0]]].append(row)
    return found


def _candidate(
    person: int, gender: str, lists: Iterable[stated.Rows | None], year: int, on: date, put: Put
) -> Candidate:
    """`lists`: rows in the order of `_NAMES`; None: not known."""
    held, history, ratings, initiatives, leave, study, said, discipline, pending = lists
    work = employment(held or _NOTHING, year=year, on=on)
    recruited = _recruited(said, work.began, year, (history, 5), (ratings, 2), (initiatives, 4))
    is_new = recruited is not None and recruited.year >= year - 1
    away = leave and stated.leave(leave, year)
    return Candidate(
        kind=_PERSON,
        labour=work.labour,
        gender=gender or None,
        history=history and stated.history(history),
        ratings=ratings and stated.ratings(ratings),
        initiatives=initiatives and stated.initiatives(initiatives, year),
        months_worked=None if work.months is None or is_new else _worked(work.months, away, year),
        recruited=recruited,
        leave=away,
        study=study and stated.study(study, year, on),
        transfers=work.transfers,
        discipline=discipline and stated.discipline(discipline),
        pending=pending and tuple([row[2] for row in pending]),
        whole_from=put(work.bodies),
    )


def _worked(months: Decimal, away: Sequence[Away] | None, year: int) -> tuple[tuple[int, Decimal], ...]:
    """Months in office less those of leave; which leave counts as work all the same, the law says."""
    return ((year, max(Decimal(0), months - stated.months_away(away, year)) if away else months),)


def _recruited(
    said: stated.Rows | None, began: date | None, year: int, *seen: tuple[stated.Rows | None, int]
) -> date | None:
    """The day as recorded; else that of the first position. One in the merit year or the one before only where no record of
    an earlier year shows that the person worked before it; an older one tells that much by itself. `seen`: rows, and the
    column of their year."""
    if said:
        return min(row[2] for row in said)
    if began is None or began.year < year - 1:
        return began
    return None if any(row[at] < began.year for rows, at in seen for row in rows or ()) else began
