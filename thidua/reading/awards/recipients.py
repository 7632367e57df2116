"""A recipient named without a count: "cho tập thể Sở Du lịch", "cho ông Nguyễn Văn A", "Sở Du lịch được … tặng"."""

import re
from dataclasses import dataclass

from thidua.reading import offices
from thidua.reading.awards.tokens import Token
from thidua.reading.facts import RecipientKind
from thidua.reading.text import Text
from thidua.reading.words import Words, words_of

_TO_NAMED = re.compile(r"[^;:.0-9]{0,140}?(?:\scho\s|:\s(?=(?:ong|ba|tap the|dong chi)\s))")
_TITLES = re.compile(r"(?:ong|ba|dong chi|anh|chi|thay|co)\b")
_TITLED = re.compile(r"(?:^|,\s|va\s)(?:ong|ba|dong chi)\s")
# First syllables of "các …", "mỗi …", "cán bộ", "công chức", "học sinh" …: many people, not one recipient.
_MANY = frozenset(
    ("cac", "nhung", "moi", "tung", "mot", "tat", "toan", "can", "nhan", "hoc", "giao", "vien", "cong")
)
_OFFICES_OF_CONG = frozenset(("ty", "an", "doan"))
_NEEDS_NAME = frozenset(("tap", "ca", "ong", "ba", "dong", "ho"))


@dataclass(frozen=True, slots=True)
class Named:
    """Recipients named in flat[start:end]: how many, and of which kind."""

    count: int
    kind: RecipientKind
    start: int
    end: int


def behind(text: Text, start: int, until: int) -> Named | None:
    """Those named behind an award: past the words that say who grants it or what it is called, up to "cho"."""
    lead = _TO_NAMED.match(text.plain, start, until)
    if not lead:
        return None
    return _named(text, words_of(text, lead.end(), until, 50), 0)


def in_front(text: Text, before: list[Token], opened: int) -> Named | None:
    """The subject of a passive: "Tập thể Sở Du lịch được … tặng Bằng khen"; `before` are the tokens before the award."""
    been = next(
        (one for one in reversed(before) if one.sort in ("been", "number", "award", "semicolon")), None
    )
    if been is None or been.sort != "been":
        return None
    for token in before:
        if token.sort == "semicolon" and token.end < been.start:
            opened = token.end
    words = words_of(text, max(opened, been.start - 200), been.end, 40)
    behind_comma = max((index + 1 for index, word in enumerate(words[:8]) if word.plain == ","), default=0)
    for at in dict.fromkeys((0, behind_comma)):
        found = _named(text, words, at)
        if found and been.start - found.end < 6:
            return found
    return None


def _named(text: Text, words: Words, at: int) -> Named | None:
    name = offices.name_at(words, at) if at < len(words) else None
    if name is None or not _is_one(words, at):
        return None
    start, end = words[at].start, words[name.last - 1].end
    plain = text.plain[start:end]
    if _TITLES.match(plain) or plain.startswith("ca nhan"):
        return Named(len(_TITLED.findall(plain)) or 1, "ca_nhan", start, end)
    return Named(1, "ho_gia_dinh" if plain.startswith(("ho ", "gia dinh")) else "tap_the", start, end)


def _is_one(words: Words, at: int) -> bool:
    """A name with a capital in it, and not "các tập thể, cá nhân"."""
    head = words[at].plain
    if head == "tap" and words.plains[at + 2 : at + 4] in (["nha", "truong"], ["don", "vi"], ["co", "quan"]):
        return True
    rest = words[at + (2 if head in ("tap", "ca", "dong", "gia") else 1) : at + 6]
    if head in _MANY:
        return (
            head == "cong"
            and bool(rest)
            and rest[0].plain in _OFFICES_OF_CONG
            and any(word.capital for word in rest)
        )
    return bool(rest) and (
        rest[0].capital or (head not in _NEEDS_NAME and any(word.capital for word in rest))
    )
