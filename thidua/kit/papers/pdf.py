"""A paper as PDF: its structure as data for official.typ."""

from datetime import datetime
from pathlib import Path
from typing import Any

from thidua.kit.papers import form
from thidua.kit.papers.blocks import Annex, Block, Gap, Heading, Item, Paper, Span, Table, Text, clean, spans
from thidua.kit.papers.typesetting import render_pdf

TEMPLATE = Path(__file__).parent / "official.typ"
HEAD_SHARE = 40
"""Per cent of the width for the agency, left of the national title."""


def to_pdf(paper: Paper, *, at: datetime | None = None, timeout: float | None = None) -> bytes:
    """The file, PDF/A-2a in Tinos. The same paper and the same `at` give the same bytes."""
    return render_pdf(TEMPLATE, data(paper), at=at, timeout=timeout)


def data(paper: Paper) -> dict[str, Any]:
    """What official.typ reads."""
    head, signature = paper.letterhead, paper.signature
    abstract = clean(paper.abstract)
    return {
        "form": {
            name: {key: _used(value) for key, value in entry.items()}
            for name, entry in form.entries().items()
        },
        "title": " ".join(paper.title.split()),
        "author": clean(head.issuer),
        "head": {
            "left": HEAD_SHARE,
            "parent": clean(head.parent).upper(),
            "issuer": clean(head.issuer).upper(),
            "number": head.number_line,
            "about": "" if paper.kind else f"{form.words('letter.prefix')} {abstract}",
            "place": head.place_line,
        },
        "title-kind": clean(paper.kind).upper(),
        "abstract": abstract,
        "abstract-line": abstract.split("\n")[-1],
        "to": paper.to_lines,
        "blocks": [_block(block) for block in paper.body],
        "recipients": paper.recipient_lines,
        "sign": signature.lines if signature else (),
        "name": clean(signature.name) if signature else "",
        "annexes": [_annex(annex) for annex in paper.annexes],
    }


def _used(value: Any) -> Any:
    return value["use"] if isinstance(value, dict) else value


def _annex(annex: Annex) -> dict[str, Any]:
    return {
        "label": annex.label,
        "title": clean(annex.title).upper(),
        "reference": f"({clean(annex.reference)})" if annex.reference else "",
        "landscape": annex.landscape,
        "blocks": [_block(block) for block in annex.blocks],
    }


def _block(block: Block) -> dict[str, Any]:
    kind = type(block).__name__.lower()
    match block:
        case Table():
            columns = [{"title": clean(c.title), "share": c.share, "align": c.align} for c in block.columns]
            rows = [[_spans(cell) for cell in row] for row in block.rows]
            return {
                "kind": kind,
                "title": clean(block.title),
                "columns": columns,
                "rows": rows,
                "total": block.total,
                "whole": block.is_small,
            }
        case Heading():
            return {"kind": kind, "level": block.level, "spans": _spans((Span(block.label), *block.words))}
        case Item():
            return {"kind": kind, "spans": _spans((Span(f"{block.mark} "), *spans(block.text)))}
        case Gap():
            return {"kind": kind, "spans": _spans((Span("["), *spans(block.text), Span("]")))}
    return {"kind": kind, "spans": _spans(block.text)}


def _spans(text: Text) -> list[dict[str, Any]]:
    return [{"t": span.text, "b": span.bold, "i": span.italic} for span in spans(text)]
