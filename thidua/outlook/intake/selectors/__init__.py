"""Reads of readings. Every list starts at `visible_to(actor)`."""

from thidua.outlook.intake.selectors.card import Card
from thidua.outlook.intake.selectors.issuers import Issuer, is_issued_by, resolve, resolve_named
from thidua.outlook.intake.selectors.matching import Found, document_of, found_matches
from thidua.outlook.intake.selectors.page import Page, Section, highlights_of, issuer_of, page_of
from thidua.outlook.intake.selectors.scanning import once_of, scan_job, without_text
from thidua.outlook.intake.selectors.taken import Source, taken_from
from thidua.outlook.intake.selectors.visible import (
    Counts,
    can_be_written,
    counts_of,
    proposals_visible_to,
    same_file,
    same_text,
    visible_to,
    with_counts,
)
from thidua.outlook.intake.selectors.waiting import waiting_for
from thidua.outlook.intake.selectors.workbooks import (
    answered_doubts,
    committed_same,
    is_running,
    made_by,
    open_doubts,
    problems_of,
    told_by_row,
    workbook_job,
    workbook_once,
    workbooks_visible_to,
)

__all__ = [
    "Card",
    "Counts",
    "Found",
    "Issuer",
    "Page",
    "Section",
    "Source",
    "answered_doubts",
    "can_be_written",
    "committed_same",
    "counts_of",
    "document_of",
    "found_matches",
    "highlights_of",
    "is_issued_by",
    "is_running",
    "issuer_of",
    "made_by",
    "once_of",
    "open_doubts",
    "page_of",
    "problems_of",
    "proposals_visible_to",
    "resolve",
    "resolve_named",
    "same_file",
    "same_text",
    "scan_job",
    "taken_from",
    "told_by_row",
    "visible_to",
    "waiting_for",
    "with_counts",
    "without_text",
    "workbook_job",
    "workbook_once",
    "workbooks_visible_to",
]
