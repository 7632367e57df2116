"""Whether somebody was ever awarded: what the register has, and for which time its silence says something."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from thidua.records.awards.models import PERSON, Award
from thidua.records.awards.selectors.counted import with_unnamed
from thidua.records.awards.selectors.coverage import covered
from thidua.records.awards.selectors.visible import history_of, visible_to
from thidua.records.orgs import selectors as orgs
from thidua.records.orgs.actors import Actor
from thidua.records.orgs.models import Person, Unit
from thidua.records.register.models import Statement

_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Stretch:
    """Half-open [since, until): where the person worked, and by what statement that body's register is whole then.

    `nameless`: a count of that body and time whose names are not all known: the person may be among them.
    """

    since: date
    until: date
    body: Unit | None
    statement: Statement | None
    nameless: Award | None = None

    @property
    def is_sure(self) -> bool:
        return self.statement is not None and self.nameless is None


@dataclass(frozen=True)
class Searched:
    """An absent line means "no" only where every day of the search is covered."""

    person: Person
    kind: str
    since: date
    until: date
    found: tuple[Award, ...]
    stretches: tuple[Stretch, ...]

    @property
    def outcome(self) -> Literal["awarded", "none", "unknown"]:
        if self.found:
            return "awarded"
        return "none" if all(each.is_sure for each in self.stretches) else "unknown"


def never_awarded(person: Person, actor: Actor, *, since: date, kind: str = "") -> Searched:
    """The search of [since, today] for one title or form, or for any."""
    until = actor.on + _DAY
    rows = history_of(person, actor).filter(ending="", until__gt=since)
    found = tuple(rows.filter(code=kind) if kind else rows)
    return Searched(person, kind, since, until, found, tuple(_stretches(person, actor, since, until, kind)))


def _stretches(person: Person, actor: Actor, since: date, until: date, kind: str) -> list[Stretch]:
    """The whole time, in order; days for which no position is known belong to no body."""
    found: list[Stretch] = []
    reached = since
    held = sorted(orgs.positions_of(person), key=lambda row: row.since or date.min)
    for row in held:
        begin, end = max(row.since or reached, reached), min(row.until or until, until)
        if begin >= end:
            continue
        if begin > reached:
            found.append(Stretch(reached, begin, None, None))
        body = row.unit.body or row.unit
        said = covered(actor, kind, begin, end, body=body)
        found.append(Stretch(begin, end, body, said, _nameless(actor, kind, begin, end, body)))
        reached = end
    if reached < until:
        found.append(Stretch(reached, until, None, None))
    return found


def _nameless(actor: Actor, kind: str, since: date, until: date, body: Unit) -> Award | None:
    rows = visible_to(actor).standing().filter(home__in=orgs.lineage(body, actor.on), of_whom=PERSON)
    rows = rows.filter(person=None, since__lt=until, until__gt=since)
    rows = rows.filter(code=kind) if kind else rows
    return with_unnamed(rows).filter(unnamed__gt=0).order_by("-year", "pk").first()
