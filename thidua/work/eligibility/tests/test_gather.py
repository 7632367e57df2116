"""What the registers know of people reaches the law whole, and no more than the actor may see."""

from datetime import date
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from thidua.law.facts import NEVER_WHOLE
from thidua.records.awards.tests.factories import NOW, TODAY, given
from thidua.records.orgs.actors import actor_for, system
from thidua.records.orgs.models import Person, Position
from thidua.records.orgs.tests import factories
from thidua.records.register import services as register
from thidua.records.staff.models import Discipline, Leave, PendingMatter, Rating, Service
from thidua.work.eligibility.selectors.gathering import gather
from thidua.work.initiatives.models import Author, Initiative, Recognition

DAY = date(2024, 12, 20)
SYSTEM = system(TODAY)


@pytest.fixture
def an(so_van_hoa):
    return factories.person("Trần Thị An", so_van_hoa)


def known_of(*people, by=SYSTEM, year=2024, on=DAY, body=None, with_discipline=False):
    asked = [person.pk for person in people]
    return dict(gather(by, asked, year=year, on=on, body=body, with_discipline=with_discipline))


def one(person, **more):
    return known_of(person, **more)[person.pk]


def kept(body):
    return {"body": body, "printed": "sổ cũ", "created_at": NOW}


def rated(person, body, year, level="HTTNV"):
    return Rating.objects.create(
        person=person,
        since=date(year, 1, 1),
        until=date(year + 1, 1, 1),
        period_label=f"năm {year}",
        year=year,
        level=level,
        **kept(body),
    )


def test_awards_of_every_card_with_the_place_that_leads_to_them(an, so_van_hoa):
    old = Person.objects.create(full_name="Trần Thị An", name_sort="a", folded="tran thi an", merged_into=an)
    first = given("LDTT", an, so_van_hoa, "2022")
    second = given("CSTDCS", an, so_van_hoa, "2023")
    second.person = old
    second.save()
    found = one(an)
    assert {(row.code, row.years, row.place) for row in found.history} == {
        ("LDTT", (2022,), f"history/{first.pk}"),
        ("CSTDCS", (2023,), f"history/{second.pk}"),
    }


def test_an_award_of_a_stage_counts_for_each_of_its_years(an, so_van_hoa):
    given("BKTTG", an, so_van_hoa, "giai đoạn 2020 - 2022")
    given("LDTT", an, so_van_hoa, "2022-2023")
    assert {row.years for row in one(an).history} == {(2020, 2021, 2022), (2023,)}


def test_what_no_longer_stands_is_not_told(an, so_van_hoa):
    award = given("LDTT", an, so_van_hoa, "2022")
    type(award).objects.filter(pk=award.pk).update(ending="ghi_nham", ended_at=NOW)
    rating = rated(an, so_van_hoa, 2024)
    Rating.objects.filter(pk=rating.pk).update(ending="ghi_nham", ended_at=NOW)
    assert (one(an).history, one(an).ratings) == ((), ())


def test_ratings_and_initiatives_each_once(an, so_van_hoa):
    rating = rated(an, so_van_hoa, 2024, "HTXSNV")
    idea = Initiative.objects.create(
        title="Số hóa", folded="so hoa", kept_by=so_van_hoa, body=so_van_hoa, created_at=NOW
    )
    Author.objects.create(initiative=idea, person=an, name="An")
    for scope, year in (("co_so", 2023), ("bo", 2024), ("toan_quoc", 2025)):
        Recognition.objects.create(initiative=idea, scope=scope, year=year, printed="sổ", created_at=NOW)
    found = one(an)
    assert [(row.year, row.level, row.place) for row in found.ratings] == [
        (2024, "HTXSNV", f"ratings/{rating.pk}")
    ]
    assert [(row.scope, row.year, row.is_recognized) for row in found.initiatives] == [("tinh", 2024, True)]


