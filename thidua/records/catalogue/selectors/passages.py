"""The passage of a document's text that an entry cites, to be read beside the form."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from thidua.kit.files.models import FileVersion
from thidua.law.citations import Citation, bare
from thidua.records.register.models import Document
from thidua.vn.fold import fold

LONGEST = 6_000
"""Letters shown; the whole text has a page of its own."""
_HEADING = r"^[ \t\"“]*Điều[ \t]+{}[ \t]*[.:]?(?![0-9a-zđ])"
_NEXT = re.compile(r"^[ \t\"“]*(?:Điều[ \t]+\d|Chương[ \t]+[IVXLC]+\b|Phụ lục\b|PHỤ LỤC\b)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Line:
    text: str
    is_cited: bool
    """It belongs to the clause, and the point where one is named, that the entry cites."""


@dataclass(frozen=True, slots=True)
class Passage:
    """`where`: the article as printed, or "" where the cited place was not found and the beginning is shown."""

    version: FileVersion
    where: str
    lines: tuple[Line, ...]
    is_cut: bool


def passage(document: Document, cites: Sequence[Citation]) -> Passage | None:
    """Of the newest paper with text: the article that an entry cites, else the beginning. None where there is no text."""
    versions = FileVersion.objects.filter(file__paper__document=document).exclude(text="")
    version = versions.order_by("-number", "-pk").first()
    if version is None:
        return None
    mine = [cite for cite in cites if bare(cite.doc) == document.number] or list(cites)
    for cite in mine:
        if found := _found(version.text, cite):
            return _shown(version, *found, cite)
    return _shown(version, "", version.text, None)


def _found(text: str, cite: Citation) -> tuple[str, str] | None:
    """(where, its words): an article up to the next heading; the longest, since a table of contents names it too."""
    if not cite.article:
        return _place(text, cite.place) if cite.place else None
    heading = re.compile(_HEADING.format(re.escape(cite.article)), re.MULTILINE)
    bodies = []
    for start in heading.finditer(text):
        end = _NEXT.search(text, start.end())
        bodies.append(text[start.start() : end.start() if end else len(text)])
    longest = max(bodies, key=len, default="")
    return (f"Điều {cite.article}", longest) if longest else None  # law: the number comes from the citation


def _place(text: str, place: str) -> tuple[str, str] | None:
    """From the line that begins with the place ("Phụ lục", "mục 2") on."""
    head = fold(place.partition(",")[0]).strip()
    at = 0
    for line in text.splitlines(keepends=True):
        if head and fold(line).strip().startswith(head):
            return place, text[at:]
        at += len(line)
    return None


def _shown(version: FileVersion, where: str, text: str, cite: Citation | None) -> Passage:
    cut = text[:LONGEST].rstrip()
    lines, in_clause, in_point = [], False, True
    for each in filter(None, (line.strip() for line in cut.splitlines())):
        if number := re.match(r"(\d{1,2}[a-zđ]?)\.\s", each):
            in_clause, in_point = bool(cite and cite.clause and number[1] == cite.clause), True
        elif point := re.match(r"([a-zđ])\)\s", each):
            in_point = not (cite and cite.point) or point[1] == cite.point
        lines.append(Line(each, in_clause and in_point))
    return Passage(version, where, tuple(lines), len(cut) < len(text.rstrip()))
