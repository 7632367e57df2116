"""Letters put in order: one normal form, no signs that nobody sees, fonts of before Unicode decoded."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from thidua.vn.encodings import Encoding, decode_tcvn3, decode_vni
from thidua.vn.fold import nfc

_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff]")


def cleaned(text: str) -> str:
    """NFC with single line feeds and without control characters; linear also for text made to be slow."""
    text = _CONTROLS.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    return nfc(text)


@dataclass(frozen=True, slots=True)
class OldFont:
    encoding: Encoding
    capitals: bool = False


_TCVN3_FONT = re.compile(
    r"(?:[A-Z]{6}\+)?(?:\.\s?vn|vn(?:time|arial|book|helve|univers|century|aristote))", re.IGNORECASE
)
_VNI_FONT = re.compile(r"(?:[A-Z]{6}\+)?vni[-\s]", re.IGNORECASE)
_UNICODE_ONLY = re.compile(r"[ĂăĐđƠơƯưỠ-ỹ\u1EA0-\u1EF9\u0300\u0301\u0303\u0309\u0323]")


def old_font(name: str) -> OldFont | None:
    """The old encoding behind a font's name: ".VnTime", ".VnTimeH" (drawn as capitals), "VNI-Times"; else None."""
    if _TCVN3_FONT.match(name):
        first = re.split(r"[,-]", name)[0].rstrip()
        return OldFont("tcvn3", capitals=first.endswith("H"))
    return OldFont("vni") if _VNI_FONT.match(name) else None


def decode_runs(runs: Iterable[tuple[str, OldFont | None]]) -> str:
    """Text of neighbouring runs, those in old fonts decoded; runs in one font are one, their letters may be pairs."""
    joined: list[tuple[list[str], OldFont | None]] = []
    for text, font in runs:
        if joined and joined[-1][1] == font:
            joined[-1][0].append(text)
        else:
            joined.append(([text], font))
    return "".join(_decoded("".join(texts), font) for texts, font in joined)


def _decoded(text: str, font: OldFont | None) -> str:
    if font is None or _UNICODE_ONLY.search(text):  # typed in Unicode, whatever the font is called
        return text
    # Word keeps letters of such fonts also in the private area where symbol fonts live.
    text = "".join(chr(ord(char) - 0xF000) if "\uf020" <= char <= "\uf0ff" else char for char in text)
    if font.encoding == "vni":
        return decode_vni(text)
    return decode_tcvn3(text, capitals=font.capitals)


_ONSET = r"(?:ngh|ng|nh|gh|gi|kh|ph|th|tr|ch|qu|[bcdđghklmnprstvx])"
_LOST_U = re.compile(
    rf"(?<![\w-])({_ONSET}?)-([ơờớởỡợ](?:ng|[cimnptu])?|ng|[aimnu])(?![\w-])|(?<![\w-])({_ONSET})-(?![\w-])",
    re.IGNORECASE,
)


def mend_hyphens(text: str) -> str:
    """ "th-ởng" → "thưởng" in text decoded from TCVN3: PDF readers take its ư, the soft hyphen, for a hyphen."""
    return _LOST_U.sub(_with_u, text)


def _with_u(found: re.Match[str]) -> str:
    onset, rest = found[3] or found[1], found[2] or ""
    at_start = found.start() == 0 or found.string[found.start() - 1] == "\n"
    if at_start and len(onset) == 1 and not rest:
        return found.group()  # "c- Về việc": the sign of a list
    return f"{onset}ư{rest}"
