"""A paper as .docx: the body is written straight as WordprocessingML, everything constant comes from the stylesheet."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from io import BytesIO
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from thidua.kit.papers import stylesheet
from thidua.kit.papers.blocks import (
    Annex,
    Basis,
    Block,
    Gap,
    Heading,
    Item,
    Paper,
    Paragraph,
    Span,
    Table,
    Text,
    clean,
    spans,
)
from thidua.kit.papers.form import measure, points, text_width, twips, words
from thidua.kit.papers.metrics import width

_NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
_HEAD_SHARE, _SIGN_SHARE = 0.4, 0.5
_EPOCH = datetime(2000, 1, 1, tzinfo=UTC)


def to_docx(paper: Paper, *, at: datetime | None = None) -> bytes:
    """The file. The same paper and the same `at` give the same bytes."""
    body = "".join(
        (
            *_head(paper),
            *_blocks(paper.body, text_width()),
            *_foot(paper),
            *_annexes(paper.annexes),
        )
    )
    document = (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
        f"<w:document {_NAMESPACES}><w:body>{body}{_section(bool(paper.annexes) and paper.annexes[-1].landscape)}"
        "</w:body></w:document>"
    )
    moment = (at or _EPOCH).astimezone(UTC)
    changed = {
        stylesheet.DOCUMENT: document.encode(),
        stylesheet.PROPERTIES: _properties(paper, moment).encode(),
    }
    buffer = BytesIO()
    with ZipFile(buffer, "w", ZIP_DEFLATED) as file:
        for name, data in (stylesheet.parts() | changed).items():
            entry = ZipInfo(name, (2000, 1, 1, 0, 0, 0))
            entry.compress_type, entry.external_attr = ZIP_DEFLATED, 0o600 << 16
            file.writestr(entry, data)
    return buffer.getvalue()


def _head(paper: Paper) -> Iterator[str]:
    head, total = paper.letterhead, text_width()
    left, right = total * _HEAD_SHARE, total * (1 - _HEAD_SHARE)
    issuer, parent = clean(head.issuer).upper(), clean(head.parent).upper()
    motto = words("motto.text")
    agency = [_p("TdParent", parent)] if parent else []
    agency += [_p("TdIssuer", issuer), _rule(left, _share(issuer, "agency.size", left, "agency.rule"))]
    nation = [_p("TdNation", words("nation.text")), _p("TdMotto", motto)]
    nation.append(_rule(right, width(motto, measure("motto.size"), bold=True)))
    number = [_p("TdNumber", head.number_line)]
    if not paper.kind and paper.abstract:
        number.append(_p("TdAbout", f"{words('letter.prefix')} {clean(paper.abstract)}"))
    yield _plain_table(
        (left, right), (("".join(agency), "".join(nation)), ("".join(number), _p("TdPlace", head.place_line)))
    )
    if paper.kind:
        yield _p("TdKind", clean(paper.kind).upper())
        yield _p("TdAbstract", clean(paper.abstract))
        line = clean(paper.abstract).split("\n")[-1] or clean(paper.kind).upper()
        yield _rule(total, _share(line, "title.abstract_size", total, "title.rule"), after=12)
    yield from _to(paper)


def _to(paper: Paper) -> Iterator[str]:
    if len(paper.to) == 1:
        yield _p("TdTo", f"{words('to.label')} {paper.to_lines[0]}")
    elif paper.to:
        inset = text_width() * 0.25
        yield _p(
            "TdTo",
            words("to.label"),
            f'<w:spacing w:before="360" w:after="60"/>{_indent(inset, 0)}{_jc("left")}',
        )
        for line in paper.to_lines:
            yield _p("TdToLine", line, _indent(inset + 10, 0))
        yield _rule(text_width(), 0, after=6)


def _share(line: str, size: str, limit: float, share: str) -> float:
    """Points of a rule below a line that may break at `limit` mm."""
    return min(width(line, measure(size), bold=True), points(limit)) * measure(share)


def _rule(within: float, length: float, after: float = 0) -> str:
    """A horizontal rule in the middle of `within` mm, as a border of an empty line."""
    inset = max(0, round((points(within) - length) * 10))
    border = (
        '<w:pBdr><w:top w:val="single" w:sz="6" w:space="1" w:color="000000"/></w:pBdr>' if length else ""
    )
    spacing = f'<w:spacing w:before="60" w:after="{round(after * 20)}"/>'
    return _p("TdRule", "", f'{border}{spacing}<w:ind w:left="{inset}" w:right="{inset}" w:firstLine="0"/>')


def _blocks(blocks: Sequence[Block], within: float) -> Iterator[str]:
    last = len(blocks) - 1
    for at, block in enumerate(blocks):
        # The last lines stay with the signature, a heading with what follows it (that is its style's).
        keep = "<w:keepNext/>" if at == last else ""
        match block:
            case Heading():
                yield _p(stylesheet.HEADINGS[block.level - 1], (Span(block.label), *block.words))
            case Paragraph():
                yield _p("", block.text, keep)
            case Item():
                yield _p("", (Span(f"{block.mark} "), *spans(block.text)), keep)
            case Basis():
                yield _p("TdBasis", block.text, keep)
            case Gap():
                yield _p("TdGap", (Span("["), *spans(block.text), Span("]")), keep)
            case Table():
                yield from _table(block, within)


def _table(table: Table, within: float) -> Iterator[str]:
    if table.title:
        yield _p("TdTableTitle", clean(table.title), "<w:keepNext/>")
    total = sum(column.share for column in table.columns)
    widths = [twips(within * column.share / total) for column in table.columns]
    head = [_p("TdTableHead", clean(column.title), "<w:keepNext/>") for column in table.columns]
    rows = [_row(widths, head, "<w:tblHeader/>")]
    layout = [_jc(column.align) for column in table.columns]
    for at, row in enumerate(table.rows, start=1):
        bold = table.total and at == len(table.rows)
        keep = "<w:keepNext/>" if table.is_small and at < len(table.rows) else ""
        cells = [_p("TdTableText", text, keep + jc, bold=bold) for text, jc in zip(row, layout, strict=True)]
        rows.append(_row(widths, cells))
    borders = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    yield (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblBorders>{borders}</w:tblBorders>'
        '<w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="85" w:type="dxa"/><w:right w:w="85" w:type="dxa"/>'
        f"</w:tblCellMar></w:tblPr>{_grid(widths)}{''.join(rows)}</w:tbl>"
    )
    yield _rule(text_width(), 0, after=6)


def _plain_table(widths: tuple[float, ...], rows: Iterable[tuple[str, ...]]) -> str:
    """Columns without lines, for head and foot; `widths` in mm."""
    cut = [twips(each) for each in widths]
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(cut)}" w:type="dxa"/><w:tblLayout w:type="fixed"/><w:tblCellMar>'
        '<w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr>'
        f"{_grid(cut)}{''.join(_row(cut, row) for row in rows)}</w:tbl>"
    )


def _grid(widths: Sequence[int]) -> str:
    columns = "".join(f'<w:gridCol w:w="{each}"/>' for each in widths)
    return f"<w:tblGrid>{columns}</w:tblGrid>"


def _row(widths: Sequence[int], cells: Sequence[str], more: str = "") -> str:
    drawn = (
        f'<w:tc><w:tcPr><w:tcW w:w="{each}" w:type="dxa"/></w:tcPr>{cell}</w:tc>'
        for each, cell in zip(widths, cells, strict=True)
    )
    return f"<w:tr><w:trPr><w:cantSplit/>{more}</w:trPr>{''.join(drawn)}</w:tr>"


def _foot(paper: Paper) -> Iterator[str]:
    if not paper.recipients and paper.signature is None:
        return
    total = text_width()
    left, right = total * (1 - _SIGN_SHARE), total * _SIGN_SHARE
    receivers = []
    if paper.recipients:
        receivers = [_p("TdRecipientsLabel", words("recipients.label"))]
        receivers += [_p("TdRecipient", line) for line in paper.recipient_lines]
    signs = []
    if paper.signature is not None:
        signs = [_p("TdSign", line, "<w:keepNext/>") for line in paper.signature.lines]
        room = f'<w:keepNext/><w:spacing w:before="{twips(measure("sign.room"))}"/>'
        signs.append(_p("TdSignName", clean(paper.signature.name), room))
    empty = _p("TdRecipient", "")
    yield _rule(total, 0, after=4)
    yield _plain_table((left, right), [("".join(receivers) or empty, "".join(signs) or empty)])
    if not paper.annexes:
        yield _p("TdRule", "")  # Word wants a paragraph after a table at the end


def _annexes(annexes: Sequence[Annex]) -> Iterator[str]:
    landscape = False
    for annex in annexes:
        # A section's page is described in the paragraph that ends it.
        yield _p("TdRule", "", _section(landscape))
        landscape = annex.landscape
        yield _p("TdAnnexLabel", annex.label)
        yield _p("TdAnnexName", clean(annex.title).upper())
        if annex.reference:
            yield _p("TdReference", f"({clean(annex.reference)})")
        within = text_width(landscape=landscape)
        yield _rule(within, points(within) * 0.2, after=12)
        yield from _blocks(tuple(annex.blocks), within)


def _section(landscape: bool = False) -> str:
    """Page, margins, running head; numbers begin anew in each and do not show on its first page."""
    width_, height = twips(measure("page.width")), twips(measure("page.height"))
    if landscape:
        size = f'<w:pgSz w:w="{height}" w:h="{width_}" w:orient="landscape"/>'
    else:
        size = f'<w:pgSz w:w="{width_}" w:h="{height}"/>'
    margins = {side: twips(measure("page.margin_" + side)) for side in ("top", "right", "bottom", "left")}
    sides = " ".join(f'w:{side}="{margin}"' for side, margin in margins.items())
    edge = twips(measure("page_number.from_top"))
    return (
        f'<w:sectPr><w:headerReference w:type="default" r:id="{stylesheet.header_id()}"/><w:type w:val="nextPage"/>{size}'
        f'<w:pgMar {sides} w:header="{edge}" w:footer="{edge}" w:gutter="0"/><w:pgNumType w:start="1"/>'
        '<w:cols w:space="720"/><w:titlePg/></w:sectPr>'
    )


def _p(style: str, text: Text, layout: str = "", *, bold: bool = False) -> str:
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    properties = f"<w:pPr>{named}{layout}</w:pPr>" if named or layout else ""
    return f"<w:p>{properties}{''.join(_run(span, bold) for span in spans(text))}</w:p>"


def _run(span: Span, bold: bool) -> str:
    look = ("<w:b/>" if span.bold or bold else "") + ("<w:i/>" if span.italic else "")
    properties = f"<w:rPr>{look}</w:rPr>" if look else ""
    text = escape(span.text)
    if "\n" in text or "\t" in text:
        text = text.replace("\n", '</w:t><w:br/><w:t xml:space="preserve">')
        text = text.replace("\t", '</w:t><w:tab/><w:t xml:space="preserve">')
    return f'<w:r>{properties}<w:t xml:space="preserve">{text}</w:t></w:r>'


def _jc(value: str) -> str:
    return f'<w:jc w:val="{value}"/>'


def _indent(left: float, first: float) -> str:
    return f'<w:ind w:left="{twips(left)}" w:firstLine="{twips(first)}"/>'


def _properties(paper: Paper, at: datetime) -> str:
    moment = f"{at:%Y-%m-%dT%H:%M:%SZ}"
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{escape(' '.join(paper.title.split()))}</dc:title>"
        f"<dc:creator>{escape(clean(paper.letterhead.issuer))}</dc:creator><dc:language>vi-VN</dc:language>"
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{moment}</dcterms:created>'
        f'<dcterms:modified xsi:type="dcterms:W3CDTF">{moment}</dcterms:modified></cp:coreProperties>'
    )
