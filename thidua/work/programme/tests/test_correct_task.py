"""Facts put right; bases added and removed; the day settled, extended, worked out anew."""

from datetime import date

import pytest

from thidua.kit.audit.models import AuditLine
from thidua.kit.refused import Refused
from thidua.records.register.tests.factories import entered, identity, sent
from thidua.work.programme import services
from thidua.work.programme.kinds import DueState
from thidua.work.programme.models import TaskBasis
from thidua.work.programme.tests.factories import NOW, SYSTEM, given


def test_a_changed_deadline_gives_a_new_day_unless_one_was_set(so_van_hoa):
    task = given(so_van_hoa, deadline_text="trong quý III năm 2024")

    task = services.correct_task(task, deadline_text="trước ngày 15/11/2024", by=SYSTEM, at=NOW)
    assert (task.due_on, task.due_state) == (date(2024, 11, 14), DueState.PROPOSED)
    task = services.set_due(task, due_on=date(2024, 11, 1), by=SYSTEM, at=NOW)
    task = services.correct_task(task, deadline_text="kịp thời", by=SYSTEM, at=NOW)
    assert (task.due_on, task.due_state, task.deadline_text) == (date(2024, 11, 1), DueState.SET, "kịp thời")


def test_the_document_that_becomes_known_dates_the_deadline(so_van_hoa):
    task = given(so_van_hoa, deadline_text="trong tháng 9")
    assert task.due_on is None
    notice = sent(identity("37/TB-SVH", date(2024, 3, 4), so_van_hoa, "Kết luận"))

    task = services.correct_task(task, document=notice, by=SYSTEM, at=NOW)

    assert task.due_on == date(2024, 9, 30)


def test_everything_that_changed_is_in_one_line(so_van_hoa, phong_di_san):
    task = given(so_van_hoa, assignee_text="Phòng Quản lý di sản")

    services.correct_task(task, action="Việc khác", all_staff=True, by=SYSTEM, at=NOW)
    services.correct_task(task, action="Việc khác", by=SYSTEM, at=NOW)

    (line,) = AuditLine.objects.filter(verb="programme.correct")
    assert line.changes["action"] == ["Tổng hợp báo cáo sơ kết", "Việc khác"]
    assert line.changes["unit"] == ["Phòng Quản lý di sản", None]
    task.refresh_from_db()
    assert (task.unit, task.all_staff, task.folded.startswith("viec khac")) == (None, True, True)


def test_without_words_done_or_by_a_stranger_it_is_refused(so_van_hoa, as_actor, tung, son):
    task = given(so_van_hoa)
    with pytest.raises(Refused, match="Nhập nội dung"):
        services.correct_task(task, action=" ", by=SYSTEM, at=NOW)
    for user in (tung, son):
        with pytest.raises(Refused, match="theo dõi"):
            services.correct_task(task, action="Khác", by=as_actor(user), at=NOW)
    services.complete(task, on=date(2024, 6, 10), by=SYSTEM, at=NOW)
    with pytest.raises(Refused, match="Mở lại rồi mới sửa"):
        services.correct_task(task, action="Khác", by=SYSTEM, at=NOW)


def test_a_proposed_day_is_confirmed_or_given_back_to_the_text(so_van_hoa, as_actor, minh):
    task = given(so_van_hoa, deadline_text="trong quý III năm 2024")

    task = services.set_due(task, due_on=task.due_on, by=as_actor(minh), at=NOW)
    assert (task.due_state, task.due_reason) == (DueState.SET, "Lê Quang Minh ấn định.")
    task = services.set_due(task, due_on=None, by=as_actor(minh), at=NOW)
    assert (task.due_on, task.due_state) == (date(2024, 9, 30), DueState.PROPOSED)


def test_an_extension_keeps_the_old_day_and_the_reason(so_van_hoa):
    task = given(so_van_hoa, deadline_text="chậm nhất ngày 14/6/2024")

    extension = services.extend(
        task, to_due=date(2024, 6, 28), reason=" chờ số liệu của Bảo tàng ", by=SYSTEM, at=NOW
    )

    task.refresh_from_db()
    assert (extension.from_due, extension.to_due) == (date(2024, 6, 14), date(2024, 6, 28))
    assert (task.due_on, task.due_reason) == (
        date(2024, 6, 28),
        "Gia hạn từ 14/6/2024: chờ số liệu của Bảo tàng",
    )


@pytest.mark.parametrize(
    ("to_due", "reason", "said"),
    [(date(2024, 6, 14), "x", "Hạn mới phải sau"), (date(2024, 6, 28), "  ", "Nhập lý do gia hạn")],
)
def test_an_extension_backwards_or_without_reason_is_refused(so_van_hoa, to_due, reason, said):
    task = given(so_van_hoa, deadline_text="chậm nhất ngày 14/6/2024")

    with pytest.raises(Refused, match=said):
        services.extend(task, to_due=to_due, reason=reason, by=SYSTEM, at=NOW)


def test_who_only_does_the_task_does_not_extend_it(so_van_hoa, as_actor, ha):
    task = given(so_van_hoa, person=ha.person)

    with pytest.raises(Refused, match="giao và theo dõi"):
        services.extend(task, to_due=date(2024, 7, 1), reason="x", by=as_actor(ha), at=NOW)


def test_bases_are_added_once_and_removed(so_van_hoa, tan_giang):
    plan = entered(identity("64/KH-UBND", date(2024, 3, 1), tan_giang, "Tuyên truyền"), so_van_hoa)
    task = given(so_van_hoa)

    services.add_basis(task, plan, printed="Kế hoạch số 64", by=SYSTEM, at=NOW)
    services.add_basis(task, plan, by=SYSTEM, at=NOW)
    basis = TaskBasis.objects.get()
    services.remove_basis(basis, by=SYSTEM, at=NOW)

    assert not TaskBasis.objects.exists()
    verbs = list(AuditLine.objects.filter(verb__contains="basis").values_list("verb", flat=True))
    assert sorted(verbs) == ["programme.add_basis", "programme.remove_basis"]
