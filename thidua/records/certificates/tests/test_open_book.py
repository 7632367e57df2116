"""A book per body, kind and year; its pattern changes only before the first number."""

import pytest

from thidua.kit.refused import Refused
from thidua.records.certificates import selectors, services
from thidua.records.certificates.tests.factories import NOW, SYSTEM


def test_a_number_is_written_as_the_pattern_says(book):
    assert book.number(7) == "0007/GK-SVH"
    assert str(book) == "Giấy khen, năm 2024"


def test_one_kind_has_one_book_a_year(book, so_van_hoa, so_noi_vu):
    with pytest.raises(Refused, match="đã mở"):
        services.open_book("giay_khen", 2024, body=so_van_hoa, by=SYSTEM, at=NOW)
    for body, year in ((so_van_hoa, 2023), (so_noi_vu, 2024)):
        services.open_book("giay_khen", year, body=body, by=SYSTEM, at=NOW)
    assert selectors.books_for(so_van_hoa, SYSTEM).count() == 2


@pytest.mark.parametrize(
    ("facts", "why"),
    [
        ({"pattern": "GK-SVH"}, "Mẫu số cần có"),
        ({"pattern": "{so}/{so}"}, "đúng một lần"),
        ({"width": 9}, "Số chữ số"),
        ({"start": 0}, "Số đầu tiên"),
        ({"artefact": "huy_chuong"}, "Chọn loại"),
        ({"year": 1950}, "Kiểm tra lại năm"),
    ],
)
def test_what_cannot_be_is_refused(facts, why, so_van_hoa):
    told = {"artefact": "giay_khen", "year": 2024} | facts
    with pytest.raises(Refused, match=why):
        services.open_book(told.pop("artefact"), told.pop("year"), body=so_van_hoa, by=SYSTEM, at=NOW, **told)


def test_the_pattern_is_put_right_until_the_first_number(book):
    facts = {"pattern": "{so}/GK/{nam}", "width": 3, "start": 1, "is_preprinted": False}
    changed = services.correct_book(book, **facts, by=SYSTEM, at=NOW)
    assert changed.number(1) == "001/GK/2024"
    services.spoil_blank(changed, "", reason="rách", by=SYSTEM, at=NOW)

    with pytest.raises(Refused, match="đã có số"):
        services.correct_book(book, **facts, by=SYSTEM, at=NOW)


def test_others_neither_open_nor_see_a_book(as_actor, tung, son, book, so_van_hoa):
    for user in (tung, son):
        with pytest.raises(Refused, match="Không có quyền"):
            services.open_book("bang_khen", 2024, body=so_van_hoa, by=as_actor(user), at=NOW)
    assert list(selectors.books_visible_to(as_actor(son))) == [book]
    assert not selectors.books_visible_to(as_actor(tung))
