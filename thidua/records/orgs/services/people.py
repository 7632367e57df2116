"""People are added, corrected, merged; positions are given, changed, ended; identity numbers are kept sealed."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import IntegrityError, transaction

from thidua.kit.audit import chain
from thidua.kit.refused import Refused, refuse_if
from thidua.records.orgs import identity, permissions
from thidua.records.orgs.actors import Actor
from thidua.records.orgs.cards import FACTS, card, settle_year
from thidua.records.orgs.dated import overlaps
from thidua.records.orgs.models import Person, Position, Unit, User
from thidua.records.orgs.typed import tidy
from thidua.vn.fold import fold
from thidua.vn.names import name_sort


@dataclass(frozen=True)
class NewPerson:
    """One line of a pasted column."""

    full_name: str
    title: str = ""
    born_on: date | None = None
    birth_year: int | None = None


@transaction.atomic
def add_person(
    full_name: str,
    *,
    by: Actor,
    at: datetime,
    unit: Unit | None = None,
    title: str = "",
    labour: str = "",
    since: date | None = None,
    **facts: Any,
) -> Person:
    """A card, with a first position when a unit is named. `facts`: FACTS."""
    refuse_if(permissions.why_not_add_person(by, unit))
    person = card(full_name, by.body, facts)
    person.save()
    if unit:
        refuse_if(permissions.why_not_give_position(by, person, unit, since))
        Position.objects.create(person=person, unit=unit, title=tidy(title), labour=labour, since=since)
    changes = {"unit": [None, str(unit or "")], "title": [None, title], "since": [None, since]}
    chain.record("orgs.add_person", person, by=by, at=at, changes=changes)
    return person


@transaction.atomic
def add_people(
    unit: Unit, *, by: Actor, at: datetime, rows: Sequence[NewPerson], since: date | None = None
) -> list[Person]:
    """Many at once, each with a position in the unit: one line with the count and a digest of the names."""
    refuse_if(permissions.why_not_add_person(by, unit))
    if unit.dissolved_on and (since is None or since >= unit.dissolved_on):
        raise Refused(f"“{unit}” đã chấm dứt từ ngày {unit.dissolved_on:%d/%m/%Y}. Chọn đơn vị tiếp nhận.")
    added = []
    for row in rows:
        person = card(row.full_name, by.body, {"born_on": row.born_on, "birth_year": row.birth_year})
        person.save()
        Position.objects.create(person=person, unit=unit, title=tidy(row.title), since=since)
        added.append(person)
    names = "\n".join(person.full_name for person in added)
    changes = {
        "count": [None, len(added)],
        "people": [None, [person.pk for person in added]],
        "digest": [None, hashlib.sha256(names.encode()).hexdigest()],
    }
    chain.record("orgs.add_people", unit, by=by, at=at, changes=changes)
    return added


@transaction.atomic
def correct_person(person: Person, *, by: Actor, at: datetime, full_name: str = "", **facts: Any) -> Person:
    """Mend the card; an account that bears the same name is mended with it."""
    person = _locked(person)
    refuse_if(permissions.why_not_correct_person(by, person))
    changes = {}
    former, name = person.full_name, tidy(full_name) or person.full_name
    if name != former:
        changes["full_name"] = [former, name]
        person.full_name, person.name_sort, person.folded = name, name_sort(name), fold(name)[:120]
        User.objects.filter(person=person, full_name=former).update(full_name=name)
    for field in FACTS:
        if field in facts and facts[field] != getattr(person, field):
            changes[field] = [getattr(person, field), facts[field]]
            setattr(person, field, facts[field])
    settle_year(person)
    person.save()
    chain.record("orgs.correct_person", person, by=by, at=at, changes=changes)
    return person


@transaction.atomic
def set_identity(person: Person, *, by: Actor, at: datetime, number: str) -> Person:
    """Seal the number of nine or twelve digits; an empty one removes it. The line tells that it was done, not what."""
    person = _locked(person)
    refuse_if(permissions.why_not_correct_person(by, person))
    had = bool(person.identity_hash)
    if number.strip():
        digits = identity.digits_of(number)
        if digits is None:
            raise Refused("Số định danh có 12 chữ số (hoặc 9 chữ số với giấy tờ cũ). Kiểm tra lại số.")
        _refuse_taken(person, identity.hash_of(digits), by)
        _seal(person, digits)
    else:
        person.identity_hash, person.identity_key_id, person.identity_cipher = "", "", None
    try:
        with transaction.atomic():
            person.save(update_fields=["identity_hash", "identity_key_id", "identity_cipher"])
    except IntegrityError:
        # The database's own words would carry the hash into a log.
        raise Refused("Số này vừa được ghi cho người khác. Kiểm tra lại số.") from None
    chain.record(
        "orgs.set_identity", person, by=by, at=at, changes={"identity": [had, bool(person.identity_hash)]}
    )
    return person


@transaction.atomic
def find_by_identity(number: str, *, by: Actor, at: datetime) -> Person | None:
    """The card with exactly this number, in the whole installation: how a receiving body finds whom it receives."""
    refuse_if(permissions.why_not_read_identity(by))
    digits = identity.digits_of(number)
    if digits is None:
        raise Refused("Số định danh có 12 chữ số (hoặc 9 chữ số với giấy tờ cũ). Kiểm tra lại số.")
    found = Person.objects.filter(identity_hash=identity.hash_of(digits), merged_into__isnull=True).first()
    subject, text = (found, "") if found else ("orgs.Person:", "Không tìm thấy")
    chain.record("orgs.find_by_identity", subject, by=by, at=at, text=text)
    return found


@transaction.atomic
def read_identity(person: Person, *, by: Actor, at: datetime) -> str:
    """The digits, for one who may see them; each look leaves a line."""
    refuse_if(permissions.why_not_read_identity(by, person))
    digits = identity.unseal(person.identity_cipher, person.pk) if person.identity_cipher else None
    if digits is None:
        raise Refused("Chưa có số định danh, hoặc khóa giải mã đã thay. Nhập lại số.")
    chain.record("orgs.read_identity", person, by=by, at=at)
    return digits


@transaction.atomic
def merge_people(person: Person, *, by: Actor, at: datetime, into: Person, note: str = "") -> Person:
    """Two cards of one human being: positions, account, number and missing facts go to `into`; the other stays as a pointer."""
    held = Person.objects.select_for_update().filter(pk__in=(person.pk, into.pk)).order_by("pk")
    cards = {card.pk: card for card in held}
    person, into = cards[person.pk], cards[into.pk]
    refuse_if(permissions.why_not_merge_people(by, person, into))
    positions = Position.objects.filter(person=person).update(person=into)
    User.objects.filter(person=person).update(person=into)
    Person.objects.filter(merged_into=person).update(merged_into=into)
    digits = _taken_from(person)
    filled = [field for field in FACTS if _blank(getattr(into, field)) and not _blank(getattr(person, field))]
    for field in filled:
        setattr(into, field, getattr(person, field))
    if digits and not into.identity_hash:
        _seal(into, digits)
    into.save()
    person.merged_into = into
    person.save()
    changes = {"merged": [None, person.full_name], "card": [None, person.pk], "positions": [None, positions]}
    chain.record(
        "orgs.merge_people", into, by=by, at=at, changes={**changes, "filled": [None, filled]}, note=note
    )
    return into


@transaction.atomic
def give_position(
    person: Person,
    *,
    by: Actor,
    at: datetime,
    unit: Unit,
    title: str,
    labour: str = "",
    is_main: bool = True,
    since: date | None = None,
    until: date | None = None,
    replaces: Position | None = None,
) -> Position:
    """A position from–to; `replaces`: another of the same person that ends on the day this one begins."""
    person = _locked(person)
    refuse_if(permissions.why_not_give_position(by, person, unit, since))
    _refuse_dates(since, until)
    same = person.positions.filter(unit=unit, title=tidy(title))
    if any(overlaps(row, since, until) for row in same):
        raise Refused(f"{person} đã giữ chức vụ này tại “{unit}” trong thời gian đó.")
    if replaces and since:
        _end(_locked_position(replaces), since)
    position = Position.objects.create(
        person=person,
        unit=unit,
        title=tidy(title),
        labour=labour,
        is_main=is_main,
        since=since,
        until=until,
    )
    changes = {"unit": [None, str(unit)], "title": [None, position.title], "since": [None, since]}
    changes |= {"until": [None, until]} if until else {}
    changes |= {"replaces": [None, replaces.title]} if replaces and since else {}
    chain.record("orgs.give_position", person, by=by, at=at, changes=changes)
    return position


@transaction.atomic
def change_position(
    position: Position, *, by: Actor, at: datetime, title: str, labour: str, since: date
) -> Position:
    """Another title in the same unit from a day on: the former position ends, a new one begins."""
    position = _locked_position(position)
    refuse_if(permissions.why_not_change_position(by, position))
    former = position.title
    _end(position, since)
    changed = Position.objects.create(
        person_id=position.person_id,
        unit_id=position.unit_id,
        title=tidy(title),
        labour=labour,
        is_main=position.is_main,
        since=since,
    )
    changes = {"title": [former, changed.title], "since": [None, since]}
    chain.record("orgs.change_position", changed.person, by=by, at=at, changes=changes)
    return changed


@transaction.atomic
def end_position(position: Position, *, by: Actor, at: datetime, until: date) -> Position:
    """`until` is the first day on which it is no longer held."""
    position = _locked_position(position)
    refuse_if(permissions.why_not_change_position(by, position))
    _end(position, until)
    changes = {"unit": [None, str(position.unit)], "title": [None, position.title], "until": [None, until]}
    chain.record("orgs.end_position", position.person, by=by, at=at, changes=changes)
    return position


@transaction.atomic
def correct_position(position: Position, *, by: Actor, at: datetime, **facts: Any) -> Position:
    """Mend what was typed wrong: title, labour, is_main, since, until."""
    position = _locked_position(position)
    refuse_if(permissions.why_not_change_position(by, position))
    changes = {}
    for field in ("title", "labour", "is_main", "since", "until"):
        if field in facts and facts[field] != getattr(position, field):
            changes[field] = [getattr(position, field), facts[field]]
            setattr(position, field, facts[field])
    _refuse_dates(position.since, position.until)
    position.save()
    chain.record("orgs.correct_position", position.person, by=by, at=at, changes=changes)
    return position


def _end(position: Position, until: date) -> None:
    if position.until and position.until <= until:
        raise Refused(f"Chức vụ đã thôi từ ngày {position.until:%d/%m/%Y}.")
    _refuse_dates(position.since, until)
    position.until = until
    position.save(update_fields=["until"])


def _refuse_dates(since: date | None, until: date | None) -> None:
    if since and until and until <= since:
        raise Refused("Ngày thôi chức vụ phải sau ngày bắt đầu.")


def _refuse_taken(person: Person, digest: str, by: Actor) -> None:
    holder = (
        Person.objects.filter(identity_hash=digest, merged_into__isnull=True).exclude(pk=person.pk).first()
    )
    if holder is None:
        return
    seen = not permissions.why_not_correct_person(by, holder)
    who = f"{holder}. Gộp hai thẻ nếu là một người" if seen else "người khác ở cơ quan khác. Kiểm tra lại số"
    raise Refused(f"Số này đã ghi cho {who}.")


def _seal(person: Person, digits: str) -> None:
    person.identity_cipher = identity.seal(digits, person.pk)
    person.identity_key_id, person.identity_hash = identity.key_id(), identity.hash_of(digits)


def _taken_from(person: Person) -> str | None:
    """The number of a card that ends: unsealed for the other card, and cleared here."""
    if not person.identity_cipher:
        return None
    digits = identity.unseal(person.identity_cipher, person.pk)
    if digits is None:
        raise Refused("Không mở được số định danh của thẻ cũ: khóa giải mã đã thay. Xóa số đó rồi gộp.")
    person.identity_cipher, person.identity_key_id, person.identity_hash = None, "", ""
    person.save(update_fields=["identity_cipher", "identity_key_id", "identity_hash"])
    return digits


def _locked_position(position: Position) -> Position:
    rows = Position.objects.select_for_update(of=("self",)).select_related("person", "unit")
    return rows.get(pk=position.pk)


def _locked(person: Person) -> Person:
    return Person.objects.select_for_update().get(pk=person.pk)


def _blank(value: object) -> bool:
    return value is None or value == "" or value is False
