"""Who came: counts with a base ("29/29 công chức tham dự", "45 trong tổng số 47"), and the event that they came to."""

import re

from thidua.reading.facts import Attendance
from thidua.reading.outline import Block
from thidua.reading.text import Text
from thidua.reading.words import sentences

_NUMBER = r"\d{1,3}(?:\.\d{3})+|\d{1,5}"
_PEOPLE = (
    r"(?:luot\s)?(?:ca nhan|dong chi|nguoi|can bo|cong chuc|vien chuc|giao vien|nhan vien|hoc sinh|sinh vien|cong nhan|lao dong|dang vien|hoi vien|doan vien|nong dan|thanh vien|"
    r"uy vien|dai bieu|don vi|co quan|chi bo|phong|xa|hoc vien|thay|bac si|y bac si|nha giao|can bo, cong chuc|ong|doanh nghiep|thon|truong|co giao)"
)
_BASE = re.compile(
    rf"(?<![\w/.,-])(?P<present>{_NUMBER})\s?(?P<unit>(?:{_PEOPLE})\s)?(?:/|tren|trong tong so|trong so|tren tong so|tren tong)\s?(?:tong so\s)?(?P<expected>{_NUMBER})(?![\w/%]|[.,]\d)"
)
_HEADCOUNT = re.compile(rf"(?<![\w/.,-])(?P<present>{_NUMBER})\s(?=(?:{_PEOPLE})\b)")
_CAME = r"(?:tham du|tham gia|du hop|du hoi nghi|du le|du day du|den du|co mat|hien dien|tham hop|\bdu(?! kien| an\b| thao| bao| toan| lich| phong| tru| bi\b| luan| luat|ng|o)\b)"
_CAME_BEHIND = re.compile(rf"\s?(?:\([^()]{{1,40}}\)\s?)?(?:{_PEOPLE})?(?:[^.;:()\n]{{0,110}}?){_CAME}")
_CAME_BEFORE = re.compile(
    rf"(?:{_CAME}|thanh phan(?: du hop| tham du)?|trieu tap|so nguoi du|tong so dai bieu|quan so)[\s:]*(?:co |la |gom |gom co )?(?:hoi nghi |cuoc hop |le |lop )?[^.;:()\d\n]{{0,70}}(?:co |la |gom |: ?|voi |)(?:mat )?$"
)
_PRESENT_BEFORE = re.compile(r"co mat(?: tai \w+(?: \w+){0,4})?\s?:?\s?$")
_VOTES = re.compile(
    r"\b(?:so phieu|phieu (?:bau|thuan|dong y)|nhat tri|dong y|bieu quyet|tan thanh|thong nhat|ung ho|tieu chi|so diem)\b"
)
_DATED = re.compile(r"\b(?:thang|ngay|quy|nam|dot|so|le|dip|tet)\s$")
_MIGHT_TELL = re.compile(r"\bdu\b(?! kien| an\b| thao| toan| lich)|tham gia|co mat|hien dien")
_SENT = re.compile(r"\b(?:cho|tap huan|boi duong|giai|moi|cu|phan cong|giao|trieu tap|chon|dang ky)\s$")
_PEOPLE_BEHIND = re.compile(rf"\s?(?:{_PEOPLE})\b")
_EVENT = re.compile(
    r"\b(?:hoi nghi|cuoc hop|phien hop|buoi hop|buoi le|buoi|le|lop tap huan|lop|cuoc trien khai|cuoc tuyen truyen|cuoc(?! van dong| thi| song)|dai hoi|hoi thao|toa dam|sinh hoat|hop mat|(?<!du )(?<!tham )hop|tap huan|hoi thi|mit tinh|chuong trinh)\b"
)
_MET = re.compile(r"(?<=du )(?:hop|le)\b")
_EVENT_END = re.compile(
    r"[;:()\n\"]|,\s(?!nguoi lao dong|khen thuong|cong chuc|vien chuc|can bo)|\.\s|\s(?:co|voi|vao|ngay|luc|tai|do|da|duoc|bang cach|nham|de|thong qua|gom|quy tu|thu hut|cho (?=\d))\s|\s\d+\s?/"
)
_LONGEST = 140
_OUTSIDE = ("header", "type", "footer", "signature")


