"""The demo's reports: one sent with its paper in the register, one in work with real gaps."""

from datetime import date, datetime, time, timedelta

import pytest
from django.utils import timezone

from thidua.outlook.reports import selectors
from thidua.outlook.reports.models import Report
from thidua.records.orgs.actors import actor_for, system
from thidua.records.orgs.models import User
from thidua.records.orgs.services import sync_outside_bodies
from thidua.web.demo import load

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]


@pytest.fixture
def loaded(db):
    today = timezone.localdate()
    sync_outside_bodies(by=system(today), at=timezone.now())
    return load.load(at=timezone.now(), today=today, password="chỉ để thử 2026")


def test_last_half_year_was_sent_and_this_one_is_being_written(loaded):
    lan = actor_for(User.objects.get(username="lan"), loaded.today)
    sent = Report.objects.get(state=Report.State.SENT)
    open_one = Report.objects.get(state=Report.State.DRAFT)

    assert sent.until == open_one.since
    assert sent.document.papers.count() == 1
    whole = selectors.composed(open_one, actor=lan, at=timezone.now())
    states = [block.state for _, block in whole.built.blocks()]
    assert {"full", "gap", "open", "nil", "written"} <= set(states)
    assert selectors.asked_of(open_one, lan.on)["consultations"][0].is_open
    assert any(item.title.startswith("Báo cáo sơ kết") for item in selectors.waiting_for(lan))


@pytest.mark.parametrize("today", [date(2026, 7, 1), date(2026, 12, 31), date(2027, 1, 2), date(2028, 2, 29)])
def test_it_loads_on_any_day_of_the_year(db, today):
    at = timezone.make_aware(datetime.combine(today, time(9)))
    sync_outside_bodies(by=system(today), at=at)

    load.load(at=at, today=today, password="chỉ để thử 2026")

    assert Report.objects.count() == 2
    assert max(Report.objects.values_list("due_on", flat=True)) <= today + timedelta(days=7)
