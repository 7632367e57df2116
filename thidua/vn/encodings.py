"""Text typed in the fonts of before Unicode: TCVN3 (ABC, fonts named .Vn…) and VNI-Windows (VNI-…).

Such text arrives as Latin letters that mean others ("Céng hßa x· héi"). Decoding is exact; recognising is by
statistics, so that a person confirms it. In fonts named .Vn…H small codes are drawn as capitals: `capitals=True`.
"""

import re
import unicodedata
from dataclasses import dataclass
from typing import Literal

Encoding = Literal["tcvn3", "vni"]

# TCVN 5712:1993 (VN1) from 0xA1; the places 0xB0–0xB4 are marks that combine with the letter before.
_TCVN3_FROM_A1 = "ĂÂÊÔƠƯĐăâêôơưđẶ\u0300\u0309\u0303\u0301\u0323àảãáạẲằẳẵắẴẮẦẨẪẤỀặầẩẫấậèỂẻẽéẹềểễếệìỉỄẾỒĩíịòỔỏõóọồổỗốộờởỡớợùỖủũúụừửữứựỳỷỹýỵỐ"
# Quotes, dashes and dots of Windows stay what they are: typists had them from the keyboard, the capitals not.
_PUNCTUATION = frozenset("‚„…‹‘’“”•–—›")
_TCVN3_FROM_80 = "ÀẢÃÁẠẶẬÈẺẼÉẸỆÌỈĨÍỊÒỎÕÓỌỘỜỞỠỚỢÙỦŨ"


def _tcvn3() -> dict[int, str]:
    table = {0xA1 + place: letter for place, letter in enumerate(_TCVN3_FROM_A1)}
    for place, letter in enumerate(_TCVN3_FROM_80):
        as_windows = bytes([0x80 + place]).decode("cp1252", "ignore")
        if as_windows in _PUNCTUATION:
            table[0x80 + place] = as_windows
        else:
            table |= {0x80 + place: letter} | ({ord(as_windows): letter} if as_windows else {})
    return table


_TCVN3 = _tcvn3()
_VNI_MARKS = {
    "a": "ùáøàûảõãïạââáấàầåẩãẫäậêăéắèằúẳüẵëặ",
    "e": "ùéøèûẻõẽïẹâêáếàềåểãễäệ",
    "o": "ùóøòûỏõõïọâôáốàồåổãỗäộ",
    "ô": "ùớøờûởõỡïợ",
    "u": "ùúøùûủõũïụ",
    "ö": "ùứøừûửõữïự",
    "y": "ùýøỳûỷõỹ",
}
_VNI_SINGLE = dict(zip("ñôöîæóò", "đơưỵỉĩị", strict=True)) | {"í": "í", "ì": "ì"}


def _vni() -> dict[str, str]:
    table: dict[str, str] = {}
    for letter, pairs in _VNI_MARKS.items():
        for mark, meant in zip(pairs[::2], pairs[1::2], strict=True):
            table[letter + mark] = meant
            for typed in (letter.upper() + mark.upper(), letter.upper() + mark):
                table[typed] = meant.upper()
    for typed, meant in _VNI_SINGLE.items():
        table[typed] = meant
        table[typed.upper()] = meant.upper()
    return table


_VNI = _vni()
_VNI_PATTERN = re.compile(
    "["
    + "".join({key[0] for key in _VNI if len(key) == 2})
    + "]["
    + "".join({key[1] for key in _VNI if len(key) == 2})
    + "]|["
    + "".join(key for key in _VNI if len(key) == 1)
    + "]"
)


def decode_tcvn3(text: str, *, capitals: bool = False) -> str:
    """TCVN3 read as Latin-1 or Windows-1252 → Unicode NFC; `capitals` for text in a font whose name ends in H."""
    decoded = unicodedata.normalize("NFC", text.translate(_TCVN3))
    return decoded.upper() if capitals else decoded


def decode_vni(text: str) -> str:
    """VNI-Windows read as Windows-1252 → Unicode NFC."""
    return unicodedata.normalize("NFC", _VNI_PATTERN.sub(lambda found: _vni_letters(found.group()), text))


def _vni_letters(typed: str) -> str:
    meant = _VNI.get(typed)
    return meant if meant is not None else "".join(_VNI.get(char, char) for char in typed)


@dataclass(frozen=True, slots=True)
class Guess:
    """An old encoding that the text seems to be in; `confidence` is the share of marked words that become syllables."""

    encoding: Encoding
    confidence: float


_SYLLABLE = re.compile(
    r"(?:ngh|ng|nh|gh|gi|kh|ph|th|tr|ch|qu|[bcdđghklmnprstvx])?"
    r"(?:oo|o[aăeê]|u[aăâêơôy]|uyê|uya|iê|yê|ươ|ia|ya|ua|ưa|oa[iyo]?|oeo|iêu|yêu|ươ[iu]|uô[i]?|uây|uyu|[aăâeêioôơuưy])"
    r"(?:ch|ng|nh|[cmnptuyoi])?"
)
_TONES = {0x300, 0x301, 0x303, 0x309, 0x323}
_ENCODINGS: tuple[Encoding, ...] = ("tcvn3", "vni")
_MODERN = re.compile(r"[ĂăĐđƠơƯư\u1EA0-\u1EF9\u0300\u0301\u0303\u0309\u0323]")


def guess(text: str) -> Guess | None:
    """What old encoding the text seems to be in, judged by up to 400 marked words; None for Unicode or no marks."""
    sample = text[:40_000]
    marked = [word for word in _words(sample) if not word.isascii()][:400]
    if len(marked) < 3 or len(_MODERN.findall(sample)) * 4 > len(marked):
        return None
    plain = _share(marked)
    best: Guess | None = None
    for encoding in _ENCODINGS:
        decoded = [decode_tcvn3(word) if encoding == "tcvn3" else decode_vni(word) for word in marked]
        share = _share(decoded)
        if share > 0.6 and share > plain + 0.15 and (best is None or share > best.confidence):
            best = Guess(encoding, round(share, 3))
    return best


def looks_like(text: str) -> Encoding | None:
    """The old encoding of a text, or None."""
    found = guess(text)
    return found.encoding if found else None


def decode(text: str) -> str:
    """The text in Unicode, whatever it is in: unchanged where no old encoding is recognised."""
    encoding = looks_like(text)
    if encoding == "tcvn3":
        return decode_tcvn3(text)
    return decode_vni(text) if encoding == "vni" else text


def _words(text: str) -> list[str]:
    """Runs between blanks, without outer punctuation: in old encodings letters look like signs."""
    return [word.strip(".,;:!?()[]\"'/-") for word in text.split()]


def _share(words: list[str]) -> float:
    return sum(map(_is_syllable, words)) / len(words)


def _is_syllable(word: str) -> bool:
    decomposed = unicodedata.normalize("NFD", word.lower())
    tones = [char for char in decomposed if ord(char) in _TONES]
    bare = unicodedata.normalize("NFC", "".join(char for char in decomposed if ord(char) not in _TONES))
    return len(tones) <= 1 and _SYLLABLE.fullmatch(bare) is not None
