"""What a worker does with a key from the queue."""

import logging
import threading
import traceback
from collections.abc import Iterator
from contextlib import contextmanager

from django.db import DatabaseError, InterfaceError, OperationalError, connection
from django.utils import timezone
from django_q.brokers import get_broker
from django_q.exceptions import TimeoutException
from django_q.signing import SignedPackage

from thidua.kit.audit import chain
from thidua.kit.jobs import ends, pace, registry
from thidua.kit.jobs.run import Outcome, Run, Stopped, Superseded
from thidua.kit.refused import Refused

log = logging.getLogger("thidua.jobs")

FAULT = "Có lỗi của hệ thống khi làm việc này; phần đã làm vẫn giữ. Yêu cầu lại, nếu vẫn lỗi thì báo người quản trị."
TOO_LONG = "Việc chạy quá thời gian cho phép nên đã dừng; phần đã làm vẫn giữ. Chia nhỏ rồi yêu cầu lại."


def perform(key: str) -> None:
    """Run the job with this key, if there is still work in it. Never raises: the row says what came of it.

    A run that the database left (locked, gone) ends without a word; the watch finds the job and queues it again.
    """
    try:
        run = ends.take(key, at=timezone.now())
        if run is not None:
            _run(run)
    except Superseded:
        log.warning("job %s went on without this run", key)
    except (OperationalError, InterfaceError) as fault:
        log.error("job %s: the database did not answer (%s)", key, type(fault).__name__)


def run_next() -> bool:
    """One job out of the queue, run in this process as a worker runs it: for tests and single steps. False: none waits."""
    broker = get_broker()
    packages = broker.dequeue()
    for number, payload in packages or ():
        package = SignedPackage.loads(payload)
        perform(*package["args"])
        broker.acknowledge(number)
    return bool(packages)


def _run(run: Run) -> None:
    try:
        found = registry.find(run.name)
    except LookupError:
        ends.failed(run, ends.NOT_FOUND, at=timezone.now())
        return
    try:
        with beating(run), chain.within(run.name):
            outcome = found.call(run, run.args)
    except Stopped:
        ends.stopped(run, at=timezone.now())
    except Refused as no:
        ends.failed(run, "\n".join(no.reasons), at=timezone.now())
    except TimeoutException:
        ends.failed(run, TOO_LONG, at=timezone.now())
    except (Superseded, OperationalError, InterfaceError):
        raise
    except Exception as fault:
        log.error("job %s (%s) failed: %s at %s", run.key, run.name, type(fault).__name__, _place(fault))
        ends.failed(run, FAULT, at=timezone.now())
    else:
        said = outcome if isinstance(outcome, Outcome) else Outcome(outcome or "")
        ends.done(run, said, at=timezone.now())


def _place(fault: Exception) -> str:
    """Where it happened. Not what the exception says: that may quote people's data."""
    frames = traceback.extract_tb(fault.__traceback__)[-3:]
    return " < ".join(f"{frame.filename.rpartition('/')[2]}:{frame.lineno}" for frame in reversed(frames))


@contextmanager
def beating(run: Run) -> Iterator[None]:
    """A sign of life every few seconds while the work goes on, whatever it is busy with."""
    over = threading.Event()
    thread = threading.Thread(target=_beat, args=(run, over), daemon=True)
    thread.start()
    try:
        yield
    finally:
        over.set()
        thread.join(pace.beat())


def _beat(run: Run, over: threading.Event) -> None:
    while not over.wait(pace.beat()):
        try:
            run.still().update(beat_at=timezone.now())
        except DatabaseError as fault:
            log.warning("job %s: no sign of life could be written (%s)", run.key, type(fault).__name__)
        finally:
            connection.close()
