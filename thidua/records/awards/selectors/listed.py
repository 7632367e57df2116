"""The register as a list shows it."""

from django.db.models import Q

from thidua.records.awards.models import Award, AwardQuerySet
from thidua.records.awards.selectors.counted import with_unnamed
from thidua.records.awards.selectors.visible import of_bodies, visible_to
from thidua.records.orgs.actors import Actor
from thidua.records.orgs.models import Unit

OFFERED = 60


def listed(actor: Actor, everybody: object = None, ended: object = None) -> AwardQuerySet:
    """Of the own bodies, or of all; what stands, or what was struck out or revoked. Lines that were corrected stand as
    what they became."""
    rows = visible_to(actor) if everybody else of_bodies(actor)
    gone = (Award.Ending.STRUCK, Award.Ending.REVOKED)
    rows = rows.filter(ending__in=gone) if ended else rows.standing()
    return with_unnamed(rows.select_related("decision", "decided_by", "home", "person"))


def in_years(rows: AwardQuerySet, years: tuple[int | None, int | None]) -> AwardQuerySet:
    first, last = years
    within = Q()
    if first is not None:
        within &= Q(year__gte=first)
    if last is not None:
        within &= Q(year__lte=last)
    return rows.filter(within)


def without_names(rows: AwardQuerySet) -> AwardQuerySet:
    """Counts of which some have no name yet."""
    return rows.filter(person=None, unit=None, household=None, unnamed__gt=0)


def deciders(actor: Actor) -> list[tuple[str, str]]:
    """Offices that gave awards to the own bodies, for a filter."""
    given = of_bodies(actor).filter(decided_by__isnull=False).order_by().values("decided_by").distinct()
    return [
        (str(unit.pk), unit.called) for unit in Unit.objects.filter(pk__in=given).order_by("folded")[:OFFERED]
    ]
