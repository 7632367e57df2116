"""Where numbers and symbols of documents stand in a text: "Chỉ thị số 34-CT/TW" and its many spellings."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from thidua.reading.text import Text
from thidua.vn.documents import TYPE_BY_ABBREVIATION, TYPE_BY_FOLD, DocumentNumber, parse_number
from thidua.vn.letters import UPPER

_DASH = "[-‐‑–—]"
_SIGN = rf"[{UPPER}][\w&.]*"
_NUMBER = re.compile(
    rf"(?<![\w/,-])(?P<serial>\d{{1,6}}[A-Za-z]?)"
    rf"(?:\s?/\s?(?P<year>(?:19|20)\d\s?\d))?"
    rf"(?P<before>\s{{0,2}})(?P<sep>/|{_DASH})(?P<after>\s?)(?P<symbol>{_SIGN}(?:(?:\s?(?:/|{_DASH})\s?)[A-ZĐ][\w&.]*){{0,4}})"
)
# A footnote's mark, once its raised type is lost, sticks to the symbol: "KH-UBND1".
_NOTE_MARK = re.compile(r"((?:UBND|HĐND|TW|TU|TTg|CP|ĐU|HU|BNV|SNV|TĐKT\w*?|TĐKTTW))[1-9]\d?$")
_JOINT = re.compile(rf"/|{_DASH}")
_DAY_FOLLOWS = re.compile(r"\s*,?\s*\(?(?:ngay\s+\d|\d{1,2}[/.-]\d{1,2}[/.-]\d{4})")
# Forms, telephones, rooms: numbered, and no documents.
_OTHER_THING = re.compile(
    r"(?<!\w)(?:mau|bieu|bieu mau|phu luc|dien thoai|tai khoan|ma|phong|nha|quyen|to|lo|duong|may|fax|bang|hinh)(?: so)?\s*:?\s*$"
)
_WINDOW = 110
_NAMES = "|".join(
    sorted(
        (*TYPE_BY_FOLD, "van ban", "quy che lam viec", "cong van hoa toc", "thong bao ket luan"),
        key=len,
        reverse=True,
    )
)
_KINDS = re.compile(rf"(?<!\w)(?:{_NAMES})(?=\s)")
_SO_BEFORE = re.compile(r"(?:(?<!\w)(?P<so>so|s6)\s*[:.]?\s*)?(?P<digits>(?:\d\s){0,4})$")
_ALIASES = {"thong bao ket luan": "Thông báo", "cong van hoa toc": "Công văn", "quy che lam viec": "Quy chế"}
_BARE = re.compile(
    r"\s(?P<serial>\d{1,5})(?:/(?P<year>20\d\d))?(?![\w/%]|[-.,]\d|-[a-z])"
    r"(?!\s*(?:nam|thang|quy|ngay(?!\s*\d)|ky|ban|cuoc|nguoi|dot|lan|buoi|trang|dieu|chuong|muc|tieu|chi tieu|noi dung|nhom|phan|diem|don vi)\b)"
)
_SO_AT_END = re.compile(r"\sso\s*:?$")
_KIND_AT_END = re.compile(rf"(?<!\w)(?:{_NAMES})$")
_PUNCTUATION = re.compile(r"[;:.,()\"]")
_KIND_ENDINGS = tuple({name.split()[-1] for name in _NAMES.split("|")})
_OCR_SYMBOL = {"ND", "QD"}


@dataclass(frozen=True, slots=True)
class Sighting:
    """A number in the flat text: `start` where its type word begins, [at, end) the number itself; the sentence
    goes on at `behind`, past a footnote's mark."""

    start: int
    at: int
    end: int
    behind: int
    type: str | None
    number: DocumentNumber
    typed: bool
    """True when the kind of document is told by a word, not only by the symbol."""


def sightings(text: Text) -> Iterator[Sighting]:
    """Every number with a symbol, in order."""
    return sightings_in(text, 0, len(text.flat))


def sightings_in(text: Text, start: int, end: int) -> Iterator[Sighting]:
    """Numbers with a symbol in flat[start:end]."""
    for found in _NUMBER.finditer(text.flat, start, end):
        sighting = _sighting(text, found)
        if sighting is not None:
            yield sighting


@dataclass(frozen=True, slots=True)
class _Lead:
    """The words in front of a number: the kind, how far before the number it begins, what stands between."""

    kind: str | None
    back: int
    between: tuple[str, ...]
    so: bool
    digits: int
    """How many signs of digits that a scan parted ("2 4 3/KH") belong to the number."""


def _lead(before: str) -> _Lead:
    tail = _SO_BEFORE.search(before, max(0, len(before) - 16))
    cut = tail.start() if tail else len(before)
    so = bool(tail and tail["so"])
    digits = len(tail["digits"]) if tail and (so or tail["digits"]) else 0
    head = before[:cut].rstrip()
    near = _KIND_AT_END.search(head, max(0, len(head) - 26)) if head.endswith(_KIND_ENDINGS) else None
    if near:
        return _Lead(near.group(), len(before) - near.start(), (), so, digits)
    if so:
        kinds = list(_KINDS.finditer(head))
        if kinds:
            between = head[kinds[-1].end() :]
            words = tuple(between.split())
            if len(words) <= 8 and not _PUNCTUATION.search(between):
                return _Lead(kinds[-1].group(), len(before) - kinds[-1].start(), words, so, digits)
    return _Lead(None, len(before) - cut, (), so, digits)


