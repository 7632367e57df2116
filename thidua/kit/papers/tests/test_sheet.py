"""The paper as pages on the screen."""

from dataclasses import replace

import pytest
from django.utils.html import format_html

from thidua.kit.papers import official
from thidua.kit.papers.blocks import Column, Letterhead, Paper, Paragraph, Span, Table
from thidua.kit.papers.tests.made import HOSTILE, LETTER, REPORT


def test_figures_become_links_where_the_page_gives_them():
    page = official.to_html(REPORT, links=lambda ref: {"href": f"?so={ref}", "hx-target": "#ngan"})

    assert '<a class="td-sheet-figure" href="?so=van-ban" hx-target="#ngan">07</a>' in page
    assert page.count("td-sheet-figure") == 2


def test_without_links_figures_are_words():
    assert "<a " not in official.to_html(REPORT)


def test_a_block_gives_way_to_what_the_page_puts_there():
    slot = format_html('<div class="td-note">{}</div>', "Thiếu & chờ")
    page = official.to_html(REPORT, slots={"thieu-1": slot})

    assert '<div class="td-note">Thiếu &amp; chờ</div>' in page
    assert "Chưa có số liệu" not in page


def test_a_gap_stands_in_brackets_with_its_key():
    assert '<p class="td-sheet-gap" id="thieu-1">[Chưa có số liệu' in official.to_html(REPORT)


def test_words_are_words_not_markup():
    paper = Paper(
        letterhead=Letterhead(HOSTILE, place='"><script>', symbol="<i>"),
        abstract=HOSTILE,
        blocks=(Paragraph((Span("<b>", ref='"x'), "</p>")),),
    )
    page = official.to_html(paper, links=lambda ref: {"href": ref})

    assert "<script>" not in page
    assert "<i>" not in page
    assert 'href="&quot;x">&lt;b&gt;</a>&lt;/p&gt;' in page


def test_headings_go_on_from_those_of_the_page():
    page = official.to_html(REPORT)

    assert '<h3 class="td-sheet-heading td-sheet-heading-1">I. KẾT QUẢ THỰC HIỆN</h3>' in page
    assert "<h1" not in page


def test_each_annex_is_a_sheet_of_its_own():
    page = official.to_html(REPORT)

    assert page.count('<article class="td-a4 td-sheet') == 3
    assert "td-sheet-wide" in page


def test_a_letter_has_no_title():
    page = official.to_html(LETTER)

    assert "td-sheet-title" not in page
    assert "V/v báo cáo kết quả" in page
    assert "Kính gửi:" in page


def test_a_page_of_its_own_brings_its_style_and_no_address():
    page = official.to_page(REPORT, links=lambda ref: {"href": f"#{ref}"})
    assert page.startswith("<!doctype html>")
    assert "--td-font-paper" in page
    assert "<link" not in page
    assert '<a class="td-sheet-figure" href="#van-ban">07</a>' in page


def test_rows_can_be_led_to():
    table = Table((Column("Mục"),), [("1.1",), ("1.2",)], row_keys=("van-ban", ""))
    drawn = official.to_html(replace(REPORT, blocks=(table,), annexes=()))
    assert '<tr id="van-ban">' in drawn
    assert "<tr><td" in drawn
    with pytest.raises(ValueError, match="2 keys"):
        replace(table, row_keys=("van-ban",))
