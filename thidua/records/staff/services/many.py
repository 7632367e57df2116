"""Many at a time, all or none, with one line in the chain; and taken back to the row."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.apps import apps
from django.db import transaction

from thidua.kit.audit import chain
from thidua.kit.refused import Refused, refuse_if
from thidua.kit.sheets import undo
from thidua.kit.sheets.made import Made
from thidua.records.orgs.actors import Actor
from thidua.records.orgs.models import Person, Unit
from thidua.records.staff import permissions, rows, selectors
from thidua.records.staff.models import Discipline, Kept, Leave, Rating
from thidua.records.staff.rows import Subject

REASONS = 20
_BATCH = 500
_OWN_VERBS = (
    "staff.rate_many",
    "staff.enter_discipline_many",
    "staff.enter_leave_many",
    "staff.read_conduct",
)


@dataclass(frozen=True)
class Line:
    """One of many. `place`: where it stands in the sheet or list, for a refusal ("12", "B12")."""

    place: int | str
    of: Subject
    facts: dict[str, Any] = field(default_factory=dict)
    """Of `rows.FACTS` without `of`, over those that all have."""


@transaction.atomic
def rate_many(lines: Sequence[Line], *, body: Unit, by: Actor, at: datetime, **shared: Any) -> Made:
    """Ratings of many; `shared`: facts that all have (`period`, `level`, `document`, `printed`)."""
    made = _written(Rating, lines, body, by, at, shared)
    return _told("staff.rate_many", Rating, made, by, at)


@transaction.atomic
def enter_discipline_many(
    lines: Sequence[Line], *, body: Unit, by: Actor, at: datetime, **shared: Any
) -> Made:
    """Disciplinary decisions about many."""
    made = _written(Discipline, lines, body, by, at, shared)
    return _told("staff.enter_discipline_many", Discipline, made, by, at)


@transaction.atomic
def enter_leave_many(lines: Sequence[Line], *, body: Unit, by: Actor, at: datetime, **shared: Any) -> Made:
    """Leaves of many."""
    made = _written(Leave, lines, body, by, at, shared)
    return _told("staff.enter_leave_many", Leave, made, by, at)


@transaction.atomic
def take_back(made: Made, *, by: Actor, at: datetime) -> None:
    """Delete exactly what a plural verb made. Refused with reasons where a row was changed or is used since."""
    chain.hold()
    kinds = [apps.get_model(label) for label in made.rows]
    bodies: dict[Any, set[int]] = {}
    for kind in kinds:
        found = kind._default_manager.filter(pk__in=made.of(kind)).order_by()
        bodies[kind] = set(found.values_list("body", flat=True).distinct())
    for kind, ids in bodies.items():
        for body in Unit.objects.filter(pk__in=ids):
            refuse_if(permissions.why_not_write(by, body, kind))
    refuse_if(undo.why_not_take_back(made, own_verbs=_OWN_VERBS))
    undo.erase(made)
    chain.record("staff.take_back", "staff:", by=by, at=at, text=f"{len(made)} dòng")


def _written(
    kind: type[Kept], lines: Sequence[Line], body: Unit, by: Actor, at: datetime, shared: dict[str, Any]
) -> list[Kept]:
    """All or none: each refusal names its line. The number of queries grows with batches, not with lines."""
    refuse_if(permissions.why_not_write(by, body, kind))
    chain.hold()
    if not lines:
        raise Refused("Chọn ít nhất một dòng để ghi.")
    made: list[Kept] = []
    reasons: list[str] = []
    standing: dict[tuple[str, int], list[Kept]] = {}
    for start in range(0, len(lines), _BATCH):
        batch = lines[start : start + _BATCH]
        for key, found in selectors.standing_about(kind, [line.of for line in batch]).items():
            standing.setdefault(key, []).extend(found)
        strange = set(map(_key, selectors.strangers(body, [line.of for line in batch], by)))
        for line in batch:
            row = kind(body=body, created_at=at)
            rows.fill(row, {**shared, **line.facts, "of": line.of})
            there = standing.setdefault(_key(line.of), [])
            wrong = rows.why_not_so(row, by.on) or rows.why_not_again(row, there)
            if _key(line.of) in strange:
                wrong = [rows.stranger(line.of, body)]
            reasons += [f"Dòng {line.place}: {reason}" for reason in wrong]
            there.append(row)
            made.append(row)
        refuse_if(reasons[:REASONS])
    return list(kind._default_manager.bulk_create(made, batch_size=_BATCH))


def _key(of: Subject) -> tuple[str, int]:
    return ("person" if isinstance(of, Person) else "unit", of.pk)


def _told(verb: str, kind: type[Kept], listed: list[Kept], by: Actor, at: datetime) -> Made:
    """The line has the number of rows and a digest of what they say; of conduct it shows no more either."""
    made = Made()
    made.add_keys(kind, [row.pk for row in listed])
    digest = hashlib.sha256("\n".join(map(str, listed)).encode()).hexdigest()
    changes = {"lines": ["", len(listed)], "digest": ["", digest]}
    subject = f"{kind._meta.label}:"
    chain.record(verb, subject, by=by, at=at, text=f"{len(listed)} dòng", changes=changes)
    return made
