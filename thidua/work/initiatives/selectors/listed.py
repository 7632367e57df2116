"""The register as a list shows it."""

from django.db.models import Exists, Max, OuterRef, Prefetch, Q

from thidua.records.orgs.actors import Actor
from thidua.records.orgs.models import Position, Unit
from thidua.work.initiatives.models import (
    Author,
    Ending,
    InitiativeQuerySet,
    Recognition,
    RecognitionQuerySet,
)
from thidua.work.initiatives.selectors.visible import of_bodies, visible_to

OFFERED = 60
_LATEST = Max("recognitions__year", filter=Q(recognitions__ending=""))


def listed(actor: Actor, everybody: object = None, ended: object = None) -> InitiativeQuerySet:
    """Of the own bodies, or of all; what stands, or what was struck out. With `year`: that of the last recognition."""
    rows = visible_to(actor) if everybody else of_bodies(actor)
    rows = rows.filter(ending=Ending.STRUCK) if ended else rows.standing()
    return with_parts(rows.annotate(year=_LATEST).select_related("body"))


def with_parts(rows: InitiativeQuerySet) -> InitiativeQuerySet:
    """Adds `signed` (authors) and `acts` (standing recognitions, base first)."""
    acts = Recognition.objects.standing().select_related("document", "decided_by").order_by("year", "pk")
    return rows.prefetch_related(
        Prefetch("authors", Author.objects.order_by("place", "pk"), to_attr="signed"),
        Prefetch("recognitions", acts, to_attr="acts"),
    )


def in_years(rows: InitiativeQuerySet, years: tuple[int | None, int | None]) -> InitiativeQuerySet:
    """Recognised within the years, both included."""
    first, last = years
    within = Q()
    if first is not None:
        within &= Q(year__gte=first)
    if last is not None:
        within &= Q(year__lte=last)
    return rows.filter(Exists(_acts().filter(within)))


def in_scope(rows: InitiativeQuerySet, scope: str) -> InitiativeQuerySet:
    return rows.filter(Exists(_acts().filter(scope=scope)))


def of_unit(rows: InitiativeQuerySet, unit: str) -> InitiativeQuerySet:
    """With an author who holds or held a position in the unit."""
    held = Position.objects.filter(person=OuterRef("person"), unit=unit)
    return rows.filter(Exists(Author.objects.filter(Exists(held), initiative=OuterRef("pk"))))


def units_of_authors(actor: Actor) -> list[tuple[str, str]]:
    """Units of the authors of the own bodies, for a filter."""
    people = Author.objects.filter(initiative__in=of_bodies(actor).standing()).values("person")
    held = Position.objects.filter(unit=OuterRef("pk"), person__in=people)
    rows = Unit.objects.filter(Exists(held)).order_by("folded")[:OFFERED]
    return [(str(unit.pk), unit.called) for unit in rows]


def _acts() -> RecognitionQuerySet:
    return Recognition.objects.standing().filter(initiative=OuterRef("pk"))
