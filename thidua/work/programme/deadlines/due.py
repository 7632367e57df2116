"""What a proposal is, and how a day is settled: itself where offices work on it, else the last working day before it."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from thidua.law import holidays
from thidua.vn.dates import cited_date
from thidua.work.programme.kinds import DueState

ONE_DAY = timedelta(days=1)
STRICT = re.compile(r"\btruoc(?: ngay)?(?: \(?thu (?:hai|ba|tu|nam|sau|bay|\d)\)?,?)?(?: ngay)?\s?$")
_HOUR = re.compile(r"\d ?(?:gio|h|g|:)\b|\d ?(?:gio|h|g|:) ?\d")
FROM = re.compile(r"\b(?:bat dau )?(?:ke |tinh )?tu(?: ngay)?\s?$|\bsau(?: ngay)?\s?$")
UNTIL = re.compile(r"\bden(?: het)?\b|\s-\s")
RULE = re.compile(r"\b(?:dung|kip|theo)\b.{0,12}\b(?:thoi (?:gian|han|diem)|tien do|han|lich|ky han)\b")
"""What refers to the pace of another document: a month or quarter beside it names the work, not the day."""
LEADS = re.compile(r"\b(?:trong|cuoi|het|vao|truoc|xong|hoan thanh|cham nhat|den|khong qua)\b")


@dataclass(frozen=True, slots=True)
class Context:
    """What is known of the document that gives the task."""

    issued_on: date | None = None
    received_on: date | None = None


@dataclass(frozen=True, slots=True)
class Due:
    """`on` is None exactly when the state is open; `reason` says in Vietnamese how the day came about."""

    on: date | None
    state: DueState
    reason: str


def left_open(reason: str) -> Due:
    return Due(None, DueState.OPEN, reason)


def strict_or_not(lead: str, day: date) -> Due:
    """ "trước ngày X" leaves the day before; "trước 17 giờ ngày X" the day itself, as everything else does."""
    if _HOUR.search(lead):
        lead = ""
    return before_day(day) if STRICT.search(lead) else on_day(day)


def on_day(day: date, why: str = "") -> Due:
    """The day itself, or the last working day before it."""
    last = holidays.working_day_until(day)
    if last == day:
        state = DueState.PROPOSED if why else DueState.PRINTED
        return Due(day, state, with_book(why or "Ngày ghi trong văn bản.", day))
    shifted = f"{cited_date(day)} là {_off(day)}: ngày làm việc cuối cùng trước đó là {cited_date(last)}."
    return Due(last, DueState.PROPOSED, with_book(f"{why} {shifted}".strip(), day))


def before_day(day: date, why: str = "") -> Due:
    last = holidays.working_day_before(day)
    gap = [last + ONE_DAY * step for step in range(1, (day - last).days)]
    off = next((found for each in gap if (found := holidays.official(each))), None)
    if off:
        between = f"{cited_date(off.first)}" + (f" – {cited_date(off.last)}" if off.last > off.first else "")
        rest = f"{between} {holidays.why_off(off.first)}, ngày làm việc cuối cùng là {cited_date(last)}."
    else:
        rest = f"ngày làm việc cuối cùng là {cited_date(last)}."
    head = why or f"Trước ngày {cited_date(day)}:"
    return Due(last, DueState.PROPOSED, with_book(f"{head} {rest}", day))


def _off(day: date) -> str:
    why = holidays.why_off(day)
    return f"ngày {why}" if why.startswith("nghỉ") else why


def with_book(reason: str, day: date) -> str:
    if holidays.is_known(day.year):
        return reason
    return f"{reason} Chưa có lịch nghỉ năm {day.year}, mới trừ thứ Bảy, Chủ nhật."


def months_on(day: date, count: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + count, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
