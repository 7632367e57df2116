"""The text as a person reads it: lines joined into paragraphs, broken words mended, footnotes out of the way.

text = Text.of(raw)      # raw: any str; text.raw is its NFC form, in which all spans of Facts count
text.flat                # paragraphs parted by "\\n", single blanks inside; search here
text.plain               # same length as flat: lower case, no marks, plain dashes and quotes; same offsets
text.span(a, b)          # flat[a:b] → (start, end) in raw;  text.spans(a, b) → several where a footnote cuts in
text.blocks              # the outline: headings, bullets, paragraphs, header, footer … with parents, in flat order
text.block_at(a)         # index of the block that holds a flat offset
text.children(i)         # indexes of the blocks directly under block i
text.body                # (start, end) in flat of the body, between title and "Nơi nhận"
"""

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property

from thidua.reading.facts import Span, Spans
from thidua.reading.lines import (
    Layout,
    Line,
    ends_sentence,
    mark_pages,
    measure,
    printed_lines,
    take_out_notes,
)
from thidua.reading.outline import Block, Kind, Mark, Outline, mark_of
from thidua.reading.zones import SIGNS, Zones, find_zones
from thidua.vn import fold

_HUNG_WORD = re.compile(
    r"(?:^|\s)(?:thứ|số|ngày|tháng|năm|khóa|khoá|điều|khoản|điểm|mục|phần|quý|đầu|cuối|của|và|các|là|về|do|tại|với|cho|từ|đến|theo|trong|đối|"
    r"những|bằng|trên|để|việc|Số|Điều|Khoản|Tỉnh|Phòng|Ban|Sở|Bộ|Hội)$"
)
_HUNG_NUMBER = re.compile(r"(?:^|\s)(?:số|ngày|tháng|năm)$")
_COMPOUND = re.compile(
    r"(?:thi đua|lao động|hành chính|tài chính|kế hoạch|văn hóa|kinh tế|quân|tổ chức|công an|nông nghiệp|giáo dục|khoa học|tài nguyên|xây dựng|"
    r"kỹ thuật|chính trị|dân số|thông tin|trung tâm|hà nội|đất nước|\d{4}|\d{1,2}/\d{1,2}/\d{4})$",
    re.IGNORECASE,
)
_GLUE_END = re.compile(r"(?:[\w.]-|\d/|[A-ZĐ]/)$")
_GLUE_START = re.compile(r"[-/][A-ZĐ\d]")
_RUN = re.compile(r"[^\s\u200b]+(?: [^\s\u200b]+)*")
_RAGGED = re.compile(r"\s\s|\t|\u200b")


@dataclass(frozen=True)
class Text:
    raw: str
    flat: str
    blocks: tuple[Block, ...]
    body: Span
    lines: tuple[Line, ...]
    zones: Zones
    _flat_at: list[int]
    _raw_at: list[int]

    @classmethod
    def of(cls, raw: str) -> "Text":
        """Reads the layout of a text; linear in its length."""
        raw = fold.nfc(raw)
        return _Joiner(raw).text()

    @cached_property
    def plain(self) -> str:
        return fold.plain(self.flat)

    @cached_property
    def _starts(self) -> list[int]:
        return [block.start for block in self.blocks]

    @cached_property
    def _children(self) -> dict[int | None, list[int]]:
        table: dict[int | None, list[int]] = {}
        for index, block in enumerate(self.blocks):
            table.setdefault(block.parent, []).append(index)
        return table

    def raw_at(self, offset: int) -> int:
        """The place in raw of one character of flat."""
        piece = bisect_right(self._flat_at, offset) - 1
        return self._raw_at[piece] + offset - self._flat_at[piece] if piece >= 0 else 0

    def span(self, start: int, end: int) -> Span:
        """The place in raw of flat[start:end]; the longest piece where a footnote cuts it in two."""
        return max(self.spans(start, end), key=lambda span: span[1] - span[0])

    def spans(self, start: int, end: int) -> Spans:
        """The places in raw of flat[start:end]: one, or more where it runs around a footnote."""
        if end <= start:
            place = self.raw_at(start)
            return ((place, place),)
        first = bisect_right(self._flat_at, start) - 1
        last = bisect_right(self._flat_at, end - 1) - 1
        found: list[Span] = []
        begin = self.raw_at(start)
        for piece in range(first, last):
            stop = self._raw_at[piece] + self._flat_at[piece + 1] - self._flat_at[piece]
            ahead = self._raw_at[piece + 1]
            if ahead < stop - 1 or self.raw[stop:ahead].strip():
                found.append((begin, stop))
                begin = ahead
        found.append((begin, self.raw_at(end - 1) + 1))
        return tuple(found)

    def block_at(self, offset: int) -> int:
        """Index of the block that holds a flat offset (the one before it between two blocks)."""
        return max(0, bisect_right(self._starts, offset) - 1)

    def children(self, index: int | None) -> list[int]:
        return self._children.get(index, [])


