"""How many may be proposed: the law's ceilings of its time, and those of the quy chế with their papers."""

from datetime import date
from decimal import Decimal

from thidua.records.catalogue import selectors
from thidua.records.catalogue.tests.factories import DAY, own, regulation


def test_the_law_had_one_until_2023_and_has_none_since(so_van_hoa):
    (cap,) = selectors.ceilings(date(2023, 6, 1), so_van_hoa, "CSTDCS")

    assert (cap.percent, cap.base, cap.is_draft) == (Decimal(15), "LDTT", False)
    assert cap.text == "nhiều nhất 15% số cá nhân đạt LĐTT hoặc CSTT của đơn vị"
    assert "91/2017/NĐ-CP" in cap.source
    assert (cap.document, cap.body) == (None, None)
    assert selectors.ceilings(DAY, so_van_hoa, "CSTDCS") == []


def test_a_body_sets_its_own_for_itself_and_those_below(so_van_hoa, tan_giang, so_van_hoa_nam_hai):
    above, paper = regulation(tan_giang, "9/QĐ-UBND"), regulation(so_van_hoa)
    own(tan_giang, above, "tran_ty_le", number=Decimal(20), base="LDTT")
    own(so_van_hoa, paper, "tran_ty_le", number=Decimal("12.5"), base="LDTT")

    nearest, wider = selectors.ceilings(DAY, so_van_hoa, "CSTDCS")

    assert (nearest.percent, nearest.document, nearest.body) == (Decimal("12.5"), paper, so_van_hoa)
    assert nearest.source == "12/QĐ-SVH, mục 3"
    assert nearest.cites[0].title == "Quy chế xét khen thưởng"
    assert (wider.percent, wider.body) == (Decimal(20), tan_giang)
    assert selectors.ceilings(DAY, so_van_hoa, "LDTT") == []
    assert selectors.ceilings(DAY, so_van_hoa_nam_hai, "CSTDCS") == []
    assert selectors.ceilings(date(2024, 1, 31), so_van_hoa, "CSTDCS") == []


def test_a_number_is_a_ceiling_too(so_van_hoa):
    own(so_van_hoa, regulation(so_van_hoa), "tran_so_luong", number=Decimal(3))

    (cap,) = selectors.ceilings(DAY, so_van_hoa, "CSTDCS")

    assert (cap.count, cap.percent, cap.text) == (3, None, "nhiều nhất 03")


def test_the_nearest_bodys_rule_comes_first(so_van_hoa, tan_giang):
    own(tan_giang, regulation(tan_giang, "9/QĐ-UBND"), "ty_le_phieu", number=Decimal(70))
    own(so_van_hoa, regulation(so_van_hoa), "ty_le_phieu", number=Decimal(75))

    found = selectors.own_rules(DAY, so_van_hoa, "ty_le_phieu", "CSTDCS")

    assert [entry.data["min_percent"] for entry in found] == [75, 70]
    assert selectors.own_rules(DAY, so_van_hoa, "ty_le_phieu", "COBT") == []


def test_without_a_body_there_is_only_the_law(db):
    assert selectors.own_rules(DAY, None, "ty_le_phieu") == []
    assert selectors.ceilings(date(2023, 6, 1), None, "CSTDCS")
