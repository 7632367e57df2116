from datetime import date

import pytest

from thidua.work.programme import services
from thidua.work.programme.tests.factories import NOW, SYSTEM, TODAY, given
from thidua.work.programme.wording import told

DUE = date(2024, 6, 30)


@pytest.fixture
def task(so_van_hoa):
    return given(so_van_hoa, due_on=DUE)


def test_an_open_task_tells_the_day_it_is_due(task):
    assert told(task, TODAY).startswith("30/6/2024")


def test_a_finished_one_tells_the_day_and_who_wrote_it_down(task):
    done = services.complete(task, on=TODAY, by=SYSTEM, at=NOW)

    assert told(done, TODAY) == f"ngày 12/6/2024, {done.done_by} ghi"


def test_a_cancelled_one_tells_the_day_and_why(task):
    dropped = services.cancel(task, reason="trùng việc khác", by=SYSTEM, at=NOW)

    assert told(dropped, TODAY) == "12/6/2024: trùng việc khác"
