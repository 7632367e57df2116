"""The officer's version stands beside what was read."""

from datetime import timedelta

import pytest

from thidua.kit.audit.models import AuditLine
from thidua.kit.refused import Refused
from thidua.outlook.intake import services
from thidua.outlook.intake.models import Proposal
from thidua.outlook.intake.tests.samples import PLAN, REPORT

pytestmark = pytest.mark.django_db


@pytest.fixture
def row(reading) -> Proposal:
    return reading.proposals.get(kind=Proposal.Kind.CITATION, is_low=True)


def test_what_was_read_stays(row, minh, as_actor, now):
    services.edit(row, {"number": "15/2023/TT-BNV"}, by=as_actor(minh), at=now)

    row.refresh_from_db()
    assert row.proposed["number"] == "15/2023/BNV"
    assert row.fact["number"] == "15/2023/TT-BNV"
    assert row.decision == Proposal.Decision.ACCEPTED


def test_an_edit_back_to_what_was_read_is_no_edit(row, minh, as_actor, now):
    services.edit(row, {"number": "9/QĐ-SVH"}, by=as_actor(minh), at=now)

    services.edit(row, {"number": "15/2023/BNV"}, by=as_actor(minh), at=now)

    row.refresh_from_db()
    assert row.edited is None


def test_the_line_tells_what_changed(row, minh, as_actor, now):
    services.edit(row, {"number": "15/2023/TT-BNV", "date": "2023-08-04"}, by=as_actor(minh), at=now)

    changes = AuditLine.objects.get(verb="intake.edit").changes
    assert changes["number"] == ["15/2023/BNV", "15/2023/TT-BNV"]
    assert "date" not in changes


def test_accepting_the_suggested_reading_completes_the_number(row, minh, as_actor, now):
    services.accept_reading(row, by=as_actor(minh), at=now)

    row.refresh_from_db()
    assert row.fact["number"] == "15/2023/TT-BNV"
    assert row.decision == Proposal.Decision.ACCEPTED


def test_a_whole_number_has_no_other_reading(reading, minh, as_actor, now):
    whole = reading.proposals.filter(kind=Proposal.Kind.CITATION, is_low=False).first()

    with pytest.raises(Refused):
        services.accept_reading(whole, by=as_actor(minh), at=now)


def test_whoever_comes_second_is_told(row, minh, as_actor, now):
    seen = row.saved_at
    services.edit(row, {"number": "1/QĐ-SVH"}, by=as_actor(minh), at=now + timedelta(minutes=1))

    with pytest.raises(Refused, match="vừa sửa mục này"):
        services.edit(row, {"number": "2/QĐ-SVH"}, by=as_actor(minh), at=now, seen=seen)


def test_a_match_is_accepted_or_left_only(read_by, looked_through, minh, as_actor, now, tan_giang):
    services.confirm(looked_through(read_by(minh, REPORT), minh), by=as_actor(minh), at=now)
    match = read_by(minh, PLAN).proposals.filter(kind=Proposal.Kind.MATCH).first()

    with pytest.raises(Refused, match="chỉ nhận hoặc bỏ"):
        services.edit(match, {"right": 1}, by=as_actor(minh), at=now)


def test_tung_is_refused(row, tung, as_actor, now):
    with pytest.raises(Refused):
        services.edit(row, {"number": "1/QĐ-SVH"}, by=as_actor(tung), at=now)
