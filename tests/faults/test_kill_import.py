"""`kill -9` of a worker while it writes a workbook: what was written stays, nothing is lost, nothing comes twice."""

import os
import signal
import subprocess
import sys

import pytest
from django.db import connections
from django.utils import timezone

from tests.faults.place import PROJECT, until
from thidua.kit.audit import chain
from thidua.kit.audit.tests.together import real_database
from thidua.kit.jobs.models import Job
from thidua.outlook.intake import services
from thidua.outlook.intake.models import Chunk, Workbook
from thidua.outlook.intake.tests import workbooks as made
from thidua.records.orgs.models import Person

pytestmark = [
    pytest.mark.skipif(sys.platform != "linux", reason="children are looked up in /proc"),
    pytest.mark.django_db(transaction=True),
]
ROWS = 4_000


@pytest.fixture
def worker(tmp_path, settings):
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


def test_a_worker_killed_while_it_writes(transactional_db, tmp_path, worker, minh, so_van_hoa, as_actor):
    layout, by = made.layout_of("people"), as_actor(minh)
    with real_database(tmp_path):
        data = made.filled(layout, [{"name": f"Người Thứ {n}", "birth_year": 1980} for n in range(ROWS)])
        workbook = made.load("people", data, by=by)
        assert workbook.ready == ROWS, workbook.problems.first()
        before = made.dump()
        services.commit_workbook(workbook, by=by, at=timezone.now())

        first = worker()
        until(lambda: Chunk.objects.count() >= 2, 120, "two parts")
        os.killpg(first.pid, signal.SIGKILL)
        first.wait()
        kept = Chunk.objects.count()
        worker()
        until(lambda: Job.objects.get(name="intake.commit_workbook").state == "done", 180, "the writing")

        assert kept < ROWS // 500
        assert Job.objects.get(name="intake.commit_workbook").attempts == 2
        assert Person.objects.filter(full_name__startswith="Người Thứ").count() == ROWS
        assert sum(Chunk.objects.values_list("lines", flat=True)) == ROWS
        services.undo_workbook(Workbook.objects.get(), by=by, at=timezone.now())
        until(lambda: Job.objects.get(name="intake.undo_workbook").is_over, 120, "the undo")
        assert Workbook.objects.get().state == "da_go"
        assert made.dump() == before
        assert chain.verify().broken is None
