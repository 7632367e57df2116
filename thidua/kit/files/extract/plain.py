"""Plain text: which letters the bytes stand for. What cannot be decided is refused, never shown as wrong letters."""

import codecs
import re

from thidua.kit.files.extract.letters import cleaned
from thidua.kit.files.extract.outcome import Extracted, Limits, Unreadable
from thidua.kit.files.extract.sniff import HEAD, is_text, wide
from thidua.vn.encodings import decode_tcvn3, decode_vni, guess
from thidua.vn.fold import nfc

TOO_LONG = "Tệp chữ quá dài (hơn {} triệu ký tự). Tách thành nhiều tệp rồi tải từng tệp."
_UNDECIDED = (
    "Không xác định được bảng mã của tệp chữ này. Mở bằng Word hoặc Notepad, lưu lại với bảng mã UTF-8 rồi tải lên, "
    "hoặc dán nội dung vào đây."
)
_BOMS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
# Bytes that Windows leaves undefined stand for themselves.
_WINDOWS = "".join(bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in range(256))
_AS_BYTE = {chr(byte): byte for byte in range(256)} | {char: byte for byte, char in enumerate(_WINDOWS)}
_TONED = re.compile(r"(.?)[\u0300\u0301\u0303\u0309\u0323]")
_VOWELS = frozenset("aăâeêioôơuưyAĂÂEÊIOÔƠUƯY")
_TWICE = re.compile(r"Ã[\x80-\xbf\u0152-\u2122]|á[º»][\x80-\xbf\u0152-\u2122]|Ä[‘\x90\x91]|Æ[°¡\xa0\xaf]")


def read_plain(data: bytes, limits: Limits) -> Extracted:
    """Text of a .txt in Unicode or in an old Vietnamese encoding."""
    if not is_text(data[:HEAD]) or (b"\x00" in data and not _unicode_wide(data)):
        raise Unreadable(
            "Tệp này không phải văn bản. Chọn tệp .docx, .pdf hoặc .txt, hoặc dán nội dung vào đây."
        )
    text, encoding = decode_bytes(data)
    if len(text) > limits.characters:
        raise Unreadable(TOO_LONG.format(limits.characters // 1_000_000), "txt")
    text = cleaned(text)
    if not text.strip():
        raise Unreadable("Tệp trống, không có chữ nào. Chọn tệp khác, hoặc dán nội dung vào đây.")
    return Extracted("txt", text, encoding, guessed=bool(encoding))


def decode_bytes(data: bytes) -> tuple[str, str]:
    """(text, encoding): "" for Unicode, else tcvn3, vni, windows-1258, utf8-twice. Unreadable when undecidable."""
    unicode = _unicode(data)
    if unicode is not None:
        return convert_old(unicode)
    text = codecs.charmap_decode(data, "strict", _WINDOWS)[0]
    found = guess(text)
    if found and found.confidence >= 0.9:
        return convert_old(text)
    windows = _windows_1258(data)
    if windows is not None:
        return windows, "windows-1258"
    if found:
        return convert_old(text)
    raise Unreadable(_UNDECIDED)


def convert_old(text: str) -> tuple[str, str]:
    """(text in Unicode, old encoding) of letters that may be those of an old font, or of UTF-8 decoded wrongly."""
    found = guess(text)
    if found:
        old = found.encoding
        return (decode_tcvn3(text) if old == "tcvn3" else decode_vni(text)), old
    if len(_TWICE.findall(text[:40_000])) >= 3:
        mended = _once(text)
        if mended is None:
            raise Unreadable(_UNDECIDED)
        return mended, "utf8-twice"
    return text, ""


def _unicode_wide(data: bytes) -> bool:
    return data.startswith(tuple(bom for bom, _ in _BOMS[1:])) or wide(data[:HEAD]) is not None


def _unicode(data: bytes) -> str | None:
    """The text where the bytes are sound Unicode."""
    marked = next(((data[len(bom) :], codec) for bom, codec in _BOMS if data.startswith(bom)), None)
    body, codec = marked or (data, wide(data[:HEAD]) or "utf-8")
    try:
        return body.decode(codec)
    except UnicodeDecodeError:
        if marked or codec != "utf-8":
            raise Unreadable(_UNDECIDED) from None
        return None


def _windows_1258(data: bytes) -> str | None:
    """Text in Windows-1258, whose tones are signs after a vowel; None where they stand elsewhere."""
    try:
        text = data.decode("cp1258")
    except UnicodeDecodeError:
        return None
    bases = _TONED.findall(text[:40_000])
    after_vowel = sum(base in _VOWELS for base in bases)
    return nfc(text) if len(bases) >= 3 and after_vowel >= 0.98 * len(bases) else None


def _once(text: str) -> str | None:
    """UTF-8 that was read as Windows-1252 and kept so, decoded again."""
    try:
        return bytes(_AS_BYTE[char] for char in text).decode("utf-8")
    except (KeyError, UnicodeDecodeError):
        return None
