"""The shape of one part: where it stands in the entry, what it is called, what may be put there."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from thidua.vn.numbers import grouped

NUMBER, PERCENT, DECIMAL, MONEY = "number", "percent", "decimal", "money"
CHOICE, CODE, CODES, FLAG = "choice", "code", "codes", "flag"
TEXT, LINES, DAY, FRACTION = "text", "lines", "day", "fraction"

Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """`value` is what the book says now; None or "" where it says nothing and may (`is_optional`)."""

    path: Path
    label: str
    kind: str
    value: Any = None
    group: str = ""
    """Heading under which it stands: "Điều kiện 2: 03 lần …"."""
    choices: Mapping[str, str] = field(default_factory=dict, hash=False)
    is_optional: bool = False

    @property
    def name(self) -> str:
        """Name of its field: "p.conditions.0.count"."""
        return ".".join(["p", *(str(step) for step in self.path)])

    @property
    def full_label(self) -> str:
        """With what it belongs to, for the log: "Điều kiện 2, số lần"."""
        head = self.group.partition(":")[0]
        return f"{head}, {self.label[:1].lower()}{self.label[1:]}" if head else self.label


def in_words(part: Part, value: Any) -> str:
    """A value of this part as people read it; "" for none."""
    if value in (None, "", [], ()):
        return ""
    if part.kind == FLAG:
        return "có" if value else "không"
    if part.kind in (CHOICE, CODE):
        return part.choices.get(str(value), str(value))
    if part.kind in (CODES, LINES):
        return "; ".join(part.choices.get(str(each), str(each)) for each in value)
    if part.kind == MONEY:
        return f"{grouped(int(value))} đồng"
    text = str(value).replace(".", ",") if part.kind in (DECIMAL, PERCENT) else str(value)
    return f"{text}%" if part.kind == PERCENT else text
