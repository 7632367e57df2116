"""Rows are put right or struck out: the old ones stay readable and count no more."""

from datetime import date

import pytest

from thidua.kit.audit.models import AuditLine
from thidua.kit.audit.sentences import sentence
from thidua.kit.refused import Refused
from thidua.records.staff import services
from thidua.records.staff.models import Leave, Rating
from thidua.records.staff.tests.factories import NOW, SYSTEM, away, disciplined, rated
from thidua.vn.periods import parse


def test_a_new_row_takes_the_place_of_a_wrong_one(so_van_hoa, khai, minh, as_actor):
    old = rated(khai, so_van_hoa)

    new = services.correct(old, level="HTXSNV", reason="đọc nhầm dòng", by=as_actor(minh), at=NOW)

    old.refresh_from_db()
    assert (old.ending, new.corrects, new.level) == ("sua", old, "HTXSNV")
    assert list(Rating.objects.standing()) == [new]
    line = AuditLine.objects.get(verb="staff.correct")
    assert "Hoàn thành tốt nhiệm vụ → Hoàn thành xuất sắc nhiệm vụ" in sentence(line)
    with pytest.raises(Refused, match="không còn hiệu lực"):
        services.correct(old, level="HTNV", by=SYSTEM, at=NOW)


def test_what_does_not_differ_is_left_alone(so_van_hoa, khai):
    old = rated(khai, so_van_hoa)

    assert services.correct(old, level="HTTNV", of=khai, period=parse("2023"), by=SYSTEM, at=NOW) == old
    assert Rating.objects.count() == 1


def test_a_correction_is_checked_as_a_new_row(so_van_hoa, khai, hoa, tung):
    row, other = rated(khai, so_van_hoa), rated(hoa, so_van_hoa)
    with pytest.raises(Refused, match="đã có trong sổ"):
        services.correct(other, of=khai, by=SYSTEM, at=NOW)
    with pytest.raises(Refused, match="không thuộc"):
        services.correct(row, of=tung.person, by=SYSTEM, at=NOW)
    with pytest.raises(Refused, match="chưa bắt đầu"):
        services.correct(row, period=parse("2025"), by=SYSTEM, at=NOW)


def test_a_leave_put_right_keeps_its_length_or_takes_that_of_its_new_days(so_van_hoa, hoa):
    row = away(hoa, so_van_hoa, since=date(2023, 2, 1), until=date(2023, 2, 4), days=2)

    assert services.correct(row, kind="om_dau", by=SYSTEM, at=NOW).days == 2
    row = Leave.objects.standing().get()
    assert services.correct(row, until=date(2023, 2, 6), by=SYSTEM, at=NOW).days == 5


def test_a_discipline_put_right_may_be_running_again(so_van_hoa, khai):
    row = disciplined(khai, so_van_hoa, until=date(2024, 5, 4))

    new = services.correct(row, until=None, decided_on=date(2022, 5, 4), by=SYSTEM, at=NOW)

    assert (new.status, new.year) == ("dang_chap_hanh", 2022)


def test_a_row_written_by_mistake_is_struck_out_with_a_reason(so_van_hoa, khai):
    row = rated(khai, so_van_hoa)
    with pytest.raises(Refused, match="Nhập lý do"):
        services.strike(row, reason=" ", by=SYSTEM, at=NOW)

    struck = services.strike(row, reason="ghi nhầm người", by=SYSTEM, at=NOW)

    assert (struck.ending, struck.ended_reason) == ("ghi_nham", "ghi nhầm người")
    assert not Rating.objects.standing().exists()
    assert rated(khai, so_van_hoa).pk != row.pk


def test_others_change_nothing(so_van_hoa, khai, tung, son, minh, as_actor):
    row, conduct = rated(khai, so_van_hoa), disciplined(khai, so_van_hoa)
    for user in (tung, son):
        with pytest.raises(Refused, match="Không có quyền"):
            services.correct(row, level="HTNV", by=as_actor(user), at=NOW)
        with pytest.raises(Refused, match="Không có quyền"):
            services.strike(row, reason="x", by=as_actor(user), at=NOW)
    with pytest.raises(Refused, match="Không có quyền"):
        services.strike(conduct, reason="x", by=as_actor(minh), at=NOW)
    with pytest.raises(Refused, match="Không có quyền"):
        services.end_discipline(conduct, on=date(2024, 6, 1), by=as_actor(minh), at=NOW)
