"""Periods as merit, reports and programmes know them: calendar year, school year, half, quarter, month, stage, wave.

parse("2024H1")                      # Period 01/01/2024 – 01/7/2024 (half-open), year 2024
parse("6 tháng đầu năm 2024")        # the same
parse("2024-2025")                   # school year; parse("giai đoạn 2021 - 2025") a stage of years
parse("01/3/2024 - 30/6/2024")       # a wave, from a day to a day, both included as people write it
"""

import re
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from thidua.vn import fold
from thidua.vn.dates import cited_date, parse_day

Kind = Literal["year", "school_year", "half", "quarter", "month", "stage", "wave"]

_ROMAN = ("", "I", "II", "III", "IV")
_QUARTERS = {
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
_SCHOOL_STARTS = 9
"""School years follow one another without a gap: from the first of September."""
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Period:
    """Half-open [since, until). `label` is its short name, which `parse` understands; `year` is the one it ends in."""

    since: date
    until: date
    label: str
    year: int
    kind: Kind = "wave"

    def __str__(self) -> str:
        return self.printed

    @property
    def last(self) -> date:
        """The last day that belongs to it."""
        return self.until - _DAY

    @property
    def printed(self) -> str:
        """As documents name it: "6 tháng đầu năm 2024", "quý III năm 2024", "năm học 2024-2025"."""
        match self.kind:
            case "year":
                return f"năm {self.year}"
            case "school_year":
                return f"năm học {self.label}"
            case "half":
                return f"6 tháng {'đầu' if self.since.month == 1 else 'cuối'} năm {self.year}"
            case "quarter":
                return f"quý {_ROMAN[self.since.month // 3 + 1]} năm {self.year}"
            case "month":
                return f"tháng {_month_printed(self.since)} năm {self.year}"
            case "stage":
                return f"giai đoạn {self.since.year} - {self.year}"
            case _:
                return f"từ ngày {cited_date(self.since)} đến ngày {cited_date(self.last)}"

    def contains(self, day: date) -> bool:
        return self.since <= day < self.until

    def overlaps(self, since: date | None, until: date | None) -> bool:
        """Whether it shares a day with [since, until); None is open."""
        return (until is None or self.since < until) and (since is None or since < self.until)

    def previous(self) -> "Period":
        """The period of the same kind that ends where this one begins; of a wave, as many days."""
        match self.kind:
            case "year":
                return calendar_year(self.year - 1)
            case "school_year":
                return school_year(self.since.year - 1)
            case "half" | "quarter" | "month":
                return _MADE[self.kind](self.since - _DAY)
            case "stage":
                length = self.year - self.since.year + 1
                return stage(self.since.year - length, self.since.year - 1)
            case _:
                return wave(self.since - (self.until - self.since), self.since - _DAY)

    def following(self) -> "Period":
        """The period of the same kind that begins where this one ends; of a wave, as many days."""
        match self.kind:
            case "stage":
                return stage(self.year + 1, self.year + self.year - self.since.year + 1)
            case "wave":
                return wave(self.until, self.until + (self.until - self.since) - _DAY)
            case _:
                return _MADE[self.kind](self.until)

    def same_last_year(self) -> "Period":
        """The period of the same kind one year earlier; a 29 February becomes the 28th."""
        match self.kind:
            case "stage":
                return stage(self.since.year - 1, self.year - 1)
            case "wave":
                return wave(_year_before(self.since), _year_before(self.last))
            case _:
                return _MADE[self.kind](_year_before(self.since))


def calendar_year(year: int) -> Period:
    return Period(date(year, 1, 1), date(year + 1, 1, 1), str(year), year, "year")


def school_year(begins: int) -> Period:
    """The school year that begins in the autumn of a year: 2024 → "2024-2025", ends in 2025."""
    since, until = date(begins, _SCHOOL_STARTS, 1), date(begins + 1, _SCHOOL_STARTS, 1)
    return Period(since, until, f"{begins}-{begins + 1}", begins + 1, "school_year")


def half(year: int, number: int) -> Period:
    """The first or the second six months; ValueError for any other number."""
    if number not in (1, 2):
        raise ValueError("a year has two halves")
    return _months(year, number * 6 - 5, 6, f"{year}H{number}", "half")


def quarter(year: int, number: int) -> Period:
    """Quarter 1 to 4; ValueError for any other number."""
    if not 1 <= number <= 4:
        raise ValueError("a year has four quarters")
    return _months(year, number * 3 - 2, 3, f"{year}Q{number}", "quarter")


def month(year: int, number: int) -> Period:
    """Month 1 to 12; ValueError for any other number."""
    return _months(year, number, 1, f"{number:02d}/{year}", "month")


def stage(first: int, last: int) -> Period:
    """Whole years from the first to the last, both included: "giai đoạn 2021-2025"; ValueError backwards."""
    if last < first:
        raise ValueError("the last year stands before the first")
    return Period(date(first, 1, 1), date(last + 1, 1, 1), f"giai đoạn {first}-{last}", last, "stage")


def wave(first: date, last: date) -> Period:
    """From a day to a day, both included; ValueError backwards."""
    if last < first:
        raise ValueError("the last day stands before the first")
    label = f"{cited_date(first)} - {cited_date(last)}"
    return Period(first, last + _DAY, label, last.year, "wave")


def half_of(day: date) -> Period:
    return half(day.year, 1 if day.month <= 6 else 2)


def quarter_of(day: date) -> Period:
    return quarter(day.year, (day.month - 1) // 3 + 1)


def month_of(day: date) -> Period:
    return month(day.year, day.month)


_MADE: dict[str, Callable[[date], Period]] = {
    "year": lambda day: calendar_year(day.year),
    "school_year": lambda day: school_year(day.year if day.month >= _SCHOOL_STARTS else day.year - 1),
    "half": half_of,
    "quarter": quarter_of,
    "month": month_of,
}


def parse(text: str) -> Period | None:
    """A period in any spelling of the module's head, or None where the text names none, or one of no calendar."""
    plain = re.sub(r"\s+", " ", fold.plain(fold.nfc(text))).strip(" .,;")
    for pattern, made in _SPELLINGS:
        found = re.fullmatch(pattern, plain)
        if found:
            try:
                return made(found)
            except ValueError:
                return None
    return None


def _wave_of(found: re.Match[str]) -> Period:
    first, last = parse_day(found[1]), parse_day(found[2])
    if first is None or last is None:
        raise ValueError("no such day")
    return wave(first, last)


def _years_of(found: re.Match[str]) -> Period:
    """Two years without a word: a school year when they follow one another, else a stage."""
    first, last = int(found[1]), int(found[2])
    return school_year(first) if last == first + 1 else stage(first, last)


def _school_year_of(found: re.Match[str]) -> Period:
    first, last = int(found[1]), int(found[2])
    if last != first + 1:
        raise ValueError("a school year ends in the year after")
    return school_year(first)


_YEAR = r"((?:19|20)\d\d)"
_DATE = r"(?:ngay )?(\d{1,2} ?[/.-] ?\d{1,2} ?[/.-] ?\d{4}|\d{1,2} thang \d{1,2} nam \d{4})"
_SPELLINGS: tuple[tuple[str, Callable[[re.Match[str]], Period]], ...] = (
    (rf"(?:nam )?{_YEAR}", lambda found: calendar_year(int(found[1]))),
    (rf"{_YEAR}[ -]?h([12])", lambda found: half(int(found[1]), int(found[2]))),
    (rf"(?:0?6|sau) thang dau (?:cua )?nam {_YEAR}", lambda found: half(int(found[1]), 1)),
    (rf"(?:0?6|sau) thang cuoi (?:cua )?nam {_YEAR}", lambda found: half(int(found[1]), 2)),
    (rf"{_YEAR}[ -]?q([1-4])", lambda found: quarter(int(found[1]), int(found[2]))),
    (
        rf"quy (iv|iii|ii|i|0?[1-4])(?: nam | ?/ ?| ?- ?| ){_YEAR}",
        lambda found: quarter(int(found[2]), _QUARTERS[found[1]]),
    ),
    (rf"(?:thang )?(\d{{1,2}}) ?/ ?{_YEAR}", lambda found: month(int(found[2]), int(found[1]))),
    (rf"thang (\d{{1,2}})(?: nam | ?- ?| ){_YEAR}", lambda found: month(int(found[2]), int(found[1]))),
    (rf"nam hoc {_YEAR} ?- ?{_YEAR}", _school_year_of),
    (
        rf"(?:giai doan |thoi ky |nhiem ky ){_YEAR} ?- ?{_YEAR}",
        lambda found: stage(int(found[1]), int(found[2])),
    ),
    (rf"{_YEAR} ?- ?{_YEAR}", _years_of),
    (rf"(?:tu )?{_DATE} ?(?:-|den(?: het)?) ?{_DATE}", _wave_of),
)


def _months(year: int, first: int, count: int, label: str, kind: Kind) -> Period:
    since = date(year, first, 1)
    last = first + count - 1
    until = date(year, last, monthrange(year, last)[1]) + _DAY
    return Period(since, until, label, year, kind)


def _month_printed(day: date) -> str:
    """January and February take a nought, as in dates."""
    return f"{day.month:02d}" if day.month <= 2 else str(day.month)


def _year_before(day: date) -> date:
    last = monthrange(day.year - 1, day.month)[1]
    return date(day.year - 1, day.month, min(day.day, last))
