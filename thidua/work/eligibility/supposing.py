"""The candidate with what is supposed laid over what is known; its places say "supposed"."""

from dataclasses import replace
from decimal import Decimal

from thidua.law.facts import Award, Candidate, Initiative, Rating
from thidua.work.eligibility.asked import Supposed

PLACE = "supposed"


def laid_over(known: Candidate, supposed: Supposed, year: int) -> Candidate:
    """All of it for the one merit year."""
    who = known
    if supposed.award and year not in who.years_of(supposed.award):
        who = replace(who, history=(*(who.history or ()), Award(f"{PLACE}/award", supposed.award, (year,))))
    if supposed.level:
        rest = tuple(row for row in who.ratings or () if row.year != year)
        who = replace(who, ratings=(*rest, Rating(f"{PLACE}/level", year, supposed.level)))
    if supposed.scope:
        idea = Initiative(f"{PLACE}/scope", supposed.scope, year, True)
        who = replace(who, initiatives=(*(who.initiatives or ()), idea))
    if supposed.months is not None:
        others = tuple(row for row in who.months_worked or () if row[0] != year)
        who = replace(who, months_worked=(*others, (year, Decimal(supposed.months))))
    return who
