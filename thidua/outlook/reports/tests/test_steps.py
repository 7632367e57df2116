"""The way of a report: shown, approved, given back, dropped."""

import pytest

from thidua.kit.refused import Refused
from thidua.outlook.reports import services
from thidua.outlook.reports.models import Report
from thidua.outlook.reports.workflow import STATES, WAY

pytestmark = pytest.mark.django_db
State = Report.State


def test_figures_stand_still_before_the_leadership_sees_them(report, minh, acts):
    with pytest.raises(Refused, match="Chốt số liệu trước khi trình"):
        services.advance(report, "submit", note="Gấp", **acts(minh))


def test_gaps_are_explained_when_it_is_shown(frozen, minh, acts):
    assert frozen.gaps
    with pytest.raises(Refused, match=f"Còn {frozen.gaps} chỗ thiếu"):
        services.advance(frozen, "submit", **acts(minh))

    shown = services.advance(frozen, "submit", note="Phân hệ chưa có.", **acts(minh))

    assert (shown.state, shown.moves.get().note) == (State.REVIEW, "Phân hệ chưa có.")


def test_the_leadership_approves_or_gives_back_with_a_reason(frozen, minh, son, acts):
    shown = services.advance(frozen, "submit", note="Bổ sung sau.", **acts(minh))
    with pytest.raises(Refused, match="Ghi lý do"):
        services.advance(shown, "send_back", **acts(son))

    back = services.advance(shown, "send_back", note="Bổ sung mục 8.", **acts(son))
    assert back.state == State.DRAFT

    again = services.advance(back, "submit", note="Đã bổ sung.", **acts(minh))
    assert services.advance(again, "approve", **acts(son)).state == State.APPROVED


@pytest.mark.parametrize("who", ["minh", "ha", "thao", "tung"])
def test_nobody_else_approves(who, frozen, minh, acts, request):
    shown = services.advance(frozen, "submit", note="Bổ sung sau.", **acts(minh))

    with pytest.raises(Refused, match="việc của lãnh đạo"):
        services.advance(shown, "approve", **acts(request.getfixturevalue(who)))


def test_two_at_once_the_second_is_told_who_was_quicker(frozen, minh, son, acts):
    shown = services.advance(frozen, "submit", note="Bổ sung sau.", **acts(minh))
    services.advance(shown, "approve", **acts(son))

    with pytest.raises(Refused, match="Đặng Quốc Sơn vừa chuyển"):
        services.advance(shown, "send_back", note="Sửa lại", **acts(son))


def test_issuing_is_not_a_step_of_its_own(approved, minh, acts):
    with pytest.raises(Refused, match="phải có số và ngày"):
        services.advance(approved, "issue", **acts(minh))


def test_the_table_reaches_every_state_and_no_other():
    assert WAY.reachable() == set(State.values)
    assert set(STATES) | {State.DROPPED} == set(State.values)
