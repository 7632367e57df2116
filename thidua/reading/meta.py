"""The document's own identity: kind, number, day, place, issuer, subject, signer (form of Nghị định 30/2020/NĐ-CP)."""

import re
from dataclasses import dataclass, field
from datetime import date

from thidua.reading import issuers, speaker
from thidua.reading.facts import Meta, Span
from thidua.reading.foot import Foot, read_foot
from thidua.reading.lines import Line
from thidua.reading.text import Text
from thidua.reading.zones import ACTING, SIGNS
from thidua.vn.dates import match_day
from thidua.vn.documents import TYPE_BY_FOLD, parse_number
from thidua.vn.fold import fold, plain

_GAP = re.compile(r"\s{2,}|\t")
_MOTTO_CUT = re.compile(r"\s(?=CỘNG HO[ÀA]|CỘNG HÒA|ĐẢNG CỘNG SẢN VIỆT NAM|Độc lập\s*[-–—])")
_OWN = re.compile(
    r"(?:^|\s)(?:s[oố6ôò])\s*[:.;]?\s*(?P<serial>\d(?:\s?\d){0,5}[a-z]?)?[\s.…_]*"
    r"(?P<symbol>(?:/\s?\d{4}\s?)?[/-]\s?[a-z][\w.&]*(?:\s?[-/]\s?[a-z][\w.&]*){0,4})",
)
_DAY_WORD = re.compile(r"(?:^|[\s,])(ngay)(?=[\s\d.…_])")
_BLANK_DAY = re.compile(r"ngay[\s\d.…_]*thang[\s\d.…_]*(?:nam[\s\d.…_]*)?")
_SUBJECT = re.compile(r"(?:v/v|v\.v|ve viec)\b\s*:?\s*")
_RULE = re.compile(r"[\W_]+")
_TRIM = " .,;:-–—_*"


@dataclass
class _Head:
    """What the letterhead says; spans count in raw."""

    offices: list[str] = field(default_factory=list)
    number: str | None = None
    symbol: str | None = None
    day: date | None = None
    place: str | None = None
    subject: list[str] = field(default_factory=list)
    spans: dict[str, Span] = field(default_factory=dict)
    numbered: bool = False


def find(text: Text) -> Meta:
    """The identity as printed; what the form leaves blank stays None."""
    head = _read_head(text)
    foot = read_foot(text)
    kind, title = _kind_and_title(text, head)
    issuer = _issuer(text, head, foot)
    if foot.signer_span:
        head.spans["signer"] = foot.signer_span
    return Meta(
        type=kind,
        number=head.number,
        date=head.day,
        place=head.place,
        issuer=issuer,
        title=title,
        signer=foot.signer,
        signer_title=foot.signer_title,
        recipients=foot.recipients,
        drafter_mark=foot.drafter_mark,
        spans=head.spans,
    )


def _read_head(text: Text) -> _Head:
    head = _Head()
    for line in text.lines[: text.zones.type]:
        _read_line(head, line)
    return head


def _read_line(head: _Head, line: Line) -> None:
    """Number and day first, whose blanks look like columns; then what stands around them."""
    folded = plain(line.text)
    taken: list[Span] = []
    own = None if head.numbered else _OWN.search(folded)
    if own:
        head.numbered = True
        taken.append(own.span())
        _take_number(head, line.start, line.text, own)
    day = _take_day(head, line, folded, own.end() if own else 0)
    if day:
        taken.append(day)
    place = 0
    for start, end in [*taken, (len(line.text), len(line.text))]:
        for at, piece in _cells(line.text[place:start]):
            _read_piece(head, line.start + place + at, piece)
        place = end


def _cells(text: str) -> list[tuple[int, str]]:
    """Columns parted by blanks, or the motto glued to the office, each with its offset."""
    found: list[tuple[int, str]] = []
    place = 0
    for cell in _GAP.split(text):
        at = text.find(cell, place)
        place = at + len(cell)
        cut = _MOTTO_CUT.search(cell)
        if cut:
            found.append((at, cell[: cut.start()]))
            at, cell = at + cut.end(), cell[cut.end() :]
        if cell.strip():
            found.append((at + len(cell) - len(cell.lstrip()), cell.strip()))
    return found


def _read_piece(head: _Head, at: int, piece: str) -> None:
    folded = plain(piece)
    if _RULE.fullmatch(piece) or issuers.is_motto(piece) or re.fullmatch(r"s[oo6]\s*[:.]?\s*", folded):
        return
    subject = _SUBJECT.match(folded)
    if subject:
        head.subject = [piece[subject.end() :]]
        head.spans["title"] = (at + subject.end(), at + len(piece))
    elif head.subject and not piece.isupper():
        head.subject.append(piece)
        head.spans["title"] = (head.spans["title"][0], at + len(piece))
    elif _is_office(piece) and not (head.subject or (head.numbered and head.offices)):
        _take_office(head, at, piece)


