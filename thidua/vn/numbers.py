"""Numbers in Vietnamese: "1.267", "hai mươi chín", and back."""

import re
from typing import Final

DIGITS: Final = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_GROUPS: Final = ("", "nghìn", "triệu", "tỷ")
_SAID: Final = {
    **{word: value for value, word in enumerate(DIGITS)},
    "mốt": 1,
    "tư": 4,
    "lăm": 5,
    "nhăm": 5,
    "bẩy": 7,
    "dăm": 5,
}
_SCALES: Final = {"nghìn": 10**3, "ngàn": 10**3, "triệu": 10**6, "tỷ": 10**9, "tỉ": 10**9}
_GROUPED = re.compile(r"\d{1,3}(?:[.,\u00a0 ]\d{3})+|\d+")


def parse_count(text: str) -> int | None:
    """A count in digits or words: "05" → 5, "1.267" → 1267, "hai mươi chín" → 29; None where it is neither."""
    text = text.strip()
    if _GROUPED.fullmatch(text):
        return int(re.sub(r"\D", "", text))
    return parse_words(text)


def parse_words(text: str) -> int | None:
    """A number in words, up to billions, or None."""
    total = group = pending = 0
    said = False
    words = text.lower().split()
    for word in words:
        if word in _SAID:
            pending = pending * 10 + _SAID[word] if said and pending and word != "không" else _SAID[word]
            said = True
        elif word in ("lẻ", "linh"):
            pending = 0
        elif word in ("mười", "mươi", "chục"):
            group += 10 * (pending or 1)
            pending, said = 0, True
        elif word == "trăm":
            group += 100 * pending
            pending = 0
        elif word in _SCALES:
            total = (
                (total + group + pending) * _SCALES[word]
                if word in ("tỷ", "tỉ")
                else total + (group + pending) * _SCALES[word]
            )
            group = pending = 0
        else:
            return None
    return total + group + pending if said else None


def in_words(number: int) -> str:
    """29 → "hai mươi chín"; whole numbers from 0 up to 10^18."""
    if not 0 <= number < 10**18:
        raise ValueError("chỉ đọc số nguyên từ 0 đến dưới 10^18")
    if number == 0:
        return DIGITS[0]
    if number >= 10**9:
        rest = number % 10**9
        tail = f" {_below_billion(rest, lead=True)}" if rest else ""
        return f"{in_words(number // 10**9)} tỷ{tail}"
    return _below_billion(number, lead=False)


def _below_billion(number: int, *, lead: bool) -> str:
    parts: list[str] = []
    for place in (2, 1, 0):
        group = number // 1000**place % 1000
        if group:
            parts.append(f"{_hundreds(group, lead=lead or bool(parts))} {_GROUPS[place]}".strip())
    return " ".join(parts)


def _hundreds(number: int, *, lead: bool) -> str:
    hundreds, tens, units = number // 100, number // 10 % 10, number % 10
    words: list[str] = []
    if hundreds or lead:
        words += [DIGITS[hundreds], "trăm"]
    if tens > 1:
        words += [DIGITS[tens], "mươi"]
    elif tens == 1:
        words.append("mười")
    elif units and words:
        words.append("lẻ")
    if units:
        words.append(_unit(units, tens))
    return " ".join(words)


def _unit(units: int, tens: int) -> str:
    if units == 1 and tens > 1:
        return "mốt"
    if units == 5 and tens:
        return "lăm"
    return DIGITS[units]


def grouped(number: int) -> str:
    """1267 → "1.267"."""
    return f"{number:,}".replace(",", ".")


def money_in_words(dong: int) -> str:
    """1270000 → "Một triệu hai trăm bảy mươi nghìn đồng"."""
    words = in_words(dong)
    return f"{words[0].upper()}{words[1:]} đồng"


def two_digits(number: int) -> str:
    """Counts under ten as offices write them: 7 → "07"."""
    return f"{number:02d}" if number < 10 else grouped(number)
