"""Normal form and folding."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from thidua.vn.fold import fold, nfc, plain

VIETNAMESE = (
    "aăâbcdđeêghiklmnoôơpqrstuưvxyáàảãạắằẳẵặấầẩẫậéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ 0123456789-/.,"
)


def test_marks_case_and_signs_fall_away() -> None:
    assert fold("Đặng  Thùy-Trâm (1942)") == "dang thuy tram 1942"
    assert fold("46/QĐ-UBND") == "46 qd ubnd"


def test_both_normal_forms_fold_alike() -> None:
    assert (
        fold(unicodedata.normalize("NFD", "Ủy ban nhân dân")) == fold("Ủy ban nhân dân") == "uy ban nhan dan"
    )


def test_plain_keeps_every_offset() -> None:
    assert plain("“Nghị định – Đ…”") == '"nghi dinh - d."'
    assert len(plain("Đắk Lắk\u00a02024")) == len("Đắk Lắk 2024")


@given(st.text(alphabet=VIETNAMESE + VIETNAMESE.upper(), max_size=80))
def test_plain_and_fold_agree_on_letters(text: str) -> None:
    assert len(plain(text)) == len(text)
    assert fold(plain(text)) == fold(text)


@given(st.text(alphabet=VIETNAMESE + VIETNAMESE.upper(), max_size=80))
def test_folding_does_not_mind_the_normal_form(text: str) -> None:
    assert fold(unicodedata.normalize("NFD", text)) == fold(text)


def test_letters_of_other_scripts_lose_case_and_marks_too() -> None:
    assert fold("Ελλάς Ё ẞ Đ") == "ελλασ е ss d"


@given(st.text(max_size=80))
def test_folding_is_done_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)
    assert len(plain(nfc(text))) == len(nfc(text))


def test_a_pile_of_marks_is_cut_down_before_it_is_put_in_order() -> None:
    piled = "e" + "\u0323\u0301" * 200_000

    assert nfc(piled).startswith("ẹ")
    assert len(nfc(piled)) < 12
    assert fold(piled) == "e"


def test_eight_marks_on_a_letter_are_left_as_they_are() -> None:
    text = "e" + "\u0301" * 8

    assert nfc(text) == unicodedata.normalize("NFC", text)
