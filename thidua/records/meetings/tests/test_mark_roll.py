"""Presence is marked, line by line or all at once."""

import pytest

from thidua.kit.audit.models import AuditLine
from thidua.kit.refused import Refused
from thidua.records.meetings import selectors, services
from thidua.records.meetings.models import RollLine
from thidua.records.meetings.tests.factories import NOW, SYSTEM, met, named


@pytest.fixture
def meeting(so_van_hoa):
    meeting = met(so_van_hoa)
    services.add_roll(meeting, named("Lê Văn A", "Lê Văn B", "Lê Văn C"), by=SYSTEM, at=NOW)
    return meeting


def test_the_whole_roll_at_once(meeting):
    first, second, _ = meeting.roll.order_by("pk")

    changed = services.mark_roll(meeting, absent={first.pk: " ốm ", second.pk: ""}, by=SYSTEM, at=NOW)

    assert changed == 2
    assert list(meeting.roll.order_by("pk").values_list("present", "reason")) == [
        (False, "ốm"),
        (False, ""),
        (True, ""),
    ]
    assert selectors.turnout(meeting).text == "1/3 (33,3%)"
    line = AuditLine.objects.get(verb="meetings.mark_roll")
    assert line.changes == {
        "turnout": ["3/3 (100%)", "1/3 (33,3%)"],
        "absent": ["", ["Lê Văn A", "Lê Văn B"]],
    }


def test_marking_the_same_again_leaves_no_trace(meeting):
    assert services.mark_roll(meeting, absent={}, by=SYSTEM, at=NOW) == 0
    assert not AuditLine.objects.filter(verb="meetings.mark_roll").exists()


def test_one_person_comes_after_all(meeting):
    line = meeting.roll.order_by("pk").first()

    services.mark_present(line, present=False, reason="ốm", by=SYSTEM, at=NOW)
    services.mark_present(line, present=True, reason="không giữ", by=SYSTEM, at=NOW)

    line.refresh_from_db()
    assert (line.present, line.reason) == (True, "")


def test_a_stranger_and_a_reader_are_refused(meeting, as_actor, tung, ha):
    for user in (tung, ha):
        with pytest.raises(Refused):
            services.mark_roll(meeting, absent={}, by=as_actor(user), at=NOW)
    assert RollLine.objects.filter(present=True).count() == 3
