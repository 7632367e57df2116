"""A count without names: with its source, never beside a roll, and how ratios are told."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction
from hypothesis import given
from hypothesis import strategies as st

from thidua.kit.refused import Refused
from thidua.records.meetings import selectors, services
from thidua.records.meetings.models import Turnout
from thidua.records.meetings.selectors import Attended
from thidua.records.meetings.tests.factories import HELD, NOW, SYSTEM, met, named
from thidua.records.register.tests.factories import identity, sent


def test_a_count_comes_with_the_document_that_says_so(so_van_hoa):
    minutes = sent(identity("04/BB-SVH", HELD, so_van_hoa, "Họp cơ quan"))
    meeting = met(so_van_hoa)

    services.record_turnout(
        meeting, present=29, expected=29, document=minutes, printed="29/29", by=SYSTEM, at=NOW
    )

    came = selectors.turnout(meeting)
    assert (came.present, came.expected, came.source, came.text) == (29, 29, "aggregate", "29/29 (100%)")


def test_a_second_count_corrects_the_first(so_van_hoa):
    meeting = met(so_van_hoa)
    services.record_turnout(meeting, present=29, expected=29, printed="đếm tại chỗ", by=SYSTEM, at=NOW)
    services.record_turnout(meeting, present=28, expected=29, printed="đếm lại", by=SYSTEM, at=NOW)

    assert Turnout.objects.get().printed == "đếm lại"
    assert selectors.turnout(meeting).text == "28/29 (96,6%)"


def test_a_count_without_a_base_has_no_ratio(so_van_hoa):
    meeting = met(so_van_hoa)
    services.record_turnout(meeting, present=1250, printed="ban tổ chức đếm", by=SYSTEM, at=NOW)

    came = selectors.turnout(meeting)
    assert (came.text, came.percent) == ("1.250 người", "")


@pytest.mark.parametrize(
    ("facts", "reason"),
    [
        ({"present": 30, "expected": 29, "printed": "đếm"}, "nhiều hơn số phải dự"),
        ({"present": 29, "expected": 29}, "Con số cần nguồn"),
        ({"present": 29, "printed": "  "}, "Con số cần nguồn"),
    ],
)
def test_impossible_or_unfounded_figures_are_refused(so_van_hoa, facts, reason):
    with pytest.raises(Refused, match=reason):
        services.record_turnout(met(so_van_hoa), **facts, by=SYSTEM, at=NOW)


def test_beside_a_roll_a_count_is_refused_and_the_roll_wins_over_an_older_count(so_van_hoa):
    meeting = met(so_van_hoa)
    services.record_turnout(meeting, present=29, expected=29, printed="đếm", by=SYSTEM, at=NOW)
    services.add_roll(meeting, named("Lê Văn A", "Lê Văn B"), by=SYSTEM, at=NOW)

    assert selectors.turnout(meeting) == Attended(2, 2, "roll")
    with pytest.raises(Refused, match="đã có danh sách"):
        services.record_turnout(meeting, present=3, printed="đếm", by=SYSTEM, at=NOW)


def test_before_the_day_and_by_a_stranger_it_is_refused(so_van_hoa, as_actor, tung):
    with pytest.raises(Refused, match="điểm danh từ ngày đó"):
        services.record_turnout(
            met(so_van_hoa, held_on=date(2024, 7, 1)), present=1, printed="đếm", by=SYSTEM, at=NOW
        )
    with pytest.raises(Refused, match="Không có quyền"):
        services.record_turnout(met(so_van_hoa), present=1, printed="đếm", by=as_actor(tung), at=NOW)


def test_the_database_itself_refuses_more_present_than_expected_and_no_source(so_van_hoa):
    for figures in (
        {"present": 3, "expected": 2, "printed": "x"},
        {"present": 1, "expected": 1, "printed": ""},
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            Turnout.objects.create(meeting=met(so_van_hoa), **figures)


@given(st.integers(1, 5000).flatmap(lambda all_: st.tuples(st.integers(0, all_), st.just(all_))))
def test_a_hundred_per_cent_means_everybody(pair):
    came = Attended(*pair, "roll")

    assert (came.percent == "100%") == (pair[0] == pair[1])
    assert came.figures in came.text


def test_nothing_recorded_is_not_zero(so_van_hoa):
    assert selectors.turnout(met(so_van_hoa)) is None
