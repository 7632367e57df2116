from datetime import date
from decimal import Decimal

import pytest

from thidua.kit.refused import Refused
from thidua.records.register.tests.factories import identity, sent
from thidua.work.movements import naming, selectors, services
from thidua.work.movements.models import Milestone
from thidua.work.movements.tests.factories import NOW, TODAY, draft, launched


@pytest.fixture
def movement(so_van_hoa):
    return launched("Phát triển du lịch", so_van_hoa)


@pytest.fixture
def by(minh, as_actor):
    return as_actor(minh)


def test_a_plan_keeps_its_words_and_leaves_the_day_open(movement, by):
    row = services.plan_milestone(movement, kind="tong_ket", planned_text="tháng 12 năm 2024", by=by, at=NOW)

    assert (row.planned_text, row.planned_on, row.latest_on) == (
        "tháng 12 năm 2024",
        None,
        date(2024, 12, 31),
    )


def test_one_without_any_day_stays_open(movement, by):
    row = services.plan_milestone(movement, kind="so_ket", planned_text="sau khi sơ kết ngành", by=by, at=NOW)

    assert (row.planned_on, row.latest_on) == (None, None)
    assert selectors.overdue_of(movement.body, TODAY) == []


def test_planned_and_done_stand_apart(movement, so_van_hoa, by):
    row = services.plan_milestone(movement, kind="so_ket", planned_on=date(2024, 4, 30), by=by, at=NOW)
    assert selectors.overdue_of(so_van_hoa, TODAY) == [row]
    report = sent(identity("50/BC-SVH", date(2024, 6, 10), so_van_hoa, "Sơ kết"))

    services.reach_milestone(
        movement, milestone=row, kind="so_ket", on=date(2024, 6, 10), document=report, by=by, at=NOW
    )

    row.refresh_from_db()
    assert (row.planned_on, row.done_on, row.document) == (date(2024, 4, 30), date(2024, 6, 10), report)
    assert selectors.overdue_of(so_van_hoa, TODAY) == []
    assert selectors.state_of(movement, TODAY) == "so_ket"


def test_what_was_never_planned_can_be_done(movement, by):
    services.reach_milestone(movement, kind="bao_cao", on=TODAY, by=by, at=NOW, note="Báo cáo nhanh")
    row = Milestone.objects.get()
    assert (row.planned_on, row.planned_text, row.done_on) == (None, "", TODAY)

    services.unreach_milestone(row, by=by, at=NOW)
    assert not Milestone.objects.exists()


@pytest.mark.parametrize(
    ("on", "why"), [(date(2024, 6, 13), "chưa đến"), (date(2024, 3, 1), "trước ngày phát động")]
)
def test_days_that_cannot_be_are_refused(movement, by, on, why):
    with pytest.raises(Refused, match=why):
        services.reach_milestone(movement, kind="so_ket", on=on, by=by, at=NOW)


def test_a_milestone_is_reached_once_and_a_plan_can_be_given_up(movement, by):
    row = services.plan_milestone(movement, kind="so_ket", planned_on=TODAY, by=by, at=NOW)
    services.reach_milestone(movement, milestone=row, kind="so_ket", on=TODAY, by=by, at=NOW)
    with pytest.raises(Refused, match="đã ghi làm ngày 12/6/2024"):
        services.reach_milestone(movement, milestone=row, kind="so_ket", on=TODAY, by=by, at=NOW)
    with pytest.raises(Refused, match="không bỏ khỏi dự kiến"):
        services.drop_milestone(row, by=by, at=NOW)
    services.unreach_milestone(row, by=by, at=NOW)
    services.drop_milestone(row, by=by, at=NOW)
    assert not Milestone.objects.exists()


def test_a_result_is_words_or_a_figure_for_a_criterion(movement, by):
    criterion = services.add_criterion(
        movement, text="Đón khách", target_number=Decimal(100), unit_of_measure="lượt", by=by, at=NOW
    )
    services.record_result(movement, on=TODAY, text="Ra quân dọn vệ sinh", by=by, at=NOW)
    row = services.record_result(movement, on=TODAY, criterion=criterion, number=Decimal(58), by=by, at=NOW)

    assert (row.criterion, row.number, row.by_name) == (criterion, Decimal(58), "Lê Quang Minh")
    for facts, why in (({}, "bằng lời"), ({"number": Decimal(3)}, "gắn với một tiêu chí")):
        with pytest.raises(Refused, match=why):
            services.record_result(movement, on=TODAY, by=by, at=NOW, **facts)


def test_a_result_is_taken_back_with_a_reason(movement, by):
    row = services.record_result(movement, on=TODAY, text="x", by=by, at=NOW)
    with pytest.raises(Refused, match="Ghi lý do"):
        services.remove_result(row, reason="", by=by, at=NOW)
    services.remove_result(row, reason="Ghi nhầm phong trào", by=by, at=NOW)
    assert not movement.results.exists()


def test_nothing_is_recorded_of_a_draft(so_van_hoa, by):
    with pytest.raises(Refused, match="còn là dự thảo"):
        services.record_result(draft("Một", so_van_hoa), on=TODAY, text="x", by=by, at=NOW)


def test_an_assessment_stands_once_a_period(movement, by):
    period = naming.lasting("6 tháng đầu năm 2024")
    services.assess(movement, text="Tốt", period=period, by=by, at=NOW)
    services.assess(movement, text="Rất tốt", period=period, by=by, at=NOW)

    row = movement.assessments.get()
    assert (row.text, row.since, row.until) == ("Rất tốt", date(2024, 1, 1), date(2024, 7, 1))


def test_a_reader_and_a_stranger_record_nothing(movement, son, tung, as_actor):
    for user in (son, tung):
        who = as_actor(user)
        for act in (
            lambda who=who: services.plan_milestone(
                movement, kind="so_ket", planned_on=TODAY, by=who, at=NOW
            ),
            lambda who=who: services.reach_milestone(movement, kind="so_ket", on=TODAY, by=who, at=NOW),
            lambda who=who: services.record_result(movement, on=TODAY, text="x", by=who, at=NOW),
            lambda who=who: services.assess(
                movement, text="x", period=naming.lasting("2024"), by=who, at=NOW
            ),
        ):
            with pytest.raises(Refused):
                act()
