"""Positions as facts of a merit year, and outcomes as one line of text."""

from datetime import date, timedelta
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from thidua.law.facts import Transfer
from thidua.law.screening import Outcome
from thidua.work.eligibility import outcomes
from thidua.work.eligibility.selectors.employment import NOBODY, employment

YEAR, DAY = 2024, date(2024, 12, 20)


def held(key, since, until=None, body=1, labour="chuyen_vien", is_main=True):
    return (7, key, labour, is_main, since, until, body)


def of(*rows):
    return employment(rows, year=YEAR, on=DAY)


def test_without_a_position_nothing_is_known():
    assert of() == NOBODY


def test_one_old_open_position_is_the_whole_year():
    found = of(held(1, date(2015, 3, 1)))
    assert (found.labour, found.months, found.began, found.transfers, found.bodies) == (
        "chuyen_vien",
        Decimal(12),
        date(2015, 3, 1),
        (),
        (1,),
    )


def test_what_is_not_dated_tells_no_months():
    found = of(held(1, None))
    assert (found.labour, found.months, found.began, found.transfers) == ("chuyen_vien", None, None, None)


def test_a_move_between_bodies_tells_the_months_in_each():
    old, new = held(1, date(2015, 1, 1), date(2024, 9, 1), body=1), held(2, date(2024, 9, 1), body=2)
    found = of(old, new)
    assert found.transfers == (Transfer("positions/2", Decimal(8), Decimal(4)),)
    assert (found.months, found.bodies) == (Decimal(12), (2, 1))


def test_a_move_within_the_body_is_none():
    found = of(held(1, date(2015, 1, 1), date(2024, 9, 1)), held(2, date(2024, 9, 1), labour="lanh_dao"))
    assert (found.transfers, found.labour) == ((), "lanh_dao")


def test_a_gap_is_not_worked_and_two_at_a_time_count_once():
    rows = (
        held(1, date(2015, 1, 1), date(2024, 4, 1)),
        held(2, date(2024, 2, 1), date(2024, 5, 1), is_main=False),
        held(3, date(2024, 11, 1)),
    )
    assert of(*rows).months == Decimal(6)


days = st.integers(0, 4000).map(lambda n: date(2018, 1, 1) + timedelta(days=n))
spans = st.tuples(days, st.none() | st.integers(1, 900)).map(
    lambda pair: (pair[0], pair[1] and pair[0] + timedelta(days=pair[1]))
)


@given(st.lists(spans, min_size=1, max_size=5))
def test_months_lie_within_the_year_and_more_positions_are_never_less(rows):
    found = [held(key, since, until, body=key) for key, (since, until) in enumerate(rows, start=1)]
    whole = of(*found)
    assert whole.months is not None
    assert Decimal(0) <= whole.months <= Decimal(12)
    for row in found:
        alone = of(row).months
        assert alone is not None
        assert alone <= whole.months + Decimal(1)  # thirtieths of a month are joined otherwise
    assert set(whole.bodies) == set(range(1, len(rows) + 1))


codes = st.lists(st.sampled_from(["task_level/initiative", "?qualifies", "draft", "rank+local"]), max_size=3)
told = st.builds(
    Outcome,
    st.sampled_from(["eligible", "not_eligible", "needs_review"]),
    codes.map(lambda each: tuple(each)),
)


@given(st.lists(told, min_size=3, max_size=3))
def test_outcomes_are_read_as_they_were_written(found):
    titles = ("LDTT", "BANG_KHEN", "CSTDTQ")
    assert list(outcomes.read(outcomes.written(titles, found)).items()) == list(
        zip(titles, found, strict=True)
    )


def test_what_is_lacking_reads_as_officers_say_it():
    assert outcomes.in_words("task_level/initiative") == "xếp loại hoặc sáng kiến"
    assert outcomes.in_words("?rank+local") == "thứ hạng và quy định của cơ quan (chưa rõ)"
