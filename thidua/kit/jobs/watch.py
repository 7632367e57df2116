"""The main process of a worker: keeps the pool of django-q2 alive and brings back what died with one.

The pool alone does not survive everything (docs/decisions/0008-jobs.md): a child killed while idle leaves its queue
locked for good, and children of a killed parent work on. So from outside: children end with their parent; a pool that
pulls nothing is ended whole and begun anew; a job without a sign of life goes back into the queue.
"""

import ctypes
import logging
import os
import signal
import sys
import time
from datetime import datetime, timedelta

from django.db import DatabaseError, connections
from django.db.models import Q
from django.utils import timezone
from django_q.brokers import get_broker
from django_q.cluster import Cluster

from thidua.kit.jobs import ends, pace
from thidua.kit.jobs.models import Job
from thidua.kit.jobs.services import enqueue, start_daily

log = logging.getLogger("thidua.jobs")

GRACE = 10.0
"""Seconds that a running job is given to end when the worker is told to stop; then it is cut off and resumed later."""
_PR_SET_PDEATHSIG = 1


def sweep(at: datetime) -> int:
    """Queue again what died or got lost; returns how many jobs."""
    moved = 0
    for job in Job.objects.filter(state=Job.State.RUNNING, beat_at__lt=at - pace.lease()):
        if ends.release(job, at=at):
            moved += 1
            if not job.is_over:
                enqueue(job)
    waiting = Job.objects.filter(state=Job.State.QUEUED, beat_at__lt=at - pace.lease())
    if waiting.exists() and not get_broker().queue_size():
        # Their packages went down with a pool that had pulled them; nothing else is left in the queue.
        for job in waiting:
            Job.objects.filter(pk=job.pk, state=Job.State.QUEUED).update(beat_at=at)
            enqueue(job)
            moved += 1
    return moved


def is_stuck(at: datetime) -> bool:
    """Something has waited for long, and no job anywhere has begun, stirred or ended meanwhile."""
    since = at - pace.stuck()
    stirred = (
        Q(started_at__gt=since) | Q(state=Job.State.RUNNING, beat_at__gt=since) | Q(finished_at__gt=since)
    )
    waits = Job.objects.filter(state=Job.State.QUEUED, queued_at__lt=since)
    return waits.exists() and not Job.objects.filter(stirred).exists()


class Watch:
    """`Watch().run()` blocks until SIGTERM or SIGINT."""

    def __init__(self) -> None:
        self.is_ending = False

    def run(self) -> None:
        os.register_at_fork(after_in_child=end_with_parent)
        while not self.is_ending:
            connections.close_all()  # the children inherit open sockets, and closing theirs would close ours
            pool = Cluster()
            for name in (
                signal.SIGTERM,
                signal.SIGINT,
            ):  # after Cluster, which has its own and would wait for ever
                signal.signal(name, self._end)
            pool.start()
            self._keep(pool)
            _stop(pool, 0 if not self.is_ending else GRACE)

    def _end(self, *_: object) -> None:
        self.is_ending = True

    def _keep(self, pool: Cluster) -> None:
        """Look after one pool until it is to end."""
        begun, looked, tidied = timezone.now(), 0.0, None
        while not self.is_ending and pool.sentinel.is_alive():
            time.sleep(0.2)
            if time.monotonic() - looked < min(pace.beat(), 1.0):
                continue
            looked, at = time.monotonic(), timezone.now()
            try:
                sweep(at)
                if tidied != timezone.localdate(at):
                    ends.forget(before=ends.kept_since(at))
                    start_daily(by=ends.Worker(""), at=at)
                    tidied = timezone.localdate(at)
                if at - begun > pace.stuck() + timedelta(seconds=1) and is_stuck(at):
                    log.error("jobs wait and the pool takes none: it is begun anew")
                    return
            except DatabaseError as fault:
                log.error("the queue could not be looked at (%s)", type(fault).__name__)
                connections.close_all()


def end_with_parent(by: int = signal.SIGKILL) -> None:
    """In a child: be sent this signal when the process that made it ends, however that is.

    Linux has it; elsewhere what a killed parent leaves behind does no harm, only holds memory.
    """
    if sys.platform == "linux":
        ctypes.CDLL(None, use_errno=True).prctl(_PR_SET_PDEATHSIG, by)


def _stop(pool: Cluster, grace: float) -> None:
    """End a pool whole: the guard of the pool gets `grace` seconds, its children go with it."""
    if grace and pool.sentinel.is_alive():
        pool.stop_event.set()
        pool.sentinel.join(grace)
    if pool.sentinel.is_alive():
        pool.sentinel.kill()
    pool.sentinel.join()
