"""The text as it lies beside the proposals: paragraphs of the paper, cut into pieces where highlights begin and end.

Pure: no database. Highlights may nest and overlap; each piece knows all that cover it and belongs to the innermost.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import pairwise

from thidua.reading.facts import Spans
from thidua.reading.outline import Block
from thidua.reading.text import Text
from thidua.vn.fold import plain

PART = 60_000
"""Characters shown at a time; a paper of fifteen pages fits."""
_WORD = re.compile(r"\S+")
_RIGHT = re.compile(r"cong hoa xa hoi|doc lap\s*-|dang cong san viet nam|\bngay\b.*\bthang\b.*\bnam\b")
_PLACE_AND_DAY = re.compile(r"\s+(?=[^\d,.;:/]{2,45},\s*ngay\b)")
_WHOLE = 0.6
"""A duty that covers this share of a paragraph is drawn as a bar in its margin, not as a highlight."""


@dataclass(frozen=True)
class Highlight:
    """What one proposal marks; `pen` is cite, task, date, nap-fact, nap-own or nap-doubt (without a card); `phrase` is marked as a date inside the spans."""

    card: str
    pen: str
    spans: Spans
    label: str = ""
    phrase: str = ""


@dataclass(frozen=True)
class Piece:
    text: str
    css: str = ""
    card: str = ""
    anchor: str = ""

    @property
    def is_link(self) -> bool:
        """What the document says of itself is only outlined when its card is chosen."""
        return bool(self.card) and self.css not in ("", "td-nap-own")


@dataclass(frozen=True)
class Paragraph:
    kind: str
    level: int
    pieces: tuple[Piece, ...]
    label: str = ""
    """"N1", in the margin beside a duty."""
    card: str = ""
    anchor: str = ""
    pair: tuple[str, str] | None = None
    """The two columns of a letterhead line."""


@dataclass
class Sheet:
    paragraphs: list[Paragraph] = field(default_factory=list)
    part: int = 1
    parts: int = 1
    anchors: dict[str, list[str]] = field(default_factory=dict)
    """Card → ids of the marks of its first place."""
    part_of: dict[str, int] = field(default_factory=dict)
    """Card → the part of the text in which it is first marked."""

    @property
    def left(self) -> list[str]:
        """The left column of the letterhead: offices, number, subject."""
        return [each.pair[0] for each in self.paragraphs if each.pair and each.pair[0].strip()]

    @property
    def right(self) -> list[str]:
        """The right column: the motto, place and day."""
        return [each.pair[1] for each in self.paragraphs if each.pair and each.pair[1].strip()]

    @property
    def body(self) -> list[Paragraph]:
        """What stands below the letterhead."""
        return [each for each in self.paragraphs if each.pair is None]


@lru_cache(maxsize=8)
def laid_out(text: str) -> Text:
    """The layout of a text; kept for the pages that show the same text again."""
    return Text.of(text)


def sheet(text: str, highlights: Sequence[Highlight], part: int = 1) -> Sheet:
    """One part of the text with its highlights."""
    layout = laid_out(text)
    parts = _parts(layout)
    made = Sheet(part=min(max(part, 1), len(parts)), parts=len(parts))
    made.part_of = _parts_of(layout, parts, highlights)
    blocks = parts[made.part - 1]
    marks = _marks(layout, blocks, highlights)
    writer = _Writer(layout, marks, made)
    for block in blocks:
        writer.write(block)
    return made


def _parts(layout: Text) -> list[list[Block]]:
    """The blocks of each part."""
    found: list[list[Block]] = [[]]
    for block in _cut(layout):
        if found[-1] and block.end - found[-1][0].start > PART:
            found.append([])
        found[-1].append(block)
    return found


def _cut(layout: Text) -> Iterator[Block]:
    """Blocks; one that is longer than a part is cut between words."""
    for block in layout.blocks:
        start = block.start
        while block.end - start > PART:
            blank = layout.flat.rfind(" ", start, start + PART)
            stop = blank if blank > start else start + PART
            yield replace(block, start=start, end=stop)
            start = stop
        yield replace(block, start=start)


def _parts_of(layout: Text, parts: list[list[Block]], highlights: Iterable[Highlight]) -> dict[str, int]:
    if len(parts) == 1:
        return {item.card: 1 for item in highlights if item.spans}
    ranges = sorted(
        (span, number)
        for number, blocks in enumerate(parts, 1)
        for block in blocks
        if block.end > block.start
        for span in layout.spans(block.start, block.end)
    )
    starts = [span[0] for span, _ in ranges]
    return {
        item.card: ranges[max(0, bisect_right(starts, item.spans[0][0]) - 1)][1]
        for item in highlights
        if item.spans
    }


@dataclass(frozen=True)
class _Mark:
    """A highlight in flat offsets; `main` on its first place."""

    start: int
    end: int
    item: Highlight
    pen: str
    main: bool


def _marks(layout: Text, blocks: Sequence[Block], highlights: Iterable[Highlight]) -> list[_Mark]:
    if not blocks:
        return []
    to_flat = _Inverse(layout, blocks)
    found: list[_Mark] = []
    for item in highlights:
        for place, (start, end) in enumerate(item.spans):
            flat = to_flat.span(start, end)
            if flat is None:
                continue
            found.append(_Mark(*flat, item, item.pen, place == 0))
            dated = _phrase(layout, flat, item.phrase)
            if dated:
                found.append(_Mark(*dated, item, "date", False))
    return sorted(found, key=lambda mark: (mark.start, -mark.end))


def _phrase(layout: Text, flat: tuple[int, int], phrase: str) -> tuple[int, int] | None:
    wanted = " ".join(plain(phrase).split())
    at = layout.plain.find(wanted, *flat) if wanted else -1
    return (at, at + len(wanted)) if at >= 0 else None


class _Inverse:
    """Places in raw → places in flat, for the words of some blocks."""

    def __init__(self, layout: Text, blocks: Sequence[Block]) -> None:
        pairs: list[tuple[int, int, int]] = []
        for word in _WORD.finditer(layout.flat, blocks[0].start, blocks[-1].end):
            start, end = word.span()
            first, last = layout.raw_at(start), layout.raw_at(end - 1)
            if last - first == end - 1 - start:
                pairs.append((first, start, end - start))
            else:  # a symbol that was broken at the end of a line
                pairs += [(layout.raw_at(at), at, 1) for at in range(start, end)]
        pairs.sort()
        self.raw = [pair[0] for pair in pairs]
        self.pairs = pairs

    def span(self, start: int, end: int) -> tuple[int, int] | None:
        """Half-open flat span of a raw span; None where none of its words is shown."""
        first = bisect_right(self.raw, start) - 1
        if first < 0 or start >= self.pairs[first][0] + self.pairs[first][2]:
            first += 1
        last = bisect_right(self.raw, end - 1) - 1
        if first > last or first >= len(self.pairs):
            return None
        begin, stop = self.pairs[first], self.pairs[last]
        flat_start = begin[1] + max(0, start - begin[0])
        flat_end = stop[1] + min(stop[2], end - stop[0])
        return (flat_start, flat_end) if flat_start < flat_end else None


def _names_another(pieces: Iterable[Piece]) -> bool:
    """A citation in the letterhead ("V/v thực hiện Kế hoạch số …") keeps its highlight: the line is drawn like any other."""
    return any(piece.css not in ("", "td-nap-own") for piece in pieces)


class _Writer:
    """Paragraph after paragraph; hands out the ids of marks."""

    def __init__(self, layout: Text, marks: list[_Mark], made: Sheet) -> None:
        self.layout, self.marks, self.made = layout, marks, made
        self.starts = [mark.start for mark in marks]
        self.longest = max((mark.end - mark.start for mark in marks), default=0)

    def write(self, block: Block) -> None:
        if block.end <= block.start:
            return
        here = self._covering(block)
        bar = next((mark for mark in here if mark.pen == "task" and self._covers(mark, block)), None)
        anchor = self._anchor(bar) if bar else ""
        pieces = tuple(self._pieces(block, [mark for mark in here if mark is not bar]))
        self.made.paragraphs.append(
            Paragraph(
                kind=block.kind,
                level=block.level,
                pieces=pieces,
                label=bar.item.label if bar and bar.main and bar.start >= block.start else "",
                card=bar.item.card if bar else "",
                anchor=anchor,
                pair=self._pair(block) if block.kind == "header" and not _names_another(pieces) else None,
            )
        )

    def _covering(self, block: Block) -> list[_Mark]:
        first = bisect_right(self.starts, block.start - self.longest)
        last = bisect_right(self.starts, block.end - 1)
        return [mark for mark in self.marks[max(0, first - 1) : last] if mark.end > block.start]

    @staticmethod
    def _covers(mark: _Mark, block: Block) -> bool:
        shared = min(mark.end, block.end) - max(mark.start, block.start)
        return shared >= _WHOLE * (block.end - block.start)

    def _pieces(self, block: Block, marks: list[_Mark]) -> Iterable[Piece]:
        """Between two neighbouring borders the same marks hold."""
        borders = {block.start, block.end}
        for mark in marks:
            borders |= {max(mark.start, block.start), min(mark.end, block.end)}
        waiting = sorted(marks, key=lambda mark: -mark.start)
        over: list[_Mark] = []
        for start, end in pairwise(sorted(borders)):
            over = [mark for mark in over if mark.end > start]
            while waiting and waiting[-1].start <= start:
                over.append(waiting.pop())
            yield self._piece(self.layout.flat[start:end], over)

    def _piece(self, text: str, over: list[_Mark]) -> Piece:
        if not over:
            return Piece(text)
        # A doubtful word has no card: it belongs to the fact around it.
        inner = min(
            [mark for mark in over if mark.item.card] or over,
            key=lambda mark: (mark.end - mark.start, -mark.start),
        )
        css = " ".join(dict.fromkeys(f"td-{mark.pen}" for mark in over))
        return Piece(text, css, inner.item.card, self._anchor(inner))

    def _anchor(self, mark: _Mark) -> str:
        """Ids only for the first place of a card: there the page scrolls to."""
        if not mark.main or not mark.item.card:
            return ""
        ids = self.made.anchors.setdefault(mark.item.card, [])
        ids.append(f"{mark.item.card}-cho" + (f"-{len(ids)}" if ids else ""))
        return ids[-1]

    def _pair(self, block: Block) -> tuple[str, str]:
        """Left: office, number, subject. Right: the motto, place and day."""
        text = self.layout.flat[block.start : block.end]
        folded = plain(text)
        cut = _PLACE_AND_DAY.search(folded)
        if cut and "so" in folded[: cut.start()]:
            return text[: cut.start()], text[cut.end() :]
        motto = re.search(r"\s(?=cong hoa xa hoi|doc lap\s*-)", folded)
        if motto:
            return text[: motto.start()], text[motto.end() :]
        return ("", text) if _RIGHT.search(folded) else (text, "")
