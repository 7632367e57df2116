"""Names and periods of movements, compared. Pure: folded words, years; no database."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from thidua.records.register.subject import Likeness, compare, subject_of
from thidua.vn.dates import parse_day
from thidua.vn.fold import fold, nfc
from thidua.vn.periods import Period, parse

ALIKE, ENOUGH = 0.8, 1.5
"""From this likeness on, resting on this weight of shared words, two names may mean one movement."""
_LENGTH = 400
_OPENING = re.compile(
    r"^(?:(?:to chuc|phat dong|huong ung|dang ky|phong trao|dot|cao diem|thi dua|chuyen de|dac biet|thuong xuyen|theo dot|yeu nuoc"
    r"|ve viec|ve|thuc hien thang loi|thuc hien tot|thuc hien|nhiem vu)\s)+"
)
_YEARS = re.compile(r"(?<!\d)((?:19|20)\d\d)\s?[-–]\s?((?:19|20)\d\d)(?!\d)")
_HANGING = re.compile(r"\s(?:nam|giai doan|nam hoc)(?:\s(?:19|20)\d\d)*$")
_VAGUE = frozenset(fold("dự kiến vào trong khoảng trước chậm nhất muộn đến hết cuối đầu hoàn thành").split())
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?!\d)")


def tidy(name: str) -> str:
    """One line, without the quotes around the whole of it."""
    text = " ".join(nfc(name).split()).strip(" .,;")
    if len(text) > 1 and text[0] in '“"' and text[-1] in '”"' and not re.search('[“”"]', text[1:-1]):
        text = text[1:-1]
    return text.strip(" .,;")[:_LENGTH]


def key(name: str) -> str:
    """Folded, without the words with which every name begins, and without the period that its end repeats."""
    folded = fold(name)
    bare = _HANGING.sub("", _OPENING.sub("", folded + " ").strip())
    return (bare or folded)[:_LENGTH]


@dataclass(frozen=True)
class Lasting:
    """A period as a movement has it: half-open, open where it is not known; `label` as printed."""

    since: date | None = None
    until: date | None = None
    label: str = ""

    @property
    def key(self) -> str:
        if self.since or self.until:
            return f"{self.since or ''}/{self.until or ''}"
        return fold(self.label)


def lasting(text: str) -> Lasting:
    """ "2021-2025", "giai đoạn 2021 - 2025", "năm học 2024-2025", "2024", "từ ngày … đến ngày …"; what names no period only
    keeps its words. Two years without a word are a stage, also 2024-2025: movements run through calendar years."""
    printed = " ".join(nfc(text).split())
    years = _YEARS.fullmatch(printed.strip())
    period: Period | None = parse(f"giai đoạn {years[1]}-{years[2]}" if years else printed)
    if period is None:
        return Lasting(label=printed[:80])
    label = printed if not printed[:1].isdigit() or period.kind == "wave" else period.printed
    return Lasting(period.since, period.until, label[:80])


def same_time(left: Lasting, right: Lasting) -> bool:
    """Whether two writings can mean one period: alike, or one of them says nothing."""
    return not left.key or not right.key or left.key == right.key


def form_of(printed: str) -> tuple[str, str]:
    """(code of the form, local label) of a printed form: "chuyên đề" → chuyen_de; "đặc biệt" → chuyen_de, "đặc biệt"."""
    folded = fold(printed)
    if not folded:
        return "", ""
    if "thuong xuyen" in folded:
        return "thuong_xuyen", ""
    label = "" if folded in ("chuyen de", "theo chuyen de") else nfc(printed).strip().lower()[:60]
    return "chuyen_de", label


def likeness(left: str, right: str) -> Likeness:
    """How alike two names are; the quotes around a name are left out, they tell nothing here."""
    return compare(subject_of(key(left)), subject_of(key(right)))


def are_alike(left: str, right: str) -> bool:
    if key(left) == key(right):
        return True
    found = likeness(left, right)
    return found.score >= ALIKE and found.shared >= ENOUGH


def latest_day(text: str) -> date | None:
    """The last day that a printed plan leaves: "dự kiến tháng 12/2024" → 31/12/2024, "trước ngày 10/02/2024" → the day before;
    None where it is open."""
    words = nfc(text).strip(" .,;()").split()
    is_before = False
    while words:
        day = parse_day(" ".join(words))
        if day:
            return day - timedelta(days=1) if is_before else day
        period = parse(" ".join(words))
        if period:
            return period.since - timedelta(days=1) if is_before else period.last
        first = fold(words[0])
        if first not in _VAGUE:
            return None
        is_before = first == "truoc"
        words = words[1:]
    return None


def year_later(day: date | None) -> date | None:
    """The same day of next year; 29 February becomes the 28th."""
    if day is None:
        return None
    return date(day.year + 1, day.month, min(day.day, monthrange(day.year + 1, day.month)[1]))


def years_later(text: str) -> str:
    """ "năm 2024" → "năm 2025": each year that a text names, one later."""
    return _YEAR.sub(lambda found: str(int(found[1]) + 1), text)