def test_leave_over_the_turn_of_a_year_counts_its_days_of_the_year(an, so_van_hoa):
    Leave.objects.create(
        person=an,
        kind="thai_san",
        since=date(2023, 12, 2),
        until=date(2024, 2, 1),
        year=2024,
        **kept(so_van_hoa),
    )
    (found,) = one(an).leave
    assert (found.kind, found.days, found.year) == ("thai_san", Decimal(31), 2024)
    assert one(an).months_worked == ((2024, 12 - Decimal(31) / 30),)


def test_discipline_is_told_only_where_it_was_asked_for(an, so_van_hoa):
    Discipline.objects.create(
        person=an, form="canh_cao", year=2024, decided_on=date(2024, 3, 1), **kept(so_van_hoa)
    )
    PendingMatter.objects.create(
        person=an, ground="investigation", since=date(2024, 3, 1), body=so_van_hoa, created_at=NOW
    )
    assert (one(an).discipline, one(an).pending) == (None, None)
    told = one(an, with_discipline=True)
    assert [row.form for row in told.discipline] == ["canh_cao"]
    assert told.pending == ("investigation",)


def test_lists_are_whole_from_the_year_that_the_body_says(an, so_van_hoa):
    assert ("history", NEVER_WHOLE) in one(an).whole_from
    register.state_coverage("awards", body=so_van_hoa, since=date(2019, 1, 1), by=SYSTEM, at=NOW)
    register.state_coverage("staff:leave", body=so_van_hoa, since=date(2020, 3, 1), by=SYSTEM, at=NOW)
    told = dict(one(an).whole_from)
    assert (told["history"], told["leave"], told["initiatives"]) == (2019, 2021, NEVER_WHOLE)


def test_a_list_is_whole_only_where_every_body_that_one_worked_in_says_so(an, so_van_hoa, so_noi_vu):
    register.state_coverage("awards", body=so_van_hoa, since=date(2015, 1, 1), by=SYSTEM, at=NOW)
    Position.objects.create(
        person=an, unit=so_noi_vu, title="x", since=date(2010, 1, 1), until=date(2019, 1, 1)
    )
    assert dict(one(an).whole_from)["history"] == NEVER_WHOLE


def test_who_has_no_right_to_a_list_is_told_nothing_of_it(an, so_van_hoa, as_actor):
    given("LDTT", an, so_van_hoa, "2022")
    thao = as_actor(factories.user("thao2", "Phạm Thảo", so_van_hoa, "ke_toan"))
    found = one(an, by=thao)
    assert found.ratings is None
    assert found.history is not None


def test_people_of_elsewhere_are_left_out(an, tung, as_actor):
    assert known_of(an, by=as_actor(tung)) == {}


def test_recruitment_is_what_is_recorded(an, so_van_hoa):
    Service.objects.create(
        person=an, kind="tuyen_dung", since=date(2024, 9, 1), year=2024, **kept(so_van_hoa)
    )
    assert (one(an).recruited, one(an).months_worked) == (date(2024, 9, 1), None)


def test_a_first_position_after_earlier_records_is_no_recruitment(so_van_hoa):
    new = factories.person("Lê Bình")
    Position.objects.create(person=new, unit=so_van_hoa, title="x", since=date(2024, 9, 1))
    assert one(new).recruited == date(2024, 9, 1)
    rated(new, so_van_hoa, 2021)
    assert one(new).recruited is None


def test_many_take_as_many_queries_as_one(an, so_van_hoa):
    more = [factories.person(f"Người {n}", so_van_hoa) for n in range(12)]
    for person in more:
        given("LDTT", person, so_van_hoa, "2022")
        rated(person, so_van_hoa, 2023)
    with CaptureQueriesContext(connection) as few:
        known_of(an)
    with CaptureQueriesContext(connection) as many:
        assert len(known_of(an, *more)) == 13
    assert len(many) == len(few) <= 12


def test_a_specialist_gathers_the_people_of_the_own_body(an, minh):
    assert set(known_of(an, by=actor_for(minh, TODAY))) == {an.pk}
