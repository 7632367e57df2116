"""Records as officials name them in a report: "Kế hoạch số 30/KH-SVH ngày 22/3/2026 phát động …"."""

import re
from functools import lru_cache

from django.urls import reverse

from thidua.outlook.reports.built import Item, Piece, Ref
from thidua.records.register.kinds import LAWS
from thidua.records.register.models import Document
from thidua.vn.dates import cited_date
from thidua.work.movements.models import Movement

_PLACE = 987654321
_ABOUT = re.compile(r"^(?:v/v|về việc)\s+(?=về\b)|^v/v\s*:?\s*", re.IGNORECASE)
_PLAIN_START = re.compile(r"^[A-ZĐÀ-Ỹ][a-zà-ỹđ]*(?:\s[a-zà-ỹđ]|$)")
_NOUNS = re.compile(
    r"(?:hoạt động|kết luận|công tác|nội dung|kết quả|tình hình|phương hướng|nhiệm vụ)\b", re.IGNORECASE
)
_VERBS = re.compile(
    r"(?:ban|báo|bổ|chấn|chi|đăng|đẩy|đề|giải|giao|hướng|hưởng|khen|kiểm|kiện|mở|nâng|phân|phát|phối|quán|quy|sơ|sửa|tăng|"
    r"thành|thi|thực|tiếp|tổ|tổng|triển|tự|tuyên|về|xây|xét|điều)\b",
    re.IGNORECASE,
)


@lru_cache(maxsize=32)
def _address(name: str) -> tuple[str, str]:
    before, _, after = reverse(name, args=[_PLACE]).partition(str(_PLACE))
    return before, after


def address(name: str, pk: int) -> str:
    """`reverse` for many rows of one address."""
    before, after = _address(name)
    return f"{before}{pk}{after}"


def two_digits(number: int) -> str:
    """Counts as offices print them: 07, 29, 1.267."""
    return f"{number:02d}" if number < 1000 else f"{number:,}".replace(",", ".")


def named(document: Document) -> str:
    """ "Kế hoạch số 30/KH-SVH"; "Luật Thi đua, khen thưởng năm 2022"; "Văn bản đăng ký …" by its title alone."""
    kind = document.type_name or "Văn bản"
    if document.type in LAWS:
        by = f" số {document.number}" if document.number else f" năm {document.year}" if document.year else ""
        return _titled(document, kind) + by
    return f"{kind} số {document.number}" if document.number else _titled(document, kind)


def _titled(document: Document, kind: str) -> str:
    title = document.title.strip()
    if not title:
        return kind
    if title.startswith(kind):
        return title
    if document.type in LAWS:
        return f"{kind} {title[:1].upper()}{title[1:]}"
    return f"{kind} {lowered(title)}" if document.type else title[:1].upper() + title[1:]


def lowered(title: str) -> str:
    """A title inside a sentence: no "V/v", and no capital where it only opens a line ("Phát động …" → "phát động …")."""
    told = _ABOUT.sub(lambda found: "" if "về" in found[0].lower() else "về việc ", title.strip()).rstrip(
        " .;,"
    )
    if _NOUNS.match(told):
        return f"về {told[:1].lower()}{told[1:]}"
    opens = _PLAIN_START.match(told) and _VERBS.match(told)
    return told[:1].lower() + told[1:] if opens else told


def label(document: Document) -> str:
    """ "Kế hoạch số 30/KH-SVH ngày 22/3/2026"."""
    return named(document) + _day(document)


def _day(document: Document) -> str:
    """A law without number is known by its year alone."""
    if not document.issued_on or (document.type in LAWS and not document.number):
        return ""
    return f" ngày {cited_date(document.issued_on)}"


def source_of(document: Document) -> str:
    """What a reader of the report must know of the record itself."""
    if document.origin == Document.Origin.REPORTED:
        return "đọc từ báo cáo"
    if document.is_stub:
        return "mới được viện dẫn, chưa có trong sổ"
    return ""


def document_key(pk: int) -> str:
    return f"register.Document:{pk}"


def document_ref(document: Document, detail: str = "") -> Ref:
    more = "; ".join(part for part in (source_of(document), detail) if part)
    return Ref(document_key(document.pk), label(document), address("register:document", document.pk), more)


def document_item(document: Document, issuer: str = "", *more: Ref) -> Item:
    """The document with its day, who issued it (empty: it need not be said) and what it is about."""
    ref = document_ref(document)
    told = _day(document)
    told += f" của {issuer}" if issuer and document.type not in LAWS else ""
    if document.number and document.title and document.type not in LAWS:
        told += f" {lowered(document.title)}"
    text = (Piece(named(document), ref.key), Piece(told)) if told else (Piece(named(document), ref.key),)
    return Item(ref.key, text, (ref, *more))


def movement_ref(movement: Movement) -> Ref:
    launcher = movement.launcher.called if movement.launcher else ""
    return Ref(
        f"movements.Movement:{movement.pk}",
        f"Phong trào {movement.title}",
        address("movements:movement", movement.pk),
        f"{launcher} phát động" if launcher else "",
    )


def movement_name(movement: Movement) -> str:
    """ "phong trào thi đua “Chuyển đổi số” giai đoạn 2022 - 2025"; a name that is no title stands without quotes."""
    name = movement.name
    if name[:1].isupper() and '"' not in name and "“" not in name:
        name = f"“{name}”"
    period = movement.period_label
    said = f" {period}" if period and period.lower() not in movement.name.lower() else ""
    return f"phong trào thi đua {name}{said}"


def tidy(text: str) -> str:
    """One line without a closing mark."""
    return " ".join(text.split()).rstrip(" .;,")
