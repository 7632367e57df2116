"""The words of a sentence that matter for award figures: numbers, awards, recipients, verbs, times."""

import re
from typing import Literal, NamedTuple

from thidua.reading import lexicon
from thidua.reading.facts import RecipientKind
from thidua.reading.text import Text
from thidua.vn.numbers import parse_count, parse_words

Sort = Literal[
    "number",
    "award",
    "kind",
    "grant",
    "reach",
    "been",
    "by",
    "done",
    "propose",
    "quota",
    "time",
    "semicolon",
    "for",
    "within",
    "other",
]

_PERSON = (
    r"ca nhan|d ?/ ?c|dong chi|nguoi lao dong|nguoi dan|nguoi|can bo|cong chuc|vien chuc|giao vien|nhan vien|hoc sinh|sinh vien|cong nhan|lao dong(?! tien tien)|"
    r"dang vien|hoi vien|doan vien|nong dan|chien si|chien sy|quan nhan|bac si|bac sy|doanh nhan|nha giao|thanh nien|nghe nhan|ong|ba(?= va)|thanh vien|can bo chien si"
)
_GROUP = (
    r"tap the(?! lao dong| tien tien)|don vi|co quan|phong|to(?= san xuat| cong tac| chuyen mon| doi| dan pho)|doi|xa|phuong|thi tran|doanh nghiep|truong|chi bo|chi doan|khoa|"
    r"ban|cong ty|hop tac xa|thon|ap|khu dan cu|khu pho|to chuc|chi hoi|xi nghiep|cum|nhom|trung tam|so|huyen"
)
_HOUSE = r"ho gia dinh|ho dan|ho kinh doanh|ho nong dan|ho(?=[\s,;.:)]|$)|gia dinh"
_CASE = r"ho so|truong hop"
_TIME = (
    r"nam hoc \d{4}(?:\s?-\s?\d{4})?|(?:6 thang (?:dau|cuoi) )?nam \d{4}(?:\s?-\s?\d{4})?|giai doan \d{4}\s?-\s?\d{4}|nhiem ky \d{4}\s?-\s?\d{4}|"
    r"quy (?:iv|iii|ii|i|\d)(?:(?:\s?/\s?| nam )\d{4})?|thang \d{1,2}(?:\s?/\s?\d{4}| nam \d{4})?|ngay \d{1,2}[/\s.-](?:thang )?\d{1,2}(?:[/\s.-](?:nam )?\d{4})?|"
    r"(?:tu|den) nam \d{4}|6 thang (?:dau|cuoi) nam|0?5 nam|10 nam"
)
_SKIPPED = (
    r"\d[\d.,]*\s?(?:%|phan tram|/\s?\d+(?:\s?/\s?\d+)?[\w/-]*|-\s?\d+\s?%)|"
    r"(?:so|dieu|khoan|diem|lan thu|thu|khoi|cum|cau|muc|hang|chuong|trang|phu luc|dot|lop|so:|hang muc|lan)\s(?:thi dua\s)?(?:so\s)?\d+[\w/.-]*|\d+\s(?:nam|thang|ngay|lan|dot|gio|phut|trieu|ty|nghin|dong(?! chi)|km|ha|tan|dien hinh|hoi nghi|cuoc|lop|phong trao|van ban|mo hinh|sang kien|de tai|cum|khoi)\b"
)
_WORDS = "khong|mot|hai|ba|bon|nam|sau|bay|tam|chin|muoi|tram|lam|tu|mot tram"
_TOKEN = re.compile(
    rf"\b(?:(?P<time>(?:{_TIME})\b)"
    r"|(?P<ratio>(?<![\w/.,-])\d{1,3}(?:\.?\d{3})?/\d{1,3}(?:\.?\d{3})?(?= (?:ca nhan|tap the|ho\b|ho gia dinh|dong chi|nguoi|phong|don vi|can bo|cong chuc|vien chuc|giao vien|lao dong)))"
    rf"|(?P<skip>{_SKIPPED})"
    r"|(?P<spaced>(?<!\S)\d(?: \d){1,3}(?= (?:ca nhan|tap the|ho gia dinh|luot)))"
    r"|(?P<number>(?<![\w/.,-])(?:\d{1,3}(?:\.\d{3})+|\d{1,6})(?![\w%/]|[.,]\d))"
    rf"|(?P<said>(?:{_WORDS})(?: (?:{_WORDS})){{0,5}}(?= (?:\(\d+\) )?(?:ca nhan|tap the|ho gia dinh|giay khen|bang khen|don vi|dong chi)))"
    rf"|(?P<case>(?:{_CASE})\b)|(?P<house>(?:{_HOUSE}))|(?P<person>(?:{_PERSON})\b)|(?P<group>(?:{_GROUP})\b)"
    r"|(?P<grant>(?:tang thuong|trao tang|truy tang|phong tang|tang|trao|cong nhan|khen thuong|khen|phong)\b)"
    r"|(?P<by>(?:bang|voi) hinh thuc\b)|(?P<reach>(?:dat|nhan|vinh du|don nhan)\b)|(?P<been>duoc\b)"
    r"|(?P<done>(?:da(?! dang ky)|(?<!chua co )(?<!cho )ket qua|quyet dinh (?=tang|khen|cong nhan)|co quyet dinh)\b)"
    r"|(?P<propose>(?:de nghi(?! cua)|de xuat|kien nghi|xin y kien|hiep y|dang cho|cho (?=ket qua|quyet dinh|tham dinh|xet)|chua co (?=ket qua|quyet dinh)|"
    r"dang trinh|dang xem xet|dang tham dinh|suy ton|gioi thieu|(?<!to )(?<!chuong )(?<!cong )(?<!qua )(?<!quy )(?<!dung tuyen )trinh(?! do| bay| tu))\b)"
    r"|(?P<quota>(?:khong (?:vuot )?qua|toi da|it nhat|toi thieu|chi tieu|du kien|phan dau|dang ky|phan bo|se|muc tieu|chua|khong(?= co ca| co tap))\b)"
    r"|(?P<for>cho\b)|(?P<within>(?:trong do|bao gom|gom)\b))|(?P<semicolon>;)"
)
_SORTS: dict[str, Sort] = {
    "case": "kind",
    "house": "kind",
    "person": "kind",
    "group": "kind",
    "skip": "other",
    "spaced": "number",
    "said": "number",
}
_KINDS: dict[str, RecipientKind] = {"house": "ho_gia_dinh", "person": "ca_nhan", "group": "tap_the"}
# Folded forms that hide several words; only these prints are meant.
_PRINTED: dict[str, frozenset[str]] = {
    "tang": frozenset(("tặng", "tang")),
    "trao": frozenset(("trao",)),
    "phong": frozenset(("phong", "phòng")),
    "dat": frozenset(("đạt", "dat", "đat")),
    "nhan": frozenset(("nhận",)),
    "da": frozenset(("đã", "da", "đa")),
    "se": frozenset(("sẽ", "se")),
    "ho": frozenset(("hộ", "ho", "hô")),
    "so": frozenset(("sở",)),
    "ban": frozenset(("ban",)),
    "doi": frozenset(("đội",)),
    "to": frozenset(("tổ",)),
    "xa": frozenset(("xã",)),
    "ba": frozenset(("bà",)),
    "ong": frozenset(("ông",)),
    "ap": frozenset(("ấp",)),
    "cum": frozenset(("cụm",)),
    "trinh": frozenset(("trình",)),
    "khen": frozenset(("khen",)),
    "cho": frozenset(("cho", "chờ")),
    "chua": frozenset(("chưa", "chua")),
    "thon": frozenset(("thôn",)),
    "truong": frozenset(("trường",)),
    "khoa": frozenset(("khoa",)),
    "nguoi": frozenset(("người", "nguoi", "ngươi")),
    "cong nhan": frozenset(("công nhận", "công nhân", "cong nhan")),
}


