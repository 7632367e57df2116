import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua.kit.files.extract import Unreadable, cleaned, extract
from thidua.kit.files.tests import made

PLAN = "\n".join(made.PLAN)
SMALL = PLAN.lower()


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_unicode_in_every_form(codec):
    found = extract(PLAN.encode(codec), "a.txt")

    assert (found.kind, found.text, found.encoding, found.guessed) == ("txt", PLAN, "", False)


@pytest.mark.parametrize(
    ("data", "encoding", "text"),
    [
        (made.tcvn3(SMALL).encode("cp1252"), "tcvn3", SMALL),
        (made.vni(PLAN).encode("cp1252"), "vni", PLAN),
        (made.windows_1258(PLAN), "windows-1258", PLAN),
        (made.tcvn3(SMALL).encode(), "tcvn3", SMALL),
        (made.vni(PLAN).encode(), "vni", PLAN),
        (PLAN.encode().decode("latin-1").encode(), "utf8-twice", PLAN),
        ("á»¦y ban nhÃ¢n dÃ¢n tá»‰nh TÃ¢n Giang".encode(), "utf8-twice", "Ủy ban nhân dân tỉnh Tân Giang"),
    ],
    ids=[
        "tcvn3",
        "vni",
        "windows-1258",
        "tcvn3 kept as UTF-8",
        "vni kept as UTF-8",
        "UTF-8 twice",
        "UTF-8 as Windows",
    ],
)
def test_old_encodings_are_told_by_their_letters_and_to_be_confirmed(data, encoding, text):
    found = extract(data, "a.txt")

    assert (found.encoding, found.guessed) == (encoding, True)
    assert found.text == text


@pytest.mark.parametrize(
    "data",
    ["Il a été à Noël, garçon ! Où ça ? Déjà vu.".encode("latin-1"), "Kế hoạch".encode() + b"\xff\xe0 x"],
)
def test_what_cannot_be_decided_is_refused(data):
    with pytest.raises(Unreadable, match="Không xác định được bảng mã"):
        extract(data, "a.txt")


def test_other_languages_in_unicode_stay():
    assert (
        extract("Müller über Straße, garçon déjà".encode(), "a.txt").text == "Müller über Straße, garçon déjà"
    )


def test_lines_end_in_one_way_and_no_control_character_is_left():
    assert extract(b"mot\r\nhai\rba\x1a\n", "a.txt").text == "mot\nhai\nba\n"


def test_broken_signs_are_remarked():
    assert extract("Kế ho\ufffdch".encode(), "a.txt").note == "Có 1 ký tự hỏng (�) trong tệp."


@given(
    st.text(
        alphabet=st.characters(codec="utf-8", categories=["L", "M", "N", "P", "Zs"]), min_size=1, max_size=60
    )
)
def test_decomposed_in_is_composed_out(text):
    decomposed = unicodedata.normalize("NFD", text)

    assert cleaned(decomposed) == cleaned(text)
    assert unicodedata.is_normalized("NFC", cleaned(text))


@given(st.lists(st.sampled_from(made.PLAN), min_size=1, max_size=6))
def test_a_decomposed_file_reads_like_the_composed_one(lines):
    text = "\n".join(lines)

    assert extract(unicodedata.normalize("NFD", text).encode(), "a.txt").text == text


@given(st.binary(min_size=1, max_size=400))
def test_no_bytes_break_the_reader(data):
    try:
        text = extract(data, "a.txt").text
    except Unreadable as no:
        text = no.message

    assert text
    assert "\x00" not in text
    assert unicodedata.is_normalized("NFC", text)


def test_a_pile_of_marks_does_not_take_forever():
    pile = "a" + "\u0301\u0316" * 500_000

    assert len(cleaned(pile)) < 10
