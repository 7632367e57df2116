"""Tables of award figures (danh hiệu | tập thể | cá nhân): rows on one line, or, as Word gives them, a cell a line."""

import re
from dataclasses import dataclass, field
from functools import lru_cache

from thidua.reading import lexicon
from thidua.reading.cells import cells
from thidua.reading.facts import RecipientKind, Span
from thidua.reading.text import Text
from thidua.vn.fold import fold

_MAYBE = re.compile(r"\W*(?:s?tt|so tt|danh hieu|hinh thuc|ten danh hieu|cac danh hieu|noi dung)\b")
_MAYBE_LINE = re.compile(rf"\n(?={_MAYBE.pattern})")
_NAMES = re.compile(
    r"(?:(?:cac |ten )?(?:danh hieu|hinh thuc|loai hinh|noi dung|chi tieu)(?: thi dua| khen thuong| hinh thuc| danh hieu)*)$"
)
_NUMBERS = re.compile(r"(?:s?tt|so tt|so thu tu)$")
_COUNTS = re.compile(
    r"(?:so luong|tong so|tong|tong cong|so)?\s?(?P<kind>tap the|ca nhan|ho gia dinh|ho)?(?: duoc (?:khen|tang))?(?: duoc khen thuong)?$"
)
_OTHERS = re.compile(
    r"(?:ghi chu|so quyet dinh|quyet dinh|ty le|ty le %|co quan khen|cap khen|nam|don vi tinh|thoi gian)\b"
)
_KINDS: dict[str, RecipientKind] = {
    "tap the": "tap_the",
    "ca nhan": "ca_nhan",
    "ho gia dinh": "ho_gia_dinh",
    "ho": "ho_gia_dinh",
}
_COUNT = re.compile(r"(?:\d{1,3}(?:[.,]\d{3})+|\d{1,6})$")
_IN_BRACKETS = re.compile(r"\((?:\d+\s)?(?P<kind>tap the|ca nhan|ho gia dinh)\)")
_OUTSIDE = ("header", "type", "title", "footer", "signature")
_LONGEST = 160
_MOST_COLUMNS = 12
Count = RecipientKind | None | str


@dataclass(frozen=True, slots=True)
class Cell:
    """A figure of a table: its place, award and recipients."""

    count: int
    award: lexicon.Found
    kind: RecipientKind | None
    start: int
    end: int


@dataclass
class _Row:
    award: lexicon.Found | None = None
    kind: RecipientKind | None = None
    number: int | None = None
    counts: list[tuple[int, int, int]] = field(default_factory=list)


def figures(text: Text) -> tuple[list[tuple[int, Cell]], dict[int, int]]:
    """The figures of all award tables, each with the index of its block, and how far tables take which blocks."""
    found: list[tuple[int, Cell]] = []
    taken: dict[int, int] = {}
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
        table = _Table(text, columns, found)
        stop = table.read(start, rest)
        taken.update((one, text.blocks[one].end) for one in range(index, stop))
        if table.prose is not None:
            taken[stop - 1] = table.prose
        index = max(stop, index + 1)
    return found, taken


def _head(text: Text, index: int) -> tuple[list[str], int, list[Span]]:
    """The count columns of a table's head ("", or a kind in words; none where it is no head), the block behind the
    labels, and cells left over."""
    if text.blocks[index].kind in _OUTSIDE or not _MAYBE.match(text.plain, text.blocks[index].start):
        return [], index + 1, []
    columns: list[str] = []
    named = counted = False
    rest: list[Span] = []
    at = index
    while at < min(len(text.blocks), index + _MOST_COLUMNS) and not rest:
        block = text.blocks[at]
        split = cells(text, block.start, block.end)
        labels = [_label(text.flat[start:end]) for start, end in split]
        known = next((place for place, label in enumerate(labels) if label is None), len(labels))
        if not known:
            break
        for label in labels[:known]:
            named = named or label == "name"
            if label is not None and label.startswith("count"):
                columns.append(label[5:])
                counted = True
        rest = split[known:]
        at += 1
    return (columns, at, rest) if named and counted else ([], max(at, index + 1), [])


@lru_cache(maxsize=512)
def _label(printed: str) -> str | None:
    if len(printed) > 40:
        return None
    folded = fold(printed)
    if not folded:
        return None
    if _NAMES.match(folded):
        return "name"
    if _NUMBERS.match(folded):
        return "number"
    count = _COUNTS.match(folded)
    if count:
        return "count" + (count["kind"] or "")
    return "other" if _OTHERS.match(folded) else None


class _Table:
    def __init__(self, text: Text, columns: list[str], found: list[tuple[int, Cell]]) -> None:
        self.text, self.columns, self.found = text, columns, found
        self.row = _Row()
        self.last_number = 0
        self.index = 0
        self.prose: int | None = None

    def read(self, index: int, rest: list[Span]) -> int:
        """Reads the rows from a block on, after the cells left over; the block behind the table."""
        self.index = max(0, index - 1)
        self._cells(rest)
        while index < len(self.text.blocks) and self.prose is None:
            block = self.text.blocks[index]
            if block.kind in _OUTSIDE or block.kind == "heading":
                break
            self.index = index
            split = cells(self.text, block.start, block.end)
            if len(split) == 1 and not self._belongs(block.start, block.end):
                break
            self._cells(split)
            index += 1
        self._flush()
        return index

    def _cells(self, split: list[Span]) -> None:
        """Cells up to one that is prose: the paragraph behind a table, run together with its last row."""
        for start, end in split:
            if len(split) > 1 and not self._belongs(start, end):
                self.prose = start
                return
            self._cell(start, end)

    def _belongs(self, start: int, end: int) -> bool:
        printed = self.text.flat[start:end].strip()
        return (
            len(printed) <= _LONGEST
            and not printed.endswith((".", ";", ":"))
            and not (len(printed) > 60 and not self._award(start, end))
        )

    def _award(self, start: int, end: int) -> lexicon.Found | None:
        found = lexicon.find_all(self.text.flat, self.text.plain, start, end)
        return found[0] if found else None

    def _cell(self, start: int, end: int) -> None:
        printed = self.text.flat[start:end].strip(" .|-–")
        if _COUNT.fullmatch(printed):
            self._count(start, end, int(re.sub(r"\D", "", printed)))
        elif award := self._award(start, end):
            number = self.row.number
            if self.row.award is not None:
                self._flush()
                number = None
            kind = _IN_BRACKETS.search(self.text.plain, start, end)
            self.row = _Row(award, _KINDS[kind["kind"]] if kind else None, number)

    def _count(self, start: int, end: int, count: int) -> None:
        full = len(self.row.counts) >= len(self.columns)
        if (
            self.row.award is None
            or full
            or (count == self.last_number + 1 and self.row.counts and start > 0 and self._new_line(start))
        ):
            self._flush()
            self.last_number = count
            self.row = _Row(number=count)
        else:
            self.row.counts.append((count, start, end))

    def _new_line(self, start: int) -> bool:
        return self.text.flat[start - 1] == "\n"

    def _flush(self) -> None:
        row, self.row = self.row, _Row()
        if row.award is None:
            return
        columns = self.columns if len(row.counts) == len(self.columns) else self.columns[: len(row.counts)]
        parts = [column for column in columns if column]
        for (count, start, end), column in zip(row.counts, columns, strict=False):
            if parts and not column and len(columns) > 1:
                continue
            if count:
                kind = _KINDS.get(column) or row.kind or row.award.award.kind
                self.found.append(
                    (
                        self.index,
                        Cell(count, row.award, kind, min(start, row.award.start), max(end, row.award.end)),
                    )
                )
