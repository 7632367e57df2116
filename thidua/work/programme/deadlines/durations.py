"""Deadlines that count: so many days, working days, weeks or months from an event."""

import re
from datetime import date

from thidua.law import holidays
from thidua.vn import dates
from thidua.vn.dates import cited_date
from thidua.work.programme.deadlines.due import ONE_DAY, Context, Due, left_open, months_on, on_day, with_book
from thidua.work.programme.kinds import DueState

_DURATION = re.compile(
    r"\b(\d{1,3}) (?:\([a-z ]{2,20}\) )?(ngay lam viec|ngay|tuan|thang|gio)\b(?! ?(?:\d|,? ?ngay\b|,? ?thu\b|sang\b|chieu\b|dau\b|cuoi\b|nam\b|hang\b))"
    r"(?:.*?\b(?:ke tu|tinh tu|tu|sau)(?: khi| ngay| luc)? (.+)$)?"
)
_SIGNED = re.compile(r"(?:ngay )?(?:ky|ban hanh|ra|phat hanh)(?: ban hanh)?(?: (?:[a-z ]{2,30} )?nay)?$")
_ARRIVED = re.compile(
    r"(?:ngay )?nhan(?: duoc)?(?: (?:van ban|cong van|thong bao|ke hoach|[a-z ]{2,30} nay))?(?: nay)?$"
)
_BEFORE_EVENT = re.compile(r"\btruoc (?:khi|ngay (?!\d))")


def duration(plain: str, known: Context) -> Due | None:
    found = _DURATION.search(plain)
    if not found or re.search(r"\bngay\s?$", plain[: found.start()]):
        return None
    count, unit, start_said = int(found[1]), found[2], (found[3] or "").strip(" ,.;")
    if unit == "gio":
        return left_open("Thời hạn tính bằng giờ; chưa biết bắt đầu lúc nào.")
    if _BEFORE_EVENT.search(plain):
        return left_open("Tính ngược từ một việc khác, chưa biết ngày.")
    if not start_said:
        return left_open("Không ghi tính từ ngày nào.")
    start, named = _start(start_said, known)
    if start is None:
        return left_open(f"{named} Nhập ngày khi đã biết.")
    if count < 1:
        return None
    return _counted(start, count, unit, named)


def _start(said: str, known: Context) -> tuple[date | None, str]:
    """The day from which is counted and how it is named; without a day, why not."""
    day = next((each.day for each in dates.find_days(said) if each.day), None)
    if day:
        return day, f"ngày {cited_date(day)}"
    if _SIGNED.fullmatch(said):
        if known.issued_on:
            return known.issued_on, f"ngày ban hành {cited_date(known.issued_on)}"
        return None, "Tính từ ngày ban hành, ngày ấy chưa biết."
    if _ARRIVED.fullmatch(said):
        if known.received_on:
            return known.received_on, f"ngày nhận {cited_date(known.received_on)}"
        return None, "Tính từ ngày nhận văn bản, ngày ấy chưa biết."
    return None, "Tính từ một việc khác, chưa biết ngày."


def _counted(start: date, count: int, unit: str, named: str) -> Due:
    if unit == "ngay lam viec":
        end = holidays.add_working_days(start, count)
        why = f"{count:02d} ngày làm việc kể từ {named}, trừ ngày nghỉ: {cited_date(end)}."
        return Due(end, DueState.PROPOSED, with_book(why, end))
    words = {"ngay": "ngày", "tuan": "tuần", "thang": "tháng"}[unit]
    end = (
        months_on(start, count) if unit == "thang" else start + ONE_DAY * count * (7 if unit == "tuan" else 1)
    )
    return on_day(end, f"{count:02d} {words} kể từ {named}: {cited_date(end)}.")
