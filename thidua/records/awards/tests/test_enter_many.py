"""A list of awards at once; names that take their place in a count."""

import pytest

from thidua.kit.audit.models import AuditLine
from thidua.kit.refused import Refused
from thidua.records.awards import selectors, services
from thidua.records.awards.models import Award
from thidua.records.awards.services import Line
from thidua.records.awards.tests.factories import NOW, SYSTEM, YEAR, counted, decided, given
from thidua.records.orgs.tests import factories


@pytest.fixture
def people(phong_di_san):
    return [factories.person(f"Lê Văn {name}", phong_di_san) for name in ("An", "Bình", "Châu")]


def lines(people, **facts):
    return [Line(place, person, facts) for place, person in enumerate(people, 1)]


def entered(rows, body, by=SYSTEM, **shared):
    shared = {"kind": "LDTT", "period": YEAR, "printed": "danh sách kèm theo"} | shared
    made = services.enter_many(rows, body=body, by=by, at=NOW, **shared)
    return list(Award.objects.filter(pk__in=made.of(Award)).order_by("pk"))


def test_a_list_leaves_one_line_with_its_count_and_digest(as_actor, minh, so_van_hoa, people):
    decision = decided(so_van_hoa)
    made = entered(lines(people), so_van_hoa, as_actor(minh), decision=decision)

    assert [award.person for award in made] == people
    assert {award.decision for award in made} == {decision}
    (line,) = AuditLine.objects.filter(verb__startswith="awards.")
    assert (line.verb, line.changes["lines"], line.subject_text) == (
        "awards.enter_many",
        ["", 3],
        "3 khen thưởng",
    )


def test_a_line_may_have_its_own_kind(so_van_hoa, people):
    rows = [Line(1, people[0], {"kind": "CSTDCS"}), Line(2, people[1])]

    assert [award.code for award in entered(rows, so_van_hoa)] == ["CSTDCS", "LDTT"]


def test_all_or_none_and_each_refusal_names_its_line(so_van_hoa, people, phong_di_san):
    given("LDTT", people[1], so_van_hoa)
    rows = [*lines(people[:2]), Line(7, phong_di_san)]

    with pytest.raises(Refused) as refused:
        entered(rows, so_van_hoa)

    assert [reason[:7] for reason in refused.value.reasons] == ["Dòng 2:", "Dòng 7:"]
    assert Award.objects.count() == 1


def test_one_name_twice_in_a_list_is_refused(so_van_hoa, people):
    with pytest.raises(Refused, match="Dòng 2"):
        entered(lines([people[0], people[0]]), so_van_hoa)
    with pytest.raises(Refused, match="ít nhất một"):
        entered([], so_van_hoa)


def test_names_take_their_place_in_a_count(as_actor, minh, so_van_hoa, people):
    many = counted("LDTT", 29, so_van_hoa, authority="Giám đốc Sở Văn hóa")

    names = services.fill_aggregate(many, lines(people[:2]), by=as_actor(minh), at=NOW)

    assert {(row.part_of, row.authority, row.year) for row in names} == {(many, "Giám đốc Sở Văn hóa", 2023)}
    (row,) = selectors.counts_in(SYSTEM, YEAR, body=so_van_hoa)
    assert (row.count, row.unnamed) == (29, 27)
    assert AuditLine.objects.filter(verb="awards.fill_aggregate").count() == 1


def test_who_stands_by_name_already_is_taken_in(so_van_hoa, people):
    many, known = counted("LDTT", 29, so_van_hoa), given("LDTT", people[0], so_van_hoa)

    assert services.fill_aggregate(many, lines(people[:1]), by=SYSTEM, at=NOW) == [known]

    known.refresh_from_db()
    assert known.part_of == many
    assert [row.count for row in selectors.counts_in(SYSTEM, YEAR, body=so_van_hoa)] == [29]
    with pytest.raises(Refused, match="đã có trong sổ"):
        services.fill_aggregate(many, lines(people[:1]), by=SYSTEM, at=NOW)


def test_more_names_than_the_count_are_refused(so_van_hoa, people, phong_di_san):
    many = counted("LDTT", 2, so_van_hoa)

    with pytest.raises(Refused, match="Còn 2 chưa có tên mà danh sách có 3 tên"):
        services.fill_aggregate(many, lines(people), by=SYSTEM, at=NOW)
    with pytest.raises(Refused, match="không phải cá nhân"):
        services.fill_aggregate(counted("GK", 2, so_van_hoa), [Line(1, phong_di_san)], by=SYSTEM, at=NOW)
    with pytest.raises(Refused, match="đã có tên"):
        services.fill_aggregate(given("GK", people[0], so_van_hoa), lines(people), by=SYSTEM, at=NOW)


@pytest.mark.parametrize("who", ["son", "tung"])
def test_who_may_not_write_is_refused(request, as_actor, so_van_hoa, people, who):
    actor = as_actor(request.getfixturevalue(who))

    with pytest.raises(Refused, match="Không có quyền"):
        entered(lines(people), so_van_hoa, actor)
    with pytest.raises(Refused, match="Không có quyền"):
        services.fill_aggregate(counted("LDTT", 2, so_van_hoa), lines(people[:1]), by=actor, at=NOW)
