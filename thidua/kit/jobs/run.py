"""One run of a job, as the registered function sees it."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from thidua.kit.jobs.models import Effect, Job


class Stopped(Exception):
    """Raised by `step` when the job is to stop."""


class Superseded(Exception):
    """This run was taken for dead and another one has the job: it may do nothing more."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a job: one sentence, and where to see it."""

    text: str = ""
    url: str = ""


class Run:
    """`by_key`, `by_name`, `body` say for whom it works; `at` is the moment at which this run began."""

    def __init__(self, job: Job, run_key: str, at: datetime) -> None:
        self.key, self.name, self.title = job.key, job.name, job.title
        self.by_key, self.by_name, self.body = job.by_key, job.by_name, job.body
        self.args: dict[str, Any] = job.args
        self.at = at
        self.attempt = job.attempts
        self.pk = job.pk
        self.run_key = run_key

    def step(self, done: int, total: int, text: str = "") -> None:
        """Say how far it is; not inside a transaction. Raises Stopped when somebody asked for that.

        One write: a step should be a second of work or so, not a row.
        """
        still = self.still().update(
            done=done, total=max(done, total), step_text=text[:200], beat_at=timezone.now()
        )
        if not still:
            raise Superseded(self.key)
        if self.is_cancelled():
            raise Stopped(self.key)

    def is_cancelled(self) -> bool:
        """For work that wants to end tidily by itself before its next step."""
        return Job.objects.filter(pk=self.pk, cancel_asked_at__isnull=False).exists()

    def claim(self, key: str) -> bool:
        """Whether the effect `key` is still to be done; called first in the transaction that does it.

        True once per job, whatever was killed or ran twice: the claim is kept or rolled back with the effect itself.
        """
        if not connection.in_atomic_block:
            raise RuntimeError("an effect is claimed inside the transaction that does it")
        if not self.still().exists():
            raise Superseded(self.key)
        if Effect.objects.filter(job_id=self.pk, key=key).exists():
            return False
        try:
            with transaction.atomic():  # two runs at the same moment: the second waits here for the first
                Effect.objects.create(job_id=self.pk, key=key)
        except IntegrityError:
            return False
        return True

    def claimed(self) -> frozenset[str]:
        """Keys of all effects done so far, to skip the slow work that leads to them."""
        return frozenset(Effect.objects.filter(job_id=self.pk).values_list("key", flat=True))

    def still(self) -> "Any":
        """The row of this job as long as this run has it."""
        return Job.objects.filter(pk=self.pk, run_key=self.run_key, state=Job.State.RUNNING)
