"""The demo department's people: rated for seven years, with cases that make verdicts worth a look."""

from datetime import date, datetime, time

import pytest
from django.utils import timezone

from thidua.records.awards.models import Award
from thidua.records.orgs.actors import actor_for
from thidua.records.orgs.actors import system as system_of
from thidua.records.orgs.models import Person
from thidua.records.orgs.services import sync_outside_bodies
from thidua.records.staff import selectors
from thidua.records.staff.models import Discipline, Leave, Rating, Service, Study
from thidua.web.demo import load

pytestmark = [pytest.mark.django_db, pytest.mark.one_database]


@pytest.mark.parametrize("today", [date(2026, 7, 1), date(2027, 1, 2)])
def test_it_has_ratings_and_a_case_of_each_kind(today):
    at = timezone.make_aware(datetime.combine(today, time(9)))
    sync_outside_bodies(by=system_of(today), at=at)
    made = load.load(at=at, today=today, password="chỉ để thử 2026")
    clerk, keeper = made.clerk(made.units["svh"]), actor_for(made.users["mai"], today)

    rated = Rating.objects.standing()
    assert set(rated.values_list("year", flat=True)) == set(range(today.year - 7, today.year))
    nam = Person.objects.get(full_name="Lê Hoàng Nam")
    best = rated.filter(person=nam, level="HTXSNV").values_list("year", flat=True)
    titles = Award.objects.standing().filter(person=nam, code="CSTDCS").values_list("year", flat=True)
    assert set(titles) >= {today.year - 3, today.year - 2, today.year - 1}
    assert set(titles) <= set(best)
    for kind in (Leave, Study, Service):
        assert selectors.visible_to(clerk, kind).exists()
        assert selectors.covered_since(clerk, kind, body=made.units["svh"])
    assert not selectors.visible_to(clerk, Discipline).exists()
    assert selectors.visible_to(keeper, Discipline).exists()
    assert selectors.is_held(made.units["nt"], on=today)
