"""What Tesseract says and how it fails, by a stand-in for the program."""

import pytest

from thidua.kit.files import draw, ocr
from thidua.kit.files.tests import scans

LANGS = 'if [ "$1" = --list-langs ]; then printf "List of available languages (2):\\n{}\\n"; exit 0; fi\n'
HEAD = "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext\n"


@pytest.fixture
def stand_in(tmp_path, monkeypatch):
    """Puts a script in the place of Tesseract."""

    def put(script: str, languages: str = "eng\\nvie"):
        folder = tmp_path / "bin"
        folder.mkdir()
        program = folder / "tesseract"
        program.write_text("#!/bin/sh\n" + LANGS.format(languages) + script)
        program.chmod(0o755)
        monkeypatch.setenv("PATH", f"{folder}:/usr/bin:/bin")

    return put


@pytest.fixture
def picture(tmp_path):
    path = tmp_path / "a.png"
    path.write_bytes(scans.as_file([scans.blank_page()], "PNG"))
    return path


def test_where_it_is_not_installed_one_is_told_what_to_do(tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))

    assert ocr.why_not() == ocr.NOT_INSTALLED
    assert ocr.languages() == frozenset()


@scans.needs_shell
def test_without_vietnamese_data_one_is_told_what_to_do(stand_in):
    stand_in("exit 1", languages="eng\\nosd")

    assert ocr.why_not() == ocr.NO_VIETNAMESE


@scans.needs_shell
def test_a_program_that_does_not_answer_counts_as_none(tmp_path, stand_in):
    stand_in("")
    (tmp_path / "bin" / "tesseract").write_text("#!/bin/sh\nexit 127\n")

    assert ocr.why_not() == ocr.NOT_INSTALLED


@scans.needs_shell
def test_with_both_nothing_stands_in_the_way(stand_in):
    stand_in("exit 1")

    assert ocr.why_not() == ""


@scans.needs_shell
@pytest.mark.parametrize("script", ["exit 1", "kill -SEGV $$"])
def test_a_crash_is_a_page_that_could_not_be_read(stand_in, picture, script):
    stand_in(script)

    with pytest.raises(ocr.Unread) as no:
        ocr.recognise(picture, "png", 1)
    assert no.value.message == ocr.BROKEN


@scans.needs_shell
def test_a_page_that_takes_too_long_is_given_up_and_its_process_ended(stand_in, picture, tmp_path):
    mark = tmp_path / "went-on"
    stand_in(f"sleep 3; touch {mark}")

    with pytest.raises(ocr.Unread, match="quá 1 giây"):
        ocr.recognise(picture, "png", 1, seconds=1)
    assert not mark.exists()


@scans.needs_shell
def test_it_is_called_for_vietnamese_with_one_thread_on_one_page(stand_in, picture, tmp_path):
    said = tmp_path / "said"
    stand_in(f'echo "$OMP_THREAD_LIMIT $@" > {said}', languages="vie\\nosd")

    ocr.recognise(picture, "tif", 3)

    words = said.read_text()
    assert words.startswith("1 ")
    assert "-l vie --psm 1" in words
    assert "tessedit_page_number=2" in words


def row(text, conf, *, line="1", par="1", block="1", left=0, width=40):
    return f"5\t1\t{block}\t{par}\t{line}\t1\t{left}\t0\t{width}\t20\t{conf}\t{text}\n"


def test_lines_paragraphs_and_columns_come_out_as_printed():
    table = HEAD + row("SỞ", 96) + row("VĂN", 96, left=50) + row("Độc", 96, left=300)
    table += row("Số:", 96, line="2") + row("THÔNG", 96, par="2")

    assert ocr.page_of(table).text == "SỞ VĂN   Độc\nSố:\n\nTHÔNG"


def test_doubtful_words_are_told_figures_more_strictly():
    table = HEAD + row("Giấy", 70) + row("152/2023/NĐ-CP", 70) + row("khén", 31.5) + row("—", 3)

    page = ocr.page_of(table)

    told = [(page.text[each.start : each.end], each.confidence) for each in page.doubts]
    assert told == [("152/2023/NĐ-CP", 70), ("khén", 32)]
    assert page.confidence == 44


def test_rulers_of_tables_and_rows_that_are_no_words_fall_away():
    table = HEAD + row("|", 90) + row("29|", 95) + row("  ", 95) + "4\t1\t1\t1\t1\t0\t0\t0\t9\t9\t-1\t\nrác\n"

    assert ocr.page_of(table).text == "29"


def test_letters_come_out_composed_and_without_control_signs():
    assert ocr.page_of(HEAD + row("Vie\u0302\u0323t\x07", 95)).text == "Việt"


def test_nothing_said_is_an_empty_page():
    assert ocr.page_of("") == ocr.page_of(HEAD) == ocr.Page("")


def test_pages_are_joined_and_doubts_move_with_them():
    one = ocr.Page("Trang một", (ocr.Doubt(6, 9, 40),), 90)
    other = ocr.Page("Trang hai", (ocr.Doubt(6, 9, 50),), 80)

    whole = ocr.joined([one, ocr.Page(""), other])

    assert whole.text == "Trang một\n\nTrang hai"
    assert [whole.text[each.start : each.end] for each in whole.doubts] == ["một", "hai"]
    assert whole.confidence == 85


def test_no_page_gives_no_text():
    assert ocr.joined([]) == ocr.joined([ocr.Page("")]) == ocr.Page("")


def test_a_huge_page_is_drawn_within_its_limit(tmp_path):
    pdf, out = tmp_path / "a.pdf", tmp_path / "a.pgm"
    pdf.write_bytes(scans.as_file([scans.blank_page()], "PDF", dpi=10))

    draw.main(str(pdf), "1", str(out))

    data = out.read_bytes()
    _, width, height, _ = data[:40].partition(b"\n")[0].split()
    assert int(width) * int(height) <= draw.PIXELS * 1.001
    assert len(data) > int(width) * int(height)
