"""The PDF: only Tinos, the margins of the book, page numbers, and nothing that its words could set off."""

import re
import subprocess
import time
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium
import pytest

from thidua.kit.papers import official, typesetting
from thidua.kit.papers.blocks import Letterhead, Paper, Paragraph
from thidua.kit.papers.form import measure, points
from thidua.kit.papers.metrics import has_sign, width
from thidua.kit.papers.tests.made import AT, LETTER, REPORT
from thidua.kit.papers.typesetting import NotSet, printable, render_pdf
from thidua.kit.refused import Refused


@pytest.fixture(scope="module")
def made():
    return official.to_pdf(REPORT, at=AT)


@pytest.fixture(scope="module")
def pages(made):
    file = pypdfium2.PdfDocument(made)
    yield [file[number] for number in range(len(file))]
    file.close()


def fonts_of(data):
    """Names of all fonts that the pages use, subset tags taken off."""
    import_name, names = pdfium.FPDFFont_GetBaseFontName, set()
    file = pypdfium2.PdfDocument(data)
    for page in file:
        for thing in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_TEXT], max_depth=8):
            font = pdfium.FPDFTextObj_GetFont(thing.raw)
            length = import_name(font, None, 0)
            buffer = (pdfium.c_char * length)()
            import_name(font, buffer, length)
            names.add(re.sub(r"^[A-Z]{6}\+", "", buffer.value.decode()))
    file.close()
    return names


def letters(page):
    """(letter, left, bottom, right, top) of all letters, in points."""
    text = page.get_textpage()
    return [
        (text.get_text_range(at, 1), *text.get_charbox(at))
        for at in range(text.count_chars())
        if text.get_text_range(at, 1).strip()
    ]


def body_box(page):
    """Around all letters below the running head."""
    head = page.get_height() - points(measure("page.margin_top"))
    boxes = [box[1:] for box in letters(page) if box[4] <= head + 2]
    return (
        min(box[0] for box in boxes),
        min(box[1] for box in boxes),
        max(box[2] for box in boxes),
        max(box[3] for box in boxes),
    )


@pytest.mark.parametrize("paper", [REPORT, LETTER])
def test_every_font_is_tinos(paper):
    assert {name.partition("-")[0] for name in fonts_of(official.to_pdf(paper))} == {"Tinos"}


def test_the_pages_are_a4_and_the_annex_on_its_side(pages):
    sizes = [tuple(round(side / 72 * 25.4) for side in page.get_size()) for page in pages]

    assert sizes[0] == (210, 297)
    assert sizes[-1] == (297, 210)


def test_nothing_stands_in_the_margins_but_the_page_number(pages):
    for page in pages[:-1]:
        left, bottom, right, _ = body_box(page)
        assert left >= points(measure("page.margin_left")) - 0.5
        assert right <= points(210 - measure("page.margin_right")) + 0.5
        assert bottom >= points(measure("page.margin_bottom")) - 0.5


def test_the_text_fills_the_width_between_the_margins(pages):
    left, _, right, _ = body_box(pages[2])

    assert left == pytest.approx(points(30) + 4, abs=4)
    assert right > points(120)


def test_pages_are_numbered_from_the_second_on_anew_in_each_annex(pages):
    numbers = []
    for page in pages:
        above = page.get_height() - points(measure("page.margin_top"))
        found = [box for box in letters(page) if box[2] > above]
        numbers.append("".join(box[0] for box in found))
        for _, left, _, right, _ in found:
            assert (left + right) / 2 == pytest.approx(
                (
                    points(measure("page.margin_left"))
                    + page.get_width()
                    - points(measure("page.margin_right"))
                )
                / 2,
                abs=8,
            )

    assert numbers == ["", "2", "", "2", ""]


def test_the_same_paper_gives_the_same_bytes_and_the_moment_is_the_given_one(made):
    assert official.to_pdf(REPORT, at=AT) == made
    assert b"2026-06-12T02:30:00" in made or b"D:20260612023000" in made


