"""How wide Tinos sets a line, and which signs it has: read from the bundled font files themselves.

Tinos has the widths of Times New Roman, so what is measured here also holds for the .docx.
"""

import struct
from functools import cache
from pathlib import Path

FONTS = Path(__file__).parents[1] / "ui" / "fonts"
"""Tinos, cut down to Latin and Vietnamese; the only fonts that a paper is set in."""


@cache
def _font(bold: bool) -> "_Font":
    return _Font((FONTS / f"Tinos-{'Bold' if bold else 'Regular'}.ttf").read_bytes())


def width(text: str, size: float, *, bold: bool = False) -> float:
    """Width in points of one line set in `size` points."""
    font = _font(bold)
    return sum(font.advance(char) for char in text) * size / font.per_em


def has_sign(char: str) -> bool:
    return _font(False).has(char)


class _Font:
    """The tables head, hhea, hmtx and cmap (format 4) of a TrueType file."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        count = struct.unpack_from(">H", data, 4)[0]
        entries = (struct.unpack_from(">4sLLL", data, 12 + 16 * at) for at in range(count))
        tables = {tag: offset for tag, _, offset, _ in entries}
        self.per_em = float(struct.unpack_from(">H", data, tables[b"head"] + 18)[0])
        metrics: int = struct.unpack_from(">H", data, tables[b"hhea"] + 34)[0]
        pairs = struct.unpack_from(f">{'Hh' * metrics}", data, tables[b"hmtx"])
        self._advances = pairs[::2]
        self._glyphs = self._cmap(tables[b"cmap"])

    def has(self, char: str) -> bool:
        return ord(char) in self._glyphs

    def advance(self, char: str) -> int:
        glyph = self._glyphs.get(ord(char), 0)
        return int(self._advances[min(glyph, len(self._advances) - 1)])

    def _cmap(self, at: int) -> dict[int, int]:
        count = struct.unpack_from(">H", self._data, at + 2)[0]
        for entry in range(count):
            offset = at + struct.unpack_from(">HHL", self._data, at + 4 + 8 * entry)[2]
            if struct.unpack_from(">H", self._data, offset)[0] == 4:
                return self._segments(offset)
        raise ValueError("a font without a character map of format 4")

    def _segments(self, at: int) -> dict[int, int]:
        data, double = self._data, struct.unpack_from(">H", self._data, at + 6)[0]
        count = double // 2
        ends = struct.unpack_from(f">{count}H", data, at + 14)
        starts = struct.unpack_from(f">{count}H", data, at + 16 + double)
        deltas = struct.unpack_from(f">{count}H", data, at + 16 + 2 * double)
        ranges_at = at + 16 + 3 * double
        ranges = struct.unpack_from(f">{count}H", data, ranges_at)
        found: dict[int, int] = {}
        for place, (start, end, delta, skip) in enumerate(zip(starts, ends, deltas, ranges, strict=True)):
            for code in range(start, min(end, 0xFFFE) + 1):
                glyph = code
                if skip:
                    glyph = struct.unpack_from(">H", data, ranges_at + 2 * place + skip + 2 * (code - start))[
                        0
                    ]
                if glyph or not skip:
                    glyph = (glyph + delta) & 0xFFFF
                if glyph:
                    found[code] = glyph
        return found
