"""Every write of the number books: one transaction, one line in the audit chain each."""

from thidua.records.certificates.services.books import correct_book, open_book
from thidua.records.certificates.services.ending import cancel, recall, reissue, spoil, spoil_blank
from thidua.records.certificates.services.giving import give, give_all

__all__ = [
    "cancel",
    "correct_book",
    "give",
    "give_all",
    "open_book",
    "recall",
    "reissue",
    "spoil",
    "spoil_blank",
]
