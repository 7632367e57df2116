"""Dates, moments and figures as an office writes them: day always two digits, month two digits only for 1 and 2."""

from datetime import date, datetime

from django.utils import timezone

from thidua.vn.dates import cited_date, long_date
from thidua.vn.numbers import grouped

WEEKDAYS = ("Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ Nhật")


def _date(value: date) -> date:
    if isinstance(value, datetime):
        return timezone.localtime(value).date() if timezone.is_aware(value) else value.date()
    return value


def day(value: date | None) -> str:
    """08/6/2026; nothing for None."""
    return "" if value is None else cited_date(_date(value))


def short_day(value: date | None) -> str:
    """08/6, where the year is plain from the page."""
    return day(value).rpartition("/")[0]


def long_day(value: date | None) -> str:
    """ngày 08 tháng 6 năm 2026."""
    return "" if value is None else long_date(_date(value))


def weekday(value: date | None) -> str:
    """Thứ Sáu, 12/6/2026."""
    return "" if value is None else f"{WEEKDAYS[_date(value).weekday()]}, {day(value)}"


def moment(value: datetime | None) -> str:
    """9 giờ 42, ngày 12/6/2026."""
    if value is None:
        return ""
    at = timezone.localtime(value) if timezone.is_aware(value) else value
    return f"{at.hour} giờ {at.minute:02d}, ngày {day(at)}"


def count(value: int | None) -> str:
    """10.000: dots between thousands; a dash for None, which is not zero."""
    return "–" if value is None else grouped(value)
