"""The same paragraphs on other lines: undo a hard wrap where that is safe, wrap again at another column.

A break of the original that may be a paragraph's end is kept; a kept break is always true to life.
"""

import random
import re
import unicodedata

BULLET = re.compile(
    r"\s*(?:[-+*•–]\s|\d{1,2}(?:\.\d{1,2})*[.)](?!\d)|\d+\s+như:|[a-zđ]\)\s|[IVX]+\.\s|Điều\s+\d|Căn cứ|Phần thứ|Nơi nhận|Kính gửi|Chương\s)"
)
NUMBERED = re.compile(r"\s*(?:\d+(?:\.\d+)*[.)]|[IVX]+\.)\s")
ENDS = (".", ";", ":", "…", "!")
COLUMNS = re.compile(r"\S {3,}\S")
SHORT = 55
BREAKABLE = re.compile(r"(?<=\w[-/])(?=\w)")


def paragraphs(text: str) -> list[str]:
    """Lines joined where one plainly goes on in the next; empty strings are gaps wider than the spacing."""
    lines = text.split("\n")
    spacing = _spacing(lines)
    joined: list[str] = []
    blanks = 0
    for line in lines:
        if not line.strip():
            blanks += 1
            continue
        if joined and blanks <= spacing and _goes_on(joined[-1], line):
            joined[-1] = _join(joined[-1], line)
        else:
            joined += [""] * (blanks > spacing and bool(joined)) + [line.rstrip()]
        blanks = 0
    return joined


def _spacing(lines: list[str]) -> int:
    full = [place for place, line in enumerate(lines[:-1]) if line.strip()]
    followed = sum(1 for place in full if not lines[place + 1].strip())
    return 1 if followed * 2 > len(full) else 0


def _goes_on(before: str, line: str) -> bool:
    last = before.rstrip()
    tail = last.rsplit("\n", 1)[-1]
    if len(tail) < SHORT or last.endswith(ENDS) or BULLET.match(line) or COLUMNS.search(line + tail):
        return False
    first = line.lstrip()[0]
    if first.isupper() and (NUMBERED.match(before) or before.isupper() or line.strip().isupper()):
        return False
    title_like = "," not in before and not BULLET.match(before)
    return not (first.isupper() and title_like)


def _join(before: str, line: str) -> str:
    glued = re.search(r"\w[-/]$", before.rstrip()) is not None
    return before.rstrip() + ("" if glued else " ") + line.strip()


def wrapped(parts: list[str], rng: random.Random) -> str:
    """Paragraphs on lines of a random width (60 to 100), single or double spaced, with page breaks."""
    width = rng.randint(60, 100)
    double = rng.random() < 0.6
    page = rng.randint(22, 34)
    lines: list[str] = []
    for part in parts:
        lines += _lines(part, width, rng) if len(part) > width and not COLUMNS.search(part) else [part]
    text = ""
    for place, line in enumerate(lines):
        turned = bool(place) and place % page == 0 and bool(line.strip())
        text += (" " if turned else "") + line + (" \n" if double else "\n")
        next_turns = (place + 1) % page == 0
        text += "\n" if double and not next_turns else ""
    return text


def _lines(part: str, width: int, rng: random.Random) -> list[str]:
    lines: list[str] = []
    line = ""
    for word in part.split(" "):
        room = width - rng.randint(0, 6)
        if len(line) + 1 + len(word) <= room or not line:
            line = f"{line} {word}" if line else word
            continue
        head, tail = _broken(word, room - len(line) - 1, rng)
        lines.append(f"{line} {head}".rstrip())
        line = tail
    return [*lines, line]


def _broken(word: str, room: int, rng: random.Random) -> tuple[str, str]:
    """A symbol or date may break after a hyphen, now and then after a slash; a plain word does not."""
    if not re.search(r"\d|[A-ZĐ]{2}", word):
        return "", word
    cuts = [cut.start() for cut in BREAKABLE.finditer(word) if cut.start() <= room]
    cuts = [cut for cut in cuts if word[cut - 1] == "-" or rng.random() < 0.4]
    return (word[: cuts[-1]], word[cuts[-1] :]) if cuts else ("", word)


def noisy(text: str, kind: str, rng: random.Random) -> str:
    """`nfd`: decomposed; `nbsp`: spaces that do not break; `ocr`: one word in twelve loses marks."""
    if kind == "nfd":
        return unicodedata.normalize("NFD", text)
    if kind == "nbsp":
        return re.sub(r"(?<=\S) (?=\S)", lambda _: "\u00a0" if rng.random() < 0.2 else " ", text)
    if kind == "ocr":
        return re.sub(r"\S+", lambda word: _faded(word[0], rng) if rng.random() < 1 / 12 else word[0], text)
    raise ValueError(kind)


def _faded(word: str, rng: random.Random) -> str:
    """Tone marks lost ("Nghị" → "Nghi"), or every mark ("định" → "dinh")."""
    signs = unicodedata.normalize("NFD", word)
    if rng.random() < 0.5:
        return unicodedata.normalize(
            "NFC", "".join(sign for sign in signs if sign not in "\u0300\u0301\u0303\u0309\u0323")
        )
    bare = "".join(sign for sign in signs if not unicodedata.combining(sign))
    return bare.replace("đ", "d").replace("Đ", "D")
