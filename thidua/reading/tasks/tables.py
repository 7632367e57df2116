"""Tables of work (nội dung | đơn vị chủ trì | thời gian): rows on one line, or, as Word gives them, a cell a line."""

import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Literal

from thidua.reading import deadlines, offices
from thidua.reading.cells import cells
from thidua.reading.facts import Span
from thidua.reading.text import Text
from thidua.reading.words import words_of
from thidua.vn.fold import fold

Column = Literal["number", "deed", "lead", "with", "time", "other"]

_LABELS: tuple[tuple[Column, re.Pattern[str]], ...] = (
    ("number", re.compile(r"(?:s?tt|so tt|so thu tu)$")),
    ("with", re.compile(r"(?:(?:don vi|co quan|bo phan) )?phoi hop(?: thuc hien)?$")),
    (
        "lead",
        re.compile(
            r"(?:(?:(?:don vi|co quan|bo phan|nguoi|ca nhan|lanh dao|ca nhan bo phan|phong|phong don vi) )?(?:chu tri|thuc hien|phu trach|chiu trach nhiem|tham muu)(?: thuc hien| chinh)?"
            r"|phan cong(?: thuc hien| nhiem vu)?|trach nhiem(?: thuc hien)?|don vi|bo phan)$"
        ),
    ),
    (
        "time",
        re.compile(
            r"(?:thoi gian|thoi han|tien do|moc thoi gian|hoan thanh)(?: (?:hoan thanh|thuc hien|to chuc|du kien))?$"
        ),
    ),
    (
        "deed",
        re.compile(
            r"(?:ten |cac )?(?:noi dung|nhiem vu|cong viec|hoat dong|dau viec)(?: (?:noi dung|nhiem vu|cong viec|hoat dong|thuc hien|cong tac|chu yeu|cu the|trien khai))*$"
        ),
    ),
    (
        "other",
        re.compile(
            r"(?:ghi chu|san pham|ket qua|dia diem|kinh phi|du kien kinh phi|san pham dau ra|hinh thuc|nguon kinh phi)$"
        ),
    ),
)
_MAYBE = re.compile(
    r"\W*(?:s?tt|so tt|so thu tu|(?:ten |cac )?(?:noi dung|nhiem vu|cong viec|hoat dong|dau viec)|thoi gian|ngay)\b"
)
_MAYBE_LINE = re.compile(rf"\n(?={_MAYBE.pattern})")
_ENDS = ("footer", "signature", "type", "title", "header", "footnote")
_LONGEST_LABEL = 40
_MOST_COLUMNS = 12


@dataclass
class Row:
    """One row: its deed and the rest as flat stretches."""

    deed: list[tuple[int, int]] = field(default_factory=list)
    lead: list[str] = field(default_factory=list)
    partners: list[str] = field(default_factory=list)
    time: deadlines.Deadline | None = None

    @property
    def start(self) -> int:
        return self.deed[0][0]

    @property
    def end(self) -> int:
        return self.deed[-1][1]


def rows(text: Text) -> tuple[list[Row], set[int]]:
    """The rows of all tables of work, and the indexes of the blocks that they take."""
    found: list[Row] = []
    taken: set[int] = set()
    index = 0
    for place in _MAYBE_LINE.finditer(text.plain):
        at = text.block_at(place.start() + 1)
        if at < index:
            continue
        columns, start, rest = _head(text, at)
        if not columns:
            index = start
            continue
        index = at
        stop = _Table(text, columns, found).read(start, rest)
        taken.update(range(index, stop))
        index = stop
    return [row for row in found if row.deed and row.lead], taken


def _head(text: Text, index: int) -> tuple[list[Column], int, list[Span]]:
    """The columns of a table whose head begins at a block (none where it is no head), the block behind the labels,
    and cells left over in its last block."""
    if not _MAYBE.match(text.plain, text.blocks[index].start):
        return [], index + 1, []
    columns: list[Column] = []
    rest: list[Span] = []
    at = index
    while at < min(len(text.blocks), index + _MOST_COLUMNS) and not rest:
        block = text.blocks[at]
        split = cells(text, block.start, block.end)
        labels = [_column(text.flat[start:end]) for start, end in split]
        known = next((place for place, label in enumerate(labels) if label is None), len(labels))
        if not known:
            break
        columns += [label for label in labels[:known] if label]
        rest = split[known:]
        at += 1
    is_head = len(columns) >= 3 and {"deed", "lead"} <= set(columns)
    return (columns, at, rest) if is_head else ([], max(at, index + 1), [])


