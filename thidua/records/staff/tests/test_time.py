"""Leave, study, service: dates that can be, nothing twice, and lengths that follow from the dates."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua.kit.refused import Refused
from thidua.records.staff import services, spans
from thidua.records.staff.tests.factories import NOW, SYSTEM, away

DAYS = st.dates(date(2000, 1, 1), date(2040, 1, 1))


def test_the_length_of_a_leave_follows_from_its_days(so_van_hoa, hoa):
    row = away(hoa, so_van_hoa)

    assert (row.days, row.working_days, row.year) == (Decimal(182), None, 2024)
    assert spans.days_within(row.since, row.until, date(2023, 1, 1), date(2024, 1, 1)) == 61


def test_working_days_take_the_place_of_calendar_days(so_van_hoa, hoa):
    row = away(
        hoa,
        so_van_hoa,
        "om_dau",
        working_days=Decimal("44.5"),
        since=date(2023, 2, 1),
        until=date(2023, 5, 1),
    )

    assert (row.days, row.working_days) == (None, Decimal("44.5"))


def test_a_leave_that_runs_has_no_length_yet(so_van_hoa, hoa):
    row = away(hoa, so_van_hoa, until=None)

    assert (row.days, row.year) == (None, 2023)


@pytest.mark.parametrize(
    ("facts", "reason"),
    [
        ({"kind": "nghi_mat"}, "Chọn loại nghỉ"),
        ({"since": date(2024, 7, 1), "until": None}, "ở sau hôm nay"),
        ({"until": date(2023, 11, 1)}, "phải sau ngày bắt đầu"),
        ({"days": Decimal(200)}, "không có đủ số ngày"),
        ({"days": Decimal(-1)}, "từ 0 trở lên"),
    ],
)
def test_an_impossible_leave_is_refused(so_van_hoa, hoa, facts, reason):
    with pytest.raises(Refused, match=reason):
        away(hoa, so_van_hoa, **facts)


def test_no_day_is_taken_twice(so_van_hoa, hoa, khai):
    away(hoa, so_van_hoa)
    with pytest.raises(Refused, match="đã có trong sổ"):
        away(hoa, so_van_hoa, "om_dau", since=date(2024, 4, 30), until=date(2024, 5, 5))
    away(hoa, so_van_hoa, "om_dau", since=date(2024, 5, 1), until=date(2024, 5, 5))
    away(khai, so_van_hoa)


def test_a_course_has_a_result_only_once_it_is_over(so_van_hoa, hoa):
    told = {"course": "Cao cấp lý luận chính trị", "since": date(2022, 9, 1), "body": so_van_hoa}
    with pytest.raises(Refused, match="chưa kết thúc"):
        services.enter_study(hoa, result="kha", until=date(2024, 9, 1), **told, by=SYSTEM, at=NOW)
    with pytest.raises(Refused, match="không có trong danh sách"):
        services.enter_study(hoa, result="tam", until=date(2024, 3, 1), **told, by=SYSTEM, at=NOW)
    row = services.enter_study(
        hoa, result="kha", until=date(2024, 3, 1), sent_by_agency=True, **told, by=SYSTEM, at=NOW
    )
    assert (row.year, row.complied) == (2022, None)
    assert spans.months_between(row.since, row.until) == 18
    with pytest.raises(Refused, match="đã có trong sổ"):
        services.enter_study(hoa, **told, by=SYSTEM, at=NOW)


def test_a_step_of_the_service_is_written_once(so_van_hoa, hoa):
    told = {"since": date(2024, 3, 1), "body": so_van_hoa, "by": SYSTEM, "at": NOW}
    row = services.enter_service(hoa, "tuyen_dung", place="Chuyên viên", **told)
    assert (row.year, row.place) == (2024, "Chuyên viên")
    with pytest.raises(Refused, match="đã có trong sổ"):
        services.enter_service(hoa, "tuyen_dung", **told)
    with pytest.raises(Refused, match="Chọn việc"):
        services.enter_service(hoa, "di_choi", **told)


def test_tung_writes_no_leave(so_van_hoa, hoa, tung, as_actor):
    with pytest.raises(Refused, match="Không có quyền"):
        away(hoa, so_van_hoa, by=as_actor(tung))


@given(DAYS, st.integers(0, 3000), DAYS, st.integers(1, 3000))
def test_days_within_are_those_in_both(since, length, first, width):
    until, end = since + timedelta(days=length), first + timedelta(days=width)
    both = sum(first <= since + timedelta(days=at) < end for at in range(length))

    assert spans.days_within(since, until, first, end) == both
    assert spans.days_within(since, None, first, end) == max(0, (end - max(since, first)).days)


@given(DAYS, st.integers(0, 3000), st.integers(0, 400))
def test_months_grow_with_the_days(since, length, more):
    until = since + timedelta(days=length)
    months = spans.months_between(since, until)

    assert 0 <= months <= spans.months_between(since, until + timedelta(days=more)) + Decimal("0.1")
    assert abs(months * Decimal("30.44") - length) <= 4 + length / 200
