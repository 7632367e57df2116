"""A report as JSON: what freezing keeps, and what `thidua report --format json` prints.

    {"format": "thidua.report", "version": 1, "outline": …, "period": {"label", "since", "until"}, "at": …,
     "opening": [block], "sections": [{"key", "number", "level", "title", "state", "blocks": [block]}], …}

    block   {"key", "kind", "state", "lead": [piece], "items": [item], "figures": [figure], "text", "missing",
             "supplier", "module", "nil": record or null, "words", "left_out": [item]}
    item    {"key", "text", "pieces": [piece], "records": [record]}
    figure  {"key", "text", "label", "words", "numbers", "records": [record]}
    piece   {"text", "ref"}      record  {"key", "label", "url", "detail"}

Every key is always there. Dates are ISO; `until` is the first day that no longer belongs to the period. A section's
`state` and an item's `text` are for who reads the file; they follow from the rest.
"""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any, get_args

from thidua.kit.refused import Refused
from thidua.outlook.reports.built.parts import Block, Built, Figure, Item, Piece, Ref, Section, State

FORMAT = "thidua.report"
VERSION = 1
"""Raised with every change of the shape; what an older one kept is not guessed at."""

_MEND = "Mở lại số liệu của báo cáo rồi chốt lần nữa, hoặc xuất lại tệp từ báo cáo."


def to_json(built: Built) -> dict[str, Any]:
    return {
        "format": FORMAT,
        "version": VERSION,
        "outline": built.outline,
        "title": built.title,
        "abstract": built.abstract,
        "agency": built.agency,
        "parent": built.parent,
        "symbol": built.symbol,
        "place": built.place,
        "period": {
            "label": built.period,
            "since": built.since.isoformat(),
            "until": built.until.isoformat(),
        },
        "at": built.at.isoformat(),
        "opening": [_block(block) for block in built.opening],
        "sections": [
            {
                "key": section.key,
                "number": section.number,
                "level": section.level,
                "title": section.title,
                "state": section.state,
                "blocks": [_block(block) for block in section.blocks],
            }
            for section in built.sections
        ],
        "closing": built.closing,
        "recipients": list(built.recipients),
    }


def _block(block: Block) -> dict[str, Any]:
    return {
        "key": block.key,
        "kind": block.kind,
        "state": block.state,
        "lead": _pieces(block.lead),
        "items": [_item(item) for item in block.items],
        "figures": [
            {
                "key": figure.key,
                "text": figure.text,
                "label": figure.label,
                "words": figure.words,
                "numbers": list(figure.numbers),
                "records": _records(figure.refs),
            }
            for figure in block.figures
        ],
        "text": block.text,
        "missing": block.missing,
        "supplier": block.supplier,
        "module": block.module,
        "nil": None if block.nil is None else _records((block.nil,))[0],
        "words": block.words,
        "left_out": [_item(item) for item in block.left_out],
    }


def _item(item: Item) -> dict[str, Any]:
    return {
        "key": item.key,
        "text": item.plain,
        "pieces": _pieces(item.text),
        "records": _records(item.refs),
    }


def _pieces(pieces: Sequence[Piece]) -> list[dict[str, str]]:
    return [{"text": piece.text, "ref": piece.ref} for piece in pieces]


def _records(refs: Sequence[Ref]) -> list[dict[str, str]]:
    return [{"key": ref.key, "label": ref.label, "url": ref.url, "detail": ref.detail} for ref in refs]


def from_json(data: Mapping[str, Any]) -> Built:
    """The report that `to_json` kept; Refused where it is of another version or not whole."""
    if not isinstance(data, Mapping) or data.get("format") != FORMAT:
        raise Refused(f"Đây không phải là số liệu báo cáo do Thidua lưu. {_MEND}")
    version = data.get("version")
    if version != VERSION:
        raise Refused(
            f"Số liệu được lưu theo phiên bản {version}, ở đây chỉ đọc phiên bản {VERSION}. {_MEND}"
        )
    try:
        return _built(data)
    except KeyError as missing:
        raise Refused(f"Số liệu đã lưu thiếu mục {missing}. {_MEND}") from None
    except (TypeError, ValueError, AttributeError) as fault:
        raise Refused(f"Số liệu đã lưu không đọc được ({fault}). {_MEND}") from None


def _built(data: Mapping[str, Any]) -> Built:
    period = data["period"]
    return Built(
        outline=data["outline"],
        title=data["title"],
        abstract=data["abstract"],
        agency=data["agency"],
        parent=data["parent"],
        symbol=data["symbol"],
        place=data["place"],
        period=period["label"],
        since=date.fromisoformat(period["since"]),
        until=date.fromisoformat(period["until"]),
        at=datetime.fromisoformat(data["at"]),
        opening=tuple(_block_of(each) for each in data["opening"]),
        sections=tuple(
            Section(
                key=each["key"],
                number=each["number"],
                level=each["level"],
                title=each["title"],
                blocks=tuple(_block_of(block) for block in each["blocks"]),
            )
            for each in data["sections"]
        ),
        closing=data["closing"],
        recipients=tuple(data["recipients"]),
    )


def _block_of(data: Mapping[str, Any]) -> Block:
    if data["state"] not in get_args(State):
        raise ValueError(data["state"])
    return Block(
        key=data["key"],
        kind=data["kind"],
        state=data["state"],
        lead=_pieces_of(data["lead"]),
        items=tuple(_item_of(each) for each in data["items"]),
        figures=tuple(
            Figure(
                key=each["key"],
                text=each["text"],
                label=each["label"],
                words=each["words"],
                numbers=tuple(each["numbers"]),
                refs=_refs_of(each["records"]),
            )
            for each in data["figures"]
        ),
        text=data["text"],
        missing=data["missing"],
        supplier=data["supplier"],
        module=data["module"],
        nil=None if data["nil"] is None else _refs_of([data["nil"]])[0],
        words=data["words"],
        left_out=tuple(_item_of(each) for each in data["left_out"]),
    )


def _item_of(data: Mapping[str, Any]) -> Item:
    return Item(data["key"], _pieces_of(data["pieces"]), _refs_of(data["records"]))


def _pieces_of(data: Sequence[Mapping[str, str]]) -> tuple[Piece, ...]:
    return tuple(Piece(each["text"], each["ref"]) for each in data)


def _refs_of(data: Sequence[Mapping[str, str]]) -> tuple[Ref, ...]:
    return tuple(Ref(each["key"], each["label"], each["url"], each["detail"]) for each in data)
