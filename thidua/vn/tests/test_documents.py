"""Kinds of documents, numbers taken apart, order of rank."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua.vn.documents import DOCUMENT_TYPES, parse_number, rank_of, tidy_number


@pytest.mark.parametrize(
    ("written", "serial", "year", "kind", "issuer"),
    [
        ("46/KH-SDL", "46", None, "Kế hoạch", "SDL"),
        ("257/BTĐKT-NV", "257", None, "Công văn", "BTĐKT"),
        ("1057-CV/TU", "1057", None, "Công văn", "TU"),
        ("07/CT-TTg", "07", None, "Chỉ thị", "TTg"),
        ("06/2022/QH15", "06", 2022, "Luật", "QH15"),
        ("98/2023/NĐ-CP", "98", 2023, "Nghị định", "CP"),
        ("01/QĐ-KTĐ", "01", None, "Quyết định", "KTĐ"),
        ("358- NQ/ĐU", "358", None, "Nghị quyết", "ĐU"),
        ("1819/HD-BTĐKTTW", "1819", None, "Hướng dẫn", "BTĐKTTW"),
        ("07/KHLT-SGDĐT-CĐN", "07", None, "Kế hoạch liên tịch", "SGDĐT-CĐN"),
        ("21-CTr/TU", "21", None, "Chương trình", "TU"),
        ("12a/TTr-UBND", "12a", None, "Tờ trình", "UBND"),
    ],
)
def test_a_number_is_taken_apart(written: str, serial: str, year: int | None, kind: str, issuer: str) -> None:
    number = parse_number(written)
    assert number is not None
    assert (number.serial, number.year, number.type_name, number.issuer_abbr) == (serial, year, kind, issuer)


def test_blanks_breaks_and_other_dashes_are_not_part_of_a_number() -> None:
    assert tidy_number("98/2023/NĐ-\n\nCP") == "98/2023/NĐ-CP"
    assert tidy_number("358- NQ/ĐU") == tidy_number("358–NQ/ĐU") == "358-NQ/ĐU"


@pytest.mark.parametrize(
    ("scanned", "meant"),
    [
        ("98/2023/ND-CP", "98/2023/NĐ-CP"),
        ("15/QD-HDND", "15/QĐ-HĐND"),
        ("318/BTDKT-NV", "318/BTĐKT-NV"),
        ("41-NQ/DU", "41-NQ/ĐU"),
    ],
)
def test_bars_that_a_scan_lost_are_given_back(scanned: str, meant: str) -> None:
    number = parse_number(scanned)
    assert number is not None
    assert number.as_written == meant


@pytest.mark.parametrize("text", ["", "KH-SDL", "số 46", "46/KH-SDL ngày", "2021 - 2025"])
def test_what_is_no_number_is_none(text: str) -> None:
    assert parse_number(text) is None


def test_a_list_prints_party_law_decree_circular_province_department() -> None:
    cited = [
        ("Kế hoạch", "46/KH-SDL"),
        ("Quyết định", "15/QĐ-UBND"),
        ("Thông tư", "01/2024/TT-BNV"),
        ("Chỉ thị", "07/CT-TTg"),
        ("Nghị định", "98/2023/NĐ-CP"),
        ("Luật", None),
        ("Chỉ thị", "34-CT/TW"),
    ]
    assert sorted(cited, key=lambda one: rank_of(*one)) == cited[::-1]


def test_every_abbreviation_belongs_to_one_kind() -> None:
    seen = [abbreviation for kind in DOCUMENT_TYPES for abbreviation in kind.abbreviations]
    assert len(seen) == len(set(seen))


@given(
    st.integers(min_value=1, max_value=99999),
    st.sampled_from([kind.abbreviations[0] for kind in DOCUMENT_TYPES if "-" not in kind.abbreviations[0]]),
    st.sampled_from(["UBND", "SNV", "BNV", "HĐTĐKT", "TTg", "P.NV", "PGD&ĐT"]),
    st.one_of(st.none(), st.integers(min_value=1990, max_value=2099)),
)
def test_what_is_put_together_is_taken_apart(serial: int, kind: str, issuer: str, year: int | None) -> None:
    written = f"{serial:02d}/{f'{year}/' if year else ''}{kind}-{issuer}"
    number = parse_number(written)
    assert number is not None
    assert (int(number.serial), number.year, number.type_abbr, number.issuer_abbr) == (
        serial,
        year,
        kind,
        issuer,
    )
    assert number.as_written == written