class _Joiner:
    """Builds a Text: decides where paragraphs end and keeps, piece by piece, where each came from."""

    def __init__(self, raw: str) -> None:
        self.raw = raw
        lines = printed_lines(raw)
        self.layout: Layout = measure(lines)
        lines = mark_pages(lines, self.layout)
        self.lines, self.notes = take_out_notes(lines, self.layout, raw)
        self.zones = find_zones(self.lines, self.layout)
        self.marks = [mark_of(line.text) for line in self.lines]
        self.outline = Outline()
        self.parts: list[str] = []
        self.length = 0
        self.flat_at: list[int] = []
        self.raw_at: list[int] = []

    def text(self) -> Text:
        zones, lines = self.zones, self.lines
        index = noted = 0
        body_start: int | None = None
        body_end = 0
        while index < len(lines):
            if index >= zones.body and body_start is None:
                body_start = self.length
            stop = self._paragraph_end(index)
            self._emit(self._kind(index), lines[index:stop], self.marks[index])
            if index < zones.foot:
                body_end = self.length
            index = stop
            noted = self._emit_notes(noted, index)
        self._emit_notes(noted, len(lines) + 1)
        flat = "".join(self.parts).rstrip("\n")
        start = min(body_start if body_start is not None else 0, len(flat))
        body = (start, max(start, min(body_end, len(flat))))
        return Text(
            self.raw,
            flat,
            tuple(self.outline.blocks),
            body,
            tuple(lines),
            zones,
            self.flat_at or [0],
            self.raw_at or [0],
        )

    def _emit_notes(self, noted: int, index: int) -> int:
        """Puts the footnotes that stood before a line, from the `noted`th on; how many are put by now."""
        while noted < len(self.notes) and self.notes[noted].after <= index:
            self._emit("footnote", self.notes[noted].lines, None)
            noted += 1
        return noted

    def _kind(self, index: int) -> Kind | None:
        zones = self.zones
        if index < zones.type:
            return "header"
        if index < zones.body:
            return "type" if index == zones.type else "title"
        if zones.foot <= index < zones.end:
            text = self.lines[index].text
            if text[0] in "-–+*(":
                return "footer"
            return (
                "signature"
                if SIGNS.match(text) or text == text.upper() or index == zones.end - 1
                else "footer"
            )
        return None

    def _paragraph_end(self, index: int) -> int:
        zones, lines = self.zones, self.lines
        if index < zones.type or zones.foot <= index < zones.end:
            return index + 1
        if index < zones.body:
            return index + 1 if index == zones.type else zones.body
        limit = zones.foot if index < zones.foot else len(lines)
        state = _Paragraph(self.layout, lines[index], self.marks[index])
        while index + 1 < limit and state.goes_on(lines[index + 1], self.marks[index + 1]):
            index += 1
        return index + 1

    def _emit(self, kind: Kind | None, lines: list[Line], mark: Mark | None) -> None:
        start, first = self.length, len(self.parts)
        previous = ""
        for line in lines:
            if previous and not _is_glued(previous, line.text):
                self._put(" ")
            self._put_line(line)
            previous = line.text
        if kind is not None:
            self.outline.add_plain(kind, start, self.length)
        else:
            text = "".join(self.parts[first:])
            # A mark alone on its line is only seen with what follows.
            self.outline.add(text, start, mark_of(text) if mark is None and len(lines[0].text) < 8 else mark)
        self._put("\n")

    def _put(self, part: str) -> None:
        self.parts.append(part)
        self.length += len(part)

    def _put_line(self, line: Line) -> None:
        if not _RAGGED.search(line.text):
            self.flat_at.append(self.length)
            self.raw_at.append(line.start)
            self.parts.append(line.text)
            self.length += len(line.text)
            return
        for run in _RUN.finditer(line.text):
            if run.start() and line.text[run.start() - 1] != "\u200b":
                self._put(" ")
            self.flat_at.append(self.length)
            self.raw_at.append(line.start + run.start())
            self._put(run.group())


