"""Vietnamese personal names: parts, and the order in which a list of people is printed."""

import unicodedata
from dataclasses import dataclass

from thidua.vn.fold import nfc

_ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_LETTER = {letter: place for place, letter in enumerate(_ALPHABET, start=0x10)}
# ngang, huyền, hỏi, ngã, sắc, nặng
_TONE = {"\u0300": 1, "\u0309": 2, "\u0303": 3, "\u0301": 4, "\u0323": 5}
_LIMIT = 200


@dataclass(frozen=True, slots=True)
class NameParts:
    """Họ, tên đệm, tên: "Trần Thị Ngọc Lan" → family "Trần", middle "Thị Ngọc", given "Lan"."""

    family: str
    middle: str
    given: str


def split_name(name: str) -> NameParts:
    """Parts of a full name; a single word is a given name."""
    words = nfc(name).split()
    if len(words) < 2:
        return NameParts("", "", words[0] if words else "")
    return NameParts(words[0], " ".join(words[1:-1]), words[-1])


def name_sort(name: str) -> str:
    """Hex key of at most 200 characters that sorts the Vietnamese way under any collation: given, family, middle;
    word by word, letters before tones; a shorter name first, small letters before capitals at the very end."""
    parts = split_name(name)
    key, cases = "", ""
    for word in (*parts.given.split(), *parts.family.split(), *parts.middle.split()):
        weights = _weights(word)
        key += "".join(f"{letter:02x}" for letter, _, _ in weights) + "00"
        key += "".join(str(tone) for _, tone, _ in weights).rstrip("0") + "00"
        cases += "".join(case for _, _, case in weights)
    return f"{key}00{cases.rstrip('0')}"[:_LIMIT]


def _weights(word: str) -> list[tuple[int, int, str]]:
    """For each letter: its place in the alphabet, its tone, and whether it is a capital."""
    found: list[tuple[int, int, str]] = []
    for char in unicodedata.normalize("NFD", word):
        if char in _TONE and found:
            letter, _, case = found[-1]
            found[-1] = (letter, _TONE[char], case)
        elif unicodedata.combining(char) and found:
            letter, tone, case = found[-1]
            base = _ALPHABET[letter - 0x10] if 0x10 <= letter < 0x10 + len(_ALPHABET) else ""
            whole = unicodedata.normalize("NFC", base + char) if base else ""
            found[-1] = (_LETTER.get(whole, letter), tone, case)
        else:
            small = char.lower()
            found.append((_LETTER.get(small, _other(small)), 0, "0" if char == small else "1"))
    return found


def _other(char: str) -> int:
    """Digits before letters, signs before digits, foreign letters after."""
    if char.isdigit():
        return 0x05
    return 0xF0 if char.isalpha() else 0x03


def initials(name: str) -> str:
    """Initials for a picture-less avatar: "Trần Thị Lan" → "TL"."""
    parts = split_name(name)
    return (parts.family[:1] + parts.given[:1]).upper()