def test_it_is_of_the_archival_kind(made):
    assert b"pdfaid:part>2<" in made
    assert b"pdfaid:conformance>A<" in made


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Ỹ ỵ Ặ ặ Ẫ ợ Ử ự đ Đ", "Ỹ ỵ Ặ ặ Ẫ ợ Ử ự đ Đ"),
        ("Hoa\u0300", "Hoà"),
        ("xong ✓, bỏ ☐", "xong x, bỏ □"),
        ("ﬁn ① ２", "fin 1 2"),
        ("中 😀", "□ □"),
        ("a\u200bb\u202ec", "abc"),
        ("5 ₫ – “x” … €", "5 ₫ – “x” … €"),
    ],
)
def test_signs_that_the_type_lacks_become_plainer_ones(text, shown):
    assert printable({"x": [text]}) == {"x": [shown]}
    paper = Paper(letterhead=Letterhead("Sở"), abstract=text, blocks=(Paragraph(text),))
    assert official.to_pdf(paper).startswith(b"%PDF")


def test_all_vietnamese_letters_are_in_the_type():
    vowels = "aăâeêioôơuưy"
    composed = {
        letter + mark for letter in vowels for mark in ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")
    }
    text = typesetting.unicodedata.normalize("NFC", "".join(composed) + "đ")

    assert [char for char in text + text.upper() if not has_sign(char)] == []


def test_lines_are_measured_as_they_are_set(pages):
    text = pages[0].get_textpage().get_text_bounded()
    line = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
    start = text.index(line)
    page = pages[0].get_textpage()
    left, right = page.get_charbox(start)[0], page.get_charbox(start + len(line) - 1)[2]

    # typst sets pairs of letters closer, Word does not
    assert width(line, 13, bold=True) == pytest.approx(right - left, rel=0.02)


def template(folder: Path, text: str) -> Path:
    path = folder / "mau.typ"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_font_that_is_not_there_is_an_error(tmp_path):
    with pytest.raises(NotSet, match="unknown font family"):
        render_pdf(
            template(tmp_path, '#set document(title: "x")\n#set text(font: "Arial", lang: "vi")\nChào'), {}
        )


def test_files_outside_the_folder_cannot_be_read(tmp_path):
    with pytest.raises(NotSet):
        render_pdf(template(tmp_path, '#read("../../../../../../etc/passwd")'), {})


def test_a_template_reads_its_data_and_files_beside_it(tmp_path):
    (tmp_path / "chu.txt").write_text("Chào", encoding="utf-8")
    text = (
        '#set document(title: "x")\n#set text(font: "Tinos", lang: "vi")\n'
        '#read("chu.txt") #json(bytes(sys.inputs.d)).ten'
    )
    file = pypdfium2.PdfDocument(render_pdf(template(tmp_path, text), {"ten": "#panic() *Lan*"}))

    assert file[0].get_textpage().get_text_bounded() == "Chào #panic() *Lan*"
    file.close()


def test_in_a_child_process_it_is_the_same_file(made):
    assert official.to_pdf(REPORT, at=AT, timeout=60) == made


def test_a_template_that_never_ends_is_ended(tmp_path):
    endless = template(
        tmp_path, "#{ for a in range(9999) { for b in range(9999) { for c in range(9999) {} } } }"
    )
    begun = time.monotonic()

    with pytest.raises(Refused, match="quá lâu"):
        render_pdf(endless, {}, timeout=2)

    assert time.monotonic() - begun < 20


def test_a_fault_in_the_child_is_told(tmp_path):
    with pytest.raises(NotSet, match="panicked"):
        render_pdf(template(tmp_path, '#panic("hỏng")'), {}, timeout=60)


def test_the_child_does_not_load_django():
    code = "import sys, thidua.kit.papers.typesetting; sys.exit('django' in sys.modules)"

    assert subprocess.run([typesetting.sys.executable, "-c", code], check=False).returncode == 0
