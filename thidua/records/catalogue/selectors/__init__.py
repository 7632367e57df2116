"""Reads of the catalogue: the law book as one body sees it."""

from thidua.records.catalogue.selectors.books import (
    book,
    differences,
    no_longer_taken,
    overlay_of,
    overlays,
    visible_to,
)
from thidua.records.catalogue.selectors.ceilings import Ceiling, ceilings, own_rules
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
from thidua.records.catalogue.selectors.exchange import (
    Compared,
    compared,
    packages_visible_to,
    to_send,
    trusted_by,
)
from thidua.records.catalogue.selectors.kinds import Kind, Told, kind, name_of, tell
from thidua.records.catalogue.selectors.overview import PARTLY, Overview, Paid, Row, is_known, overview
from thidua.records.catalogue.selectors.passages import Passage, passage
from thidua.records.catalogue.selectors.procedures import Shown, procedure, procedures

__all__ = [
    "PARTLY",
    "Ceiling",
    "Changed",
    "Compared",
    "Kind",
    "Line",
    "Overview",
    "Paid",
    "Passage",
    "Row",
    "Shown",
    "Told",
    "book",
    "ceilings",
    "changes",
    "compared",
    "differences",
    "in_force",
    "in_words",
    "is_known",
    "kind",
    "lines",
    "name_of",
    "no_longer_taken",
    "overlay_of",
    "overlays",
    "overview",
    "own_rules",
    "packages_visible_to",
    "passage",
    "procedure",
    "procedures",
    "shelves",
    "siblings",
    "tell",
    "to_check",
    "to_send",
    "trusted_by",
    "visible_to",
]
