"""Dates as Vietnamese documents write them: found in running text, parsed, and printed."""

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from thidua.vn import fold

Precision = Literal["day", "month", "quarter", "year", "range"]

_ROMAN = {
    "i": 1,
    "ii": 2,
    "iii": 3,
    "iv": 4,
    "1": 1,
    "2": 2,
    "3": 3,
    "4": 4,
    "01": 1,
    "02": 2,
    "03": 3,
    "04": 4,
}
# Written for the folded text of the same length (vn.fold.plain): no marks, small letters, plain dashes.
DAY = (
    r"(?P<d>\d\s?\d|\d)\s{0,2}thang\s{0,2}(?P<m>\d\s?\d|\d)\s{0,2},?\s{0,2}(?:nam\s{0,2}(?P<y>\d\s?\d\s?\d\s?\d)|/\s?(?P<y3>\d{4}))"
    # A footnote's mark may stick to the year: "07/4/20141".
    r"|(?P<d2>\d{1,2})\s?(?P<sep>[/.-])\s?(?P<m2>\d{1,2})\s?(?P=sep)\s?(?P<y2>(?:19|20)\d\d(?=\d?(?!\d))|\d{4}(?!\d))"
)
_DAY = re.compile(rf"(?<![\d/])(?:ngay\s+)?(?:{DAY})")
_DIGITS = re.compile(rf"(?<![\d/])(?:{DAY})")
_ROUGH = re.compile(r"(\d{1,2})(?:([/.-])(\d{1,2})\2\d{4}|\s{1,2}thang\s{1,2}(\d\d?))")
_WORD_DAY = re.compile(r"\bngay\s+$")
# What a scan does to digits: "ngày 1 4/8/2 014".
_SPACED_DAY = re.compile(r"ngay\s+(\d\s?\d|\d)\s?/\s?(\d\s?\d|\d)\s?/\s?(\d\s?\d\s?\d\s?\d)(?!\d)")
_PERIOD = re.compile(
    r"\b(?:(?P<edge>cuoi|het|dau|giua)\s+)?"
    r"(?:(?:thang\s+(?P<m>\d{1,2})(?:\s*/\s*|\s*-\s*|\s+nam\s+)(?P<my>\d{4}))"
    r"|(?:quy\s+(?P<q>iv|iii|ii|i|0?[1-4])(?:\s*/\s*|\s+nam\s+|\s+)(?P<qy>\d{4}))"
    r"|(?:(?P<half>6 thang (?:dau|cuoi) nam|nam)\s+(?P<yy>\d{4})(?!\s?[/-]?\d)))"
)


@dataclass(frozen=True, slots=True)
class Dated:
    """A date found in text: where it stands, its first and last day; `impossible` where no calendar has it."""

    start: int
    end: int
    since: date | None
    until: date | None
    precision: Precision
    impossible: bool = False

    @property
    def day(self) -> date | None:
        """The day, where the text names one."""
        return self.since if self.precision == "day" else None


def make_day(year: str, month: str, day: str) -> date | None:
    """A date from printed digits (blanks inside allowed), or None where the calendar has no such day."""
    try:
        return date(int(year.replace(" ", "")), int(month.replace(" ", "")), int(day.replace(" ", "")))
    except ValueError:
        return None


def find_days(plain: str, start: int = 0, end: int | None = None) -> Iterator[Dated]:
    """Whole dates in folded text (vn.fold.plain), in order, "ngày" included; offsets count in it."""
    for found in _DIGITS.finditer(plain, start, len(plain) if end is None else end):
        dated = _dated(found)
        word = _WORD_DAY.search(plain, max(start, dated.start - 8), dated.start)
        yield replace(dated, start=word.start()) if word else dated


def find_impossible(plain: str) -> Iterator[Dated]:
    """Days and months of running text that no calendar has, like 31/02/2024."""
    for rough in _ROUGH.finditer(plain):
        # Only a day after the 28th or a month after the 12th is worth a look at the calendar.
        if 0 < int(rough[1]) < 29 and 0 < int(rough[3] or rough[4]) < 13:
            continue
        found = _DIGITS.match(plain, rough.start())
        if found and (dated := _dated(found)).impossible:
            word = _WORD_DAY.search(plain, max(0, dated.start - 8), dated.start)
            yield replace(dated, start=word.start()) if word else dated


def match_day(plain: str, at: int) -> Dated | None:
    """The date that begins exactly at an offset of folded text."""
    found = _DAY.match(plain, at)
    if found:
        return _dated(found)
    word = plain.rfind("ngay", max(0, at - 8), at + 4)
    spaced = _SPACED_DAY.match(plain, word) if word >= 0 else None
    if spaced is None:
        return None
    day = make_day(spaced[3], spaced[2], spaced[1])
    return Dated(spaced.start(), spaced.end(), day, day, "day", day is None)


def _dated(found: re.Match[str]) -> Dated:
    if found["d"]:
        day = make_day(found["y"] or found["y3"], found["m"], found["d"])
    else:
        day = make_day(found["y2"], found["m2"], found["d2"])
    return Dated(found.start(), found.end(), day, day, "day", day is None)


def find_periods(plain: str, start: int = 0, end: int | None = None) -> Iterator[Dated]:
    """Months, quarters, half-years and years in folded text; first and last day of each, both inclusive."""
    for found in _PERIOD.finditer(plain, start, len(plain) if end is None else end):
        yield _period(found)


def _period(found: re.Match[str]) -> Dated:
    if found["my"]:
        year, first, last = int(found["my"]), int(found["m"]), int(found["m"])
        precision: Precision = "month"
    elif found["qy"]:
        year, last = int(found["qy"]), _ROMAN[found["q"]] * 3
        first, precision = last - 2, "quarter"
    else:
        year, precision = int(found["yy"]), "year"
        half = found["half"]
        first, last = (1, 6) if "dau" in half else (7, 12) if "cuoi" in half else (1, 12)
    if not (1 <= first <= last <= 12) or not 1 <= year <= 9999:
        return Dated(found.start(), found.end(), None, None, precision, True)
    until = date(year, last, monthrange(year, last)[1])
    return Dated(found.start(), found.end(), date(year, first, 1), until, precision)


def parse_day(text: str) -> date | None:
    """One date in any spelling ("29/5/2024", "16-7-2021", "ngày 24 tháng 02 năm 2024"), or None."""
    from_plain = re.sub(r"\s+", " ", _plain(text)).strip()
    from_plain = re.sub(r"^ngay (?=\d{1,2}\s?[/.-])", "", from_plain)
    found = _DAY.fullmatch(from_plain)
    return _dated(found).since if found else None


def _plain(text: str) -> str:
    return fold.plain(fold.nfc(text))


def short_date(day: date) -> str:
    """06/03/2024."""
    return f"{day.day:02d}/{day.month:02d}/{day.year}"


def long_date(day: date) -> str:
    """ngày 06 tháng 3 năm 2024: days under 10 and the months January and February take a nought (NĐ 30/2020)."""
    month = f"{day.month:02d}" if day.month <= 2 else str(day.month)
    return f"ngày {day.day:02d} tháng {month} năm {day.year}"


def cited_date(day: date) -> str:
    """06/3/2024, as documents cite one another."""
    month = f"{day.month:02d}" if day.month <= 2 else str(day.month)
    return f"{day.day:02d}/{month}/{day.year}"
