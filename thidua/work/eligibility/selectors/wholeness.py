"""From which merit year the registers of a body are whole: what is absent before is unknown, not "no"."""

from collections.abc import Iterable, Mapping
from datetime import date

from thidua.law.facts import NEVER_WHOLE
from thidua.records.register.models import Statement

_LISTS = {
    "awards": "history",
    "staff:rating": "ratings",
    "initiatives": "initiatives",
    "staff:leave": "leave",
    "staff:discipline": "discipline",
}
"""What a coverage statement is about → the list of facts that it makes whole."""
Years = Mapping[str, int]
LISTS = tuple(_LISTS.values())
NOTHING: Years = dict.fromkeys(LISTS, NEVER_WHOLE)


def of_bodies(year: int) -> dict[int, Years]:
    """Body → list → the first merit year from which it is whole up to the merit year; one query, each body by its own word.

    How far back a body's lists go is told of nobody; people are looked up by who may see them.
    """
    rows = Statement.objects.filter(
        kind=Statement.Kind.COVERAGE, what__in=_LISTS, withdrawn_at=None, period_since__isnull=False
    )
    found: dict[int, dict[str, int]] = {}
    for body, what, since, until in rows.values_list("body", "what", "period_since", "period_until"):
        if until is None or until >= date(year, 1, 1):
            first = since.year + (since > date(since.year, 1, 1))
            years = found.setdefault(body, dict(NOTHING))
            years[_LISTS[what]] = min(years[_LISTS[what]], first)
    return dict(found)


def whole_from(
    known: Mapping[int, Years], bodies: Iterable[int], lists: Iterable[str]
) -> tuple[tuple[str, int], ...]:
    """As `law.facts.Candidate.whole_from`: whole where every body in which the person worked says so."""
    told = [known.get(body, NOTHING) for body in bodies] or [NOTHING]
    return tuple((name, max(years[name] for years in told)) for name in lists)
