"""The .docx has the form that the decree prescribes, and opens as an ordinary file of today's Word."""

from io import BytesIO
from zipfile import ZipFile

import docx
import pytest
from docx.oxml.ns import qn
from lxml import etree

from thidua.kit.papers import official, stylesheet
from thidua.kit.papers.blocks import Column, Letterhead, Paper, Paragraph, Table
from thidua.kit.papers.form import entries
from thidua.kit.papers.tests.made import AT, LETTER, REPORT


@pytest.fixture(scope="module")
def made():
    return official.to_docx(REPORT, at=AT)


@pytest.fixture(scope="module")
def read(made):
    return docx.Document(BytesIO(made))


@pytest.fixture(scope="module")
def parts(made):
    with ZipFile(BytesIO(made)) as file:
        return {name: file.read(name).decode() for name in file.namelist()}


def paragraph(read, beginning):
    cells = (p for table in read.tables for row in table.rows for cell in row.cells for p in cell.paragraphs)
    return next(p for p in [*read.paragraphs, *cells] if p.text.startswith(beginning))


def size_of(p):
    return p.style.font.size.pt


def test_the_page_is_a4_within_the_margins_of_the_book(read):
    page = entries()["page"]
    section = read.sections[0]

    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)
    for side in ("top", "bottom", "left", "right"):
        allowed = page[f"margin_{side}"]
        assert allowed["from"] - 0.1 <= getattr(section, f"{side}_margin").mm <= allowed["to"] + 0.1, side


def test_every_style_names_times_new_roman_for_all_scripts_in_black(parts):
    styles = etree.fromstring(parts["word/styles.xml"].encode())
    fonts = [
        {script: element.get(qn(f"w:{script}")) for script in ("ascii", "hAnsi", "cs", "eastAsia")}
        for element in styles.iter(qn("w:rFonts"))
    ]

    assert len(fonts) > 20
    assert {font for each in fonts for font in each.values()} == {"Times New Roman"}
    assert {element.get(qn("w:val")) for element in styles.iter(qn("w:color"))} <= {"000000"}


def test_no_other_font_is_named_anywhere(parts):
    everything = " ".join(parts.values())

    assert [
        name for name in ("Calibri", "Cambria", "Arial", "asciiTheme", "Mincho") if name in everything
    ] == []
    assert "theme" not in " ".join(parts)


@pytest.mark.parametrize(
    ("beginning", "size", "bold", "italic"),
    [
        ("UBND TỈNH", 13, False, False),
        ("SỞ VĂN HÓA", 13, True, False),
        ("CỘNG HÒA", 13, True, False),
        ("Độc lập", 14, True, False),
        ("Số:", 13, False, False),
        ("Tân Giang,", 14, False, True),
        ("BÁO CÁO", 14, True, False),
        ("Sơ kết", 14, True, False),
        ("Căn cứ", 14, False, True),
        ("I. KẾT QUẢ", 14, True, False),
        ("1.1. Theo", 14, True, False),
        ("Nơi nhận:", 12, True, True),
        ("- Lưu: VT", 11, False, False),
        ("KT. GIÁM ĐỐC", 14, True, False),
        ("Nguyễn Văn An", 14, True, False),
        ("Phụ lục I", 14, True, False),
        ("(Kèm theo", 14, False, True),
    ],
)
def test_each_element_has_its_size_and_weight(read, beginning, size, bold, italic):
    p = paragraph(read, beginning)

    assert (size_of(p), bool(p.style.font.bold), bool(p.style.font.italic)) == (size, bold, italic)


def test_the_text_is_justified_with_indent_and_space_after(read):
    layout = read.styles["Normal"].paragraph_format
    body = entries()["body"]

    assert size_of(paragraph(read, "Trên đây")) == 14
    assert layout.alignment == docx.enum.text.WD_ALIGN_PARAGRAPH.JUSTIFY
    assert body["indent"]["from"] <= round(layout.first_line_indent.mm, 1) <= body["indent"]["to"]
    assert layout.space_after.pt >= body["gap"]["from"]
    assert body["lines"]["from"] <= layout.line_spacing <= body["lines"]["to"]


def test_headings_are_headings_of_word_so_that_the_outline_shows(read):
    assert [p.style.name for p in read.paragraphs if p.style.name.startswith("Heading")] == [
        "Heading 1",
        "Heading 2",
        "Heading 3",
        "Heading 4",
        "Heading 2",
    ]


def test_pages_are_numbered_in_the_upper_margin_from_the_second_on(read, parts):
    header = parts["word/header1.xml"]

    assert "PAGE" in header
    assert '<w:jc w:val="center"/>' in header
    assert '<w:sz w:val="28"/>' in header
    for section in read.sections:
        assert section.different_first_page_header_footer
        assert section.first_page_header.is_linked_to_previous  # there is none: the first page has no number
        assert section.header_distance < section.top_margin


