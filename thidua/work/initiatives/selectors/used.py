"""Use in awards: what the author was given for the years in which the initiative was recognised.

The register of awards does not say on what an award rests; that the years agree is all that is known here.
"""

from dataclasses import dataclass

from thidua.records.awards import selectors as awards
from thidua.records.awards.models import Award
from thidua.records.orgs import selectors as orgs
from thidua.records.orgs.actors import Actor
from thidua.work.initiatives.models import Author, Initiative


@dataclass(frozen=True)
class SameYear:
    """One author with the awards of those years."""

    author: Author
    awards: tuple[Award, ...]


def same_years(initiative: Initiative, actor: Actor) -> list[SameYear]:
    """Every author, in order, with standing awards whose merit year is one of the recognitions'; fixed number of queries."""
    years = set(initiative.recognitions.filter(ending="").values_list("year", flat=True))
    authors = list(initiative.authors.all())
    shown = orgs.same_person_ids([author.person_id for author in authors])
    cards = shown | orgs.same_person_ids(set(shown.values()))
    rows = awards.visible_to(actor).standing().filter(person__in=cards, year__in=years)
    rows = rows.select_related("decision", "decided_by").order_by("-year", "sort", "pk")
    given: dict[int, list[Award]] = {}
    for award in rows:
        given.setdefault(cards[award.person_id], []).append(award)
    return [SameYear(author, tuple(given.get(cards[author.person_id], ()))) for author in authors]
