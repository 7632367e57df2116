from datetime import date

import pytest

from thidua.work.movements import selectors, services
from thidua.work.movements.models import Movement, State
from thidua.work.movements.tests.factories import NOW, SYSTEM, TODAY, draft, launched


def in_state(code):
    return list(selectors.in_state(Movement.objects.order_by("pk"), code, TODAY))


@pytest.fixture
def six(so_van_hoa):
    """One in each state, in the order of life."""
    rows = [
        draft("Một", so_van_hoa),
        launched("Hai", so_van_hoa, date(2024, 6, 1), "quý III năm 2024"),
        *(launched(name, so_van_hoa) for name in ("Ba", "Bốn", "Năm", "Sáu")),
    ]
    for row, kinds in ((rows[3], ["so_ket"]), (rows[4], ["so_ket", "tong_ket"]), (rows[5], ["tong_ket"])):
        for kind in kinds:
            services.reach_milestone(row, kind=kind, on=date(2024, 6, 10), by=SYSTEM, at=NOW)
    services.close(rows[5], on=TODAY, by=SYSTEM, at=NOW)
    return [Movement.objects.get(pk=row.pk) for row in rows]


def test_the_state_follows_from_dated_facts(six):
    assert [selectors.state_of(row, TODAY) for row in six] == list(State)


def test_the_database_says_the_same(six):
    assert [in_state(code) for code in State] == [[row] for row in six]


def test_it_is_that_of_the_day_asked(six):
    assert selectors.state_of(six[5], date(2024, 6, 11)) == State.CONCLUDED
    assert selectors.state_of(six[5], date(2024, 6, 9)) == State.RUNNING
    assert selectors.state_of(six[5], date(2024, 3, 19)) == State.DRAFT


def test_a_page_of_rows_takes_one_query(six, django_assert_num_queries):
    with django_assert_num_queries(1):
        assert len(selectors.states_of(six, TODAY)) == 6
