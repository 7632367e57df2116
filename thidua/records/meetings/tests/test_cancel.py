"""A meeting is called off: it stays readable, counts nowhere, and is not changed any more."""

import pytest

from thidua.kit.refused import Refused
from thidua.records.meetings import selectors, services
from thidua.records.meetings.tests.factories import NOW, SYSTEM, met, named
from thidua.vn.periods import parse


def test_a_cancelled_meeting_counts_nowhere(as_actor, minh, so_van_hoa):
    actor = as_actor(minh)
    meeting = services.cancel(met(so_van_hoa), reason=" ghi nhầm ", by=actor, at=NOW)

    assert meeting.cancelled_reason == "ghi nhầm"
    assert list(selectors.visible_to(actor)) == [meeting]
    assert not selectors.meetings_in(actor, parse("2024H1")).exists()
    assert selectors.calendar(actor, meeting.held_on, actor.on) == []


def test_it_is_not_changed_any_more(so_van_hoa):
    meeting = services.cancel(met(so_van_hoa), reason="hoãn", by=SYSTEM, at=NOW)

    for act in (
        lambda: services.correct_meeting(meeting, name="Khác", by=SYSTEM, at=NOW),
        lambda: services.add_roll(meeting, named("Lê Văn A"), by=SYSTEM, at=NOW),
        lambda: services.record_turnout(meeting, present=1, printed="đếm", by=SYSTEM, at=NOW),
        lambda: services.disseminate(meeting, [], by=SYSTEM, at=NOW),
        lambda: services.cancel(meeting, reason="lần nữa", by=SYSTEM, at=NOW),
    ):
        with pytest.raises(Refused, match="đã hủy"):
            act()


def test_a_reason_is_asked_and_a_stranger_is_refused(so_van_hoa, as_actor, tung):
    meeting = met(so_van_hoa)

    with pytest.raises(Refused, match="Nhập lý do hủy"):
        services.cancel(meeting, reason=" ", by=SYSTEM, at=NOW)
    with pytest.raises(Refused, match="Không có quyền"):
        services.cancel(meeting, reason="vì sao", by=as_actor(tung), at=NOW)
