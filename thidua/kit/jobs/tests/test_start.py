"""Putting a job into the queue."""

import pytest
from django.db import transaction
from django_q.models import OrmQ

from thidua.kit.audit.models import AuditLine
from thidua.kit.audit.sentences import sentence
from thidua.kit.jobs.models import Job

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def a_job(registered):
    @registered("thu.viec")
    def work(run, reading=0): ...


def test_a_job_waits_with_who_asked_and_for_which_body(asked, minh, so_van_hoa, now):
    job = asked(args={"reading": 5})

    job.refresh_from_db()
    assert (job.state, job.args, job.title) == ("queued", {"reading": 5}, "Đọc chữ bản quét")
    assert (job.by_key, job.by_name, job.body) == (f"user:{minh.pk}", "Lê Quang Minh", str(so_van_hoa.pk))
    assert job.created_at == now
    assert OrmQ.objects.count() == 1


def test_it_leaves_one_line_that_reads(asked):
    asked()

    assert sentence(AuditLine.objects.get()) == "Lê Quang Minh yêu cầu chạy nền: Đọc chữ bản quét"


def test_what_is_rolled_back_is_not_in_the_queue(asked):
    with transaction.atomic():
        asked()
        transaction.set_rollback(True)

    assert (Job.objects.count(), OrmQ.objects.count()) == (0, 0)


def test_what_nobody_registered_is_a_fault(asked):
    with pytest.raises(LookupError):
        asked("thu.khong_co")


def test_arguments_that_the_function_does_not_take_are_a_fault(asked):
    with pytest.raises(TypeError):
        asked(args={"page": 1})


def test_arguments_that_are_no_plain_values_are_a_fault(asked):
    with pytest.raises(TypeError):
        asked(args={"reading": object()})


def test_a_double_click_gives_the_job_that_is_there(asked):
    first, second = asked(once="reading:5"), asked(once="reading:5")

    assert first == second
    assert OrmQ.objects.count() == 1


def test_after_it_ended_it_can_be_asked_for_again(asked):
    first = asked(once="reading:5")
    Job.objects.update(state=Job.State.FAILED)

    assert asked(once="reading:5") != first


def test_a_name_is_taken_once(registered):
    with pytest.raises(ValueError, match="taken"):
        registered("thu.viec")(lambda run: None)


def test_no_job_may_run_longer_than_the_queue_waits(registered, settings):
    with pytest.raises(ValueError, match="steps"):
        registered("thu.dai", timeout=settings.Q_CLUSTER["timeout"] + 1)(lambda run: None)


def test_the_queue_waits_longer_than_a_job_may_run(settings):
    assert settings.Q_CLUSTER["retry"] > settings.Q_CLUSTER["timeout"]
