"""The demo department's register of awards."""

from datetime import date, datetime, time

import pytest
from django.utils import timezone

from thidua.records.awards import selectors
from thidua.records.awards.models import Award
from thidua.records.orgs.actors import system as system_of
from thidua.records.orgs.models import Person
from thidua.records.orgs.services import sync_outside_bodies
from thidua.vn.periods import calendar_year
from thidua.web.demo import load

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]


@pytest.mark.parametrize("today", [date(2026, 7, 1), date(2027, 1, 2)])
def test_it_has_names_counts_and_says_since_when_it_is_whole(today):
    at = timezone.make_aware(datetime.combine(today, time(9)))
    sync_outside_bodies(by=system_of(today), at=at)
    made = load.load(at=at, today=today, password="chỉ để thử 2026")
    system, body = made.system(), made.units["svh"]

    last = selectors.counts_in(system, calendar_year(today.year - 1), body=body)
    assert {(row.code, row.count) for row in last if row.of_whom == "ca_nhan"} >= {("LDTT", 7), ("CSTDCS", 2)}
    assert {row.decided_by.code for row in last} == {"SVH", "UBND"}
    assert Award.objects.filter(recipient="").exists()
    clerk = made.clerk(body)
    (dung,) = Person.objects.filter(full_name="Trương Văn Dũng")
    assert selectors.never_awarded(dung, clerk, since=date(today.year - 2, 1, 1)).outcome == "unknown"
    (thao,) = Person.objects.filter(full_name="Phạm Thu Thảo")
    found = selectors.never_awarded(thao, clerk, since=date(today.year - 2, 1, 1), kind="CSTDCS")
    assert found.outcome == "none"
