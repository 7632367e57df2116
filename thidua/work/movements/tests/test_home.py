from datetime import date

from thidua.records.register import services as register
from thidua.records.register.tests.factories import entered, identity
from thidua.work.movements import selectors, services
from thidua.work.movements.tests.factories import NOW, SYSTEM, answered, launched


def told(actor):
    return [(item.title, item.action, item.due, item.since) for item in selectors.waiting_for(actor)]


def test_a_milestone_that_is_due_and_one_that_has_passed(so_van_hoa, minh, as_actor):
    row = launched("Chuyển đổi số", so_van_hoa)
    for kind, day in (
        ("so_ket", date(2024, 6, 7)),
        ("bao_cao", date(2024, 6, 20)),
        ("tong_ket", date(2024, 12, 20)),
    ):
        services.plan_milestone(row, kind=kind, planned_on=day, by=SYSTEM, at=NOW)

    assert told(as_actor(minh)) == [
        ("Sơ kết phong trào “Chuyển đổi số”, năm 2024", "Ghi kết quả mốc", date(2024, 6, 7), None),
        ("Báo cáo phong trào “Chuyển đổi số”, năm 2024", "Ghi kết quả mốc", date(2024, 6, 20), None),
    ]


def test_a_superiors_movement_waits_after_a_month_and_many_are_one_line(
    tan_giang, so_van_hoa, minh, as_actor
):
    old = launched("Chuyển đổi số", tan_giang, date(2024, 5, 13))
    launched("Mới", tan_giang, date(2024, 5, 14))
    assert told(as_actor(minh)) == [
        ("Chưa hưởng ứng phong trào “Chuyển đổi số”, năm 2024", "Ghi hưởng ứng", None, date(2024, 5, 13))
    ]
    for number in range(3):
        launched(f"Việc {number}", tan_giang, date(2024, 4, 1))
    assert told(as_actor(minh)) == [
        ("4 phong trào cấp trên chưa hưởng ứng", "Xem cả", None, date(2024, 4, 1))
    ]
    answered(old, so_van_hoa, kind="huong_ung")
    assert len(told(as_actor(minh))) == 3


def test_what_the_register_names_already_is_not_said_twice(tan_giang, so_van_hoa, minh, as_actor):
    row = launched("Chuyển đổi số", tan_giang, date(2024, 4, 1))
    plan = entered(identity("52/KH-UBND", date(2024, 4, 1), tan_giang, "Phát động năm 2024"), so_van_hoa)
    services.attach_document(row, plan, part="phat_dong", by=SYSTEM, at=NOW)
    assert told(as_actor(minh)) == []

    register.exempt(plan, body=so_van_hoa, reason="Có văn bản đăng ký", by=SYSTEM, at=NOW)
    assert len(told(as_actor(minh))) == 1


def test_whoever_cannot_write_and_a_stranger_have_nothing_waiting(tan_giang, so_van_hoa, son, tung, as_actor):
    launched("Chuyển đổi số", tan_giang)

    assert told(as_actor(son)) == told(as_actor(tung)) == []


def test_it_asks_few_queries_however_much_waits(
    tan_giang, so_van_hoa, minh, as_actor, django_assert_max_num_queries
):
    by = as_actor(minh)
    for number in range(12):
        launched(f"Việc {number}", tan_giang, date(2024, 4, 1))
        row = launched(f"Của Sở {number}", so_van_hoa)
        services.plan_milestone(row, kind="so_ket", planned_on=date(2024, 6, 7), by=SYSTEM, at=NOW)

    with django_assert_max_num_queries(9):
        assert len(selectors.waiting_for(by)) == 13


def test_the_calendar_has_milestones_and_ends_of_waves_of_the_own_body(
    tan_giang, so_van_hoa, minh, tung, as_actor
):
    row = launched("Chuyển đổi số", so_van_hoa)
    services.plan_milestone(row, kind="so_ket", planned_on=date(2024, 6, 24), by=SYSTEM, at=NOW)
    services.add_wave(
        row, name="Đợt ngắn hạn", since=date(2024, 1, 1), until=date(2024, 7, 1), by=SYSTEM, at=NOW
    )

    days = selectors.calendar(as_actor(minh), date(2024, 6, 1), date(2024, 7, 1))

    assert [(day.on, day.title) for day in days] == [
        (date(2024, 6, 24), "Sơ kết: Chuyển đổi số"),
        (date(2024, 6, 30), "Hết Đợt ngắn hạn, bắt đầu bình xét"),
    ]
    assert selectors.calendar(as_actor(tung), date(2024, 6, 1), date(2024, 7, 1)) == []
