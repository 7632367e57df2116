"""From when the records are whole; by whoever may write their kind."""

from datetime import date

import pytest

from thidua.kit.refused import Refused
from thidua.records.staff import selectors, services
from thidua.records.staff.models import Discipline, Leave, Rating
from thidua.records.staff.tests.factories import NOW


def test_it_is_stated_by_name_and_withdrawn(so_van_hoa, minh, as_actor):
    by = as_actor(minh)
    said = services.state_coverage(Rating, body=so_van_hoa, since=date(2019, 1, 1), by=by, at=NOW)

    assert (said.what, said.printed) == ("staff:rating", "Sổ đánh giá, xếp loại")
    assert selectors.covered_since(by, Rating, body=so_van_hoa) == date(2019, 1, 1)
    assert selectors.covered(by, Rating, date(2020, 1, 1), date(2024, 1, 1), body=so_van_hoa) == said
    assert selectors.covered_since(by, Leave, body=so_van_hoa) is None
    assert list(selectors.coverages(by, so_van_hoa)) == [said]

    services.withdraw_coverage(said, reason="thiếu năm 2020", by=by, at=NOW)
    assert selectors.covered_since(by, Rating, body=so_van_hoa) is None


def test_that_of_discipline_needs_the_right_to_it(so_van_hoa, son, lan, minh, as_actor):
    for user in (son, lan, minh):
        with pytest.raises(Refused, match="Không có quyền"):
            services.state_coverage(
                Discipline, body=so_van_hoa, since=date(2019, 1, 1), by=as_actor(user), at=NOW
            )


def test_who_keeps_the_discipline_states_it(so_van_hoa, keeper, tung, as_actor):
    by = as_actor(keeper)
    said = services.state_coverage(Discipline, body=so_van_hoa, since=date(2019, 1, 1), by=by, at=NOW)

    assert selectors.covered_since(by, Discipline, body=so_van_hoa) == date(2019, 1, 1)
    with pytest.raises(Refused, match="Không có quyền"):
        services.withdraw_coverage(said, reason="x", by=as_actor(tung), at=NOW)
