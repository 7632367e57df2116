"""Starting and stopping. What a run does to its own row stands in `ends.py`."""

import json
import secrets
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.db import transaction
from django.utils import timezone
from django_q.tasks import async_task

from thidua.kit.audit import chain
from thidua.kit.jobs import permissions, registry
from thidua.kit.jobs.models import Job
from thidua.kit.refused import refuse_if

ENTRY = "thidua.kit.jobs.worker.perform"


@transaction.atomic
def start(
    name: str,
    *,
    by: chain.By,
    at: datetime,
    title: str,
    args: Mapping[str, Any] | None = None,
    body: str | None = None,
    once: str = "",
) -> Job:
    """Put a job into the queue, in the caller's transaction: it is there when that commits, and not otherwise.

    `title` says in Vietnamese what is done; `args` are ids and plain values, never content. While a job with the same
    `once` waits or runs, that one is given back (a double click). LookupError, TypeError: not registered so.
    """
    found = registry.find(name)
    plain = json.loads(json.dumps(dict(args or {}), cls=DjangoJSONEncoder))
    found.check(plain)
    chain.hold()
    if once:
        there = Job.objects.filter(once=once, state__in=Job.OPEN).first()
        if there is not None:
            return there
    job = Job.objects.create(
        key=secrets.token_urlsafe(12),
        name=name,
        title=title[:300],
        args=plain,
        once=once,
        by_key=by.key,
        by_name=by.name[:200],
        body=by.body_key if body is None else body,
        created_at=at,
        queued_at=at,
        beat_at=at,
    )
    chain.record("jobs.start", job, by=by, at=at)
    enqueue(job)
    return job


def start_daily(*, by: chain.By, at: datetime) -> list[Job]:
    """Put into the queue what is due once a day and was not on this day, however many watches look, however often."""
    started = []
    for each in registry.daily():
        once = f"{each.name}:{timezone.localdate(at)}"
        with transaction.atomic():
            chain.hold()
            if not Job.objects.filter(once=once).exists():
                started.append(start(each.name, by=by, at=at, title=each.daily, once=once))
    return started


@transaction.atomic
def cancel(job: Job, *, by: chain.By, at: datetime) -> Job:
    """Stop a job: at once where it waits, at its next step where it runs. What it has done stays done."""
    chain.hold()
    job = Job.objects.select_for_update().get(pk=job.pk)
    refuse_if(permissions.why_not_cancel(by, job))
    if job.cancel_asked_at:
        return job
    job.cancel_asked_at = at
    if job.state == Job.State.QUEUED:
        job.state, job.finished_at = Job.State.CANCELLED, at
    job.save(update_fields=["cancel_asked_at", "state", "finished_at"])
    chain.record("jobs.cancel", job, by=by, at=at)
    return job


def enqueue(job: Job) -> None:
    """Carry the key of a job into the queue. More than once does no harm: the row says whether there is work."""
    async_task(ENTRY, job.key, timeout=registry.find(job.name).timeout)
