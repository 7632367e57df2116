"""A report as an official paper, in every form."""

import json
import os
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest
from docx import Document as Word

from thidua.kit.papers.blocks import Gap, Heading, Item, Paragraph, Signature, Table, plain, refs
from thidua.outlook.reports.built import Block, Figure, Piece, Ref, from_json
from thidua.outlook.reports.papers import KINDS, as_paper, file_of
from thidua.outlook.reports.tests.made import AT, ISSUED, PLAN, REPORT, TOLD, line, with_block

GOLDEN = Path(__file__).parent / "golden" / "bao_cao.txt"


def test_the_text_is_the_golden_one():
    text = file_of(REPORT, "text", at=AT).decode()
    if os.environ.get("THIDUA_GOLDEN"):
        GOLDEN.parent.mkdir(exist_ok=True)
        GOLDEN.write_text(text, encoding="utf-8")
    assert text == GOLDEN.read_text(encoding="utf-8")


@pytest.mark.parametrize("kind", KINDS)
def test_the_same_report_gives_the_same_bytes(kind):
    made = file_of(REPORT, kind, at=AT)
    assert made
    assert made == file_of(REPORT, kind, at=AT)


def test_every_form_says_the_same_words():
    said = "Sở tổ chức 01 cuộc triển khai, có 29/29 người dự, đạt tỷ lệ 100%."
    word = Word(BytesIO(file_of(REPORT, "docx", at=AT)))
    assert said in [paragraph.text for paragraph in word.paragraphs]
    pdf = pypdfium2.PdfDocument(file_of(REPORT, "pdf", at=AT))
    printed = " ".join(" ".join(page.get_textpage().get_text_range() for page in pdf).split())
    pdf.close()
    assert said in printed
    assert from_json(json.loads(file_of(REPORT, "json", at=AT))) == REPORT


def test_every_figure_of_the_text_leads_to_a_row_of_the_annex():
    paper = as_paper(REPORT)
    (table,) = (block for block in paper.annexes[0].blocks if isinstance(block, Table))
    rows = {key for key in table.row_keys if key}
    named = set(refs(paper.body))
    assert {"issued.count", "told.turnout", PLAN.key} <= named
    assert named - rows == {"register.Document:7"}, "the letter in the opening is a line of no list"
    page = file_of(REPORT, "html", at=AT).decode()
    assert 'href="#told.turnout"' in page
    assert '<tr id="told.turnout">' in page
    assert 'href="#register.Document:7"' not in page


def test_the_annex_names_the_records_and_how_they_were_read():
    text = file_of(REPORT, "text", at=AT).decode()
    assert "I.1.1 | 02 - Văn bản ban hành trong kỳ." in text
    assert "Kế hoạch số 30/KH-SVH ngày 22/3/2026 (đọc từ báo cáo)" in text
    assert as_paper(REPORT, annex=False).annexes == ()


def test_a_figure_of_many_records_goes_on_in_further_rows():
    many = tuple(Ref(f"register.Document:{n}", f"Văn bản {n}") for n in range(30))
    figure = Figure("told.count", "30", "Văn bản", "", many, (30,))
    paper = as_paper(with_block(replace(TOLD, figures=(figure,))))
    table = next(block for block in paper.annexes[0].blocks if isinstance(block, Table))
    cells = [plain(row[2]) for row in table.rows if plain(row[2]).startswith("Văn bản")]
    assert [len(cell.split("\n")) for cell in cells] == [12, 12, 6]
    assert table.row_keys.count("told.count") == 1


def test_one_line_alone_goes_on_in_the_sentence_that_leads_it_in():
    paper = as_paper(with_block(replace(ISSUED, items=ISSUED.items[:1])))
    (said,) = (block for block in paper.blocks if isinstance(block, Paragraph) and block.key == "issued")
    assert plain(said.text).endswith(
        "văn bản: Kế hoạch số 30/KH-SVH ngày 22/3/2026 phát động phong trào thi đua phát triển kinh tế - xã hội."
    )
    assert not any(isinstance(block, Item) and "30/KH-SVH" in plain(block.text) for block in paper.blocks)


def test_lines_end_with_semicolons_and_the_last_with_a_full_stop():
    items = (line(PLAN, " về thi đua."), line(PLAN, " về khen thưởng;"), line(PLAN, ""))
    said = [
        plain(block.text)
        for block in as_paper(with_block(replace(ISSUED, items=items))).blocks
        if isinstance(block, Item) and "30/KH-SVH" in plain(block.text)
    ]
    assert [text[-1] for text in said] == [";", ";", "."]
    assert not any(".;" in text for text in said)


def test_gaps_say_what_is_missing_and_who_can_supply_it():
    gaps = {block.key: plain(block.text) for block in as_paper(REPORT).blocks if isinstance(block, Gap)}
    assert gaps == {
        "inspection.gap": "Chưa có kế hoạch kiểm tra trong kỳ. Nơi có số liệu: Thanh tra Sở",
        "awards.gap": "Chưa có kết quả khen thưởng. Số liệu thuộc phần Khen thưởng, chưa có trong hệ thống",
        "weaknesses.open": "Chưa viết: Hạn chế",
    }


def test_what_was_skipped_or_is_empty_is_not_printed():
    keys = {block.key for block in as_paper(REPORT).blocks}
    assert not keys & {"plans", "others"}
    assert "III" in keys, "the superior's heading stays"


def test_headings_keep_the_numbers_of_the_outline_by_level():
    headings = [(block.level, block.label) for block in as_paper(REPORT).blocks if isinstance(block, Heading)]
    assert headings[:4] == [(1, "I. "), (2, "1. "), (3, "1.1. "), (3, "1.2. ")]


@pytest.mark.parametrize(
    ("agency", "parent", "head", "sign"),
    [
        ("Sở Văn hóa tỉnh Tân Giang", "Ủy ban nhân dân tỉnh Tân Giang", "Sở Văn hóa", ("GIÁM ĐỐC",)),
        (
            "Ủy ban nhân dân xã Bình Hòa",
            "Ủy ban nhân dân tỉnh Tân Giang",
            "Ủy ban nhân dân xã\u00a0Bình\u00a0Hòa",
            ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"),
        ),
        ("Cụm thi đua số 16", "", "Cụm thi đua số 16", ("THỦ TRƯỞNG CƠ QUAN",)),
    ],
)
def test_the_office_is_named_and_signs_as_its_letterhead_has_it(agency, parent, head, sign):
    paper = as_paper(replace(REPORT, agency=agency, parent=parent))
    assert paper.letterhead.issuer == head
    assert paper.letterhead.parent in ("UBND tỉnh Tân Giang", "")
    assert paper.signature.lines == sign


def test_who_signs_in_place_of_the_head_can_be_given():
    deputy = Signature("Phó Giám đốc", "Nguyễn Văn An", mode="KT.", of="Giám đốc")
    assert as_paper(REPORT, signature=deputy).signature.lines == ("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC")


def test_what_people_wrote_is_never_markup():
    hostile = '#read("/etc/passwd") <script>alert(1)</script> $x$ {{ 7*7 }}'
    block = Block("told", "narrative", "written", lead=(Piece(hostile),), text=hostile)
    built = with_block(block)
    assert hostile in file_of(built, "text", at=AT).decode()
    assert "<script>alert" not in file_of(built, "html", at=AT).decode()
    assert file_of(built, "pdf", at=AT).startswith(b"%PDF")
