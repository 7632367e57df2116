"""What the book says, in Vietnamese words: a condition, the standing of an entry, a citation with its days."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from thidua.law.book import KINDS, Book, Entry
from thidua.vn.dates import cited_date
from thidua.vn.numbers import grouped

SHELF_NAMES = {
    "sources": "Văn bản",
    "categories": "Loại hình",
    "principles": "Nguyên tắc",
    "rewards": "Tiền thưởng",
    "reward_rules": "Cách tính tiền thưởng",
    "base_salary": "Lương cơ sở",
    "fund": "Quỹ",
    "authorities": "Thẩm quyền",
    "routes": "Tuyến trình",
    "papers": "Hồ sơ",
    "templates": "Mẫu",
    "voting": "Biểu quyết, hội đồng",
    "deadlines": "Thời hạn",
    "procedures": "Thủ tục hành chính",
    "ceilings": "Tỷ lệ, số lượng tối đa",
    "clusters": "Cụm, khối",
    "movements": "Phong trào",
    "reports": "Báo cáo",
    "initiatives": "Sáng kiến",
    "complaints": "Khiếu nại, tố cáo",
    "document_types": "Loại văn bản",
    "document_format": "Thể thức văn bản",
    "changes": "Thay đổi lớn",
    KINDS: "Danh hiệu, hình thức",
}

VERIFIED, DRAFT, STALE = "verified", "draft", "stale"
STANDINGS = {VERIFIED: "đã đối chiếu", DRAFT: "dự thảo, chưa đối chiếu", STALE: "cần đối chiếu lại"}

ANY, ALL, COUNCIL, LOCAL = "any", "all", "council", "local"
MARKS = {COUNCIL: "Hội đồng đánh giá", LOCAL: "nơi tặng quy định"}
"""Who judges what no rule can."""


@dataclass(frozen=True, slots=True)
class Clause:
    """One condition in words. `mark`: COUNCIL or LOCAL; of a choice or a whole ANY or ALL, with its `parts`."""

    text: str
    mark: str = ""
    is_draft: bool = False
    parts: tuple["Clause", ...] = ()


@dataclass(frozen=True, slots=True)
class Cited:
    """A citation as printed, the text that it stands in, and the days between which that text holds."""

    text: str
    title: str
    days: str
    url: str


def standing(entry: Entry, on: date) -> str:
    """VERIFIED; DRAFT: nobody has compared it with the text; STALE: the text may have been amended since."""
    if entry.is_draft:
        return DRAFT
    return STALE if entry.draft_on(on) else VERIFIED


def days(since: date, until: date | None) -> str:
    """ "từ 01/01/2024 đến 30/6/2025": the last day is the last on which it holds."""
    last = f" đến {cited_date(until - timedelta(days=1))}" if until else ""
    return f"từ {cited_date(since)}{last}"


def citations(entry: Entry, book: Book) -> list[Cited]:
    """Where an entry stands, one line a document, with all places in it."""
    places: dict[str, list[str]] = {}
    for cite in entry.cites:
        places.setdefault(cite.doc, []).append(cite.text.removesuffix(cite.doc).rstrip(", "))
    found = []
    for doc, rows in places.items():
        text = book.source(doc)
        assert text is not None, "a citation names only documents of the book"
        where = ", ".join([*filter(None, rows), doc])
        found.append(
            Cited(where, text.name, days(text.since, text.until), str(text.data.get("source_url", "")))
        )
    return found


def clauses(conditions: Sequence[Mapping[str, Any]], book: Book) -> tuple[Clause, ...]:
    """The conditions of a title or form, one clause each."""
    return tuple(_clause(condition, book) for condition in conditions)


def _clause(given: Mapping[str, Any], book: Book) -> Clause:
    for mark, words in ((ANY, "một trong"), (ALL, "đủ cả")):
        if mark in given:
            return Clause(words, mark, parts=clauses(given[mark], book))
    rule = given["rule"]
    text = _RULES[rule](given, book) if rule in _RULES else str(given.get("text", rule))
    whose = _FOR.get(str(given.get("for_kind")), "")
    return Clause(text + whose, rule if rule in MARKS else "", given.get("status") in ("draft", "partial"))


_FOR = {"ca_nhan": " (cá nhân)", "tap_the": " (tập thể)", "ho_gia_dinh": " (hộ gia đình)"}
_LEVELS = {"HTXSNV": "hoàn thành xuất sắc nhiệm vụ", "HTTNV": "hoàn thành tốt nhiệm vụ trở lên"}
_SCOPES = {"co_so": "cấp cơ sở", "tinh": "phạm vi bộ, ngành, tỉnh", "toan_quoc": "phạm vi toàn quốc"}
_PENALTIES = {"khien_trach": "khiển trách", "canh_cao": "cảnh cáo"}


def _level(given: Mapping[str, Any], book: Book) -> str:
    return f"xếp loại {_LEVELS[given['min']]}"


def _row(given: Mapping[str, Any], book: Book) -> str:
    instead = f" hoặc là {_named(given['or_title'], book)}" if given.get("or_title") else ""
    return f"{_count(given)} năm liên tục {_LEVELS[given['min']]}{instead}{_after(given, book)}"


def _excellent(given: Mapping[str, Any], book: Book) -> str:
    return f"{_count(given)} năm {_LEVELS['HTXSNV']}{_within(given, 'span')}{_after(given, book)}"


def _titles(given: Mapping[str, Any], book: Book) -> str:
    return f"{_count(given)} lần liên tục {_named(given['code'], book)}"


def _times(given: Mapping[str, Any], book: Book) -> str:
    return f"{_count(given)} lần {_named(given['code'], book)}{_within(given, 'span')}{_after(given, book)}"


def _prior(given: Mapping[str, Any], book: Book) -> str:
    return f"đã được tặng {_named(given['code'], book)}"


def _qualifies(given: Mapping[str, Any], book: Book) -> str:
    return f"đạt tiêu chuẩn {' hoặc '.join(_named(code, book) for code in given['for'])}"


def _initiative(given: Mapping[str, Any], book: Book) -> str:
    return f"{_count(given)} sáng kiến hoặc đề tài {_SCOPES[given['scope']]} được công nhận{_within(given, 'years')}"


def _advanced(given: Mapping[str, Any], book: Book) -> str:
    share = f"ít nhất {_percent(given['min'])}" if "min" in given else f"trên {_percent(given['over'])}"
    return f"{share} cá nhân đạt danh hiệu lao động tiên tiến"


def _completed(given: Mapping[str, Any], book: Book) -> str:
    return f"{_percent(given['min'])} cá nhân hoàn thành nhiệm vụ"


def _member(given: Mapping[str, Any], book: Book) -> str:
    return f"có cá nhân đạt {_named(given['code'], book)}"


def _spotless(given: Mapping[str, Any], book: Book) -> str:
    return f"không có cá nhân bị kỷ luật từ {_PENALTIES[given['from']]} trở lên"


def _movement(given: Mapping[str, Any], book: Book) -> str:
    return f"phong trào từ {int(given['min']):02d} năm"


def _contribution(given: Mapping[str, Any], book: Book) -> str:
    return f"có đóng góp từ {int(given['min']):02d} năm"


_RULES = {
    "task_level": _level,
    "years_in_a_row": _row,
    "excellent_years": _excellent,
    "titles_in_a_row": _titles,
    "title_times": _times,
    "prior_form": _prior,
    "qualifies": _qualifies,
    "initiative": _initiative,
    "members_ldtt": _advanced,
    "members_completed": _completed,
    "member_title": _member,
    "nobody_disciplined": _spotless,
    "movement_years": _movement,
    "contribution_years": _contribution,
}
"""Rules that are told by their numbers; the others bring their own text."""


def _count(given: Mapping[str, Any]) -> str:
    return f"{int(given.get('count', 1)):02d}"


def _within(given: Mapping[str, Any], name: str) -> str:
    return f" trong {int(given[name]):02d} năm" if given.get(name) else ""


def _after(given: Mapping[str, Any], book: Book) -> str:
    return f", sau {_named(given['after'], book)}" if given.get("after") else ""


def _named(code: str, book: Book) -> str:
    return book.codes.get(code, code)


def _percent(number: object) -> str:
    return f"{str(number).replace('.', ',')}%"


def deadline(value: Mapping[str, Any]) -> str:
    """ "chậm nhất 31/12; ngành giáo dục 30/6", "20 ngày làm việc"; "" where the text gives none."""
    return "; ".join(_deadline_parts(value))


def _deadline_parts(value: Mapping[str, Any]) -> Iterator[str]:
    if "from" in value and "to" in value:
        yield f"từ {value['from']} đến {value['to']}"
    for name, words in _DEADLINES.items():
        if value.get(name) is not None:
            yield words.format(value[name])
    if value.get("agencies"):
        yield f"hỏi {', '.join(value['agencies'])}"


_DEADLINES = {
    "latest": "chậm nhất {}",
    "before": "trước {}",
    "education": "ngành giáo dục {}",
    "working_days": "{} ngày làm việc",
    "working_days_min": "ít nhất {} ngày làm việc",
    "days": "{} ngày",
    "days_before_event": "trước sự kiện {} ngày",
    "after_opinion_submit_working_days": "trình trong {} ngày làm việc sau khi đủ ý kiến",
    "year": "{}",
    "rule": "{}",
}


def told(entry: Entry, book: Book) -> list[tuple[str, str]]:
    """The contents of an entry as pairs of a label and words, without what stands elsewhere on its page."""
    found = []
    for name, (label, worded) in _FIELDS.items():
        value = entry.data.get(name)
        if value not in (None, "", [], {}):
            found.append((label, worded(value, book)))
    return [(label, text) for label, text in found if text]


def _text(value: Any, book: Book) -> str:
    return str(value)


def _decimal(value: Any, book: Book) -> str:
    return str(value).replace(".", ",")


def _money(value: Any, book: Book) -> str:
    return f"{grouped(int(value))} đồng"


def _listed(value: Any, book: Book) -> str:
    return "; ".join(str(each) for each in value)


def _rule(value: Any, book: Book) -> str:
    return f"nhiều nhất {most(value)}" if isinstance(value, Mapping) and "max_percent" in value else ""


def _awards(value: Any, book: Book) -> str:
    return ", ".join(group_name(str(code), book) for code in value)


def group_name(code: str, book: Book) -> str:
    """Name of a title or form, or of a pattern of the book: "HC*" → "huân chương"."""
    return _GROUPS.get(code, _named(code, book))


def _day(value: Any, book: Book) -> str:
    return cited_date(value if isinstance(value, date) else date.fromisoformat(str(value)))


def _documents(value: Any, book: Book) -> str:
    return ", ".join(str(book.by_id[key].data["number"]) if key in book.by_id else str(key) for key in value)


def _pattern(value: Any, book: Book) -> str:
    """ "{so}/QĐ-{CO_QUAN}" → "…/QĐ-…"."""
    return _BLANK.sub("…", str(value))


def _quorum(value: Any, book: Book) -> str:
    return _percent(value["award_session_percent"])


def most(value: Mapping[str, Any]) -> str:
    """ "15% số cá nhân đạt LĐTT hoặc CSTT của đơn vị", "01 tập thể" of a ceiling."""
    percent, count = value.get("max_percent"), value.get("max_count")
    amount = _percent(percent) if percent is not None else f"{int(count or 0):02d}"
    return f"{amount} {value.get('of', '')}".strip()


_BLANK = re.compile(r"\{\w+\}")
_GROUPS = {
    "*": "tất cả",
    "*titles": "mọi danh hiệu",
    "*forms": "mọi hình thức",
    "HC*": "huân chương",
    "HUC*": "huy chương",
    "HCLD*": "Huân chương Lao động",
    "HCDL*": "Huân chương Độc lập",
}
_SUBJECTS = {"individual": "Cá nhân", "collective": "Tập thể", "household": "Hộ gia đình"}
_FIELDS = {
    "number": ("Số, ký hiệu", _text),
    "issuer": ("Nơi ban hành", _text),
    "issued_on": ("Ngày ban hành", _day),
    "subject": ("Đối tượng", lambda value, book: _SUBJECTS.get(str(value), "")),
    "who": ("Gồm", _text),
    "criteria_text": ("Tiêu chuẩn", _text),
    "meaning": ("Nội dung", _text),
    "detail": ("Chi tiết", _text),
    "message": ("Khi vướng", _text),
    "release": ("Khi hết vướng", _text),
    "changes": ("Thay đổi", _listed),
    "awards": ("Áp dụng cho", _awards),
    "grants": ("Được quyết định", _awards),
    "coefficient": ("Hệ số so với lương cơ sở", _decimal),
    "collective_multiplier": ("Tập thể nhân", _decimal),
    "item": ("Hiện vật", _text),
    "amount_vnd": ("Mức", _money),
    "value": ("Thời hạn", lambda value, book: deadline(value) if isinstance(value, Mapping) else str(value)),
    "level": ("Cấp", lambda value, book: str(value) if str(value).startswith("Cấp") else ""),
    "receiver": ("Nơi nhận hồ sơ", _text),
    "published_by": ("Quyết định công bố", lambda value, book: _documents([value], book)),
    "when": ("Khi", _text),
    "steps": ("Các bước", _listed),
    "days_working": ("Thời hạn giải quyết", lambda value, book: f"{value} ngày làm việc"),
    "channel": ("Cách nộp", _listed),
    "copies": ("Số bộ", _text),
    "min_percent": ("Tỷ lệ đồng ý ít nhất", lambda value, book: _percent(value)),
    "min_fraction": ("Tỷ lệ đồng ý ít nhất", _text),
    "rule": ("Mức", _rule),
    "most": ("Nhiều nhất", lambda value, book: most(value)),
    "ratio_cap": ("Nhiều nhất", lambda value, book: most(value)),
    "denominator": ("Tính trên", _text),
    "absent": ("Người vắng", _text),
    "meeting": ("Cuộc họp", _text),
    "ballot": ("Cách bỏ phiếu", _text),
    "quorum": ("Thành viên có mặt ít nhất", _quorum),
    "conflict": ("Không tham gia", _text),
    "abbr": ("Viết tắt", _text),
    "number_pattern": ("Số, ký hiệu", _pattern),
    "used_for": ("Dùng cho", _text),
    "example": ("Ví dụ", _text),
    "replaces": ("Thay thế", _documents),
    "replaced_by": ("Được thay bằng", _documents),
    "amends": ("Sửa đổi, bổ sung", _documents),
    "note": ("Ghi chú", _text),
    "promoted": ("Đã xem", _text),
}
