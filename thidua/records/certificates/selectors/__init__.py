"""Reads of the number books. Every list starts at `visible_to(actor)` or `books_visible_to(actor)`."""

from thidua.records.certificates.selectors.books import (
    books_for,
    books_visible_to,
    chain_of,
    in_words,
    listed,
    of_award,
    of_book,
    standing_of_decision,
    visible_to,
)
from thidua.records.certificates.selectors.waiting import current_awards, given_by, to_recall, without_number

__all__ = [
    "books_for",
    "books_visible_to",
    "chain_of",
    "current_awards",
    "given_by",
    "in_words",
    "listed",
    "of_award",
    "of_book",
    "standing_of_decision",
    "to_recall",
    "visible_to",
    "without_number",
]
