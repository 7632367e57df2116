"""Words of a stretch of text, and sets of phrases looked up word by word: linear, however many phrases there are."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from itertools import islice
from typing import NamedTuple, overload

from thidua.reading.text import Text
from thidua.vn.fold import plain

_TOKEN = re.compile(r"[^\W_]+|[^\w\s]")


_SENTENCE_END = re.compile(r"[.!?…]+[\"”)]*\s+[\"“(]?(?=[^\W\d_])")
_LONGEST = 2400
_FADED = frozenset(
    re.findall(
        r"\w+", "duoc trong truoc tren phai nham cac nhung gui nop trich soan cham chon xet thuoc nguoi theo"
    )
)
_SHORT_FORMS = frozenset(("TP", "TT", "ThS", "TS", "BS", "PGS", "GS", "KS", "Tp", "Q", "P", "H", "X"))


class Word(NamedTuple):
    """A word or one sign: its place in flat, folded (`plain`), in small letters (`small`), and whether it is a capital."""

    start: int
    end: int
    plain: str
    small: str
    capital: bool


class Words(Sequence[Word]):
    """The words of a stretch of text; each is looked at when it is asked for, for most never are.

    `plains` are all of them folded."""

    __slots__ = ("_flat", "_matches", "_seen", "plains")

    def __init__(self, text: Text, start: int, end: int, limit: int) -> None:
        self._flat = text.flat
        self._matches = list(islice(_TOKEN.finditer(text.plain, start, end), limit))
        self.plains = [match.group() for match in self._matches]
        self._seen: list[Word | None] = [None] * len(self._matches)

    def __len__(self) -> int:
        return len(self._matches)

    @overload
    def __getitem__(self, index: int) -> Word: ...

    @overload
    def __getitem__(self, index: slice) -> list[Word]: ...

    def __getitem__(self, index: int | slice) -> Word | list[Word]:
        if isinstance(index, slice):
            return [self[place] for place in range(*index.indices(len(self._matches)))]
        word = self._seen[index]
        if word is None:
            start, end = self._matches[index].span()
            printed = self._flat[start:end]
            word = self._seen[index] = Word(
                start, end, self.plains[index], printed.lower(), printed[0].isupper()
            )
        return word


def words_of(text: Text, start: int, end: int, limit: int = 10_000) -> Words:
    """Words and signs of flat[start:end], at most `limit` of them."""
    return Words(text, start, end, limit)


def sentences(text: Text, start: int, end: int) -> list[tuple[int, int]]:
    """The sentences of flat[start:end] as offsets; a stop ends one where a capital follows."""
    found: list[tuple[int, int]] = []
    flat = text.flat
    for stop in _SENTENCE_END.finditer(flat, start, end):
        if not flat[stop.end()].isupper():
            continue
        if flat[max(start, stop.start() - 4) : stop.start()].rpartition(" ")[2] in _SHORT_FORMS:
            continue
        at = stop.end() - (flat[stop.end() - 1] in '"“(')
        found += _pieces(flat, start, at)
        start = at
    return found + _pieces(flat, start, end)


def _pieces(flat: str, start: int, end: int) -> list[tuple[int, int]]:
    """One sentence, or parts of one that is longer than any sentence is (a list without a stop, a text without sense)."""
    found: list[tuple[int, int]] = []
    while end - start > _LONGEST:
        at = max(
            flat.rfind("; ", start + _LONGEST // 2, start + _LONGEST),
            flat.rfind(", ", start + _LONGEST // 2, start + _LONGEST),
        )
        at = at + 2 if at > 0 else start + _LONGEST
        found.append((start, at))
        start = at
    if start < end:
        found.append((start, end))
    return found


def may_be(printed: str, full: str) -> bool:
    """Whether small letters as printed are `full`, perhaps with marks that a scan lost: "dinh" may be "định", "đỉnh" not."""
    if printed == full:
        return True
    if len(printed) != len(full) or plain(printed) != plain(full):
        return False
    return all(
        seen == meant
        or (set(unicodedata.normalize("NFD", seen)) <= set(unicodedata.normalize("NFD", _soft(meant))))
        for seen, meant in zip(printed, full, strict=True)
    )


def _soft(letter: str) -> str:
    return letter + "d" if letter == "đ" else letter


class Phrases:
    """A set of phrases ("chủ trì|phối hợp"); the longest that begins at a word is found by its first word.

    One syllable must be printed in full (else "nhân" would pass for a faded "nhận"); so must a phrase marked "=".
    A few that are no other word when faded ("duoc") are let through, and all where `faded` allows it.
    """

    def __init__(self, *lists: str | Iterable[str], faded: bool = False) -> None:
        self._faded = faded
        self._by_first: dict[str, list[tuple[tuple[str, ...], tuple[str, ...], bool]]] = {}
        seen: set[str] = set()
        for phrases in lists:
            for phrase in phrases.split("|") if isinstance(phrases, str) else phrases:
                if phrase in seen:
                    continue
                seen.add(phrase)
                full = tuple(phrase.removeprefix("=").split())
                folded = tuple(plain(part) for part in full)
                exact = phrase.startswith("=") or (len(full) == 1 and not self._faded)
                self._by_first.setdefault(folded[0], []).append((folded, full, exact))
        for known in self._by_first.values():
            known.sort(key=lambda pair: len(pair[0]), reverse=True)

    def at(self, words: Words, index: int) -> int:
        """How many words the longest phrase takes that begins at words[index]; 0 where none does."""
        plains = words.plains
        if index >= len(plains):
            return 0
        for folded, full, exact in self._by_first.get(plains[index], ()):
            size = len(folded)
            if tuple(plains[index : index + size]) == folded and _same(words, index, full, exact):
                return size
        return 0

    @property
    def firsts(self) -> frozenset[str]:
        """The folded first words of all phrases."""
        return frozenset(self._by_first)


def _same(words: Words, index: int, full: tuple[str, ...], exact: bool) -> bool:
    """The words are printed as the phrase has them, or faded."""
    for step, part in enumerate(full):
        printed = words[index + step].small
        if printed != part and not (printed in _FADED if exact else may_be(printed, part)):
            return False
    return True
