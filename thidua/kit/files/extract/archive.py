"""The ZIP container of an Office document, opened as if somebody meant harm."""

import zipfile
import zlib
from io import BytesIO
from pathlib import Path, PurePosixPath
from types import TracebackType
from typing import Any

from lxml import etree

from thidua.kit.files.extract.outcome import Limits, Unreadable

DAMAGED = "Tệp Word hỏng nên không đọc được. Mở bằng Word, lưu lại thành .docx rồi tải lên, hoặc dán nội dung vào đây."
_SUSPECT = (
    "Tệp nén bất thường (bung ra quá lớn) nên không nhận. Mở bằng Word, lưu lại thành .docx rồi tải lên."
)
_LOCKED = "Tệp có mật khẩu nên không đọc được. Gỡ mật khẩu rồi tải lại, hoặc dán nội dung vào đây."
_ENTITIES = "Tệp Word chứa khai báo XML lạ nên không nhận. Mở bằng Word, lưu lại thành .docx rồi tải lên."
_FAULTS = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError, KeyError)

Element = Any
"""lxml brings no types."""


class Package:
    """Parts of a container by name, each unpacked at most once asked for and within limits."""

    def __init__(self, data: bytes | Path, limits: Limits) -> None:
        self._limits = limits
        try:
            self._zip = zipfile.ZipFile(BytesIO(data) if isinstance(data, bytes) else data)
        except _FAULTS as fault:
            raise Unreadable(DAMAGED) from fault
        infos = self._zip.infolist()
        if len(infos) > limits.parts:
            raise Unreadable(_SUSPECT)
        self._infos = {info.filename.lstrip("/"): info for info in infos}
        self.names = frozenset(self._infos)

    def __enter__(self) -> "Package":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._zip.close()

    def read(self, name: str) -> bytes:
        """One part, whole. Unreadable when damaged, locked, or unpacking beyond the limits; KeyError when absent."""
        info = self._infos[name]
        if info.flag_bits & 1:
            raise Unreadable(_LOCKED)
        limit = self._limits.part_bytes
        try:
            # What the directory says about the size may lie; what comes out is counted.
            with self._zip.open(info) as part:
                data = part.read(limit + 1)
        except _FAULTS as fault:
            raise Unreadable(DAMAGED) from fault
        too_tight = len(data) > 1 << 20 and len(data) > self._limits.part_ratio * max(info.compress_size, 1)
        if len(data) > limit or too_tight:
            raise Unreadable(_SUSPECT)
        return data

    def xml(self, name: str) -> Element | None:
        """Root element of one XML part; None when absent. No entity is resolved, nothing is fetched."""
        if name not in self._infos:
            return None
        data = self.read(name)
        if data.count(b"<") > self._limits.part_tags:
            raise Unreadable(_SUSPECT)
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
        )
        try:
            root = etree.fromstring(data, parser)
        except etree.XMLSyntaxError as fault:
            raise Unreadable(_ENTITIES if b"<!ENTITY" in data else DAMAGED) from fault
        if root.getroottree().docinfo.doctype:
            raise Unreadable(_ENTITIES)
        return root

    def text(self, name: str) -> str:
        """A small part as text, "" when absent."""
        return self.read(name).decode("utf-8", "replace") if name in self._infos else ""

    def related(self, part: str) -> dict[str, list[str]]:
        """Names of the parts that one part refers to, by the last word of the relation: numbering, styles, footnotes."""
        folder, name = PurePosixPath(part).parent, PurePosixPath(part).name
        root = self.xml(str(folder / "_rels" / f"{name}.rels"))
        found: dict[str, list[str]] = {}
        for relation in root if root is not None else ():
            if relation.get("TargetMode") == "External":
                continue
            target = relation.get("Target", "")
            path = target.lstrip("/") if target.startswith("/") else _resolved(folder, target)
            found.setdefault(relation.get("Type", "").rpartition("/")[2], []).append(path)
        return found


def _resolved(folder: PurePosixPath, target: str) -> str:
    steps: list[str] = []
    for step in (folder / target).parts:
        if step == "..":
            steps = steps[:-1]
        elif step != ".":
            steps.append(step)
    return "/".join(steps)