def find(text: Text) -> tuple[Attendance, ...]:
    """Attendance told in the text, in order; votes and rates are none, and a count without a base has no `expected`."""
    found: list[Attendance] = []
    planned = _is_planned(text)
    for index in sorted({text.block_at(place.start()) for place in _MIGHT_TELL.finditer(text.plain)}):
        block = text.blocks[index]
        if block.kind not in _OUTSIDE:
            for start, end in sentences(text, block.body, block.end):
                found += _sentence(text, block, start, end, planned)
    return tuple(found)


def _is_planned(text: Text) -> bool:
    """A plan or an invitation: who is counted there without a base has yet to come."""
    types = (text.plain[block.start : block.end] for block in text.blocks[:40] if block.kind == "type")
    return next(types, "").startswith(
        ("ke hoach", "giay moi", "thu moi", "huong dan", "chuong trinh", "de an", "phuong an", "to trinh")
    )


def _sentence(text: Text, block: Block, start: int, end: int, planned: bool) -> list[Attendance]:
    found: list[Attendance] = []
    taken = start
    for match in _BASE.finditer(text.plain, start, end):
        if _came(text, start, end, match, based=True):
            found.append(_attendance(text, block, start, match, match["expected"]))
            taken = match.end()
    if not found and not planned:
        for match in _HEADCOUNT.finditer(text.plain, taken, end):
            if _came(text, start, end, match, based=False):
                found.append(_attendance(text, block, start, match, None))
                break
    return found


def _came(text: Text, start: int, end: int, match: re.Match[str], *, based: bool) -> bool:
    """They came to something: "… tham dự", "có mặt …", "dự họp có …"; and it is no vote."""
    plain = text.plain
    present, expected = _count(match["present"]), _count(match["expected"]) if based else 0
    before = plain[max(start, match.start() - 110) : match.start()]
    if (based and (present > expected or expected == 0)) or _DATED.search(before):
        return False
    came_before = _CAME_BEFORE.search(before) or _PRESENT_BEFORE.search(before)
    if came_before:
        return (
            _PEOPLE_BEHIND.match(plain, match.end()) is not None
            or match.groupdict().get("unit") is not None
            or _closes(plain, match.end())
        )
    behind = _CAME_BEHIND.match(plain, match.end(), min(end, match.end() + 200))
    if not behind:
        return False
    people = _PEOPLE_BEHIND.match(plain, match.end()) or match.groupdict().get("unit")
    said = plain[match.end() : min(end, behind.end() + 30)]
    if not based and _SENT.search(before):
        return False
    if behind.group().endswith("tham gia") and not _EVENT.search(plain, start, min(end, behind.end() + 30)):
        return False
    return people is not None and not _VOTES.search(said)


def _closes(plain: str, at: int) -> bool:
    return plain[at : at + 1] in ("", ")", ".", ";", ",")


def _count(digits: str) -> int:
    return int(digits.replace(".", ""))


def _attendance(
    text: Text, block: Block, start: int, match: re.Match[str], expected: str | None
) -> Attendance:
    return Attendance(
        event=_event(text, block, start, match.start()),
        present=_count(match["present"]),
        expected=_count(expected) if expected else None,
        spans=text.spans(match.start(), match.end()),
    )


def _event(text: Text, block: Block, start: int, at: int) -> str:
    """The meeting named last before the figure in its sentence, then after it, then in its paragraph or the title."""
    plain = text.plain
    last = _last_event(plain, start, at) or _EVENT.search(plain, at, min(block.end, at + 200))
    if last is None:
        last = _last_event(plain, max(block.body, start - 400), start)
    if last is None:
        titles = [one for one in text.blocks[:30] if one.kind == "title"]
        last = _EVENT.search(plain, titles[0].start, titles[0].end) if titles else None
    last = last or _MET.search(plain, start, min(block.end, at + 200))
    if last is None:
        return text.flat[block.body : min(block.end, block.body + 80)].strip()
    limit = min(len(plain), last.start() + _LONGEST)
    for stop in _EVENT_END.finditer(plain, last.end(), limit):
        # "cơ quan" folds like "có quan".
        if stop.group() != " co " or text.flat[stop.start() : stop.end()] == " có ":
            limit = stop.start()
            break
    return text.flat[last.start() : limit].strip(" ,;:")


def _last_event(plain: str, start: int, end: int) -> re.Match[str] | None:
    return max(_EVENT.finditer(plain, start, end), key=re.Match.start, default=None)