def _is_office(piece: str) -> bool:
    letters = [char for char in piece if char.isalpha()]
    if len(piece) > 150 or ACTING.match(piece) or (SIGNS.match(piece) and not issuers.is_head(piece)):
        return False
    return len(letters) > 2 and sum(char.isupper() for char in letters) >= len(letters) * 0.8


def _take_office(head: _Head, at: int, piece: str) -> None:
    name = piece.strip(_TRIM)
    goes_on = head.offices and (
        not issuers.is_head(name)
        or issuers.is_unfinished(head.offices[-1])
        or name.startswith(("-", "VÀ "))
        or head.offices[-1].endswith((" VÀ", "-", ","))
    )
    if goes_on:
        head.offices[-1] += " " + name
        head.spans["issuer"] = (head.spans["issuer"][0], at + len(piece))
    else:
        head.offices.append(name)
        head.spans["issuer"] = (at, at + len(piece))


def _take_number(head: _Head, at: int, piece: str, own: re.Match[str]) -> None:
    printed = piece[own.start("symbol") : own.end("symbol")]
    serial = (own["serial"] or "").replace(" ", "")
    parsed = parse_number((serial or "0") + printed)
    if parsed is None:
        return
    head.symbol = parsed.issuer_abbr
    if serial:
        head.number = parsed.as_written
        head.spans["number"] = (at + own.start("serial"), at + own.end("symbol"))


def _take_day(head: _Head, line: Line, folded: str, start: int) -> Span | None:
    """Place and day: "Kiên Giang, ngày 06 tháng 3 năm 2024"; the blanks of a form leave the day None."""
    word = _DAY_WORD.search(folded, start)
    if not word:
        return None
    dated = match_day(folded, word.start(1))
    blank = _BLANK_DAY.match(folded, word.start(1))
    if dated is None and blank is None:
        return None
    end = dated.end if dated else blank.end() if blank else word.end()
    begin = word.start(1)
    comma = folded.rfind(",", start, begin)
    if comma >= 0 and not folded[comma + 1 : begin].strip():
        begin = max([start, *(gap.end() for gap in _GAP.finditer(line.text, start, comma))])
        place = line.text[begin:comma].strip(_TRIM)
        if place and head.place is None:
            head.place = place
            at = line.start + line.text.find(place, begin)
            head.spans["place"] = (at, at + len(place))
    if dated and dated.day and head.day is None:
        head.day = dated.day
        head.spans["date"] = (line.start + dated.start, line.start + dated.end)
    return begin, end


def _kind_and_title(text: Text, head: _Head) -> tuple[str | None, str | None]:
    zones = text.zones
    if zones.has_type:
        block = next(block for block in text.blocks if block.kind == "type")
        head.spans["type"] = text.span(block.start, block.end)
        title = " ".join(
            text.flat[block.start : block.end] for block in text.blocks if block.kind == "title"
        ).strip(_TRIM)
        titles = [block for block in text.blocks if block.kind == "title"]
        if titles:
            head.spans["title"] = text.span(titles[0].start, titles[-1].end)
        kind, rest = _split_type(text.flat[block.start : block.end])
        return kind, (f"{rest} {title}".strip() or None)
    subject = " ".join(" ".join(head.subject).split()).strip(_TRIM) or None
    is_letter = head.numbered or subject is not None or text.plain.startswith("kinh gui", text.body[0])
    return ("Công văn" if is_letter else None), subject


def _split_type(printed: str) -> tuple[str, str]:
    """ "BÁO CÁO TỔNG KẾT NĂM 2024" → ("Báo cáo", "TỔNG KẾT NĂM 2024")."""
    words = printed.strip(_TRIM).split()
    for count in range(min(4, len(words)), 0, -1):
        kind = TYPE_BY_FOLD.get(fold(" ".join(words[:count])))
        if kind:
            return kind.name, " ".join(words[count:])
    whole = " ".join(words).lower()
    return whole[:1].upper() + whole[1:], ""


def _issuer(text: Text, head: _Head, foot: Foot) -> str | None:
    if head.offices:
        return issuers.ordinary_case(head.offices[-1], text)
    head.spans.pop("issuer", None)
    name, place = speaker.find(text, head.symbol, foot.acting_for)
    if place:
        head.spans["issuer"] = text.span(*place)
    return name
