"""Similarity inside the installation: titles that read nearly the same, with a figure."""

from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from rapidfuzz import fuzz, process

from thidua.records.orgs.actors import Actor
from thidua.vn.fold import fold
from thidua.work.initiatives.models import Initiative
from thidua.work.initiatives.selectors.listed import with_parts
from thidua.work.initiatives.selectors.visible import visible_to

NEAR = 75
"""From how many percent on two titles are worth a look."""
SHOWN = 5
_CHUNK = 5000


class Alike(NamedTuple):
    initiative: Initiative
    pct: int
    """How near the titles are, words sorted, letters without marks: 100 means the same words. Says nothing of content."""


def alike(title: str, actor: Actor, *, but: int | None = None) -> list[Alike]:
    """The nearest titles that the actor sees, at least NEAR; two queries, memory bounded by chunks."""
    mine = fold(title)
    found: list[tuple[float, int]] = []
    for chunk in _titles(actor, but):
        near = process.extract(mine, chunk, scorer=fuzz.token_sort_ratio, score_cutoff=NEAR, limit=SHOWN)
        found = sorted([*found, *((score, pk) for _, score, pk in near)], reverse=True)[:SHOWN]
    rows = with_parts(visible_to(actor)).in_bulk([pk for _, pk in found])
    return [Alike(rows[pk], int(score)) for score, pk in found if pk in rows]


def _titles(actor: Actor, but: int | None) -> Iterator[dict[int, str]]:
    rows = visible_to(actor).standing().exclude(pk=but).values_list("pk", "folded").order_by("pk")
    titles = rows.iterator(chunk_size=_CHUNK)
    while chunk := dict(islice(titles, _CHUNK)):
        yield chunk
