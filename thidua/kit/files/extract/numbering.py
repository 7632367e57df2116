"""The numbers that Word puts before paragraphs by itself: "I.", "1.", "a)", "-". They are not in the text of the file."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from thidua.kit.files.extract.archive import Element
from thidua.kit.files.extract.letters import OldFont, decode_runs
from thidua.kit.files.extract.styles import Styles, attribute, child, letters, local, numbered, value, whole

_ROMAN = (
    (1000, "M"),
    (900, "CM"),
    (500, "D"),
    (400, "CD"),
    (100, "C"),
    (90, "XC"),
    (50, "L"),
    (40, "XL"),
    (10, "X"),
    (9, "IX"),
    (5, "V"),
    (4, "IV"),
    (1, "I"),
)
_KEPT_BULLETS = frozenset("-–—+*")


@dataclass(frozen=True, slots=True)
class Level:
    start: int
    format: str
    text: str
    """As in the file: "%1.%2)"."""
    gap: str
    restart: int | None
    """None: with every higher level; 0: never; n: only with a level above the n-th."""
    all_decimal: bool
    style: str | None
    font: OldFont | None


@dataclass(frozen=True, slots=True)
class NumberList:
    outline: str
    """The outline whose counters it shares with other lists."""
    starts: Mapping[int, int]
    levels: Mapping[int, Level]


class Numbering:
    """Counts while paragraphs are asked for in their order."""

    def __init__(self, root: Element | None, styles: Styles) -> None:
        self._styles = styles
        self._outlines: dict[str, dict[int, Level]] = {}
        self._lists: dict[str, NumberList] = {}
        self._counts: dict[str, dict[int, int]] = {}
        self._started: set[tuple[str, int]] = set()
        borrowed: dict[str, str] = {}
        for element in root if root is not None else ():
            if local(element) == "abstractNum":
                name = attribute(element, "abstractNumId") or ""
                self._outlines[name] = _levels(element)
                link = value(child(element, "numStyleLink"))
                if link:
                    borrowed[name] = link
            elif local(element) == "num":
                self._add_list(element)
        for outline, style in borrowed.items():
            lender = self._lists.get(next((s.num_id for s in styles.chain(style) if s.num_id), "") or "")
            if lender and lender.outline in self._outlines:
                self._outlines[outline] = self._outlines[lender.outline]

    def _add_list(self, element: Element) -> None:
        starts: dict[int, int] = {}
        levels: dict[int, Level] = {}
        for override in element:
            place = whole(attribute(override, "ilvl"))
            if local(override) != "lvlOverride" or place is None:
                continue
            start, own = whole(value(child(override, "startOverride"))), child(override, "lvl")
            if start is not None:
                starts[place] = start
            if own is not None:
                levels[place] = _level(own)
        outline = value(child(element, "abstractNumId")) or ""
        self._lists[attribute(element, "numId") or ""] = NumberList(outline, starts, levels)

    def label(self, paragraph_properties: Element | None, style: str | None) -> str:
        """The sign before this paragraph with the gap after it; "" for none. Counts on."""
        num_id, place = numbered(paragraph_properties)
        if num_id is None:
            for inherited in self._styles.chain(style or self._styles.default):
                if inherited.num_id is not None:
                    num_id = inherited.num_id
                    place = place if place is not None else inherited.level
                    break
        found = self._lists.get(num_id or "")
        if found is None:
            return ""
        levels = {**self._outlines.get(found.outline, {}), **found.levels}
        if place is None:
            place = next((at for at, level in levels.items() if level.style and level.style == style), 0)
        if place not in levels:
            return ""
        counts = self._count(num_id or "", found, levels, place)
        return _printed(levels, counts, place)

    def _count(
        self, num_id: str, found: NumberList, levels: Mapping[int, Level], place: int
    ) -> dict[int, int]:
        counts = self._counts.setdefault(found.outline, {})
        start = levels[place].start
        if place in found.starts and (num_id, place) not in self._started:
            counts.pop(place, None)
            start = found.starts[place]
        self._started.add((num_id, place))
        counts[place] = counts[place] + 1 if place in counts else start
        for deeper in [at for at in counts if at > place]:
            restart = levels[deeper].restart if deeper in levels else None
            if restart is None or (restart > 0 and place < restart):
                del counts[deeper]
        return counts


def _levels(outline: Element) -> dict[int, Level]:
    found = {}
    for element in outline:
        place = whole(attribute(element, "ilvl"))
        if local(element) == "lvl" and place is not None:
            found[place] = _level(element)
    return found


def _level(element: Element) -> Level:
    start = whole(value(child(element, "start")))
    drawn = letters(child(element, "rPr"))
    form = child(element, "numFmt")
    return Level(
        start=1 if start is None else start,
        format=value(form) or "decimal",
        text=value(child(element, "lvlText")) or "",
        gap="" if value(child(element, "suff")) == "nothing" else " ",
        restart=whole(value(child(element, "lvlRestart"))),
        all_decimal=child(element, "isLgl") is not None,
        style=value(child(element, "pStyle")),
        font=drawn.old,
    )


def _printed(levels: Mapping[int, Level], counts: Mapping[int, int], place: int) -> str:
    level = levels[place]
    if level.format == "bullet":
        text = level.text.strip()
        # Signs of symbol fonts (Wingdings …) mean no more than a dash.
        return (text if text in _KEPT_BULLETS else "-") + " "
    text = decode_runs([(level.text, level.font)])

    def number(found: re.Match[str]) -> str:
        at = int(found[1]) - 1
        of = levels.get(at, replace(level, format="decimal"))
        return written(counts.get(at, of.start), "decimal" if level.all_decimal else of.format)

    label = re.sub(r"%([1-9])", number, text)
    return label + level.gap if label.strip() else ""


def written(count: int, form: str) -> str:
    """A count in one of Word's number forms; unknown forms as digits."""
    if form == "none":
        return ""
    if form == "decimalZero":
        return f"{count:02d}"
    if form in {"upperRoman", "lowerRoman"} and 0 < count < 4000:
        roman = _roman(count)
        return roman if form == "upperRoman" else roman.lower()
    if form in {"upperLetter", "lowerLetter"} and 0 < count < 1000:
        # After z comes aa, then bb: so Word counts.
        letter = chr(ord("a") + (count - 1) % 26) * ((count - 1) // 26 + 1)
        return letter.upper() if form == "upperLetter" else letter
    return str(count)


def _roman(count: int) -> str:
    text = ""
    for worth, sign in _ROMAN:
        text += sign * (count // worth)
        count %= worth
    return text
