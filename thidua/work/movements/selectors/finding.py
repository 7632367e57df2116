"""The movement that a name means; which running ones look like the same."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from django.db.models import Q, QuerySet

from thidua.records.orgs.models import Unit
from thidua.work.movements import naming
from thidua.work.movements.models import Following, Movement
from thidua.work.movements.naming import Lasting
from thidua.work.movements.selectors.states import going_on


def find(name: str, *, launcher: Unit | None, lasting: Lasting, near: Unit) -> Movement | None:
    """The movement of this launcher, name and period. Where one of them is open, one that `near` keeps, launched or stands
    below; None where there is none, or a doubt."""
    rows = Movement.objects.filter(folded=naming.key(name), merged_into=None).select_related("launcher")
    found = [row for row in rows.order_by("pk") if naming.same_time(lasting, lasting_of(row))]
    exact = [row for row in found if row.period_key == lasting.key] or found
    if launcher is not None:
        theirs = [row for row in exact if row.launcher_id == launcher.pk]
        return _only(theirs or [row for row in exact if row.launcher is None and row.body_id == near.pk])
    known = [row for row in exact if row.body_id == near.pk or _is_above(row, near)]
    if not known:
        followed = Following.objects.filter(body=near, movement__in=exact).values_list("movement", flat=True)
        known = [row for row in exact if row.pk in set(followed)]
    return _only(known)


def _is_above(movement: Movement, near: Unit) -> bool:
    return movement.launcher is not None and near.path.startswith(movement.launcher.path)


def _only(rows: Sequence[Movement]) -> Movement | None:
    return rows[0] if len(rows) == 1 else None


def lasting_of(movement: Movement) -> Lasting:
    return Lasting(movement.since, movement.until, movement.period_label)


def like(name: str, movements: QuerySet[Movement], *, but: Movement | None = None) -> list[Movement]:
    """Those whose name says nearly the same; looked at one by one, for the lists of one body."""
    rows = movements.exclude(pk=but.pk) if but else movements
    return [row for row in rows if naming.are_alike(name, row.name)]


@dataclass(frozen=True)
class Overlap:
    """Two running movements of one body that ask for nearly the same."""

    left: Movement
    right: Movement
    reason: str


def overlap(body: Unit, on: date) -> list[Overlap]:
    """Pairs among the body's own running movements with near-equal names or aims; one query."""
    own = Q(launcher__body=body) | Q(launcher=None, body=body)
    rows = Movement.objects.filter(own, going_on(on), merged_into=None).select_related("launcher")
    found = []
    for left, right in combinations(rows.order_by("pk"), 2):
        if not _share_days(left, right):
            continue
        if naming.are_alike(left.name, right.name):
            found.append(Overlap(left, right, "tên gần như nhau, cùng thời gian"))
        elif left.aim and right.aim and naming.are_alike(left.aim, right.aim):
            found.append(Overlap(left, right, "mục đích gần như nhau, cùng thời gian"))
    return found


def _share_days(left: Movement, right: Movement) -> bool:
    starts = left.until is None or right.since is None or right.since < left.until
    ends = right.until is None or left.since is None or left.since < right.until
    return starts and ends