@lru_cache(maxsize=512)
def _column(label: str) -> Column | None:
    if len(label) > _LONGEST_LABEL:
        return None
    folded = fold(label)
    return next((column for column, pattern in _LABELS if pattern.match(folded)), None)


class _Table:
    """Reads rows until the table ends."""

    def __init__(self, text: Text, columns: list[Column], found: list[Row]) -> None:
        self.text, self.columns, self.found = text, columns, found
        self.row = Row()

    def read(self, index: int, rest: list[Span]) -> int:
        """Reads the rows from a block on, after the cells left over; the block behind the table."""
        self._cells(rest)
        blocks = self.text.blocks
        while index < len(blocks) and not self._is_over(index):
            self._cells(cells(self.text, blocks[index].start, blocks[index].end))
            index += 1
        self._flush()
        return index

    def _cells(self, split: list[Span]) -> None:
        row: list[Span] = []
        for start, end in split:
            if row and len(split) > 1 and self.text.flat[start:end].strip().isdigit():
                self._row(row)
                row = []
            row.append((start, end))
        self._row(row)

    def _row(self, row: list[Span]) -> None:
        if len(row) == len(self.columns):
            self._flush()
            for column, (start, end) in zip(self.columns, row, strict=True):
                self._put(column, start, end)
            self._flush()
        else:
            for start, end in row:
                self._guess(start, end)

    def _is_over(self, index: int) -> bool:
        block = self.text.blocks[index]
        if block.kind in _ENDS or block.end - block.start > 900:
            return True
        line = self.text.flat[block.start : block.end]
        if (
            block.number is not None
            and block.kind in ("heading", "item")
            and ("number" in self.columns or block.number[0] in "IVXPĐ")
        ):
            return True
        capitals = line == line.upper() and line.count(" ") >= 2 and "|" not in line
        return capitals or self.text.plain.startswith(("tren day", "noi nhan", "ghi chu:"), block.start)

    def _guess(self, start: int, end: int) -> None:
        """A cell on a line of its own: a number, a time, an office, or else (part of) the deed."""
        printed = self.text.flat[start:end].strip(" .|")
        if not printed:
            return
        if re.fullmatch(r"\d{1,3}|[IVX]{1,5}|[a-z]", printed):
            self._flush()
        elif self._is_time(start, end):
            self._put("time", start, end)
        elif self.row.deed and self._is_office(start, end):
            self._put(
                "with" if self.row.lead and "with" in self.columns and self.row.time is None else "lead",
                start,
                end,
            )
        elif _column(printed) is None:
            if self.row.lead or self.row.time:
                self._flush()
            self._put("deed", start, end)

    def _is_time(self, start: int, end: int) -> bool:
        if end - start > 60 or not self.row.deed:
            return False
        plain = self.text.plain[start:end]
        found = deadlines.labelled(self.text, start, end)
        return (
            re.match(
                r"(?:thang|quy|truoc|trong|cham|het|cuoi|dau|ngay|den|tu|nam|thuong xuyen|hang|hoan thanh|theo|6 thang|\d{1,2}/)",
                plain,
            )
            is not None
            and found is not None
        )

    def _is_office(self, start: int, end: int) -> bool:
        words = words_of(self.text, start, end, 60)
        name = offices.name_at(words, 0) if words else None
        if name is not None and name.last >= len(words) - 1:
            return True
        return (
            not self.row.lead
            and end - start < 50
            and offices.might_begin(words.plains[0])
            and words[0].capital
        )

    def _put(self, column: Column, start: int, end: int) -> None:
        printed = self.text.flat[start:end].strip(" .,;:|-–")
        if not printed:
            return
        if column == "deed":
            self.row.deed.append((start, end))
        elif column == "lead":
            self.row.lead.append(printed)
        elif column == "with":
            self.row.partners.append(printed)
        elif column == "time":
            self.row.time = deadlines.labelled(self.text, start, end)

    def _flush(self) -> None:
        if self.row.deed:
            self.found.append(self.row)
        self.row = Row()
