"""What cannot be right as printed is said, with where it stands and how to mend it."""

import pytest

from thidua.reading import read

HEAD = "SỞ NỘI VỤ\nSố: 15/KH-SNV\nHà Vân, ngày 05 tháng 3 năm 2024\nKẾ HOẠCH\nCông tác thi đua năm 2024\n\n"


def warned(sentence: str) -> list[tuple[str, str]]:
    return [(warning.kind, warning.text) for warning in read(HEAD + sentence).warnings]


def test_a_symbol_without_its_kind_is_incomplete() -> None:
    ((kind, says),) = warned("Căn cứ Thông tư số 01/2024/BNV ngày 24/02/2024; theo Thông tư số 01/2024/BNV.")
    assert kind == "number_incomplete"
    assert says.startswith("Thông tư số 01/2024/BNV: thiếu ký hiệu loại văn bản")


@pytest.mark.parametrize(
    "sentence",
    [
        "Công văn số 12/SNV-TĐKT ngày 1/3/2024; Luật số 06/2022/QH15; Nghị quyết số 35/2021/UBTVQH15.",
        "Kế hoạch số 64/KH-UBND ngày 22/3/2022; Kế hoạch số 64/KH-UBND ngày 01/3/2024.",
        "Nghị định số 98/2023/NĐ-CP ngày 31/12/2023; từ ngày 01/4/2024 đến ngày 29/02/2024.",
    ],
)
def test_what_is_in_order_raises_nothing(sentence: str) -> None:
    assert warned(sentence) == []


def test_a_day_that_no_calendar_has_is_said() -> None:
    (kind, says) = warned("Hoàn thành trước ngày 31/02/2024.")[0]
    assert kind == "date_impossible"
    assert "31/02/2024" in says


def test_one_number_on_two_days_of_a_year_is_said() -> None:
    ((kind, says),) = warned("Kế hoạch số 64/KH-UBND ngày 01/3/2024; Kế hoạch số 64/KH-UBND ngày 02/3/2024.")
    assert kind == "number_two_dates"
    assert "01/3/2024; 02/3/2024" in says


def test_a_number_of_another_year_than_its_day_is_said() -> None:
    ((kind, says),) = warned("Nghị định số 98/2023/NĐ-CP ngày 31/12/2022.")
    assert kind == "year_mismatch"
    assert "98/2023/NĐ-CP ghi ngày 31/12/2022" in says


def test_a_document_younger_than_the_one_that_cites_it_is_said() -> None:
    ((kind, _),) = warned("Thực hiện Kế hoạch số 9/KH-UBND ngày 06/3/2024.")
    assert kind == "date_after_document"


def test_a_text_in_an_old_font_is_said() -> None:
    text = "Céng hßa x· héi chñ nghÜa ViÖt Nam §éc lËp - Tù do - H¹nh phóc"
    (warning,) = read(text).warnings
    assert warning.kind == "old_encoding"
    assert "TCVN3" in warning.text


def test_every_warning_says_where() -> None:
    facts = read(HEAD + "Căn cứ Thông tư số\n01/2024/BNV ngày 24/02/2024; hạn ngày 31/02/2024.")
    assert [facts.text[slice(*warning.spans[0])] for warning in facts.warnings] == [
        "Thông tư số\n01/2024/BNV ngày 24/02/2024",
        "ngày 31/02/2024",
    ]
