"""Who appraises for the council of the province sees the people and ratings of the bodies below, and writes none of them."""

from datetime import date

import pytest

from thidua.kit.refused import Refused
from thidua.records.orgs import selectors as orgs
from thidua.records.orgs.models import RoleHeld
from thidua.records.orgs.tests.factories import person
from thidua.records.staff import selectors, services
from thidua.records.staff.models import Discipline, Rating
from thidua.vn.periods import parse
from thidua.work.eligibility import permissions
from thidua.work.eligibility.selectors.gathering import gather


@pytest.fixture
def rated(so_van_hoa, minh, as_actor, now):
    """Somebody of the department, rated there."""
    an = person("Nguyễn Văn An", so_van_hoa)
    given = {"body": so_van_hoa, "by": as_actor(minh), "at": now}
    return services.rate(an, "HTXSNV", period=parse("2023"), printed="sổ", **given)


@pytest.fixture
def appraiser(binh, tan_giang, as_actor):
    RoleHeld.objects.create(user=binh, role="tham_dinh", unit=tan_giang, since=date(2019, 1, 1))
    return as_actor(binh)


def test_without_the_role_the_ratings_of_another_body_are_not_seen(rated, binh, so_van_hoa, as_actor):
    actor = as_actor(binh)

    assert not selectors.visible_to(actor, Rating).exists()
    assert permissions.why_not_screen(actor, so_van_hoa)


def test_the_appraiser_screens_every_body_below(rated, appraiser, so_van_hoa, tan_giang):
    assert selectors.visible_to(appraiser, Rating).get() == rated
    assert orgs.people_visible_to(appraiser).filter(pk=rated.person_id).exists()
    assert permissions.why_not_screen(appraiser, so_van_hoa) == []
    assert permissions.why_not_screen(appraiser, tan_giang) == []


def test_the_facts_reach_the_verdict(rated, appraiser, tan_giang, today):
    (found,) = gather(
        appraiser, [rated.person_id], year=2023, on=today, body=tan_giang, with_discipline=False
    )

    assert [row.level for row in found[1].ratings] == ["HTXSNV"]


def test_discipline_stays_sealed(rated, appraiser):
    assert not selectors.visible_to(appraiser, Discipline).exists()
    assert permissions.why_not_screen(appraiser, with_discipline=True)


def test_nothing_of_theirs_is_written(rated, appraiser, so_van_hoa, now):
    with pytest.raises(Refused):
        services.strike(rated, reason="thử", by=appraiser, at=now)


def test_another_province_stays_closed(rated, tung, so_van_hoa_nam_hai, as_actor):
    RoleHeld.objects.create(
        user=tung, role="tham_dinh", unit=so_van_hoa_nam_hai.parent, since=date(2019, 1, 1)
    )
    actor = as_actor(tung)

    assert not selectors.visible_to(actor, Rating).exists()
    assert permissions.why_not_screen(actor, rated.body)
