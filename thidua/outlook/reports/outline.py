"""An outline (đề cương) as data: numbered headings, and below each what stands there and where it is looked for.

Shipped ones are `outlines/*.yaml`; a body's own, made from a superior's letter, are rows with the same content.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal

from thidua.vn.periods import Period, calendar_year

BlockKind = Literal["list", "figure", "narrative"]
Window = Literal["period", "in_force", "last_year", "next", "before"]
"""Of a block, against the report's period: `period` what was issued, held or done in it; `in_force` what holds on some
day of it; `last_year` the merit year before; `next` the period that follows; `before` all up to its end."""


_FIRST_DAY = date(1900, 1, 1)


def stretch_of(window: Window, period: Period) -> Period:
    """The days that a window means for a report's period."""
    if window == "last_year":
        return calendar_year(period.year - 1)
    if window == "next":
        return period.following()
    if window == "before":
        return Period(_FIRST_DAY, period.until, period.label, period.year)
    return period


@dataclass(frozen=True, slots=True)
class BlockSpec:
    """One block under a heading."""

    key: str
    """Once in an outline, and the same in outlines that ask the same: last period's text is found by it."""
    kind: BlockKind
    query: str = ""
    """A name of `figures.QUERIES`; empty for narratives."""
    window: Window = "period"
    params: Mapping[str, Any] = field(default_factory=dict)
    lead: str = ""
    """The sentence that the records stand in. Figures take the place of {count}, {turnout}, …; {period} is the period
    in words. A list is led in by it. What stands in [ ] is left out where a figure in it is not known."""
    one: str = ""
    """The same where there is a single record; empty: `lead` does."""
    missing: str = ""
    """What to say where nothing is recorded: "chưa có kế hoạch kiểm tra trong kỳ"."""
    supplier: str = ""
    """Who can supply it, as an office's function: "Văn phòng Sở", "người phụ trách tuyên truyền"."""
    nil: str = ""
    """Code of the nil statement that answers an empty block (`register.Statement.what`); empty: nil is no answer here."""
    nil_text: str = ""
    """How a confirmed nil is printed."""
    module: str = ""
    """The module that is to come, for records that no module holds yet: the block is then a named gap."""
    is_optional: bool = False
    """An empty block is no gap: nothing is printed."""


@dataclass(frozen=True, slots=True)
class SectionSpec:
    number: str
    """As printed, without dot: "I", "2", "2.1", "2.1.1"."""
    title: str
    blocks: tuple[BlockSpec, ...] = ()
    sections: tuple["SectionSpec", ...] = ()


@dataclass(frozen=True, slots=True)
class Outline:
    key: str
    name: str
    abstract: str
    """With {period} and {next}: "Sơ kết công tác thi đua, khen thưởng {period} và phương hướng, nhiệm vụ {next}"."""
    periods: tuple[str, ...]
    """Kinds of `vn.periods.Period` that it is for, the usual one first."""
    sections: tuple[SectionSpec, ...]
    opening: tuple[BlockSpec, ...] = ()
    """Blocks before the first heading: on whose request, in one sentence."""
    closing: str = ""
    """The last sentence."""
    recipients: tuple[str, ...] = ()

    def walk(self) -> Iterator[tuple[str, int, SectionSpec]]:
        """(key, level from 1, section) in order of printing; the key "I.2.1.1" is once in an outline."""

        def below(
            sections: tuple[SectionSpec, ...], level: int, top: str, above: str, number: str
        ) -> Iterator[tuple[str, int, SectionSpec]]:
            for section in sections:
                # "2.1" below "2" says where it stands; "a)" and "1" do not.
                owner = top if number and section.number.startswith(f"{number}.") else above
                is_whole = not owner or section.number.startswith(f"{owner}.")
                key = section.number if is_whole else f"{owner}.{section.number}"
                yield key, level, section
                yield from below(section.sections, level + 1, top or key, key, section.number)

        yield from below(self.sections, 1, "", "", "")

    def block(self, key: str) -> BlockSpec:
        """The block of that key; KeyError where the outline has none."""
        for block in self.opening:
            if block.key == key:
                return block
        for _, _, section in self.walk():
            for block in section.blocks:
                if block.key == key:
                    return block
        raise KeyError(key)
