"""One page of a list: filtered from the address, sorted, counted up to a cap, 50 rows at a time.

    listing = Listing(request.GET, selectors.visible_to(actor), noun="văn bản", filters=[…], sorts=[…], first="-ngay")

Two queries whatever the size: a count that stops at the cap, and the page with one row more (is there a next?).
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Generic, TypeVar
from urllib.parse import urlencode

from django.db.models import QuerySet
from django.http import QueryDict

from thidua.kit.ui.filters import Choice, Filter, Rows, Sort, without
from thidua.kit.ui.wording import count as in_figures

Row = TypeVar("Row")
CAP = 10_000
PER_PAGE = 50


@dataclass(frozen=True)
class Chip:
    """A filter as the page shows it: its value in words and the address without it."""

    filter: Filter
    value: Any
    words: str
    off_url: str
    hidden: Sequence[tuple[str, str]]
    options: Sequence["Option"] = ()

    @property
    def on(self) -> bool:
        return self.value is not None

    @property
    def texts(self) -> list[str]:
        """What the boxes of a span hold."""
        show = getattr(self.filter, "show", str)
        return ["" if part is None else show(part) for part in self.value or (None, None)]


@dataclass(frozen=True)
class Option:
    code: str
    label: str
    url: str
    chosen: bool


@dataclass(frozen=True)
class Heading:
    """A sortable column head; `order` is what aria-sort says, or nothing."""

    label: str
    url: str
    order: str

    @property
    def arrow(self) -> str:
        return {"ascending": "↑", "descending": "↓"}.get(self.order, "")


@dataclass(frozen=True)
class Hint:
    """An empty list: what one finds without one of the filters."""

    label: str
    text: str
    url: str


class Listing(Generic[Row]):
    """Rows may be a query set, a list, or a function that gives one of the two."""

    def __init__(
        self,
        params: QueryDict,
        rows: "QuerySet[Any, Row] | Sequence[Row] | Callable[[], Any]",
        *,
        noun: str,
        filters: Sequence[Filter] = (),
        sorts: Sequence[Sort] = (),
        first: str = "",
        per_page: int = PER_PAGE,
        cap: int = CAP,
    ) -> None:
        self.params, self.noun, self.per_page, self.cap = params, noun, per_page, cap
        self._all, self._filters, self._sorts, self._first = rows, filters, sorts, first
        self._left: dict[tuple[str, ...], str] = {}
        self.values = {item.name: item.read(params) for item in filters}

    # Rows

    @cached_property
    def everything(self) -> Rows:
        return self._all() if callable(self._all) else self._all

    @cached_property
    def found(self) -> Rows:
        """All rows that the filters leave, sorted: what an export takes."""
        rows = self._narrowed(but="")
        sort, falling = self._sorting()
        if sort is None:
            return rows
        if isinstance(rows, QuerySet):
            return rows.order_by(*sort.ordering(falling))
        for name in map(str, reversed(sort.ordering(falling))):
            key, down = name.lstrip("-"), name.startswith("-")
            rows = sorted(rows, key=lambda row, key=key: getattr(row, key), reverse=down)  # type: ignore[misc]
        return rows

    def _narrowed(self, but: str) -> Rows:
        rows = self.everything
        for item in self._filters:
            if self.values[item.name] is not None and item.name != but:
                rows = item.apply(rows, self.values[item.name])
        return rows

    @cached_property
    def count(self) -> int:
        """How many the filters leave, at most `cap` + 1."""
        return self._counted(self.found)

    def _counted(self, rows: Rows) -> int:
        if isinstance(rows, QuerySet):
            # Unordered, of the key alone, and cut: the database stops counting at the cap.
            return int(rows.order_by().values("pk")[: self.cap + 1].count())
        return min(len(rows), self.cap + 1)

    @cached_property
    def page(self) -> int:
        """The page asked for, from 1; beyond the end it is the last one."""
        text = str(self.params.get("trang", ""))
        asked = max(1, int(text)) if text.isascii() and text.isdigit() and len(text) < 7 else 1
        if self.is_capped:
            return asked
        return min(asked, max(1, -(-self.count // self.per_page)))

    @cached_property
    def _window(self) -> list[Row]:
        start = (self.page - 1) * self.per_page
        return list(self.found[start : start + self.per_page + 1])

    @property
    def rows(self) -> list[Row]:
        return self._window[: self.per_page]

    def __iter__(self) -> Any:
        return iter(self.rows)

    # Words

    @property
    def is_capped(self) -> bool:
        return self.count > self.cap

    @property
    def figure(self) -> str:
        """48, or hơn 10.000."""
        return f"hơn {in_figures(self.cap)}" if self.is_capped else in_figures(self.count)

    @property
    def count_text(self) -> str:
        """48 văn bản; hơn 10.000 văn bản; Không có văn bản nào."""
        return f"{self.figure} {self.noun}" if self.count else f"Không có {self.noun} nào"

    @property
    def range_text(self) -> str:
        """1 – 50 trong 312; just the count where one page holds all."""
        if not self.rows:
            return ""
        if self.page == 1 and not self.next_url:
            return self.count_text
        start = (self.page - 1) * self.per_page
        return f"{in_figures(start + 1)} – {in_figures(start + len(self.rows))} trong {self.figure}"

    # Links

    @property
    def query(self) -> str:
        """The filters and the order as a query string, for an export of what is filtered to."""
        return without((), self.params)

    def url_with(self, **changes: str) -> str:
        """This list's address with some parameters set; the page number falls away unless it is given."""
        left = self._without(tuple(changes))
        return "?" + "&".join(part for part in (left, urlencode(changes)) if part)

    def _without(self, names: tuple[str, ...]) -> str:
        """Kept: each row of a page has its own link that leaves out the same."""
        if names not in self._left:
            self._left[names] = without(names, self.params)
        return self._left[names]

    @property
    def previous_url(self) -> str:
        return self.url_with(trang=str(self.page - 1)) if self.page > 1 else ""

    @property
    def next_url(self) -> str:
        return self.url_with(trang=str(self.page + 1)) if len(self._window) > self.per_page else ""

    @property
    def is_filtered(self) -> bool:
        return any(value is not None for value in self.values.values())

    @property
    def clear_url(self) -> str:
        return "?" + without([name for item in self._filters for name in item.names], self.params)

    # Filters

    @cached_property
    def chips(self) -> list[Chip]:
        """All filters, those in use first."""
        return sorted((self._chip(item) for item in self._filters), key=lambda chip: not chip.on)

    def _chip(self, item: Filter) -> Chip:
        value, left = self.values[item.name], without(item.names, self.params)
        options = item.options() if isinstance(item, Choice) else ()
        return Chip(
            filter=item,
            value=value,
            words="" if value is None else item.in_words(value),
            off_url="?" + left,
            hidden=[(name, text) for name, texts in QueryDict(left).lists() for text in texts],
            options=[
                Option(
                    code,
                    label,
                    self.url_with(**{item.name: code}),
                    value is not None and code in _as_tuple(value),
                )
                for code, label in options
            ],
        )

    @cached_property
    def hints(self) -> list[Hint]:
        """For an empty list: each filter in use without which there would be rows."""
        if self.count:
            return []
        found = []
        for item in self._filters:
            if self.values[item.name] is None:
                continue
            number = self._counted(self._narrowed(but=item.name))
            if number:
                figure = f"hơn {in_figures(self.cap)}" if number > self.cap else in_figures(number)
                found.append(
                    Hint(item.label, f"{figure} {self.noun}", "?" + without(item.names, self.params))
                )
        return found

    # Order

    def _sorting(self) -> tuple[Sort | None, bool]:
        asked = str(self.params.get("sap", "")) or self._first
        for sort in self._sorts:
            if sort.name == asked.lstrip("-"):
                return sort, asked.startswith("-")
        asked = self._first
        return next(
            ((s, asked.startswith("-")) for s in self._sorts if s.name == asked.lstrip("-")), (None, False)
        )

    @cached_property
    def headings(self) -> dict[str, Heading]:
        """Column heads by the name of their sort: `{% sort_head listing "ngay" %}`."""
        current, falling = self._sorting()
        heads = {}
        for sort in self._sorts:
            is_current = sort is current
            turn = not falling if is_current else sort.falling_first
            order = ("descending" if falling else "ascending") if is_current else ""
            heads[sort.name] = Heading(
                sort.label, self.url_with(sap=("-" if turn else "") + sort.name), order
            )
        return heads


def _as_tuple(value: Any) -> tuple[Any, ...]:
    return value if isinstance(value, tuple) else (value,)
