"""What the report's page draws: the outline with its marks, the paper with what can be pressed, gaps with who can supply."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse

from thidua.kit.papers.blocks import Gap, Span, spans
from thidua.kit.papers.blocks import Item as PrintedItem
from thidua.outlook.reports import selectors
from thidua.outlook.reports.built import Block, Built, Change, Item, Section
from thidua.outlook.reports.models import Report
from thidua.outlook.reports.outline import BlockSpec
from thidua.outlook.reports.papers import lines_of
from thidua.outlook.reports.selectors import AskedTask
from thidua.work.programme.selectors import Assignee

MARKS = {"gap": "thiếu", "open": "chưa viết", "full": "đủ"}
DEEPEST = 4


@dataclass(frozen=True)
class Mark:
    """One heading of the outline."""

    key: str
    text: str
    level: int
    state: str
    """Of everything below it: gap, open, full, none."""
    gaps: int = 0
    is_leaf: bool = True
    is_chosen: bool = False

    @property
    def said(self) -> str:
        if self.state == "gap" and (not self.is_leaf or self.gaps > 1):
            return f"thiếu {self.gaps}"
        return MARKS.get(self.state, "")


@dataclass(frozen=True)
class Outlined:
    """The left column: the strip of squares counts headings that hold something of their own."""

    marks: tuple[Mark, ...]
    cells: tuple[str, ...]

    def count(self, state: str) -> int:
        return sum(cell == state for cell in self.cells)

    @property
    def full(self) -> int:
        return self.count("full")

    @property
    def gap(self) -> int:
        return self.count("gap")

    @property
    def open(self) -> int:
        return self.count("open")

    @property
    def said(self) -> str:
        return f"{self.full} mục đủ, {self.gap} mục thiếu, {self.open} mục chưa viết"


def outlined(built: Built, chosen: str = "") -> Outlined:
    """`chosen`: the key of the block that the panel is about."""
    marks = []
    for place, section in enumerate(built.sections):
        below = _below(built.sections, place)
        states = {each.state for each in (section, *below)}
        state = next((each for each in ("gap", "open", "full") if each in states), "none")
        marks.append(
            Mark(
                key=section.key,
                text=f"{section.number}. {section.title}",
                level=section.level,
                state=state,
                gaps=sum(each.gaps for each in (section, *below)),
                is_leaf=not below,
                is_chosen=bool(chosen) and any(block.key == chosen for block in section.blocks),
            )
        )
    cells = tuple(section.state for section in built.sections if section.state != "none")
    return Outlined(tuple(marks), cells)


def _below(sections: tuple[Section, ...], place: int) -> list[Section]:
    found = []
    for section in sections[place + 1 :]:
        if section.level <= sections[place].level:
            break
        found.append(section)
    return found


@dataclass(frozen=True)
class Bit:
    """Some words of a line; with `url` they open what they stand on."""

    text: str
    ref: str = ""
    url: str = ""
    is_chosen: bool = False
    was: str = ""
    """The frozen value is told; this is what the records say now."""


@dataclass(frozen=True)
class Line:
    """A paragraph, or a line of a list with its mark."""

    bits: tuple[Bit, ...]
    mark: str = ""


@dataclass(frozen=True)
class Shown:
    """One block on the paper: its lines as they will be printed."""

    key: str
    state: str
    lines: tuple[Line, ...]
    block: Block
    spec: BlockSpec | None = None
    asked: tuple[AskedTask, ...] = ()
    supplier: str = ""
    """Who can supply, named as far as known."""
    changed: tuple[str, ...] = ()
    """What has changed under it since the freezing."""

    @property
    def takes_nil(self) -> bool:
        return bool(self.spec and self.spec.nil)

    @property
    def takes_number(self) -> bool:
        return self.spec is not None and selectors.counts_by_hand(self.spec)

    @property
    def supplier_short(self) -> str:
        """On the button."""
        return self.supplier.split(",")[0]

    @property
    def statement(self) -> str:
        """Id of the statement that says nil."""
        return self.block.nil.key.partition(":")[2] if self.block.nil else ""

    @property
    def nil_told(self) -> str:
        """Of what and in which stretch: after the words "Không phát sinh"."""
        label = self.block.nil.label if self.block.nil else ""
        return label.partition(": ")[2] or label

    @property
    def open_task(self) -> AskedTask | None:
        return next((task for task in reversed(self.asked) if task.is_open), None)


@dataclass(frozen=True)
class Part:
    """A heading with its blocks; the opening has none."""

    section: Section | None
    blocks: tuple[Shown, ...]

    @property
    def level(self) -> int:
        return min(self.section.level, DEEPEST) if self.section else 0

    @property
    def tag(self) -> str:
        """The page has the first level of headings, the paper's title the second."""
        return f"h{self.level + 2}"

    @property
    def heading(self) -> str:
        assert self.section is not None
        title = self.section.title.upper() if self.section.level == 1 else self.section.title
        return f"{self.section.number}. {title}"


