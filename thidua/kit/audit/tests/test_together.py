"""Acts at the same moment: the chain neither forks nor loses a line."""

import os
import subprocess
import sys
import textwrap
import time

import pytest
from django.db import connections, transaction

from thidua.kit.audit import chain
from thidua.kit.audit.models import AuditLine
from thidua.kit.audit.tests.together import at_once, real_database
from thidua.records.orgs.actors import system

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def committing(transactional_db, tmp_path):
    with real_database(tmp_path):
        yield


@pytest.fixture
def act(today, now):
    def acted(name, lines=1, pause=0.0):
        with transaction.atomic():
            for place in range(lines):
                chain.record("register.enter", f"{name}:{place}", by=system(today), at=now)
                time.sleep(pause)

    return acted


def test_threads_that_record_at_once_do_not_fork_the_chain(act):
    results = at_once(*(lambda n=n: [act(f"luong-{n}") for _ in range(10)] for n in range(4)))

    assert [result for result in results if isinstance(result, Exception)] == []
    assert chain.verify().count == 40
    assert AuditLine.objects.order_by("-seq").first().seq == 40


def test_the_lines_of_one_act_stand_together(act):
    results = at_once(lambda: act("a", lines=5, pause=0.02), lambda: act("b", lines=5, pause=0.02))

    names = [subject[0] for subject in AuditLine.objects.order_by("seq").values_list("subject", flat=True)]
    assert [result for result in results if isinstance(result, Exception)] == []
    assert names in ([*"aaaaabbbbb"], [*"bbbbbaaaaa"])
    assert chain.verify().broken is None


def test_an_act_that_fails_beside_another_leaves_no_trace(act):
    def failing():
        with transaction.atomic():
            act("hong", lines=2, pause=0.02)
            transaction.set_rollback(True)

    at_once(failing, lambda: act("tot", lines=2), failing)

    assert list(AuditLine.objects.order_by("seq").values_list("seq", "subject")) == [
        (1, "tot:0"),
        (2, "tot:1"),
    ]
    assert chain.verify().broken is None


def test_processes_that_record_at_once_do_not_fork_the_chain():
    database = connections["default"]
    script = f"""
        import django
        from django.conf import settings
        django.setup()
        settings.DATABASES["default"]["NAME"] = {str(database.settings_dict["NAME"])!r}
        from datetime import UTC, date, datetime
        from django.db import connection, transaction
        connection.settings_dict["NAME"] = {str(database.settings_dict["NAME"])!r}
        from thidua.kit.audit import chain
        from thidua.records.orgs.actors import system
        for place in range(25):
            with transaction.atomic():
                chain.record("a.b", str(place), by=system(date(2024, 6, 12)), at=datetime(2024, 6, 12, tzinfo=UTC))
    """
    environment = os.environ | {"DJANGO_SETTINGS_MODULE": "thidua.web.settings"}
    command = [sys.executable, "-c", textwrap.dedent(script)]
    running = [
        subprocess.Popen(command, env=environment, stderr=subprocess.PIPE, text=True) for _ in range(3)
    ]
    faults = [process.communicate(timeout=60)[1] for process in running]

    assert faults == ["", "", ""]
    assert [process.returncode for process in running] == [0, 0, 0]
    assert chain.verify() == chain.Verified(75, AuditLine.objects.get(seq=75).digest, None, "")
