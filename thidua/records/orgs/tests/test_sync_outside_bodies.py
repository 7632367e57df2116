from datetime import date

import pytest

from thidua.kit.audit.models import AuditLine
from thidua.kit.refused import Refused
from thidua.records.orgs import reference, selectors, tree
from thidua.records.orgs.models import Succession, Unit
from thidua.records.orgs.services import outside, units
from thidua.records.orgs.tests import factories
from thidua.vn.fold import fold


def test_all_bodies_stand_after_the_first_run(db, the_system, now, today):
    added = outside.sync_outside_bodies(by=the_system, at=now)

    assert added == len(reference.BODIES) == Unit.objects.count()
    assert set(Unit.objects.values_list("is_outside", "level", "is_legal_person")) == {
        (True, "trung_uong", True)
    }
    assert Succession.objects.count() == len(reference.EDGES)
    assert tree.out_of_step(today) == {}


def test_a_second_run_changes_nothing(db, the_system, now):
    outside.sync_outside_bodies(by=the_system, at=now)
    lines = AuditLine.objects.count()

    assert outside.sync_outside_bodies(by=the_system, at=now) == 0
    assert AuditLine.objects.count() == lines


def test_what_officers_corrected_is_left_alone(db, the_system, now):
    outside.sync_outside_bodies(by=the_system, at=now)
    ministry = Unit.objects.get(name="Bộ Công Thương")
    units.rename_unit(ministry, by=the_system, at=now, name="Bộ Công nghiệp", since=date(2024, 1, 1))

    outside.sync_outside_bodies(by=the_system, at=now)

    ministry.refresh_from_db()
    assert ministry.name == "Bộ Công nghiệp"
    assert not Unit.objects.filter(name="Bộ Công Thương").exists()


def test_a_ministry_that_installs_thidua_itself_is_not_doubled(db, the_system, now):
    factories.unit("Bộ Nội vụ", "BNV", level="trung_uong")

    outside.sync_outside_bodies(by=the_system, at=now)

    assert Unit.objects.filter(name="Bộ Nội vụ").count() == 1


def test_ended_ministries_lead_to_their_heirs(db, the_system, now):
    outside.sync_outside_bodies(by=the_system, at=now)
    ended = Unit.objects.get(folded=fold("Bộ Kế hoạch và Đầu tư"))

    assert [str(unit) for unit in selectors.successors(ended, date(2025, 6, 1))] == ["Bộ Tài chính"]
    assert selectors.successors(ended, date(2025, 2, 28)) == []


@pytest.mark.parametrize(
    ("printed", "code", "meant"),
    [
        ("Quốc hội", "QH15", "Quốc hội"),
        ("", "QH15", "Quốc hội"),
        ("Ủy ban Thường vụ Quốc hội", "UBTVQH", "Ủy ban Thường vụ Quốc hội"),
        ("Ban Bí thư Trung ương Đảng", "TW", "Ban Bí thư"),
        ("Ban Thi đua - Khen thưởng Trung ương", "BTĐKTTW", "Ban Thi đua - Khen thưởng Trung ương"),
        ("Bộ NN&PTNT", None, "Bộ Nông nghiệp và Phát triển nông thôn"),
        ("Bộ LĐTBXH", "BLĐTBXH", "Bộ Lao động - Thương binh và Xã hội"),
        ("Trung ương Hội LHPN Việt Nam", None, "Trung ương Hội Liên hiệp Phụ nữ Việt Nam"),
        ("Văn phòng Trung ương Đảng", "VPTW", "Văn phòng Trung ương Đảng"),
        ("Kiểm toán Nhà nước", "KTNN", "Kiểm toán nhà nước"),
    ],
)
def test_their_papers_are_recognised(so_van_hoa, the_system, now, printed, code, meant):
    outside.sync_outside_bodies(by=the_system, at=now)

    found = selectors.sure(selectors.find_unit(printed, near=so_van_hoa, code=code))
    assert found is not None
    assert found.name == meant


def test_who_only_reads_is_refused(ha, as_actor, now):
    with pytest.raises(Refused):
        outside.sync_outside_bodies(by=as_actor(ha), at=now)
