"""Who a printed assignee is: a unit, a person, a role, all the staff. Only what is certain is filled in."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from thidua.records.orgs import selectors as orgs
from thidua.records.orgs.models import Person, Position, Unit
from thidua.vn.fold import fold, nfc

_ALL = re.compile(
    r"^(?:toan the|tat ca|toan bo) (?:can bo|cong chuc|vien chuc|nguoi lao dong|nhan vien|co quan)\b"
)
_POLITE = re.compile(r"^(?:giao |de nghi )?(?:đồng chí|đ/c|ông|bà|anh|chị)\s+", re.IGNORECASE)
_ROLE = re.compile(
    r"^(?:phu trach|truong|pho|chanh|giam doc|ke toan|van thu|thu ky|thu quy|chuyen vien|can bo|cong chuc|bo phan|thanh vien|to truong|thuong truc)\b"
)
_MANY = 3000


@dataclass(frozen=True)
class Assignee:
    """What is sure about a printed assignee; all empty: only its text is known."""

    unit: Unit | None = None
    person: Person | None = None
    role_text: str = ""
    all_staff: bool = False


def assignee_of(text: str, body: Unit, on: date) -> Assignee:
    """`assignees_of` for one."""
    return assignees_of([text], body, on)[0]


def assignees_of(texts: Sequence[str], body: Unit, on: date) -> list[Assignee]:
    """For each printed assignee, in the same order, what is certain; a handful of queries for all."""
    asked = [" ".join(nfc(text).split()) for text in texts]
    named = [text for text in asked if text and not _ALL.match(fold(text))]
    units = dict(zip(named, orgs.find_units(named, body, on=on), strict=True)) if named else {}
    held: list[Position] | None = None
    found = []
    for text in asked:
        if text and _ALL.match(fold(text)):
            found.append(Assignee(all_staff=True))
            continue
        unit = None if _POLITE.match(text) else orgs.sure(units.get(text, []))
        if not text or (unit and unit.pk != body.pk):
            found.append(Assignee(unit=unit))
            continue
        if held is None:
            held = _held(body, on)
        found.append(_person_or_role(text, held))
    return found


def _held(body: Unit, on: date) -> list[Position]:
    """Positions of the day in the body and its rooms."""
    rows = Position.objects.filter(orgs.in_office(on), unit__body=body, person__merged_into__isnull=True)
    return list(rows.select_related("person", "unit").order_by("-is_main", "pk")[:_MANY])


def _person_or_role(text: str, held: Collection[Position]) -> Assignee:
    name = _POLITE.sub("", text).strip(" ,.")
    words = nfc(name).casefold()
    full = {row.person_id: row for row in reversed(list(held)) if row.person.full_name.casefold() == words}
    if len(full) == 1:
        return _as(next(iter(full.values())))
    titled = {row.person_id: row for row in held if row.title and fold(row.title) == fold(name)}
    if len(titled) == 1 and not full:
        return _as(next(iter(titled.values())), role=name)
    if _POLITE.match(text) and not full:
        given = {
            row.person_id: row for row in reversed(list(held)) if _ends_with(row.person.full_name, words)
        }
        if len(given) == 1:
            return _as(next(iter(given.values())))
    return Assignee(role_text=name[:160]) if _ROLE.match(fold(name)) else Assignee()


def _ends_with(full_name: str, words: str) -> bool:
    """ "đồng chí Ngọc Lan" is Trần Ngọc Lan."""
    return full_name.casefold().endswith(f" {words}")


def _as(position: Position, role: str = "") -> Assignee:
    """The person with the unit that they sit in, where that is a room or body of its own."""
    return Assignee(unit=position.unit, person=position.person, role_text=role[:160])


def unit_of(person: Person, on: date) -> Unit | None:
    """Where a person sits: the unit of the main position of the day."""
    held = Position.objects.filter(orgs.in_office(on), Q(person=person)).select_related("unit")
    row = held.order_by("-is_main", "pk").first()
    return row.unit if row else None
