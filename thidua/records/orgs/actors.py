"""Who acts, with which scopes, on which day. Made once by a view, command or job; passed down as `by`."""

from dataclasses import dataclass
from datetime import date

from thidua.records.orgs.models import RoleHeld, Unit, User
from thidua.records.orgs.rights import Right
from thidua.records.orgs.roles import ROLES


@dataclass(frozen=True)
class Scope:
    """One role held: what it allows, and where."""

    role: str
    rights: frozenset[Right]
    unit_id: int
    body_id: int
    path: str
    whole_subtree: bool

    def covers(self, unit: Unit) -> bool:
        return unit.path.startswith(self.path) if self.whole_subtree else unit.pk == self.unit_id

    @property
    def administers(self) -> bool:
        """An administrator's reach goes below the own body; everybody else's work ends with it."""
        return Right.UNITS_MANAGE in self.rights and self.whole_subtree

    @property
    def looks_below(self) -> bool:
        """An administrator, and who appraises for a council, see the people of the bodies below."""
        return self.administers or (Right.APPRAISE in self.rights and self.whole_subtree)


@dataclass(frozen=True)
class Actor:
    """`body` is the body that the person works in just now; rights come from all scopes."""

    key: str
    name: str
    on: date
    user: User | None = None
    body: Unit | None = None
    scopes: tuple[Scope, ...] = ()
    is_system: bool = False

    @property
    def body_key(self) -> str:
        return str(self.body.pk) if self.body else ""

    def bodies(self, right: Right) -> frozenset[int]:
        """Ids of the bodies in whose own work this right is held."""
        return frozenset(scope.body_id for scope in self.scopes if right in scope.rights)

    def paths(self, right: Right) -> tuple[str, ...]:
        """Paths of the branches below which this right holds too."""
        return tuple(scope.path for scope in self.scopes if scope.looks_below and right in scope.rights)

    def can(self, right: Right, body: Unit | None) -> bool:
        """Whether this right is held in the work of `body`."""
        return self.is_system or (body is not None and body.pk in self.bodies(right))

    def covers(self, right: Right, unit: Unit) -> bool:
        """Whether this right reaches `unit` in the tree (management of units, people, accounts)."""
        return self.is_system or any(right in scope.rights and scope.covers(unit) for scope in self.scopes)

    def reaches(self, right: Right, unit: Unit) -> bool:
        """Whether this right holds for people of `unit`: in one's own body with its rooms, or below as administrator or
        appraiser."""
        return self.is_system or any(
            right in scope.rights
            and (unit.body_id == scope.body_id or (scope.looks_below and scope.covers(unit)))
            for scope in self.scopes
        )

    def has(self, right: Right) -> bool:
        return self.is_system or any(right in scope.rights for scope in self.scopes)


def actor_for(user: User, on: date) -> Actor:
    """The actor behind an account on a day: its roles of that day, and the body that it works in."""
    held = RoleHeld.objects.on(on).filter(user=user).select_related("unit__body").order_by("id")
    scopes, bodies = [], {}
    for row in held:
        role = ROLES.get(row.role)
        if role is None or not user.is_active:
            continue
        body = row.unit.body or row.unit
        bodies.setdefault(body.pk, body)
        scopes.append(
            Scope(
                role=row.role,
                rights=role.rights,
                unit_id=row.unit_id,
                body_id=body.pk,
                path=row.unit.path,
                whole_subtree=row.reach == RoleHeld.Reach.SUBTREE,
            )
        )
    body = bodies.get(user.working_unit_id) or next(iter(bodies.values()), None)
    return Actor(
        key=f"user:{user.pk}", name=user.full_name, on=on, user=user, body=body, scopes=tuple(scopes)
    )


def system(on: date, body: Unit | None = None) -> Actor:
    """The installation itself: commands, schedule, demo data."""
    return Actor(key="system", name="Hệ thống", on=on, body=body, is_system=True)


def public(on: date) -> Actor:
    """Whoever is not signed in: sees nothing unless a selector says so."""
    return Actor(key="public", name="Công dân", on=on)
