"""What the installation does once a day by itself: once, whoever looks and however often."""

from datetime import datetime, timedelta

import pytest
from django.utils import timezone

from thidua.kit.audit.models import AuditLine
from thidua.kit.jobs import ends, selectors, services, worker
from thidua.kit.jobs.models import Job
from thidua.kit.refused import Refused

pytestmark = pytest.mark.django_db
BY = ends.Worker("")


@pytest.fixture
def at():
    return datetime(2024, 6, 12, 8, 0, tzinfo=timezone.get_default_timezone())


@pytest.fixture
def runs(registered):
    done = []
    registered("thu.hang_ngay", daily="Dọn dẹp")(lambda run: done.append(run.at) or "Đã dọn.")
    registered("thu.viec")(lambda run: None)
    return done


def test_what_is_daily_is_begun_once_a_day(runs, at):
    (job,) = services.start_daily(by=BY, at=at)

    assert (job.name, job.title, job.by_key) == ("thu.hang_ngay", "Dọn dẹp", "system")
    assert services.start_daily(by=BY, at=at + timedelta(hours=1)) == []
    assert len(services.start_daily(by=BY, at=at + timedelta(days=1))) == 1


def test_a_day_that_is_done_is_not_begun_again(runs, at):
    services.start_daily(by=BY, at=at)
    worker.run_next()

    assert services.start_daily(by=BY, at=at + timedelta(hours=5)) == []
    assert len(runs) == 1


def test_the_day_is_that_of_the_office_not_of_greenwich(runs, at):
    late = at.replace(hour=23, minute=30)
    services.start_daily(by=BY, at=late)

    assert len(services.start_daily(by=BY, at=late + timedelta(hours=1))) == 1


def test_it_leaves_its_own_trace(runs, at):
    services.start_daily(by=BY, at=at)
    worker.run_next()

    told = AuditLine.objects.order_by("seq").values_list("verb", "actor", "subject_text")
    assert list(told) == [("jobs.start", "system", "Dọn dẹp"), ("jobs.end", "system", "Dọn dẹp")]


def test_only_the_last_run_counts_as_failed(registered, at):
    answers = [Refused("Mất tệp."), None]

    def upkeep(run):
        if answer := answers.pop(0):
            raise answer

    registered("thu.hang_ngay", daily="Dọn dẹp")(upkeep)
    services.start_daily(by=BY, at=at)
    worker.run_next()
    assert [row.outcome for row in selectors.daily_failed()] == ["Mất tệp."]

    services.start_daily(by=BY, at=at + timedelta(days=1))
    worker.run_next()

    assert list(selectors.daily_failed()) == []
    assert Job.objects.count() == 2
