"""The outline of a document: list marks, and which block stands under which."""

import re
from dataclasses import dataclass
from typing import Literal

from thidua.vn.letters import LOWER, UPPER

Kind = Literal[
    "header", "type", "title", "heading", "item", "bullet", "paragraph", "footer", "signature", "footnote"
]

_MARK = re.compile(
    r"(?P<part>(?:Phần|PHẦN|Chương|CHƯƠNG|Mục|MỤC|Phụ lục|PHỤ LỤC)\s+(?:[IVXLC]{1,6}|\d{1,3}|thứ \w+))\b[.:]?\s*"
    r"|(?P<article>Điều\s+\d{1,3}[a-z]?)\s*[.:]\s*"
    r"|(?P<roman>[IVXLC]{1,6})\s*[.)/-]+\s+(?=[\"“(]?[^\W\d_])"
    rf"|(?P<decimal>\d{{1,2}}(?:\.\d{{1,2}}){{1,4}})\.?\s+(?=[\"“(]?[{UPPER}])"
    rf"|(?P<digit>\d{{1,2}})(?:\s*[./]\s*(?=[\"“(]?[{UPPER}])|-\s+(?=[{UPPER}][{LOWER}]))"
    r"|(?P<bracket>\d{1,2})\)\s*(?=[\"“(]?[^\W\d_])"
    r"|(?P<letter>[a-zđ]{1,2}(?:\.\d{1,2})?)[.)]\s+(?=\S)"
    rf"|(?P<bullet>[-–—+*•●▪◦·✓\uf0b7\uf02d\uf0a7])(?:\s+(?=[^\s\d-])|\s+(?=\d+\s+[^\W\d_])|(?=[\"“]?[{UPPER}][{LOWER}]))"
)
_MARK_FIRST = frozenset("0123456789IVXLCPMĐ-–—+*•●▪◦·✓\uf0b7\uf02d\uf0a7")
_AFTER = (")", ".")
_RANK = {"part": 0, "roman": 1, "article": 2, "digit": 3, "decimal": 4, "bracket": 6, "letter": 7}
_BULLET_RANK = {"*": 10, "-": 11, "+": 12}
_CLOSES = ("Trên đây là", "Trên đây, là", "Kính đề nghị các cơ quan, đơn vị quan tâm", "Nhận được")
_ENDS = re.compile(r"[.;!?…][”\"')\]]*$")


@dataclass(frozen=True, slots=True)
class Mark:
    """A list mark as printed ("2.4.1", "II", "a", "-"), its style ("decimal3"), rank, and length with the blank."""

    number: str
    style: str
    rank: float
    length: int


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph of the flat text: `start` includes the list mark, `body` is just past it; `parent` is an index
    into the blocks or None; `level` counts from 0. `number` is the mark without its dot or bracket, "-" for a dash."""

    kind: Kind
    number: str | None
    level: int
    start: int
    body: int
    end: int
    parent: int | None


def mark_of(text: str) -> Mark | None:
    """The list mark that a paragraph opens with."""
    first = text[:1]
    if first not in _MARK_FIRST and not (first.islower() and (text[1:2] in _AFTER or text[2:3] in _AFTER)):
        return None
    found = _MARK.match(text)
    if not found:
        return None
    style = str(found.lastgroup)
    number = found.group(style)
    if style == "bullet":
        sign = number if number in "+*" else "-" if number in "-–—" else "•"
        return Mark(sign, "bullet" + sign, _BULLET_RANK.get(sign, 13), found.end())
    if style == "decimal":
        depth = number.count(".") + 1
        return Mark(number, f"decimal{depth}", 2.0 + depth, found.end())
    if style == "digit":
        return Mark(number, "decimal1", 3.0, found.end())
    return Mark(number, style, _RANK[style], found.end())


class Outline:
    """Finds, block after block, the parent of each."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self._open: list[tuple[str, float, int]] = []
        self._introduces = False

    def add_plain(self, kind: Kind, start: int, end: int) -> None:
        """A block outside the numbering: head, title, foot, footnote. A foot closes what was open."""
        if kind == "signature":
            self._open.clear()
        self.blocks.append(Block(kind, None, 0, start, start, end, None))

    def add(self, text: str, start: int, mark: Mark | None) -> None:
        """A block of the body; `text` is what is printed, `start` its place in the flat text."""
        end = start + len(text)
        if mark is None:
            floor = 0 if text.startswith(_CLOSES) else 10
            while self._open and self._open[-1][1] >= floor:
                self._open.pop()
            self.blocks.append(Block("paragraph", None, len(self._open), start, start, end, self._parent()))
            self._introduces = False
            return
        self._make_room(mark)
        parent = self._parent()
        level = len(self._open)
        self._open.append((mark.style, mark.rank, len(self.blocks)))
        kind: Kind = (
            "bullet" if mark.style.startswith("bullet") else "heading" if is_heading(text, mark) else "item"
        )
        self.blocks.append(Block(kind, mark.number, level, start, start + mark.length, end, parent))
        self._introduces = text.endswith(":")

    def _parent(self) -> int | None:
        return self._open[-1][2] if self._open else None

    def _make_room(self, mark: Mark) -> None:
        for place in range(len(self._open) - 1, -1, -1):
            if self._open[place][0] == mark.style:
                del self._open[place:]
                return
        if self._introduces and mark.rank > 4:
            return
        while self._open and self._open[-1][1] > mark.rank:
            self._open.pop()


def is_heading(text: str, mark: Mark) -> bool:
    """A numbered line that names what follows: short, or in capitals, and not a sentence."""
    body = text[mark.length :]
    if not body or body == body.upper():
        return True
    return len(body) <= 200 and not _ENDS.search(body) and not body.endswith((":", ","))
