"""Reads of the catalogue: the law book as one body sees it."""

from thidua.records.catalogue.selectors.books import book, overlay_of, visible_to
from thidua.records.catalogue.selectors.entries import (
    Changed,
    Line,
    changes,
    in_force,
    in_words,
    lines,
    shelves,
    siblings,
    to_check,
)
from thidua.records.catalogue.selectors.kinds import Kind, Told, kind, name_of, tell
from thidua.records.catalogue.selectors.overview import PARTLY, Overview, Paid, Row, is_known, overview

__all__ = [
    "PARTLY",
    "Changed",
    "Kind",
    "Line",
    "Overview",
    "Paid",
    "Row",
    "Told",
    "book",
    "changes",
    "in_force",
    "in_words",
    "is_known",
    "kind",
    "lines",
    "name_of",
    "overlay_of",
    "overview",
    "shelves",
    "siblings",
    "tell",
    "to_check",
    "visible_to",
]
