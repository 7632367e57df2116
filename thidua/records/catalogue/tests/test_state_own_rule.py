"""A body's own quy chế: shares of votes, attendance, days of posting."""

from decimal import Decimal

import pytest

from thidua.kit.refused import Refused
from thidua.law import wording
from thidua.records.catalogue import selectors
from thidua.records.catalogue.services import OWN_RULES
from thidua.records.catalogue.tests.factories import DAY, own, regulation


@pytest.fixture
def paper(so_van_hoa):
    return regulation(so_van_hoa)


def test_it_stands_beside_the_law_on_the_page_of_the_title(so_van_hoa, so_noi_vu, paper):
    own(so_van_hoa, paper)

    def votes(body, code):
        return [told.lines for told in selectors.kind(code, selectors.book(DAY, body), DAY).votes]

    assert ("ít nhất 75%",) in votes(so_van_hoa, "CSTDCS")
    assert ("ít nhất 75%",) not in votes(so_van_hoa, "COBT")
    assert ("ít nhất 75%",) not in votes(so_noi_vu, "CSTDCS")


@pytest.mark.parametrize("kind", sorted(OWN_RULES))
def test_every_kind_is_told_in_words(so_van_hoa, paper, kind):
    overlay = own(so_van_hoa, paper, kind, awards=[])
    book = selectors.book(DAY, so_van_hoa)
    entry = book.by_id[overlay.entry]

    assert wording.standing(entry, DAY) == wording.VERIFIED
    assert any("75" in text for _, text in wording.told(entry, book))
    assert any("75" in line for line in selectors.tell(entry, book, DAY).lines)


def test_two_rules_do_not_take_each_others_place(so_van_hoa, paper):
    first, second = own(so_van_hoa, paper), own(so_van_hoa, paper, "cong_khai", number=Decimal(5))

    assert first.entry != second.entry
    assert {first.entry, second.entry} <= selectors.book(DAY, so_van_hoa).by_id.keys()


def test_an_unknown_title_or_kind_is_refused(so_van_hoa, paper, minh, as_actor):
    with pytest.raises(Refused, match="không có mã XYZ"):
        own(so_van_hoa, paper, awards=["XYZ"])
    with pytest.raises(Refused, match="Chọn loại"):
        own(so_van_hoa, paper, "gi_do")
    with pytest.raises(Refused, match="cán bộ pháp chế"):
        own(so_van_hoa, paper, by=as_actor(minh))
