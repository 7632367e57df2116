"""A roll: known people and mere names, nobody twice, and what a pasted column is taken for."""

from datetime import date

import pytest

from thidua.kit.audit.models import AuditLine
from thidua.kit.refused import Refused
from thidua.records.meetings import selectors, services
from thidua.records.meetings.forms.attending import read_line
from thidua.records.meetings.models import RollLine
from thidua.records.meetings.services import RollRow
from thidua.records.meetings.tests.factories import NOW, SYSTEM, met, named
from thidua.records.orgs.tests import factories


def test_people_and_names_come_into_the_roll_with_one_line_in_the_log(so_van_hoa, phong_di_san):
    khai = factories.person("Đỗ Văn Khải", phong_di_san, "Trưởng phòng")
    meeting = met(so_van_hoa)

    rows = [
        RollRow("đỗ văn khải", khai, phong_di_san, "Trưởng phòng"),
        RollRow("Khách mời", present=False, reason="bận"),
        RollRow("Lê Thị Hòa", reason="không nên có"),
    ]
    added = services.add_roll(meeting, rows, by=SYSTEM, at=NOW)

    assert len(added) == 3
    told = RollLine.objects.order_by("pk").values_list("name", "person", "present", "reason")
    assert list(told) == [
        ("Đỗ Văn Khải", khai.pk, True, ""),
        ("Khách mời", None, False, "bận"),
        ("Lê Thị Hòa", None, True, ""),
    ]
    (line,) = AuditLine.objects.filter(verb="meetings.add_roll")
    assert line.changes["lines"] == ["", 3]


def test_nobody_stands_there_twice(so_van_hoa, phong_di_san):
    khai = factories.person("Đỗ Văn Khải", phong_di_san)
    meeting = met(so_van_hoa)
    services.add_roll(meeting, [RollRow("Đỗ Văn Khải", khai), *named("Khách mời")], by=SYSTEM, at=NOW)

    again = services.add_roll(
        meeting, [RollRow("Đỗ Văn Khải", khai), *named("KHÁCH MỜI", "Khách khác")], by=SYSTEM, at=NOW
    )

    assert [line.name for line in again] == ["Khách khác"]
    assert services.add_roll(meeting, named("Khách khác"), by=SYSTEM, at=NOW) == []
    assert AuditLine.objects.filter(verb="meetings.add_roll").count() == 2


def test_an_empty_name_a_day_to_come_and_a_stranger_are_refused(so_van_hoa, as_actor, tung, son):
    meeting = met(so_van_hoa)

    with pytest.raises(Refused, match="không có tên"):
        services.add_roll(meeting, named(" "), by=SYSTEM, at=NOW)
    with pytest.raises(Refused, match="điểm danh từ ngày đó"):
        services.add_roll(met(so_van_hoa, held_on=date(2024, 7, 1)), named("A"), by=SYSTEM, at=NOW)
    for stranger in (tung, son):
        with pytest.raises(Refused, match="Không có quyền"):
            services.add_roll(meeting, named("Lê Văn A"), by=as_actor(stranger), at=NOW)


def test_a_line_is_struck_out(so_van_hoa):
    meeting = met(so_van_hoa)
    first, _ = services.add_roll(meeting, named("Lê Văn A", "Lê Văn B"), by=SYSTEM, at=NOW)

    services.strike_line(RollLine.objects.get(pk=first.pk), by=SYSTEM, at=NOW)

    assert [line.name for line in meeting.roll.all()] == ["Lê Văn B"]
    assert AuditLine.objects.get(verb="meetings.strike_line").changes["struck"] == ["Lê Văn A", ""]


def test_names_are_matched_only_where_they_are_sure(as_actor, minh, so_van_hoa, phong_di_san, so_noi_vu):
    khai = factories.person("Đỗ Văn Khải", phong_di_san, "Trưởng phòng")
    hoa, hoa_khong_dau = (factories.person(name, phong_di_san) for name in ("Lê Thị Hòa", "Lê Thị Hoa"))
    twins = [factories.person("Lê Văn Nam", phong_di_san) for _ in range(2)]
    factories.person("Ngô Văn Ân", so_noi_vu)

    found = selectors.match_names(
        ["do van khai", "Lê Thị Hòa", "Lê Văn Nam", "Ngô Văn Ân"], so_van_hoa, as_actor(minh)
    )

    assert [match.person for match in found] == [khai, hoa, None, None]
    assert (found[0].name, found[0].title, found[0].unit) == ("Đỗ Văn Khải", "Trưởng phòng", phong_di_san)
    assert set(found[2].others) == set(twins)
    assert found[3].others == ()
    assert hoa_khong_dau not in found[1].others


@pytest.mark.parametrize(
    ("line", "name", "title", "present", "reason"),
    [
        ("Đỗ Văn Khải", "Đỗ Văn Khải", "", True, ""),
        ("1\tĐỗ Văn Khải\tTrưởng phòng\tx", "Đỗ Văn Khải", "Trưởng phòng", True, ""),
        ("12.\tĐỗ Văn Khải\tvắng (ốm)", "Đỗ Văn Khải", "", False, "ốm"),
        ("Đỗ Văn Khải\tTrưởng phòng\tVắng: đi công tác", "Đỗ Văn Khải", "Trưởng phòng", False, "đi công tác"),
        ("Đỗ Văn Khải\tv", "Đỗ Văn Khải", "", False, ""),
        ("Phòng 3\tx", "", "", True, ""),
    ],
)
def test_a_pasted_line_is_understood(line, name, title, present, reason):
    read = read_line(line, 1)

    assert (read.name, read.title, read.present, read.reason) == (name, title, present, reason)


@pytest.mark.parametrize("line", ["", "   ", "STT\tHọ và tên", "Họ và tên\tChức vụ"])
def test_heads_and_empty_lines_fall_away(line):
    assert read_line(line, 1) is None or read_line(line, 1).name == ""
