"""A paper as plain text: the head line by line, tables with bars, the signature last."""

from collections.abc import Iterator, Sequence

from thidua.kit.papers.blocks import Annex, Block, Gap, Heading, Item, Paper, Table, Text, clean, plain
from thidua.kit.papers.form import words

_STOPS = (".", ";", ":", ",")


def to_text(paper: Paper) -> str:
    """Lines parted by a line feed, NFC; an empty line between the parts."""
    parts = [_head(paper), _title(paper), list(_blocks(paper.body)), _foot(paper)]
    parts += [_annex(annex) for annex in paper.annexes]
    return "\n\n".join("\n".join(part) for part in parts if part) + "\n"


def _head(paper: Paper) -> list[str]:
    head = paper.letterhead
    lines = [clean(head.parent).upper(), clean(head.issuer).upper()]
    about = "" if paper.kind or not paper.abstract else f"{words('letter.prefix')} {clean(paper.abstract)}"
    lines += [words("nation.text"), words("motto.text"), head.number_line, about, head.place_line]
    return [line for line in lines if line]


def _title(paper: Paper) -> list[str]:
    lines = [clean(paper.kind).upper(), clean(paper.abstract)] if paper.kind else []
    label = words("to.label")
    lines += (
        [f"{label} {paper.to_lines[0]}"]
        if len(paper.to) == 1
        else [label, *paper.to_lines]
        if paper.to
        else []
    )
    return [line for line in lines if line]


def _blocks(blocks: Sequence[Block]) -> Iterator[str]:
    for block in blocks:
        match block:
            case Heading():
                yield block.label + plain(block.words)
            case Item():
                yield f"{block.mark} {plain(block.text)}"
            case Gap():
                yield f"[{plain(block.text)}]"
            case Table():
                yield from _table(block)
            case _:
                yield plain(block.text)


def _table(table: Table) -> Iterator[str]:
    if table.title:
        yield clean(table.title)
    yield " | ".join(clean(column.title) for column in table.columns)
    for row in table.rows:
        yield " | ".join(map(_cell, row))


def _cell(text: Text) -> str:
    """Its lines one behind the other."""
    lines = [" ".join(line.split()) for line in plain(text).split("\n") if line.strip()]
    return " ".join(
        line if line.endswith(_STOPS) or at == len(lines) else f"{line};"
        for at, line in enumerate(lines, start=1)
    )


def _foot(paper: Paper) -> list[str]:
    signature = paper.signature
    receivers = [words("recipients.label"), *paper.recipient_lines] if paper.recipients else []
    signs = [*signature.lines, clean(signature.name)] if signature else []
    return [line for line in (*receivers, *signs) if line]


def _annex(annex: Annex) -> list[str]:
    reference = f"({clean(annex.reference)})" if annex.reference else ""
    lines = (annex.label, clean(annex.title).upper(), reference, *_blocks(tuple(annex.blocks)))
    return [line for line in lines if line]
