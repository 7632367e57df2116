"""What a sheet holds, column by column; each app says its own in `sheets.py`.

AWARDS = Layout("awards", "Khen thưởng", columns=(
    Column("recipient", "Người nhận", required=True, example="Lê Hoàng Nam"),
    Column("period", "Kỳ thành tích", kind="period", required=True, example="2024"),
))
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any, Literal

Kind = Literal["text", "date", "year", "period", "number", "percent", "choice", "yes", "digits"]
HINTS: Mapping[Kind, str] = {
    "text": "Chữ.",
    "date": "Ngày/tháng/năm, ví dụ 08/6/2024.",
    "year": "Năm bốn chữ số, ví dụ 2024.",
    "period": "Ví dụ: 2024; 2023-2024 (năm học); 2024H1; 2024Q3; 01/3/2024 - 30/6/2024.",
    "number": "Số.",
    "percent": "Phần trăm, từ 0 đến 100, ví dụ 60.",
    "choice": "Chọn trong danh sách.",
    "yes": "x là có; để trống là không.",
    "digits": "Định dạng ô là Text để không mất số 0 ở đầu.",
}
"""What every column of a kind says of itself on the sheet of hints."""


@dataclass(frozen=True)
class Column:
    key: str
    label: str
    """As the header prints it; matched without case and marks."""
    kind: Kind = "text"
    required: bool = False
    choices: Mapping[str, str] = field(default_factory=dict)
    """Code → label, for `choice`; either may be typed."""
    example: Any = ""
    hint: str = ""
    aliases: tuple[str, ...] = ()
    """Other headers under which the column is known."""
    longest: int = 300
    """Letters of a text."""
    least: float = 1
    most: float = 1_000_000
    """Bounds of a number."""
    lengths: tuple[int, ...] = ()
    """How many digits `digits` may have."""
    width: int = 18

    @property
    def told(self) -> str:
        """The hint in full."""
        return " ".join(part for part in (self.hint, HINTS[self.kind]) if part)


@dataclass(frozen=True)
class Layout:
    """`examples`: further example rows, each column key → value, after the one that the columns show."""

    code: str
    label: str
    columns: tuple[Column, ...]
    note: str = ""
    examples: tuple[Mapping[str, Any], ...] = ()

    @cached_property
    def by_key(self) -> dict[str, Column]:
        return {column.key: column for column in self.columns}

    @property
    def example_rows(self) -> list[dict[str, Any]]:
        first = {column.key: column.example for column in self.columns}
        return [first, *({**dict.fromkeys(first, ""), **row} for row in self.examples)]


Value = str | int | float | bool | date | None


def letters_of(place: int) -> str:
    """Name of a column by its place from 0: 0 → "A", 27 → "AB"."""
    name = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, 26)
        name = chr(65 + rest) + name
    return name
