"""Ghi vào sổ: accepted duties become tasks of the programme, once, on their documents."""

import pytest

from thidua.kit.audit.models import AuditLine
from thidua.kit.refused import Refused
from thidua.outlook.intake import services
from thidua.outlook.intake.models import Proposal, Taken
from thidua.work.programme.kinds import DueState
from thidua.work.programme.models import Task, TaskBasis

pytestmark = pytest.mark.django_db


@pytest.fixture
def confirm(as_actor, minh, now):
    return lambda reading, **options: services.confirm(reading, by=as_actor(minh), at=now, **options)


@pytest.fixture
def written(reading, looked_through, minh, confirm):
    """The notice 37/TB-SVH, confirmed by Minh."""
    confirm(looked_through(reading, minh))
    return reading


def task_of(word):
    return Task.objects.get(action__contains=word)


def test_each_duty_becomes_a_task_of_the_body_with_its_paper(written, so_van_hoa):
    tasks = Task.objects.order_by("pk")

    assert len(tasks) == 4
    assert {task.body for task in tasks} == {so_van_hoa}
    assert {str(task.document) for task in tasks} == {"Thông báo 37/TB-SVH"}


def test_it_stands_on_the_documents_named_beside_it(written):
    numbers = TaskBasis.objects.filter(task=task_of("Tổng hợp")).values_list("document__number", flat=True)

    assert list(numbers) == ["271/SNV-TĐKT"]


def test_a_document_that_is_written_later_becomes_a_basis_then(written, confirm, as_actor, minh, now):
    task = task_of("Trên cơ sở Nghị định")
    assert not task.bases.filter(document__number="15/2023/TT-BNV").exists()

    left = written.proposals.get(kind=Proposal.Kind.CITATION, is_low=True)
    services.accept_reading(left, by=as_actor(minh), at=now)
    confirm(written)

    assert task.bases.filter(document__number="15/2023/TT-BNV").exists()


def test_the_day_follows_from_the_words_as_printed(written):
    task = task_of("Tổng hợp")

    assert task.deadline_text == "chậm nhất ngày 15 tháng 6 năm 2024"
    assert (str(task.due_on), task.due_state) == ("2024-06-14", DueState.PROPOSED)


def test_a_day_that_the_officer_set_is_kept_as_set(reading, looked_through, minh, confirm, as_actor, now):
    row = reading.proposals.filter(kind=Proposal.Kind.TASK).first()
    services.edit(row, {"deadline": "2024-06-10"}, by=as_actor(minh), at=now)

    confirm(looked_through(reading, minh))

    task = task_of("Tổng hợp")
    assert (str(task.due_on), task.due_state) == ("2024-06-10", DueState.SET)


def test_whoever_is_named_is_looked_up(written, so_van_hoa):
    assert task_of("Phối hợp" if Task.objects.filter(action__startswith="Phối hợp") else "rà soát").assignee
    assert task_of("trình chiếu").assignee_text.endswith("Vũ Minh Trực")


def test_it_says_from_which_words_it_was_taken(written):
    task = task_of("trình chiếu")
    row = Taken.objects.get(subject=f"programme.Task:{task.pk}")

    assert "xây dựng nội dung trình chiếu" in " ".join(written.text[row.start : row.end].split())
    assert task.source_text == f"intake.Proposal:{row.proposal_id}"


def test_a_second_click_gives_nothing_twice(written, confirm):
    assert confirm(written).written == 0
    assert Task.objects.count() == 4


def test_a_duty_that_was_left_out_is_not_given(reading, looked_through, minh, confirm, as_actor, now):
    row = reading.proposals.filter(kind=Proposal.Kind.TASK).first()
    services.decide(row, Proposal.Decision.REJECTED, by=as_actor(minh), at=now)

    confirm(looked_through(reading, minh))

    assert Task.objects.count() == 3


def test_the_lines_inside_name_the_act(written):
    assert set(AuditLine.objects.filter(verb="programme.assign").values_list("outer", flat=True)) == {
        "intake.confirm"
    }


def test_whoever_may_not_give_tasks_is_told_beside_the_card(
    reading, looked_through, minh, confirm, monkeypatch
):
    monkeypatch.setattr(
        "thidua.work.programme.permissions.why_not_assign",
        lambda actor, body: ["Không có quyền giao nhiệm vụ."],
    )

    with pytest.raises(services.RefusedAt) as refused:
        confirm(looked_through(reading, minh))

    assert refused.value.proposal_id == reading.proposals.get(kind=Proposal.Kind.TASK, position=1).pk
    assert not Task.objects.exists()
    assert isinstance(refused.value, Refused)
