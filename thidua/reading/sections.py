"""Under which numbered headings a place of the text stands, and what those headings say.

sections = Sections(text)
sections.at_raw(place)      # headings above a raw offset, the nearest first; a footnote stands where its sign is printed
sections.title(heading)     # its words, without what follows them on the same line
"""

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property

from thidua.reading.facts import Span, Spans
from thidua.reading.outline import Block
from thidua.reading.text import Text
from thidua.reading.words import sentences

_NUMBERED = re.compile(r"[IVXLC]{1,6}|\d{1,2}(?:\.\d{1,2})*|(?i:phần|chương|mục|điều|phụ lục)\b.*")
_OUTSIDE = ("header", "type", "title", "footer", "signature")
_CLAUSE_END = re.compile(r"[.;)\n]")
_LONGEST = 500


@dataclass(frozen=True, slots=True)
class Heading:
    """A numbered heading: `number` with those above it where it alone says little ("III.1"), its words in flat[start:end]."""

    block: int
    number: str
    start: int
    end: int


class Sections:
    """The headings of one text, looked up by place."""

    def __init__(self, text: Text) -> None:
        self.text = text

    def title(self, heading: Heading) -> str:
        return self.text.flat[heading.start : heading.end].strip(" .:;")

    def plain(self, heading: Heading) -> str:
        """The title folded, offset by offset as `title` before it was stripped."""
        return self.text.plain[heading.start : heading.end]

    def at_raw(self, offset: int) -> tuple[Heading, ...]:
        index = self.block_at_raw(offset)
        return () if index is None else self.of_block(index)

    def block_at_raw(self, offset: int) -> int | None:
        """Index of the block in which a raw offset is printed."""
        place = bisect_right(self._starts, offset) - 1
        return self._ranges[place][2] if place >= 0 else None

    def flat_at(self, index: int, offset: int) -> int:
        """The first place of a block in flat that is not before a raw offset."""
        low, high = self.text.blocks[index].start, self.text.blocks[index].end
        while low < high:
            middle = (low + high) // 2
            if self.text.raw_at(middle) < offset:
                low = middle + 1
            else:
                high = middle
        return low

    def spans_around(self, offset: int) -> Spans:
        """All of the nearest numbered section around a raw offset, in raw; in pieces where a footnote runs over a page on
        which another section is printed. None around what stands under no heading."""
        headings = self.at_raw(offset)
        return self.text.spans(*self.span_of(headings[0])) if headings else ()

    def sentence_at(self, offset: int) -> tuple[str, str]:
        """The sentence around a raw offset, folded, and what is printed from there to the end of the clause."""
        index = self.block_at_raw(offset)
        if index is None:
            return "", ""
        at, text = self.flat_at(index, offset), self.text
        block = text.blocks[index]
        for start, end in sentences(text, block.body, block.end):
            if start <= at < end:
                stop = _CLAUSE_END.search(text.flat, at, min(end, at + 200))
                return text.plain[start:end], text.flat[
                    at : stop.start() if stop else min(end, at + 200)
                ].strip()
        return "", ""

    def of_block(self, index: int) -> tuple[Heading, ...]:
        """The numbered blocks above a block, itself first where it is one."""
        blocks = self.text.blocks
        while index > 0 and blocks[index].kind == "footnote":
            index -= 1
        found: list[Heading] = []
        at: int | None = index
        while at is not None:
            block = blocks[at]
            if block.number and block.kind not in _OUTSIDE and _NUMBERED.fullmatch(block.number):
                found.append(self._heading(at, block))
            at = block.parent
        return tuple(found)

    def span_of(self, heading: Heading) -> Span:
        """All that stands under a heading, in flat: up to the next one that is not below it."""
        blocks = self.text.blocks
        below = {heading.block}
        stop = heading.block + 1
        while stop < len(blocks) and (blocks[stop].kind == "footnote" or blocks[stop].parent in below):
            below.add(stop)
            stop += 1
        return blocks[heading.block].start, blocks[stop - 1].end

    @cached_property
    def _ranges(self) -> list[tuple[int, int, int]]:
        text = self.text
        return sorted(
            (*span, index)
            for index, block in enumerate(text.blocks)
            if block.end > block.start
            for span in text.spans(block.start, block.end)
        )

    @cached_property
    def _starts(self) -> list[int]:
        return [start for start, _, _ in self._ranges]

    def _heading(self, index: int, block: Block) -> Heading:
        return Heading(index, self._number(index), block.body, self._end(block))

    def _number(self, index: int) -> str:
        """ "2.4.1" says all; "1" needs the "III" that it stands under."""
        block = self.text.blocks[index]
        number = str(block.number)
        if "." in number or block.parent is None:
            return number
        above = self.text.blocks[block.parent].number
        return f"{above}.{number}" if above and _NUMBERED.fullmatch(above) and above.isalpha() else number

    def _end(self, block: Block) -> int:
        """A title ends with its line, or runs into the text behind a colon or a full stop."""
        depth, flat = 0, self.text.flat
        limit = min(block.end, block.body + _LONGEST)
        for at in range(block.body, limit):
            sign = flat[at]
            depth += (sign == "(") - (sign == ")")
            if depth <= 0 and (sign == ":" or (sign == "." and flat[at + 1 : at + 2] == " ")):
                return at
        return limit
