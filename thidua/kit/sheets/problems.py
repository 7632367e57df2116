"""What a row says about itself: problems at their cell, and questions that only a person can answer."""

from dataclasses import dataclass
from typing import Any, Literal

Kind = Literal["error", "note"]
NEW, SKIP = "new", "skip"
"""Answers that every question may know: make a new one, leave the row out."""


@dataclass(frozen=True, slots=True)
class Problem:
    """`cell` as Excel names it ("C17"); `value` as it stands there; `message` says how to mend it."""

    cell: str
    row: int
    column: str
    message: str
    value: str = ""
    kind: Kind = "error"


@dataclass(frozen=True, slots=True)
class Choice:
    """`value` is kept as the answer: "17" (a key), NEW, SKIP; `why` tells it from the others."""

    value: str
    label: str
    why: str = ""


@dataclass(frozen=True, slots=True)
class Question:
    """A doubt. Rows with the same `key` ask the same and are answered together.

    `likely`: the answer that nothing speaks against (name and unit agree, only a fact is missing), "" for none.
    """

    key: str
    cell: str
    row: int
    text: str
    choices: tuple[Choice, ...]
    likely: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A row as it was read: typed values by column key (blank ones are absent), where each cell stands."""

    number: int
    values: dict[str, Any]
    letters: dict[str, str]
    """Column key → "C"; shared by all rows of a sheet."""
    labels: dict[str, str]
    """Column key → the header as printed in the file."""
    problems: tuple[Problem, ...] = ()

    def get(self, key: str, default: Any = None) -> Any:
        return self.values.get(key, default)

    def is_blank(self, key: str) -> bool:
        """Nothing stands in the cell: what cannot be read is not nothing."""
        if key in self.values:
            return False
        return not any(problem.cell == self.cell(key) for problem in self.problems)

    def cell(self, key: str) -> str:
        """Address of a cell; where the file lacks the column, of the row's first one."""
        letters = self.letters.get(key) or next(iter(self.letters.values()), "A")
        return f"{letters}{self.number}"

    def problem(self, key: str, message: str, *, value: object = "", kind: Kind = "error") -> Problem:
        """A problem of this row at one of its cells."""
        return Problem(
            self.cell(key), self.number, self.labels.get(key, key), message, str(value)[:200], kind
        )
