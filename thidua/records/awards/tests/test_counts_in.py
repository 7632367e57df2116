"""How many awards of a merit year: names and counts together, nothing twice."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from thidua.records.awards import selectors, services
from thidua.records.awards.models import Award
from thidua.records.awards.tests.factories import NOW, SYSTEM, YEAR, counted, decided, given
from thidua.records.orgs.models import Succession
from thidua.records.orgs.tests import factories
from thidua.vn.periods import parse


def told(body, period=YEAR):
    rows = selectors.counts_in(SYSTEM, period, body=body)
    return [(row.code, row.of_whom, row.decider, row.count, row.unnamed) for row in rows]


def named_under(many, person, body):
    name = given("LDTT", person, body)
    Award.objects.filter(pk=name.pk).update(part_of=many)
    name.refresh_from_db()
    return name


@pytest.fixture
def people(phong_di_san):
    return [factories.person(f"Người số {number}", phong_di_san) for number in range(3)]


def test_titles_come_before_forms_and_the_highest_authority_first(so_van_hoa, tan_giang, people):
    decision = decided(so_van_hoa)
    given("GK", people[0], so_van_hoa, decision=decision)
    given("CSTDCS", people[0], so_van_hoa, decision=decision)
    counted("LDTT", 29, so_van_hoa, decided_by=so_van_hoa)
    counted("BKBT", 2, so_van_hoa, decided_by=tan_giang)
    counted("BKBT", 1, so_van_hoa, of_whom="tap_the", decided_by=tan_giang)

    assert [(code, of_whom, count) for code, of_whom, _, count, _ in told(so_van_hoa)] == [
        ("LDTT", "ca_nhan", 29),
        ("CSTDCS", "ca_nhan", 1),
        ("BKBT", "ca_nhan", 2),
        ("BKBT", "tap_the", 1),
        ("GK", "ca_nhan", 1),
    ]


def test_a_name_under_a_count_is_not_counted_twice(so_van_hoa, people):
    many = counted("LDTT", 29, so_van_hoa)
    for person in people[:2]:
        named_under(many, person, so_van_hoa)

    assert told(so_van_hoa) == [("LDTT", "ca_nhan", "", 29, 27)]


def test_a_revoked_name_is_one_fewer_a_struck_one_is_not(so_van_hoa, people):
    many = counted("LDTT", 29, so_van_hoa)
    names = [named_under(many, person, so_van_hoa) for person in people]

    services.revoke(names[0], reason="khai sai", by=SYSTEM, at=NOW)
    services.strike(names[1], reason="nhầm", by=SYSTEM, at=NOW)

    assert told(so_van_hoa) == [("LDTT", "ca_nhan", "", 28, 27)]


def test_a_year_takes_school_years_that_end_in_it(so_van_hoa, people):
    given("LDTT", people[0], so_van_hoa, "2022-2023")
    given("LDTT", people[1], so_van_hoa, "2024")

    assert [count for *_, count, _ in told(so_van_hoa)] == [1]
    assert told(so_van_hoa, parse("2022")) == []
    assert [count for *_, count, _ in told(so_van_hoa, parse("2024H1"))] == []


def test_what_was_a_predecessors_is_counted_for_the_successor(so_van_hoa, tan_giang, people):
    old = factories.unit("Sở Du lịch tỉnh Tân Giang", "SDL", parent=tan_giang)
    counted("LDTT", 12, old)
    old.dissolved_on = date(2024, 5, 1)
    old.save()
    edge = {"kind": "hop_nhat", "on": date(2024, 5, 1), "by_document": "12/NQ-HĐND"}
    Succession.objects.create(predecessor=old, successor=so_van_hoa, **edge)

    assert [count for *_, count, _ in told(so_van_hoa)] == [12]


def test_another_body_counts_nothing_of_ours(as_actor, tung, so_van_hoa):
    counted("LDTT", 29, so_van_hoa)

    assert selectors.counts_in(as_actor(tung), YEAR, body=so_van_hoa) == []


def test_the_number_of_queries_does_not_grow(so_van_hoa, phong_di_san):
    def queries():
        with CaptureQueriesContext(connection) as found:
            told(so_van_hoa)
        return len(found)

    given("LDTT", factories.person("A", phong_di_san), so_van_hoa)
    few = queries()
    for number in range(8):
        given("LDTT", factories.person(f"Người {number}", phong_di_san), so_van_hoa)

    assert queries() <= few <= 3
