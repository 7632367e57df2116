"""Files kept: bytes under a random name below FILES_ROOT, a row for each version, what it says beside it.

    received = services.receive(name, upload)                     # outside any transaction: writes and reads the file
    version = services.keep(received, by=by, at=at, file=…)       # inside the transaction of the app's own verb
    version = services.store(name, upload, by=by, at=at)          # both, where there is no transaction around

No audit line is left here: the kit knows no noun. The public verb of the app that owns the file leaves it
(`chain.record("register.attach", …, changes={"file": [None, version.name]})`).

A row without its file cannot come about: the file is complete, under its final name and on the disk before the row.
A file without a row can (a crash, a transaction rolled back): `thidua files-sweep` takes it away after a day.
"""

import hashlib
import os
import re
import secrets
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from django.conf import settings
from django.db import transaction
from django.db.models import Max

from thidua.kit.files import secrecy
from thidua.kit.files.extract import Extracted, Limits, Unreadable, extract
from thidua.kit.files.models import FileVersion, StoredFile
from thidua.kit.refused import Refused
from thidua.vn.fold import nfc

if TYPE_CHECKING:
    from thidua.kit.audit.chain import By

INCOMING = "incoming"
"""Folder below FILES_ROOT for files that are still arriving."""
_CHUNK = 1 << 20
_PATH = re.compile(r"[0-9a-f]{2}/[0-9a-f]{32}")
_MIB = 1024 * 1024


Read = Callable[[Path, str], tuple[Extracted, FileVersion.TextState]]


@dataclass(frozen=True, slots=True)
class Received:
    """A file that is on the disk and was found good, but that no row names yet."""

    name: str
    path: str
    size: int
    sha256: str
    found: Extracted
    state: FileVersion.TextState


def check(name: str, data: BinaryIO | bytes) -> Extracted:
    """What a file says, nothing kept. Refused when it is no readable document, too large, or under a stamp of secrecy."""
    path, _, _ = _arrived(data)
    try:
        return _read(path, clean_name(name))[0]
    finally:
        path.unlink(missing_ok=True)


def receive(name: str, data: BinaryIO | bytes, *, read: "Read | None" = None) -> Received:
    """Write a file to the disk, check it by content and read its text. Refused like `check`, leaving nothing.

    `read`: what looks at it instead, for files that are no documents; it raises Refused for what it does not take.
    """
    shown = clean_name(name)
    arriving, size, sha256 = _arrived(data)
    try:
        found, state = (read or _read)(arriving, shown)
        path = _settled(arriving)
    finally:
        arriving.unlink(missing_ok=True)
    return Received(shown, path, size, sha256, found, state)


@transaction.atomic
def keep(received: Received, *, by: "By", at: datetime, file: StoredFile | None = None) -> FileVersion:
    """Rows for a received file: a new logical file, or the next version of `file`.

    The same bytes again for the same logical file give the version that is there.
    """
    if file is None:
        file = StoredFile.objects.create(name=received.name, created_at=at)
    else:
        file = StoredFile.objects.select_for_update().get(pk=file.pk)
        there = file.versions.filter(sha256=received.sha256).order_by("number").first()
        if there is not None:
            discard(received)
            return there
    last = file.versions.aggregate(last=Max("number"))["last"] or 0
    return FileVersion.objects.create(
        file=file,
        number=last + 1,
        name=received.name,
        path=received.path,
        kind=received.found.kind,
        size=received.size,
        sha256=received.sha256,
        text=received.found.text,
        text_state=received.state,
        encoding=received.found.encoding,
        added_at=at,
        added_by=by.name[:120],
    )


def store(
    name: str, data: BinaryIO | bytes, *, by: "By", at: datetime, file: StoredFile | None = None
) -> FileVersion:
    """`receive` and `keep`. Not for use inside a transaction: reading a long file would hold its locks."""
    # Where the database says no, the file stays for the sweep: a commit that broke off may have succeeded.
    return keep(receive(name, data), by=by, at=at, file=file)


def discard(received: Received) -> None:
    """Take away a received file that no row names: the person changed their mind."""
    (Path(settings.FILES_ROOT) / received.path).unlink(missing_ok=True)


