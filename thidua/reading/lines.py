"""The printed lines of a text and how it is laid out: spacing, width, page breaks, footnotes at the foot of a page."""

import re
import statistics
from dataclasses import dataclass

from thidua.reading.outline import mark_of
from thidua.reading.width import Reach, learn_reach, starts_low

# One kind of line end, blank and nothing; letters that some fonts put in place of Vietnamese ones.
_TIDY = dict.fromkeys((11, 13, 133, 8232, 8233), "\n")
_TIDY |= dict.fromkeys((160, 8239, 8199, 8194, 8195, 8201, 12288), " ")
_TIDY |= dict.fromkeys((173, 8203, 8204, 8205, 8288, 65279), "\u200b")
_TIDY |= {0xD0: "Đ", 0xF0: "đ", 0x189: "Đ", 0x1A2: "Ư", 0x1A3: "ư"}
_UNTIDY = re.compile("[" + "".join(map(chr, _TIDY)) + "]")
_NOTHING = " \t\x1c\x1d\x1e\x1f\u1680\u2000\u2001\u2004\u2005\u2006\u2008\u200a\u205f\u200b"
_PAGE_NUMBER = re.compile(r"(?:-\s*)?\d{1,3}(?:\s*-)?|(?:Trang|trang)\s+\d{1,3}(?:\s*/\s*\d{1,3})?")
_NOTE_START = re.compile(r"(?:\[(\d{1,2})\]|\((\d{1,2})\)|([¹²³⁴⁵⁶⁷⁸⁹])|([1-9]\d?))\s+\S")
# Right behind a word or a stop: the mark of a footnote, once its raised type is lost.
_NOTE_MARK = re.compile(r"(?:[^\W\d_]|[.,;:…”\")\[(])([1-9¹²³⁴⁵⁶⁷⁸⁹]\d?)(?=[\s.,;:…”\")\]]|$)")
_STOPS = frozenset(".;:!?…")
_SUPERSCRIPTS = str.maketrans("¹²³⁴⁵⁶⁷⁸⁹", "123456789")


@dataclass(slots=True)
class Line:
    """One printed line: where it starts in raw, its text stripped, blanks before it, lines left empty above it."""

    start: int
    text: str
    indent: int
    gap: int
    new_page: bool


@dataclass(frozen=True, slots=True)
class Layout:
    """`wrapped`: lines are cut at `width` columns; `spacing`: empty lines that stand between any two lines."""

    wrapped: bool
    width: int
    spacing: int
    reach: Reach


@dataclass(slots=True)
class Note:
    """A footnote: its lines, and after how many lines of the main text it stood."""

    after: int
    lines: list[Line]


def shadow(raw: str) -> str:
    """Same length as raw, tidied character by character."""
    text = raw.replace("\r\n", " \n") if "\r" in raw else raw
    for char in set(_UNTIDY.findall(text)):
        text = text.replace(char, _TIDY[ord(char)])
    return text


def printed_lines(raw: str) -> list[Line]:
    """The lines that are not empty, in order; offsets count in raw."""
    lines: list[Line] = []
    position = gap = 0
    new_page = False
    for piece in shadow(raw).split("\n"):
        if "\f" in piece:
            new_page, piece = True, piece.replace("\f", " ")
        text = piece.strip(_NOTHING)
        if text:
            indent = len(piece) - len(piece.lstrip(_NOTHING))
            lines.append(Line(position + indent, text, indent, gap, new_page))
            gap, new_page = 0, False
        else:
            gap += 1
        position += len(piece) + 1
    return lines


def measure(lines: list[Line]) -> Layout:
    """How the text is laid out, judged by all its lines (a paragraph a line, or cut at a width)."""
    full = [len(lines[i].text) for i in range(len(lines) - 1) if starts_low(lines[i + 1].text)]
    spacing = int(statistics.median_low(line.gap for line in lines[1:])) if len(lines) > 1 else 0
    longest = sorted(len(line.text) for line in lines)[int(len(lines) * 0.97)] if lines else 0
    wrapped = (
        bool(full) and longest <= 180 and (len(full) * 8 >= len(lines) or (len(full) > 1 and longest <= 125))
    )
    if not wrapped:
        return Layout(wrapped=False, width=10_000, spacing=spacing, reach=learn_reach([]))
    return Layout(True, int(statistics.median(full)), spacing, learn_reach([line.text for line in lines]))


