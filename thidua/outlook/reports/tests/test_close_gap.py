from datetime import date, timedelta

import pytest

from thidua.kit.audit.models import AuditLine
from thidua.kit.refused import Refused
from thidua.outlook.reports import selectors, services
from thidua.outlook.reports.models import Asked
from thidua.records.register.models import Statement
from thidua.work.programme import services as programme

pytestmark = pytest.mark.django_db
GAP = "consultations"


@pytest.fixture
def nil_block(report, minh, composed):
    """A gap that can be answered by "không phát sinh"."""
    specs = selectors.specs_of(report)
    return next(block.key for block in composed(report, minh).gaps if specs[block.key].nil)


def test_somebody_is_asked_by_a_task(report, phong_di_san, minh, acts, as_actor):
    asked = services.ask(
        report,
        GAP,
        action="Cung cấp số lần góp ý dự thảo",
        unit=phong_di_san,
        due_on=date(2024, 6, 13),
        **acts(minh),
    )

    assert (asked.task.unit, asked.task.due_on) == (phong_di_san, date(2024, 6, 13))
    assert asked.task.bases.get().document == report.request
    assert [line.outer for line in AuditLine.objects.filter(verb="programme.assign")] == ["reports.ask"]
    shown = selectors.asked_of(report, as_actor(minh).on)[GAP]
    assert shown[0].is_open
    assert shown[0].who == "Phòng Quản lý di sản"


def test_the_state_of_the_task_is_told(report, minh, acts, as_actor, now):
    asked = services.ask(report, GAP, action="Cung cấp số liệu", assignee_text="Văn phòng", **acts(minh))
    programme.complete(asked.task, on=date(2024, 6, 12), note="Không góp ý dự thảo nào", **acts(minh))

    shown = selectors.asked_of(report, as_actor(minh).on)[GAP][0]

    assert not shown.is_open
    assert shown.task.done_note == "Không góp ý dự thảo nào"
    waiting = selectors.waiting_for(as_actor(minh))
    assert any("đã cung cấp số liệu báo cáo" in item.title for item in waiting)


def test_a_cancelled_task_is_not_told_of(report, minh, acts, as_actor):
    asked = services.ask(report, GAP, action="Cung cấp số liệu", assignee_text="Văn phòng", **acts(minh))
    programme.cancel(asked.task, reason="Nhầm nơi", **acts(minh))

    assert selectors.asked_of(report, as_actor(minh).on) == {}


def test_a_day_that_has_passed_is_refused_and_no_task_is_left(report, minh, acts):
    with pytest.raises(Refused, match="Hạn cung cấp đã qua"):
        services.ask(report, GAP, action="Cung cấp", due_on=date(2024, 6, 1), **acts(minh))

    assert not Asked.objects.exists()


def test_nothing_happened_is_said_by_name_up_to_today(report, nil_block, minh, acts, block_of):
    services.confirm_nil(report, nil_block, note="Đã hỏi các phòng", **acts(minh))

    said = Statement.objects.get(kind="nil")
    assert (said.confirmed_by, said.period_until) == ("Lê Quang Minh", date(2024, 6, 13))
    block = block_of(report, nil_block, minh)
    assert block.state == "nil"
    assert "Lê Quang Minh" in block.nil.detail


def test_it_can_be_withdrawn_with_a_reason(report, nil_block, minh, acts, block_of):
    said = services.confirm_nil(report, nil_block, **acts(minh))

    services.withdraw_nil(report, said.pk, reason="Có một đơn gửi muộn", **acts(minh))

    assert block_of(report, nil_block, minh).state == "gap"
    assert AuditLine.objects.latest("seq").verb == "reports.withdraw_nil"


def test_a_nil_of_long_ago_does_not_answer_a_period_that_runs_on(
    report, nil_block, minh, acts, as_actor, now
):
    services.confirm_nil(report, nil_block, **acts(minh))
    later = as_actor(minh)
    later = type(later)(**{**later.__dict__, "on": date(2024, 12, 1)})

    built = selectors.live(report, actor=later, at=now + timedelta(days=170))

    assert next(block for _, block in built.blocks() if block.key == nil_block).state == "gap"


def test_where_nil_is_no_answer_it_is_refused(report, minh, acts):
    with pytest.raises(Refused, match="không trả lời được bằng"):
        services.confirm_nil(report, "strengths", **acts(minh))


def test_a_number_is_entered_only_where_numbers_are_stated(report, minh, acts):
    with pytest.raises(Refused, match="không nhận con số nhập tay"):
        services.state_figure(report, "strengths", 3, printed="Sổ theo dõi", **acts(minh))


@pytest.mark.parametrize("who", ["son", "thao", "tung"])
def test_only_who_writes_closes_gaps(who, report, nil_block, acts, request):
    given = acts(request.getfixturevalue(who))
    with pytest.raises(Refused):
        services.confirm_nil(report, nil_block, **given)
    with pytest.raises(Refused):
        services.ask(report, GAP, action="Cung cấp", **given)

    assert not Statement.objects.exists()
