"""Units, people, accounts for tests: plain functions, no surprises, the same rows that the services write."""

from datetime import date

from thidua.records.orgs.models import Person, Position, RoleHeld, Unit, UnitCode, UnitName, UnitPlace, User
from thidua.vn.fold import fold
from thidua.vn.names import name_sort

SINCE = date(2019, 1, 1)


def unit(
    name: str,
    code: str = "",
    *,
    parent: Unit | None = None,
    level: str = "so_nganh",
    kind: str = "nha_nuoc",
    legal: bool = True,
    outside: bool = False,
) -> Unit:
    made = Unit.objects.create(
        name=name,
        short_name=name,
        folded=fold(name),
        code=code,
        level=level,
        kind=kind,
        is_legal_person=legal,
        is_outside=outside,
        parent=parent,
        path="",
    )
    made.path = f"{parent.path if parent else '/'}{made.pk}/"
    made.body = made if legal or kind == "cum_khoi" else (parent.body if parent else None)
    made.save()
    UnitName.objects.create(unit=made, name=name, short_name=name, folded=fold(name))
    if parent:
        UnitPlace.objects.create(unit=made, parent=parent)
    if code:
        UnitCode.objects.create(unit=made, scheme="short", code=code)
    return made


def person(full_name: str, at: Unit | None = None, title: str = "Chuyên viên") -> Person:
    made = Person.objects.create(full_name=full_name, name_sort=name_sort(full_name), folded=fold(full_name))
    if at:
        Position.objects.create(person=made, unit=at, title=title, since=SINCE)
    return made


def user(username: str, full_name: str, at: Unit, *roles: str, title: str = "Chuyên viên") -> User:
    made = User(username=username, full_name=full_name, person=person(full_name, at, title))
    made.set_unusable_password()
    made.save()
    for role in roles:
        RoleHeld.objects.create(user=made, role=role, unit=at, since=SINCE)
    return made
