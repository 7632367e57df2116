"""Stopping a job."""

import pytest
from django.db import transaction

from thidua.kit.audit.models import AuditLine
from thidua.kit.jobs import selectors, services, worker
from thidua.kit.jobs.models import Effect, Job
from thidua.kit.refused import Refused

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def a_job(registered, as_actor, minh, now):
    @registered("thu.viec")
    def work(run):
        for number in (1, 2, 3):
            run.step(number, 3, f"dòng {number}")
            with transaction.atomic():
                run.claim(str(number))
            if number == 2:
                services.cancel(Job.objects.get(key=run.key), by=as_actor(minh), at=now)


def test_a_job_that_runs_stops_at_its_next_step_and_keeps_what_it_did(asked):
    job = asked()

    worker.run_next()

    job.refresh_from_db()
    assert (job.state, job.done) == ("cancelled", 3)
    assert sorted(Effect.objects.values_list("key", flat=True)) == ["1", "2"]


def test_a_job_that_waits_never_begins(asked, as_actor, minh, now):
    job = services.cancel(asked(), by=as_actor(minh), at=now)

    worker.run_next()

    job.refresh_from_db()
    assert (job.state, job.started_at) == ("cancelled", None)


def test_asking_twice_leaves_one_line(asked, as_actor, minh, now):
    job = asked()
    Job.objects.update(state="running")
    services.cancel(job, by=as_actor(minh), at=now)
    services.cancel(job, by=as_actor(minh), at=now)

    assert AuditLine.objects.filter(verb="jobs.cancel").count() == 1


def test_what_is_over_cannot_be_stopped(asked, as_actor, minh, now):
    job = asked()
    Job.objects.update(state="done")

    with pytest.raises(Refused, match="đã xong"):
        services.cancel(job, by=as_actor(minh), at=now)


def test_a_colleague_sees_it_but_does_not_stop_it(asked, as_actor, ha, now):
    job = asked()

    assert job in selectors.visible_to(as_actor(ha).key, as_actor(ha).body_key)
    with pytest.raises(Refused, match="Lê Quang Minh"):
        services.cancel(job, by=as_actor(ha), at=now)


def test_the_system_stops_what_anybody_asked_for(asked, the_system, now):
    assert services.cancel(asked(), by=the_system, at=now).state == "cancelled"


def test_tung_does_not_see_it(asked, as_actor, tung):
    asked()

    assert not selectors.visible_to(as_actor(tung).key, as_actor(tung).body_key).exists()


def test_without_body_one_sees_ones_own_only(asked, as_actor, minh, ha):
    job = asked()

    assert list(selectors.going_on(as_actor(minh).key)) == [job]
    assert not selectors.visible_to(as_actor(ha).key).exists()
    assert not selectors.visible_to("").exists()
