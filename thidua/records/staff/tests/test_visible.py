"""Who sees which rows: the body that keeps them, those where the person works or worked; of one's own, the ratings."""

from datetime import date

from django.db import connection
from django.test.utils import CaptureQueriesContext

from thidua.records.orgs import services as orgs
from thidua.records.orgs.tests import factories as people
from thidua.records.staff import selectors
from thidua.records.staff.models import Discipline, Leave, PendingMatter, Rating
from thidua.records.staff.tests.factories import NOW, SYSTEM, away, disciplined, pending, rated

KINDS = (Rating, Leave, Discipline, PendingMatter)


def seen(actor):
    return {kind for kind in KINDS if selectors.visible_to(actor, kind).exists()}


def test_each_sees_what_the_role_allows(so_van_hoa, khai, minh, son, lan, tung, as_actor):
    rated(khai, so_van_hoa)
    away(khai, so_van_hoa)
    disciplined(khai, so_van_hoa)
    pending(khai, so_van_hoa)

    assert seen(SYSTEM) == set(KINDS)
    assert seen(as_actor(minh)) == {Rating, Leave}
    assert seen(as_actor(son)) == {Rating, Leave}
    assert seen(as_actor(lan)) == set()
    assert seen(as_actor(tung)) == set()


def test_the_keeper_of_discipline_sees_it(so_van_hoa, khai, keeper, as_actor):
    disciplined(khai, so_van_hoa)
    pending(so_van_hoa, so_van_hoa)

    assert seen(as_actor(keeper)) == {Discipline, PendingMatter}


def test_where_somebody_went_their_rows_are_seen(so_van_hoa, xa_binh_hoa, khai, lan, as_actor):
    row = rated(khai, so_van_hoa)
    assert not selectors.visible_to(as_actor(lan), Rating).exists()

    orgs.give_position(
        khai, unit=xa_binh_hoa, title="Phó Chủ tịch", since=date(2024, 2, 1), by=SYSTEM, at=NOW
    )

    assert list(selectors.visible_to(as_actor(lan), Rating)) == [row]


def test_a_row_goes_with_a_merged_card(so_van_hoa, phong_di_san, xa_binh_hoa, khai, lan, as_actor):
    row = rated(khai, so_van_hoa)
    other = people.person("Đỗ Văn Khải", xa_binh_hoa)
    orgs.merge_people(khai, into=other, by=SYSTEM, at=NOW)

    assert list(selectors.visible_to(as_actor(lan), Rating)) == [row]
    assert list(selectors.of_people(as_actor(lan), Rating, [other.pk])) == [row]
    assert list(selectors.of_subject(as_actor(lan), Rating, other)) == [row]
    assert selectors.cards_of([other.pk])[khai.pk] == other.pk


def test_everybody_sees_their_own_ratings_and_nothing_else_of_it(so_van_hoa, minh, thao, as_actor):
    rated(thao.person, so_van_hoa)
    rated(minh.person, so_van_hoa)
    away(thao.person, so_van_hoa)
    pending(thao.person, so_van_hoa)

    (own,) = selectors.visible_to(as_actor(thao), Rating)
    assert own.person == thao.person
    assert seen(as_actor(thao)) == {Rating}


def test_the_units_of_a_body_and_its_superior_see_its_ratings(tan_giang, so_van_hoa, minh, lan, as_actor):
    row = rated(so_van_hoa, tan_giang)

    assert list(selectors.visible_to(as_actor(minh), Rating)) == [row]
    assert list(selectors.of_units(as_actor(minh), Rating, [so_van_hoa.pk])) == [row]
    assert not selectors.visible_to(as_actor(lan), Rating).exists()


def test_many_people_ask_no_more_than_one(so_van_hoa, minh, as_actor):
    actor = as_actor(minh)
    listed = [people.person(f"Người {at}", so_van_hoa) for at in range(20)]
    for one in listed:
        rated(one, so_van_hoa)

    def asked(ids):
        with CaptureQueriesContext(connection) as queries:
            found = selectors.of_people(actor, Rating, ids)
            assert len(found.values_list("person_id", "year", "level")) == len(ids)
            selectors.held_people(ids, on=date(2024, 6, 1))
        return len(queries)

    assert asked([listed[0].pk]) == asked([one.pk for one in listed])
