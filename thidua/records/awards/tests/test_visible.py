"""Who sees which awards; histories; what may be a double."""

from datetime import date

import pytest

from thidua.records.awards import selectors, services
from thidua.records.awards.tests.factories import NOW, SYSTEM, counted, decided, given
from thidua.records.orgs.models import Succession
from thidua.records.orgs.tests import factories


@pytest.fixture
def khai(phong_di_san):
    return factories.person("Đỗ Văn Khải", phong_di_san)


def test_awards_by_name_are_public_counts_and_ended_lines_are_not(
    as_actor, minh, son, tung, khai, so_van_hoa
):
    named, many = given("LDTT", khai, so_van_hoa), counted("GK", 12, so_van_hoa)
    struck = services.strike(given("GK", khai, so_van_hoa), reason="nhầm", by=SYSTEM, at=NOW)

    for user in (minh, son):
        assert set(selectors.visible_to(as_actor(user))) == {named, many, struck}
    assert list(selectors.visible_to(as_actor(tung))) == [named]
    assert not selectors.of_bodies(as_actor(tung)).exists()
    assert selectors.keeps(as_actor(minh), named)
    assert not selectors.keeps(as_actor(tung), named)


def test_an_administrator_without_the_work_sees_none(as_actor, dung, khai, so_van_hoa):
    given("LDTT", khai, so_van_hoa)

    assert not selectors.visible_to(as_actor(dung)).exists()


def test_the_body_of_the_recipient_sees_what_another_keeps(as_actor, minh, khai, so_noi_vu):
    kept_elsewhere = given("BKBT", khai, so_noi_vu)

    assert list(selectors.of_bodies(as_actor(minh))) == [kept_elsewhere]


def test_the_history_of_a_person_is_that_of_all_cards(khai, phong_di_san, so_van_hoa):
    double = factories.person("Đỗ Văn Khải", phong_di_san)
    older, newer = given("LDTT", double, so_van_hoa, "2021"), given("LDTT", khai, so_van_hoa, "2022")
    double.merged_into = khai
    double.save()

    for card in (khai, double):
        assert list(selectors.history_of(card, SYSTEM)) == [newer, older]


def test_the_history_of_a_unit_has_that_of_its_predecessors(so_van_hoa, tan_giang):
    old = factories.unit("Sở Du lịch tỉnh Tân Giang", "SDL", parent=tan_giang)
    award = given("TTLDXS", old, tan_giang, "2020")
    old.dissolved_on = date(2024, 5, 1)
    old.save()
    edge = {"kind": "hop_nhat", "on": date(2024, 5, 1), "by_document": "12/NQ-HĐND"}
    Succession.objects.create(predecessor=old, successor=so_van_hoa, **edge)

    assert list(selectors.history_of(so_van_hoa, SYSTEM)) == [award]


def test_search_needs_no_marks(khai, so_van_hoa):
    award = given("CSTDCS", khai, so_van_hoa, decision=decided(so_van_hoa))

    for words in ("do van khai", "88/QĐ-SVH", "cstdcs khai"):
        assert list(selectors.in_words(selectors.visible_to(SYSTEM), words)) == [award]
    assert not selectors.in_words(selectors.visible_to(SYSTEM), "lan").exists()


def test_what_a_decision_gave(khai, so_van_hoa):
    decision = decided(so_van_hoa)
    award = given("GK", khai, so_van_hoa, decision=decision)
    given("LDTT", khai, so_van_hoa)

    assert list(selectors.under_decision(decision, SYSTEM)) == [award]


def test_lines_that_may_tell_of_the_same(khai, so_van_hoa):
    first, second = (
        given("GK", khai, so_van_hoa, decision=decided(so_van_hoa, number)) for number in ("1/QĐ", "2/QĐ")
    )
    one, other = counted("GK", 12, so_van_hoa), counted("GK", 13, so_van_hoa)

    assert list(selectors.alike(first, SYSTEM)) == [second]
    assert list(selectors.alike(one, SYSTEM)) == [other]
