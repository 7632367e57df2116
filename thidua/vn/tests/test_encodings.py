"""TCVN3 and VNI-Windows."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua.vn import encodings
from thidua.vn.encodings import decode, decode_tcvn3, decode_vni, guess, looks_like

MEANT = "Cộng hòa xã hội chủ nghĩa Việt Nam Độc lập - Tự do - Hạnh phúc"
IN_TCVN3 = "Céng hßa x· héi chñ nghÜa ViÖt Nam §éc lËp - Tù do - H¹nh phóc"
IN_VNI = "Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam Ñoäc laäp - Töï do - Haïnh phuùc"
LOWER = "aăâbcdđeêghiklmnoôơpqrstuưvxyáàảãạắằẳẵặấầẩẫậéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ"
MARKED = [letter for letter in LOWER if not letter.isascii()]


def typed_tcvn3(text: str) -> str:
    keys = {meant: chr(code) for code, meant in encodings._TCVN3.items() if 0xA1 <= code <= 0xFF}
    return "".join(keys.get(char, char) for char in text)


def typed_vni(text: str) -> str:
    keys = {meant: typed for typed, meant in reversed(list(encodings._VNI.items()))}
    return "".join(keys.get(char, char) for char in text)


def test_known_sentences_are_decoded() -> None:
    assert decode_tcvn3(IN_TCVN3) == MEANT
    assert decode_vni(IN_VNI) == MEANT


def test_capitals_of_vni_are_pairs_and_of_tcvn3_a_font_of_their_own() -> None:
    assert decode_vni("UÛY BAN NHAÂN DAÂN TÆNH ÑAÉK LAÉK") == "ỦY BAN NHÂN DÂN TỈNH ĐẮK LẮK"
    assert decode_tcvn3("uû ban nh©n d©n tØnh", capitals=True) == "UỶ BAN NHÂN DÂN TỈNH"


@pytest.mark.parametrize("letter", MARKED)
def test_every_letter_has_its_place_in_both(letter: str) -> None:
    assert decode_tcvn3(typed_tcvn3(letter)) == letter
    assert decode_vni(typed_vni(letter)) == letter
    assert decode_vni(typed_vni(letter.upper())) == letter.upper()


def test_the_encoding_is_told_from_the_letters() -> None:
    assert looks_like(IN_TCVN3) == "tcvn3"
    assert looks_like(IN_VNI) == "vni"
    assert guess(IN_TCVN3) is not None
    assert guess(IN_TCVN3).confidence > 0.9  # type: ignore[union-attr]


@pytest.mark.parametrize(
    "text",
    [
        MEANT,
        "",
        "plain words",
        "Où est-il né, l'été dernier, à Orléans? Déjà là.",
        "Übergrößenträger für Möbel, Äpfel und Öl",
    ],
)
def test_other_text_is_left_alone(text: str) -> None:
    assert looks_like(text) is None
    assert decode(text) == text


def test_what_is_recognised_is_decoded() -> None:
    assert decode(IN_TCVN3) == decode(IN_VNI) == MEANT


@given(st.lists(st.text(alphabet=LOWER, min_size=1, max_size=6), max_size=12).map(" ".join))
def test_tcvn3_round_trip(text: str) -> None:
    assert decode_tcvn3(typed_tcvn3(text)) == text


@given(st.text(alphabet=MARKED + [letter.upper() for letter in MARKED] + [" "], max_size=40))
def test_vni_round_trip(text: str) -> None:
    assert decode_vni(typed_vni(text)) == text
