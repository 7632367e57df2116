"""Reads of accounts, the roles that they hold, their sign-ins, and the audit lines that one may read."""

from datetime import date, datetime, time, timedelta

from axes.models import AccessLog
from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet
from django.utils import timezone

from thidua.kit.audit.models import AuditLine
from thidua.records.orgs.actors import Actor
from thidua.records.orgs.models import RoleHeld, Unit, User
from thidua.records.orgs.rights import Right
from thidua.records.orgs.selectors.units import topmost_units
from thidua.vn.fold import fold, nfc


def accounts_visible_to(actor: Actor) -> QuerySet[User]:
    """Accounts that hold, or held, a role within the actor's reach as administrator of accounts."""
    if actor.is_system:
        return User.objects.all()
    reach = units_of_accounts(actor)
    if reach is None:
        return User.objects.none()
    held = RoleHeld.objects.filter(user=OuterRef("pk"), unit__in=reach)
    return User.objects.filter(Exists(held))


def units_of_accounts(actor: Actor) -> QuerySet[Unit] | None:
    """The units in which the actor gives roles; None where there are none."""
    if actor.is_system:
        return Unit.objects.filter(is_outside=False)
    within = Q()
    for scope in actor.scopes:
        if Right.ACCOUNTS_MANAGE in scope.rights:
            within |= Q(path__startswith=scope.path) if scope.whole_subtree else Q(pk=scope.unit_id)
    return Unit.objects.filter(within, is_outside=False) if within else None


def with_roles(users: QuerySet[User], on: date) -> QuerySet[User]:
    """Adds `now`: the roles of the day with their units."""
    held = RoleHeld.objects.on(on).select_related("unit").order_by("pk")
    return users.prefetch_related(Prefetch("roles_held", held, to_attr="now"))


def holding(users: QuerySet[User], role: str, on: date) -> QuerySet[User]:
    """Accounts that hold a role on the day."""
    return users.filter(Exists(RoleHeld.objects.on(on).filter(user=OuterRef("pk"), role=role)))


def named(users: QuerySet[User], text: str) -> QuerySet[User]:
    """By words of the user name or of the person's name, marks or not."""
    person = Q()
    for word in fold(text).split():
        person &= Q(person__folded__contains=word)
    written = nfc(text).strip()
    return users.filter(person | Q(username__icontains=written) | Q(full_name__icontains=written))


def find_account(username: str) -> User | None:
    """An account by its exact user name, whatever the case: to give a role to somebody from another body."""
    return User.objects.filter(username__iexact=nfc(username).strip()).first()


def roles_of(user: User) -> list[RoleHeld]:
    """All roles held, running ones first, the latest first."""
    rows = user.roles_held.select_related("unit")
    return sorted(rows, key=lambda row: (row.until is None, row.since, row.pk), reverse=True)


def working_bodies(actor: Actor) -> list[Unit]:
    """The bodies among which the actor may choose in the top bar."""
    ids = {scope.body_id for scope in actor.scopes}
    return list(Unit.objects.filter(pk__in=ids).order_by("folded", "pk"))


def sign_ins(user: User, limit: int = 20) -> list[AccessLog]:
    """The last sign-ins of an account, newest first."""
    return list(AccessLog.objects.filter(username__iexact=user.username).order_by("-attempt_time")[:limit])


def audit_lines_visible_to(actor: Actor) -> QuerySet[AuditLine]:
    """Lines of the bodies in which the actor may read the log, newest first.

    An administrator at the top of the installation's only tree sees every line, those of the installation too;
    where several trees stand side by side, those of the own tree.
    """
    lines = AuditLine.objects.order_by("-seq")
    if actor.is_system:
        return lines
    wide = [scope for scope in actor.scopes if scope.administers and Right.AUDIT_READ in scope.rights]
    tops = set(topmost_units().existing(actor.on).values_list("pk", flat=True)) if wide else set()
    if len(tops) == 1 and any(scope.unit_id in tops for scope in wide):
        return lines
    bodies = {str(body) for body in actor.bodies(Right.AUDIT_READ)}
    for scope in wide:
        if scope.unit_id in tops:
            below = Unit.objects.filter(path__startswith=scope.path).values_list("body_id", flat=True)
            bodies |= {str(body) for body in below if body}
    return lines.filter(body__in=bodies)


def recorded_between(
    lines: QuerySet[AuditLine], days: tuple[date | None, date | None]
) -> QuerySet[AuditLine]:
    """Lines of the days from–to, both included, by the clock of the office."""
    since, until = days
    if since:
        lines = lines.filter(at__gte=_midnight(since))
    return lines.filter(at__lt=_midnight(until + timedelta(days=1))) if until else lines


def users_of_bodies(actor: Actor) -> QuerySet[User]:
    """Accounts with a role, now or once, in the bodies whose log the actor reads."""
    bodies = actor.bodies(Right.AUDIT_READ)
    paths = Q(unit__body__in=bodies)
    for scope in actor.scopes:
        if scope.administers and Right.AUDIT_READ in scope.rights:
            paths |= Q(unit__path__startswith=scope.path)
    return User.objects.filter(Exists(RoleHeld.objects.filter(paths, user=OuterRef("pk"))))


def _midnight(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.min))
