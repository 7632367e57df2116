"""Normal form and folding of Vietnamese text: NFC for keeping, a folded form for comparing and searching."""

import re
import unicodedata

_NOT_WORD = re.compile(r"[\W_]+")
_DASHES = "‐‑‒–—―−"
_DOUBLE_QUOTES = "“”„‟«»″"
_SINGLE_QUOTES = "‘’‚‛′"
_PILED = re.compile(r"[^\w\s\x00-\x7f]{33,}")
_MARKS_AT_MOST = 8
_SPACES = "\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\t"


def nfc(text: str) -> str:
    """The composed normal form, in which everything is stored and all spans count; without NUL, which none may store."""
    return unicodedata.normalize("NFC", lowered(text.replace("\x00", "")))


def lowered(text: str) -> str:
    """Piles of marks upon one letter cut down: putting a pile in order takes the square of its height."""
    return text if text.isascii() else _PILED.sub(lambda pile: _cut(pile.group()), text)


def _cut(pile: str) -> str:
    kept, height = [], 0
    for char in pile:
        height = height + 1 if unicodedata.combining(char) else 0
        if height <= _MARKS_AT_MOST:
            kept.append(char)
    return "".join(kept)


def _plain_table() -> dict[int, str]:
    table = {ord(char): "-" for char in _DASHES}
    table |= {ord(char): '"' for char in _DOUBLE_QUOTES}
    table |= {ord(char): "'" for char in _SINGLE_QUOTES}
    table |= {ord(char): " " for char in _SPACES}
    table |= {ord("đ"): "d", ord("Đ"): "d", ord("…"): "."} | {
        0xD0: "d",
        0xF0: "d",
        0x189: "d",
        0x1A2: "u",
        0x1A3: "u",
    }
    for code in (*range(0x41, 0x5B), *range(0xC0, 0x250), *range(0x1E00, 0x1F00)):
        if code in table:
            continue
        first = unicodedata.normalize("NFD", chr(code))[0].lower()
        if first != chr(code) and len(first) == 1 and first.isascii():
            table[code] = first
    return table


_PLAIN = _plain_table()


def fold(text: str) -> str:
    """Letters and digits only, without case or marks, words parted by one space: "Đặng Thùy-Trâm" → "dang thuy tram"."""
    bare = text.translate(_PLAIN)
    if not bare.isascii():
        decomposed = unicodedata.normalize(
            "NFD", lowered(text).replace("đ", "d").replace("Đ", "d").casefold()
        )
        bare = "".join(char for char in decomposed if not unicodedata.combining(char)).translate(_PLAIN)
    return _NOT_WORD.sub(" ", bare).strip()


def plain(text: str) -> str:
    """Same length as the (NFC) text: lower case, no marks, one kind of dash, quote and space; offsets stay valid."""
    return text.translate(_PLAIN)
