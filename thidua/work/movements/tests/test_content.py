from datetime import date
from decimal import Decimal

import pytest

from thidua.kit.audit.models import AuditLine
from thidua.kit.refused import Refused
from thidua.records.register import services as register
from thidua.records.register.tests.factories import entered, identity, sent
from thidua.work.movements import services
from thidua.work.movements.tests.factories import NOW, SYSTEM, TODAY, answered, launched


@pytest.fixture
def movement(so_van_hoa):
    return launched("Phát triển du lịch", so_van_hoa)


@pytest.fixture
def by(minh, as_actor):
    return as_actor(minh)


def test_criteria_keep_their_order_and_their_numbers(movement, by):
    services.add_criterion(movement, text="Hoàn thành xuất sắc nhiệm vụ", by=by, at=NOW)
    services.add_criterion(
        movement, text="Đón khách", target_number=Decimal("1250000"), unit_of_measure="lượt", by=by, at=NOW
    )

    rows = [(row.position, row.text, row.target_number) for row in movement.criteria.all()]
    assert rows == [(1, "Hoàn thành xuất sắc nhiệm vụ", None), (2, "Đón khách", Decimal("1250000"))]
    assert AuditLine.objects.order_by("-seq").first().changes["target"] == ["", "1.250.000 lượt"]


def test_a_target_is_set_anew_and_a_unit_needs_a_number(movement, by):
    row = services.add_criterion(movement, text="Tỷ lệ hồ sơ đúng hạn", by=by, at=NOW)
    services.set_target(row, target_number=Decimal("97.5"), unit_of_measure="%", by=by, at=NOW)

    assert AuditLine.objects.order_by("-seq").first().changes == {"target": ["", "97,5%"]}
    with pytest.raises(Refused, match="đơn vị tính"):
        services.set_target(row, target_number=None, unit_of_measure="%", by=by, at=NOW)


def test_a_criterion_with_results_stays(movement, by):
    row = services.add_criterion(movement, text="Đón khách", by=by, at=NOW)
    services.record_result(movement, criterion=row, number=Decimal(5), on=TODAY, by=by, at=NOW)
    with pytest.raises(Refused, match="đã có kết quả"):
        services.remove_criterion(row, by=by, at=NOW)


def test_one_without_results_goes(movement, by):
    services.remove_criterion(services.add_criterion(movement, text="x", by=by, at=NOW), by=by, at=NOW)
    assert not movement.criteria.exists()


def test_a_wave_lies_within_the_period_and_has_its_result(movement, by):
    wave = services.add_wave(
        movement, name="Đợt ngắn hạn", since=date(2024, 1, 1), until=date(2024, 7, 1), by=by, at=NOW
    )
    services.close_wave(wave, result="29/29 tham gia", reviewed_on=TODAY, by=by, at=NOW)

    wave.refresh_from_db()
    assert (wave.result, wave.reviewed_on) == ("29/29 tham gia", TODAY)
    with pytest.raises(Refused, match="ngoài thời kỳ"):
        services.add_wave(movement, name="x", since=date(2023, 12, 1), until=None, by=by, at=NOW)
    with pytest.raises(Refused, match="đã có"):
        services.add_wave(movement, name="Đợt ngắn hạn", since=None, until=None, by=by, at=NOW)


def test_a_wave_without_a_result_or_reviewed_in_days_to_come_is_refused(movement, by):
    wave = services.add_wave(movement, name="Đợt 1", since=None, until=None, by=by, at=NOW)
    with pytest.raises(Refused, match="Ghi kết quả"):
        services.close_wave(wave, result="", reviewed_on=TODAY, by=by, at=NOW)
    with pytest.raises(Refused, match="sau ngày hôm nay"):
        services.close_wave(wave, result="x", reviewed_on=date(2024, 6, 13), by=by, at=NOW)


def test_a_document_stands_once_in_a_part_and_in_several_movements(movement, so_van_hoa, by):
    plan = sent(identity("46/KH-SVH", date(2024, 5, 22), so_van_hoa, "Thi đua chuyên đề"))
    other = launched("Khác", so_van_hoa)
    first = services.attach_document(movement, plan, part="ke_hoach", by=by, at=NOW)

    assert services.attach_document(movement, plan, part="ke_hoach", by=by, at=NOW) == first
    services.attach_document(other, plan, part="ke_hoach", by=by, at=NOW)
    assert plan.movement_papers.count() == 2
    assert movement.launched_on == date(2024, 3, 20)


def test_a_draft_paper_or_one_from_elsewhere_is_refused(movement, so_van_hoa, so_noi_vu, by):
    paper = register.draft(identity(title="Phát động", type="ke_hoach"), body=so_van_hoa, by=SYSTEM, at=NOW)
    strange = entered(identity("1/KH-SNV", TODAY, so_noi_vu, "x"), so_noi_vu)
    for document, why in ((paper, "chưa ban hành"), (strange, "không ở trong sổ")):
        with pytest.raises(Refused, match=why):
            services.attach_document(movement, document, part="khac", by=by, at=NOW)


def test_a_paper_that_proves_something_stays(movement, so_van_hoa, by):
    report = sent(identity("50/BC-SVH", TODAY, so_van_hoa, "Sơ kết"))
    services.reach_milestone(movement, kind="so_ket", on=TODAY, document=report, by=by, at=NOW)
    paper = movement.papers.get()
    assert paper.part == "so_ket"
    with pytest.raises(Refused, match="làm căn cứ"):
        services.detach(paper, by=by, at=NOW)

    services.unreach_milestone(movement.milestones.get(), by=by, at=NOW)
    services.detach(paper, by=by, at=NOW)
    assert not movement.papers.exists()


def test_a_reader_and_a_stranger_cannot_add_anything(movement, so_van_hoa, son, tung, as_actor):
    plan = sent(identity("46/KH-SVH", date(2024, 5, 22), so_van_hoa, "Thi đua chuyên đề"))
    for user in (son, tung):
        who = as_actor(user)
        for act in (
            lambda who=who: services.add_criterion(movement, text="x", by=who, at=NOW),
            lambda who=who: services.add_wave(movement, name="x", since=None, until=None, by=who, at=NOW),
            lambda who=who: services.attach_document(movement, plan, part="khac", by=who, at=NOW),
        ):
            with pytest.raises(Refused):
                act()


def test_a_closed_movement_takes_only_papers(movement, so_van_hoa, by):
    services.close(movement, on=TODAY, note="Thôi", by=by, at=NOW)
    with pytest.raises(Refused, match="đã kết thúc"):
        services.add_criterion(movement, text="x", by=by, at=NOW)
    report = sent(identity("50/BC-SVH", TODAY, so_van_hoa, "Tổng kết"))
    services.attach_document(movement, report, part="tong_ket", by=by, at=NOW)


def test_an_answer_of_a_superior_movement_is_an_act_of_ours_not_of_theirs(tan_giang, so_van_hoa, by):
    theirs = launched("Chuyển đổi số", tan_giang)
    answered(theirs, so_van_hoa, kind="huong_ung", by=by)
    with pytest.raises(Refused, match="do Ủy ban nhân dân"):
        services.add_criterion(theirs, text="x", by=by, at=NOW)
