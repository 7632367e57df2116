"""Deadlines that name a day: whole, without its year, coming again every month, by its weekday, or by Tết."""

import re
from calendar import monthrange
from datetime import date

from thidua.law import holidays
from thidua.vn import dates
from thidua.vn.dates import cited_date
from thidua.work.programme.deadlines.due import (
    FROM,
    ONE_DAY,
    UNTIL,
    Context,
    Due,
    before_day,
    left_open,
    months_on,
    on_day,
    strict_or_not,
)
from thidua.work.programme.kinds import DueState

_WEEKDAYS = {"hai": 0, "2": 0, "ba": 1, "3": 1, "tu": 2, "4": 2, "nam": 3, "5": 3, "sau": 4, "6": 4, "bay": 5, "7": 5}  # fmt: skip
_BARE_DAY = re.compile(r"(?<![\d/])(\d{1,2})(?: thang |/)(\d{1,2})(?![\d/])(?! ?/)")
_MONTHLY = re.compile(r"\b(\d{1,2}) (hang thang|moi thang|(?:cua )?thang (?:sau|toi|lien ke|tiep theo)|(?:cua )?thang cuoi (?:moi |hang )?quy)\b")  # fmt: skip
_WEEKDAY = re.compile(r"\bthu (hai|ba|tu|nam|sau|bay|[2-7])\b")
_TET = re.compile(r"\b(?:truoc|sau)?\s?(?:ky nghi |dip )?tet\b(?! duong lich)[a-z ]*?(\d{4})?$")


def whole_day(plain: str, known: Context) -> Due | None:
    found = list(dates.find_days(plain))
    good = [day for day in found if day.day]
    if not good:
        return left_open("Lịch không có ngày này. Kiểm tra lại văn bản.") if found else None
    last = good[-1]
    assert last.day is not None
    lead = plain[: last.start]
    if FROM.search(lead) and not UNTIL.search(lead):
        return left_open(f"Chỉ ghi ngày bắt đầu {cited_date(last.day)}, không ghi xong khi nào.")
    bare = _BARE_DAY.search(lead)
    if bare and re.search(r"\bva\b", plain[bare.end() : last.start]):
        return _two_days(bare, last.day, lead[: bare.start()], known)
    return strict_or_not(lead, last.day)


def _two_days(first: re.Match[str], last: date, lead: str, known: Context) -> Due | None:
    """ "trước ngày 05/6 và 05/12/2025": the nearer one that is still to come."""
    earlier = dates.make_day(str(last.year), first[2], first[1])
    coming = [day for day in (earlier, last) if day and not (known.issued_on and day < known.issued_on)]
    due = strict_or_not(lead, min(coming, default=last))
    return Due(due.on, DueState.PROPOSED, f"Văn bản ghi hai mốc, lấy mốc gần nhất. {due.reason}")


def bare_day(plain: str, known: Context) -> Due | None:
    found = _BARE_DAY.search(plain)
    if not found:
        return None
    if FROM.search(plain[: found.start()]):
        return left_open("Chỉ ghi ngày bắt đầu, không ghi xong khi nào.")
    if known.issued_on is None:
        return left_open("Không ghi năm, chưa biết ngày của văn bản.")
    day = _next_such_day(int(found[1]), int(found[2]), known.issued_on)
    if day is None:
        return left_open("Lịch không có ngày này. Kiểm tra lại văn bản.")
    due = strict_or_not(plain[: found.start()], day)
    again = " Việc hằng năm, đây là lần gần nhất." if re.search(r"\b(?:hang|moi) nam\b", plain) else ""
    head = f"Không ghi năm, hiểu là năm {day.year} theo ngày văn bản."
    return Due(
        due.on, DueState.PROPOSED, f"{head}{again} {due.reason}".replace(" Ngày ghi trong văn bản.", "")
    )


def _next_such_day(day: int, month: int, since: date) -> date | None:
    for year in range(since.year, since.year + 5):  # 29 February comes within four
        found = dates.make_day(str(year), str(month), str(day))
        if found and found >= since:
            return found
    return None


def monthly(plain: str, known: Context) -> Due | None:
    """ "ngày 15 hằng tháng", "ngày 05 tháng sau", "ngày 20 tháng cuối quý"."""
    found = _MONTHLY.search(plain)
    if not found or not 1 <= int(found[1]) <= 31:
        return None
    if known.issued_on is None:
        return left_open("Ngày lặp lại hằng tháng hoặc hằng quý, chưa biết ngày của văn bản để tính kỳ đầu.")
    day, rule = int(found[1]), found[2]
    first = known.issued_on.replace(day=1)
    months = (months_on(first, step) for step in range(12))
    fits = (
        date(m.year, m.month, min(day, monthrange(m.year, m.month)[1]))
        for m in months
        if _is_meant(m, rule, first)
    )
    coming = next(each for each in fits if each >= known.issued_on)
    once = "thang" in rule and re.search(r"sau|toi|lien ke|tiep theo", rule)
    head = (
        "Tháng sau tính theo ngày văn bản."
        if once
        else f"Lặp lại {'hằng quý' if 'quy' in rule else 'hằng tháng'}; kỳ đầu sau ngày văn bản."
    )
    due = strict_or_not(plain[: found.start()], coming)
    return Due(due.on, DueState.PROPOSED, f"{head} {due.reason}".replace(" Ngày ghi trong văn bản.", ""))


def _is_meant(month: date, rule: str, first: date) -> bool:
    if "quy" in rule:
        return month.month % 3 == 0
    return month > first if re.search(r"sau|toi|lien ke|tiep theo", rule) else True


def weekday(plain: str, known: Context) -> Due | None:
    found = _WEEKDAY.search(plain)
    if not found:
        return None
    if known.issued_on is None:
        return left_open("Chỉ ghi thứ trong tuần, chưa biết ngày của văn bản.")
    ahead = (_WEEKDAYS[found[1]] - known.issued_on.weekday()) % 7
    day = known.issued_on + ONE_DAY * ahead
    return on_day(day, f"Chỉ ghi thứ trong tuần; {cited_date(day)} là ngày ấy gần nhất sau ngày văn bản.")


def tet(plain: str, known: Context) -> Due | None:
    found = _TET.search(plain)
    if not found or not re.search(r"\btruoc\b", plain[: found.end()]):
        return None
    years = [int(found[1])] if found[1] else _coming_years(known)
    off = next(
        (tet for year in years if (tet := holidays.tet(year)) and not _is_past(tet.first, known, found[1])),
        None,
    )
    if off is None:
        return left_open("Chưa có lịch nghỉ Tết của năm này, hoặc chưa biết ngày của văn bản.")
    return before_day(off.first, "Trước Tết:")


def _is_past(day: date, known: Context, year_said: str | None) -> bool:
    return not year_said and known.issued_on is not None and day < known.issued_on


def _coming_years(known: Context) -> list[int]:
    return [known.issued_on.year, known.issued_on.year + 1] if known.issued_on else []
