"""The row of labels: found by what it says, wherever it stands and in whatever order its columns are."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from thidua.kit.sheets.cells import Raw, shown
from thidua.kit.sheets.layout import Column, Layout, letters_of
from thidua.kit.sheets.problems import Problem
from thidua.vn.fold import fold

LOOKED_AT = 30
"""Rows at the top among which the header is looked for."""
_SAME, _NEAR = 92, 70
_IN_BRACKETS = re.compile(r"\([^)]*\)|\[[^\]]*\]|\*")


@dataclass(frozen=True)
class Header:
    """`places`: column key → its place in the row, from 0."""

    number: int
    """Row of the sheet, from 1."""
    places: dict[str, int]
    labels: dict[str, str]
    problems: tuple[Problem, ...]

    @property
    def is_whole(self) -> bool:
        return not any(problem.kind == "error" for problem in self.problems)


def find(rows: Sequence[Sequence[Raw]], layout: Layout, first_column: int) -> Header | None:
    """The header among the first rows; None where no row has two of its labels (one, where there is one only).

    `first_column`: the place of the first cell of each row in the sheet.
    """
    best: tuple[int, int] | None = None
    for place, row in enumerate(rows[:LOOKED_AT]):
        known = len(_exact(row, layout))
        if known >= min(2, len(layout.columns)) and (best is None or known > best[1]):
            best = (place, known)
    return _read(rows[best[0]], best[0] + 1, layout, first_column) if best else None


def is_numbering(row: Sequence[Raw]) -> bool:
    """A row below the header that only counts its columns: (1) (2) (3)."""
    told = [shown(cell).strip("() .") for cell in row if cell != ""]
    if len(told) < 2 or not told[0].isdigit():
        return False
    begins = int(told[0])
    return told == [str(number) for number in range(begins, begins + len(told))]


def _names(column: Column) -> list[str]:
    return [fold(name) for name in (column.label, *column.aliases)]


def _spoken(cell: Raw) -> tuple[str, str]:
    """The label folded, and without what stands in brackets."""
    text = shown(cell)
    return fold(text), fold(_IN_BRACKETS.sub(" ", text))


def _exact(row: Sequence[Raw], layout: Layout) -> dict[str, int]:
    named = {name: column.key for column in layout.columns for name in _names(column)}
    found: dict[str, int] = {}
    for place, cell in enumerate(row):
        whole, bare = _spoken(cell) if isinstance(cell, str) else ("", "")
        key = named.get(whole) or named.get(bare)
        if key:
            found.setdefault(key, place)
    return found


def _read(row: Sequence[Raw], number: int, layout: Layout, first_column: int) -> Header:
    places = _exact(row, layout)
    problems: list[Problem] = []
    left = [column for column in layout.columns if column.key not in places]
    for place, cell in enumerate(row):
        label = shown(cell).strip()
        if not label or place in places.values() or fold(label) in {"stt", "tt", "so tt", "so thu tu"}:
            continue
        where = f"{letters_of(first_column + place)}{number}"
        near = max(left, key=lambda column: _likeness(label, column), default=None)
        likeness = _likeness(label, near) if near else 0
        if near and likeness >= _SAME:
            places[near.key] = place
            left.remove(near)
            told = f"Cột “{label}” được đọc là “{near.label}”."
        elif near and likeness >= _NEAR:
            told = f"Không có cột “{label}” trong mẫu, cột này bị bỏ qua. Có phải “{near.label}”? Sửa tên cột rồi tải lại."
        else:
            told = f"Không có cột “{label}” trong mẫu, cột này bị bỏ qua."
        problems.append(Problem(where, number, label, told, label, "note"))
    problems += _missing(left, row, number, first_column)
    labels = {key: shown(row[place]).strip() for key, place in places.items()}
    return Header(number, places, labels, tuple(problems))


def _missing(left: Sequence[Column], row: Sequence[Raw], number: int, first_column: int) -> list[Problem]:
    where = f"{letters_of(first_column)}{number}"
    spare = [shown(cell).strip() for cell in row if shown(cell).strip()]
    found = []
    for column in left:
        if column.required:
            near = max(spare, key=lambda label: _likeness(label, column), default="")
            meant = f" Gần nhất là cột “{near}”." if near and _likeness(near, column) >= _NEAR else ""
            told = f"Thiếu cột “{column.label}”.{meant} Thêm cột này theo mẫu rồi tải lại."
            found.append(Problem(where, number, column.label, told))
    return found


def _likeness(label: str, column: Column) -> float:
    whole, bare = _spoken(label)
    return max(fuzz.ratio(said, name) for said in (whole, bare) for name in _names(column))
