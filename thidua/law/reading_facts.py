"""A candidate's facts out of YAML or JSON: every field checked, the place of a fault named."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from difflib import get_close_matches
from typing import Any, TypeVar

from thidua.law.facts import (
    DISCIPLINE,
    LEVELS,
    LISTS,
    SCOPES,
    Award,
    Candidate,
    Discipline,
    Initiative,
    Leave,
    Rating,
    Service,
    Study,
    Transfer,
)
from thidua.vn import periods
from thidua.vn.codes import AWARD_CATEGORIES, RECIPIENT_KINDS
from thidua.vn.fold import fold

Row = TypeVar("Row")


class CaseError(ValueError):
    """The case cannot be judged: `key` says where, `what` how to mend it."""

    def __init__(self, key: str, what: str) -> None:
        super().__init__(f"{key}: {what}" if key else what)
        self.key, self.what = key, what


def code(value: Any, key: str) -> str:
    """ "CSTĐCS" → "CSTDCS"; a word of letters and figures."""
    if not isinstance(value, str) or not value.strip():
        raise CaseError(key, "cần mã danh hiệu hoặc hình thức")
    return "_".join(fold(part).replace(" ", "").replace(".", "") for part in value.split("_")).upper()


def word(value: Any, key: str) -> str:
    """ "thai sản" → "thai_san": contract codes are written so."""
    if not isinstance(value, str) or not value.strip():
        raise CaseError(key, "cần một mã bằng chữ")
    return fold(value.replace("_", " ")).replace(" ", "_")


def basis(value: Any, key: str) -> str:
    """ "khen đột xuất" → "dot_xuat"; what is nearly a known reason is a fault, any other is left as it is."""
    found = word(value, key)
    found = next((known for known in AWARD_CATEGORIES if known in found), found)
    near = [] if found in AWARD_CATEGORIES else get_close_matches(found, AWARD_CATEGORIES, 1, 0.8)
    if near:
        raise CaseError(key, f"“{value}” không có trong danh sách: {', '.join(AWARD_CATEGORIES)}")
    return found


def one_of(value: Any, key: str, known: tuple[str, ...]) -> str:
    found = word(value, key)
    if found in known:
        return found
    raise CaseError(key, f"“{value}” không có trong danh sách: {', '.join(known)}")


def day(value: Any, key: str) -> date:
    if isinstance(value, date):
        return value.date() if isinstance(value, datetime) else value
    try:
        return date.fromisoformat(str(value))
    except ValueError:
        raise CaseError(key, f"“{value}” không phải ngày dạng 2024-12-31") from None


def number(value: Any, key: str) -> Decimal:
    if isinstance(value, bool) or not isinstance(value, (int, float, str)):
        raise CaseError(key, "cần một số")
    try:
        found = Decimal(str(value))
    except InvalidOperation:
        raise CaseError(key, f"“{value}” không phải số") from None
    if not found.is_finite() or found < 0 or found > 10**15:
        raise CaseError(key, f"“{value}” không phải số từ 0 trở lên")
    return found


def percent(value: Any, key: str) -> Decimal:
    found = number(value, key)
    if found > 100:
        raise CaseError(key, f"“{value}” lớn hơn 100%")
    return found


def whole(value: Any, key: str) -> int:
    found = number(value, key)
    if found != found.to_integral_value():
        raise CaseError(key, f"“{value}” không phải số nguyên")
    return int(found)


def truth(value: Any, key: str) -> bool:
    if not isinstance(value, bool):
        raise CaseError(key, "chỉ nhận true hoặc false; không biết thì bỏ dòng này")
    return value


_LEVEL_NAMES = {
    "HOANTHANHXUATSACNHIEMVU": "HTXSNV",
    "HOANTHANHTOTNHIEMVU": "HTTNV",
    "HOANTHANHNHIEMVU": "HTNV",
    "KHONGHOANTHANHNHIEMVU": "KHTNV",
}


def level(value: Any, key: str) -> str:
    found = code(value, key)
    found = _LEVEL_NAMES.get(found, found)
    if found not in LEVELS:
        raise CaseError(key, f"“{value}” không phải mức xếp loại ({', '.join(LEVELS)})")
    return found


def years(value: Any, key: str) -> tuple[int, ...]:
    """2024 · "2024-2025" (a school year: the year that it ends in) · "2011-2015" (a stage: each year)."""
    found = periods.parse(str(value))
    if found is None or found.kind not in ("year", "school_year", "stage"):
        raise CaseError(
            key, f"“{value}” không phải năm (2024), năm học (2024-2025) hoặc giai đoạn (2011-2015)"
        )
    first = found.year if found.kind == "school_year" else found.since.year
    return tuple(range(first, found.year + 1))


def span(value: Any, key: str) -> tuple[int, ...]:
    """ "2011-2015": each year, also where the two follow one another."""
    found = years(value, key)
    return (found[0] - 1, found[0]) if is_school_year(value) else found


def year(value: Any, key: str) -> int:
    return years(value, key)[-1]


def is_school_year(value: Any) -> bool:
    found = periods.parse(str(value))
    return found is not None and found.kind == "school_year"


def text(value: Any, key: str) -> str:
    if not isinstance(value, str):
        raise CaseError(key, "cần chữ")
    return value


def _rows(value: Any, key: str, made: Callable[[Mapping[str, Any], str], Row]) -> tuple[Row, ...]:
    if not isinstance(value, list):
        raise CaseError(key, "cần một danh sách; không có gì thì ghi []")
    found = []
    for at, row in enumerate(value):
        if not isinstance(row, Mapping):
            raise CaseError(f"{key}/{at}", "mỗi dòng cần ở dạng {khóa: giá trị}")
        found.append(made(row, f"{key}/{at}"))
    return tuple(found)


def _get(row: Mapping[str, Any], name: str, place: str, made: Callable[[Any, str], Row]) -> Row | None:
    """The field, or None where it is not given; a null is not given."""
    return None if row.get(name) is None else made(row[name], f"{place}/{name}")


def _need(row: Mapping[str, Any], name: str, place: str, made: Callable[[Any, str], Row]) -> Row:
    found = _get(row, name, place, made)
    if found is None:
        raise CaseError(f"{place}/{name}", "thiếu")
    return found


def award(row: Mapping[str, Any], place: str) -> Award:
    when = (
        _get(row, "years", place, span)
        or _get(row, "period", place, years)
        or _get(row, "year", place, years)
    )
    return Award(
        place=place,
        code=_need(row, "award", place, code),
        years=when or (),
        basis=_get(row, "basis", place, basis) or "",
        issuer=_get(row, "issuer", place, text) or "",
        decided_on=_get(row, "decision_date", place, day),
    )


def _rating(row: Mapping[str, Any], place: str) -> Rating:
    return Rating(place, _need(row, "year", place, year), _need(row, "level", place, level))


_SCOPE_WORDS = {
    "don_vi": "co_so",
    "xa": "co_so",
    "huyen": "co_so",
    "bo": "tinh",
    "bo_nganh": "tinh",
    "bo_tinh": "tinh",
    "quoc_gia": "toan_quoc",
}


def _initiative(row: Mapping[str, Any], place: str) -> Initiative:
    scope = _need(row, "scope", place, word)
    scope = _SCOPE_WORDS.get(scope, scope)
    if scope not in SCOPES:
        raise CaseError(
            f"{place}/scope", f"“{row['scope']}” không có trong danh sách: {', '.join(SCOPES)}, bo"
        )
    used = row.get("used_for")
    listed = used if isinstance(used, list) else [used] if used else []
    return Initiative(
        place=place,
        scope=scope,
        year=_get(row, "year", place, year),
        is_recognized=_get(row, "recognized", place, truth),
        recognized_by=_get(row, "recognized_by", place, word) or "",
        used_for=tuple(code(each, f"{place}/used_for") for each in listed),
    )


def _leave_kind(value: Any, key: str) -> str:
    """ "nghỉ thai sản", "chế độ thai sản" → "thai_san"."""
    found = word(value, key)
    return next((known for known in ("thai_san", "dung_cam") if known in found), found)


def _leave(row: Mapping[str, Any], place: str) -> Leave:
    return Leave(
        place,
        _need(row, "kind", place, _leave_kind),
        _get(row, "days", place, number),
        _get(row, "working_days", place, number),
        _get(row, "year", place, year),
    )


def _study(row: Mapping[str, Any], place: str) -> Study:
    return Study(
        place,
        _get(row, "months", place, number),
        _get(row, "sent_by_agency", place, truth),
        _get(row, "complied_with_rules", place, truth),
        _get(row, "result", place, word) or "",
    )


def _service(row: Mapping[str, Any], place: str) -> Service:
    return Service(place, _need(row, "type", place, word), _get(row, "months", place, number))


def _transfer(row: Mapping[str, Any], place: str) -> Transfer:
    return Transfer(
        place, _get(row, "old_unit_months", place, number), _get(row, "new_unit_months", place, number)
    )


def _discipline(row: Mapping[str, Any], place: str) -> Discipline:
    form = _need(row, "form", place, lambda value, key: one_of(value, key, DISCIPLINE))
    return Discipline(place, form, _get(row, "year", place, year), _get(row, "status", place, word) or "")


def _months(value: Any, key: str) -> tuple[tuple[int, Decimal], ...]:
    if not isinstance(value, Mapping):
        raise CaseError(key, "cần dạng {2024: 12}")
    return tuple((year(at, f"{key}/{at}"), number(each, f"{key}/{at}")) for at, each in value.items())


def _whole_from(value: Any, key: str) -> tuple[tuple[str, int], ...]:
    if not isinstance(value, Mapping):
        raise CaseError(key, "cần dạng {history: 2019}")
    return tuple((one_of(at, f"{key}/{at}", LISTS), whole(each, f"{key}/{at}")) for at, each in value.items())


def _pending(value: Any, key: str) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise CaseError(key, "cần một danh sách; không có gì thì ghi []")
    return tuple(str(each.get("ground", each) if isinstance(each, Mapping) else each) for each in value)


def _listed(made: Callable[[Mapping[str, Any], str], Row]) -> Callable[[Any, str], tuple[Row, ...]]:
    return lambda value, key: _rows(value, key, made)


_FIELDS: dict[str, Callable[[Any, str], Any]] = {
    "occupation": word,
    "sector": word,
    "labour": word,
    "gender": word,
    "retired": truth,
    "history": _listed(award),
    "proposed": _listed(award),
    "ratings": _listed(_rating),
    "initiatives": _listed(_initiative),
    "months_worked": _months,
    "recruited": day,
    "service": _listed(_service),
    "leave": _listed(_leave),
    "study": _listed(_study),
    "transfers": _listed(_transfer),
    "discipline": _listed(_discipline),
    "pending": _pending,
    "registered": truth,
    "founded": day,
    "dissolved": truth,
    "size": whole,
    "completed_pct": percent,
    "unit_rating": level,
    "ldtt_count": whole,
    "ldtt_pct": percent,
    "cstdcs_count": whole,
    "ttldtt_units": whole,
    "cluster_rank": whole,
    "movement_rank": whole,
    "movement_years": number,
    "contribution_years": number,
    "complies_law": truth,
    "tax_obligation_met": truth,
    "contribution_vnd": number,
    "whole_from": _whole_from,
}
_ELSEWHERE = ("kind", "other_criteria_met", "awards_received", "base_salary_vnd", "decision_date")
"""Read by `cases`."""
_UNUSED = ("positions", "children_units")
"""Known to the contract; no rule of today's book looks at them."""


