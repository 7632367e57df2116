"""Kinds of official documents and their numbers: names, abbreviations, order of rank, "98/2023/NĐ-CP" taken apart."""

import re
from dataclasses import dataclass
from functools import lru_cache

from thidua.vn.fold import fold

_PARTY, _LAW, _ORDINANCE, _DECREE, _CIRCULAR = 10, 20, 25, 30, 40
_PRIME_MINISTER, _MINISTRY, _PROVINCE_PARTY, _COUNCIL, _PROVINCE, _DEPARTMENT, _OTHER = (
    35,
    45,
    50,
    55,
    60,
    70,
    80,
)


@dataclass(frozen=True, slots=True)
class DocumentType:
    """A kind of document: its name, the abbreviations that stand in symbols, its place in a list of one issuer."""

    name: str
    abbreviations: tuple[str, ...]
    order: int

    @property
    def code(self) -> str:
        """How records keep the kind: "Kế hoạch" → "ke_hoach"."""
        return fold(self.name).replace(" ", "_")


def _types() -> tuple[DocumentType, ...]:
    rows = (
        "Hiến pháp: HP|Luật: L|Bộ luật: BL|Pháp lệnh: PL|Lệnh: L-CTN|Nghị định: NĐ|Nghị quyết: NQ|"
        "Nghị quyết liên tịch: NQLT|Thông tư: TT|Thông tư liên tịch: TTLT|Chỉ thị: CT|Kết luận: KL|Quyết định: QĐ|"
        "Quy định: QyĐ QyĐi QĐi|Quy chế: QC|Quy chế phối hợp: QCPH|Điều lệ: ĐL|Nội quy: NQy|Thể lệ: TLe|Chương trình hành động: CTrHĐ CTHĐ|"
        "Chương trình phối hợp: CTrPH CTPH|Chương trình: CTr|Kế hoạch liên tịch: KHLT|Kế hoạch phối hợp: KHPH|Kế hoạch: KH|"
        "Đề án: ĐA|Dự án: DA|Phương án: PA|Hướng dẫn liên tịch: HDLT HDLN HDLS|Hướng dẫn: HD|Thông tri: TTri|"
        "Thông cáo: TC|Thông báo: TB TBKL|Tờ trình: TTr|Báo cáo: BC|Biên bản: BB|Công điện: CĐ|Hợp đồng: HĐ|Văn bản hợp nhất: VBHN|"
        "Bản ghi nhớ: BGN|Bản thỏa thuận: BTT|Giấy ủy quyền: GUQ|Giấy mời: GM|Giấy giới thiệu: GGT|Giấy nghỉ phép: GNP|"
        "Phiếu gửi: PG|Phiếu chuyển: PC|Phiếu báo: PB|Phiếu trình: PTr|Thư công: ThC|Công văn: CV"
    )
    found = []
    for order, row in enumerate(rows.split("|")):
        name, abbreviations = row.split(": ")
        found.append(DocumentType(name, tuple(abbreviations.split()), order))
    return tuple(found)


DOCUMENT_TYPES = _types()
TYPE_BY_CODE = {kind.code: kind for kind in DOCUMENT_TYPES}
TYPE_BY_FOLD = {fold(kind.name): kind for kind in DOCUMENT_TYPES}
TYPE_BY_ABBREVIATION = {abbreviation: kind for kind in DOCUMENT_TYPES for abbreviation in kind.abbreviations}
_LOST_BARS = {"ND": "NĐ", "QD": "QĐ", "CD": "CĐ", "DA": "ĐA", "QYD": "QyĐ"}
_LOST_BAR_ISSUERS = (
    ("BTDKT", "BTĐKT"),
    ("HDTDKT", "HĐTĐKT"),
    ("TDKT", "TĐKT"),
    ("HDND", "HĐND"),
    ("SLDTBXH", "SLĐTBXH"),
    ("BLDTBXH", "BLĐTBXH"),
    ("GDDT", "GDĐT"),
    ("LDLD", "LĐLĐ"),
)
_SIGN = r"[^\W\d_][\w.&]*"
_NUMBER = re.compile(
    rf"(?P<serial>\d{{1,6}}[A-Za-z]?)\s*(?:/\s*(?P<year>(?:19|20)\d\d))?\s*(?:(?P<sep>[/-])\s*(?P<symbol>{_SIGN}(?:\s*[-/]\s*[\w.&]+){{0,4}}))?"
)
_ASSEMBLY = re.compile(r"(?:QH|UBTVQH)\d{1,2}$")
_DASHES = re.compile(r"[‐‑‒–—−]")
_SPLIT_WORD = re.compile(r"[^\W\d_]\s+[^\W\d_]")
_AROUND = re.compile(r"\s*([/-])\s*")


