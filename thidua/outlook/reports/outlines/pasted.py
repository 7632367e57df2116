"""An outline as it was pasted from a letter: its headings in their words, one below the other, whatever the layout."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from thidua.reading.lines import printed_lines
from thidua.vn.fold import fold, nfc

_MARK = re.compile(
    r"(?P<part>(?:phần|mục|chương)\s+(?:thứ\s+\w+|[ivxlc]{1,5}|\d{1,2}))\s*[.:)/–-]?\s+"
    r"|(?P<decimal>\d{1,2}(?:\.\d{1,2}){1,4})\s*[.):/-]?\s*"
    r"|(?P<digit>\d{1,2})\s*[.:/-]\s*"
    r"|(?P<bracket>\d{1,2}\))\s*"
    r"|(?P<roman>(?-i:[IVXLC]{1,5}))\s*[.):/–-]+\s*"
    r"|(?P<capital>(?-i:[A-HĐ]))\s*[.):/–-]\s*"
    r"|(?P<letter>(?-i:[a-hđ]))\s*[.)/]\s*"
    r"|(?P<bullet>[-–—+*•●▪◦·✓\uf0b7\uf02d\uf0a7])\s*",
    re.IGNORECASE,
)
_WORDS = re.compile(r"[\"“”'‘(]?[^\W\d_]")
_RANK = {
    "part": 0,
    "capital": 1,
    "roman": 2,
    "digit": 3,
    "decimal": 3,
    "bracket": 8,
    "letter": 9,
    "bullet": 10,
}
_OUTLINE = re.compile(r"(?:mau )?(?:de cuong|khung bao cao|bo cuc bao cao|noi dung bao cao)\b")
_FOOT = re.compile(r"noi nhan\b|(?:kt |tl |tm |tuq )?(?:giam doc|chu tich|truong ban|chanh van phong)$")
_STOPS = tuple(".;:!?")
_FULL = 0.7
"""Of the longest line: a line as long as that may go on in the next."""


@dataclass
class Pasted:
    """One heading. `number` as printed without its dot ("II", "2.1", "a)", "-"); `notes`: what the letter says of it."""

    number: str
    style: str
    title: str
    notes: list[str] = field(default_factory=list)
    below: list["Pasted"] = field(default_factory=list)


@dataclass(frozen=True)
class Reading:
    name: str
    """What the letter calls the outline, or nothing."""
    headings: list[Pasted]


def read(text: str) -> Reading:
    """The headings of a pasted outline, or of the letter that it stands in."""
    lines = [" ".join(line.text.split()) for line in printed_lines(nfc(text))]
    start, name = _start(lines)
    entries = _joined(_until_foot(lines[start:]))
    if not any(entry.style not in ("plain", "bullet") for entry in entries):
        entries = _unnumbered(entries)
    return Reading(name, _nested(entries))


def _start(lines: Sequence[str]) -> tuple[int, str]:
    """Where the outline begins: below its own title where the letter gives one; and that title."""
    for at, line in enumerate(lines):
        if _OUTLINE.match(fold(line)) and not _mark(line) and (len(line) < 120 or line.isupper()):
            after = at + 1
            while after < len(lines) and not _mark(lines[after]) and after - at < 5:
                after += 1
            if after < len(lines) and _mark(lines[after]):
                return after, " ".join(lines[at:after])
    first = next((at for at, line in enumerate(lines) if (mark := _mark(line)) and mark[1] == "roman"), None)
    if first is None:
        first = next((at for at, line in enumerate(lines) if _mark(line)), 0)
    return first, ""


def _until_foot(lines: Sequence[str]) -> Sequence[str]:
    end = next((at for at, line in enumerate(lines) if at and _FOOT.match(fold(line))), len(lines))
    return lines[:end]


def _mark(line: str) -> tuple[str, str, int] | None:
    """Number, style and length of the mark that a line opens with."""
    found = _MARK.match(line)
    if found is None or not _WORDS.match(line[found.end() :]):
        return None
    style = str(found.lastgroup)
    number = found[style]
    if style == "bullet" and found.end() == 1 and not line[1].isupper():
        return None
    return ("-" if style == "bullet" else f"{number})" if style == "letter" else number), style, found.end()


def _joined(lines: Sequence[str]) -> list[Pasted]:
    """Lines of a width put together again; what stands below a heading without a mark are its notes."""
    reach = max((len(line) for line in lines), default=0) * _FULL
    entries: list[Pasted] = []
    before = ""
    for line in lines:
        mark = _mark(line)
        if entries and _goes_on(before, line, mark, entries[-1], reach):
            if entries[-1].notes:
                entries[-1].notes[-1] += f" {line}"
            else:
                entries[-1].title += f" {line}"
        elif mark:
            entries.append(Pasted(mark[0], mark[1], line[mark[2] :].strip()))
        elif entries and entries[-1].style != "plain":
            entries[-1].notes.append(line)
        else:
            entries.append(Pasted("", "plain", line))
        before = line
    return entries


def _goes_on(before: str, line: str, mark: tuple[str, str, int] | None, last: Pasted, reach: float) -> bool:
    ended = before.endswith(_STOPS)
    if mark:
        # "thi đua / - khen thưởng" broken at the dash
        return mark[1] == "bullet" and not ended and len(before) >= reach and line[mark[2]].islower()
    if ended and not (before.endswith(",") or line[0].islower()):
        return False
    if line[0].islower() or (line[0] in '(“"' and len(before) >= reach):
        return True
    if last.style == "plain":
        return False
    is_loud = before == before.upper()
    return (len(before) >= reach and is_loud == (line == line.upper())) or (is_loud and line == line.upper())


def _unnumbered(entries: list[Pasted]) -> list[Pasted]:
    """Without any number: lines in capitals are headings above the others, which take numbers in their order."""
    loud = [entry.title == entry.title.upper() for entry in entries]
    above = any(loud) and not all(loud)
    found: list[Pasted] = []
    for entry, is_loud in zip(entries, loud, strict=True):
        style = "roman" if above and is_loud else "digit"
        found.append(Pasted("", style, entry.title, entry.notes))
    return found


def _nested(entries: list[Pasted]) -> list[Pasted]:
    top = Pasted("", "", "")
    opened: list[tuple[str, int, Pasted]] = []
    for entry in entries:
        if entry.style == "plain":
            continue
        depth = entry.number.count(".")
        style = _style(entry, opened)
        rank = _RANK[entry.style] + depth
        at = next((at for at, each in enumerate(opened) if each[0] == style), None)
        if at is not None:
            del opened[at:]
        while opened and opened[-1][1] > rank:
            opened.pop()
        (opened[-1][2] if opened else top).below.append(entry)
        opened.append((style, rank, entry))
    return top.below


def _style(entry: Pasted, opened: list[tuple[str, int, Pasted]]) -> str:
    """ "C." after "B." is a letter of the alphabet, not a hundred."""
    if entry.style == "roman" and entry.number in ("C", "D") and any(each[0] == "capital" for each in opened):
        entry.style = "capital"
    return f"{entry.style}{entry.number.count('.')}" if entry.style == "decimal" else entry.style
