"""From a deadline as printed to the day by which the work is done, with the reasoning; or open: never invented.

    propose("trước ngày 10/02/2024")        # 07/02/2024, proposed: the days from 08/02 were off for Tết
    propose("chậm nhất ngày 15/11/2024")    # 15/11/2024, printed
    propose("kịp thời")                     # open

What says no year, or counts from the day of signing, needs the `Context` of its document.
"""

import re
from collections.abc import Callable

from thidua.vn import fold
from thidua.work.programme.deadlines import days, durations, stretches
from thidua.work.programme.deadlines.due import RULE, Context, Due, left_open

__all__ = ["Context", "Due", "propose"]

_HABIT = re.compile(r"\b(?:hang|moi|dinh ky|thuong xuyen)\b")
_EVENT = re.compile(r"\b(?:sau khi|truoc khi|khi|ket thuc|dip|tai phien hop|phien hop|khai giang|su kien)\b")
_SHORT_OF_A_DAY = re.compile(r"\b(?:kip thoi|khan truong|som|ngay|ngay lap tuc|dung han)\b")


def propose(printed: str, context: Context | None = None) -> Due:
    """The day by which a deadline as printed wants the work done; open where it does not tell."""
    plain = re.sub(r"\s+", " ", fold.plain(fold.nfc(printed))).strip(" .,;:")
    if not plain:
        return left_open("Văn bản không ghi thời hạn.")
    known = context or Context()
    for way in _WAYS:
        due = way(plain, known)
        if due is not None:
            return due
    return left_open("Chưa hiểu được thời hạn này. Nhập ngày nếu biết.")


def _without_day(plain: str, known: Context) -> Due | None:
    for pattern, reason in (
        (RULE, "Không ghi ngày; theo quy định hoặc tiến độ của văn bản khác."),
        (_HABIT, "Việc thường xuyên, định kỳ; không ghi ngày."),
        (_EVENT, "Tính theo một việc khác, chưa biết ngày."),
        (_SHORT_OF_A_DAY, "Không ghi ngày."),
    ):
        if pattern.search(plain):
            return left_open(reason)
    return None


_WAYS: tuple[Callable[[str, Context], Due | None], ...] = (
    durations.duration,
    days.whole_day,
    days.monthly,
    days.bare_day,
    stretches.week,
    stretches.period,
    stretches.relative,
    days.tet,
    days.weekday,
    stretches.period_without_year,
    _without_day,
)
"""Tried in this order; the first that understands the words answers."""
