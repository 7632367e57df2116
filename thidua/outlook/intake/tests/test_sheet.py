"""The text beside the proposals: paragraphs, pieces, marks that nest and overlap. Pure."""

import pytest

from thidua.outlook.intake import sheet as sheets
from thidua.outlook.intake.sheet import Highlight, sheet
from thidua.outlook.intake.tests.samples import NOTICE


def mark(text, words, card="a", pen="cite", **more):
    start = text.index(words)
    return Highlight(card, pen, ((start, start + len(words)),), **more)


def pieces(made):
    return [piece for each in made.paragraphs for piece in each.pieces if piece.css]


def test_a_mark_is_cut_out_of_its_paragraph():
    made = sheet(NOTICE, [mark(NOTICE, "Công văn số 271/SNV-TĐKT")])

    [found] = pieces(made)
    assert (found.text, found.css, found.card) == ("Công văn số 271/SNV-TĐKT", "td-cite", "a")
    assert made.anchors == {"a": [found.anchor]}


def test_the_whole_text_is_there_whatever_is_marked():
    plain = sheet(NOTICE, [])
    marked = sheet(
        NOTICE,
        [mark(NOTICE, "271/SNV-TĐKT ngày 28"), mark(NOTICE, "ngày 28 tháng 4 năm 2024 của Sở", "b", "date")],
    )

    def text(made):
        return [
            "".join(piece.text for piece in each.pieces) if each.pair is None else each.pair
            for each in made.paragraphs
        ]

    assert text(plain) == text(marked)


def test_overlapping_marks_become_three_pieces():
    made = sheet(NOTICE, [mark(NOTICE, "271/SNV-TĐKT ngày 28"), mark(NOTICE, "ngày 28 tháng 4", "b", "date")])

    assert [(piece.text, piece.css, piece.card) for piece in pieces(made)] == [
        ("271/SNV-TĐKT ", "td-cite", "a"),
        ("ngày 28", "td-cite td-date", "b"),
        (" tháng 4", "td-date", "b"),
    ]


def test_a_duty_that_fills_its_paragraph_is_a_bar_with_its_label():
    start = NOTICE.index("- Tổng hợp")
    end = NOTICE.index("\n", start)
    duty = Highlight("n1", "task", ((start, end),), label="N1", phrase="chậm nhất ngày 15 tháng 6 năm 2024")

    made = sheet(NOTICE, [duty, mark(NOTICE, "Công văn số 271/SNV-TĐKT")])

    [bar] = [each for each in made.paragraphs if each.card]
    assert (bar.label, bar.card) == ("N1", "n1")
    assert [piece.css for piece in bar.pieces if piece.css] == ["td-cite", "td-date"]


def test_a_duty_inside_a_longer_paragraph_is_a_highlight():
    duty = mark(NOTICE, "Tổng hợp, hoàn thành báo cáo sơ kết", "n1", "task")

    assert [piece.css for piece in pieces(sheet(NOTICE, [duty]))] == ["td-task"]


def test_symbols_broken_at_the_end_of_a_line_are_marked_whole():
    text = (
        "KẾ HOẠCH\nVề việc thử\n\nTiếp tục thực hiện những nội dung đã nêu trong các văn bản của cấp trên, Chỉ thị số 34-\n"
        "CT/TW ngày 07/4/2014 của Bộ Chính trị về tiếp tục đổi mới công tác thi đua và các văn bản liên quan khác\n"
    )

    [found] = pieces(sheet(text, [mark(text, "34-\nCT/TW ngày 07/4/2014")]))

    assert found.text == "34-CT/TW ngày 07/4/2014"


def test_the_letterhead_stands_in_two_columns():
    made = sheet(NOTICE, [])

    assert made.left == ["UBND TỈNH TÂN GIANG", "SỞ VĂN HÓA", "Số: 37/TB-SVH"]
    assert made.right[0] == "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
    assert made.right[-1] == "Tân Giang, ngày 08 tháng 5 năm 2024"


def test_a_long_text_is_shown_in_parts_and_each_card_knows_its_own(monkeypatch):
    monkeypatch.setattr(sheets, "PART", 600)
    cite, late = mark(NOTICE, "271/SNV-TĐKT"), mark(NOTICE, "121/KH-UBND", "b")

    first = sheet(NOTICE, [cite, late])
    last = sheet(NOTICE, [cite, late], 99)

    assert first.parts > 2
    assert (first.part, last.part) == (1, first.parts)
    assert first.part_of["a"] < first.part_of["b"]
    there = sheet(NOTICE, [cite, late], first.part_of["b"])
    assert [piece.card for piece in pieces(there)] == ["b"]


def test_one_endless_paragraph_is_cut_too(monkeypatch):
    monkeypatch.setattr(sheets, "PART", 500)
    text = "chữ " * 2000

    made = sheet(text, [], 2)

    assert made.parts > 10
    assert sum(len(piece.text) for each in made.paragraphs for piece in each.pieces) <= 500


@pytest.mark.parametrize("spans", [((0, 0),), ((10**6, 10**6 + 5),), ((5, 3),)])
def test_a_span_beside_the_text_marks_nothing(spans):
    assert pieces(sheet(NOTICE, [Highlight("a", "cite", spans)])) == []


def test_an_empty_text_has_one_empty_part():
    assert sheet("", []).parts == 1
