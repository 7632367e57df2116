"""The records as a list shows them."""

from typing import TypeVar

from django.db.models import Count, F, Q, QuerySet

from thidua.records.orgs.actors import Actor
from thidua.records.staff.models import Kept, Rating
from thidua.records.staff.selectors.visible import visible_to
from thidua.vn.codes import TASK_LEVELS
from thidua.vn.fold import fold

Row = TypeVar("Row", bound=Kept)
YEARS = 60


def listed(actor: Actor, kind: type[Row], struck: object = None) -> QuerySet[Row]:
    """What stands, or what was struck out as an error; corrected lines stand as what they became."""
    rows = visible_to(actor, kind)
    rows = rows.filter(ending=Kept.Ending.STRUCK) if struck else rows.filter(ending="")
    related = ["person", "body", *(["unit"] if hasattr(kind, "unit_id") else [])]
    rows = rows.select_related(*related)
    return rows.annotate(whose_sort=_name(kind))


def _name(kind: type[Kept]) -> F:
    return F("person__name_sort")


def in_words(rows: QuerySet[Row], text: str) -> QuerySet[Row]:
    """About people or units whose name holds all the words, marks or not."""
    for word in fold(text).split():
        named = Q(person__folded__contains=word)
        if hasattr(rows.model, "unit_id"):
            named |= Q(unit__folded__contains=word)
        rows = rows.filter(named)
    return rows


def years_of(actor: Actor, kind: type[Kept]) -> list[int]:
    """Years that have rows, the latest first."""
    rows = visible_to(actor, kind).filter(ending="").order_by("-year")
    return list(rows.values_list("year", flat=True).distinct()[:YEARS])


def levels_in(rows: QuerySet[Rating]) -> list[tuple[str, int]]:
    """How many of each level, from the highest; levels without any are left out."""
    counted = dict(rows.order_by().values_list("level").annotate(Count("pk")))
    return [(name, counted[code]) for code, name in TASK_LEVELS.items() if code in counted]
