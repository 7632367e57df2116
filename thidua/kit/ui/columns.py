"""Columns that one chooses in a list, remembered in the session under the list's name."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.http import HttpRequest, QueryDict

from thidua.kit.ui.filters import without

PARAMETER = "cot"


@dataclass(frozen=True)
class Column:
    """`always` columns cannot be hidden; `shown` says what one sees before choosing."""

    code: str
    label: str
    shown: bool = True
    always: bool = False


class Columns:
    """`{% if "signer" in columns %}` in a template; `{% include "ui/columns.html" %}` is the choice."""

    def __init__(self, request: HttpRequest, name: str, columns: Sequence[Column]) -> None:
        self.all = columns
        self.key = f"columns:{name}"
        if PARAMETER in request.GET:
            chosen = set(request.GET.getlist(PARAMETER))
            request.session[self.key] = [column.code for column in columns if column.code in chosen]
        saved = request.session.get(self.key)
        self._codes = {c.code for c in columns if c.always or (c.shown if saved is None else c.code in saved)}
        left = QueryDict(without((), request.GET))
        self.hidden = [(field, value) for field, values in left.lists() for value in values]

    def __contains__(self, code: object) -> bool:
        return code in self._codes

    def __iter__(self) -> Iterator[tuple[Column, bool]]:
        """Those that can be chosen, each with whether it is shown."""
        return ((column, column.code in self) for column in self.all if not column.always)
