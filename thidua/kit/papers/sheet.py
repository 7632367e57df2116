"""A paper as HTML: A4 sheets in the words and order of the print. The page needs ui/paper.css and papers/sheet.css."""

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from django.contrib.staticfiles import finders
from django.template.loader import render_to_string
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from thidua.kit.papers.blocks import Block, Gap, Heading, Item, Paper, Span, Table, Text, clean, spans
from thidua.kit.papers.form import words

_STYLES = ("ui/tokens.css", "ui/paper.css", "papers/sheet.css")
Links = Callable[[str], Mapping[str, str] | None]


def to_html(
    paper: Paper, *, links: Links | None = None, slots: Mapping[str, SafeString] | None = None
) -> SafeString:
    """The sheets. `links(ref)` gives the attributes of the link that a figure becomes (`href`, `hx-get` …), or None.

    `slots` puts HTML of the app in place of the blocks with these keys: a gap with its buttons, a field to write in.
    """
    return render_to_string("papers/sheet.html", page_context(paper, links=links, slots=slots))


def to_page(paper: Paper, *, links: Links | None = None) -> str:
    """A file of its own, with its style inside: to send, to open without the system."""
    return format_html(
        '<!doctype html>\n<html lang="vi">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        "<title>{}</title>\n<style>{}</style>\n</head>\n<body>{}</body>\n</html>\n",
        paper.title,
        _style(),
        to_html(paper, links=links),
    )


@cache
def _style() -> SafeString:
    found = (str(finders.find(name)) for name in _STYLES)
    return SafeString(
        "\n".join((*(Path(name).read_text(encoding="utf-8") for name in found), "body { margin: 0; }"))
    )


def page_context(
    paper: Paper, *, links: Links | None = None, slots: Mapping[str, SafeString] | None = None
) -> dict[str, Any]:
    """What the sheet is drawn from, for an app that draws it with a template of its own."""
    link, put = links or (lambda ref: None), slots or {}
    head, signature = paper.letterhead, paper.signature
    return {
        "paper": paper,
        "parent": clean(head.parent).upper(),
        "issuer": clean(head.issuer).upper(),
        "nation": words("nation.text"),
        "motto": words("motto.text"),
        "number": head.number_line,
        "place": head.place_line,
        "kind": clean(paper.kind).upper(),
        "abstract": clean(paper.abstract).split("\n"),
        "about": "" if paper.kind else f"{words('letter.prefix')} {clean(paper.abstract)}",
        "to_label": words("to.label"),
        "to": paper.to_lines,
        "blocks": _blocks(paper.body, link, put),
        "recipients_label": words("recipients.label"),
        "recipients": paper.recipient_lines,
        "sign": signature.lines if signature else (),
        "signer": clean(signature.name) if signature else "",
        "annexes": [
            {
                "label": annex.label,
                "title": clean(annex.title).upper(),
                "reference": f"({clean(annex.reference)})" if annex.reference else "",
                "landscape": annex.landscape,
                "blocks": _blocks(tuple(annex.blocks), link, put),
            }
            for annex in paper.annexes
        ],
    }


def _blocks(blocks: Sequence[Block], link: Links, slots: Mapping[str, SafeString]) -> list[dict[str, Any]]:
    return [_block(block, link, slots.get(block.key) if block.key else None) for block in blocks]


def _block(block: Block, link: Links, slot: SafeString | None) -> dict[str, Any]:
    drawn: dict[str, Any] = {"kind": type(block).__name__.lower(), "key": block.key, "slot": slot}
    match block:
        case Heading():
            # The page above the sheet has the first level of headings.
            drawn |= {"tag": f"h{block.level + 2}", "level": block.level}
            drawn["text"] = _text((Span(block.label), *block.words), link)
        case Item():
            drawn["text"] = _text((Span(f"{block.mark} "), *spans(block.text)), link)
        case Gap():
            drawn["text"] = _text(block.text, link)
        case Table():
            rows = [
                (
                    key,
                    [
                        (column.align, _text(cell, link))
                        for column, cell in zip(block.columns, row, strict=True)
                    ],
                )
                for key, row in zip(block.row_keys or [""] * len(block.rows), block.rows, strict=True)
            ]
            drawn |= {
                "title": clean(block.title),
                "columns": block.columns,
                "rows": rows,
                "total": block.total,
            }
        case _:
            drawn["text"] = _text(block.text, link)
    return drawn


def _text(text: Text, link: Links) -> SafeString:
    return format_html_join("", "{}", ((_span(span, link),) for span in spans(text)))


def _span(span: Span, link: Links) -> SafeString:
    lines = format_html_join(mark_safe("<br>"), "{}", ((line,) for line in span.text.split("\n")))
    attributes = link(span.ref) if span.ref else None
    if attributes:
        written = format_html_join("", ' {}="{}"', attributes.items())
        lines = format_html('<a class="td-sheet-figure"{}>{}</a>', written, lines)
    if span.bold:
        lines = format_html("<strong>{}</strong>", lines)
    return format_html("<em>{}</em>", lines) if span.italic else lines
