"""Writes the demo's notice as the .docx that an office would send: two-column head, title, paragraphs, signature."""

import io
import re
from collections.abc import Callable
from datetime import date
from typing import Any

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.text.paragraph import Paragraph

from thidua.vn.dates import long_date

DAY = re.compile(r"\{on:([+-]\d+)\}")
MOTTO = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")


def written(row: dict[str, Any], day: Callable[[int], date]) -> bytes:
    """The .docx file; `{on:-3}` in its text becomes that day, printed the long way."""

    def said(text: str) -> str:
        return DAY.sub(lambda found: long_date(day(int(found[1]))), text)

    document = Document()
    _columns(document, row["agency"], [*MOTTO, said(row["place"])])
    for line in (row["type"], *row["title"]):
        _centred(document.add_paragraph(), said(line), bold=True)
    for line in row["paragraphs"]:
        document.add_paragraph(said(line))
    _columns(document, ["Nơi nhận:", *(f"- {name};" for name in row["recipients"])], row["signature"])
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def _columns(document: Any, left: list[str], right: list[str]) -> None:
    cells = document.add_table(rows=1, cols=2).rows[0].cells
    for cell, lines in zip(cells, (left, right), strict=True):
        cell.paragraphs[0].text = lines[0]
        for line in lines[1:]:
            cell.add_paragraph(line)


def _centred(paragraph: Paragraph, text: str, *, bold: bool) -> None:
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    paragraph.add_run(text).bold = bold
