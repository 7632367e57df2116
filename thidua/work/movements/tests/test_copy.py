from datetime import date
from decimal import Decimal

import pytest

from thidua.kit.refused import Refused
from thidua.records.register.tests.factories import identity, sent
from thidua.work.movements import selectors, services
from thidua.work.movements.refusals import InTheWay
from thidua.work.movements.tests.factories import NOW, TODAY, launched


@pytest.fixture
def full(so_van_hoa, minh, as_actor):
    """Last year's movement with everything that one can have."""
    by = as_actor(minh)
    row = launched(
        "Thi đua thực hiện nhiệm vụ năm 2024",
        so_van_hoa,
        form="thuong_xuyen",
        aim="Hoàn thành kế hoạch năm 2024",
    )
    criterion = services.add_criterion(
        row, text="Đón khách năm 2024", target_number=Decimal(100), unit_of_measure="lượt", by=by, at=NOW
    )
    wave = services.add_wave(
        row, name="Đợt 6 tháng đầu năm 2024", since=date(2024, 1, 1), until=date(2024, 7, 1), by=by, at=NOW
    )
    services.close_wave(wave, result="Tốt", reviewed_on=TODAY, by=by, at=NOW)
    services.plan_milestone(row, kind="so_ket", planned_on=date(2024, 5, 30), by=by, at=NOW)
    services.plan_milestone(row, kind="tong_ket", planned_text="tháng 12 năm 2024", by=by, at=NOW)
    services.reach_milestone(row, kind="bao_cao", on=TODAY, by=by, at=NOW, note="Ngoài kế hoạch")
    services.record_result(row, criterion=criterion, number=Decimal(40), on=TODAY, by=by, at=NOW)
    plan = sent(identity("68/KH-SVH", date(2023, 12, 29), so_van_hoa, "Phát động"))
    services.attach_document(row, plan, part="phat_dong", by=by, at=NOW)
    return row


def test_criteria_waves_and_plans_move_by_a_year_and_nothing_done_is_copied(full, minh, as_actor):
    copy = services.copy_from_last_year(full, by=as_actor(minh), at=NOW)

    assert (copy.name, copy.period_label, copy.aim) == (
        "Thi đua thực hiện nhiệm vụ năm 2025",
        "năm 2025",
        "Hoàn thành kế hoạch năm 2025",
    )
    assert (copy.since, copy.until, copy.copied_from) == (date(2025, 1, 1), date(2026, 1, 1), full)
    assert [(row.text, row.target_number) for row in copy.criteria.all()] == [
        ("Đón khách năm 2025", Decimal(100))
    ]
    assert [(row.since, row.result, row.reviewed_on) for row in copy.waves.all()] == [
        (date(2025, 1, 1), "", None)
    ]
    assert [(row.kind, row.planned_text, row.latest_on, row.done_on) for row in copy.milestones.all()] == [
        ("so_ket", "", date(2025, 5, 30), None),
        ("tong_ket", "tháng 12 năm 2025", date(2025, 12, 31), None),
    ]
    assert not copy.results.exists()
    assert not copy.papers.exists()
    assert selectors.state_of(copy, TODAY) == "du_thao"


def test_it_is_copied_once(full, minh, as_actor):
    services.copy_from_last_year(full, by=as_actor(minh), at=NOW)
    with pytest.raises(InTheWay, match="đã có"):
        services.copy_from_last_year(full, by=as_actor(minh), at=NOW)


def test_only_an_own_one_by_whoever_may_write(full, tan_giang, so_van_hoa, minh, son, tung, as_actor):
    theirs = launched("Của tỉnh", tan_giang, body=so_van_hoa)
    with pytest.raises(Refused, match="Chỉ chép phong trào do cơ quan phát động"):
        services.copy_from_last_year(theirs, by=as_actor(minh), at=NOW)
    for user in (son, tung):
        with pytest.raises(Refused):
            services.copy_from_last_year(full, by=as_actor(user), at=NOW)
