"""What a paper says, whatever its form."""

from datetime import date

import pytest

from thidua.kit.papers.blocks import (
    BLANK,
    Basis,
    Column,
    Heading,
    Item,
    Letterhead,
    Paper,
    Paragraph,
    Signature,
    Span,
    Table,
    plain,
    refs,
    spans,
)
from thidua.kit.papers.tests.made import REPORT


@pytest.mark.parametrize(
    ("number", "line"),
    [
        ("", f"Số: {BLANK}/BC-SVH"),
        ("9", "Số: 09/BC-SVH"),
        ("46", "Số: 46/BC-SVH"),
        ("09", "Số: 09/BC-SVH"),
        ("46a", "Số: 46a/BC-SVH"),
    ],
)
def test_the_number_takes_a_nought_below_ten(number, line):
    assert Letterhead("Sở", symbol="BC-SVH", number=number).number_line == line


def test_a_paper_without_symbol_has_no_number_line():
    assert Letterhead("Sở").number_line == ""


@pytest.mark.parametrize(
    ("given", "line"),
    [
        ({"day": date(2026, 6, 8)}, "Tân Giang, ngày 08 tháng 6 năm 2026"),
        ({"day": date(2026, 2, 12)}, "Tân Giang, ngày 12 tháng 02 năm 2026"),
        ({"month": 1, "year": 2026}, f"Tân Giang, ngày {BLANK} tháng 01 năm 2026"),
        ({"year": 2026}, f"Tân Giang, ngày {BLANK} tháng {BLANK} năm 2026"),
    ],
)
def test_place_and_day_leave_room_for_what_is_not_known(given, line):
    assert Letterhead("Sở", place="Tân Giang", **given).place_line == line


@pytest.mark.parametrize(
    ("signature", "lines"),
    [
        (Signature("Giám đốc"), ("GIÁM ĐỐC",)),
        (Signature("Phó Giám đốc", mode="KT.", of="Giám đốc"), ("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC")),
        (Signature("Chánh Văn phòng", mode="TL.", of="Giám đốc"), ("TL. GIÁM ĐỐC", "CHÁNH VĂN PHÒNG")),
        (Signature("Trưởng phòng", mode="TUQ.", of="Giám đốc"), ("TUQ. GIÁM ĐỐC", "TRƯỞNG PHÒNG")),
        (Signature("Chủ tịch", behalf="Ủy ban nhân dân"), ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH")),
        (
            Signature("Phó Chủ tịch", mode="KT.", of="Chủ tịch", behalf="Ủy ban nhân dân"),
            ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"),
        ),
    ],
)
def test_the_signature_says_by_what_right(signature, lines):
    assert signature.lines == lines


@pytest.mark.parametrize(("mode", "of"), [("KT", "Giám đốc"), ("KT.", "")])
def test_an_unknown_or_unfinished_right_to_sign_is_a_fault(mode, of):
    with pytest.raises(ValueError, match="KT"):
        Signature("Phó Giám đốc", mode=mode, of=of)


@pytest.mark.parametrize(
    ("heading", "said"),
    [
        (Heading(1, "Kết quả", "I"), "I. KẾT QUẢ"),
        (Heading(2, "Khen thưởng", "2"), "2. Khen thưởng"),
        (Heading(3, "Theo thẩm quyền", "1.1."), "1.1. Theo thẩm quyền"),
        (Heading(4, "Góp ý", "a)"), "a) Góp ý"),
        (Heading(2, "Không số"), "Không số"),
    ],
)
def test_a_heading_has_its_number_with_one_sign_after_it(heading, said):
    assert heading.label + plain(heading.words) == said


def test_bases_end_with_semicolons_and_the_text_with_the_closing_mark():
    body = REPORT.body

    assert plain(body[0].text).endswith("của Sở Văn hóa;")
    assert plain(body[-1].text) == "Trên đây là báo cáo của Sở Văn hóa./."


def test_the_closing_mark_comes_once_and_after_words_only():
    def ended(*blocks):
        return Paper(letterhead=Letterhead("Sở"), abstract="", blocks=blocks).body[-1]

    assert plain(ended(Paragraph("Hết./.")).text) == "Hết./."
    assert plain(ended(Item(("Một ", Span("hai;", bold=True)))).text) == "Một hai./."
    table = Table((Column("A"),), (("1",),))
    assert ended(table) == table
    assert plain(ended(Basis("Căn cứ Luật")).text) == "Căn cứ Luật;"


def test_recipients_are_listed_with_semicolons_and_a_full_stop():
    assert REPORT.recipient_lines == ("- Sở Nội vụ;", "- Ban Giám đốc Sở;", "- Lưu: VT, VP.")


def test_a_row_that_does_not_fit_its_table_is_a_fault():
    with pytest.raises(ValueError, match="2 columns"):
        Table((Column("A"), Column("B")), (("1",),))


def test_signs_that_no_file_can_hold_fall_away():
    assert plain("Trần\x00 Ngọc\x0b\ufffe\ud800 Lan\r\ndòng\u2028ba") == "Trần Ngọc Lan\ndòng\nba"
    assert plain("Đặng Quốc Sơn".encode().decode()) == "Đặng Quốc Sơn"
    assert plain("Hoa\u0300") == "Hoà"


def test_all_that_words_stand_on_can_be_listed():
    assert list(refs(REPORT.blocks)) == ["van-ban", "ldtt"]
    assert [span.text for span in spans(("a", Span("b"), ""))] == ["a", "b"]
