"""What a report tells beside the facts of `--json`: its period, what did not happen, what is being drafted or planned.

Pure; each finder is linear. A statement that nothing happened is only one where the text says so in plain words.
"""

import re
from dataclasses import dataclass
from typing import Literal

from thidua.reading import deadlines
from thidua.reading.facts import Spans
from thidua.reading.sections import Heading, Sections
from thidua.reading.text import Text
from thidua.reading.words import sentences
from thidua.vn.fold import nfc, plain
from thidua.vn.periods import Period, parse

Matter = Literal[
    "don_thu",
    "dien_hinh",
    "sang_kien",
    "phong_trao",
    "khen_thuong",
    "kiem_tra",
    "tap_huan",
    "tuyen_truyen",
    "the_che",
    "gop_y",
    "cum_khoi",
    "quy",
]
_OUTSIDE = ("header", "type", "title", "footer", "signature", "footnote")
_NAMED = (
    r"(?:6|sau) thang (?:dau|cuoi) nam(?: \d{4})?|quy (?:iv|iii|ii|i|[1-4])(?:(?: nam|/)? ?\d{4})?"
    r"|nam hoc \d{4} ?- ?\d{4}|thang \d{1,2}(?:/| nam )\d{4}|nam \d{4}"
)
_PERIOD = re.compile(rf"\b(?:{_NAMED})(?![\d/])")
_YEAR = re.compile(r"(?<![\d/])((?:19|20)\d{2})(?![\d/])")
_NONE = re.compile(
    r"\b(?:chua|khong)(?: co)? (?:phat sinh|xay ra|nhan duoc|de xay ra)(?: (?:truong hop|vu viec|cac))?\b"
    r"|\b(?:chua|khong) co (?:bat ky |truong hop )?(?=don thu|don khieu nai|mo hinh|guong dien hinh|dien hinh|sang kien|vu viec|ho so)"
)
_MATTERS: tuple[tuple[Matter, re.Pattern[str]], ...] = (
    ("don_thu", re.compile(r"\b(?:don thu|khieu nai|to cao|kien nghi phan anh)\b")),
    ("dien_hinh", re.compile(r"\b(?:mo hinh|dien hinh|nhan to moi|cach lam hay)\b")),
    ("sang_kien", re.compile(r"\bsang kien\b")),
    ("kiem_tra", re.compile(r"\b(?:kiem tra|thanh tra|sai pham|vi pham)\b")),
    ("tap_huan", re.compile(r"\b(?:tap huan|boi duong)\b")),
    ("tuyen_truyen", re.compile(r"\btuyen truyen\b")),
    ("quy", re.compile(r"\b(?:quy thi dua|quy khen thuong|trich lap)\b")),
    ("gop_y", re.compile(r"\b(?:gop y|xin y kien)\b")),
    ("cum_khoi", re.compile(r"\b(?:cum thi dua|khoi thi dua)\b")),
    ("phong_trao", re.compile(r"\bphong trao\b")),
    ("khen_thuong", re.compile(r"\b(?:khen thuong|ho so|danh hieu)\b")),
    ("the_che", re.compile(r"\b(?:van ban|quy che|quy dinh)\b")),
)
_AHEAD = re.compile(r"\b(?:vuong mac|kho khan|neu)\b")
_DRAFTS = re.compile(
    r"\bdang (?:xay dung |hoan thien |lay y kien )?(?:du thao|soan thao)\s(?P<type>quy che|quy dinh|quyet dinh|ke hoach|huong dan|quy trinh|de an)\b"
)
_PLANS = re.compile(r"\bdu kien\b")
_WILL = re.compile(r"\b(?:se|to chuc|tien hanh|ban hanh|hoan thanh|xay dung)\b")
_DONE_BY = re.compile(r"\(?thoi gian hoan thanh\b")
_WHEN = re.compile(
    r"(?:cuoi |dau |giua )?(?:thang \d{1,2}(?:/| nam )\d{4}|quy (?:iv|iii|ii|i|[1-4])(?: nam |/)\d{4})"
)
_TITLE_END = re.compile(r"\s(?:nham|de|theo|trinh|cho phu hop|tren co so)\s|[.;:(]")


@dataclass(frozen=True, slots=True)
class Nil:
    """ "6 tháng đầu năm 2024 … chưa phát sinh đơn thư": `matter` did not happen in `period` (as printed, or the report's)."""

    matter: Matter
    period: str | None
    printed: str
    section: str | None
    spans: Spans


@dataclass(frozen=True, slots=True)
class Drafted:
    """ "Đang dự thảo Quy chế …": a document that is being written."""

    type: str
    title: str
    section: str | None
    spans: Spans


@dataclass(frozen=True, slots=True)
class Planned:
    """ "Dự kiến tháng 12 năm 2024 sẽ tổ chức tổng kết …": what is to come, by when as printed."""

    action: str
    deadline_text: str
    section: str | None
    spans: Spans


