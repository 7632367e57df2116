"""Units of a tree, and people with their positions, many at a time: one line in the chain, and an exact way back."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django.db import IntegrityError, transaction

from thidua.kit.audit import chain
from thidua.kit.refused import Refused, refuse_if
from thidua.kit.sheets import undo
from thidua.kit.sheets.made import Made
from thidua.records.orgs import identity, new_units, permissions
from thidua.records.orgs.actors import Actor
from thidua.records.orgs.cards import FACTS, card
from thidua.records.orgs.models import Person, Position, Unit
from thidua.records.orgs.new_units import UnitLine
from thidua.records.orgs.typed import tidy

AT_ONCE = 500
"""Rows of one statement; the number of queries grows by these, not by rows."""
_OWN_VERBS = ("orgs.found_many", "orgs.add_people_many")


@dataclass(frozen=True)
class PersonLine:
    """One person as a list tells them. `place`: where the line stands in what was pasted, for a refusal."""

    place: int
    full_name: str
    unit: Unit | None = None
    """Where the main position is; None for a person without one (farmers, foreigners)."""
    title: str = ""
    labour: str = ""
    since: date | None = None
    until: date | None = None
    identity_number: str = ""
    facts: Mapping[str, Any] = field(default_factory=dict)
    """Of `cards.FACTS`."""


@transaction.atomic
def found_many(lines: Sequence[UnitLine], *, body: Unit | None, by: Actor, at: datetime) -> Made:
    """Units of a tree, all or none; a superior may stand already or be any other line, in any order. A line that names
    none stands below `body`.

    Each refusal names its line: what `found_unit` (for outside bodies `add_outside_unit`) would refuse, is refused here.
    The units stand in `Made` in the order of the lines.
    """
    chain.hold()
    if not lines:
        raise Refused("Chọn ít nhất một dòng để ghi.")
    ordered = new_units.in_order(lines, body)
    refuse_if(new_units.why_not(ordered, by)[: undo.REASONS])
    made = new_units.make(ordered, lines)
    text, changes = f"{len(lines)} tổ chức", _counted([line.name for line in lines])
    chain.record("orgs.found_many", "orgs.Unit:", by=by, at=at, text=text, changes=changes)
    return made


@transaction.atomic
def add_people_many(lines: Sequence[PersonLine], *, body: Unit | None, by: Actor, at: datetime) -> Made:
    """Cards, kept by `body`, with their main positions and, where given, sealed identity numbers; all or none.

    Each refusal names its line. The people stand in `Made` in the order of the lines.
    """
    chain.hold()
    if not lines:
        raise Refused("Chọn ít nhất một dòng để ghi.")
    refuse_if(_why_not_add(lines, by)[: undo.REASONS])
    people = [card(line.full_name, body, line.facts) for line in lines]
    Person.objects.bulk_create(people, AT_ONCE)
    _seal(people, lines)
    positions = [
        Position(
            person=person,
            unit=line.unit,
            title=tidy(line.title),
            labour=line.labour,
            since=line.since,
            until=line.until,
        )
        for person, line in zip(people, lines, strict=True)
        if line.unit
    ]
    Position.objects.bulk_create(positions, AT_ONCE)
    made = Made()
    made.add(*people, *positions)
    text, changes = f"{len(people)} người", _counted([person.full_name for person in people])
    chain.record("orgs.add_people_many", "orgs.Person:", by=by, at=at, text=text, changes=changes)
    return made


@transaction.atomic
def take_back(made: Made, *, by: Actor, at: datetime) -> None:
    """Delete what `found_many` or `add_people_many` made; refused, naming the rows, where one was changed or is used."""
    chain.hold()
    refuse_if(_why_not_manage(made, by))
    refuse_if(undo.why_not_take_back(made, own_verbs=_OWN_VERBS))
    undo.erase(made)
    text = f"{len(made.of(Unit))} tổ chức, {len(made.of(Person))} người"
    digest = hashlib.sha256(repr(made.as_json()).encode()).hexdigest()
    changes = {"rows": [None, len(made)], "digest": [None, digest]}
    chain.record("orgs.take_back", "orgs.Unit:", by=by, at=at, text=text, changes=changes)


def _why_not_add(lines: Sequence[PersonLine], by: Actor) -> list[str]:
    units = {line.unit.pk: line.unit for line in lines if line.unit}
    closed = {pk: permissions.why_not_add_person(by, unit) for pk, unit in units.items()}
    homeless = [] if all(line.unit for line in lines) else permissions.why_not_add_person(by, None)
    numbers = _numbers(lines)
    taken = _holders(numbers.values())
    reasons: list[str] = []
    seen: dict[str, int] = {}
    for line in lines:
        wrong = list(closed[line.unit.pk] if line.unit else homeless)
        wrong += _why_not_person(line)
        digest = identity.hash_of(numbers[line.place]) if line.place in numbers else ""
        if digest in seen:
            wrong.append(f"Số định danh này đã có ở dòng {seen[digest]}. Kiểm tra lại số.")
        elif digest:
            seen[digest] = line.place
            wrong += _why_taken(taken.get(digest), by)
        reasons += [f"Dòng {line.place}: {reason}" for reason in wrong]
    return reasons


def _why_not_person(line: PersonLine) -> list[str]:
    reasons = [] if tidy(line.full_name) else ["Nhập họ và tên."]
    if line.unit and line.unit.dissolved_on and (line.since is None or line.since >= line.unit.dissolved_on):
        day = f"{line.unit.dissolved_on:%d/%m/%Y}"
        reasons.append(f"“{line.unit}” đã chấm dứt từ ngày {day}. Chọn đơn vị tiếp nhận.")
    if line.since and line.until and line.until <= line.since:
        reasons.append("Ngày thôi chức vụ phải sau ngày bắt đầu.")
    if line.identity_number.strip() and identity.digits_of(line.identity_number) is None:
        reasons.append("Số định danh có 12 chữ số (hoặc 9 chữ số với giấy tờ cũ). Kiểm tra lại số.")
    if unknown := line.facts.keys() - set(FACTS):
        raise TypeError(f"not facts of a person: {sorted(unknown)}")
    return reasons


def _numbers(lines: Iterable[PersonLine]) -> dict[int, str]:
    """Place of a line → the digits that it gives, where they are an identity number."""
    found = {line.place: identity.digits_of(line.identity_number) for line in lines if line.identity_number}
    return {place: digits for place, digits in found.items() if digits}


def _holders(numbers: Iterable[str]) -> dict[str, Person]:
    """Hash → the card that bears the number already."""
    hashes = [identity.hash_of(digits) for digits in numbers]
    found: dict[str, Person] = {}
    for start in range(0, len(hashes), AT_ONCE):
        chunk = hashes[start : start + AT_ONCE]
        rows = Person.objects.filter(identity_hash__in=chunk, merged_into=None).prefetch_related("positions")
        found |= {row.identity_hash: row for row in rows}
    return found


def _why_taken(holder: Person | None, by: Actor) -> list[str]:
    if holder is None:
        return []
    seen = not permissions.why_not_correct_person(by, holder)
    return [f"Số này đã ghi cho {holder if seen else 'người khác ở cơ quan khác'}. Kiểm tra lại số."]


def _seal(people: Sequence[Person], lines: Sequence[PersonLine]) -> None:
    """The ciphertext is bound to the key of its row, so it comes after the rows."""
    numbers, sealed = _numbers(lines), []
    for person, line in zip(people, lines, strict=True):
        if digits := numbers.get(line.place):
            person.identity_cipher = identity.seal(digits, person.pk)
            person.identity_key_id, person.identity_hash = identity.key_id(), identity.hash_of(digits)
            sealed.append(person)
    columns = ["identity_cipher", "identity_key_id", "identity_hash"]
    try:
        with transaction.atomic():
            Person.objects.bulk_update(sealed, columns, batch_size=AT_ONCE)
    except IntegrityError:
        # The database's own words would carry a hash into a log.
        raise Refused("Một số định danh vừa được ghi cho người khác. Kiểm tra lại danh sách.") from None


def _why_not_manage(made: Made, by: Actor) -> list[str]:
    """Whoever may not write there may not take back from there."""
    if by.is_system:
        return []
    units = Unit.objects.in_bulk(made.of(Unit)).values()
    reasons = [reason for unit in units for reason in permissions.why_not_manage_unit(by, unit)]
    keys = made.of(Position)
    there: set[int] = set()
    for start in range(0, len(keys), AT_ONCE):
        rows = Position.objects.filter(pk__in=keys[start : start + AT_ONCE])
        there |= set(rows.values_list("unit_id", flat=True))
    for unit in Unit.objects.in_bulk(there).values():
        reasons += permissions.why_not_add_person(by, unit)
    if made.of(Person) and not keys:
        reasons += permissions.why_not_add_person(by, None)
    return list(dict.fromkeys(reasons))[: undo.REASONS]


def _counted(names: Iterable[str]) -> dict[str, Any]:
    listed = list(names)
    digest = hashlib.sha256("\n".join(listed).encode()).hexdigest()
    return {"rows": [None, len(listed)], "digest": [None, digest]}
