from datetime import date

import pytest

from thidua.kit.refused import Refused
from thidua.records.orgs.services import units


def test_a_new_symbol_ends_the_one_before(so_van_hoa, quan, as_actor, now):
    unit = units.set_code(
        so_van_hoa, by=as_actor(quan), at=now, scheme="short", code="SVHTT", since=date(2024, 3, 1)
    )

    assert unit.code == "SVHTT"
    assert unit.codes.get(code="SVH").until == date(2024, 3, 1)


def test_without_a_day_the_symbol_is_mended_in_place(so_van_hoa, quan, as_actor, now):
    unit = units.set_code(so_van_hoa, by=as_actor(quan), at=now, scheme="short", code="SVHTT")

    assert [row.code for row in unit.codes.all()] == ["SVHTT"]


def test_an_official_code_taken_is_refused_naming_who_bears_it(so_van_hoa, so_noi_vu, quan, as_actor, now):
    units.set_code(so_noi_vu, by=as_actor(quan), at=now, scheme="H02", code="000.00.01.H02")

    with pytest.raises(Refused, match="đang dùng cho “Sở Nội vụ tỉnh Tân Giang”"):
        units.set_code(so_van_hoa, by=as_actor(quan), at=now, scheme="H02", code="000.00.01.H02")


def test_two_communes_may_bear_the_same_symbol(xa_binh_hoa, tan_giang, quan, as_actor, now):
    assert (
        units.set_code(xa_binh_hoa, by=as_actor(quan), at=now, scheme="short", code="UBND").code
        == tan_giang.code
    )


def test_several_other_symbols_stand_side_by_side(so_van_hoa, quan, as_actor, now):
    for code in ("SVHTTDL", "SVHTT"):
        units.set_code(so_van_hoa, by=as_actor(quan), at=now, scheme="alias", code=code)

    so_van_hoa.refresh_from_db()
    assert so_van_hoa.code == "SVH"
    assert so_van_hoa.codes.filter(scheme="alias", until__isnull=True).count() == 2


def test_the_same_code_again_is_refused(so_van_hoa, quan, as_actor, now):
    with pytest.raises(Refused, match="đã mang mã SVH"):
        units.set_code(so_van_hoa, by=as_actor(quan), at=now, scheme="short", code="SVH")


def test_tung_is_refused(so_van_hoa, tung, as_actor, now):
    with pytest.raises(Refused):
        units.set_code(so_van_hoa, by=as_actor(tung), at=now, scheme="short", code="X")
