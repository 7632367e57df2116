"""The headings that are known, and how alike the words of another are: by folded words, rare ones counting more."""

import math
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise, takewhile
from pathlib import Path

import yaml

from thidua.outlook.reports.outline import BlockSpec, SectionSpec
from thidua.outlook.reports.outlines import shipped
from thidua.vn.fold import fold

_MOST = 24
"""Blocks below one heading; what holds more is a whole report."""
_UNKNOWN = 0.35
"""Weight of words that stand in no known heading, against the rarest known one."""
_EACH, _LEAST = 0.03, 0.8
"""One heading of ours is preferred to several together that are as alike: each takes so much, down to the least."""
_WORDINGS = Path(__file__).parents[1] / "data" / "wordings.yaml"
_PLACES = re.compile(r"\{\w+\}")
_TOLD = re.compile(r"[:(;]")
_SHORT = (
    (r"\b(?:td ?kt|thi dua khen thuong)\b", "thiduakhenthuong"),
    (r"\bhd\b", "hoi dong"),
    (r"\bubnd\b", "uy ban nhan dan"),
    (r"\bttg(?:cp)?\b|\btt cp\b", "thu tuong chinh phu"),
    (r"\bcntt\b", "cong nghe thong tin"),
    (r"\bkn ?tc\b", "khieu nai to cao"),
    (r"\bdhtt\b|\bdtt\b", "dien hinh tien tien"),
    (r"\bkt xh\b|\bktxh\b", "kinh te xa hoi"),
    (r"\bcchc\b", "cai cach hanh chinh"),
    (r"\bton tai\b", "han che"),
)
_PHRASES = "tinh hinh|dia phuong|dia ban|cong tac|thuc hien|hang nam|so voi|bao gom|vao|tren|tai|theo|trong nam|trong ky|trong quy|quy sau|quy i{1,3}|quy iv"
_SMALL = "cac va cua ve viec do duoc co cho nhung mot so voi la den tu nam ky thang neu ro nhu sau cap o gom da dau cuoi thiduakhenthuong"
_EMPTY = frozenset(_SMALL.split(" "))
_DIGITS = re.compile(r"\d+")


@dataclass(frozen=True, eq=False)
class Known:
    """A heading of a shipped outline with the blocks below it."""

    title: str
    blocks: tuple[BlockSpec, ...]
    wordings: tuple[Mapping[str, float], ...]
    above: Mapping[str, float]
    parts: int
    """How many things it asks for."""


@lru_cache(maxsize=1024)
def ranked(title: str, above: str, theme: bool = False) -> tuple[tuple[float, Known], ...]:
    """Every known heading by its likeness (0 to 1) to a heading of a letter below others, the likest first; those about
    one paper's carrying out only where the report has such a `theme`."""
    own, whole, over = features(_head(title)), features(title), features(above)
    scored = []
    for known in known_headings():
        if not theme and any(spec.query == "carrying_out" for spec in known.blocks):
            continue
        alike = max(max(_cosine(own, wording), _cosine(whole, wording)) for wording in known.wordings)
        # What stands above tells apart what is worded alike; alone it proves nothing.
        context = _cosine(over, known.above) if alike and over else 0.0
        share = max(_LEAST, 1 - _EACH * (known.parts - 1))
        scored.append((round(min(1.0, alike * (0.9 + 0.25 * context) * share), 4), known))
    return tuple(sorted(scored, key=lambda pair: -pair[0]))


def _head(title: str) -> str:
    """The words before the letter's explanations."""
    head = _TOLD.split(title, maxsplit=1)[0]
    return head if len(fold(head).split()) >= 2 else title


@lru_cache(maxsize=4096)
def tokens(text: str) -> tuple[str, ...]:
    plain = fold(_PLACES.sub(" ", text))
    for pattern, full in (*_SHORT, (rf"\b(?:{_PHRASES})\b", " ")):
        plain = re.sub(pattern, full, plain)
    words = [word for word in plain.split() if not _DIGITS.fullmatch(word)]
    kept = [word for word in words if word not in _EMPTY]
    return (*kept, *(f"{one} {two}" for one, two in pairwise(kept)))