@dataclass(frozen=True)
class Drawing:
    """What the blocks are drawn with."""

    report: Report
    opens: bool
    """Whether whoever looks may open the records."""
    chosen: tuple[str, str] = ("", "")
    changes: Mapping[str, Change] | None = None
    asked: Mapping[str, tuple[AskedTask, ...]] | None = None
    people: Mapping[str, Assignee] | None = None
    specs: Mapping[str, BlockSpec] | None = None

    def parts(self, built: Built) -> list[Part]:
        opening = Part(None, tuple(self.shown(block, None) for block in built.opening))
        return [
            opening,
            *(Part(each, tuple(self.shown(block, each) for block in each.blocks)) for each in built.sections),
        ]

    def shown(self, block: Block, section: Section | None) -> Shown:
        change = (self.changes or {}).get(block.key)
        now = (
            {each.key: each.new.text if each.new else "không còn" for each in change.figures}
            if change
            else {}
        )
        printed = lines_of(replace(block, items=tuple(_linked(item) for item in block.items)), section)
        return Shown(
            key=block.key,
            state=block.state,
            lines=tuple(self._line(block, line, now) for line in printed if not isinstance(line, Gap)),
            block=block,
            spec=(self.specs or {}).get(block.key),
            asked=(self.asked or {}).get(block.key, ()),
            supplier=self._supplier(block.supplier),
            changed=change.lines if change else (),
        )

    def _line(self, block: Block, line: Any, now: Mapping[str, str]) -> Line:
        bits = tuple(self._bit(block, span, now) for span in spans(line.text))
        return Line(bits, line.mark if isinstance(line, PrintedItem) else "")

    def _bit(self, block: Block, span: Span, now: Mapping[str, str]) -> Bit:
        if not span.ref or not self.opens:
            return Bit(span.text)
        fresh = now.get(span.ref, "")
        return Bit(
            span.text,
            span.ref,
            source_url(self.report, block.key, span.ref),
            is_chosen=self.chosen == (block.key, span.ref),
            was=fresh if fresh != span.text else "",
        )

    def _supplier(self, text: str) -> str:
        known = (self.people or {}).get(text)
        if known is None or not (known.person or known.unit):
            return text[:1].upper() + text[1:]
        named = [known.person.full_name if known.person else "", known.unit.name if known.unit else ""]
        return ", ".join(part for part in named if part)


def _linked(item: Item) -> Item:
    """A line whose words lead nowhere leads to its record as a whole."""
    if not item.refs or any(piece.ref for piece in item.text):
        return item
    return replace(item, text=tuple(replace(piece, ref=item.key) for piece in item.text))


def source_url(report: Report, block: str, ref: str) -> str:
    return f"{reverse('reports:report', args=[report.pk])}?{urlencode({'khoi': block, 'ref': ref})}"


def by_block(changes: Iterable[Change]) -> dict[str, Change]:
    return {change.block: change for change in changes}
