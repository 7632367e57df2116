"""Accounts are created, locked, given roles. A temporary password is returned once and kept nowhere in the clear."""

from datetime import date, datetime

from axes.utils import reset as forget_failures
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from thidua.kit.audit import chain
from thidua.kit.refused import Refused, refuse_if
from thidua.records.orgs import passwords, permissions
from thidua.records.orgs.actors import Actor
from thidua.records.orgs.dated import overlaps
from thidua.records.orgs.models import Person, RoleHeld, Unit, User
from thidua.records.orgs.roles import ROLES
from thidua.records.orgs.typed import tidy


@transaction.atomic
def create_account(
    username: str,
    *,
    by: Actor,
    at: datetime,
    full_name: str,
    unit: Unit,
    role: str,
    since: date,
    whole_subtree: bool = True,
    email: str = "",
    person: Person | None = None,
    password: str = "",
) -> tuple[User, str]:
    """The account with its first role, and the password to hand over: temporary unless given."""
    refuse_if(permissions.why_not_create_account(by, unit))
    username = tidy(username).lower()
    if User.objects.filter(username__iexact=username).exists():
        raise Refused(f"Tên đăng nhập {username} đã có. Chọn tên khác, hoặc giao vai trò cho tài khoản đó.")
    if person and User.objects.filter(person=person).exists():
        raise Refused(f"{person} đã có tài khoản. Giao vai trò cho tài khoản đó.")
    given = password or passwords.temporary()
    user = User(username=username, full_name=tidy(full_name), email=email, person=person)
    user.must_change_password = not password
    user.set_password(given)
    try:
        with transaction.atomic():
            user.save()
    except IntegrityError:
        raise Refused(f"Tên đăng nhập {username} vừa có người dùng. Chọn tên khác.") from None
    refuse_if(permissions.why_not_give_role(by, user, role, unit, whole_subtree))
    _hold(user, role, unit, since, None, whole_subtree)
    changes = {"username": [None, username], "role": [None, role], "unit": [None, str(unit)]}
    chain.record("orgs.create_account", user, by=by, at=at, changes=changes)
    return user, given


@transaction.atomic
def correct_account(
    user: User, *, by: Actor, at: datetime, full_name: str, email: str, person: Person | None
) -> User:
    """Name, mail address, and whose account it is."""
    user = _locked(user)
    refuse_if(permissions.why_not_manage_account(by, user))
    if person and User.objects.filter(person=person).exclude(pk=user.pk).exists():
        raise Refused(f"{person} đã có tài khoản khác.")
    wanted = {"full_name": tidy(full_name), "email": email, "person_id": person.pk if person else None}
    changes = {
        key: [getattr(user, key), value] for key, value in wanted.items() if getattr(user, key) != value
    }
    for key, value in wanted.items():
        setattr(user, key, value)
    user.save()
    chain.record("orgs.correct_account", user, by=by, at=at, changes=changes)
    return user


@transaction.atomic
def reset_password(user: User, *, by: Actor, at: datetime) -> str:
    """A new temporary password, shown once; running sessions end with the old one."""
    user = _locked(user)
    refuse_if(permissions.why_not_manage_account(by, user))
    given = passwords.temporary()
    user.set_password(given)
    user.must_change_password = True
    user.save(update_fields=["password", "must_change_password"])
    forget_failures(username=user.username)
    chain.record("orgs.reset_password", user, by=by, at=at)
    return given


@transaction.atomic
def change_password(user: User, *, by: Actor, at: datetime, current: str, new: str) -> User:
    """One's own password, known to nobody else."""
    user = _locked(user)
    if by.user is None or by.user.pk != user.pk:
        raise Refused("Chỉ chủ tài khoản đổi được mật khẩu của mình.")
    if not user.check_password(current):
        raise Refused("Mật khẩu hiện nay chưa đúng.")
    if current == new:
        raise Refused("Mật khẩu mới phải khác mật khẩu hiện nay.")
    try:
        validate_password(new, user)
    except ValidationError as error:
        raise Refused(error.messages) from error
    user.set_password(new)
    user.must_change_password = False
    user.save(update_fields=["password", "must_change_password"])
    chain.record("orgs.change_password", user, by=by, at=at)
    return user


