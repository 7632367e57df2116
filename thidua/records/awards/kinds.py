"""Titles and forms as the law book names them: codes, names, on which of the two lists, in the book's order."""

from functools import cache

from thidua.law import book
from thidua.law.money import is_title
from thidua.records.awards.models import Award
from thidua.vn.fold import fold

_NOT_GIVEN = ("HC", "HUC", "DHVD", "GT", "GK_COMMUNE")
"""Groups of the book, given by their members only."""


@cache
def names() -> dict[str, str]:
    """Code → name of what a decision can give, in the order of the book."""
    found = book.load().codes
    return {code: name for code, name in found.items() if "*" not in code and code not in _NOT_GIVEN}


@cache
def sort_of(code: str) -> str:
    return Award.Sort.TITLE if is_title(code, book.load()) else Award.Sort.FORM


@cache
def place_of(code: str) -> int:
    """Titles first, each list in the order of the book; what the book does not know last."""
    order = list(names())
    known = order.index(code) if code in order else len(order)
    return known if sort_of(code) == Award.Sort.TITLE else known + 1000


@cache
def by_name() -> dict[str, str]:
    """Folded name or code → code, for what is typed or pasted."""
    return {fold(word): code for code, name in names().items() for word in (code, name)}


def choices() -> list[tuple[str, list[tuple[str, str]]]]:
    """Two groups, never mixed."""
    return [
        (str(sort.label), [(code, name) for code, name in names().items() if sort_of(code) == sort])
        for sort in Award.Sort
    ]
