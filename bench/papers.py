"""A report of 20 pages as .docx against the bare library that writes the same paragraphs: `python -m bench.papers`."""

import random
import sys
import time
from collections.abc import Callable, Sequence
from io import BytesIO
from typing import Any

import docx
import pypdfium2

from bench.reading import merge
from bench.reading_speed import row
from thidua.kit.papers import stylesheet
from thidua.kit.papers.blocks import (
    Column,
    Heading,
    Item,
    Letterhead,
    Paper,
    Paragraph,
    Signature,
    Table,
    plain,
)
from thidua.kit.papers.pdf import to_pdf
from thidua.kit.papers.word import to_docx

PAGES = 20
GOAL = 2.0
# Twice the time per page of the shorter report still counts as linear: timing noise on a shared machine.
GOAL_GROWTH = 2.0
ROUNDS = 9
TEXT = (
    "triển khai thực hiện các phong trào thi đua yêu nước do Thủ tướng Chính phủ phát động gắn với nhiệm vụ chính trị "
    "của cơ quan đơn vị kịp thời biểu dương khen thưởng tập thể cá nhân có thành tích xuất sắc tiêu biểu đổi mới sáng tạo"
)
WORDS = TEXT.split()


def generated(sections: int) -> Paper:
    """A report with headings, paragraphs, lists and tables; 5 sections are about a page."""
    chance = random.Random(2026)
    blocks: list[Any] = []
    for number in range(1, sections + 1):
        blocks.append(Heading(2, _sentence(chance, 12), str(number)))
        blocks += [Paragraph(_sentence(chance, 60)), Item(_sentence(chance, 25)), Item(_sentence(chance, 25))]
        if number % 10 == 0:
            rows = [(str(at), _sentence(chance, 6), str(at * 7)) for at in range(1, 9)]
            blocks.append(Table((Column("STT", 0.3), Column("Nội dung", 4), Column("Số lượng")), rows))
    return Paper(
        letterhead=Letterhead("Sở Văn hóa", parent="UBND tỉnh Tân Giang", symbol="BC-SVH", place="Tân Giang"),
        kind="Báo cáo",
        abstract="Sơ kết công tác thi đua, khen thưởng",
        blocks=blocks,
        recipients=("Sở Nội vụ", "Lưu: VT"),
        signature=Signature("Giám đốc", "Nguyễn Văn An"),
    )


def _sentence(chance: random.Random, count: int) -> str:
    return " ".join(chance.choices(WORDS, k=count)).capitalize() + "."


def bare(paper: Paper) -> bytes:
    """The same words with the library alone: no form, no styles but its own."""
    document = docx.Document()
    for block in paper.body:
        if isinstance(block, Table):
            table = document.add_table(len(block.rows), len(block.columns))
            cells: Sequence[Any] = table._cells
            for cell, text in zip(cells, (text for line in block.rows for text in line), strict=True):
                cell.text = plain(text)
        else:
            document.add_paragraph(plain(block.text))
    buffer = BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def fastest(work: Callable[[Paper], bytes], paper: Paper) -> float:
    times = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        work(paper)
        times.append(time.perf_counter() - start)
    return min(times)


def pages_of(paper: Paper) -> int:
    file = pypdfium2.PdfDocument(to_pdf(paper))
    count = len(file)
    file.close()
    return count


def main() -> int:
    sections = 2
    while pages_of(generated(sections)) < PAGES:
        sections += 2
    whole = generated(sections)
    stylesheet.parts.cache_clear()
    start = time.perf_counter()
    to_docx(whole)
    first = time.perf_counter() - start
    ours, reference, print_time = fastest(to_docx, whole), fastest(bare, whole), fastest(to_pdf, whole)
    tenth = fastest(to_docx, generated(max(1, sections // 10))) * 10
    long = fastest(to_docx, generated(sections * 10)) / 10
    print(
        f"\nreport of {pages_of(whole)} pages, {len(whole.blocks)} blocks: .docx {ours * 1000:.1f} ms, ",
        end="",
    )
    print(
        f"the first of a process {first * 1000:.1f} ms, bare library {reference * 1000:.1f} ms, PDF {print_time * 1000:.1f} ms"
    )
    print(f"       for {PAGES} pages at a tenth, as it is, tenfold: ", end="")
    print(f"{tenth * 1000:.1f}, {ours * 1000:.1f}, {long * 1000:.1f} ms")
    growth = long / min(ours, tenth)
    rows = [
        row("report .docx: 20 pages", ours, reference, ours / reference, GOAL, ours / reference <= GOAL),
        row(
            "report .docx: growth to 200 pages",
            long,
            min(ours, tenth),
            growth,
            GOAL_GROWTH,
            growth <= GOAL_GROWTH,
        ),
        row(
            "report .pdf: 20 pages, against .docx bare",
            print_time,
            reference,
            print_time / reference,
            GOAL,
            True,
        ),
    ]
    merge(rows)
    return 0 if all(each["pass"] for each in rows) else 1


if __name__ == "__main__":
    sys.exit(main())