@transaction.atomic
def lock_account(user: User, *, by: Actor, at: datetime, note: str = "") -> User:
    """No sign-in from now on; sessions end at the next click. Roles stay as they are."""
    user = _locked(user)
    refuse_if(permissions.why_not_lock_account(by, user))
    if not user.is_active:
        raise Refused(f"Tài khoản {user.username} đã khóa.")
    user.is_active = False
    user.save(update_fields=["is_active"])
    chain.record("orgs.lock_account", user, by=by, at=at, note=note)
    return user


@transaction.atomic
def unlock_account(user: User, *, by: Actor, at: datetime) -> User:
    """Sign-in again, also after too many wrong passwords."""
    user = _locked(user)
    refuse_if(permissions.why_not_manage_account(by, user))
    user.is_active = True
    user.save(update_fields=["is_active"])
    forget_failures(username=user.username)
    chain.record("orgs.unlock_account", user, by=by, at=at)
    return user


@transaction.atomic
def give_role(
    user: User,
    *,
    by: Actor,
    at: datetime,
    role: str,
    unit: Unit,
    since: date,
    until: date | None = None,
    whole_subtree: bool = True,
) -> RoleHeld:
    """A role in a unit, from–to; also to an account from another body (a council member, a deputy)."""
    user = _locked(user)
    refuse_if(permissions.why_not_give_role(by, user, role, unit, whole_subtree))
    if until and until <= since:
        raise Refused("Ngày thôi vai trò phải sau ngày bắt đầu.")
    held = _hold(user, role, unit, since, until, whole_subtree)
    changes = {
        "role": [None, role],
        "unit": [None, str(unit)],
        "since": [None, since],
        "until": [None, until],
    }
    chain.record("orgs.give_role", user, by=by, at=at, changes=changes)
    return held


@transaction.atomic
def end_role(held: RoleHeld, *, by: Actor, at: datetime, until: date) -> RoleHeld:
    """`until` is the first day without it. One that would begin only later is taken back whole."""
    held = RoleHeld.objects.select_for_update(of=("self",)).select_related("user", "unit").get(pk=held.pk)
    refuse_if(permissions.why_not_end_role(by, held))
    if held.until and held.until <= until:
        raise Refused(f"Vai trò đã thôi từ ngày {held.until:%d/%m/%Y}.")
    if until <= held.since and held.since <= by.on:
        raise Refused(f"Ngày thôi phải sau ngày bắt đầu {held.since:%d/%m/%Y}.")
    changes = {"role": [held.role, None], "unit": [str(held.unit), None], "until": [held.until, until]}
    chain.record("orgs.end_role", held.user, by=by, at=at, changes=changes)
    if until <= held.since:
        held.delete()
        return held
    held.until = until
    held.save(update_fields=["until"])
    return held


@transaction.atomic
def set_working(user: User, *, by: Actor, at: datetime, body: Unit, year: int | None) -> User:
    """The body and the year that one works in, remembered with the account."""
    refuse_if(permissions.why_not_work_in(by, body))
    if by.user is None or by.user.pk != user.pk:
        raise Refused("Mỗi người tự chọn đơn vị và năm làm việc của mình.")
    changes = {"body": [user.working_unit_id, body.pk], "year": [user.working_year, year]}
    user.working_unit, user.working_year = body, year
    user.save(update_fields=["working_unit", "working_year"])
    chain.record("orgs.set_working", user, by=by, at=at, changes=changes)
    return user


def _hold(
    user: User, role: str, unit: Unit, since: date, until: date | None, whole_subtree: bool
) -> RoleHeld:
    if any(overlaps(row, since, until) for row in user.roles_held.filter(role=role, unit=unit)):
        raise Refused(f"{user} đã giữ vai trò “{ROLES[role].label}” tại “{unit}” trong thời gian đó.")
    reach = RoleHeld.Reach.SUBTREE if whole_subtree else RoleHeld.Reach.UNIT
    return RoleHeld.objects.create(user=user, role=role, unit=unit, reach=reach, since=since, until=until)


def _locked(user: User) -> User:
    return User.objects.select_for_update().get(pk=user.pk)
