"""All four forms of a paper say the same, word for word, and it is what stands in the golden files."""

import html
import re
from pathlib import Path

import pypdfium2
import pytest

from thidua.kit.papers import official
from thidua.kit.papers.filling import text_of
from thidua.kit.papers.tests.made import AT, HOSTILE, LETTER, REPORT

GOLDEN = Path(__file__).parent / "golden"
PAPERS = {"bao_cao": REPORT, "cong_van": LETTER}


def words(text):
    """Its words in order; bars of tables and page numbers aside."""
    return [word for word in text.replace("|", " ").split() if word]


def pdf_text(data):
    file = pypdfium2.PdfDocument(data)
    pages = []
    for page in file:
        text = page.get_textpage().get_text_bounded().replace("\r\n", "\n")
        first, _, rest = text.partition("\n")
        pages.append(rest if first.strip().isdecimal() else text)
    file.close()
    return "\n".join(pages)


@pytest.mark.parametrize("name", PAPERS)
def test_the_text_is_the_golden_one(name):
    assert official.to_text(PAPERS[name]) == (GOLDEN / f"{name}.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", PAPERS)
def test_the_word_file_says_the_same(name):
    paper = PAPERS[name]

    assert words(text_of(official.to_docx(paper, at=AT))) == words(official.to_text(paper))


@pytest.mark.parametrize("name", PAPERS)
def test_the_page_says_the_same(name):
    paper = PAPERS[name]
    page = re.sub(r"<br>|</(?:p|h\d|td|th|caption|div)>", " ", official.to_html(paper))

    assert words(html.unescape(re.sub(r"<[^>]+>", "", page))) == words(official.to_text(paper))


@pytest.mark.parametrize("name", PAPERS)
def test_the_pdf_says_the_same(name):
    paper = PAPERS[name]
    printed = pdf_text(official.to_pdf(paper, at=AT))

    # A long table repeats its head, and lines broken at a hyphen are joined again without it being known which.
    said = "".join(words(official.to_text(paper))).replace("-", "")
    repeated = "".join(words(printed)).replace("-", "").replace("\ufffe", "").replace("\u0002", "")
    head = "MụcBảnghi"
    assert repeated.count(head) >= said.count(head)
    assert sorted(repeated.replace(head, "")) == sorted(said.replace(head, ""))


@pytest.mark.parametrize("form", ["to_text", "to_docx", "to_pdf"])
def test_signs_that_mean_something_elsewhere_stay_as_they_are(form):
    made = getattr(official, form)(REPORT)
    text = made if form == "to_text" else text_of(made) if form == "to_docx" else pdf_text(made)

    assert "".join(HOSTILE.split()) in "".join(text.split())
