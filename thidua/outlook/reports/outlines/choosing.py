"""What may stand under a heading: the known headings to choose from, and an outline's content with other choices."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from thidua.outlook.reports.outline import BlockSpec
from thidua.outlook.reports.outlines import shipped
from thidua.outlook.reports.outlines.likeness import shown
from thidua.outlook.reports.outlines.matching import row_of
from thidua.vn.fold import fold

WRITE, KEEP = "viet", ""
"""The officer writes here; as it is."""


@dataclass(frozen=True, slots=True)
class Option:
    value: str
    """ "so-6-thang/I.1.2"."""
    label: str
    blocks: tuple[BlockSpec, ...]

    @property
    def keys(self) -> tuple[str, ...]:
        return tuple(block.key for block in self.blocks)


@dataclass(frozen=True, slots=True)
class Heading:
    """One heading of an outline's content that has no headings below it."""

    key: str
    """As in `Outline.walk`."""
    number: str
    title: str
    keys: tuple[str, ...]
    choice: str
    """The option that stands there now."""


@lru_cache(maxsize=1)
def options() -> tuple[tuple[str, tuple[Option, ...]], ...]:
    """By shipped outline; a heading that another one has with the same blocks is offered once."""
    seen: set[tuple[str, ...]] = set()
    groups = []
    for outline in shipped():
        found = []
        for key, _, section in outline.walk():
            option = Option(
                f"{outline.key}/{key}", f"{section.number}. {shown(section.title)}", section.blocks
            )
            if section.blocks and option.keys not in seen:
                seen.add(option.keys)
                found.append(option)
        if found:
            groups.append((outline.name, tuple(found)))
    return tuple(groups)


def headings(content: Mapping[str, Any]) -> list[Heading]:
    by_keys = {option.keys: option.value for _, group in options() for option in group}
    found = []
    for key, row in _walk(content.get("sections", ()), 1, ""):
        if row.get("sections"):
            continue
        keys = tuple(str(block["key"]) for block in row.get("blocks", ()))
        written = all(block["kind"] == "narrative" for block in row.get("blocks", ()))
        choice = by_keys.get(keys, WRITE if written else KEEP)
        found.append(Heading(key, str(row["number"]), str(row["title"]), keys, choice))
    return found


def chosen(content: Mapping[str, Any], choices: Mapping[str, str]) -> dict[str, Any]:
    """The content with other blocks under the headings of `choices` (heading's key → option's value)."""
    known = {option.value: option for _, group in options() for option in group}
    now = {heading.key: heading.choice for heading in headings(content)}

    def changed(rows: Sequence[Mapping[str, Any]], level: int, top: str) -> list[dict[str, Any]]:
        made = []
        for row, (key, inner) in zip(rows, _keyed(rows, level, top), strict=True):
            new = dict(row)
            if row.get("sections"):
                new["sections"] = changed(row["sections"], level + 1, inner)
            value = choices.get(key, KEEP)
            if value not in (KEEP, now.get(key)):
                if value in known:
                    new["blocks"] = [row_of(block) for block in known[value].blocks]
                elif value == WRITE:
                    new["blocks"] = [_to_write(str(row["title"]), key)]
            made.append(new)
        return made

    return {**content, "sections": changed(content.get("sections", ()), 1, "")}


def _walk(rows: Sequence[Mapping[str, Any]], level: int, top: str) -> Iterator[tuple[str, Mapping[str, Any]]]:
    for row, (key, inner) in zip(rows, _keyed(rows, level, top), strict=True):
        yield key, row
        yield from _walk(row.get("sections", ()), level + 1, inner)


def _keyed(rows: Sequence[Mapping[str, Any]], level: int, top: str) -> list[tuple[str, str]]:
    """The key of each row as `Outline.walk` makes it, and the first part of the keys below it."""
    numbers = [str(row["number"]) for row in rows]
    return [(number, number) if level == 1 else (f"{top}.{number}", top) for number in numbers]


def _to_write(title: str, key: str) -> dict[str, Any]:
    words = fold(title).replace(" ", "-")[:50].strip("-")
    return {
        "key": f"viet-{key.lower().replace('.', '-')}-{words}",
        "kind": "narrative",
        "missing": title[:400],
    }
