"""What a file is, told by its first bytes; its name proves nothing."""

import re
from typing import Literal

import filetype

from thidua.kit.files.extract.outcome import Unreadable
from thidua.kit.files.extract.pictures import picture_kind

HEAD = 8192
"""Bytes that the kind is told by."""

_OTHER_WORD = "Tệp Word đời cũ (.doc) chưa đọc được. Mở bằng Word, chọn Lưu thành .docx rồi tải lên."
_OLD_OFFICE = "Tệp Office đời cũ chưa đọc được. Mở bằng Word, lưu thành .docx hoặc .pdf rồi tải lên."
_LOCKED_OFFICE = "Tệp có mật khẩu nên không đọc được. Gỡ mật khẩu rồi tải lại, hoặc dán nội dung vào đây."
_SHEET = "Đây là bảng tính Excel, không phải văn bản. In ra .pdf hoặc chép nội dung sang Word, lưu thành .docx rồi tải lên."
_SLIDES = "Đây là tệp trình chiếu, không phải văn bản. Lưu thành .pdf rồi tải lên."
_PROGRAM = "Đây là chương trình máy tính, không phải văn bản. Chọn tệp .docx, .pdf hoặc .txt."
_OTHER = "Tệp này không phải văn bản. Chọn tệp .docx, .pdf hoặc .txt, hoặc dán nội dung vào đây."
_RTF = "Tệp RTF chưa đọc được. Mở bằng Word, lưu thành .docx rồi tải lên."
_WEB = "Đây là trang web lưu lại, không phải văn bản. Mở bằng Word, lưu thành .docx rồi tải lên, hoặc dán nội dung vào đây."
_XML = (
    "Đây là tệp dữ liệu XML, không phải văn bản. Nếu là tệp Word, mở bằng Word, lưu thành .docx rồi tải lên."
)
_ARCHIVE = "Đây là tệp nén. Giải nén rồi tải từng tệp bên trong."
_IMAGE = "Loại tệp ảnh này chưa đọc được. Lưu thành .png, .jpg hoặc .pdf rồi tải lên, hoặc gõ nội dung rồi dán vào đây."
_MEDIA = "Đây là tệp âm thanh hoặc phim, không phải văn bản. Chọn tệp .docx, .pdf hoặc .txt."

_PROGRAMS = (b"MZ", b"\x7fELF", b"\xca\xfe\xba\xbe", b"\xcf\xfa\xed\xfe", b"\xce\xfa\xed\xfe")
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_BOMS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")
_MARKUP = re.compile(rb"\s*<(?:(!doctype\s+html|html|head|body)|\?xml)", re.IGNORECASE)
_CONTROLS = bytes({*range(32)} - {*b"\t\n\v\f\r\x1a\x1b"})

Family = Literal["pdf", "zip", "txt", "png", "jpg", "tif"]


def family(head: bytes, whole: bytes = b"") -> Family:
    """What the reader of a file's first bytes must be. Unreadable for everything that is not text, PDF, a picture or a ZIP container.

    `whole`: more of the file, where at hand, to tell what an old Office file holds.
    """
    if not head:
        raise Unreadable("Tệp trống. Chọn tệp khác, hoặc dán nội dung vào đây.")
    if b"%PDF-" in head[:1024]:
        return "pdf"
    if picture := picture_kind(head):
        return picture
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")):
        return "zip"
    if head.startswith(OLE):
        raise Unreadable(_old_office(whole or head))
    _refuse_markup(head)
    if is_text(head):
        return "txt"
    raise Unreadable(_binary(head))


def is_text(head: bytes) -> bool:
    """Whether bytes may be text in some encoding: UTF-16 or no control characters."""
    if head.startswith(_BOMS) or wide(head):
        return True
    odd = len(head) - len(head.translate(None, _CONTROLS))
    return b"\x00" not in head and odd * 100 <= len(head)


def wide(head: bytes) -> Literal["utf-16-le", "utf-16-be"] | None:
    """UTF-16 without its mark: the high bytes of Vietnamese are 00, 01, 03 and 1E (and 20 for punctuation)."""
    high = frozenset(b"\x00\x01\x03\x1e\x20")
    even, odd = head[0:HEAD:2], head[1:HEAD:2]
    if len(odd) < 2 or b"\x00" not in head:
        return None
    if odd.count(0) * 2 > len(odd) and all(byte in high for byte in odd) and 0 not in even:
        return "utf-16-le"
    if even.count(0) * 2 > len(even) and all(byte in high for byte in even) and 0 not in odd:
        return "utf-16-be"
    return None


def inside_zip(names: frozenset[str], main_type: str) -> None:
    """Unreadable for every ZIP container but a Word document without macros; `main_type`: its content types as text."""
    if any(name.endswith("vbaProject.bin") for name in names) or "macroEnabled" in main_type:
        raise Unreadable(
            "Tệp Word có macro nên không nhận. Mở bằng Word, lưu thành .docx (không macro) rồi tải lên."
            if any(name.startswith("word/") for name in names)
            else "Tệp Office có macro nên không nhận. Lưu lại thành tệp không macro, dạng .docx hoặc .pdf, rồi tải lên."
        )
    if any(name.startswith("word/") for name in names) or "wordprocessingml" in main_type:
        return
    if any(name.startswith("xl/") for name in names):
        raise Unreadable(_SHEET)
    if any(name.startswith("ppt/") for name in names):
        raise Unreadable(_SLIDES)
    if "mimetype" in names and "content.xml" in names:
        raise Unreadable("Tệp LibreOffice (.odt, .ods) chưa đọc được. Lưu thành .docx hoặc .pdf rồi tải lên.")
    raise Unreadable(_ARCHIVE)


def _old_office(data: bytes) -> str:
    """What an OLE container holds, by the names in its directory (UTF-16)."""
    for name, message in (
        ("EncryptedPackage", _LOCKED_OFFICE),
        ("WordDocument", _OTHER_WORD),
        ("Workbook", _SHEET),
        ("PowerPoint Document", _SLIDES),
    ):
        if name.encode("utf-16-le") in data:
            return message
    return _OLD_OFFICE


def _refuse_markup(head: bytes) -> None:
    if head.startswith(b"{\\rtf"):
        raise Unreadable(_RTF)
    found = _MARKUP.match(head.removeprefix(_BOMS[0]))
    if found:
        raise Unreadable(_WEB if found[1] or b"<html" in head.lower() else _XML)


def _binary(head: bytes) -> str:
    if head.startswith(_PROGRAMS):
        return _PROGRAM
    kind = filetype.guess(head)
    group = kind.mime.partition("/")[0] if kind else ""
    if group == "image":
        return _IMAGE
    if group in {"audio", "video"}:
        return _MEDIA
    packed = {"zip", "rar", "7z", "gz", "bz2", "xz", "tar", "zst", "lz4", "cab"}
    return _ARCHIVE if kind and kind.extension in packed else _OTHER
