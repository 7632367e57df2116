"""PDF files, page by page. PDFium is not made for several threads: one lock for the process."""

import ctypes
import time
from pathlib import Path
from threading import Lock
from typing import Any

import pypdfium2
from pypdfium2 import raw

from thidua.kit.files.extract.letters import OldFont, cleaned, decode_runs, mend_hyphens, old_font
from thidua.kit.files.extract.outcome import Extracted, Limits, Unreadable
from thidua.kit.files.extract.plain import convert_old
from thidua.vn.encodings import guess

_LOCKED = "Tệp có mật khẩu nên không đọc được. Gỡ mật khẩu rồi tải lại, hoặc dán nội dung vào đây."
_DAMAGED = "Tệp PDF hỏng nên không đọc được. Mở bằng trình xem PDF, lưu hoặc in lại ra .pdf rồi tải lên, hoặc dán nội dung vào đây."
_PAGES = "Tệp PDF có {} trang, nhiều hơn {} trang. Tách thành nhiều tệp rồi tải từng tệp."
_LONG = "Văn bản quá dài (hơn {} triệu ký tự). Tách thành nhiều tệp rồi tải từng tệp."
_SLOW = "Tệp PDF quá phức tạp, đọc quá {} giây chưa xong. Tách thành nhiều tệp, hoặc dán nội dung vào đây."
_BARE = "Tệp có {} trang nhưng hầu như không có chữ: có thể là bản quét."
_GARBLED = "Phông chữ của tệp không cho biết chữ nào là chữ nào, nên không lấy được chữ. Xử lý như bản quét."
_PASSWORD_ERROR = 4
_JOINED = "\ufffe"
"""PDFium joins a word across lines where a line ends in a hyphen; in Vietnamese the hyphen was printed."""
_lock = Lock()
Page = Any
"""pypdfium2 brings no types."""


def read_pdf(data: bytes | Path, limits: Limits) -> Extracted:
    """Text of a PDF, pages parted by a line feed; "" for scans."""
    with _lock:
        try:
            document = pypdfium2.PdfDocument(data)
        except pypdfium2.PdfiumError as fault:
            raise Unreadable(_LOCKED if fault.err_code == _PASSWORD_ERROR else _DAMAGED) from fault
        try:
            return _read(document, limits)
        except pypdfium2.PdfiumError as fault:
            raise Unreadable(_DAMAGED) from fault
        finally:
            document.close()


def _read(document: Any, limits: Limits) -> Extracted:
    count = len(document)
    if count == 0:
        raise Unreadable(_DAMAGED)
    if count > limits.pages:
        raise Unreadable(_PAGES.format(count, f"{limits.pages:,}".replace(",", ".")), "pdf")
    until = time.monotonic() + limits.seconds
    texts, length = [], 0
    for page in _pages(document, limits, until):
        length += page.count_chars()
        if length > limits.characters:
            raise Unreadable(_LONG.format(limits.characters // 1_000_000), "pdf")
        texts.append(_lines(page.get_text_range()))
    text = "\n".join(texts)
    found = guess(text)
    if found and found.encoding == "tcvn3":
        runs = [run for page in _pages(document, limits, until) for run in [*_by_font(page), ("\n", None)]]
        text = mend_hyphens(_from_fonts(runs) or convert_old(text)[0])
        return Extracted("pdf", cleaned(text).strip("\n"), "tcvn3", guessed=True, pages=count)
    text, encoding = convert_old(text)
    text, note = _judged(cleaned(text).replace("\u00ad", "").strip("\n"), count)
    is_scan = not text.strip() or (bool(note) and _has_picture(document))
    return Extracted("pdf", text, encoding, bool(encoding), count, note, is_scan=is_scan)


def _has_picture(document: Any) -> bool:
    """Whether a picture stands on the first page, on itself or within a form."""
    page = document[0]
    try:
        return any(True for _ in page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=3))
    finally:
        page.close()


def count_pages(path: Path) -> int:
    """Of a PDF that was read before."""
    with _lock:
        document = pypdfium2.PdfDocument(path)
        try:
            return len(document)
        finally:
            document.close()


def _pages(document: Any, limits: Limits, until: float) -> Any:
    """Text of one page after another, each closed after use."""
    for page in document:
        if time.monotonic() > until:
            raise Unreadable(_SLOW.format(round(limits.seconds)), "pdf")
        text = page.get_textpage()
        try:
            yield text
        finally:
            text.close()
            page.close()


def _lines(text: str) -> str:
    return text.replace("\r\n", "\n").replace(_JOINED, "-\n").replace("\u2011", "-")


def _judged(text: str, pages: int) -> tuple[str, str]:
    """(text, note): a few letters on many pages are the stamp of a signature; letters without meaning are none."""
    letters = sum(map(str.isalnum, text))
    strange = sum("\ue000" <= char <= "\uf8ff" or char == "\ufffd" for char in text)
    if strange > 20 and strange > letters * 0.3:
        return "", _GARBLED
    if 0 < letters < 25 * pages:
        return text, _BARE.format(pages)
    return text, ""


def _by_font(page: Page) -> list[tuple[str, OldFont | None]]:
    """Text of a page in runs of one font."""
    runs: list[tuple[str, OldFont | None]] = []
    known: dict[str, OldFont | None] = {}
    buffer, flags = ctypes.create_string_buffer(128), ctypes.c_int()
    for index in range(page.count_chars()):
        code = raw.FPDFText_GetUnicode(page, index)
        size = raw.FPDFText_GetFontInfo(page, index, buffer, len(buffer), flags)
        name = buffer.value.decode("utf-8", "replace") if 0 < size <= len(buffer) else ""
        if name not in known:
            known[name] = old_font(name)
        runs.append((_lines(chr(code)), known[name]))
    return runs


def _from_fonts(runs: list[tuple[str, OldFont | None]]) -> str:
    """The text decoded where fonts are named as old ones; "" where none is."""
    return decode_runs(runs).replace("\r\n", "\n") if any(font for _, font in runs) else ""
