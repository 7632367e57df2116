"""What a run does and how it ends, through the code that a worker runs."""

import logging

import pytest
from django.db import OperationalError, transaction
from django_q.exceptions import TimeoutException
from django_q.models import OrmQ, Task

from thidua.kit.audit import chain
from thidua.kit.audit.models import AuditLine
from thidua.kit.jobs import ends, worker
from thidua.kit.jobs.models import Effect, Job
from thidua.kit.jobs.run import Outcome, Superseded
from thidua.kit.refused import Refused
from thidua.records.orgs.actors import system

pytestmark = pytest.mark.django_db


def ended(job):
    assert worker.run_next()
    job.refresh_from_db()
    return job


def test_a_job_runs_to_its_end_with_progress_and_result(asked, registered):
    seen = []

    @registered("thu.viec")
    def work(run, pages):
        for number in range(1, pages + 1):
            run.step(number, pages, f"đọc trang {number}")
            seen.append(Job.objects.get().step_line)
        return Outcome("Đã đọc 3 trang.", "/nap/5/")

    job = ended(asked(args={"pages": 3}))

    assert seen == ["bước 1 trên 3: đọc trang 1", "bước 2 trên 3: đọc trang 2", "bước 3 trên 3: đọc trang 3"]
    assert (job.state, job.percent, job.outcome, job.outcome_url) == (
        "done",
        100,
        "Đã đọc 3 trang.",
        "/nap/5/",
    )
    assert job.finished_at
    assert not OrmQ.objects.exists()
    assert not worker.run_next()


def test_nothing_of_a_job_stays_with_the_queue(asked, registered):
    @registered("thu.viec")
    def work(run): ...

    ended(asked())

    assert not Task.objects.exists()


def test_a_run_knows_for_whom_it_works(asked, registered, minh, so_van_hoa):
    known = {}

    @registered("thu.viec")
    def work(run):
        known.update(by=run.by_key, name=run.by_name, body=run.body, title=run.title)

    ended(asked())

    assert known == {
        "by": f"user:{minh.pk}",
        "name": "Lê Quang Minh",
        "body": str(so_van_hoa.pk),
        "title": "Đọc chữ bản quét",
    }


def test_what_it_records_belongs_to_the_job(asked, registered, today, now):
    @registered("thu.viec")
    def work(run):
        with transaction.atomic():
            chain.record("register.enter", "x", by=system(today), at=now)

    ended(asked())

    lines = AuditLine.objects.order_by("seq").values_list("verb", "outer", "actor")
    assert list(lines)[1:] == [("register.enter", "thu.viec", "system"), ("jobs.end", "", "system")]


def test_a_refusal_is_said_as_it_is(asked, registered):
    @registered("thu.viec")
    def work(run):
        raise Refused(["Tệp có mật khẩu.", "Gỡ mật khẩu rồi tải lại."])

    job = ended(asked())

    assert (job.state, job.outcome) == ("failed", "Tệp có mật khẩu.\nGỡ mật khẩu rồi tải lại.")


def test_a_fault_is_said_neutrally_and_logged_without_what_it_quotes(asked, registered, caplog):
    @registered("thu.viec")
    def work(run):
        raise ValueError("079090001234 của Trần Ngọc Lan")

    with caplog.at_level(logging.INFO):
        job = ended(asked())

    assert (job.state, job.outcome) == ("failed", worker.FAULT)
    assert "ValueError at test_perform.py" in caplog.text
    assert "079090001234" not in caplog.text


def test_a_run_that_takes_too_long_is_ended(asked, registered):
    @registered("thu.viec")
    def work(run):
        raise TimeoutException

    job = ended(asked())

    assert (job.state, job.outcome) == ("failed", worker.TOO_LONG)


def test_a_kind_of_job_that_is_gone_after_an_upgrade_says_so(asked, registered):
    registered("thu.viec")(lambda run: None)
    job = asked()
    Job.objects.update(name="thu.cu")

    assert ended(job).outcome == ends.NOT_FOUND


def test_when_the_database_does_not_answer_the_job_is_left_to_the_watch(asked, registered):
    @registered("thu.viec")
    def work(run):
        raise OperationalError

    assert ended(asked()).state == "running"


def test_an_effect_is_claimed_once_per_job(asked, registered):
    claims = []

    @registered("thu.viec")
    def work(run):
        for key in ("dong-1", "dong-1", "dong-2"):
            with transaction.atomic():
                claims.append(run.claim(key))
        claims.append(sorted(run.claimed()))

    ended(asked())

    assert claims == [True, False, True, ["dong-1", "dong-2"]]


def test_a_claim_is_rolled_back_with_its_effect(asked, registered):
    @registered("thu.viec")
    def work(run):
        with transaction.atomic():
            run.claim("dong-1")
            raise Refused("Dòng 1 chưa có ngày.")

    ended(asked())

    assert not Effect.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_an_effect_outside_a_transaction_cannot_be_claimed(asked, registered):
    @registered("thu.viec")
    def work(run):
        with pytest.raises(RuntimeError):
            run.claim("dong-1")

    assert ended(asked()).state == "done"


def test_a_package_that_comes_twice_runs_once(asked, registered):
    runs = []
    registered("thu.viec")(lambda run: runs.append(run.key))
    job = asked()

    worker.perform(job.key)
    ended(job)

    assert runs == [job.key]


def test_a_job_that_another_run_has_is_left_alone(asked, registered):
    registered("thu.viec")(lambda run: pytest.fail("it ran beside the other"))
    job = asked()
    ends.take(job.key, at=job.created_at)
    Job.objects.update(beat_at="2099-01-01T00:00:00Z")

    assert ended(job).state == "running"


def test_a_run_whose_job_was_given_to_another_does_nothing_more(asked, registered):
    refused = []

    @registered("thu.viec")
    def work(run):
        Job.objects.update(run_key="another")
        with transaction.atomic(), pytest.raises(Superseded):
            run.claim("dong-1")
        refused.append("claim")
        run.step(1, 2)

    job = ended(asked())

    assert refused == ["claim"]
    assert (job.state, job.run_key, job.done) == ("running", "another", 0)
