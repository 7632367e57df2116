from datetime import date

import pytest

from thidua.kit.audit.models import AuditLine
from thidua.kit.refused import Refused
from thidua.records.orgs.models import Unit
from thidua.records.orgs.services import units

FACTS = {"kind": "phong", "level": "don_vi"}


def test_a_room_is_founded_below_its_department(so_van_hoa, dung, as_actor, now):
    room = units.found_unit(
        "Phòng  Nghệ thuật", by=as_actor(dung), at=now, parent=so_van_hoa, code="NT", **FACTS
    )

    room.refresh_from_db()
    assert room.parent == so_van_hoa
    assert room.body == so_van_hoa
    assert room.path == f"{so_van_hoa.path}{room.pk}/"
    assert (room.name, room.folded, room.code) == ("Phòng Nghệ thuật", "phong nghe thuat", "NT")
    assert [row.name for row in room.names.all()] == ["Phòng Nghệ thuật"]


def test_a_legal_person_is_its_own_body(so_van_hoa, dung, as_actor, now):
    museum = units.found_unit(
        "Bảo tàng tỉnh",
        by=as_actor(dung),
        at=now,
        parent=so_van_hoa,
        is_legal_person=True,
        kind="su_nghiep",
        level="don_vi",
    )

    assert museum.body == museum


def test_a_unit_of_a_coming_day_stands_under_its_parent_already(so_van_hoa, dung, as_actor, now):
    room = units.found_unit(
        "Phòng Số", by=as_actor(dung), at=now, parent=so_van_hoa, since=date(2025, 1, 1), **FACTS
    )

    assert room.path == f"{so_van_hoa.path}{room.pk}/"


def test_it_leaves_one_line(so_van_hoa, dung, as_actor, now):
    units.found_unit("Phòng Nghệ thuật", by=as_actor(dung), at=now, parent=so_van_hoa, **FACTS)

    line = AuditLine.objects.get()
    assert (line.verb, line.subject_text, line.body) == (
        "orgs.found_unit",
        "Phòng Nghệ thuật",
        str(so_van_hoa.pk),
    )


def test_without_a_superior_it_is_refused(dung, as_actor, now):
    with pytest.raises(Refused, match="cấp trên"):
        units.found_unit("Sở Mới", by=as_actor(dung), at=now, **FACTS)


def test_below_a_dissolved_unit_it_is_refused(so_van_hoa, dung, as_actor, now):
    Unit.objects.filter(pk=so_van_hoa.pk).update(dissolved_on=date(2024, 1, 1))
    so_van_hoa.refresh_from_db()

    with pytest.raises(Refused, match="đã chấm dứt từ ngày 01/01/2024"):
        units.found_unit("Phòng Mới", by=as_actor(dung), at=now, parent=so_van_hoa, **FACTS)


@pytest.mark.parametrize("name", ["tung", "minh", "lan"])
def test_strangers_and_specialists_are_refused(request, so_van_hoa, as_actor, now, name):
    with pytest.raises(Refused):
        units.found_unit(
            "Phòng Lạ", by=as_actor(request.getfixturevalue(name)), at=now, parent=so_van_hoa, **FACTS
        )

    assert not Unit.objects.filter(name="Phòng Lạ").exists()


def test_the_same_name_under_the_same_superior_is_refused(so_van_hoa, phong_di_san, dung, as_actor, now):
    with pytest.raises(Refused, match="Đã có “Phòng Quản lý di sản”"):
        units.found_unit("phòng quản lý Di sản", by=as_actor(dung), at=now, parent=so_van_hoa, **FACTS)


def test_older_than_its_superior_it_is_refused(so_van_hoa, dung, as_actor, now):
    Unit.objects.filter(pk=so_van_hoa.pk).update(founded_on=date(2010, 1, 1))

    with pytest.raises(Refused, match="sau ngày thành lập"):
        units.found_unit(
            "Phòng Cũ", by=as_actor(dung), at=now, parent=so_van_hoa, since=date(2009, 1, 1), **FACTS
        )
