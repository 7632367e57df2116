"""Outlines as files and rows: read, checked, found by their key."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any, get_args

import yaml

from thidua.outlook.reports.figures import QUERIES
from thidua.outlook.reports.outline import BlockKind, BlockSpec, Outline, SectionSpec, Window
from thidua.vn.periods import Kind as PeriodKind

_FOLDER = Path(__file__).parent
_WORDS = frozenset({"count", "period", "next", "year", "last_year", "body"})
_PLACES = re.compile(r"\{(\w*)\}")
_BLOCK = frozenset(BlockSpec.__dataclass_fields__) - {"is_optional"} | {"optional"}
_SECTION = frozenset({"number", "title", "blocks", "sections"})
_OUTLINE = frozenset({"key", "name", "abstract", "periods", "opening", "sections", "closing", "recipients"})


class OutlineError(ValueError):
    """An outline that cannot be used; says where and how to mend it, in Vietnamese."""


@lru_cache(maxsize=1)
def shipped() -> tuple[Outline, ...]:
    """The outlines that come with the house, in order of their files. In place of a block a file may name one that stands
    in another: "superiors", or {like: awards, window: period} for the same with other fields."""
    files = {
        path.name: yaml.safe_load(path.read_text(encoding="utf-8")) for path in sorted(_FOLDER.glob("*.yaml"))
    }
    blocks = {row["key"]: row for data in files.values() for row in _rows(data) if "key" in row}
    found = tuple(load(_lent(data, blocks, name), name=name) for name, data in files.items())
    keys = [outline.key for outline in found]
    if len(set(keys)) < len(keys):
        raise OutlineError(f"Hai đề cương đi kèm cùng khóa: {', '.join(sorted(keys))}.")
    return found


def _rows(node: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    """Blocks written out in a file."""
    yield from (
        row for row in (*node.get("opening", ()), *node.get("blocks", ())) if isinstance(row, Mapping)
    )
    for section in node.get("sections", ()):
        yield from _rows(section)


def _lent(node: Mapping[str, Any], blocks: Mapping[str, Mapping[str, Any]], name: str) -> dict[str, Any]:
    def block(row: Any) -> Any:
        like = row if isinstance(row, str) else row.get("like")
        if like is None:
            return row
        if like not in blocks:
            raise OutlineError(f"Đề cương {name}: không đề cương nào có khối {like}.")
        return {
            **blocks[like],
            **({} if isinstance(row, str) else {key: row[key] for key in row if key != "like"}),
        }

    lent = dict(node)
    for part in ("opening", "blocks"):
        if part in node:
            lent[part] = [block(row) for row in node[part]]
    if "sections" in node:
        lent["sections"] = [_lent(section, blocks, name) for section in node["sections"]]
    return lent


def find(key: str, own: Mapping[str, Any] | None = None) -> Outline:
    """A shipped outline, or the content of a body's own one; KeyError where there is none."""
    if own is not None:
        return load({**own, "key": key}, name=str(own.get("name") or key))
    return {outline.key: outline for outline in shipped()}[key]


def load(data: Mapping[str, Any], *, name: str) -> Outline:
    """An outline from its file or row. OutlineError tells the place of the first fault."""
    check = _Check(name)
    check.keys(data, _OUTLINE, "đề cương", needed=("key", "name", "abstract", "periods", "sections"))
    for period in data["periods"]:
        check.one_of(period, get_args(PeriodKind), "periods")
    check.places(str(data["abstract"]), "abstract", _WORDS)
    return Outline(
        key=str(data["key"]),
        name=str(data["name"]),
        abstract=str(data["abstract"]),
        periods=tuple(data["periods"]),
        sections=_sections(data["sections"], check, ""),
        opening=_blocks(data.get("opening"), check, "phần mở đầu"),
        closing=str(data.get("closing") or ""),
        recipients=tuple(str(each) for each in data.get("recipients") or ()),
    )


