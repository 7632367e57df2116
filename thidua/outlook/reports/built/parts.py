"""The parts of a report that was worked out."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

State = Literal["full", "gap", "nil", "written", "open", "skipped", "empty"]
"""full: records stand here · gap: something is missing · nil: "không phát sinh" was confirmed · written: the officer's
text · open: a narrative nobody has written · skipped: the officer leaves it out · empty: nothing, and nothing is missing."""


@dataclass(frozen=True, slots=True)
class Ref:
    """A record behind a line: where it stands and what it is called."""

    key: str
    """ "register.Document:12", as in the audit chain."""
    label: str
    """ "Kế hoạch 30/KH-SVH ngày 22/3/2026"."""
    url: str = ""
    detail: str = ""
    """One line more: "đọc từ báo cáo", "bảng điểm danh, 29 dòng"."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with how it was counted; `text` is as printed ("07", "29/29", "100%")."""

    key: str
    """Once in a report: "{block}.count"."""
    text: str
    label: str
    """ "Văn bản ban hành trong kỳ"."""
    words: str
    """How it was counted, in a sentence."""
    refs: tuple[Ref, ...]
    numbers: tuple[int, ...] = ()
    """The exact numbers: (7,), (29, 29)."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words of a sentence; `ref` is the key of a figure of the same block, or of an item's record."""

    text: str
    ref: str = ""


@dataclass(frozen=True, slots=True)
class Item:
    """One line of a list."""

    key: str
    """The first record's key: the same thing told under two headings has the same."""
    text: tuple[Piece, ...]
    refs: tuple[Ref, ...]

    @property
    def plain(self) -> str:
        return "".join(piece.text for piece in self.text)


@dataclass(frozen=True, slots=True)
class Block:
    key: str
    kind: Literal["list", "figure", "narrative"]
    state: State
    lead: tuple[Piece, ...] = ()
    items: tuple[Item, ...] = ()
    figures: tuple[Figure, ...] = ()
    text: str = ""
    """The officer's paragraphs (narrative, or words added to a list)."""
    missing: str = ""
    """Of a gap: what is missing."""
    supplier: str = ""
    module: str = ""
    nil: Ref | None = None
    """Of a nil: the statement, who confirmed it and when (`detail`)."""
    words: str = ""
    """Where the records were looked for, in a sentence."""
    left_out: tuple[Item, ...] = ()
    """Records that the officer took out of this heading."""


@dataclass(frozen=True, slots=True)
class Section:
    key: str
    number: str
    level: int
    title: str
    blocks: tuple[Block, ...]

    @property
    def state(self) -> Literal["full", "gap", "open", "none"]:
        """For the outline beside the page: gap before open before full; "none" where only sub-headings stand."""
        states = {block.state for block in self.blocks}
        if "gap" in states:
            return "gap"
        if "open" in states:
            return "open"
        return "full" if states - {"empty"} else "none"

    @property
    def records(self) -> frozenset[str]:
        """Keys of all records told of here: one record may stand under many headings, and is counted once."""
        lines = (line for block in self.blocks for line in (*block.items, *block.figures))
        return frozenset(ref.key for line in lines for ref in line.refs)

    @property
    def gaps(self) -> int:
        return sum(block.state == "gap" for block in self.blocks)


@dataclass(frozen=True, slots=True)
class Built:
    outline: str
    title: str
    """ "Báo cáo sơ kết …" in one line."""
    abstract: str
    agency: str
    parent: str
    symbol: str
    """Of the report's number: "BC-SVH"."""
    place: str
    period: str
    """Label that `vn.periods.parse` understands: "2024H1"."""
    since: date
    until: date
    at: datetime
    """The moment of the figures."""
    opening: tuple[Block, ...]
    sections: tuple[Section, ...]
    closing: str
    recipients: tuple[str, ...]

    def blocks(self) -> Iterator[tuple[Section | None, Block]]:
        """Every block with its heading, in order of printing."""
        yield from ((None, block) for block in self.opening)
        yield from ((section, block) for section in self.sections for block in section.blocks)
