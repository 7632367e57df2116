"""Reads of the register of initiatives. Every list starts at `visible_to(actor)`."""

from thidua.work.initiatives.selectors.alike import NEAR, Alike, alike
from thidua.work.initiatives.selectors.coverage import COVERAGE, coverages, covered
from thidua.work.initiatives.selectors.listed import (
    in_scope,
    in_years,
    listed,
    of_unit,
    units_of_authors,
    with_parts,
)
from thidua.work.initiatives.selectors.used import SameYear, same_years
from thidua.work.initiatives.selectors.visible import (
    chain_of,
    in_words,
    keeps,
    of_bodies,
    of_person,
    recognised_of,
    visible_to,
)

__all__ = [
    "COVERAGE",
    "NEAR",
    "Alike",
    "SameYear",
    "alike",
    "chain_of",
    "coverages",
    "covered",
    "in_scope",
    "in_words",
    "in_years",
    "keeps",
    "listed",
    "of_bodies",
    "of_person",
    "of_unit",
    "recognised_of",
    "same_years",
    "units_of_authors",
    "visible_to",
    "with_parts",
]
