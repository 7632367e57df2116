"""Which parts an entry has: its own fields, the numbers of its rule, its conditions one by one."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from thidua.law import wording
from thidua.law.book import KINDS, Book, Entry
from thidua.law.handbook import AUTHORITY_NAMES
from thidua.records.catalogue.stated.conditions import RULES, STATUSES
from thidua.records.catalogue.stated.shapes import (
    CHOICE,
    CODES,
    DAY,
    DECIMAL,
    FLAG,
    FRACTION,
    LINES,
    MONEY,
    NUMBER,
    PERCENT,
    TEXT,
    Part,
    Path,
)

MORE = "more"
"""Path of conditions that the book lacks: one line each, for the council to judge."""
_SUBJECTS = {"all": "Tất cả", "individual": "Cá nhân", "collective": "Tập thể", "household": "Hộ gia đình"}
_SINGLE: dict[str, tuple[str, str]] = {
    "subject": ("Đối tượng", CHOICE),
    "coefficient": ("Hệ số so với lương cơ sở", DECIMAL),
    "collective_multiplier": ("Tập thể nhân", DECIMAL),
    "of_individual": ("So với mức của cá nhân, nhân", DECIMAL),
    "is_maximum": ("Là mức cao nhất", FLAG),
    "amount_vnd": ("Mức (đồng)", MONEY),
    "min_percent": ("Tỷ lệ đồng ý ít nhất (%)", PERCENT),
    "min_fraction": ("Tỷ lệ đồng ý ít nhất", FRACTION),
    "denominator": ("Tính trên", TEXT),
    "absent": ("Người vắng", TEXT),
    "ballot_required": ("Phải bỏ phiếu", FLAG),
    "secret": ("Bỏ phiếu kín", FLAG),
    "ballot": ("Cách bỏ phiếu", TEXT),
    "conflict": ("Không tham gia", TEXT),
    "meeting": ("Cuộc họp", TEXT),
    "days_working": ("Thời hạn giải quyết (ngày làm việc)", NUMBER),
    "fee": ("Lệ phí (đồng)", MONEY),
    "steps": ("Các bước", LINES),
    "channel": ("Cách nộp", LINES),
    "changes": ("Thay đổi", LINES),
    "awards": ("Áp dụng cho (mã)", CODES),
    "grants": ("Được quyết định (mã)", CODES),
    "issued_on": ("Ngày ban hành", DAY),
    "issuer": ("Nơi ban hành, nơi tặng", TEXT),
    "who": ("Gồm", TEXT),
    "criteria_text": ("Tiêu chuẩn ghi tóm tắt", TEXT),
    "meaning": ("Nội dung", TEXT),
    "detail": ("Chi tiết", TEXT),
    "message": ("Khi vướng", TEXT),
    "release": ("Khi hết vướng", TEXT),
    "item": ("Hiện vật", TEXT),
    "copies": ("Số bộ", TEXT),
}
"""Fields of an entry that stand by themselves, in the order of the form."""
_WITHIN = ("value", "rule", "quorum", "ratio_cap", "most", "composition")
_INNER: dict[str, str] = {
    "working_days": "Số ngày làm việc",
    "working_days_min": "Ít nhất mấy ngày làm việc",
    "days": "Số ngày",
    "days_before_event": "Trước sự kiện mấy ngày",
    "after_opinion_submit_working_days": "Trình sau khi đủ ý kiến (ngày làm việc)",
    "latest": "Chậm nhất",
    "before": "Trước ngày",
    "education": "Ngành giáo dục",
    "from": "Từ",
    "to": "Đến",
    "year": "Của năm",
    "rule": "Theo",
    "agencies": "Cơ quan được hỏi",
    "general": "Phiên họp thường",
    "award_session_percent": "Phiên xét khen thưởng (%)",
    "max_percent": "Nhiều nhất (%)",
    "max_percent_plain": "Nhiều nhất, đồng bằng, thành phố (%)",
    "max_percent_mountain": "Nhiều nhất, miền núi, khó khăn (%)",
    "max_count": "Nhiều nhất (số lượng)",
    "of": "Tính trên",
    "unit": "Làm tròn đến (đồng)",
    "value": "Mức",
    "months": "Số tháng",
    "limit": "Số lần",
    "steps": "Số bước",
    "years_min": "Từ mấy năm",
    "years_lt": "Dưới mấy năm",
    "every_years": "Mấy năm một lần",
    "every_months": "Mấy tháng một lần",
    "flags_per_cluster": "Số cờ mỗi cụm, khối",
    "old_unit_comment_if_months_ge": "Nơi cũ nhận xét khi ở từ mấy tháng",
    "deputies_max": "Phó Chủ tịch, nhiều nhất",
    "complex": "Vụ việc phức tạp (ngày)",
    "remote": "Vùng sâu, vùng xa (ngày)",
    "remote_complex": "Vùng sâu, vùng xa và phức tạp (ngày)",
    "first": "Lần đầu (ngày)",
    "second": "Lần hai (ngày)",
    "second_dismissal": "Kỷ luật buộc thôi việc, lần hai (ngày)",
    "complex_extra": "Phức tạp, thêm (ngày)",
    "verify_extra": "Xác minh, thêm (ngày)",
    "receive_before": "Nhận trước ngày",
    "units": "Đơn vị gửi trước",
    "clusters": "Cụm, khối gửi trước",
    "fraction": "Tỷ lệ",
    "counts": "Được tính",
    "cluster_units": "Số đơn vị một cụm",
    "block_units": "Số đơn vị một khối",
}
"""Labels of what stands inside `_WITHIN`; what has none is no number of the law and stays as it is."""


def parts(entry: Entry, book: Book) -> list[Part]:
    """Every part of an entry that can be put right, conditions first."""
    data = entry.data
    codes = _codes(book)
    found: list[Part] = []
    if entry.shelf == KINDS and "conditions" in data:
        found += _conditions(data["conditions"], book, codes, ("conditions",), "Điều kiện ")
        lacking = "Điều kiện còn thiếu"
        found.append(Part((MORE,), "Do Hội đồng đánh giá", LINES, [], lacking, is_optional=True))
    found += [
        Part((name,), label, kind, data[name], choices=_choices(name, kind, codes))
        for name, (label, kind) in _SINGLE.items()
        if data.get(name) not in (None, [])
    ]
    for name in _WITHIN:
        if isinstance(data.get(name), Mapping):
            found += _inner(name, data[name])
    if entry.shelf == "procedures":
        found += [
            Part(("code",), "Mã thủ tục", TEXT, data.get("code", ""), is_optional=True),
            Part(("receiver",), "Nơi nhận hồ sơ", TEXT, data.get("receiver", ""), is_optional=True),
        ]
    found += _deciders(data.get("decided_by", ()))
    found += _papers(data.get("components", ()))
    found += _members(data.get("members", ()))
    if entry.shelf == "routes" and data.get("conditions"):
        found.append(Part(("conditions",), "Áp dụng khi", LINES, data["conditions"]))
    return found


def _choices(name: str, kind: str, codes: Mapping[str, str]) -> Mapping[str, str]:
    return _SUBJECTS if name == "subject" else codes if kind == CODES else {}


def _codes(book: Book) -> dict[str, str]:
    """Codes of titles and forms, with the patterns that the book itself uses for several at once."""
    groups = {"*": "tất cả", "*titles": "mọi danh hiệu", "*forms": "mọi hình thức"}
    used = {
        str(code)
        for entry in book.entries
        for name in ("awards", "grants")
        for code in entry.data.get(name) or ()
    }
    return (
        dict(book.codes) | groups | {code: code for code in sorted(used - book.codes.keys() - groups.keys())}
    )


def _inner(whole: str, data: Mapping[str, Any]) -> Iterator[Part]:
    for name, value in data.items():
        if name not in _INNER:
            continue
        if isinstance(value, list) and all(isinstance(each, int) for each in value):
            for at, each in enumerate(value):
                yield Part((whole, name, at), f"{_INNER[name]}, {('từ', 'đến')[at > 0]}", NUMBER, each)
        else:
            yield Part((whole, name), _INNER[name], _kind_of(name, value), value, is_optional=value is None)


def _kind_of(name: str, value: Any) -> str:
    if isinstance(value, bool):
        return FLAG
    if isinstance(value, (list, tuple)):
        return LINES
    if name == "unit":
        return MONEY
    if "percent" in name:
        return PERCENT
    if value is None or isinstance(value, int):
        return NUMBER
    if isinstance(value, float):
        return DECIMAL
    return FRACTION if name in ("general", "fraction") else TEXT


def _deciders(rows: Sequence[Mapping[str, Any]]) -> Iterator[Part]:
    for at, row in enumerate(rows):
        group = f"Người quyết định {at + 1}"
        yield Part(("decided_by", at, "authority"), "Ai", CHOICE, row["authority"], group, AUTHORITY_NAMES)
        for name, label in (("since", "Từ ngày"), ("until", "Đến hết ngày")):
            yield Part(("decided_by", at, name), label, DAY, row.get(name), group, is_optional=True)


def _papers(rows: Sequence[Mapping[str, Any]]) -> Iterator[Part]:
    for at, row in enumerate(rows):
        group = f"Giấy tờ {at + 1}"
        for name, label in (("name", "Tên"), ("template", "Mẫu"), ("when", "Khi nào cần")):
            yield Part(("components", at, name), label, TEXT, row.get(name, ""), group, is_optional=True)


def _members(rows: Sequence[Any]) -> Iterator[Part]:
    """Grades of an order or medal that go by years."""
    for at, row in enumerate(rows):
        if isinstance(row, Mapping) and "years_min" in row:
            yield Part(("members", at, "years_min"), "Từ mấy năm", NUMBER, row["years_min"], str(row["name"]))


def _conditions(
    rows: Sequence[Mapping[str, Any]], book: Book, codes: Mapping[str, str], path: Path, head: str
) -> Iterator[Part]:
    for at, row in enumerate(rows):
        number, here = f"{head}{at + 1}", (*path, at)
        whole = next((each for each in (wording.ANY, wording.ALL) if each in row), "")
        if whole:
            yield from _conditions(row[whole], book, codes, (*here, whole), f"{number}.")
        else:
            yield from _condition(row, book, codes, here, number)


def _condition(
    row: Mapping[str, Any], book: Book, codes: Mapping[str, str], here: Path, number: str
) -> Iterator[Part]:
    (clause,) = wording.clauses([row], book)
    group = f"{number}: {clause.text}"
    for name, label, kind, choices, is_optional in RULES.get(row["rule"], ()):
        known = choices or (codes if kind in ("code", "codes") else {})
        yield Part((*here, name), label, kind, row.get(name), group, known, is_optional)
    yield Part((*here, "status"), "So với văn bản", CHOICE, "dung", group, STATUSES)
