"""Reads of reports. Every list starts at `visible_to(actor)`."""

from thidua.outlook.reports.selectors.asking import (
    AskedTask,
    asked_of,
    letters_asking,
    likely_period,
    suppliers,
)
from thidua.outlook.reports.selectors.composing import (
    OWN,
    Before,
    Composed,
    before,
    composed,
    earlier,
    live,
    outline_of,
    worded,
)
from thidua.outlook.reports.selectors.home import calendar, waiting_for
from thidua.outlook.reports.selectors.specs import (
    abstract_of,
    counted_as,
    counts_by_hand,
    due_before,
    heading_of,
    next_number,
    nil_code,
    spec_of,
    specs_of,
)
from thidua.outlook.reports.selectors.visible import listed, outlines_visible_to, period_of, visible_to

__all__ = [
    "OWN",
    "AskedTask",
    "Before",
    "Composed",
    "abstract_of",
    "asked_of",
    "before",
    "calendar",
    "composed",
    "counted_as",
    "counts_by_hand",
    "due_before",
    "earlier",
    "heading_of",
    "letters_asking",
    "likely_period",
    "listed",
    "live",
    "next_number",
    "nil_code",
    "outline_of",
    "outlines_visible_to",
    "period_of",
    "spec_of",
    "specs_of",
    "suppliers",
    "visible_to",
    "waiting_for",
    "worded",
]
