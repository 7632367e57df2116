"""Filters of a list: each reads its own parameters from the address and narrows the rows. Drawn as chips."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, ClassVar

from django.db.models.expressions import OrderBy

from thidua.kit.ui import asked

Rows = Any
"""A query set, or a list; a filter gives back the same kind."""
Apply = Callable[[Rows, Any], Rows]
Choices = Sequence[tuple[str, str]]


@dataclass(frozen=True)
class Filter:
    """`name` is the parameter in the address, `label` the word on the chip, `apply(rows, value)` narrows."""

    name: str
    label: str
    apply: Apply
    template: ClassVar[str] = ""

    @property
    def names(self) -> tuple[str, ...]:
        """Every parameter that belongs to this filter."""
        return (self.name,)

    def read(self, params: Mapping[str, Any]) -> Any:
        """The value asked for, or None when the filter is off or what stands there makes no sense."""
        return _given(params, self.name) or None

    def in_words(self, value: Any) -> str:
        return str(value)


@dataclass(frozen=True)
class Words(Filter):
    """Free text, as typed: `apply` folds it."""

    template: ClassVar[str] = "ui/filters/words.html"
    hint: str = ""

    def in_words(self, value: Any) -> str:
        return f"“{value}”"


@dataclass(frozen=True)
class Choice(Filter):
    """One of a few; each option is a link. `choices` may be a function, called once a page."""

    choices: Choices | Callable[[], Choices] = ()
    template: ClassVar[str] = "ui/filters/choice.html"

    def options(self) -> Choices:
        return self.choices() if callable(self.choices) else self.choices

    def read(self, params: Mapping[str, Any]) -> str | None:
        value = _given(params, self.name)
        return value if value and any(value == code for code, _ in self.options()) else None

    def in_words(self, value: Any) -> str:
        return next((label for code, label in self.options() if code == value), str(value))


@dataclass(frozen=True)
class Many(Choice):
    """Several of a few, ticked; value: a tuple of codes."""

    template: ClassVar[str] = "ui/filters/many.html"

    def read(self, params: Mapping[str, Any]) -> Any:
        known = {code for code, _ in self.options()}
        asked = params.getlist(self.name) if hasattr(params, "getlist") else [_given(params, self.name)]
        return tuple(code for code in asked if code in known) or None

    def in_words(self, value: Any) -> str:
        labels = [label for code, label in self.options() if code in value]
        return ", ".join(labels[:2]) + (f" và {len(labels) - 2} mục" if len(labels) > 2 else "")


@dataclass(frozen=True)
class Flag(Filter):
    """On or off: a link that switches."""

    template: ClassVar[str] = "ui/filters/flag.html"

    def read(self, params: Mapping[str, Any]) -> bool | None:
        return True if _given(params, self.name) == "1" else None

    def in_words(self, value: Any) -> str:
        return ""


@dataclass(frozen=True)
class Span(Filter):
    """From a year to a year, both included; value: (from or None, to or None)."""

    template: ClassVar[str] = "ui/filters/span.html"

    @property
    def names(self) -> tuple[str, ...]:
        return (f"{self.name}_tu", f"{self.name}_den")

    def parse(self, text: str) -> Any:
        year = asked.as_key(text) or 0
        return year if asked.FIRST_YEAR <= year <= asked.LAST_YEAR else None

    def read(self, params: Mapping[str, Any]) -> Any:
        since, until = (self.parse(_given(params, name)) for name in self.names)
        return (since, until) if since or until else None

    def show(self, value: Any) -> str:
        return str(value)

    def in_words(self, value: Any) -> str:
        since, until = value
        if since and until:
            return self.show(since) if since == until else f"{self.show(since)} – {self.show(until)}"
        return f"từ {self.show(since)}" if since else f"đến {self.show(until)}"


@dataclass(frozen=True)
class Days(Span):
    """From a day to a day, both included, typed dd/mm/yyyy; value: (date or None, date or None)."""

    template: ClassVar[str] = "ui/filters/days.html"

    def parse(self, text: str) -> date | None:
        for shape in ("%d/%m/%Y", "%Y-%m-%d"):
            try:
                day = datetime.strptime(text, shape).date()  # noqa: DTZ007 - a day has no zone
            except ValueError:
                continue
            return day if asked.is_sensible(day) else None
        return None

    def show(self, value: date) -> str:
        return value.strftime("%d/%m/%Y")


@dataclass(frozen=True)
class Sort:
    """A column that sorts; `fields` for ascending order (strings or expressions); `name` in the address."""

    name: str
    label: str
    fields: Sequence[str | OrderBy] = field(default_factory=tuple)
    falling_first: bool = False

    def ordering(self, falling: bool) -> list[str | OrderBy]:
        return [_reversed(name) if falling else name for name in self.fields]


def without(names: Iterable[str], params: Any) -> str:
    """The query string of `params` less some parameters, the page number and the choice of columns."""
    left = params.copy()
    for name in (*names, "trang", "cot"):
        left.pop(name, None)
    for name in [name for name in left if not any(left.getlist(name))]:
        del left[name]
    return str(left.urlencode())


def _given(params: Mapping[str, Any], name: str) -> str:
    return asked.words(params, name)


def _reversed(name: str | OrderBy) -> str | OrderBy:
    """Rows without a value keep their end of the list both ways."""
    if isinstance(name, OrderBy):
        nulls = {"nulls_first": name.nulls_first, "nulls_last": name.nulls_last}
        return OrderBy(name.expression, descending=not name.descending, **nulls)
    return name[1:] if name.startswith("-") else f"-{name}"
