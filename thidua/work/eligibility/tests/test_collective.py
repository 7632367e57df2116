"""What the registers know of a collective and of a household reaches the law."""

from datetime import date
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from thidua.law.facts import NEVER_WHOLE
from thidua.records.awards.models import Household
from thidua.records.awards.rows import NewHousehold
from thidua.records.awards.tests.factories import given
from thidua.records.orgs.models import Position, Unit
from thidua.records.orgs.tests import factories
from thidua.records.staff.tests.factories import disciplined, pending
from thidua.work.eligibility.selectors.collective import gather_household, gather_unit
from thidua.work.eligibility.tests.records import SYSTEM, covered, rated

pytestmark = pytest.mark.django_db
DAY = date(2023, 12, 31)


@pytest.fixture
def team(phong_di_san):
    return [factories.person(name, phong_di_san) for name in ("Lê Văn Ất", "Hà Thị Bính", "Vũ Văn Đinh")]


def known(unit, year=2023, on=DAY, with_discipline=False, by=SYSTEM):
    return gather_unit(by, unit, year=year, on=on, with_discipline=with_discipline)


def test_its_people_are_counted_with_their_titles_of_the_year(team, phong_di_san, so_van_hoa):
    given("LDTT", team[0], so_van_hoa, "2023")
    given("CSTDCS", team[0], so_van_hoa, "2023")
    given("LDTT", team[1], so_van_hoa, "2023")
    given("LDTT", team[2], so_van_hoa, "2022")
    found = known(phong_di_san)
    assert (found.size, found.ldtt_count, found.cstdcs_count) == (3, 2, 1)


def test_people_are_those_of_the_end_of_the_year_once_each(team, phong_di_san, so_van_hoa):
    Position.objects.filter(person=team[2]).update(until=date(2023, 6, 1))
    Position.objects.create(
        person=team[0], unit=phong_di_san, title="Tổ trưởng", is_main=False, since=factories.SINCE
    )
    assert known(phong_di_san).size == 2
    assert known(phong_di_san, year=2022, on=DAY).size == 3
    assert known(so_van_hoa).size == 2


def test_its_own_awards_and_ratings(phong_di_san, so_van_hoa):
    won = given("TTLDTT", phong_di_san, so_van_hoa, "2022")
    row = rated(phong_di_san, so_van_hoa, 2023, "HTXSNV")
    found = known(phong_di_san)
    assert [(each.place, each.code) for each in found.history] == [(f"history/{won.pk}", "TTLDTT")]
    assert found.rated(2023) == ("HTXSNV", f"ratings/{row.pk}")


def test_those_who_completed_are_told_only_when_everybody_is_rated(team, phong_di_san, so_van_hoa):
    for person in team[:2]:
        rated(person, so_van_hoa, 2023)
    assert known(phong_di_san).completed_pct is None
    rated(team[2], so_van_hoa, 2023, "KHTNV")
    assert known(phong_di_san).completed_pct == Decimal(200) / 3


def test_a_unit_without_people_has_no_size(phong_di_san):
    found = known(phong_di_san)
    assert (found.size, found.ldtt_count, found.cstdcs_count) == (None, None, None)


def test_founded_and_dissolved_by_the_day(phong_di_san):
    Unit.objects.filter(pk=phong_di_san.pk).update(founded_on=date(2020, 5, 1), dissolved_on=date(2023, 7, 1))
    phong_di_san.refresh_from_db()
    assert known(phong_di_san).dissolved is True
    assert known(phong_di_san, on=date(2023, 6, 30)).dissolved is False
    assert known(phong_di_san).founded == date(2020, 5, 1)


def test_how_whole_the_lists_are_its_body_says(team, phong_di_san, so_van_hoa):
    found = known(phong_di_san)
    assert found.whole_since("members") == NEVER_WHOLE
    covered("awards", so_van_hoa, date(2021, 1, 1))
    found = known(phong_di_san)
    assert (found.whole_since("history"), found.whole_since("members")) == (2021, 2021)


def test_discipline_of_its_people_only_when_asked(team, phong_di_san, so_van_hoa):
    row = disciplined(team[0], so_van_hoa)
    pending(phong_di_san, so_van_hoa, since=date(2023, 3, 1))
    assert known(phong_di_san).discipline is None
    assert known(phong_di_san).pending is None
    found = known(phong_di_san, with_discipline=True)
    assert [each.place for each in found.discipline] == [f"discipline/{row.pk}"]
    assert found.pending == ("investigation",)


def test_who_may_not_read_a_register_is_told_nothing_of_it(team, phong_di_san, dung, as_actor):
    found = known(phong_di_san, by=as_actor(dung))
    assert (found.history, found.ratings, found.ldtt_count) == (None, None, None)


def test_a_fixed_number_of_queries(team, phong_di_san, so_van_hoa, minh, sign_in):
    client, url = sign_in(minh), reverse("eligibility:unit", args=[phong_di_san.pk])

    def cost() -> int:
        with CaptureQueriesContext(connection) as queries:
            assert client.get(url, {"xet": "TTLDXS", "nam": "2023"}).status_code == 200
        return len(queries)

    given("LDTT", team[0], so_van_hoa, "2023")
    cost()
    one = cost()
    for person in (*team[1:], *(factories.person(f"Lê Văn {n}", phong_di_san) for n in range(8))):
        given("LDTT", person, so_van_hoa, "2023")
        rated(person, so_van_hoa, 2023)
    assert cost() == one


def test_what_was_counted_can_be_opened(team, phong_di_san, so_van_hoa, minh, sign_in):
    given("LDTT", team[0], so_van_hoa, "2023")
    url = reverse("eligibility:unit", args=[phong_di_san.pk])
    text = sign_in(minh).get(url, {"xet": "TTLDXS", "nam": "2023"}).content.decode()
    assert "1 lao động tiên tiến" in text
    assert f"{reverse('awards:list')}?nam_tu=2023&amp;nam_den=2023&amp;ma=LDTT" in text
    assert f"{reverse('orgs:people')}?tt=dang&amp;don_vi={phong_di_san.pk}" in text


def test_a_household_has_its_history(so_van_hoa, minh, sign_in, tung):
    won = given("GK", NewHousehold("Lò Văn Páo", "bản Nà Hin"), so_van_hoa, "2023")
    house = Household.objects.get()
    found = gather_household(SYSTEM, house, year=2023)
    assert [each.place for each in found.history] == [f"history/{won.pk}"]
    url = reverse("eligibility:household", args=[house.pk])
    text = sign_in(minh).get(url, {"xet": "GDVH", "nam": "2023"}).content.decode()
    assert "Gia đình văn hóa" in text
    assert "sổ kỷ luật" not in text
    assert sign_in(tung).get(url).status_code == 404


def test_a_collective_of_elsewhere_is_not_shown(phong_di_san, tung, sign_in):
    assert sign_in(tung).get(reverse("eligibility:unit", args=[phong_di_san.pk])).status_code == 404
    assert sign_in(tung).get(reverse("eligibility:of_unit", args=[phong_di_san.pk])).status_code == 404