@transaction.atomic
def forget(version: FileVersion) -> None:
    """Take a version away that must not be here, bytes included; nothing may refer to it any more."""
    file, path = version.file, location(version)
    version.delete()
    if not file.versions.exists():
        file.delete()
    transaction.on_commit(lambda: path.unlink(missing_ok=True))


def location(version: FileVersion) -> Path:
    """Where the bytes are."""
    if not _PATH.fullmatch(version.path):
        raise ValueError(f"{version.path!r} is not a path that was given here")
    return Path(settings.FILES_ROOT) / version.path


def open(version: FileVersion) -> BinaryIO:
    """The bytes as a stream; the caller closes it."""
    return location(version).open("rb")


def read_bytes(version: FileVersion) -> bytes:
    return location(version).read_bytes()


def clean_name(name: str) -> str:
    """A file name fit to be shown: NFC, without folders, control or direction signs; at most 255 letters, ending kept."""
    text = nfc(name.replace("\\", "/")).rpartition("/")[2]
    text = "".join(" " if char.isspace() else char for char in text)
    # Signs of the format category turn writing direction: "cv\u202efdp.exe" shows as "cvexe.pdf".
    text = "".join(char for char in text if unicodedata.category(char) not in {"Cc", "Cf", "Cs"})
    text = " ".join(text.split()).strip(". ") or "khong-ten"
    stem, dot, ending = text.rpartition(".")
    if len(text) > 255 and dot and len(ending) <= 10:
        return stem[: 254 - len(ending)] + dot + ending
    return text[:255]


def _chunks(data: BinaryIO | bytes) -> Iterator[bytes]:
    stream = BytesIO(data) if isinstance(data, bytes) else data
    if stream.seekable():
        stream.seek(0)
    while chunk := stream.read(_CHUNK):
        yield chunk


def _arrived(data: BinaryIO | bytes) -> tuple[Path, int, str]:
    """(path of the whole file on the disk, size, SHA-256); nothing stays when it is too large or breaks off."""
    root = Path(settings.FILES_ROOT)
    root.mkdir(parents=True, exist_ok=True, mode=0o700)
    folder = root / INCOMING
    folder.mkdir(exist_ok=True, mode=0o700)
    path, size, digest = folder / secrets.token_hex(16), 0, hashlib.sha256()
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(descriptor, "wb") as file:
            for chunk in _chunks(data):
                size += len(chunk)
                if size > settings.UPLOAD_LIMIT:
                    raise Refused(_too_large())
                digest.update(chunk)
                file.write(chunk)
            file.flush()
            os.fsync(file.fileno())
    except BaseException:
        path.unlink(missing_ok=True)
        raise
    return path, size, digest.hexdigest()


def _too_large() -> str:
    return f"Tệp quá lớn: hơn {settings.UPLOAD_LIMIT // _MIB} MB. Giảm dung lượng hoặc tách thành nhiều tệp rồi tải lên."


def _read(path: Path, name: str) -> tuple[Extracted, FileVersion.TextState]:
    """What it says; a sound file whose text cannot be had (too long) is kept all the same."""
    try:
        found = extract(path, name, limits=Limits(file_bytes=settings.UPLOAD_LIMIT))
    except Unreadable as no:
        if no.kind is None:
            raise Refused(no.message) from no
        return Extracted(no.kind, "", note=no.message), FileVersion.TextState.FAILED
    reasons = secrecy.why_not_keep_file(found)
    if reasons:
        raise Refused(reasons)
    is_read = found.has_text and not found.is_scan
    return found, FileVersion.TextState.READ if is_read else FileVersion.TextState.NONE


def _settled(arriving: Path) -> str:
    """Give a complete file its final name, durably; returns the path below FILES_ROOT."""
    root, name = Path(settings.FILES_ROOT), secrets.token_hex(16)
    folder = root / name[:2]
    made = not folder.exists()
    folder.mkdir(exist_ok=True, mode=0o700)
    arriving.rename(folder / name)
    _sync(folder)
    if made:
        _sync(root)
    return f"{name[:2]}/{name}"


def _sync(folder: Path) -> None:
    """Make names in a folder survive a power cut; Windows cannot, and need not, open folders."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
