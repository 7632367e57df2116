"""A labelled document with other numbers, dates, names, places and counts, in the text and in its label alike.

So nothing can be learnt by heart. Deterministic by the document's name and the seed. Years move together, so that
gaps between dates and "80 năm (1944 - 2024)" stay true but for a few days.
"""

import random
import re
import unicodedata
from datetime import date, timedelta
from typing import Any

from thidua.reading.tests.labelled import Labelled
from thidua.reading.tests.relayout import noisy, paragraphs, wrapped
from thidua.reading.tests.renaming import Renaming

SP = r"[\s\u00a0]"
YEAR = r"(?:19|20)\d{2}"
NUMBER = (
    rf"(?<![\w/,.])(?P<no>\d{{1,5}})(?:(?P<s1>{SP}*/{SP}*)(?P<ny>{YEAR}))?"
    rf"(?P<s2>{SP}*/{SP}*(?=[A-ZĐ]{{2}})|{SP}*-{SP}*(?=[A-ZĐ][A-ZĐa-z]{{1,4}}{SP}*/))"
)
SLASHED = rf"(?P<w>[Nn]gày{SP}+)?(?<![\d/.])(?P<d>\d{{1,2}})(?P<a>{SP}*[/-]{SP}*|\.)(?P<m>\d{{1,2}})(?P<b>{SP}*[/-]{SP}*|\.)(?P<y>{YEAR})(?!\d)"
WRITTEN = rf"(?P<w2>[Nn]gày)(?P<t1>{SP}+)(?P<d2>\d{{1,2}})(?P<t2>{SP}+)tháng(?P<t3>{SP}+)(?P<m2>\d{{1,2}})(?P<t4>{SP}+)năm(?P<t5>{SP}+)(?P<y2>{YEAR})(?!\d)"
PAIR = rf"(?<![\w/.,])(?P<p>\d{{1,4}})(?P<ps>{SP}*/{SP}*)(?P<q>\d{{1,4}})(?![\w/]|[.,]\d)"
BARE_YEAR = rf"(?<![\d.,\w])(?P<by>{YEAR})(?![\d\w]|[.,]\d)"
COUNT = (
    rf"(?<!Điều )(?<!khoản )(?<!tháng )(?<!ngày )(?<!ngày\n)(?<!quý )(?<!Cụm )(?<!số )(?<!thứ )(?<!ợt )(?<![\w/.,])"
    rf"(?P<c>\d{{1,3}}(?:\.\d{{3}})+|\d{{2,4}}|(?<!\n)\d)"  # a lone digit that opens a line marks a footnote
    rf"(?![\w%]|[.,/]\d|[.)]{SP}|{SP}*(?i:năm|tháng|ngày|giờ|phút|kỳ|quý|tuần|triệu|lần|đợt|/|-{SP}*\d)\b)"
)
PATTERN = re.compile("|".join((NUMBER, WRITTEN, SLASHED, PAIR, BARE_YEAR, COUNT)))
ISO = re.compile(r"\d{4}-\d{2}-\d{2}")


