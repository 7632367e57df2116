"""Taking a job and ending it: a run's writes to its own row, each guarded by the key of the run."""

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import F, Q

from thidua.kit.audit import chain
from thidua.kit.jobs import pace
from thidua.kit.jobs.models import Job
from thidua.kit.jobs.run import Outcome, Run, Superseded

NOT_FOUND = "Phiên bản đang cài đặt không còn loại việc này. Yêu cầu lại từ trang của nghiệp vụ."
GIVEN_UP = (
    "Việc bị ngắt giữa chừng nhiều lần nên đã thôi chạy lại. Phần đã làm vẫn giữ; "
    "yêu cầu lại, nếu vẫn không xong thì báo người quản trị."
)


@dataclass(frozen=True, slots=True)
class Worker:
    """Who writes the end of a job into the audit chain."""

    body_key: str
    key: str = "system"
    name: str = "Hệ thống"


def take(key: str, *, at: datetime) -> Run | None:
    """A run of this job, claimed in one statement; None when it is over or another run, still alive, has it."""
    free = Q(state=Job.State.QUEUED) | Q(state=Job.State.RUNNING, beat_at__lt=at - pace.lease())
    run_key = secrets.token_hex(16)
    taken = Job.objects.filter(free, key=key, attempts__lt=pace.ATTEMPTS).update(
        state=Job.State.RUNNING,
        run_key=run_key,
        started_at=at,
        beat_at=at,
        attempts=F("attempts") + 1,
    )
    return Run(Job.objects.get(key=key), run_key, at) if taken else None


def done(run: Run, outcome: Outcome, *, at: datetime) -> None:
    _end(run, Job.State.DONE, outcome, at)


def failed(run: Run, reason: str, *, at: datetime) -> None:
    _end(run, Job.State.FAILED, Outcome(reason), at)


def stopped(run: Run, *, at: datetime) -> None:
    _end(run, Job.State.CANCELLED, Outcome(), at)


@transaction.atomic
def _end(run: Run, state: Job.State, outcome: Outcome, at: datetime) -> None:
    chain.hold()
    ended = run.still().update(
        state=state,
        outcome=outcome.text,
        outcome_url=outcome.url[:300],
        finished_at=at,
        beat_at=at,
        run_key="",
    )
    if not ended:
        raise Superseded(run.key)
    _say(Job.objects.get(pk=run.pk), at)


@transaction.atomic
def release(job: Job, *, at: datetime) -> bool:
    """A run gave no sign of life for too long: back into the queue, or given up. False when it stirred meanwhile."""
    chain.hold()
    dead = Job.objects.filter(pk=job.pk, run_key=job.run_key, state=Job.State.RUNNING, beat_at=job.beat_at)
    if job.cancel_asked_at:
        changes = {"state": Job.State.CANCELLED, "finished_at": at}
    elif job.attempts >= pace.ATTEMPTS:
        changes = {"state": Job.State.FAILED, "finished_at": at, "outcome": GIVEN_UP}
    else:
        changes = {"state": Job.State.QUEUED, "queued_at": at}
    if not dead.update(run_key="", beat_at=at, **changes):
        return False
    job.refresh_from_db()
    if job.is_over:
        _say(job, at)
    return True


def forget(*, before: datetime) -> int:
    """Take ended jobs off the list, with the claims of their effects. What was done stays in the audit chain."""
    old = Job.objects.exclude(state__in=Job.OPEN).filter(finished_at__lt=before)
    return old.delete()[1].get("jobs.Job", 0)


def kept_since(at: datetime) -> datetime:
    return at - timedelta(days=pace.KEPT_DAYS)


def _say(job: Job, at: datetime) -> None:
    chain.record("jobs.end", job, by=Worker(job.body), at=at, changes={"state": [None, job.state]})
