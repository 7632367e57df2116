from datetime import date

import pytest

from thidua.records.orgs.tests import factories as orgs
from thidua.work.movements import selectors, services
from thidua.work.movements.tests.factories import NOW, SYSTEM, TODAY, answered, draft, launched


@pytest.fixture
def movement(so_van_hoa):
    return launched("Chuyển đổi số ngành Văn hóa", so_van_hoa, date(2024, 3, 6))


def reasons(body, on=TODAY):
    return {row.movement.name: row.reasons for row in selectors.idle(body, on)}


def test_silence_and_a_passed_milestone_are_told_in_words(movement, so_van_hoa):
    services.plan_milestone(movement, kind="so_ket", planned_on=date(2024, 4, 30), by=SYSTEM, at=NOW)

    (row,) = selectors.idle(so_van_hoa, TODAY)

    assert row.reasons == (
        "98 ngày không ghi hoạt động.",
        "Mốc sơ kết 30/4 đã qua, chưa có báo cáo.",
    )
    assert (row.days, row.is_late) == (98, True)


def test_a_month_as_printed_is_told_as_printed(movement, so_van_hoa):
    services.plan_milestone(movement, kind="tong_ket", planned_text="tháng 5/2024", by=SYSTEM, at=NOW)

    assert reasons(so_van_hoa)[movement.name][1] == "Mốc tổng kết tháng 5/2024 đã qua, chưa có báo cáo."


def test_an_activity_ends_the_silence(movement, so_van_hoa):
    services.record_result(movement, on=date(2024, 5, 20), text="Ra quân", by=SYSTEM, at=NOW)

    assert reasons(so_van_hoa) == {}
    assert selectors.last_activity(selectors.with_activity(selectors.own_of(so_van_hoa)).get()) == date(
        2024, 5, 20
    )


def test_units_that_have_not_answered_are_counted_after_a_month(so_van_hoa):
    units = [
        orgs.unit(name, parent=so_van_hoa, level="don_vi", kind="su_nghiep")
        for name in ("Bảo tàng", "Thư viện", "Nhà hát")
    ]
    row = launched("Cơ quan xanh, sạch, đẹp", so_van_hoa, date(2024, 5, 2))
    answered(row, units[0], kind="huong_ung")
    fresh = launched("Mới phát động", so_van_hoa, date(2024, 5, 20))

    assert reasons(so_van_hoa) == {row.name: ("Phát động 41 ngày, 2/3 đơn vị chưa hưởng ứng.",)}
    assert fresh.name not in reasons(so_van_hoa)


def test_an_end_without_a_conclusion_is_told_and_a_conclusion_ends_all(so_van_hoa):
    row = launched("Năm ngoái", so_van_hoa, date(2023, 1, 10), "năm 2023")
    assert "Thời kỳ đã hết ngày 31/12/2023, chưa tổng kết." in reasons(so_van_hoa)[row.name]

    services.reach_milestone(row, kind="tong_ket", on=TODAY, by=SYSTEM, at=NOW)
    assert reasons(so_van_hoa) == {}


def test_drafts_and_others_movements_are_not_idle(tan_giang, so_van_hoa):
    draft("Đang soạn", so_van_hoa)
    launched("Của tỉnh", tan_giang, date(2024, 1, 1), body=so_van_hoa)

    assert reasons(so_van_hoa) == {}


def test_overlapping_running_movements_are_found(so_van_hoa):
    left = launched("Cơ quan xanh, sạch, đẹp", so_van_hoa)
    right = launched("Xây dựng cơ quan xanh sạch đẹp", so_van_hoa)
    launched("Văn hóa công sở", so_van_hoa)
    launched("Cơ quan xanh, sạch, đẹp", so_van_hoa, date(2023, 1, 1), "năm 2023")

    (pair,) = selectors.overlap(so_van_hoa, TODAY)

    assert (pair.left, pair.right) == (left, right)
    assert pair.reason == "tên gần như nhau, cùng thời gian"


def test_the_number_of_queries_does_not_grow(so_van_hoa, django_assert_max_num_queries):
    orgs.unit("Bảo tàng", parent=so_van_hoa, level="don_vi", kind="su_nghiep")

    def more(numbers):
        for number in numbers:
            row = launched(f"Việc {number}", so_van_hoa, date(2024, 1, 5))
            services.plan_milestone(row, kind="so_ket", planned_on=date(2024, 2, 1), by=SYSTEM, at=NOW)

    more(range(2))
    with django_assert_max_num_queries(8) as few:
        selectors.idle(so_van_hoa, TODAY)
    more(range(2, 20))
    with django_assert_max_num_queries(len(few)):
        assert len(selectors.idle(so_van_hoa, TODAY)) == 20
