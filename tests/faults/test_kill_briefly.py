"""The kill test in short, on the database of this round: `make faults` has all of it."""

import os
import signal
import subprocess
import sys

import pytest
from django.db import connections
from django.utils import timezone

from tests.faults.place import PROJECT, below, until
from tests.faults.trial import jobs as trial
from thidua.kit.audit import chain
from thidua.kit.audit.models import AuditLine
from thidua.kit.audit.tests.together import real_database
from thidua.kit.jobs import services
from thidua.kit.jobs.ends import Worker
from thidua.kit.jobs.models import Job

pytestmark = [
    pytest.mark.skipif(sys.platform != "linux", reason="children are looked up in /proc"),
    pytest.mark.django_db(transaction=True),
]
ROWS = 8


@pytest.fixture
def worker(tmp_path):
    """Starts a worker on the database of this test; all end with the test."""
    begun = []

    def begin():
        environment = os.environ | {
            "DJANGO_SETTINGS_MODULE": "tests.faults.trial.settings",
            "PYTHONPATH": str(PROJECT),
            "THIDUA_VAR": str(tmp_path),
            "TRIAL_DB": str(connections["default"].settings_dict["NAME"]),
            "TRIAL_LEASE": "1",
        }
        command = [sys.executable, "-m", "django", "worker"]
        begun.append(subprocess.Popen(command, env=environment, start_new_session=True))
        return begun[-1]

    yield begin
    for process in begun:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()


def test_a_worker_killed_in_mid_job_loses_and_doubles_nothing(transactional_db, tmp_path, worker):
    assert trial.rows
    with real_database(tmp_path):
        job = services.start(
            "trial.rows",
            by=Worker(""),
            at=timezone.now(),
            title="Ghi dòng",
            args={"count": ROWS, "pause": 0.1},
        )
        lines = AuditLine.objects.filter(verb="trial.row")
        first = worker()
        until(lambda: lines.count() >= 2, 30, "the first rows")
        assert len(below(first.pid)) == 4
        os.killpg(first.pid, signal.SIGKILL)
        first.wait()

        worker()
        until(lambda: Job.objects.get(pk=job.pk).state == "done", 30, "the job")

        rows = sorted(lines.values_list("subject", flat=True))
        assert rows == sorted(f"row-{number}" for number in range(1, ROWS + 1))
        assert Job.objects.get(pk=job.pk).attempts == 2
        assert chain.verify().broken is None
