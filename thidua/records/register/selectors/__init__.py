"""Reads of the register. Every list starts at `visible_to(actor)`."""

from thidua.records.register.selectors import lists, matches
from thidua.records.register.selectors.concretising import (
    Asked,
    asked_of,
    asking_of,
    still_asking,
    unanswered_below,
    unconcretised,
)
from thidua.records.register.selectors.consultations import consultations_visible_to, waiting_consultations
from thidua.records.register.selectors.finding import find, find_many
from thidua.records.register.selectors.graph import (
    Branch,
    cited_by_of,
    cites_of,
    entry_of,
    implementation_tree,
    missing_answers,
    unanswered,
)
from thidua.records.register.selectors.home import calendar, waiting_for
from thidua.records.register.selectors.matches import Match
from thidua.records.register.selectors.series import all_series_of, series_of, series_years
from thidua.records.register.selectors.statements import (
    counts_in,
    coverages,
    covering,
    nil_in,
    statements_visible_to,
)
from thidua.records.register.selectors.validity import Validity, validity, with_replacements
from thidua.records.register.selectors.visible import (
    entries_visible_to,
    held_by,
    history_of,
    last_change,
    seen_by_body,
    visible_to,
)

__all__ = [
    "Asked",
    "Branch",
    "Match",
    "Validity",
    "all_series_of",
    "asked_of",
    "asking_of",
    "calendar",
    "cited_by_of",
    "cites_of",
    "consultations_visible_to",
    "counts_in",
    "coverages",
    "covering",
    "entries_visible_to",
    "entry_of",
    "find",
    "find_many",
    "held_by",
    "history_of",
    "implementation_tree",
    "last_change",
    "lists",
    "matches",
    "missing_answers",
    "nil_in",
    "seen_by_body",
    "series_of",
    "series_years",
    "statements_visible_to",
    "still_asking",
    "unanswered",
    "unanswered_below",
    "unconcretised",
    "validity",
    "visible_to",
    "waiting_consultations",
    "waiting_for",
    "with_replacements",
]
