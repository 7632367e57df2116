"""By when: the phrase as printed, and the day where the text fixes one. Nothing is worked out that is not printed."""

import re
from dataclasses import dataclass
from datetime import date

from thidua.reading.text import Text
from thidua.vn.dates import make_day

_HOUR = r"(?:(?:luc\s)?\d{1,2}\s?(?:gio|h|g|:)\s?(?:\d{2}(?:\sphut)?)?\s?,?\s?(?:(?:cua|cung)\s)?)?"
_WEEKDAY = r"(?:\(?(?:thu\s(?:hai|ba|tu|nam|sau|bay|[2-7])|chu nhat)\)?,?\s)?"
_DAY = (
    r"(?:(?P<d>\d{1,2})\s?[/.-]\s?(?P<m>\d{1,2})\s?[/.-]\s?(?P<y>\d{4})"
    r"|(?P<d2>\d{1,2})\s{0,2}thang\s{0,2}(?P<m2>\d{1,2})(?:\s{0,2}nam\s{0,2}|\s?/\s?)(?P<y2>\d{4}))(?!\d)"
)
_BARE_DAY = (
    r"\d{1,2}(?:\s(?:thang\s\d{1,2}(?!\d)|thang\s(?:cuoi|dau)\s(?:quy|nam)|hang\s(?:thang|quy|nam)|cua\sthang\s(?:sau|cuoi\squy|lien\ske|tiep\stheo))"
    r"|\s?/\s?\d{1,2}(?!\s?[/\d]))(?:\s?(?:hang\snam|cua\snam\ssau))?"
)
_LEAD = (
    r"(?:(?:phai\s)?(?:hoan\sthanh|hoan\stat|xong|ket\sthuc)\s(?:va\s(?:bao cao|gui|nop)\s)?)?"
    r"(?:truoc|cham\snhat(?:\s(?:la|den|vao|trong|truoc))?|muon\snhat(?:\sla)?|den\shet|het|khong\squa|tre\snhat|cho\sden|thoi\shan:?|han\scuoi:?|thoi\sgian\shoan\sthanh:?)"
)
_EDGE = r"(?:(?:het|cuoi|dau|giua|trong|khoang)\s){0,2}"
_PERIOD = (
    r"(?:tuan\s(?:nay|sau|toi|dau|cuoi|thu\s\w+|\d)(?:\s(?:cua\s)?thang\s\d{1,2}(?:\s?/\s?\d{4}|\snam\s\d{4})?)?"
    r"|thang\s(?:nay|sau|toi|\d{1,2})(?:\s?/\s?\d{4}|\s?-\s?\d{4}|\snam\s\d{4})?(?![\d/])"
    r"|quy\s(?:iv|iii|ii|i|[1-4])(?:\s?/\s?\d{4}|\snam\s\d{4}|\s\d{4})?(?![\w/])"
    r"|6\sthang\s(?:dau|cuoi)(?:\snam)?(?:\s\d{4})?|nam\s(?:hoc\s)?\d{4}(?:\s?-\s?\d{4})?(?![\d/]))"
)
_DURATION = (
    r"(?:trong\s(?:vong|thoi\shan|thoi\sgian)|cham\snhat|khong\squa|sau|truoc)\s(?:toi\sda\s)?\d{1,3}\s(?:\([a-z\s]{2,20}\)\s)?(?:ngay|tuan|thang|gio)(?:\slam\sviec)?"
    r"(?:,?\s(?:ke\stu|tinh\stu|tu)\s(?:ngay|khi)(?:\s(?!va\s|de\s|gui\s|trinh\s|,)[^\s.;,]+){0,8}|\s(?:truoc|sau)\skhi(?:\s[^\s.;,]+){1,6})?"
)
_RULE = (
    r"(?:theo\s|bao\sdam\s|dam\sbao\s)?(?:dung\s|kip\s)(?:va\sdu\s)?(?:thoi\s(?:gian|han|diem)|tien\sdo|han|ky\shan|lich)"
    r"(?:\s(?:quy\sdinh|theo\squy\sdinh|yeu\scau|de\sra|da\sde\sra|duoc\sgiao|cua\s(?:chuong\strinh|ke\shoach)(?:\s[^\s.;,]+){0,8}))?"
    r"|theo\s(?:thoi\s(?:gian|han)|tien\sdo|lich)\s(?:quy\sdinh|cua\s[^.;,]{3,60}|de\sra|thong\sbao)"
)
_EVENT = (
    r"(?:ngay\s)?(?:sau|truoc)\skhi(?:\s(?!de\s|nham\s|va\sgui)[^\s.;,]+){1,12}|khi\sket\sthuc(?:\s[^\s.;,]+){1,6}|ket\sthuc\smoi\sdot\sthi\sdua|"
    r"(?:dip|nhan\sdip|truoc\sdip)\s\d{1,2}/\d{1,2}(?!/)|truoc\s(?:tet|khai\sgiang)(?:\s[^\s.;,]+){0,3}"
)
_REGULAR = r"(?:dinh\sky\s)?(?:hang|moi)\s(?:tuan|thang|quy|nam|6\sthang)(?:\s?,?\s(?:6\sthang|quy|nam))?|dinh\sky(?:\s(?:6\sthang|quy|nam|thang)(?:,\s(?:nam|quy|6\sthang))*)?|cuoi\s(?:nam|thang|quy|dot|ky)|dau\snam"
# Tried in this order at every place where one of the first words stands.
_FIRST = re.compile(
    r"\((?=du kien|quy|thang|tuan|\d)|\b(?:truoc|cham|muon|tre|den|het|khong|cho|thoi|han|hoan|xong|ket|phai|vao|trong|ngay|cuoi|dau|giua|sau|tu|dung|kip|theo|dam|bao|khi|dip|nhan|hang|moi|dinh|luc|quy|thang)\b"
)
_KINDS: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "range",
        re.compile(
            rf"tu\s(?:ngay\s)?(?:\d[\d/. -]{{0,10}}\s?(?:thang\s\d{{1,2}}\s)?(?:nam\s\d{{4}}\s)?)?(?:den|-)\s(?:het\s)?(?:ngay\s)?{_DAY}"
        ),
    ),
    ("day", re.compile(rf"{_LEAD}\s{_HOUR}{_WEEKDAY}(?:ngay\s)?{_DAY}")),
    ("day", re.compile(rf"(?:vao|trong|luc)\s{_HOUR}{_WEEKDAY}ngay\s{_DAY}")),
    ("text", re.compile(rf"{_LEAD}\s{_HOUR}(?:ngay\s)?{_BARE_DAY}")),
    ("text", re.compile(rf"{_LEAD}\s{_EDGE}{_PERIOD}")),
    (
        "text",
        re.compile(rf"(?:hoan\sthanh\s)?(?:vao\s)?(?:trong|vao|cuoi|dau|giua|het|khoang)\s{_EDGE}{_PERIOD}"),
    ),
    (
        "text",
        re.compile(
            rf"\((?:du\skien\s)?(?:vao\s)?(?:ngay\s)?(?:{_PERIOD}|\d{{1,2}}/\d{{1,2}}/\d{{4}})(?=\s?\))"
        ),
    ),
    ("text", re.compile(_DURATION)),
    ("rule", re.compile(_RULE)),
    ("text", re.compile(_EVENT)),
    ("habit", re.compile(_REGULAR)),
)
_WEIGHT = {"day": 0, "range": 1, "text": 2, "rule": 3, "habit": 4}
_YEAR_ONLY = re.compile(r"(?:trong|vao)\s(?:trong\s)?nam\s(?:hoc\s)?\d{4}(?:\s?-\s?\d{4})?$")


