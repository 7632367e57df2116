from datetime import date

import pytest

from thidua.kit.refused import Refused
from thidua.records.orgs import selectors, tree
from thidua.records.orgs.models import Succession
from thidua.records.orgs.services import succession, units

DAY = date(2024, 6, 1)
TEXT = "Nghị quyết 15/NQ-HĐND ngày 10/5/2024"


def merge(merged, into, actor, now, **changes):
    return succession.merge_units(
        merged, by=actor, at=now, **{"into": into, "on": DAY, "by_document": TEXT, **changes}
    )


def test_the_merged_end_and_go_on_in_the_other(so_van_hoa, so_noi_vu, quan, as_actor, now):
    merge([so_van_hoa], so_noi_vu, as_actor(quan), now)

    so_van_hoa.refresh_from_db()
    edge = Succession.objects.get()
    assert so_van_hoa.dissolved_on == DAY
    assert (edge.predecessor, edge.successor, edge.by_document) == (so_van_hoa, so_noi_vu, TEXT)
    assert selectors.lineage(so_noi_vu, DAY) == [so_noi_vu.pk, so_van_hoa.pk]
    assert selectors.successors(so_van_hoa, DAY) == [so_noi_vu]


def test_living_sub_units_go_along(so_van_hoa, phong_di_san, so_noi_vu, quan, as_actor, now):
    merge([so_van_hoa], so_noi_vu, as_actor(quan), now)

    phong_di_san.refresh_from_db()
    assert phong_di_san.parent == so_noi_vu
    assert phong_di_san.body == so_noi_vu
    assert tree.out_of_step(date(2024, 6, 12)) == {}


def test_or_forbid_it(so_van_hoa, phong_di_san, so_noi_vu, quan, as_actor, now):
    with pytest.raises(Refused, match="còn đơn vị trực thuộc"):
        merge([so_van_hoa], so_noi_vu, as_actor(quan), now, with_subunits=False)


def test_into_a_dissolved_unit_is_refused(so_van_hoa, so_noi_vu, quan, as_actor, now):
    units.dissolve_unit(so_noi_vu, by=as_actor(quan), at=now, on=date(2024, 5, 1))

    with pytest.raises(Refused, match="đã chấm dứt"):
        merge([so_van_hoa], so_noi_vu, as_actor(quan), now)


def test_into_itself_is_refused(so_van_hoa, quan, as_actor, now):
    with pytest.raises(Refused, match="phải khác nhau"):
        merge([so_van_hoa], so_van_hoa, as_actor(quan), now)


def test_into_something_below_itself_is_refused(so_van_hoa, phong_di_san, quan, as_actor, now):
    with pytest.raises(Refused, match="đang trực thuộc"):
        merge([so_van_hoa], phong_di_san, as_actor(quan), now)


def test_without_a_deciding_document_is_refused(so_van_hoa, so_noi_vu, quan, as_actor, now):
    with pytest.raises(Refused, match="văn bản quyết định"):
        merge([so_van_hoa], so_noi_vu, as_actor(quan), now, by_document=" ")


def test_a_department_alone_does_not_merge_with_another(so_van_hoa, so_noi_vu, dung, as_actor, now):
    with pytest.raises(Refused, match="ngoài phạm vi quản trị"):
        merge([so_van_hoa], so_noi_vu, as_actor(dung), now)


def test_tung_is_refused(so_van_hoa, so_van_hoa_nam_hai, tung, as_actor, now):
    with pytest.raises(Refused):
        merge([so_van_hoa], so_van_hoa_nam_hai, as_actor(tung), now)

    assert not Succession.objects.exists()
