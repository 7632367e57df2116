"""One cell as a value of its column, or what is wrong with it and how to mend that."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from rapidfuzz import fuzz, process

from thidua.kit.sheets.layout import Column
from thidua.vn.dates import parse_day, short_date
from thidua.vn.encodings import guess
from thidua.vn.fold import fold, nfc
from thidua.vn.periods import Period, calendar_year, parse

Raw = str | int | float | bool | date | time | timedelta
"""What the reader of workbooks gives."""


@dataclass(frozen=True, slots=True)
class Fault:
    """Why a cell cannot be read, and what to type instead."""

    message: str


Parse = Callable[[Raw], Any]
"""A value, or a Fault."""
_EXCEL_BEGINS = date(1899, 12, 30)
_FIRST_YEAR, _LAST_YEAR = 1900, 2100
_O_FOR_NOUGHT = re.compile(r"[0-9oO]{4}")
_SPOKEN = {"x", "co", "dung", "yes", "true", "1", "v"}
_UNSPOKEN = {"", "khong", "sai", "no", "false", "0"}
_SEPARATORS = re.compile(r"[\s.\-]+")
_OLD = re.compile(r"[\u00a1-\u00a7\u00a9-\u00ba\u00bc-\u00bfÄÅÆÇËÎÏÐÑÖ×ØÛÜÞßäåæçëîïðñö÷øûüþÿ]")
"""Letters that Vietnamese does not have, but that its old encodings are seen as."""
_REMEMBERED = 5_000


def parser(column: Column) -> Parse:
    """What reads the cells of this column. Texts seen before are not parsed again: a column says the same over and over."""
    parse_one = _PARSERS[column.kind]
    known: dict[Raw, Any] = {}

    def read(raw: Raw) -> Any:
        if type(raw) is str and raw in known:
            return known[raw]
        value = parse_one(raw, column)
        if type(raw) is str:
            if len(known) >= _REMEMBERED:
                known.clear()
            known[raw] = value
        return value

    return read


def shown(raw: Raw) -> str:
    """The cell as a person sees it: 2024.0 is 2024, a day is dd/mm/yyyy."""
    if isinstance(raw, bool):
        return "TRUE" if raw else "FALSE"
    if isinstance(raw, float):
        return str(int(raw)) if raw.is_integer() and abs(raw) < 1e15 else f"{raw:g}"
    if isinstance(raw, date):
        return short_date(raw)
    return str(raw)


def _text(raw: Raw, column: Column) -> Any:
    if isinstance(raw, bool | time | timedelta):
        return Fault(f"Cần chữ, ô đang là “{shown(raw)}”. Định dạng ô là Text rồi nhập lại.")
    text = raw if isinstance(raw, str) else shown(raw)
    text = " ".join(nfc(text).split())
    if _OLD.search(text) and (old := _old_encoding(text)):
        return Fault(f"Chữ gõ bằng bảng mã cũ ({old}): “{text[:60]}”. Chuyển ô này sang Unicode rồi tải lại.")
    if len(text) > column.longest:
        return Fault(f"Dài {len(text)} chữ, nhiều nhất {column.longest}. Viết gọn lại.")
    return text


def _old_encoding(text: str) -> str:
    # A cell has few words: said three times they weigh as much as a sentence.
    found = guess(" ".join([text] * 3))
    return {"tcvn3": "TCVN3", "vni": "VNI"}[found.encoding] if found else ""


def _date(raw: Raw, column: Column) -> Any:
    if isinstance(raw, datetime):
        found: date | None = raw.date()
    elif isinstance(raw, date):
        found = raw
    elif isinstance(raw, float | int) and not isinstance(raw, bool):
        return _serial(raw)
    else:
        found = parse_day(str(raw)) if isinstance(raw, str) else None
    if found is None:
        return Fault(f"“{shown(raw)[:40]}” không phải ngày có thật. Nhập ngày/tháng/năm, ví dụ 08/6/2024.")
    return found if _FIRST_YEAR <= found.year <= _LAST_YEAR else Fault(_odd_year(found.year))


def _serial(raw: float) -> Any:
    if _FIRST_YEAR <= raw <= _LAST_YEAR and float(raw).is_integer():
        return Fault(f"“{int(raw)}” chỉ có năm. Nhập đủ ngày/tháng/năm, ví dụ 08/6/{int(raw)}.")
    if not 1 <= raw < 73_051:  # the last day of 2099
        return Fault(f"“{shown(raw)}” không phải ngày. Nhập ngày/tháng/năm, ví dụ 08/6/2024.")
    return _EXCEL_BEGINS + timedelta(days=int(raw))


def _odd_year(year: int) -> str:
    return f"Năm {year} không hợp lý. Kiểm tra lại, nhập năm bốn chữ số."


def _year(raw: Raw, column: Column) -> Any:
    if isinstance(raw, date):
        return raw.year
    text = shown(raw).strip()
    if text.isascii() and text.isdigit() and len(text) == 4:
        year = int(text)
        return year if _FIRST_YEAR <= year <= _LAST_YEAR else Fault(_odd_year(year))
    return Fault(_no_year(text))


def _no_year(text: str) -> str:
    if _O_FOR_NOUGHT.fullmatch(text) and not text.isdigit():
        return f"“{text}” có chữ O. Gõ lại bằng chữ số, ví dụ {text.upper().replace('O', '0')}."
    return f"“{text[:40]}” không phải năm. Nhập bốn chữ số, ví dụ 2024."


def _period(raw: Raw, column: Column) -> Any:
    if isinstance(raw, float | int) and not isinstance(raw, bool):
        year = _year(raw, column)
        return year if isinstance(year, Fault) else calendar_year(year)
    found = parse(shown(raw)) if isinstance(raw, str) else None
    if isinstance(found, Period) and found.since.year >= _FIRST_YEAR and found.year <= _LAST_YEAR:
        return found
    text = shown(raw).strip()
    if _O_FOR_NOUGHT.fullmatch(text):
        return Fault(_no_year(text))
    return Fault(f"Không có kỳ “{text[:40]}”. Nhập ví dụ 2024, 2023-2024 (năm học), 2024H1, 2024Q3.")


def _number(raw: Raw, column: Column) -> Any:
    value = _figure(raw)
    if value is None:
        return Fault(f"“{shown(raw)[:40]}” không phải số. Chỉ nhập chữ số.")
    if not column.least <= value <= column.most:
        return Fault(f"{shown(value)} nằm ngoài khoảng {column.least:g} – {column.most:g}. Kiểm tra lại.")
    return int(value) if value.is_integer() else value


def _percent(raw: Raw, column: Column) -> Any:
    value = _figure(raw.strip().removesuffix("%") if isinstance(raw, str) else raw)
    if value is None:
        return Fault(f"“{shown(raw)[:40]}” không phải tỷ lệ. Nhập số từ 0 đến 100, ví dụ 60.")
    if isinstance(raw, float) and 0 < value <= 1 and not (isinstance(raw, str)):
        value *= 100  # a cell formatted as a percentage holds 0.6
    if not 0 < value <= 100:
        return Fault(f"{shown(value)} % ngoài khoảng từ 0 đến 100. Kiểm tra lại.")
    return round(value, 2)


def _figure(raw: Raw) -> float | None:
    if isinstance(raw, bool):
        return None
    if isinstance(raw, float | int):
        return float(raw)
    if not isinstance(raw, str):
        return None
    text = "".join(raw.split())
    if re.fullmatch(r"-?\d{1,3}(\.\d{3})+(,\d+)?", text):
        text = text.replace(".", "")
    try:
        return float(text.replace(",", ".")) if re.fullmatch(r"-?\d+([.,]\d+)?", text) else None
    except ValueError:
        return None


def _choice(raw: Raw, column: Column) -> Any:
    said = fold(shown(raw))
    named = {fold(word): code for code, label in column.choices.items() for word in (code, label)}
    if said in named:
        return named[said]
    near = process.extract(said, list(column.choices.values()), processor=fold, limit=3, scorer=fuzz.WRatio)
    offered = ", ".join(f"“{label}”" for label, score, _ in near if score >= 60)
    meant = f" Có phải: {offered}?" if offered else " Chọn trong danh sách của mẫu."
    return Fault(f"“{shown(raw)[:60]}” không có trong danh sách.{meant}")


def _yes(raw: Raw, column: Column) -> Any:
    said = fold(shown(raw))
    if said in _SPOKEN or said in _UNSPOKEN:
        return said in _SPOKEN
    return Fault(f"“{shown(raw)[:40]}” chưa rõ có hay không. Ghi x nếu có, để trống nếu không.")


def _digits(raw: Raw, column: Column) -> Any:
    text = _SEPARATORS.sub("", shown(raw))
    if not (text.isascii() and text.isdigit()):
        return Fault("Ô này chỉ gồm chữ số. Kiểm tra lại.")
    if len(text) in column.lengths:
        return text
    wanted = " hoặc ".join(map(str, column.lengths))
    lost = next((length for length in sorted(column.lengths) if 0 < length - len(text) <= 3), None)
    if lost and not isinstance(raw, str):
        return Fault(
            f"Số có {len(text)} chữ số, cần {wanted}: Excel đã bỏ số 0 ở đầu. "
            "Định dạng cột là Text, nhập lại số cho đủ."
        )
    return Fault(f"Số có {len(text)} chữ số, cần {wanted}. Kiểm tra lại số; cột nên định dạng là Text.")


_PARSERS: dict[str, Callable[[Raw, Column], Any]] = {
    "text": _text,
    "date": _date,
    "year": _year,
    "period": _period,
    "number": _number,
    "percent": _percent,
    "choice": _choice,
    "yes": _yes,
    "digits": _digits,
}