def _is_glued(before: str, text: str) -> bool:
    """A symbol or day broken over two lines: "NĐ-" / "CP", "30/9/" / "2024"."""
    if before[-1] in "-/" and _GLUE_END.search(before) and text[0].isalnum():
        return True
    return text[0] in "-/" and bool(_GLUE_START.match(text)) and before[-1].isalnum()


class _Paragraph:
    """Whether the next line goes on with the paragraph; remembers open quotes and brackets."""

    def __init__(self, layout: Layout, line: Line, mark: Mark | None) -> None:
        self.layout = layout
        self.last = line
        self.mark = mark
        self.first = True
        self.texts = [line.text]

    def goes_on(self, line: Line, mark: Mark | None) -> bool:
        """True when `line` belongs to the same paragraph as the lines before it."""
        if not self._joins(line, mark):
            return False
        self.last = line
        self.first = False
        self.texts.append(line.text)
        return True

    @property
    def _open(self) -> bool:
        """A quote or bracket is open."""
        depth = 0
        for text in self.texts[-30:]:
            depth = max(0, depth + text.count("“") + text.count("(") - text.count("”") - text.count(")"))
        return depth > 0

    def _joins(self, line: Line, mark: Mark | None) -> bool:
        before, text = self.last.text, line.text
        ended = ends_sentence(before)
        low = text[0].islower() and mark is None
        if self.first and self.mark and self.mark.style == "part":
            return text == text.upper() and mark is None
        if not self.layout.wrapped:
            hung = before[-1] in "-/," or bool(_HUNG_NUMBER.search(before))
            return not ended and (low or hung) and line.gap <= self.layout.spacing
        if line.gap > self.layout.spacing and not line.new_page and not (low and not ended):
            return False
        if before[-1] in "-/" and _GLUE_END.search(before) and text[0] not in "-–+*•":
            return True
        if mark is None and low and not ended:
            return True
        full = self.layout.reach.is_full(before, text, first=self.first)
        if mark is not None:
            return self._runs_over_mark(before, text, ended, full)
        if before == before.upper() and self.mark is not None:
            return text == text.upper() and not ended
        if full:
            return True
        if ended or len(before) < self.layout.width * 0.45:
            return False
        if not self.first or self.mark is None or self.mark.style.startswith("bullet"):
            return before != before.upper()
        return self._open or before.endswith((",", "-", "–")) or bool(_HUNG_WORD.search(before))

    def _runs_over_mark(self, before: str, text: str, ended: bool, full: bool) -> bool:
        """A line that begins like a list item but is the middle of a sentence ("Thi đua / - Khen thưởng")."""
        if ended or not full:
            return False
        if text[0] in "-–—":
            rest = text[1:].lstrip()
            return self._open or rest[:1].islower() or bool(_COMPOUND.search(before))
        if text[0] in "+*•":
            return False
        return bool(_HUNG_WORD.search(before)) or (self._open and text[0].islower())
