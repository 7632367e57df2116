"""A body's own quy chế: shares of votes, attendance, days of posting."""

from decimal import Decimal

import pytest

from thidua.kit.refused import Refused
from thidua.law import wording
from thidua.records.catalogue import selectors
from thidua.records.catalogue.own_rules import OWN_RULES
from thidua.records.catalogue.refusals import WrongFields
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


SAID = {
    "mau_so": ({"way": "co_mat"}, "số thành viên có mặt"),
    "cach_bo_phieu": ({"way": "kin"}, "bỏ phiếu kín"),
    "nhan_ho_so": ({"day": "10/12"}, "chậm nhất 10/12 hằng năm"),
    "lay_y_kien": (
        {"bodies": ["Công an tỉnh", "Thuế tỉnh"], "number": Decimal(7)},
        "hỏi Công an tỉnh, Thuế tỉnh",
    ),
    "tran_ty_le": ({"number": Decimal(15), "base": "LDTT"}, "15% số cá nhân đạt Lao động tiên tiến"),
    "tran_so_luong": ({"number": Decimal(3)}, "03"),
}


@pytest.mark.parametrize("kind", OWN_RULES)
def test_every_kind_is_told_in_words(so_van_hoa, paper, kind):
    facts, words = SAID.get(kind, ({"number": Decimal(75)}, "75"))
    overlay = own(so_van_hoa, paper, kind, awards=[], **{"number": None, **facts})
    book = selectors.book(DAY, so_van_hoa)
    entry = book.by_id[overlay.entry]

    assert wording.standing(entry, DAY) == wording.VERIFIED
    assert any(words in text for _, text in wording.told(entry, book))
    assert any(words in line for line in selectors.tell(entry, book, DAY).lines)
    assert selectors.own_rules(DAY, so_van_hoa, kind, "CSTDCS") == [entry]


@pytest.mark.parametrize(
    ("kind", "facts", "field"),
    [
        ("ty_le_phieu", {"number": Decimal(101)}, "number"),
        ("cong_khai", {"number": None}, "number"),
        ("mau_so", {"way": "kin"}, "way"),
        ("nhan_ho_so", {"day": "31/11"}, "day"),
        ("lay_y_kien", {"bodies": [" "]}, "bodies"),
        ("tran_ty_le", {"number": Decimal(15)}, "base"),
        ("tran_ty_le", {"number": Decimal(15), "base": "LDT"}, "base"),
    ],
)
def test_what_makes_no_sense_is_told_beside_its_field(so_van_hoa, paper, kind, facts, field):
    with pytest.raises(WrongFields) as refused:
        own(so_van_hoa, paper, kind, **facts)

    assert [name for name, _ in refused.value.fields] == [field]


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