class Token(NamedTuple):
    """One such word: its place in flat, sort, folded words, and its value (a count, a kind, an award)."""

    sort: Sort
    start: int
    end: int
    plain: str
    number: int = 0
    kind: RecipientKind | None = None
    award: lexicon.AwardName | None = None


def tokens_of(text: Text, start: int, end: int, awards: list[lexicon.Found]) -> list[Token]:
    """The tokens of flat[start:end]; `awards` are the names already found in it."""
    found: list[Token] = []
    at = start
    for award in awards:
        found += _between(text, at, award.start)
        found.append(
            Token("award", award.start, award.end, text.plain[award.start : award.end], award=award.award)
        )
        at = award.end
    return found + _between(text, at, end)


def _between(text: Text, start: int, end: int) -> list[Token]:
    found: list[Token] = []
    while match := _TOKEN.search(text.plain, start, end):
        token = _token(text, match)
        start = match.end()
        if token is not None:
            found.append(token)
        elif " " in match.group():
            # "Sở: 14" folds like "số: 14": only the first word is passed over.
            start = match.start() + match.group().index(" ")
    return found


def _token(text: Text, match: re.Match[str]) -> Token | None:
    group = str(match.lastgroup)
    plain = match.group()
    printed = text.flat[match.start() : match.end()].lower()
    if printed not in _PRINTED.get(plain, (printed,)):
        return None
    if group == "skip" and printed.startswith("sở"):
        return None
    if plain == "phong":
        group = "group" if printed == "phòng" else "grant"
    if plain == "cong nhan":
        group = "person" if printed == "công nhân" else "grant"
    if group == "ratio":
        part, whole = (int(number.replace(".", "")) for number in plain.split("/"))
        return Token("number", match.start(), match.end(), plain, number=part) if 0 < part <= whole else None
    if group in ("number", "spaced"):
        count = parse_count(plain.replace(" ", ""))
        return Token("number", match.start(), match.end(), plain, number=count) if count else None
    if group == "said":
        spoken = parse_words(printed)
        return Token("number", match.start(), match.end(), plain, number=spoken) if spoken else None
    sort: Sort = _SORTS.get(group, group)  # type: ignore[arg-type]
    return Token(sort, match.start(), match.end(), plain, kind=_KINDS.get(group))
