"""Photographs and scans that came as pictures: how many pages, how large. Only heads are read, nothing is unpacked."""

import struct
from collections.abc import Iterator
from contextlib import closing
from io import BytesIO
from pathlib import Path
from typing import BinaryIO, Literal

from thidua.kit.files.extract.outcome import Extracted, Limits, Unreadable

PictureKind = Literal["png", "jpg", "tif"]
_DAMAGED = "Tệp ảnh hỏng nên không mở được. Quét hoặc chụp lại rồi tải lên, hoặc dán nội dung vào đây."
_LARGE = "Ảnh quá lớn ({} × {} điểm). Giảm cỡ ảnh (300 điểm một inch là đủ) rồi tải lên."
_PAGES = "Tệp ảnh có hơn {} trang. Tách thành nhiều tệp rồi tải từng tệp."
_PNG = b"\x89PNG\r\n\x1a\n"
_FRAMES = {*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC}
"""Marks of a JPEG that tell its size."""
_BARE_MARKS = {0x01, *range(0xD0, 0xD9)}
_WIDTH, _HEIGHT, _SHORT, _LONG = 256, 257, 3, 4


def picture_kind(head: bytes) -> PictureKind | None:
    """By the first bytes; None for everything that is no PNG, JPEG or TIFF."""
    if head.startswith(_PNG):
        return "png"
    if head.startswith(b"\xff\xd8\xff"):
        return "jpg"
    return "tif" if head.startswith((b"II*\x00", b"MM\x00*")) else None


def read_picture(data: bytes | Path, kind: PictureKind, limits: Limits) -> Extracted:
    """A picture has no text yet. Unreadable where it is damaged or would cost too much to look at."""
    pages = 0
    with closing(BytesIO(data) if isinstance(data, bytes) else data.open("rb")) as file:
        for width, height in _sizes(file, kind):
            pages += 1
            if not (width and height):
                raise Unreadable(_DAMAGED)
            if width * height > limits.pixels:
                raise Unreadable(_LARGE.format(width, height))
            if pages > limits.pages:
                raise Unreadable(_PAGES.format(limits.pages))
    if not pages:
        raise Unreadable(_DAMAGED)
    return Extracted(kind, "", pages=pages, is_scan=True)


def _sizes(file: BinaryIO, kind: PictureKind) -> Iterator[tuple[int, int]]:
    """(width, height) of each page."""
    sizes = {"png": _png, "jpg": _jpeg, "tif": _tiff}[kind]
    try:
        yield from sizes(file)
    except (struct.error, ValueError) as fault:
        raise Unreadable(_DAMAGED) from fault


def _png(file: BinaryIO) -> Iterator[tuple[int, int]]:
    file.seek(len(_PNG))
    name, width, height = struct.unpack(">4x4sII", file.read(16))
    yield (width, height) if name == b"IHDR" else (0, 0)


def _jpeg(file: BinaryIO) -> Iterator[tuple[int, int]]:
    file.seek(2)
    while True:
        start, mark = struct.unpack(">BB", file.read(2))
        if start != 0xFF:
            raise ValueError("no mark")
        while mark == 0xFF:
            (mark,) = struct.unpack(">B", file.read(1))
        if mark in _BARE_MARKS:
            continue
        (length,) = struct.unpack(">H", file.read(2))
        if mark in _FRAMES:
            height, width = struct.unpack(">xHH", file.read(5))
            yield width, height
            return
        if mark == 0xDA or length < 2:
            raise ValueError("no size before the picture")
        file.seek(length - 2, 1)


def _tiff(file: BinaryIO) -> Iterator[tuple[int, int]]:
    file.seek(0)
    order = "<" if file.read(2) == b"II" else ">"
    file.seek(4)
    (place,) = struct.unpack(f"{order}I", file.read(4))
    seen: set[int] = set()
    while place:
        if place in seen:
            raise ValueError("pages in a ring")
        seen.add(place)
        file.seek(place)
        (count,) = struct.unpack(f"{order}H", file.read(2))
        found = {}
        for _ in range(count):
            tag, kind, _, value = struct.unpack(f"{order}HHI4s", file.read(12))
            if tag in (_WIDTH, _HEIGHT) and kind in (_SHORT, _LONG):
                form = "H2x" if kind == _SHORT else "I"
                (found[tag],) = struct.unpack(f"{order}{form}", value)
        (place,) = struct.unpack(f"{order}I", file.read(4))
        yield found.get(_WIDTH, 0), found.get(_HEIGHT, 0)