@dataclass(frozen=True, slots=True)
class Deadline:
    """A phrase of time in flat[start:end], as printed, and the day where the text fixes one."""

    start: int
    end: int
    printed: str
    day: date | None
    weight: int


def find(text: Text, start: int, end: int) -> Deadline | None:
    """The deadline of flat[start:end]: a fixed day before a period, a period before "đúng hạn"; None where none is said."""
    best: Deadline | None = None
    for found in find_all(text, start, end):
        if best is None or found.weight < best.weight:
            best = found
    return best


def find_all(text: Text, start: int, end: int) -> list[Deadline]:
    """All phrases of time in flat[start:end] that say by when, in order, without overlaps."""
    plain = text.plain
    found: list[Deadline] = []
    at = start
    while first := _FIRST.search(plain, at, end):
        at = first.end()
        if plain.endswith("thang ", start, first.start()):
            continue  # "6 tháng đầu năm" names the period of the work
        for kind, pattern in _KINDS:
            match = pattern.match(plain, first.start(), end)
            if match and not (kind == "text" and _is_just_a_year(text, match)):
                found.append(_deadline(text, kind, match))
                at = max(at, match.end())
                break
    return found


def labelled(text: Text, start: int, end: int) -> Deadline | None:
    """The time told behind a label or in a cell of a table ("Thời gian: Quý II/2025"): flat[start:end] whole."""
    printed = text.flat[start:end].strip(" .,;:()|")
    if not printed or not any(map(str.isalnum, printed)):
        return None
    found = find(text, start, end)
    if found is not None and (found.day is not None or len(found.printed) * 2 > len(printed)):
        return found
    bare = re.compile(rf"\W*(?:ngay\s)?{_DAY}\W*$").match(text.plain[start:end])
    day = (
        make_day(bare["y"] or bare["y2"], bare["m"] or bare["m2"], bare["d"] or bare["d2"]) if bare else None
    )
    return Deadline(start, end, printed, day, 2)


def _is_just_a_year(text: Text, match: re.Match[str]) -> bool:
    """ "trong năm 2024" says which year the work belongs to, not by when; "hoàn thành trong năm 2024" does."""
    return bool(_YEAR_ONLY.fullmatch(match.group()))


def _deadline(text: Text, kind: str, match: re.Match[str]) -> Deadline:
    day = None
    if kind in ("day", "range"):
        parts = match.groupdict()
        day = make_day(parts["y"] or parts["y2"], parts["m"] or parts["m2"], parts["d"] or parts["d2"])
    printed = text.flat[match.start() : match.end()].replace("\n", " ").strip(" ,(")
    printed = re.sub(r"(?<=\d/) (?=\d)", "", printed)
    return Deadline(match.start(), match.end(), printed, day, _WEIGHT[kind])
