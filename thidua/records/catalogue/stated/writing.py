"""The parts put back into the entry: checked, what changed told, conditions that the text does not have left out."""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder

from thidua.law.book import KINDS, Entry
from thidua.records.catalogue.own_rules import plain
from thidua.records.catalogue.stated.conditions import ABSENT, OPEN
from thidua.records.catalogue.stated.parts import MORE
from thidua.records.catalogue.stated.shapes import (
    CHOICE,
    CODE,
    CODES,
    DAY,
    DECIMAL,
    FLAG,
    FRACTION,
    LINES,
    MONEY,
    NUMBER,
    PERCENT,
    Part,
    Path,
    in_words,
)
from thidua.records.orgs.typed import tidy

_FRACTION = re.compile(r"([1-9]\d?)/([1-9]\d?)")
_MOST_YEARS, _MOST_MONEY, _LONGEST = 1_000, 10**12, 2_000
_EMPTY: tuple[Any, ...] = (None, "", [], ())


@dataclass(frozen=True, slots=True)
class Correction:
    """What a part said and what it says now, in words."""

    label: str
    before: str
    after: str


def told(corrections: Sequence[Correction]) -> str:
    """ "Điều kiện 2, số lần: 2 → 3; …"; "" for none."""
    return "; ".join(
        f"{each.label}: {each.before or '(trống)'} → {each.after or '(bỏ)'}" for each in corrections
    )


def why_not(part: Part, value: Any) -> str:
    """What is wrong with a value for this part; "" for nothing."""
    if value in _EMPTY:
        return "" if part.is_optional or part.kind == FLAG else f"Nhập {part.label.lower()}."
    return _WRONG.get(part.kind, _wrong_text)(part, value)


def _wrong_number(part: Part, value: Any) -> str:
    most = {MONEY: _MOST_MONEY, PERCENT: 100}.get(part.kind, _MOST_YEARS)
    if isinstance(value, bool) or not isinstance(value, (int, float, Decimal)):
        return "Nhập số."
    if not 0 <= value <= most:
        return f"Nhập số từ 0 đến {most}."
    whole = part.kind in (NUMBER, MONEY)
    return "Nhập số nguyên." if whole and value != int(value) else ""


def _wrong_choice(part: Part, value: Any) -> str:
    return "" if value in part.choices else "Không có lựa chọn này. Chọn trong danh sách."


def _wrong_codes(part: Part, value: Any) -> str:
    unknown = [str(each) for each in value if each not in part.choices]
    return f"Sách luật không có mã {', '.join(unknown)}." if unknown else ""


def _wrong_fraction(part: Part, value: Any) -> str:
    found = _FRACTION.fullmatch(str(value))
    if found and int(found[1]) <= int(found[2]):
        return ""
    return "Nhập phân số không quá 1, ví dụ 2/3."


def _wrong_text(part: Part, value: Any) -> str:
    text = "\n".join(value) if isinstance(value, (list, tuple)) else str(value)
    return f"Dài quá {_LONGEST} chữ. Viết gọn lại." if len(text) > _LONGEST else ""


def _wrong_day(part: Part, value: Any) -> str:
    try:
        date.fromisoformat(str(value))
    except ValueError:
        return "Nhập ngày theo dạng ngày/tháng/năm."
    return ""


_WRONG = {
    **dict.fromkeys((NUMBER, PERCENT, DECIMAL, MONEY), _wrong_number),
    **dict.fromkeys((CHOICE, CODE), _wrong_choice),
    CODES: _wrong_codes,
    FRACTION: _wrong_fraction,
    DAY: _wrong_day,
    FLAG: lambda part, value: "" if isinstance(value, bool) else "Chọn có hoặc không.",
}


def corrected(
    entry: Entry, parts: Sequence[Part], typed: Mapping[str, Any]
) -> tuple[dict[str, Any], list[Correction]]:
    """(what the entry says after the corrections, what was changed); `typed` by the names of the parts that were put right.

    Values have passed `why_not`. Conditions are confirmed unless their status says otherwise.
    """
    said: dict[str, Any] = json.loads(json.dumps(dict(entry.data), cls=DjangoJSONEncoder))
    changes = []
    for part in parts:
        value = _kept(part, typed[part.name]) if part.name in typed else part.value
        if part.path == (MORE,):
            said["conditions"] += [{"rule": "council", "text": text} for text in value or ()]
        elif part.name in typed or part.path[-1] == "status":
            _put(said, part.path, value)
        if not _same(part.value, value):
            changes.append(Correction(part.full_label, in_words(part, part.value), in_words(part, value)))
    if "conditions" in said and entry.shelf == KINDS:
        said["conditions"] = _settled(said["conditions"])
    return said, changes


def _kept(part: Part, value: Any) -> Any:
    """As YAML would have it: plain numbers, days as text, no blanks."""
    if value in _EMPTY:
        return None
    if part.kind in (CODES, LINES):
        return [tidy(str(each)) for each in value if tidy(str(each))]
    if isinstance(value, Decimal):
        return plain(value)
    return value.isoformat() if isinstance(value, date) else tidy(value) if isinstance(value, str) else value


def _same(before: Any, after: Any) -> bool:
    if before in _EMPTY and after in _EMPTY:
        return True
    if isinstance(before, (list, tuple)) and isinstance(after, (list, tuple)):
        return [str(each) for each in before] == [str(each) for each in after]
    if isinstance(before, str) or isinstance(after, str) or isinstance(before, date):
        return tidy(str(before)) == tidy(str(after))
    return bool(before == after)


def _put(said: Any, path: Path, value: Any) -> None:
    *steps, last = path
    for step in steps:
        said = said[step]
    if value is None and isinstance(said, dict) and said.get(last) not in _EMPTY:
        del said[last]
    elif value is not None:
        said[last] = value


def _settled(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Without what the text does not have; drafts only where the officer left them open."""
    found = []
    for row in rows:
        whole = next((each for each in ("any", "all") if each in row), "")
        if whole:
            below = _settled(row[whole])
            found += [{**row, whole: below}] if len(below) > 1 else below
        elif row.get("status") != ABSENT:
            kept = {name: value for name, value in row.items() if name != "status"}
            found.append(kept | {"status": OPEN} if row.get("status") == OPEN else kept)
    return found
