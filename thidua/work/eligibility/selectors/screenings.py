"""Reads of screenings: who sees which, whom one is about, what came of it."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from django.db.models import Q, QuerySet

from thidua.kit.jobs import selectors as jobs
from thidua.kit.jobs.models import Job
from thidua.law.facts import Candidate
from thidua.law.findings import Verdict
from thidua.law.screening import Outcome
from thidua.records.orgs import selectors as orgs
from thidua.records.orgs.actors import Actor
from thidua.records.orgs.models import Position, Unit
from thidua.records.orgs.rights import Right
from thidua.work.eligibility import outcomes
from thidua.work.eligibility.models import PERSON, Screening, ScreeningOutcome, ScreeningRow
from thidua.work.eligibility.selectors.collective import gather_unit
from thidua.work.eligibility.selectors.gathering import gather


def visible_to(actor: Actor) -> QuerySet[Screening]:
    """One's own, and those of one's bodies about people whom everybody there may see. With discipline: one's own only."""
    rows = Screening.objects.select_related("unit", "body", "made_by")
    if actor.is_system:
        return rows
    bodies = actor.bodies(Right.ELIGIBILITY)
    if not bodies or actor.user is None:
        return rows.none()
    own = Q(made_by=actor.user)
    if not actor.has(Right.DISCIPLINE_READ):
        own &= Q(with_discipline=False)
    return rows.filter(own | Q(body__in=bodies, is_wide=False, with_discipline=False))


def units_open_to(actor: Actor, text: str = "") -> QuerySet[Unit]:
    """Units that may be screened: those whose people the actor sees."""
    reach = orgs.units_of_people(actor)
    found = orgs.search_units(actor, text, outside=False).existing(actor.on)
    return found.none() if reach is None else found.filter(pk__in=reach.values("pk"))


@dataclass(frozen=True, slots=True)
class Listed:
    """A candidate of a screening: a person in a unit, or the unit."""

    unit_id: int
    person_id: int | None = None
    unit: Unit | None = None

    @property
    def key(self) -> int:
        return self.unit_id if self.person_id is None else self.person_id


def candidates_of(screening: Screening, actor: Actor) -> list[Listed]:
    """Everybody in office in the unit and below on the day, by name; or the units themselves, from the top."""
    if screening.of_whom != PERSON:
        units = Unit.objects.within(screening.unit).existing(screening.on).filter(is_outside=False)
        reach = units_open_to(actor)
        return [
            Listed(unit.pk, unit=unit) for unit in units.filter(pk__in=reach.values("pk")).order_by("path")
        ]
    held = Position.objects.filter(
        orgs.in_office(screening.on),
        unit__path__startswith=screening.unit.path,
        person__in=orgs.people_visible_to(actor).order_by(),
    )
    rows = held.order_by("person__name_sort", "person", "-is_main", "pk").values_list("person", "unit")
    first: dict[int, int] = {}
    for person, unit in rows:
        first.setdefault(person, unit)
    return [Listed(unit, person) for person, unit in first.items()]


def known(screening: Screening, places: Sequence[Listed], by: Actor) -> Iterator[tuple[Listed, Candidate]]:
    """What the registers know of each now."""
    year, on, more = screening.period.year, screening.on, screening.with_discipline
    if screening.of_whom == PERSON:
        of = {place.key: place for place in places}
        people = list(of)
        found = gather(by, people, year=year, on=on, body=screening.body, with_discipline=more)
        yield from ((of[person], candidate) for person, candidate in found)
        return
    for place in places:
        yield place, gather_unit(by, place.unit, year=year, on=on, with_discipline=more)


def is_wide(unit: Unit, body: Unit) -> bool:
    """Whether people of other bodies than `body` stand in the tree of the unit."""
    return Unit.objects.within(unit).exclude(body=body).exists()


def once_of(screening: Screening) -> str:
    """What the job of this screening is known by."""
    return f"eligibility.screen:{screening.pk}"


def job_of(screening: Screening, actor: Actor) -> Job | None:
    """The last run, whatever came of it."""
    return jobs.visible_to(actor.key, str(screening.body_id)).filter(once=once_of(screening)).first()


# What came of it


@dataclass(frozen=True)
class Group:
    """Candidates with the same outcome on every title."""

    pk: int
    count: int
    told: str

    @cached_property
    def of(self) -> dict[str, Outcome]:
        return dict(outcomes.read(self.told))


def groups_of(screening: Screening) -> list[Group]:
    """All that came of it; one query, whatever the number of candidates."""
    rows = ScreeningOutcome.objects.filter(screening=screening).order_by("pk")
    return [Group(*row) for row in rows.values_list("pk", "count", "told")]


def counted(groups: Iterable[Group], title: str) -> dict[Verdict, int]:
    """Verdict → how many candidates."""
    found: dict[Verdict, int] = {"eligible": 0, "needs_review": 0, "not_eligible": 0}
    for group in groups:
        found[group.of[title].verdict] += group.count
    return found


def lacking(groups: Iterable[Group], title: str) -> list[tuple[str, int]]:
    """(what is lacking, for how many), the most frequent first."""
    found: dict[str, int] = {}
    for group in groups:
        for lack in group.of[title].lacks:
            found[lack] = found.get(lack, 0) + group.count
    return sorted(found.items(), key=lambda pair: (-pair[1], pair[0]))


def where(
    groups: Sequence[Group], title: str, fits: Callable[[Outcome], bool]
) -> Callable[[QuerySet[ScreeningRow]], QuerySet[ScreeningRow]]:
    """Narrows rows to those whose outcome on the title fits."""
    keys = [group.pk for group in groups if fits(group.of[title])]
    return lambda rows: rows.filter(outcome__in=keys)


def rows_of(screening: Screening) -> QuerySet[ScreeningRow]:
    return ScreeningRow.objects.filter(screening=screening).select_related("person", "unit", "outcome")
