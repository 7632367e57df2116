"""Reads of the award register. Every list starts at `visible_to(actor)`."""

from thidua.records.awards.selectors.counted import Counted, counts_given_in, counts_in, with_unnamed
from thidua.records.awards.selectors.coverage import coverage_code, coverage_words, coverages, covered
from thidua.records.awards.selectors.listed import deciders, in_years, listed, without_names
from thidua.records.awards.selectors.matching import Named, match_recipients
from thidua.records.awards.selectors.money import Money, Sheet, money_of, money_under
from thidua.records.awards.selectors.searching import Searched, never_awarded
from thidua.records.awards.selectors.visible import (
    alike,
    history_of,
    in_words,
    keeps,
    of_bodies,
    under_decision,
    visible_to,
)

__all__ = [
    "Counted",
    "Money",
    "Named",
    "Searched",
    "Sheet",
    "alike",
    "counts_given_in",
    "counts_in",
    "coverage_code",
    "coverage_words",
    "coverages",
    "covered",
    "deciders",
    "history_of",
    "in_words",
    "in_years",
    "keeps",
    "listed",
    "match_recipients",
    "money_of",
    "money_under",
    "never_awarded",
    "of_bodies",
    "under_decision",
    "visible_to",
    "with_unnamed",
    "without_names",
]
