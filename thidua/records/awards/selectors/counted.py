"""How many awards of a merit year, by kind, recipient and deciding authority: names, and what is left of counts."""

from dataclasses import dataclass

from django.db.models import Count, F, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce

from thidua.records.awards import kinds
from thidua.records.awards.models import Award, AwardQuerySet
from thidua.records.awards.selectors.visible import visible_to
from thidua.records.orgs import selectors as orgs
from thidua.records.orgs.actors import Actor
from thidua.records.orgs.models import Unit
from thidua.vn.codes import RECIPIENT_KINDS
from thidua.vn.fold import fold
from thidua.vn.periods import Period

_LEVELS = {level: place for place, level in enumerate(Unit.Level.values)}
_NOT_A_NAME = (Award.Ending.CORRECTED, Award.Ending.STRUCK)


@dataclass(frozen=True)
class Counted:
    """So many awards of one kind for one kind of recipient by one authority, with the lines behind them."""

    sort: str
    code: str
    name: str
    of_whom: str
    decider: str
    decided_by: Unit | None
    count: int
    unnamed: int
    lines: tuple[Award, ...]

    @property
    def of_whom_label(self) -> str:
        return RECIPIENT_KINDS[self.of_whom]


def with_unnamed(rows: AwardQuerySet) -> AwardQuerySet:
    """Adds `unnamed`: of a count, how many have no name yet. A name that was revoked took its place in the count.

    Asked for each row apart: grouping would read the whole register for one page of it.
    """
    named = Award.objects.filter(part_of=OuterRef("pk")).exclude(ending__in=_NOT_A_NAME)
    counted = named.order_by().values("part_of").annotate(found=Count("pk")).values("found")
    return rows.annotate(unnamed=F("count") - Coalesce(Subquery(counted), 0))


def counts_in(actor: Actor, period: Period, *, body: Unit) -> list[Counted]:
    """Awards of the body and of those that ended in it, whose merit year is the period's (for less than a year: whose merit
    period lies in it). Titles before forms, by the book; within one, the highest authority first."""
    within = (
        Q(year=period.year)
        if period.kind in ("year", "school_year")
        else Q(since__gte=period.since, until__lte=period.until)
    )
    return _grouped(_of_body(actor, body).filter(within))


def counts_given_in(
    actor: Actor, period: Period, *, body: Unit, but_year: int | None = None
) -> list[Counted]:
    """Awards that were decided in the period; where the day of the decision is not known, those told of by its end whose
    merit period shares days with it. `but_year`: those of that merit year are told elsewhere."""
    decided = Q(decision__issued_on__gte=period.since, decision__issued_on__lt=period.until)
    told = Q(source_document__issued_on__lt=period.until) | Q(
        source_document__issued_on=None, created_at__date__lt=period.until
    )
    undated = Q(decision__issued_on=None, since__lt=period.until, until__gt=period.since) & told
    rows = _of_body(actor, body).filter(decided | undated)
    return _grouped(rows.exclude(year=but_year) if but_year else rows)


def _of_body(actor: Actor, body: Unit) -> AwardQuerySet:
    return visible_to(actor).standing().filter(home__in=orgs.lineage(body, actor.on))


def _grouped(rows: AwardQuerySet) -> list[Counted]:
    rows = with_unnamed(rows).select_related("decided_by", "decision").order_by("pk")
    groups: dict[tuple[object, ...], list[Award]] = {}
    for row in rows:
        who = row.decided_by_id or fold(row.authority)
        groups.setdefault((row.sort, row.code, row.name, row.of_whom, who), []).append(row)
    return sorted((_counted(lines) for lines in groups.values()), key=_place)


def _counted(lines: list[Award]) -> Counted:
    first = next((row for row in lines if row.authority), lines[0])
    unnamed = sum(row.unnamed for row in lines if row.is_aggregate)  # type: ignore[attr-defined]
    named = sum(not row.is_aggregate for row in lines)
    return Counted(
        sort=first.sort,
        code=first.code,
        name=first.name,
        of_whom=first.of_whom,
        decider=first.decider,
        decided_by=first.decided_by,
        count=named + unnamed,
        unnamed=unnamed,
        lines=tuple(lines),
    )


def _place(row: Counted) -> tuple[object, ...]:
    level = _LEVELS[row.decided_by.level] if row.decided_by else len(_LEVELS)
    return (
        row.sort != Award.Sort.TITLE,
        kinds.place_of(row.code),
        row.name,
        list(RECIPIENT_KINDS).index(row.of_whom),
        level,
        row.decider,
    )
