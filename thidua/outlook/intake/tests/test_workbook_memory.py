"""A longer sheet takes longer, not more memory: rows are typed, judged and written one chunk at a time."""

import tracemalloc

import pytest
from django.utils import timezone

from thidua.kit.jobs import worker
from thidua.outlook.intake import services
from thidua.outlook.intake.models import Workbook
from thidua.outlook.intake.tests import workbooks as made
from thidua.records.orgs import services as orgs

pytestmark = pytest.mark.django_db
AWARDS = made.layout_of("awards")
PEOPLE = 100


def rows(count):
    """Each of a hundred people once a year."""
    return [
        {
            "name": f"Người Thứ {n % PEOPLE}",
            "birth_year": 1960,
            "unit": "Phòng Quản lý di sản",
            "kind": "LDTT",
            "period": 1981 + n // PEOPLE,
            "printed": "sổ cũ",
        }
        for n in range(count)
    ]


def peak_of(job):
    tracemalloc.start()
    job()
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return most


def test_four_thousand_rows_take_no_more_memory_than_one_thousand(as_actor, minh, phong_di_san):
    by = as_actor(minh)
    lines = [
        orgs.PersonLine(n, f"Người Thứ {n}", phong_di_san, facts={"birth_year": 1960}) for n in range(PEOPLE)
    ]
    orgs.add_people_many(lines, body=by.body, by=by, at=timezone.now())
    made.load("awards", made.filled(AWARDS, rows(600)), by=by)  # what is read once is read
    peaks = []
    for count in (1000, 4000):
        workbook = services.take_workbook(
            "a.xlsx",
            made.filled(AWARDS, rows(count)),
            layout="awards",
            body=by.body,
            by=by,
            at=timezone.now(),
        )
        peaks.append(peak_of(worker.run_next))
        assert Workbook.objects.get(pk=workbook.pk).ready == count

    assert peaks[1] < peaks[0] * 1.3, peaks
