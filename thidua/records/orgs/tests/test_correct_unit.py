from datetime import date

import pytest

from thidua.kit.audit.models import AuditLine
from thidua.kit.refused import Refused
from thidua.records.orgs.services import units


def test_a_misspelt_name_is_mended_in_place(so_van_hoa, dung, as_actor, now):
    unit = units.correct_unit(
        so_van_hoa, by=as_actor(dung), at=now, name="Sở Văn hoá tỉnh Tân Giang", short_name="SVH"
    )

    assert (unit.name, unit.short_name) == ("Sở Văn hoá tỉnh Tân Giang", "SVH")
    assert unit.names.count() == 1
    assert AuditLine.objects.get().changes["short_name"] == ["Sở Văn hóa tỉnh Tân Giang", "SVH"]


def test_a_room_that_becomes_a_legal_person_is_the_body_of_what_stands_below(
    phong_di_san, so_van_hoa, dung, as_actor, now
):
    team = units.found_unit(
        "Tổ Lưu trữ", by=as_actor(dung), at=now, parent=phong_di_san, kind="phong", level="don_vi"
    )
    assert team.body == so_van_hoa

    room = units.correct_unit(phong_di_san, by=as_actor(dung), at=now, is_legal_person=True)

    team.refresh_from_db()
    assert room.body == room
    assert team.body == room


def test_and_back_again(phong_di_san, so_van_hoa, dung, as_actor, now):
    team = units.found_unit(
        "Tổ Lưu trữ", by=as_actor(dung), at=now, parent=phong_di_san, kind="phong", level="don_vi"
    )
    units.correct_unit(phong_di_san, by=as_actor(dung), at=now, is_legal_person=True)

    units.correct_unit(phong_di_san, by=as_actor(dung), at=now, is_legal_person=False)

    team.refresh_from_db()
    assert team.body == so_van_hoa


def test_founded_after_it_ended_is_refused(phong_di_san, dung, as_actor, now):
    units.dissolve_unit(phong_di_san, by=as_actor(dung), at=now, on=date(2024, 1, 1))

    with pytest.raises(Refused, match="trước ngày chấm dứt"):
        units.correct_unit(phong_di_san, by=as_actor(dung), at=now, founded_on=date(2024, 6, 1))


def test_tung_is_refused(so_van_hoa, tung, as_actor, now):
    with pytest.raises(Refused):
        units.correct_unit(so_van_hoa, by=as_actor(tung), at=now, note="x")
