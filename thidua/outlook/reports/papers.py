"""A report as an official paper: headings by level, sentences whose figures lead to their records, gaps in brackets,
and an annex that names the records behind every figure and line."""

import json
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime

from django.utils import timezone

from thidua.kit.papers import blocks as paper
from thidua.kit.papers.official import to_docx, to_page, to_pdf, to_text
from thidua.kit.ui.wording import moment
from thidua.outlook.reports.built import Block, Built, Figure, Piece, Ref, Section, to_json

KINDS = ("docx", "pdf", "html", "text", "json")
_ROWS = 12
"""Records in one row of the annex; more go on in a row below, so that no row outgrows its page."""
_ENOUGH = 180
"""Signs of a line that the annex repeats."""
_SECOND = re.compile(r" (?=và (?:phương hướng|nhiệm vụ)\b)")
"""Where a long abstract goes on in its second line."""
_COLUMNS = (
    paper.Column("Mục", 1.1),
    paper.Column("Số liệu, nội dung", 4),
    paper.Column("Bản ghi làm căn cứ", 4),
)
_MARKED = re.compile(r"([-+*])\s+(.+)")
_OFFICES = (
    ("Sở ", "Giám đốc"),
    ("Ban ", "Trưởng ban"),
    ("Văn phòng ", "Chánh Văn phòng"),
    ("Thanh tra ", "Chánh Thanh tra"),
    ("Cục ", "Cục trưởng"),
    ("Chi cục ", "Chi cục trưởng"),
    ("Phòng ", "Trưởng phòng"),
    ("Trung tâm ", "Giám đốc"),
    ("Trường ", "Hiệu trưởng"),
)
_COMMITTEE = "Ủy ban nhân dân"
_KEPT = "\u00a0"
"""A blank that no line breaks at."""


def as_paper(built: Built, *, annex: bool = True, signature: paper.Signature | None = None) -> paper.Paper:
    """The paper. Headings have their section's key; of a block, the first line has its key, a gap "{key}.gap", a
    text to be written "{key}.open", a confirmed nil "{key}.nil". A span's ref is a figure's or a record's key."""
    day = timezone.localdate(built.at)
    lines: list[paper.Block] = []
    for block in built.opening:
        lines += lines_of(block, None)
    for section in built.sections:
        lines.append(_heading(section))
        for block in section.blocks:
            lines += lines_of(block, section)
    if built.closing:
        lines.append(paper.Paragraph(built.closing))
    return paper.Paper(
        letterhead=paper.Letterhead(
            _headed(built),
            parent=built.parent.replace(_COMMITTEE, "UBND"),
            symbol=built.symbol,
            place=built.place,
            month=day.month,
            year=day.year,
        ),
        kind="Báo cáo",
        abstract=_SECOND.sub("\n", built.abstract),
        blocks=lines,
        recipients=built.recipients,
        signature=signature or _signature(built.agency),
        annexes=(_annex(built),) if annex else (),
    )


def file_of(built: Built, kind: str, *, at: datetime, annex: bool = True) -> bytes:
    """The report as a file of one of KINDS; the same report and the same `at` give the same bytes."""
    if kind == "json":
        return json.dumps(to_json(built), ensure_ascii=False, indent=1).encode() + b"\n"
    return _MADE[kind](as_paper(built, annex=annex), at)


def _page(printed: paper.Paper, at: datetime) -> bytes:
    """One HTML file; figures lead to their rows of the annex."""
    rows = {
        key
        for annex in printed.annexes
        for block in annex.blocks
        if isinstance(block, paper.Table)
        for key in block.row_keys
    }
    return to_page(printed, links=lambda ref: {"href": f"#{ref}"} if ref in rows else None).encode()


_MADE: dict[str, Callable[[paper.Paper, datetime], bytes]] = {
    "docx": lambda printed, at: to_docx(printed, at=at),
    "pdf": lambda printed, at: to_pdf(printed, at=at),
    "html": _page,
    "text": lambda printed, at: to_text(printed).encode(),
}


def _headed(built: Built) -> str:
    """The office as its letterhead has it: the place is said by the line above, or stands on a line of its own."""
    place = built.parent.partition(f"{_COMMITTEE} ")[2]
    if place and built.agency.endswith(f" {place}"):
        return built.agency.removesuffix(f" {place}")
    if built.agency.startswith(f"{_COMMITTEE} "):
        return f"{_COMMITTEE} " + built.agency.removeprefix(f"{_COMMITTEE} ").replace(" ", _KEPT)
    return built.agency


def _heading(section: Section) -> paper.Heading:
    level = section.level
    return paper.Heading(
        1 if level < 2 else 2 if level == 2 else 3 if level == 3 else 4,
        section.title,
        section.number,
        section.key,
    )


