"""What the registers know of a collective or a household, as the law asks for it; a fixed number of queries.

Places as in `gathering`; what is counted among the people of the unit stands under its own name ("ldtt_count").
"""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from django.db.models import Q, QuerySet

from thidua.law.facts import LEVELS, Award, Candidate, Discipline, Rating
from thidua.records.awards import selectors as awards
from thidua.records.awards.models import AwardQuerySet, Household
from thidua.records.orgs import selectors as orgs
from thidua.records.orgs.actors import Actor
from thidua.records.orgs.models import Person, Position, Unit
from thidua.records.orgs.rights import Right
from thidua.records.staff import models as staff
from thidua.vn.codes import RECIPIENT_KINDS
from thidua.work.eligibility.selectors import stated, wholeness

_, _COLLECTIVE, _HOUSEHOLD = RECIPIENT_KINDS
_ADVANCED = ("LDTT", "CSTT")
_BASE = ("CSTDCS",)
_COMPLETED = LEVELS[LEVELS.index("HTNV") :]
_HISTORY = ("pk", "code", "since", "until", "year", "category", "decision__issued_on")


def gather_unit(actor: Actor, unit: Unit, *, year: int, on: date, with_discipline: bool) -> Candidate:
    """The unit itself: awards of those that ended in it are shown with it, and not counted for it.

    Its people are those in office at the end of the merit year, or on the day while it runs, in the unit and below.
    """
    known = wholeness.of_bodies(year).get(unit.body_id or unit.pk, wholeness.NOTHING)
    people = _people(unit, min(date(year, 12, 31), on))
    cards = _cards(people)
    may_see = actor.has(Right.AWARDS_READ)
    won = _titles(actor, cards, year) if may_see else {}
    size = len(people) or None
    return Candidate(
        kind=_COLLECTIVE,
        founded=unit.founded_on,
        dissolved=unit.dissolved_on is not None and unit.dissolved_on <= on,
        history=_history(actor, awards.visible_to(actor).filter(unit=unit)) if may_see else None,
        ratings=_ratings(unit) if actor.has(Right.STAFF_READ) else None,
        size=size,
        completed_pct=_completed(cards, people, year) if size and actor.has(Right.STAFF_READ) else None,
        ldtt_count=_holders(won, _ADVANCED) if size and may_see else None,
        cstdcs_count=_holders(won, _BASE) if size and may_see else None,
        discipline=_discipline(cards, year) if with_discipline else None,
        pending=_pending(unit, on) if with_discipline else None,
        whole_from=_whole(known, with_discipline),
    )


def gather_household(actor: Actor, household: Household, *, year: int) -> Candidate:
    """Its awards; how whole they are, the body that keeps it says."""
    known = wholeness.of_bodies(year).get(household.kept_by_id, wholeness.NOTHING)
    rows = awards.visible_to(actor).filter(household=household)
    history = _history(actor, rows) if actor.has(Right.AWARDS_READ) else None
    return Candidate(kind=_HOUSEHOLD, history=history, whole_from=(("history", known["history"]),))


def _whole(known: wholeness.Years, with_discipline: bool) -> tuple[tuple[str, int], ...]:
    names = ("history", "ratings", *(("discipline",) if with_discipline else ()))
    return (*((name, known[name]) for name in names), ("members", known["history"]))


def _history(actor: Actor, rows: AwardQuerySet) -> tuple[Award, ...]:
    standing = rows.standing().exclude(code="").order_by("pk").values_list("body", *_HISTORY)
    return stated.history(list(standing))


def _ratings(unit: Unit) -> tuple[Rating, ...]:
    rows = staff.Rating.objects.standing().filter(unit=unit).order_by("pk")
    return stated.ratings(list(rows.values_list("unit", "pk", "year", "level")))


def _people(unit: Unit, day: date) -> set[int]:
    """Cards of the people whose main position is there on the day."""
    held = Position.objects.filter(orgs.in_office(day), unit__path__startswith=unit.path, is_main=True)
    shown = held.values_list("person", "person__merged_into")
    return {into or card for card, into in shown}


def _cards(people: Iterable[int]) -> dict[int, int]:
    """Every card of these people, merged ones too → the person."""
    listed = list(people)
    merged = Person.objects.filter(merged_into__in=listed).values_list("pk", "merged_into")
    return dict(merged) | {person: person for person in listed}


def _titles(actor: Actor, cards: dict[int, int], year: int) -> dict[int, set[str]]:
    """Person → codes of what they were given for the year."""
    rows = awards.visible_to(actor).standing().filter(person__in=cards, year=year).exclude(code="")
    found: dict[int, set[str]] = {}
    for card, code in rows.values_list("person", "code"):
        found.setdefault(cards[card], set()).add(code)
    return found


def _holders(won: dict[int, set[str]], codes: tuple[str, ...]) -> int:
    return sum(bool(held & set(codes)) for held in won.values())


def _completed(cards: dict[int, int], people: set[int], year: int) -> Decimal | None:
    """Percent of the people who completed their duties; None until everybody is rated."""
    rows = staff.Rating.objects.standing().filter(person__in=cards, year=year)
    levels = {cards[card]: level for card, level in rows.values_list("person", "level")}
    if set(levels) != people:
        return None
    done = sum(level in _COMPLETED for level in levels.values())
    return Decimal(done * 100) / len(people)


def _discipline(cards: dict[int, int], year: int) -> tuple[Discipline, ...]:
    rows = staff.Discipline.objects.standing().filter(person__in=cards, year=year).order_by("pk")
    return stated.discipline(list(rows.values_list("person", "pk", "form", "year", "status")))


def _pending(unit: Unit, on: date) -> tuple[str, ...]:
    runs: QuerySet[staff.PendingMatter] = staff.PendingMatter.objects.standing().filter(
        Q(until=None) | Q(until__gt=on), unit=unit, since__lte=on
    )
    return tuple(runs.order_by("pk").values_list("ground", flat=True))
