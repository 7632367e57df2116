"""Text out of files: .docx, .pdf, .txt; scans and pictures are told apart (their text: `kit/files/ocr`). Told by content, refused with one sentence that says how to mend it. No Django.

from thidua.kit.files.extract import Unreadable, extract
try:
    found = extract(path, path.name)        # found.text is NFC; found.is_scan: pages are pictures
except Unreadable as no:
    print(no.message)
"""

from dataclasses import replace
from pathlib import Path, PurePath

from thidua.kit.files.extract import sniff
from thidua.kit.files.extract.letters import cleaned
from thidua.kit.files.extract.outcome import MIB, Extracted, Kind, Limits, Unreadable
from thidua.kit.files.extract.pdf import read_pdf
from thidua.kit.files.extract.pictures import read_picture
from thidua.kit.files.extract.plain import TOO_LONG, read_plain
from thidua.kit.files.extract.word import read_word

__all__ = ["Extracted", "Kind", "Limits", "Unreadable", "cleaned", "extract"]

LIMITS = Limits()
_NAMED = {
    "pdf": {"pdf"},
    "docx": {"docx", "dotx"},
    "txt": {"txt", "text", "md", "csv", "log"},
    "png": {"png"},
    "jpg": {"jpg", "jpeg", "jpe", "jfif"},
    "tif": {"tif", "tiff"},
}
_LABELS = {"pdf": "PDF", "docx": "Word (.docx)", "txt": "chữ thường (.txt)"}
_PICTURES = "ảnh (.{})"


def extract(data: bytes | Path, name: str, *, limits: Limits = LIMITS) -> Extracted:
    """Text of a file; `name` only serves to remark that it says something else than the content. Raises Unreadable."""
    size = len(data) if isinstance(data, bytes) else _size(data)
    if size > limits.file_bytes:
        raise Unreadable(
            f"Tệp quá lớn (hơn {limits.file_bytes // MIB} MB). Giảm dung lượng hoặc tách thành nhiều tệp rồi tải lên."
        )
    head = data[: sniff.HEAD] if isinstance(data, bytes) else _bytes(data, sniff.HEAD)
    # An old Office file says far from its beginning what it holds.
    whole = (data if isinstance(data, bytes) else _bytes(data)) if head.startswith(sniff.OLE) else b""
    match family := sniff.family(head, whole):
        case "pdf":
            found = read_pdf(data, limits)
        case "zip":
            found = read_word(data, limits)
        case "txt":
            if size > limits.text_bytes:
                raise Unreadable(TOO_LONG.format(limits.characters // 1_000_000), "txt")
            found = read_plain(data if isinstance(data, bytes) else _bytes(data), limits)
        case _:
            found = read_picture(data, family, limits)
    notes = [note for note in (found.note, _misnamed(name, found.kind), _broken(found.text)) if note]
    return replace(found, note=" ".join(notes))


def _size(path: Path) -> int:
    try:
        if path.is_dir():
            raise Unreadable("Đây là thư mục, không phải tệp. Chọn từng tệp bên trong.")
        return path.stat().st_size
    except FileNotFoundError:
        raise Unreadable("Không có tệp này. Kiểm tra lại tên và thư mục.") from None
    except OSError:
        raise Unreadable(_CLOSED) from None


_CLOSED = "Không mở được tệp này. Kiểm tra quyền đọc, hoặc đóng chương trình đang giữ tệp."


def _bytes(path: Path, count: int = -1) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(count)
    except OSError:
        raise Unreadable(_CLOSED) from None


def _misnamed(name: str, kind: Kind) -> str:
    ending = PurePath(name).suffix.lower().lstrip(".")
    if not ending or ending in _NAMED[kind] or not ending.isalnum() or len(ending) > 5:
        return ""
    return f"Tên tệp là .{ending} nhưng nội dung là {_LABELS.get(kind) or _PICTURES.format(kind)}: đã đọc theo nội dung."


def _broken(text: str) -> str:
    count = text.count("\ufffd")
    return f"Có {count} ký tự hỏng (�) trong tệp." if count else ""