def lines_of(block: Block, section: Section | None) -> Iterator[paper.Block]:
    """What is printed of one block."""
    if block.state in ("skipped", "empty"):
        return
    lead = _spans(block.lead)
    key = block.key if block.state != "nil" else f"{block.key}.nil"
    if lead and len(block.items) == 1:
        yield paper.Paragraph(_run_in(lead, _spans(block.items[0].text)), key)
    else:
        if lead:
            yield paper.Paragraph(lead, key)
        for at, item in enumerate(block.items, start=1):
            mark = "." if at == len(block.items) else ";"
            yield paper.Item(_stopped(_spans(item.text), mark), key="" if lead or at > 1 else key)
    has_lines = bool(lead or block.items)
    yield from _written(block.text, "" if has_lines else key)
    if block.state == "gap":
        yield paper.Gap(_missing(block), f"{block.key}.gap")
    if block.state == "open":
        yield paper.Gap(f"Chưa viết: {section.title if section else 'phần mở đầu'}", f"{block.key}.open")


def _run_in(lead: tuple[paper.Span, ...], line: tuple[paper.Span, ...]) -> tuple[paper.Span, ...]:
    """The one line goes on in the sentence that leads it in: "… thực hiện phong trào thi đua …"."""
    begins = line[0].text if line else ""
    if begins.startswith("Phong trào ") and not lead[-1].text.rstrip().endswith((":", ".")):
        line = (replace(line[0], text=begins[:1].lower() + begins[1:]), *line[1:])
    return (*lead, paper.Span(" "), *_stopped(line, "."))


def _missing(block: Block) -> str:
    told = (block.missing or "số liệu").rstrip(" .;")
    told = told[:1].upper() + told[1:] if told.startswith("chưa") else f"Chưa có {told}"
    if block.module:
        told += f". Số liệu thuộc phần {block.module}, chưa có trong hệ thống"
    return f"{told}. Nơi có số liệu: {block.supplier}" if block.supplier else told


def _written(text: str, key: str) -> Iterator[paper.Block]:
    """The officer's words: a paragraph a line, "- …" a line of a list."""
    for line in filter(None, map(str.strip, text.splitlines())):
        marked = _MARKED.fullmatch(line)
        yield paper.Item(marked[2], marked[1], key) if marked else paper.Paragraph(line, key)
        key = ""


def _spans(pieces: Sequence[Piece]) -> tuple[paper.Span, ...]:
    return tuple(paper.Span(piece.text, ref=piece.ref) for piece in pieces if piece.text)


def _stopped(spans: tuple[paper.Span, ...], mark: str) -> tuple[paper.Span, ...]:
    """With `mark` at the end in place of the line's own."""
    if not spans:
        return spans
    last = spans[-1]
    return (*spans[:-1], replace(last, text=last.text.rstrip(" .;,") + mark))


def _signature(agency: str) -> paper.Signature:
    """Who signs for an office of this name; the name of the person is written when it is signed."""
    if agency.startswith(_COMMITTEE):
        return paper.Signature("Chủ tịch", behalf=_COMMITTEE)
    office = next((office for begin, office in _OFFICES if agency.startswith(begin)), "Thủ trưởng cơ quan")
    return paper.Signature(office)


def _annex(built: Built) -> paper.Annex:
    rows: list[tuple[paper.Text, ...]] = []
    keys: list[str] = []
    for section, block in built.blocks():
        for key, told, named in _based(block):
            for start in range(0, len(named) or 1, _ROWS):
                is_first = start == 0
                rows.append(
                    (_place(section), told if is_first else "", "\n".join(named[start : start + _ROWS]))
                )
                keys.append(key if is_first and key not in keys else "")
    listed: tuple[paper.Block, ...] = (paper.Paragraph(f"Số liệu lấy lúc {moment(built.at)}."),)
    if rows:
        listed += (paper.Table(_COLUMNS, rows, row_keys=keys),)
    return paper.Annex("Số liệu và căn cứ", listed, reference=f"Kèm theo Báo cáo của {built.agency}")


def _place(section: Section | None) -> str:
    """ "I.2.1" as people name the heading."""
    return section.key if section else "Mở đầu"


def _based(block: Block) -> Iterator[tuple[str, paper.Text, Sequence[str]]]:
    """Key, words and records of every figure and line of a block."""
    listed = {ref.key for item in block.items for ref in item.refs}
    for figure in block.figures:
        is_whole = len(block.items) > 1 and {ref.key for ref in figure.refs} == listed
        below = [f"{len(block.items):02d} dòng ngay dưới đây"]
        yield figure.key, _told(figure), below if is_whole else _named(figure.refs)
    for item in block.items:
        yield item.key, _shortened(item.plain), _named(item.refs)
    if block.nil:
        yield block.nil.key, "Không phát sinh", _named((block.nil,))


def _shortened(text: str) -> str:
    """Enough of a line to find it above."""
    return text if len(text) <= _ENOUGH else f"{text[:_ENOUGH].rsplit(' ', 1)[0]} …"


def _told(figure: Figure) -> paper.Text:
    words = f"\n{figure.words}" if figure.words else ""
    return (paper.Span(figure.text, bold=True), f" - {figure.label}.", paper.Span(words, italic=True))


def _named(refs: Sequence[Ref]) -> list[str]:
    return [f"{ref.label} ({ref.detail})" if ref.detail else ref.label for ref in refs]
