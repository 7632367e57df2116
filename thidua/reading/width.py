"""How wide a printed line is: by columns, or by the letters of the serif face in which offices write."""

import re
from dataclasses import dataclass

_LETTERS = {
    "cezaéaáàảãạăắằẳẵặâấầẩẫậèẻẽẹêếềểễệ": 444,
    "fr-()[]": 333,
    "ijlt/:;íìỉĩị": 278,
    " ,.'\u00a0": 250,
    's"“”': 389,
    "mM": 800,
}
_CAPITAL = 690
_OTHER = 500
_FIRST_WORD = re.compile(r"\S+")


class _Advances(dict[str, int]):
    """Thousandths of an em, filled as letters are met."""

    def __missing__(self, char: str) -> int:
        self[char] = advance = _CAPITAL if char.isupper() else _OTHER
        return advance


_ADVANCES = _Advances({char: advance for letters, advance in _LETTERS.items() for char in letters})


def advance(text: str) -> int:
    """Estimated width in thousandths of an em, within a few percent."""
    return sum(map(_ADVANCES.__getitem__, text))


def first_word(text: str) -> str:
    found = _FIRST_WORD.match(text)
    return found.group() if found else ""


@dataclass(frozen=True, slots=True)
class Reach:
    """From where on a line counts as full: the next word would not have fitted. `first` for a paragraph's first line."""

    proportional: bool
    inner: float
    first: float

    def is_full(self, text: str, following: str, *, first: bool) -> bool:
        """False when the break after `text` was meant: the next word had room."""
        return with_next(text, following, self.proportional) >= (self.first if first else self.inner)


def with_next(text: str, following: str, proportional: bool) -> float:
    word = first_word(following)
    if proportional:
        return advance(text) + 250 + advance(word)
    return len(text) + 1 + len(word)


def learn_reach(texts: list[str]) -> Reach:
    """Learned from lines that certainly run on, those before a line that begins with a small letter."""
    runs = [i for i in range(len(texts) - 1) if starts_low(texts[i + 1])][:600]
    best: tuple[float, Reach] = (-1.0, Reach(False, 60.0, 55.0))
    for proportional in (True, False) if runs else ():
        reached = {i: with_next(texts[i], texts[i + 1], proportional) for i in runs}
        usual = sorted(reached.values())[len(reached) // 2]
        reached = {i: width for i, width in reached.items() if width > usual * 0.75}
        inner = sorted(width for i, width in reached.items() if starts_low(texts[i])) or sorted(
            reached.values()
        )
        first = sorted(width for i, width in reached.items() if not starts_low(texts[i]))
        own = sorted(float(advance(texts[i]) if proportional else len(texts[i])) for i in reached)
        floor = inner[len(inner) // 25] * 0.985
        first_floor = (
            first[len(first) // 12] * 0.985 if len(first) >= 12 else floor * (0.92 if proportional else 0.97)
        )
        sharpness = floor / own[int(len(own) * 0.9)]
        if sharpness > best[0]:
            best = (sharpness, Reach(proportional, floor, min(floor, first_floor)))
    return best[1]


def starts_low(text: str) -> bool:
    """A small letter that is no list mark: the line goes on with the one before."""
    return text[0].islower() and text[1:2] not in (")", ".")
