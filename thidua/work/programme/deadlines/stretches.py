"""Deadlines that name a stretch of time: a week, a month, a quarter, a half, a year."""

import re
from calendar import monthrange
from datetime import date

from thidua.law import holidays
from thidua.vn import dates
from thidua.vn.dates import cited_date
from thidua.work.programme.deadlines.due import (
    FROM,
    LEADS,
    ONE_DAY,
    RULE,
    STRICT,
    UNTIL,
    Context,
    Due,
    before_day,
    left_open,
    months_on,
    on_day,
    with_book,
)
from thidua.work.programme.kinds import DueState

_QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4, "01": 1, "02": 2, "03": 3, "04": 4}  # fmt: skip
_NOUNS = {"month": "tháng", "quarter": "quý", "year": "năm", "half": "6 tháng"}
_RELATIVE = re.compile(r"\b(?:(cuoi|het|dau|giua) )?(tuan|thang|quy|nam) (nay|sau|toi)\b")
_WEEK = re.compile(r"\btuan (dau|cuoi|thu (?:nhat|hai|ba|tu)|[1-4])(?: cua)? thang (\d{1,2})(?:(?: ?/ ?| nam )(\d{4}))?")  # fmt: skip
_WEEKS = {"dau": 1, "thu nhat": 1, "1": 1, "thu hai": 2, "2": 2, "thu ba": 3, "3": 3, "thu tu": 4, "4": 4}
_NO_YEAR = re.compile(
    r"\b(?:(cuoi|het|dau|giua) )?(?:thang (\d{1,2})(?![\d/])|quy (iv|iii|ii|i|0?[1-4])(?![\w/])|(6 thang (?:dau|cuoi) nam)|nam$)"
)


def week(plain: str, known: Context) -> Due | None:
    found = _WEEK.search(plain)
    if not found or not 1 <= int(found[2]) <= 12:
        return None
    year = int(found[3]) if found[3] else _year_of_month(int(found[2]), int(found[2]), known)
    if year is None:
        return left_open("Không ghi năm, chưa biết ngày của văn bản.")
    last = monthrange(year, int(found[2]))[1]
    day = last if found[1] == "cuoi" else _WEEKS[found[1]] * 7
    end = date(year, int(found[2]), day)
    return on_day(end, f"Văn bản chỉ ghi tuần; ngày {cited_date(end)} là suy ra.")


def period(plain: str, known: Context) -> Due | None:
    found = list(dates.find_periods(plain))
    good = [one for one in found if one.until]
    if not good or (RULE.search(plain) and not LEADS.search(plain[: good[-1].start + 5])):
        return (
            left_open("Lịch không có tháng, quý này. Kiểm tra lại văn bản.") if found and not good else None
        )
    last = good[-1]
    assert last.since is not None
    assert last.until is not None
    if re.search(r"\bnam hoc $", plain[: last.start]) or re.match(r" ?-", plain[last.end :]):
        return left_open("Năm học kết thúc theo khung thời gian của địa phương, chưa biết ngày.")
    edge = (re.match(r"cuoi|het|dau|giua", plain[last.start :]) or [""])[0]
    noun = "half" if "6 thang" in plain[last.start : last.end] else last.precision
    return _edge_of(last.since, last.until, edge, noun, plain[: last.start])


def _edge_of(since: date, until: date, edge: str, noun: str, lead: str) -> Due:
    """A day for the beginning, the middle or the end of a period. `until` is its last day."""
    named = _NOUNS[noun]
    if FROM.search(lead) and not UNTIL.search(lead):
        return left_open(f"Chỉ ghi {named} bắt đầu, không ghi xong khi nào.")
    if not edge and STRICT.search(lead):
        return before_day(since, f"Văn bản ghi trước {named} này; trước ngày {cited_date(since)},")
    if edge == "dau":
        if noun != "month":
            return left_open(f"Chỉ ghi đầu {named}, chưa biết ngày.")
        first = since
        while not holidays.is_working_day(first):
            first += ONE_DAY
        return Due(
            first,
            DueState.PROPOSED,
            with_book(f"Văn bản chỉ ghi đầu tháng; {cited_date(first)} là ngày làm việc đầu tiên.", first),
        )
    if edge == "giua":
        if noun not in ("month", "year"):
            return left_open(f"Chỉ ghi giữa {named}, chưa biết ngày.")
        until = since.replace(day=15) if noun == "month" else date(since.year, 6, 30)
    said = f"cuối {named}" if edge == "cuoi" else f"giữa {named}" if edge == "giua" else named
    return on_day(until, f"Văn bản chỉ ghi {said}; ngày {cited_date(until)} là suy ra.")


def period_without_year(plain: str, known: Context) -> Due | None:
    found = None if RULE.search(plain) and not LEADS.search(plain) else _NO_YEAR.search(plain)
    if not found:
        return None
    if found[2] and not 1 <= int(found[2]) <= 12:
        return left_open("Lịch không có tháng này. Kiểm tra lại văn bản.")
    if found[2]:
        first, last, noun = int(found[2]), int(found[2]), "month"
    elif found[3]:
        last = _QUARTERS[found[3]] * 3
        first, noun = last - 2, "quarter"
    elif found[4]:
        first, last, noun = (1, 6, "half") if "dau" in found[4] else (7, 12, "half")
    else:
        first, last, noun = 1, 12, "year"
    year = _year_of_month(first, last, known)
    if year is None:
        return left_open("Không ghi năm, chưa biết ngày của văn bản.")
    due = _edge_of(
        date(year, first, 1),
        date(year, last, monthrange(year, last)[1]),
        found[1] or "",
        noun,
        plain[: found.start()],
    )
    head = f"Không ghi năm, hiểu là năm {year} theo ngày văn bản. "
    return Due(due.on, due.state, head + due.reason) if due.on else due


def _year_of_month(first: int, last: int, known: Context) -> int | None:
    """The year in which months first–last end on or after the day of the document."""
    if known.issued_on is None:
        return None
    return known.issued_on.year + (last < known.issued_on.month)


def relative(plain: str, known: Context) -> Due | None:
    """ "trong tuần này", "cuối tháng sau", "quý sau", "năm tới"."""
    found = _RELATIVE.search(plain)
    if not found:
        return None
    if known.issued_on is None:
        return left_open("Tính theo ngày văn bản, ngày ấy chưa biết.")
    edge, unit, step = found[1] or "", found[2], 0 if found[3] == "nay" else 1
    if unit == "tuan":
        friday = known.issued_on + ONE_DAY * (4 - known.issued_on.weekday() + 7 * step)
        return on_day(
            friday,
            f"Văn bản chỉ ghi tuần, tính theo ngày văn bản {cited_date(known.issued_on)}; ngày {cited_date(friday)} là suy ra.",
        )
    length = {"thang": 1, "quy": 3, "nam": 12}[unit]
    first = months_on(
        date(known.issued_on.year, (known.issued_on.month - 1) // length * length + 1, 1), length * step
    )
    last = months_on(first, length) - ONE_DAY
    noun = {1: "month", 3: "quarter", 12: "year"}[length]
    due = _edge_of(first, last, edge, noun, plain[: found.start()])
    return Due(due.on, due.state, f"Tính theo ngày văn bản {cited_date(known.issued_on)}. {due.reason}")
