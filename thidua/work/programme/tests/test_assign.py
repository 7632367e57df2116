"""A task is given: to whom, by when, on what basis; by whom it may not be."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from thidua.kit.audit.models import AuditLine
from thidua.kit.audit.sentences import told
from thidua.kit.refused import Refused
from thidua.records.orgs.tests import factories
from thidua.records.register.tests.factories import entered, identity, sent
from thidua.work.programme import selectors
from thidua.work.programme.kinds import DueState
from thidua.work.programme.models import Task
from thidua.work.programme.tests.factories import NOW, SYSTEM, given


@pytest.fixture
def notice(so_van_hoa):
    return sent(identity("37/TB-SVH", date(2024, 3, 4), so_van_hoa, "Kết luận cuộc họp"))


@pytest.fixture
def plan(tan_giang, so_van_hoa):
    return entered(identity("64/KH-UBND", date(2024, 3, 1), tan_giang, "Tuyên truyền năm 2024"), so_van_hoa)


def test_the_reader_s_facts_become_a_task(as_actor, minh, so_van_hoa, phong_di_san, notice, plan):
    task = given(
        so_van_hoa,
        "  Rà soát, lập hồ sơ đề nghị khen thưởng  ",
        by=as_actor(minh),
        assignee_text="Phòng Quản lý di sản",
        cooperate_text="Bảo tàng tỉnh",
        deadline_text="trong vòng 05 ngày làm việc kể từ ngày ký",
        bases=[(plan, "Kế hoạch số 64/KH-UBND"), plan],
        document=notice,
        source_text="intake.Proposal:7",
    )

    assert (task.action, task.unit, task.kind) == (
        "Rà soát, lập hồ sơ đề nghị khen thưởng",
        phong_di_san,
        "giao",
    )
    assert (task.due_on, task.due_state) == (date(2024, 3, 11), DueState.PROPOSED)
    assert "ngày ban hành 04/3/2024" in task.due_reason
    assert [(row.document, row.printed) for row in task.bases.all()] == [(plan, "Kế hoạch số 64/KH-UBND")]
    assert (task.cooperate_text, task.source_text, task.document) == (
        "Bảo tàng tỉnh",
        "intake.Proposal:7",
        notice,
    )
    line = AuditLine.objects.get(verb="programme.assign")
    assert told(line).sentence == "Lê Quang Minh giao nhiệm vụ: Rà soát, lập hồ sơ đề nghị khen thưởng"
    assert "giao cho: Phòng Quản lý di sản" in told(line).changes


def test_a_vague_deadline_stays_open_and_a_courteous_task_is_never_late(so_van_hoa):
    vague = given(so_van_hoa, deadline_text="kịp thời")
    asked = given(
        so_van_hoa, "Phối hợp cung cấp số liệu", binding=False, deadline_text="trước ngày 10/5/2024"
    )

    assert (vague.due_on, vague.due_state) == (None, DueState.OPEN)
    assert asked.kind == Task.Kind.COURTEOUS
    assert asked.due_on < date(2024, 6, 12)
    assert not asked.is_late(date(2024, 6, 12))
    assert given(so_van_hoa, deadline_text="trước ngày 10/5/2024").is_late(date(2024, 6, 12))


def test_the_officer_may_set_the_day_instead(so_van_hoa):
    task = given(so_van_hoa, deadline_text="kịp thời", due_on=date(2024, 7, 1))

    assert (task.due_on, task.due_state) == (date(2024, 7, 1), DueState.SET)


@pytest.mark.parametrize(
    ("text", "unit", "person", "role", "all_staff"),
    [
        ("Phòng Quản lý di sản", True, None, "", False),
        ("đồng chí Khải", True, "Đỗ Văn Khải", "", False),
        ("Đồng chí Đỗ Văn Khải", True, "Đỗ Văn Khải", "", False),
        ("Trưởng phòng Di sản", True, "Đỗ Văn Khải", "Trưởng phòng Di sản", False),
        ("Phụ trách Kế toán", False, None, "Phụ trách Kế toán", False),
        ("Toàn thể công chức Sở", False, None, "", True),
        ("đồng chí Nam", False, None, "", False),
        ("Các đơn vị có liên quan", False, None, "", False),
        ("", False, None, "", False),
    ],
)
def test_only_what_is_certain_about_an_assignee_is_filled_in(
    so_van_hoa, phong_di_san, text, unit, person, role, all_staff
):
    factories.person("Đỗ Văn Khải", phong_di_san, "Trưởng phòng Di sản")
    for name in ("Lê Văn Nam", "Trần Hoài Nam"):
        factories.person(name, phong_di_san)

    who = selectors.assignee_of(text, so_van_hoa, date(2024, 6, 12))

    assert who.unit == (phong_di_san if unit else None)
    assert (who.person.full_name if who.person else None) == person
    assert (who.role_text, who.all_staff) == (role, all_staff)


def test_the_printed_assignee_stays_where_nobody_is_certain(so_van_hoa):
    task = given(so_van_hoa, assignee_text="Các đơn vị có liên quan")

    assert (task.unit, task.person, task.assignee) == (None, None, "Các đơn vị có liên quan")


def test_somebody_of_another_body_is_not_taken_for_ours(so_van_hoa, so_noi_vu):
    factories.person("Ngô Văn Ân", so_noi_vu)

    assert given(so_van_hoa, assignee_text="đồng chí Ngô Văn Ân").person is None


@pytest.mark.parametrize("who", ["tung", "son", "thao"])
def test_who_may_not_give_tasks_is_refused(request, as_actor, so_van_hoa, who):
    with pytest.raises(Refused, match="Không có quyền giao nhiệm vụ của Sở Văn hóa"):
        given(so_van_hoa, by=as_actor(request.getfixturevalue(who)))


def test_a_task_without_words_is_refused(so_van_hoa):
    with pytest.raises(Refused, match="Nhập nội dung"):
        given(so_van_hoa, "   ")
    assert not Task.objects.exists()


def test_the_database_refuses_what_cannot_be(so_van_hoa, phong_di_san):
    facts = {"body": so_van_hoa, "action": "x", "created_at": NOW}
    impossible = (
        {"due_state": "open", "due_on": date(2024, 7, 1)},
        {"due_state": "printed", "due_on": None},
        {"done_on": date(2024, 6, 1), "cancelled_on": date(2024, 6, 2)},
        {"all_staff": True, "unit": phong_di_san},
    )
    for wrong in impossible:
        with pytest.raises(IntegrityError), transaction.atomic():
            Task.objects.create(**facts, **wrong)


def test_a_task_may_be_found_without_marks(so_van_hoa, phong_di_san):
    task = given(so_van_hoa, "Chuẩn bị minh chứng chấm điểm", assignee_text="Phòng Quản lý di sản")

    rows = selectors.visible_to(SYSTEM)
    from_words = selectors.visible.in_words(rows, "minh chung di san")
    assert list(from_words) == [task]
    assert not selectors.visible.in_words(rows, "hội nghị").exists()