def candidate(given: Any, *, kind: str, key: str = "candidate", is_school: bool = False) -> Candidate:
    """The facts; `kind` where they do not say it themselves. `is_school`: two years that follow one another are a school
    year. CaseError names the field."""
    if given is None:
        given = {}
    if not isinstance(given, Mapping):
        raise CaseError(key, "cần dạng {khóa: giá trị}")
    for name in given:
        if name not in (*_FIELDS, *_ELSEWHERE, *_UNUSED):
            near = get_close_matches(str(name), [*_FIELDS, *_ELSEWHERE, *_UNUSED], 1)
            raise CaseError(
                f"{key}/{name}", "không có trường này" + (f"; có phải {near[0]}?" if near else "")
            )
    own = given.get("kind")
    kind = one_of(own, f"{key}/kind", tuple(RECIPIENT_KINDS)) if own is not None else kind
    if not kind:
        raise CaseError(f"{key}/kind", f"cần một trong: {', '.join(RECIPIENT_KINDS)}")
    try:  # places are told from the candidate on: "history/0"
        fields = {
            name: made(given[name], name) for name, made in _FIELDS.items() if given.get(name) is not None
        }
    except CaseError as fault:
        raise CaseError(f"{key}/{fault.key}", fault.what) from None
    for name in ("history", "proposed"):
        if name in fields:
            fields[name] = _school_years(fields[name], is_school)
    who = Candidate(kind=kind, **fields)
    if who.size is not None and who.ldtt_count is not None and who.ldtt_count > who.size:
        raise CaseError(f"{key}/ldtt_count", f"{who.ldtt_count} lớn hơn size ({who.size})")
    return who


def _school_years(rows: tuple[Award, ...], is_school: bool) -> tuple[Award, ...]:
    """Two years that follow one another are a school year where the merit year is one, or where two awards of one code would
    else share a year."""

    def shares(row: Award) -> bool:
        others = (other for other in rows if other is not row and other.code == row.code)
        return any(set(row.years) & set(other.years) for other in others)

    return tuple(
        replace(row, years=row.years[-1:]) if len(row.years) == 2 and (is_school or shares(row)) else row
        for row in rows
    )
