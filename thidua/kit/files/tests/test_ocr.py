"""Text recognised in scans: by the real Tesseract where there is one."""

import unicodedata

import pytest

from thidua.kit.files import ocr
from thidua.kit.files.tests import scans
from thidua.reading import read

pytestmark = scans.needs_tesseract


@pytest.fixture(scope="module")
def file(tmp_path_factory):
    """Writes bytes to the disk."""

    def written(data: bytes, name: str):
        path = tmp_path_factory.mktemp("scan") / name
        path.write_bytes(data)
        return path

    return written


@pytest.fixture(scope="module")
def notice(file) -> ocr.Page:
    """A PDF of pictures, 200 dots an inch, crooked by 0,7°, noisy."""
    path = file(scans.as_file(scans.pictures(), "PDF"), "scan.pdf")
    page, faults = ocr.recognise_all(path, "pdf")
    assert faults == ()
    return page


def test_almost_every_letter_is_right(notice):
    meant = body(scans.words())
    wrong = distance(body(notice.text), meant) / len(meant)

    assert wrong < 0.01, f"{wrong:.2%} wrong\n{notice.text}"
    assert (notice.confidence or 0) > 85


def test_numbers_days_and_the_head_are_found_by_the_reader(notice):
    facts = read(notice.text)

    assert facts.text == notice.text
    assert [item.number for item in facts.citations] == scans.NUMBERS
    assert [str(item.date) for item in facts.citations] == scans.DAYS
    assert (facts.meta.type, facts.meta.number, str(facts.meta.date)) == (
        "Thông báo",
        "37/TB-SVH",
        "2024-05-08",
    )
    assert facts.meta.signer == "Đặng Quốc Sơn"
    assert [(item.count, item.recipient_kind) for item in facts.awards] == [
        (29, "ca_nhan"),
        (12, "ca_nhan"),
        (3, "tap_the"),
    ]


def test_the_text_is_composed_and_doubts_are_words_of_it(notice):
    assert unicodedata.is_normalized("NFC", notice.text)
    for doubt in notice.doubts:
        word = notice.text[doubt.start : doubt.end]
        assert word
        assert not word[0].isspace()
        assert " " not in word
        assert 0 <= doubt.confidence < ocr.SURE_FIGURES


@pytest.mark.parametrize("turn", [90, 180])
def test_a_page_that_lies_on_its_side_is_turned(file, turn):
    if "osd" not in ocr.languages():
        pytest.skip("Tesseract has no data for the direction of pages (osd)")
    page = scans.pictures()[0].rotate(turn, expand=True, fillcolor=255)

    text = ocr.recognise(file(scans.as_file([page], "PNG"), "a.png"), "png", 1).text

    assert "271/SNV-TĐKT" in text


def test_each_page_of_a_tiff_is_read_by_itself(file):
    path = file(scans.as_file([scans.blank_page(), *scans.pictures(noise=0)], "TIFF"), "a.tif")

    assert ocr.count_pages(path, "tif") == len(scans.pictures()) + 1
    assert ocr.recognise(path, "tif", 1) == ocr.Page("")
    assert "152/2023/NĐ-CP" in ocr.recognise(path, "tif", 2).text


def test_a_photograph_is_read(file):
    path = file(scans.as_file(scans.pictures(dpi=150), "JPEG"), "a.jpg")

    assert "45/" in ocr.recognise(path, "jpg", 1).text


def test_a_picture_that_breaks_off_is_said(file):
    data = scans.as_file(scans.pictures(), "PNG")

    with pytest.raises(ocr.Unread, match="không nhận dạng được"):
        ocr.recognise(file(data[: len(data) // 3], "a.png"), "png", 1)


def test_a_page_that_the_pdf_does_not_have_is_said(file):
    with pytest.raises(ocr.Unread, match="không nhận dạng được"):
        ocr.recognise(file(scans.as_file([scans.blank_page()], "PDF"), "a.pdf"), "pdf", 2)


def body(text: str) -> str:
    """What stands in one column; the order of heads and feet in two is a matter of taste."""
    flat = " ".join(text.split())
    return flat[flat.index("Căn cứ") : flat.index("Nơi nhận")]


def distance(one: str, other: str) -> int:
    """Letters to change, add or take away."""
    before = list(range(len(other) + 1))
    for row, letter in enumerate(one, 1):
        now = [row]
        for column, against in enumerate(other, 1):
            now.append(min(before[column] + 1, now[-1] + 1, before[column - 1] + (letter != against)))
        before = now
    return before[-1]