def test_each_annex_is_a_section_with_numbers_of_its_own(read, parts):
    assert len(read.sections) == 3
    assert parts["word/document.xml"].count('<w:pgNumType w:start="1"/>') == 3
    widths = [round(section.page_width.mm) for section in read.sections]
    assert widths == [210, 210, 297]


def test_the_rule_under_the_motto_is_as_long_as_the_motto(parts):
    document = etree.fromstring(parts["word/document.xml"].encode())
    cell = next(each for each in document.iter(qn("w:tc")) if "Độc lập" in "".join(each.itertext()))
    wide = int(cell.find(f".//{qn('w:tcW')}").get(qn("w:w")))
    inset = cell.findall(qn("w:p"))[-1].find(f".//{qn('w:ind')}")
    rule = (wide - int(inset.get(qn("w:left"))) - int(inset.get(qn("w:right")))) / 20

    assert rule == pytest.approx(171.4, abs=1)


def test_a_long_table_repeats_its_head_and_keeps_its_rows_whole(read):
    table = read.tables[-1]

    assert len(table.rows) == 61
    assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
    assert all(row._tr.trPr.find(qn("w:cantSplit")) is not None for row in table.rows)


def test_a_sum_stands_bold_in_the_last_row(read):
    row = read.tables[1].rows[-1]

    assert [cell.text for cell in row.cells] == ["", "Cộng", "33", "5"]
    assert all(run.bold for cell in row.cells for p in cell.paragraphs for run in p.runs)


def test_the_last_lines_of_the_text_stay_with_the_signature(read):
    assert paragraph(read, "Trên đây").paragraph_format.keep_with_next


def test_a_letter_has_its_matter_under_the_number(made):
    read = docx.Document(BytesIO(official.to_docx(LETTER)))
    left = read.tables[0].rows[1].cells[0]

    assert [p.text for p in left.paragraphs] == [
        "Số: 09/SVH-VP",
        "V/v báo cáo kết quả thực hiện nhiệm vụ được giao",
    ]
    assert paragraph(read, "V/v").style.font.size.pt == 12
    assert paragraph(read, "Kính gửi:").style.font.size.pt == 14
    assert "BÁO CÁO" not in [p.text for p in read.paragraphs]


def test_the_file_says_what_it_is_and_when_it_was_made(read):
    properties = read.core_properties

    assert properties.title.startswith("Báo cáo Sơ kết công tác")
    assert (properties.author, properties.created.isoformat()) == ("Sở Văn hóa", "2026-06-12T02:30:00+00:00")
    assert "python" not in str(properties.comments)


def test_the_same_paper_gives_the_same_bytes(made):
    assert official.to_docx(REPORT, at=AT) == made


def test_it_opens_as_a_file_of_today(parts):
    assert 'w:name="compatibilityMode"' in parts["word/settings.xml"]
    assert set(parts) == {
        "[Content_Types].xml",
        "_rels/.rels",
        "docProps/core.xml",
        "word/document.xml",
        "word/_rels/document.xml.rels",
        "word/styles.xml",
        "word/settings.xml",
        "word/header1.xml",
    }


def test_elements_stand_in_the_order_of_the_standard(parts):
    """Word refuses a file whose properties stand in another order."""
    order = ["pStyle", "keepNext", "keepLines", "pBdr", "spacing", "ind", "jc", "sectPr"]
    table = ["tblW", "tblBorders", "tblLayout", "tblCellMar"]
    run = ["rFonts", "b", "i", "color", "sz", "szCs", "lang"]
    for name in ("word/document.xml", "word/styles.xml"):
        root = etree.fromstring(parts[name].encode())
        for kind, known in (("pPr", order), ("tblPr", table), ("rPr", run)):
            for element in root.iter(qn(f"w:{kind}")):
                tags = [child.tag.rpartition("}")[2] for child in element]
                places = [known.index(tag) for tag in tags if tag in known]
                assert places == sorted(places), (kind, tags)


def test_an_empty_paper_can_be_made():
    paper = Paper(letterhead=Letterhead("Sở Văn hóa"), abstract="", blocks=())

    assert docx.Document(BytesIO(official.to_docx(paper))).tables
    assert official.to_pdf(paper).startswith(b"%PDF")
    assert "SỞ VĂN HÓA" in official.to_text(paper)


def test_styles_of_the_stylesheet_are_all_used_by_name(parts):
    known = {style.get(qn("w:styleId")) for style in etree.fromstring(parts["word/styles.xml"].encode())}
    table = Table((Column("A"),), (("1",),), title="Bảng")
    paper = Paper(letterhead=Letterhead("Sở"), abstract="", blocks=(table, Paragraph("x")), to=("Sở", "Ban"))
    with ZipFile(BytesIO(official.to_docx(paper))) as file:
        others = file.read(stylesheet.DOCUMENT).decode()
    used = {
        element.get(qn("w:val"))
        for text in (parts["word/document.xml"], others)
        for element in etree.fromstring(text.encode()).iter(qn("w:pStyle"))
    }

    assert used <= known
