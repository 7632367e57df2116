"""Names that are nearly the same: a letter apart, a word more, words in another order."""

import unicodedata
from collections.abc import Iterable, Sequence

from rapidfuzz import fuzz, process

from thidua.vn.fold import nfc

NEAR = 90.0
"""Of 100: one letter in eleven. "le hoang nam" and "le hoan nam" are near, "le van an" and "le van anh" too."""


def near(folded: str, others: Sequence[str], *, limit: int = 5) -> list[int]:
    """Places of those others that are nearly `folded`, the nearest first; the very same one is near too."""
    found = process.extract(folded, others, scorer=fuzz.ratio, score_cutoff=NEAR, limit=limit)
    swapped = process.extract(folded, others, scorer=fuzz.token_sort_ratio, score_cutoff=97, limit=limit)
    return list(dict.fromkeys(place for _, _, place in (*found, *swapped)))


def nearest(said: str, names: Iterable[str], *, limit: int = 3, least: float = 65.0) -> list[str]:
    """Names that somebody may have meant, the nearest first; both sides folded."""
    found = process.extract(said, list(names), scorer=fuzz.WRatio, score_cutoff=least, limit=limit)
    return [name for name, _, _ in found]


def same_marks(one: str, other: str) -> bool:
    """Whether two names agree in their marks: "Hoà" and "Hòa" do, "Hương" and "Hường" do not."""
    return one == other or _marks(one) == _marks(other)


def _marks(name: str) -> tuple[tuple[str, ...], ...]:
    """Word by word the letters with all their marks in order of code, wherever in the word a tone is put."""
    words = nfc(name).lower().replace("y", "i").split()
    return tuple(tuple(sorted(unicodedata.normalize("NFD", word))) for word in words)
