"""Whether somebody was ever awarded: what the register has, and for which time its silence says something."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from thidua.records.awards.models import Award
from thidua.records.awards.selectors.coverage import covered
from thidua.records.awards.selectors.visible import history_of
from thidua.records.orgs import selectors as orgs
from thidua.records.orgs.actors import Actor
from thidua.records.orgs.models import Person, Unit
from thidua.records.register.models import Statement

_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Stretch:
    """Half-open [since, until): where the person worked, and by what statement that body's register is whole then."""

    since: date
    until: date
    body: Unit | None
    statement: Statement | None


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
        return "none" if all(each.statement for each in self.stretches) else "unknown"


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
        found.append(Stretch(begin, end, body, covered(actor, kind, begin, end, body=body)))
        reached = end
    if reached < until:
        found.append(Stretch(reached, until, None, None))
    return found
