from datetime import date

import pytest

from thidua.kit.refused import Refused
from thidua.records.orgs import selectors
from thidua.records.orgs.services import succession
from thidua.records.orgs.tests import factories

DAY = date(2024, 6, 1)
TEXT = "Nghị quyết 16/NQ-HĐND ngày 10/5/2024"


@pytest.fixture
def sports(tan_giang):
    return factories.unit("Sở Thể thao tỉnh Tân Giang", "STT", parent=tan_giang)


def split(unit, into, actor, now, **changes):
    return succession.split_unit(
        unit, by=actor, at=now, **{"into": into, "on": DAY, "by_document": TEXT, "ends": True, **changes}
    )


def test_a_divided_unit_ends_in_both(so_van_hoa, so_noi_vu, sports, quan, as_actor, now):
    split(so_van_hoa, [so_noi_vu, sports], as_actor(quan), now)

    assert selectors.successors(so_van_hoa, DAY) == [so_noi_vu, sports]
    assert so_van_hoa.pk in selectors.lineage(sports, DAY)


def test_one_that_only_gives_a_part_keeps_its_history(so_van_hoa, sports, quan, as_actor, now):
    unit = split(so_van_hoa, [sports], as_actor(quan), now, ends=False)

    assert unit.dissolved_on is None
    assert selectors.lineage(sports, DAY) == [sports.pk]
    assert selectors.successors(so_van_hoa, DAY) == []


def test_living_sub_units_forbid_an_end(so_van_hoa, phong_di_san, sports, quan, as_actor, now):
    with pytest.raises(Refused, match="Còn đơn vị trực thuộc"):
        split(so_van_hoa, [sports], as_actor(quan), now)


def test_duties_handed_over_leave_both_alive(so_van_hoa, so_noi_vu, quan, as_actor, now):
    succession.hand_over_duties(so_van_hoa, by=as_actor(quan), at=now, to=so_noi_vu, on=DAY, by_document=TEXT)

    assert selectors.lineage(so_noi_vu, DAY) == [so_noi_vu.pk]


def test_the_same_successor_twice_is_refused(so_van_hoa, sports, quan, as_actor, now):
    split(so_van_hoa, [sports], as_actor(quan), now, ends=False)

    with pytest.raises(Refused, match="Đã ghi"):
        split(so_van_hoa, [sports], as_actor(quan), now, ends=False)


def test_tung_is_refused(so_van_hoa, sports, tung, as_actor, now):
    with pytest.raises(Refused):
        split(so_van_hoa, [sports], as_actor(tung), now)
