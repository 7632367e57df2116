"""Many at once: one line in the log, each with its own assignee and day."""

from datetime import date

import pytest

from thidua.kit.audit.models import AuditLine
from thidua.kit.refused import Refused
from thidua.records.register.tests.factories import identity, sent
from thidua.work.programme import services
from thidua.work.programme.forms.giving import read_line
from thidua.work.programme.models import Task
from thidua.work.programme.services import NewTask
from thidua.work.programme.tests.factories import NOW, SYSTEM


def test_each_has_its_own_unit_and_day(so_van_hoa, phong_di_san, as_actor, minh):
    notice = sent(identity("37/TB-SVH", date(2024, 3, 4), so_van_hoa, "Kết luận"))
    new = [
        NewTask("Việc một", "Phòng Quản lý di sản", "trước ngày 15 tháng 11"),
        NewTask("Việc hai", "Toàn thể công chức Sở", "kịp thời"),
        NewTask("Việc ba", binding=False),
    ]

    given = services.assign_many(new, body=so_van_hoa, document=notice, by=as_actor(minh), at=NOW)

    assert [task.due_on for task in given] == [date(2024, 11, 14), None, None]
    assert [task.unit for task in given] == [phong_di_san, None, None]
    assert [task.all_staff for task in given] == [False, True, False]
    assert {task.document for task in Task.objects.all()} == {notice}
    (line,) = AuditLine.objects.filter(verb__startswith="programme.")
    assert line.changes["count"] == ["", 3]


def test_the_queries_do_not_grow_with_the_lines(so_van_hoa, phong_di_san, django_assert_max_num_queries):
    def several(count):
        return [NewTask(f"Việc {number}", "Phòng Quản lý di sản") for number in range(count)]

    with django_assert_max_num_queries(20 + 2 * 5):
        services.assign_many(several(5), body=so_van_hoa, by=SYSTEM, at=NOW)
    with django_assert_max_num_queries(20 + 2 * 40):
        services.assign_many(several(40), body=so_van_hoa, by=SYSTEM, at=NOW)


def test_none_at_all_and_a_stranger_are_refused_and_one_wrong_line_undoes_all(so_van_hoa, as_actor, tung):
    with pytest.raises(Refused, match="Chưa có nhiệm vụ nào"):
        services.assign_many([], body=so_van_hoa, by=SYSTEM, at=NOW)
    with pytest.raises(Refused, match="Không có quyền"):
        services.assign_many([NewTask("Việc")], body=so_van_hoa, by=as_actor(tung), at=NOW)
    with pytest.raises(Refused, match="Nhập nội dung"):
        services.assign_many([NewTask("Việc"), NewTask(" ")], body=so_van_hoa, by=SYSTEM, at=NOW)
    assert not Task.objects.exists()


@pytest.mark.parametrize(
    ("line", "action", "assignee", "deadline", "cooperate"),
    [
        ("- Rà soát hồ sơ tồn đọng", "Rà soát hồ sơ tồn đọng", "", "", ""),
        ("1. Rà soát hồ sơ", "Rà soát hồ sơ", "", "", ""),
        ("a) Rà soát hồ sơ", "Rà soát hồ sơ", "", "", ""),
        (
            "3\tRà soát hồ sơ\tVăn phòng Sở\ttrước 15/7/2024\tPhòng Di sản",
            "Rà soát hồ sơ",
            "Văn phòng Sở",
            "trước 15/7/2024",
            "Phòng Di sản",
        ),
        ("Rà soát hồ sơ\t\ttrong quý III", "Rà soát hồ sơ", "", "trong quý III", ""),
    ],
)
def test_a_pasted_line_is_understood(line, action, assignee, deadline, cooperate):
    read = read_line(line, 1)

    assert (read.action, read.assignee, read.deadline, read.cooperate) == (
        action,
        assignee,
        deadline,
        cooperate,
    )


@pytest.mark.parametrize("line", ["", "   ", "STT\tNội dung\tGiao cho", "Nội dung công việc"])
def test_heads_and_empty_lines_fall_away(line):
    assert read_line(line, 1) is None
