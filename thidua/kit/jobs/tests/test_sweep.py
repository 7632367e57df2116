"""Bringing back what died with a worker."""

from datetime import timedelta

import pytest
from django.utils import timezone
from django_q.models import OrmQ

from thidua.kit.audit import chain
from thidua.kit.jobs import ends, pace, worker
from thidua.kit.jobs.models import Job
from thidua.kit.jobs.watch import is_stuck, sweep

pytestmark = pytest.mark.django_db
RUNS = []


@pytest.fixture(autouse=True)
def a_job(registered):
    RUNS.clear()
    registered("thu.viec")(lambda run: RUNS.append(run.attempt))


@pytest.fixture
def died(asked):
    """A job whose run was killed; its package went with it."""

    def dead():
        at = timezone.now()
        job = asked(at=at)
        OrmQ.objects.all().delete()
        ends.take(job.key, at=at)
        return job, at + pace.lease() + timedelta(seconds=1)

    return dead


def test_a_run_without_a_sign_of_life_is_queued_again_and_runs(died):
    job, later = died()

    assert sweep(later) == 1
    worker.run_next()

    job.refresh_from_db()
    assert (job.state, job.attempts, RUNS) == ("done", 2, [2])
    assert chain.verify().broken is None


def test_a_run_that_stirs_is_left_alone(died):
    _, later = died()
    Job.objects.update(beat_at=later - timedelta(seconds=1))

    assert sweep(later) == 0


def test_a_run_that_stirs_while_the_watch_looks_keeps_its_job(died):
    job, later = died()
    job.refresh_from_db()
    Job.objects.update(beat_at=later)

    assert not ends.release(job, at=later)
    assert Job.objects.get().state == "running"


def test_after_three_deaths_it_is_given_up(died):
    job, later = died()
    Job.objects.update(attempts=pace.ATTEMPTS)

    sweep(later)

    job.refresh_from_db()
    assert (job.state, job.outcome) == ("failed", ends.GIVEN_UP)
    assert not OrmQ.objects.exists()


def test_a_dead_job_that_was_to_stop_does_not_begin_again(died):
    job, later = died()
    Job.objects.update(cancel_asked_at=later)

    sweep(later)

    job.refresh_from_db()
    assert job.state == "cancelled"


def test_a_job_whose_package_got_lost_is_queued_again(asked):
    at = timezone.now()
    asked(at=at)
    OrmQ.objects.all().delete()

    assert sweep(at + timedelta(seconds=1)) == 0
    assert sweep(at + pace.lease() * 2) == 1
    assert OrmQ.objects.count() == 1


def test_a_job_that_waits_its_turn_is_left_alone(asked):
    at = timezone.now()
    asked(at=at)

    assert sweep(at + pace.lease() * 2) == 0
    assert OrmQ.objects.count() == 1


def test_a_pool_that_takes_nothing_is_stuck(asked):
    at = timezone.now()
    job = asked(at=at)

    assert not is_stuck(at + timedelta(seconds=5))
    assert is_stuck(at + pace.stuck() * 2)

    other = asked(at=at)
    ends.take(other.key, at=at + pace.stuck() * 2)
    assert not is_stuck(at + pace.stuck() * 2), "another one is being done"
    Job.objects.filter(pk=job.pk).delete()


def test_what_ended_long_ago_is_taken_off_the_list(asked):
    at = timezone.now()
    old, new, waits = asked(at=at), asked(at=at), asked(at=at)
    Job.objects.filter(pk=old.pk).update(state="done", finished_at=at - timedelta(days=pace.KEPT_DAYS + 1))
    Job.objects.filter(pk=new.pk).update(state="done", finished_at=at)

    assert ends.forget(before=ends.kept_since(at)) == 1
    assert set(Job.objects.all()) == {new, waits}