def _sections(rows: Any, check: "_Check", above: str) -> tuple[SectionSpec, ...]:
    found: list[SectionSpec] = []
    for row in check.rows(rows, f"mục con của {above}" if above else "sections"):
        check.keys(row, _SECTION, f"mục con của {above or 'đề cương'}", needed=("number", "title"))
        number = str(row["number"])
        where = f"mục {number}"
        if number in [section.number for section in found]:
            check.fail(where, "hai mục cùng số")
        found.append(
            SectionSpec(
                number=number,
                title=str(row["title"]),
                blocks=_blocks(row.get("blocks"), check, where),
                sections=_sections(row.get("sections") or (), check, where),
            )
        )
    return tuple(found)


def _blocks(rows: Any, check: "_Check", where: str) -> tuple[BlockSpec, ...]:
    return tuple(_block(row, check, where) for row in check.rows(rows or (), where))


def _block(row: Mapping[str, Any], check: "_Check", where: str) -> BlockSpec:
    check.keys(row, _BLOCK, where, needed=("key", "kind"))
    key = str(row["key"])
    at = f"{where}, khối {key}"
    check.once(key, at)
    check.one_of(row["kind"], get_args(BlockKind), at)
    check.one_of(row.get("window", "period"), get_args(Window), at)
    told = {name: value for name, value in row.items() if name != "optional"}
    spec = BlockSpec(**told, is_optional=bool(row.get("optional")))
    check.query(spec, at)
    return spec


class _Check:
    """Says no with the place."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.known: set[str] = set()

    def fail(self, where: str, why: str) -> None:
        raise OutlineError(f"Đề cương {self.name}, {where}: {why}.")

    def rows(self, value: Any, where: str) -> Sequence[Mapping[str, Any]]:
        if not isinstance(value, list | tuple) or not all(isinstance(row, Mapping) for row in value):
            self.fail(where, "cần một danh sách")
        return value  # type: ignore[no-any-return]

    def keys(self, row: Any, known: Iterable[str], where: str, *, needed: Sequence[str]) -> None:
        if not isinstance(row, Mapping):
            self.fail(where, "cần các cặp tên: giá trị")
        unknown = sorted(str(key) for key in set(row) - set(known))
        if unknown:
            self.fail(where, f"không có thuộc tính {', '.join(unknown)}")
        missing = [key for key in needed if not row.get(key)]
        if missing:
            self.fail(where, f"thiếu {', '.join(missing)}")

    def one_of(self, value: Any, known: Iterable[Any], where: str) -> None:
        known = list(known)
        if value not in known:
            self.fail(where, f"không hiểu “{value}”; chọn trong {', '.join(map(str, sorted(known)))}")

    def once(self, key: str, where: str) -> None:
        if key in self.known:
            self.fail(where, "khóa đã dùng cho khối khác")
        self.known.add(key)

    def places(self, text: str, where: str, known: Iterable[str]) -> None:
        for place in _PLACES.findall(text):
            if place not in set(known):
                self.fail(where, f"câu dẫn dùng {{{place}}} mà khối không cho số liệu đó")

    def query(self, spec: BlockSpec, where: str) -> None:
        if spec.kind == "narrative" or (spec.module and not spec.query):
            self.places(spec.lead + spec.one, where, _WORDS)
            return
        query = QUERIES.get(spec.query)
        if query is None:
            self.fail(where, f"không có truy vấn “{spec.query}”; chọn trong {', '.join(sorted(QUERIES))}")
            return
        unknown = sorted(set(spec.params) - query.params)
        if unknown:
            self.fail(where, f"truy vấn {spec.query} không nhận tham số {', '.join(unknown)}")
        for name, values in query.choices.items():
            given = spec.params.get(name, ())
            for value in (given,) if isinstance(given, str) else given:
                self.one_of(value, values, f"{where}, tham số {name}")
        self.places(spec.lead + spec.one, where, _WORDS | query.gives)