def mark_pages(lines: list[Line], layout: Layout) -> list[Line]:
    """Marks where a page begins (no empty line in a spaced text, one leading blank) and drops bare page numbers."""
    kept: list[Line] = []
    turned = False
    for index, line in enumerate(lines):
        close = layout.spacing >= 1 and line.gap == 0 and line.indent in (1, 2)
        line.new_page = line.new_page or turned or (close and layout.wrapped)
        turned = False
        if kept and _PAGE_NUMBER.fullmatch(line.text) and _is_page_number(lines, index, layout):
            turned = True
        else:
            kept.append(line)
    return kept


def _is_page_number(lines: list[Line], index: int, layout: Layout) -> bool:
    """The number stands apart, at the turn of a page, or in the middle of a sentence."""
    line = lines[index]
    if line.new_page or line.gap != layout.spacing or line.indent > 8:
        return True
    following = lines[index + 1] if index + 1 < len(lines) else None
    if following is None:
        return False
    if following.gap != layout.spacing or following.new_page:
        return True
    return not ends_sentence(lines[index - 1].text) and starts_low(following.text)


def ends_sentence(text: str) -> bool:
    """The line closes a sentence or an item: a stop, with or without closing quotes and brackets."""
    return text.rstrip("”\"')]")[-1:] in _STOPS


def take_out_notes(lines: list[Line], layout: Layout, raw: str) -> tuple[list[Line], list[Note]]:
    """Main lines and footnotes apart. A footnote opens with the number of a mark seen in the text and runs to the
    end of its page; where it was not finished there, wider lines at the foot of the next page carry it on."""
    if not any(_stands_apart(line, layout) and _NOTE_START.match(line.text) for line in lines):
        return lines, []
    main: list[Line] = []
    notes: list[Note] = []
    marks: set[str] = set()
    seen = _note_marks(raw)
    inside = False
    for line in lines:
        inside = inside and not line.new_page and not _resumes(line, notes[-1], layout)
        number = _note_number(line.text)
        opens = number in marks and (inside or _stands_apart(line, layout))
        if opens:
            notes.append(Note(len(main), []))
            marks.discard(number)
        inside = inside or opens or _carries_note_on(line, layout, notes)
        if inside:
            notes[-1].lines.append(line)
        else:
            main.append(line)
            while seen and seen[-1][0] < line.start + len(line.text):
                marks.add(seen.pop()[1])
    return (main, notes) if notes else (lines, [])


def _note_marks(raw: str) -> list[tuple[int, str]]:
    """Places and numbers of what may be marks of footnotes, the last first."""
    found = [(mark.start(), mark[1].translate(_SUPERSCRIPTS)) for mark in _NOTE_MARK.finditer(raw)]
    return found[::-1]


def _resumes(line: Line, note: Note, layout: Layout) -> bool:
    """The main text goes on after a finished footnote: a wider gap, a list mark, the foot of the document."""
    if not note.lines or not ends_sentence(note.lines[-1].text):
        return False
    return (
        line.gap > layout.spacing
        or mark_of(line.text) is not None
        or line.text.startswith(("Nơi nhận", "Trên đây"))
    )


def _note_number(text: str) -> str:
    found = _NOTE_START.match(text)
    if not found:
        return ""
    return next(group for group in found.groups() if group).translate(_SUPERSCRIPTS)


def _stands_apart(line: Line, layout: Layout) -> bool:
    return line.gap > layout.spacing or (layout.wrapped and len(line.text) > layout.width * 1.15)


def _carries_note_on(line: Line, layout: Layout, notes: list[Note]) -> bool:
    """Wider lines after a wider gap, while the last footnote broke off in mid-sentence."""
    if not (layout.wrapped and notes and line.gap > layout.spacing and len(line.text) > layout.width * 1.15):
        return False
    return not ends_sentence(notes[-1].lines[-1].text)
