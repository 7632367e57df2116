"""Cells of a table's row that was flattened to text: parted by bars, tabs, or wide gaps that raw still shows."""

import re

from thidua.reading.facts import Span
from thidua.reading.text import Text

_BAR = re.compile(r"\s*\|\s*")
_BLANK = re.compile(r"(?<=\S) (?=\S)")
_WIDE = re.compile(r"[ \u00a0\u2007\u202f\u3000]{3,}|[ \u00a0]*\t\s*")


def cells(text: Text, start: int, end: int) -> list[Span]:
    """The cells of flat[start:end] as flat offsets; one where nothing parts it."""
    if "|" in text.flat[start:end]:
        return _between_bars(text, start, end)
    pieces = _pieces(text, start, end)
    starts = [start]
    gaps = any(wide for _, _, wide in pieces)
    for place, (at, stop, wide) in enumerate(pieces):
        # A new line is a new row where a row's number stands alone before the next gap.
        numbered = text.flat[at:stop].strip().isdigit() and place + 1 < len(pieces) and pieces[place + 1][2]
        counted = gaps and text.flat[starts[-1] : at].strip().isdigit()
        if at > start and (wide or numbered or counted):
            starts.append(at)
    ends = [place - 1 for place in starts[1:]] + [end]
    return list(zip(starts, ends, strict=True))


def _pieces(text: Text, start: int, end: int) -> list[tuple[int, int, bool]]:
    """The stretches that lie unbroken on one line of raw, and whether a wide gap stands before each."""
    found: list[tuple[int, int, bool]] = []
    wide = False
    at = start
    for blank in _BLANK.finditer(text.flat, start, end - 1):
        gap = text.raw[text.raw_at(blank.start() - 1) + 1 : text.raw_at(blank.end())]
        if len(gap) > 1 or gap in "\t\n":
            found.append((at, blank.end(), wide))
            at = blank.end()
            wide = _WIDE.fullmatch(gap) is not None
    found.append((at, end, wide))
    return found


def _between_bars(text: Text, start: int, end: int) -> list[Span]:
    found: list[Span] = []
    at = start
    for bar in _BAR.finditer(text.flat, start, end):
        found.append((at, bar.start()))
        at = bar.end()
    found.append((at, end))
    if found[0][0] >= found[0][1]:
        del found[0]
    if found and found[-1][0] >= found[-1][1]:
        del found[-1]
    return found