def period_of(title: str) -> Period | None:
    """The first period that the title names; one without a year has that of the next that has one."""
    words = plain(" ".join(nfc(title).split()))
    found = _PERIOD.search(words)
    if found is None:
        return None
    named = found[0]
    if not _YEAR.search(named):
        year = _YEAR.search(words, found.end())
        named = f"{named} {year[1]}" if year else named
    return parse(named.replace("sau thang", "6 thang"))


def period_in(title: str) -> str | None:
    """A period of the calendar that the title names whole, as printed; "giai đoạn 2021 - 2025" is none."""
    flat = " ".join(title.split())
    found = _PERIOD.search(plain(flat))
    if found is None or found[0].startswith("nam ") or parse(found[0]) is None:
        return None
    return flat[found.start() : found.end()].lower()


def nils(text: Text) -> tuple[Nil, ...]:
    """In order; each matter once a sentence."""
    sections = Sections(text)
    found = []
    for index, start, end in _sentences(text):
        said = _NONE.search(text.plain, start, end)
        if said is None or _AHEAD.search(text.plain, max(start, said.start() - 30), said.start()):
            continue
        matter = _matter(text, said.end(), end)
        if matter is None:
            continue
        headings = sections.of_block(index)
        begin = _run_in(text, headings, start, said.start())
        period = _PERIOD.search(text.plain, begin, said.start())
        found.append(
            Nil(
                matter=matter,
                period=text.flat[period.start() : period.end()] if period else None,
                printed=text.flat[begin:end].strip(),
                section=headings[0].number if headings else None,
                spans=text.spans(begin, _trimmed(text, end)),
            )
        )
    return tuple(found)


def drafted(text: Text) -> tuple[Drafted, ...]:
    sections = Sections(text)
    found = []
    for index, start, end in _sentences(text):
        said = _DRAFTS.search(text.plain, start, end)
        if said is None:
            continue
        stop = _TITLE_END.search(text.plain, said.end(), end)
        at = said.start("type")
        close = stop.start() if stop else end
        headings = sections.of_block(index)
        kind = text.flat[at : said.end("type")]
        title = text.flat[at:close].strip(" .,;")
        found.append(
            Drafted(
                kind[:1].upper() + kind[1:].lower(),
                title,
                headings[0].number if headings else None,
                text.spans(at, close),
            )
        )
    return tuple(found)


def planned(text: Text) -> tuple[Planned, ...]:
    """Sentences that say "dự kiến … sẽ …" with a time, or that end in "(Thời gian hoàn thành …)"."""
    sections = Sections(text)
    found = []
    for index, start, end in _sentences(text):
        headings = sections.of_block(index)
        begin = _run_in(text, headings, start, end)
        says = _PLANS.search(text.plain, begin, min(end, begin + 40))
        by = _DONE_BY.search(text.plain, begin, end)
        if by is None and (says is None or not _WILL.search(text.plain, says.end(), end)):
            continue
        due = deadlines.find(text, by.start() if by else says.end() if says else begin, end)
        period = _month(text, by.end() if by else says.end() if says else begin, end)
        if by is None and period is not None and (due is None or period.start() < due.start):
            printed = text.flat[period.start() : period.end()]
        elif due is not None:
            printed = due.printed
        else:
            continue
        close = _trimmed(text, end)
        found.append(
            Planned(
                _bare(text.flat[begin:close]),
                printed,
                headings[0].number if headings else None,
                text.spans(begin, close),
            )
        )
    return tuple(found)


def _month(text: Text, start: int, end: int) -> re.Match[str] | None:
    return _WHEN.search(text.plain, start, end)


def _sentences(text: Text) -> list[tuple[int, int, int]]:
    return [
        (index, start, end)
        for index, block in enumerate(text.blocks)
        if block.kind not in _OUTSIDE
        for start, end in sentences(text, block.body, block.end)
    ]


def _run_in(text: Text, headings: tuple[Heading, ...], start: int, before: int) -> int:
    """Where the sentence begins behind a heading on the same line ("8.4. Giải quyết đơn thư: 6 tháng đầu năm …")."""
    if not headings or not headings[0].start <= start < headings[0].end:
        return start
    at = headings[0].end + 1
    while at < before and text.flat[at] == " ":
        at += 1
    return at if at < before else start


def _bare(printed: str) -> str:
    """Without the list mark, and without the brackets around the whole of it."""
    words = printed.strip(" .;*-")
    return words[1:-1].strip() if words.startswith("(") and words.endswith(")") else words


def _matter(text: Text, start: int, end: int) -> Matter | None:
    """What the words behind speak of first."""
    best: tuple[int, Matter] | None = None
    for matter, words in _MATTERS:
        found = words.search(text.plain, start, min(end, start + 90))
        if found and (best is None or found.start() < best[0]):
            best = (found.start(), matter)
    return best[1] if best else None


def _trimmed(text: Text, end: int) -> int:
    while end and text.flat[end - 1] in " \n":
        end -= 1
    return end
