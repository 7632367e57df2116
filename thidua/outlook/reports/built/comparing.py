"""What changed between two workings-out of one outline: after freezing, or from last period to this one.

Blocks are matched by their keys, figures and items too; a heading that moved or was renamed changes nothing.
"""

from collections.abc import Collection
from dataclasses import dataclass

from thidua.outlook.reports.built.parts import Block, Built, Figure, Item, Ref, Section, State

STATES: dict[State, str] = {
    "full": "có số liệu",
    "gap": "còn thiếu",
    "nil": "không phát sinh",
    "written": "đã viết",
    "open": "chưa viết",
    "skipped": "bỏ qua",
    "empty": "không có nội dung",
}
_NONE = "chưa có"
_SHOWN = 5


@dataclass(frozen=True, slots=True)
class FigureChange:
    """Of one number; `old` or `new` is None where only the other has it. The same number from other records counts."""

    key: str
    label: str
    old: Figure | None
    new: Figure | None
    added: tuple[Ref, ...] = ()
    removed: tuple[Ref, ...] = ()

    def sentence(self, *, told: Collection[str] = ()) -> str:
        """In Vietnamese; the records in `told` are named elsewhere."""
        old, new = (figure.text if figure else _NONE for figure in (self.old, self.new))
        text = f"{self.label}: {old}, nay là {new}" if old != new else f"{self.label}: vẫn là {new}"
        named = [
            f"{word} {_named(fresh)}"
            for word, refs in (("thêm", self.added), ("bớt", self.removed))
            if (fresh := [ref.label for ref in refs if ref.key not in told])
        ]
        return f"{text} ({'; '.join(named)})" if named else text


def _named(labels: list[str]) -> str:
    """The first few by name."""
    rest = len(labels) - _SHOWN
    return ", ".join(labels[:_SHOWN]) + (f" và {rest} bản ghi khác" if rest > 0 else "")


@dataclass(frozen=True, slots=True)
class Change:
    """Of one block."""

    block: str
    heading: str
    """ "1.2. Văn bản của cấp trên" as the newer one has it; empty for the opening."""
    state: tuple[State | None, State | None] | None = None
    """Before and after, where it changed; None on a side that has no such block."""
    figures: tuple[FigureChange, ...] = ()
    added: tuple[Item, ...] = ()
    removed: tuple[Item, ...] = ()
    reworded: tuple[tuple[Item, Item], ...] = ()
    """The same records told in other words: a number or a date was mended."""
    text: tuple[str, str] | None = None
    """The officer's words before and after."""

    @property
    def lines(self) -> tuple[str, ...]:
        """In Vietnamese, a sentence each."""
        told = []
        if self.state:
            old, new = (STATES[state] if state else _NONE for state in self.state)
            told.append(f"Tình trạng: {old}, nay {new}")
        items = {item.key for item in (*self.added, *self.removed)}
        told += [figure.sentence(told=items) for figure in self.figures]
        told += [f"Thêm: {item.plain}" for item in self.added]
        told += [f"Bớt: {item.plain}" for item in self.removed]
        told += [f"Sửa: {old.plain} thành {new.plain}" for old, new in self.reworded]
        if self.text:
            told.append(
                "Lời văn đã sửa"
                if all(self.text)
                else "Lời văn mới viết"
                if self.text[1]
                else "Lời văn đã bỏ"
            )
        return tuple(told)

    def __str__(self) -> str:
        return f"{self.heading or 'Phần mở đầu'}: {'; '.join(self.lines)}."


def compare(old: Built, new: Built) -> list[Change]:
    """Every block that differs, in the order of the newer report; what only the older had comes last."""
    before = {block.key: (section, block) for section, block in old.blocks()}
    changes = []
    for section, block in new.blocks():
        _, was = before.pop(block.key, (None, None))
        changes.append(_change(section, was, block))
    changes += [_change(section, block, None) for section, block in before.values()]
    return [change for change in changes if change]


def _change(section: Section | None, old: Block | None, new: Block | None) -> Change | None:
    block = new or old
    if block is None:
        return None
    before = {item.key: item for item in old.items} if old else {}
    after = {item.key: item for item in new.items} if new else {}
    texts = (old.text if old else "", new.text if new else "")
    states = (old.state if old else None, new.state if new else None)
    change = Change(
        block=block.key,
        heading=f"{section.number}. {section.title}" if section else "",
        state=states if states[0] != states[1] else None,
        figures=_figures(old.figures if old else (), new.figures if new else ()),
        added=tuple(item for key, item in after.items() if key not in before),
        removed=tuple(item for key, item in before.items() if key not in after),
        reworded=tuple(
            (before[key], item)
            for key, item in after.items()
            if key in before and before[key].plain != item.plain
        ),
        text=texts if texts[0] != texts[1] else None,
    )
    return change if change.lines else None


def _figures(old: tuple[Figure, ...], new: tuple[Figure, ...]) -> tuple[FigureChange, ...]:
    before = {figure.key: figure for figure in old}
    after = {figure.key: figure for figure in new}
    changes = (_figure(before.get(key), after.get(key)) for key in dict.fromkeys((*after, *before)))
    return tuple(change for change in changes if change)


def _figure(old: Figure | None, new: Figure | None) -> FigureChange | None:
    figure = new or old
    if figure is None:
        return None
    was, now = ({ref.key: ref for ref in each.refs} if each else {} for each in (old, new))
    added = tuple(ref for key, ref in now.items() if key not in was)
    removed = tuple(ref for key, ref in was.items() if key not in now)
    if old and new and (old.text, old.numbers) == (new.text, new.numbers) and not added and not removed:
        return None
    return FigureChange(figure.key, figure.label, old, new, added, removed)