def _sighting(text: Text, found: re.Match[str]) -> Sighting | None:
    at, end = found.start(), found.end()
    trimmed = _trim(found["symbol"])
    noted = _NOTE_MARK.search(trimmed)
    symbol = trimmed[: noted.end(1)] if noted else trimmed
    behind = end - len(found["symbol"]) + len(trimmed)
    end -= len(found["symbol"]) - len(symbol)
    before = text.plain[max(0, at - _WINDOW) : at]
    before = before[before.rfind("\n") + 1 :]
    lead = _lead(before)
    if _OTHER_THING.search(before, max(0, len(before) - 20)):
        return None
    if not _plausible(text, found, symbol, lead.so or (lead.kind is not None and not lead.between)):
        return None
    number = parse_number(text.flat[at - lead.digits : end])
    if number is None:
        return None
    start, at = at - lead.back, at - lead.digits
    if lead.kind is None or not _belongs(lead, number):
        return Sighting(
            start if lead.so and lead.kind is None else at, at, end, behind, number.type_name, number, False
        )
    name = _agreed(type_name(lead.kind), number)
    return Sighting(start, at, end, behind, name or number.type_name, number, name is not None)


def type_name(folded: str) -> str | None:
    """ "ke hoach" → "Kế hoạch"; None for "văn bản", which names no kind."""
    if folded in _ALIASES:
        return _ALIASES[folded]
    kind = TYPE_BY_FOLD.get(folded)
    return kind.name if kind else None


def _belongs(lead: _Lead, number: DocumentNumber) -> bool:
    """The words between kind and number are few, or the symbol says the same kind."""
    if not lead.between:
        return True
    name = type_name(lead.kind or "")
    return number.type_name == name or (
        len(lead.between) <= 3 and not set(lead.between) & {"va", "cua", "theo", "tai"}
    )


def _agreed(said: str | None, number: DocumentNumber) -> str | None:
    """The kind that words and symbol tell; where they differ the symbol, save where one symbol has two kinds."""
    told = number.type_name if number.type_abbr else None
    if said is None or told is None or said.startswith(told):
        return said
    same_letters = "".join(word[0].upper() for word in said.split()) == (number.type_abbr or "").upper()
    return said if same_letters else told


def _plausible(text: Text, found: re.Match[str], symbol: str, so: bool) -> bool:
    """A number, not a range of years, a score or a room: the symbol is one that offices use."""
    head = re.split(rf"\s?(?:/|{_DASH})\s?", symbol, maxsplit=1)[0]
    if found["before"] and found["after"] and not so:
        return False
    if found["before"] and found["sep"] != "/" and not so:
        return False
    known = head in TYPE_BY_ABBREVIATION or head in _OCR_SYMBOL
    if known:
        return so or found["year"] is not None or "-" in symbol or "/" in symbol or "–" in symbol
    capitals = sum(char.isupper() for char in head)
    if capitals < 2 or capitals * 2 < sum(char.isalpha() for char in head):
        return False
    if so or found["year"] is not None:
        return True
    return found["sep"] == "/" and bool(_JOINT.search(symbol) or _DAY_FOLLOWS.match(text.plain, found.end()))


def _trim(symbol: str) -> str:
    """The symbol without what the sentence adds: a full stop, a dash and a new word behind it."""
    parts = re.split(rf"(\s?(?:/|{_DASH})\s?)", symbol)
    kept = parts[0]
    for joint, part in zip(parts[1::2], parts[2::2], strict=True):
        capitals = sum(char.isupper() for char in part)
        spaced = joint != joint.strip()
        word = capitals < 2 and len(part) > 2
        if word or (
            spaced and joint[0].isspace() and joint.strip() != "/" and kept.count("-") + kept.count("/") > 0
        ):
            break
        kept += joint + part
    return kept.rstrip(".&")


@dataclass(frozen=True, slots=True)
class ShortForm:
    """A document named by kind and bare number, "Nghị định 98", "Nghị định số 98/2023"."""

    start: int
    at: int
    end: int
    type: str | None
    serial: str
    year: int | None
    so: bool


def short_forms(text: Text) -> Iterator[ShortForm]:
    """Kinds followed by a bare number, in order."""
    for found in _BARE.finditer(text.plain):
        before = text.plain[max(0, found.start() - 32) : found.start()]
        so = _SO_AT_END.search(before, max(0, len(before) - 6))
        head = before[: so.start()] if so else before
        kind = _KIND_AT_END.search(head) if head.endswith(_KIND_ENDINGS) else None
        if kind is None:
            continue
        year = int(found["year"]) if found["year"] else None
        start = found.start() - len(before) + kind.start()
        yield ShortForm(
            start,
            found.start("serial"),
            found.end(),
            type_name(kind.group()),
            found["serial"],
            year,
            bool(so),
        )