class Changes:
    """One set of replacements, applied to any string of the document."""

    def __init__(self, document: Labelled, rng: random.Random) -> None:
        self.rng = rng
        label = document.label
        self.renaming = Renaming(label.get("names", {}), document.text, rng)
        self.shift = rng.choice([-6, -5, -4, -3, 3, 4, 5, 6])
        self.days = rng.choice([-1, 1]) * rng.randint(2, 20)
        self.more = rng.randint(1, 9)
        self.dates: dict[date, date] = {}
        self.old_dates = _dates_in(document.text) | _dates_in(" ".join(_strings(label)))
        self.fixed_dates = _dates_in(" ".join(_prose(label)))
        self.numbers: dict[str, str] = {}
        self.old_numbers = {match["no"] for match in PATTERN.finditer(document.text) if match["no"]}
        self.counts = _counts(label)
        self.pairs = {(item["present"], item["expected"]) for item in label.get("attendance", [])}

    def text(self, text: str) -> str:
        return PATTERN.sub(self._replaced, self.renaming.apply(text))

    def _replaced(self, match: re.Match[str]) -> str:
        found = match.groupdict()
        if found["no"]:
            year = f"{found['s1']}{self.year(int(found['ny']))}" if found["ny"] else ""
            return f"{self.number(found['no'])}{year}{found['s2']}"
        if found["y2"] or found["y"]:
            return self._date(match)
        if found["by"]:
            return str(self.year(int(found["by"])))
        if found["p"]:
            if re.fullmatch(YEAR, found["q"]):
                return f"{found['p']}{found['ps']}{self.year(int(found['q']))}"
            pair = (int(found["p"]), int(found["q"]))
            if pair not in self.pairs and (pair[0] != pair[1] or pair[0] not in self.counts):
                return match[0]
            return f"{self.count(found['p'])}{found['ps']}{self.count(found['q'])}"
        return self.count(found["c"])

    def year(self, year: int) -> int:
        return year + self.shift

    def number(self, digits: str) -> str:
        """Another leading number: the same wherever the old one stood, never one that the text already has."""
        if digits not in self.numbers:
            low, high = (1000, 4999) if len(digits) > 3 else (1, 999) if len(digits) > 2 else (1, 99)
            taken = self.old_numbers | set(self.numbers.values())
            free = [f"{number:02d}" for number in range(low, high + 1) if f"{number:02d}" not in taken]
            self.numbers[digits] = self.rng.choice(free)
        return self.numbers[digits]

    def count(self, printed: str) -> str:
        value = int(printed.replace(".", ""))
        if value not in self.counts:
            return printed
        return (
            f"{value + self.more:,}".replace(",", ".")
            if value + self.more > 999
            else f"{value + self.more:02d}"
        )

    def day(self, old: date) -> date:
        """Some days on or back, in the year that its year moves to; never a date of the original, never twice."""
        if old not in self.dates:
            year = self.year(old.year)
            start = date(year, old.month, min(old.day, 28))
            taken = self.old_dates | set(self.dates.values())
            days = [self.days, -self.days, *range(1, 200), *range(-200, 0)]
            moved = (start + timedelta(days=step) for step in days)
            self.dates[old] = next(new for new in moved if new.year == year and new not in taken)
        return self.dates[old]

    def _date(self, match: re.Match[str]) -> str:
        found = match.groupdict()
        written = found["y2"] is not None
        try:
            old = date(*(int(found[key]) for key in (("y2", "m2", "d2") if written else ("y", "m", "d"))))
        except ValueError:
            return match[0]
        new = self.day(old)
        day, month = f"{new.day:02d}", _month(new.month, found["m2"] if written else found["m"])
        if self._respelt(old, match):
            return f"ngày {day}/{month}/{new.year}" if written else f"ngày {day} tháng {month} năm {new.year}"
        if written:
            gaps = [found[f"t{place}"] for place in range(1, 6)]
            return f"{found['w2']}{gaps[0]}{day}{gaps[1]}tháng{gaps[2]}{month}{gaps[3]}năm{gaps[4]}{new.year}"
        return f"{found['w'] or ''}{day}{found['a']}{month}{found['b']}{new.year}"

    def _respelt(self, old: date, match: re.Match[str]) -> bool:
        """One date in three is spelt the other way, but not in the header, nor where a label quotes it."""
        if old in self.fixed_dates or not match[0].startswith("ngày") or "\n" in match[0]:
            return False
        header = match.string[max(0, match.start() - 2) : match.start()].strip() == ","
        return not header and (old.toordinal() + self.days) % 3 == 0

    def label(self, value: Any, key: str = "") -> Any:
        """The label with the same changes: ISO dates, years, counts as values, everything else as text."""
        if isinstance(value, dict):
            printed = value.get("count_printed", True)
            return {name: self.label(part, name if printed else "") for name, part in value.items()}
        if isinstance(value, list):
            return [self.label(part, key) for part in value]
        if isinstance(value, bool) or value is None:
            return value
        if isinstance(value, int):
            return self._figure(value, key)
        if ISO.fullmatch(value):
            return self.day(date.fromisoformat(value)).isoformat()
        return self.text(value)

    def _figure(self, value: int, key: str) -> int:
        if key == "year":
            return self.year(value)
        return value + self.more if key in {"count", "present", "expected"} else value


def mutated(document: Labelled, seed: int, *, noise: str | None = None, rewrap: bool = True) -> Labelled:
    """Another document of the same shape. A text that OCR has spoilt already cannot be changed: ValueError."""
    if document.label.get("noise") in {"ocr", "digits"}:
        raise ValueError(f"{document.name}: spoilt text")
    rng = random.Random(f"{document.name}:{seed}")
    decomposed = not unicodedata.is_normalized("NFC", document.text)
    original = Labelled(document.name, unicodedata.normalize("NFC", document.text), document.label)
    changes = Changes(original, rng)
    text = changes.text(original.text)
    if rewrap:
        text = wrapped(paragraphs(text), rng)
    label = changes.label(document.label)
    if noise or decomposed:
        text = noisy(text, noise or "nfd", rng)
    return Labelled(f"{document.name}~{seed}{noise or ''}", text, label)


def changeable(document: Labelled) -> bool:
    return document.label.get("noise") not in {"ocr", "digits"}


def _month(month: int, printed: str) -> str:
    """Two digits up to February, as the form has it; beyond that as the original printed it."""
    return f"{month:02d}" if month < 3 or (len(printed) == 2 and printed.startswith("0")) else str(month)


def _dates_in(text: str) -> set[date]:
    found = {date.fromisoformat(iso) for iso in ISO.findall(text)}
    for match in PATTERN.finditer(text):
        parts = match.groupdict()
        numbers = [parts["y2"] or parts["y"], parts["m2"] or parts["m"], parts["d2"] or parts["d"]]
        if all(numbers):
            try:
                found.add(date(*(int(number) for number in numbers)))
            except ValueError:
                continue
    return found


def _strings(value: Any) -> list[str]:
    if isinstance(value, dict):
        return [text for part in value.values() for text in _strings(part)]
    if isinstance(value, list):
        return [text for part in value for text in _strings(part)]
    return [value] if isinstance(value, str) else []


def _prose(label: dict[str, Any]) -> list[str]:
    return [text for text in _strings(label) if not ISO.fullmatch(text)]


def _counts(label: dict[str, Any]) -> set[int]:
    awards = {item["count"] for item in label.get("awards", []) if item.get("count_printed", True)}
    present = {item["present"] for item in label.get("attendance", [])}
    return awards | present | {item["expected"] for item in label.get("attendance", []) if item["expected"]}