@dataclass(frozen=True, slots=True)
class DocumentNumber:
    """A number taken apart: "98/2023/NĐ-CP" → serial "98", year 2023, type_abbr "NĐ", issuer_abbr "CP".

    `type_abbr` is None for a letter (công văn: "257/BTĐKT-NV"), whose issuer_abbr is "BTĐKT" and section "NV"."""

    serial: str
    year: int | None
    type_abbr: str | None
    issuer_abbr: str | None
    section: str | None
    as_written: str

    @property
    def type_name(self) -> str | None:
        """The kind of document that the symbol tells: a letter where it names no kind; None without a symbol."""
        if self.type_abbr is not None:
            return type_of_abbreviation(self.type_abbr)
        if self.issuer_abbr is None:
            return None
        if _ASSEMBLY.match(self.issuer_abbr):
            return "Luật" if self.issuer_abbr.startswith("QH") else "Pháp lệnh"
        return "Công văn"

    @property
    def is_party(self) -> bool:
        """Numbered the Party's way: "34-CT/TW"."""
        return bool(re.match(r"\d+[A-Za-z]?-[^\W\d]", self.as_written))


def type_of_abbreviation(abbreviation: str) -> str | None:
    kind = TYPE_BY_ABBREVIATION.get(abbreviation)
    return kind.name if kind else None


def type_code(name: str | None) -> str:
    """The code of a kind by its name in any writing, its abbreviation or the code itself; "" where there is none."""
    kind = TYPE_BY_FOLD.get(fold((name or "").replace("_", " "))) or TYPE_BY_ABBREVIATION.get(name or "")
    return kind.code if kind else ""


def type_name(code: str) -> str:
    """ "ke_hoach" → "Kế hoạch"; "" for an unknown code."""
    return TYPE_BY_CODE[code].name if code in TYPE_BY_CODE else ""


def tidy_number(text: str) -> str:
    """A number as printed, without breaks and blanks inside: "358- NQ/ĐU" → "358-NQ/ĐU"."""
    return _AROUND.sub(r"\1", _DASHES.sub("-", text)).replace(" ", "").replace("\n", "").rstrip(".")


@lru_cache(maxsize=2048)
def parse_number(text: str) -> DocumentNumber | None:
    """A number and symbol taken apart; None where the text is not one. Bars that a scan lost are given back (ND → NĐ)."""
    if _SPLIT_WORD.search(text):
        return None
    written = tidy_number(text)
    found = _NUMBER.fullmatch(written)
    if not found:
        return None
    serial, symbol = found["serial"], found["symbol"]
    year = int(found["year"]) if found["year"] else None
    if symbol is None:
        return DocumentNumber(serial, year, None, None, None, written)
    mended = _mend(symbol)
    written = written[: len(written) - len(symbol)] + mended
    parts = re.split(r"[-/]", mended)
    if parts[0] in TYPE_BY_ABBREVIATION:
        return DocumentNumber(serial, year, parts[0], "-".join(parts[1:]) or None, None, written)
    return DocumentNumber(serial, year, None, parts[0], "-".join(parts[1:]) or None, written)


def is_assembly(issuer_abbr: str) -> bool:
    """The National Assembly or its standing committee ("QH15", "UBTVQH15"), whose numbers name no kind."""
    return bool(_ASSEMBLY.match(issuer_abbr))


def _mend(symbol: str) -> str:
    head, rest = re.fullmatch(r"([^-/]*)(.*)", symbol).groups()  # type: ignore[union-attr]
    head = head if head in TYPE_BY_ABBREVIATION else _LOST_BARS.get(head, head)
    for bare, barred in _LOST_BAR_ISSUERS:
        if bare in head:
            head = head.replace(bare, barred)
        if bare in rest:
            rest = rest.replace(bare, barred)
    if rest in ("/DU", "-DU"):
        rest = rest[0] + "ĐU"
    return head + rest


def rank_of(type_name: str | None, number: str | None) -> int:
    """Order of printing: Party, law, ordinance, decree, Prime Minister, circular, ministry, province, department …"""
    name = fold(type_name or "")
    if name in ("hien phap", "luat", "bo luat"):
        return _LAW
    parsed = parse_number(number) if number else None
    issuer = (parsed.issuer_abbr if parsed else None) or ""
    if parsed and parsed.is_party:
        return _PARTY if issuer.endswith("TW") else _PROVINCE_PARTY
    for words, rank in (("phap lenh", _ORDINANCE), ("nghi dinh", _DECREE), ("thong tu", _CIRCULAR)):
        if name.startswith(words):
            return rank
    if _ASSEMBLY.match(issuer):
        return _ORDINANCE
    if issuer.startswith(("TTg", "CP", "VPCP")):
        return _PRIME_MINISTER
    if issuer.startswith("HĐND"):
        return _COUNCIL
    if issuer.startswith(("UBND", "CTUBND")):
        return _PROVINCE
    if issuer.startswith("S") and not issuer.startswith("SY"):
        return _DEPARTMENT
    return _MINISTRY if issuer.startswith("B") else _OTHER


def number_key(number: str) -> str:
    """What two writings of one number have in common: "03/KH-SDL", "3/KH–SDL", "3-KH/SDL" → "3 kh sdl"; "" for none."""
    parsed = parse_number(number) if number.strip() else None
    return fold(parsed.as_written if parsed else number).lstrip("0")
