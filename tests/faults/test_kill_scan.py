"""`kill -9` of a worker in the middle of a page: that page is done again, the others are not, the result comes once."""

import os
import signal
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from django.db import connections
from django.utils import timezone

from tests.faults.place import PROJECT, until
from thidua.kit.audit import chain
from thidua.kit.audit.models import AuditLine
from thidua.kit.audit.tests.together import real_database
from thidua.kit.files import ocr
from thidua.kit.files.models import FileVersion, PageText
from thidua.kit.files.tests import scans
from thidua.kit.jobs.models import Job
from thidua.outlook.intake import services
from thidua.outlook.intake.models import Reading

pytestmark = [
    pytest.mark.skipif(sys.platform != "linux", reason="children are looked up in /proc"),
    pytest.mark.django_db(transaction=True),
]
PAGES = 4
STAND_IN = """#!/bin/sh
if [ "$1" = --list-langs ]; then printf 'List (1):\\nvie\\n'; exit 0; fi
echo page >> "$SAID"
sleep 0.4
printf 'head\\n5\\t1\\t1\\t1\\t1\\t1\\t0\\t0\\t9\\t9\\t96\\tTrang\\n5\\t1\\t1\\t1\\t1\\t2\\t12\\t0\\t9\\t9\\t96\\tquét\\n'
"""


@pytest.fixture
def path(tmp_path, monkeypatch) -> Path:
    """A stand-in for Tesseract, slow, which counts its pages."""
    program = tmp_path / "bin" / "tesseract"
    program.parent.mkdir()
    program.write_text(STAND_IN)
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("PATH", f"{program.parent}:{os.environ['PATH']}")
    monkeypatch.setenv("SAID", str(tmp_path / "said"))
    return tmp_path / "said"


@pytest.fixture
def worker(tmp_path):
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


def test_a_worker_killed_in_mid_page(transactional_db, tmp_path, path, worker, minh, so_van_hoa, as_actor):
    assert ocr.why_not() == ""
    with real_database(tmp_path):
        data = scans.as_file([scans.blank_page()] * PAGES, "PDF")
        reading = services.upload("a.pdf", data, body=so_van_hoa, by=as_actor(minh), at=timezone.now())
        first = worker()
        until(lambda: PageText.objects.count() >= 2, 60, "two pages")
        kept = PageText.objects.count()
        os.killpg(first.pid, signal.SIGKILL)
        first.wait()

        worker()
        until(lambda: Job.objects.get(name="intake.scan").state == "done", 60, "the job")

        assert Job.objects.get(name="intake.scan").attempts == 2
        assert Reading.objects.get(pk=reading.pk).text == "\n\n".join(["Trang quét"] * PAGES)
        assert AuditLine.objects.filter(verb="intake.read_scan").count() == 1
        assert (FileVersion.objects.get().text_state, PageText.objects.count()) == ("ocr", 0)
        assert PAGES <= len(path.read_text().split()) <= PAGES + 1
        assert kept < PAGES
        assert chain.verify().broken is None
