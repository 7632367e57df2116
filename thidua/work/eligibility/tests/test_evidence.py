"""Places of facts become words with the record that they lead to; what one may not open has no key."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from thidua.law.facts import Candidate, Rating
from thidua.records.awards.tests.factories import given
from thidua.records.orgs.tests import factories
from thidua.work.eligibility.conditions import Line
from thidua.work.eligibility.selectors.evidence import Evidence, evidence
from thidua.work.eligibility.tests.records import SYSTEM, recognised

pytestmark = pytest.mark.django_db


def told(*places: str, by=SYSTEM, who: Candidate | None = None) -> dict[str, Evidence]:
    inner = Line("phần", "met", "", "task_level", used=places[1:])
    line = Line("dòng", "met", "", "any_of", used=places[:1], parts=(inner,))
    return evidence(by, [line], who or Candidate("ca_nhan"))


def test_awards_initiatives_and_ratings_are_named(so_van_hoa):
    nam = factories.person("Lê Hoàng Nam", so_van_hoa)
    award = given("CSTDCS", nam, so_van_hoa, "2023")
    idea = recognised(nam, so_van_hoa, "co_so", 2023)
    act = idea.recognitions.get()
    who = Candidate("ca_nhan", ratings=(Rating("ratings/7", 2022, "HTTNV"),))
    found = told(f"history/{award.pk}", f"initiatives/{act.pk}", "ratings/7", who=who)
    assert found[f"history/{award.pk}"] == Evidence("CSTĐCS 2023", "history", award.pk)
    assert found[f"initiatives/{act.pk}"] == Evidence(f"{idea.title}, 2023", "initiatives", idea.pk)
    assert found["ratings/7"] == Evidence("Xếp loại năm 2022", "ratings", 7)


def test_what_one_does_not_see_is_named_by_its_register(dung, as_actor, so_van_hoa):
    award = given("CSTDCS", factories.person("Lê Hoàng Nam", so_van_hoa), so_van_hoa, "2023")
    place = f"history/{award.pk}"
    assert told(place, by=as_actor(dung))[place] == Evidence("Sổ khen thưởng", "history")
    assert told("initiatives/999")["initiatives/999"].pk is None


def test_counts_and_whole_lists_are_words():
    found = told(
        "ldtt_count", "size", "discipline/3", "supposed/level", who=Candidate("tap_the", ldtt_count=5)
    )
    assert found["ldtt_count"].text == "5 lao động tiên tiến"
    assert found["discipline/3"] == Evidence("Sổ kỷ luật", "discipline", 3)
    assert found["supposed/level"].is_supposed


def test_two_queries_for_any_number(so_van_hoa):
    nam = factories.person("Lê Hoàng Nam", so_van_hoa)
    won = [given("CSTDCS", nam, so_van_hoa, str(year)) for year in range(2015, 2023)]
    ideas = [recognised(nam, so_van_hoa, "co_so", year) for year in range(2015, 2023)]
    places = [f"history/{row.pk}" for row in won]
    places += [f"initiatives/{idea.recognitions.get().pk}" for idea in ideas]
    with CaptureQueriesContext(connection) as queries:
        assert len(told(*places)) == 16
    assert len(queries) == 2
