"""The panel of one figure or line: its value, how it was counted, the records, where else they stand, last period's value."""

from dataclasses import dataclass
from datetime import datetime

from django.urls import NoReverseMatch, reverse

from thidua.outlook.reports.built import Block, Built, Figure, FigureChange, Item, Ref, Section
from thidua.outlook.reports.selectors import Before

SHOWN = 100
"""Records that the panel lists; the annex of the printed report has them all."""

_ICONS = {
    "register.Document": "file-text",
    "meetings.Meeting": "calendar",
    "meetings.Attendance": "list-details",
    "movements.Movement": "flag",
    "programme.Task": "list-check",
    "register.Statement": "writing",
    "register.Consultation": "message",
}
_REGISTERS = {
    "register.Document": ("sổ văn bản", "register:list"),
    "register.Consultation": ("sổ văn bản", "register:list"),
    "meetings.Meeting": ("cuộc họp", "meetings:list"),
    "meetings.Attendance": ("bảng điểm danh", "meetings:list"),
    "movements.Movement": ("phong trào", "movements:list"),
    "programme.Task": ("nhiệm vụ", "programme:board"),
}
"""Where a wrong record is put right, by the model of its key."""


@dataclass(frozen=True)
class Evidence:
    """One record behind it."""

    ref: Ref
    icon: str
    url: str
    may_leave: bool = False
    """It stands as a line of its own under this heading, so it can be taken out."""


@dataclass(frozen=True)
class Elsewhere:
    section: Section
    count: int


@dataclass(frozen=True)
class Source:
    block: Block
    key: str
    value: str
    """The figure as printed; empty for a line of a list."""
    label: str
    heading: str
    words: str
    records: tuple[Evidence, ...]
    total: int
    elsewhere: tuple[Elsewhere, ...]
    at: datetime
    may_leave: bool
    mend: tuple[str, str] = ("", "")
    earlier: str = ""
    earlier_of: str = ""
    change: FigureChange | None = None

    @property
    def rest(self) -> int:
        return self.total - len(self.records)


def source_of(
    built: Built,
    block_key: str,
    ref: str,
    *,
    before: Before | None,
    change: FigureChange | None = None,
    may_leave: bool = False,
) -> Source | None:
    """None where the block or the reference is not (or no longer) in the report."""
    for section, block in built.blocks():
        if block.key != block_key:
            continue
        line = _line(block, ref)
        if line is None:
            return None
        heading = f"mục {section.number}" if section else "phần mở đầu"
        return _drawn(built, section, block, line, ref, heading, before, change, may_leave)
    return None


def _line(block: Block, ref: str) -> Figure | Item | None:
    for figure in block.figures:
        if figure.key == ref:
            return figure
    for item in block.items:
        if item.key == ref or any(each.key == ref for each in item.refs):
            return item
    return None


def _drawn(
    built: Built,
    section: Section | None,
    block: Block,
    line: Figure | Item,
    ref: str,
    heading: str,
    before: Before | None,
    change: FigureChange | None,
    may_leave: bool,
) -> Source:
    is_figure = isinstance(line, Figure)
    lines = {item.key for item in block.items}
    earlier, earlier_of = _earlier(before, block.key, ref) if is_figure else ("", "")
    return Source(
        block=block,
        key=ref,
        value=line.text if isinstance(line, Figure) else "",
        label=line.label if isinstance(line, Figure) else line.plain,
        heading=heading,
        words=(line.words if isinstance(line, Figure) else "") or block.words,
        records=tuple(
            Evidence(each, _ICONS.get(_model(each.key), "file-text"), each.url, each.key in lines)
            for each in line.refs[:SHOWN]
        ),
        total=len(line.refs),
        elsewhere=_elsewhere(built, section, line),
        at=built.at,
        may_leave=may_leave,
        mend=_mend(line.refs),
        earlier=earlier,
        earlier_of=earlier_of,
        change=change,
    )


def _model(key: str) -> str:
    return key.partition(":")[0]


def _elsewhere(built: Built, here: Section | None, line: Figure | Item) -> tuple[Elsewhere, ...]:
    """Other headings that tell of the same records."""
    mine = {ref.key for ref in line.refs}
    others = [section for section in built.sections if here is None or section.key != here.key]
    shared = [(section, len(mine & section.records)) for section in others]
    return tuple(Elsewhere(section, count) for section, count in shared if count)


def _earlier(before: Before | None, block: str, ref: str) -> tuple[str, str]:
    if before is None:
        return "", ""
    for _, each in before.built.blocks():
        if each.key == block:
            for figure in each.figures:
                if figure.key == ref:
                    return figure.text, before.period.printed
    return "chưa có", before.period.printed


def _mend(refs: tuple[Ref, ...]) -> tuple[str, str]:
    """One record is put right on its page, several in their register."""
    if not refs:
        return "", ""
    name, url_name = _REGISTERS.get(_model(refs[0].key), ("bản ghi gốc", ""))
    if len(refs) == 1 and refs[0].url:
        return refs[0].label, refs[0].url
    try:
        return (name, reverse(url_name)) if url_name else ("", "")
    except NoReverseMatch:
        return "", ""
