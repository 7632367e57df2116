"""Who sees which initiatives; of whom; what reads nearly the same; what was given for the same years."""

from datetime import date

import pytest

from thidua.records.awards.tests.factories import given
from thidua.records.orgs.tests import factories
from thidua.work.initiatives import selectors, services
from thidua.work.initiatives.rows import Recognised
from thidua.work.initiatives.tests.factories import NOW, SYSTEM, TITLE, recorded, shares


def test_what_stands_is_public_what_ended_is_not(as_actor, minh, son, tung, dung, khai, so_van_hoa):
    made = recorded(TITLE, khai, so_van_hoa)
    struck = services.strike(recorded("Nhầm", khai, so_van_hoa), reason="nhầm", by=SYSTEM, at=NOW)

    for user in (minh, son):
        assert set(selectors.visible_to(as_actor(user))) == {made, struck}
    assert list(selectors.visible_to(as_actor(tung))) == [made]
    assert not selectors.of_bodies(as_actor(tung)).exists()
    assert selectors.keeps(as_actor(minh), made)
    assert not selectors.keeps(as_actor(tung), made)
    assert not selectors.visible_to(as_actor(dung)).exists()


def test_the_body_in_which_it_was_made_sees_what_another_keeps(as_actor, minh, khai, so_van_hoa, so_noi_vu):
    made = recorded(TITLE, khai, so_noi_vu, made_in=so_van_hoa)

    assert list(selectors.of_bodies(as_actor(minh))) == [made]


def test_a_persons_part_is_that_of_all_cards(khai, yen, phong_di_san, so_van_hoa):
    double = factories.person("Đỗ Văn Khải", phong_di_san)
    older = recorded("Cũ", double, so_van_hoa, year=2021)
    newer = recorded("Mới", khai, so_van_hoa, authors=shares(yen, khai, pct="40"))
    double.merged_into = khai
    double.save()

    for card in (khai, double):
        assert [row.initiative for row in selectors.of_person(card, SYSTEM)] == [newer, older]


@pytest.mark.parametrize("many", [1, 12])
def test_recognitions_of_many_people_are_one_query(
    many, as_actor, minh, phong_di_san, so_van_hoa, django_assert_num_queries
):
    people = [factories.person(f"Người Thứ {n}", phong_di_san) for n in range(many)]
    for person in people:
        made = recorded(f"Của {person.pk}", person, so_van_hoa)
        services.recognise_scope(made, Recognised("tinh", 2024, printed="x"), by=SYSTEM, at=NOW)
    actor = as_actor(minh)
    with django_assert_num_queries(2):
        found = list(selectors.recognised_of([person.pk for person in people], actor))

    assert len(found) == 2 * many
    assert [row[2:4] for row in found[:2]] == [("co_so", 2023), ("tinh", 2024)]


def test_ended_recognitions_are_nobodys(khai, so_van_hoa):
    made = recorded(TITLE, khai, so_van_hoa)
    services.revoke(made.recognitions.get(), reason="theo 3/QĐ-SVH", by=SYSTEM, at=NOW)

    assert not selectors.recognised_of([khai.pk], SYSTEM)


def test_titles_that_read_nearly_the_same_are_found_with_a_figure(khai, yen, so_van_hoa):
    made = recorded(TITLE, khai, so_van_hoa)
    recorded("Phần mềm vé điện tử", yen, so_van_hoa)

    [near] = selectors.alike("Số hoá phiếu kiểm kê các di tích", SYSTEM)
    assert near.initiative == made
    assert selectors.NEAR <= near.pct < 100
    [same] = selectors.alike("kiểm kê di tích: phiếu số hóa", SYSTEM)
    assert same.pct == 100
    assert not selectors.alike(TITLE, SYSTEM, but=made.pk)


def test_awards_of_the_same_year_are_shown_as_just_that(khai, yen, so_van_hoa):
    made = recorded(TITLE, khai, so_van_hoa, authors=shares(khai, yen))
    award = given("CSTDCS", khai, so_van_hoa, "2023")
    given("CSTDCS", khai, so_van_hoa, "2022")

    assert [(row.author.person, row.awards) for row in selectors.same_years(made, SYSTEM)] == [
        (khai, (award,)),
        (yen, ()),
    ]


def test_a_statement_tells_from_when_the_register_is_whole(as_actor, minh, so_van_hoa):
    actor = as_actor(minh)
    services.state_coverage(so_van_hoa, since=date(2020, 1, 1), by=actor, at=NOW)

    said = selectors.covered(actor, date(2023, 1, 1), date(2024, 1, 1), body=so_van_hoa)
    assert said is not None
    assert list(selectors.coverages(actor, so_van_hoa)) == [said]
    assert selectors.covered(actor, date(2019, 1, 1), date(2020, 1, 1), body=so_van_hoa) is None