def features(text: str) -> Mapping[str, float]:
    weights = _weights()
    rare = max(weights.values(), default=1.0)
    counted = Counter(tokens(text))
    # Two syllables together are a word; one alone says little.
    return {token: weights.get(token, rare * _UNKNOWN) * (1.0 if " " in token else 0.6) for token in counted}


def _cosine(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    both = sum(weight * other[token] for token, weight in one.items() if token in other)
    if not both:
        return 0.0
    return both / math.sqrt(sum(w * w for w in one.values()) * sum(w * w for w in other.values()))


def _titles() -> Iterator[tuple[list[str], tuple[BlockSpec, ...], str]]:
    """Wordings, blocks below, and titles above, of every heading of the shipped outlines; and of headings that letters
    have for several of ours together."""
    wordings: dict[str, list[str]] = yaml.safe_load(_WORDINGS.read_text(encoding="utf-8"))
    homes = _homes()
    for outline in shipped():
        first: dict[str, tuple[tuple[BlockSpec, ...], str]] = {}
        opened: list[str] = []
        rows = list(outline.walk())
        for at, (_, level, section) in enumerate(rows):
            del opened[level - 1 :]
            above = " ".join(opened)
            opened.append(section.title)
            below = _below(rows, at)
            blocks = tuple(spec for each in (section, *below) for spec in each.blocks)
            if section.blocks and not below:
                first |= {spec.key: (blocks, above) for spec in blocks}
            if blocks and len(blocks) <= _MOST:
                keys = tuple(spec.key for spec in blocks)
                others = [each for key in keys if homes[key] == keys for each in wordings.get(key, [])]
                yield [section.title, *others], blocks, above
        for names, titles in wordings.items():
            held = [first[name] for name in names.split() if name in first]
            several = list({blocks[0].key: (blocks, above) for blocks, above in held}.values())
            if " " in names and len(several) > 1:
                yield (
                    titles,
                    tuple(spec for blocks, _ in several for spec in blocks),
                    several[0][1],
                )


def _homes() -> dict[str, tuple[str, ...]]:
    """For each block the smallest heading that it stands under in any outline: what belongs together everywhere."""
    homes: dict[str, tuple[str, ...]] = {}
    for outline in shipped():
        for _, _, section in outline.walk():
            keys = tuple(spec.key for spec in section.blocks)
            for key in keys:
                homes[key] = min(homes.get(key, keys), keys, key=len)
    return homes


def _below(rows: Sequence[tuple[str, int, SectionSpec]], at: int) -> list[SectionSpec]:
    level = rows[at][1]
    return [section for _, _, section in takewhile(lambda row: row[1] > level, rows[at + 1 :])]


@lru_cache(maxsize=1)
def _weights() -> dict[str, float]:
    texts = [titles for titles, *_ in _titles()]
    seen = Counter(token for each in texts for token in {token for text in each for token in tokens(text)})
    return {token: math.log(1 + len(texts) / count) for token, count in seen.items()}


@lru_cache(maxsize=1)
def known_headings() -> tuple[Known, ...]:
    """Headings with the same blocks in several outlines are one, with all their wordings."""
    homes = _homes()
    merged: dict[tuple[str, ...], Known] = {}
    for titles, blocks, above in _titles():
        keys = tuple(spec.key for spec in blocks)
        wordings = tuple(features(text) for text in titles)
        before = merged.get(keys)
        if before:
            merged[keys] = replace(before, wordings=before.wordings + wordings)
        else:
            merged[keys] = Known(
                titles[0], blocks, wordings, features(above), parts=len({homes[key] for key in keys})
            )
    return tuple(merged.values())


def shown(title: str) -> str:
    return " ".join(_PLACES.sub("", title).split())
