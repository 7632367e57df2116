"""A signed file with verified entries, from one installation to another: written, and read without trusting a byte of it."""

import base64
import binascii
import hashlib
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from thidua.kit.refused import Refused
from thidua.records.catalogue import keys

FORMAT, VERSION = "thidua-doi-chieu", 1
ENDING = "thidua-luat.json"
LARGEST = 60 * 1024 * 1024
_KEY, _SIGNATURE = re.compile(r"[0-9a-f]{64}"), re.compile(r"[0-9a-f]{128}")
_CHANGED = "Gói đã bị sửa sau khi ký. Không dùng; đề nghị nơi gửi xuất lại."
_BROKEN = "Tệp không phải gói đối chiếu, hoặc tải về chưa hết. Tải lại rồi nạp."


@dataclass(frozen=True, slots=True)
class Named:
    """A document as it is named, with its file where the sender put it in."""

    type: str
    number: str
    title: str
    issuer: str
    issued_on: date | None
    file_name: str = ""
    file: bytes = b""


@dataclass(frozen=True, slots=True)
class Item:
    """One verified entry: `row` as `Book.with_overlays` takes it; `document`: its place among those of the package."""

    row: Mapping[str, Any]
    name: str
    place: str
    note: str
    stated_by: str
    document: int

    @property
    def entry(self) -> str:
        return str(self.row["id"])


@dataclass(frozen=True, slots=True)
class Package:
    public: str
    sender: str
    made_at: datetime
    documents: tuple[Named, ...]
    items: tuple[Item, ...]

    @property
    def fingerprint(self) -> str:
        return keys.fingerprint(self.public)


def write(items: Sequence[Item], documents: Sequence[Named], *, sender: str, at: datetime) -> bytes:
    """The file, signed by this installation; the same contents at the same moment give the same bytes."""
    body = {
        "sender": sender,
        "made_at": at.isoformat(),
        "documents": [_document_out(each) for each in documents],
        "entries": [
            {
                "row": dict(item.row),
                "name": item.name,
                "place": item.place,
                "note": item.note,
                "stated_by": item.stated_by,
                "document": item.document,
            }
            for item in items
        ],
    }
    told = {"format": FORMAT, "version": VERSION, "body": body}
    return _canonical(told | {"key": keys.public_key(), "signature": keys.sign(_canonical(told))})


def read(data: bytes) -> Package:
    """Refused where the file is cut, of another kind or version, or not exactly what its signer signed."""
    if len(data) > LARGEST:
        raise Refused("Gói quá lớn. Đề nghị nơi gửi xuất lại không kèm tệp.")
    try:
        told = json.loads(data.decode("utf-8"))
    except (ValueError, RecursionError):
        raise Refused(_BROKEN) from None
    if not isinstance(told, dict) or told.get("format") != FORMAT:
        raise Refused(_BROKEN)
    if told.get("version") != VERSION:
        raise Refused(
            f"Gói thuộc phiên bản {str(told.get('version'))[:20]}, ở đây đọc được phiên bản {VERSION}. "
            "Cập nhật phần mềm, hoặc đề nghị nơi gửi xuất theo phiên bản này."
        )
    key, signature = str(told.pop("key", "")), str(told.pop("signature", ""))
    if not _KEY.fullmatch(key) or not _SIGNATURE.fullmatch(signature):
        raise Refused(_CHANGED)
    try:
        signed = _canonical(told)
        whole = _canonical(told | {"key": key, "signature": signature})
    except (ValueError, RecursionError):
        raise Refused(_CHANGED) from None
    if whole != data or not keys.is_signed(signed, signature, key):
        raise Refused(_CHANGED)
    return _package(told.get("body"), key)


def _canonical(told: Any) -> bytes:
    """One way to write it: a byte that differs is a byte that was changed."""
    text = json.dumps(told, sort_keys=True, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return text.encode("utf-8", "surrogatepass")


def _package(body: Any, key: str) -> Package:
    try:
        documents = tuple(_document_in(each) for each in body["documents"])
        items = tuple(_item(each, len(documents)) for each in body["entries"])
        made_at = datetime.fromisoformat(body["made_at"])
        return Package(key, str(body["sender"])[:200], made_at, documents, items)
    except (KeyError, TypeError, ValueError, AttributeError):
        raise Refused("Gói ký đúng nhưng thiếu nội dung. Đề nghị nơi gửi xuất lại.") from None


def _item(each: Mapping[str, Any], documents: int) -> Item:
    row = dict(each["row"])
    if not row["id"] or not row["shelf"] or not 0 <= int(each["document"]) < documents:
        raise ValueError
    texts = {name: str(each[name]) for name in ("name", "place", "note", "stated_by")}
    return Item(row, document=int(each["document"]), **texts)


def _document_out(named: Named) -> dict[str, Any]:
    told = {
        "type": named.type,
        "number": named.number,
        "title": named.title,
        "issuer": named.issuer,
        "issued_on": named.issued_on.isoformat() if named.issued_on else None,
    }
    if named.file:
        coded = base64.b64encode(named.file).decode("ascii")
        told["file"] = {
            "name": named.file_name,
            "data": coded,
            "sha256": hashlib.sha256(named.file).hexdigest(),
        }
    return told


def _document_in(each: Mapping[str, Any]) -> Named:
    texts = {name: str(each[name]) for name in ("type", "number", "title", "issuer")}
    issued = date.fromisoformat(each["issued_on"]) if each["issued_on"] else None
    file = each.get("file")
    if file is None:
        return Named(**texts, issued_on=issued)
    try:
        data = base64.b64decode(file["data"], validate=True)
    except binascii.Error as fault:
        raise ValueError from fault
    return Named(**texts, issued_on=issued, file_name=str(file["name"]), file=data)
