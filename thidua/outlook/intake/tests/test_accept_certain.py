"""Nhận các mục chắc chắn: what is doubtful waits for a person."""

import pytest

from thidua.kit.audit.models import AuditLine
from thidua.kit.refused import Refused
from thidua.outlook.intake import services
from thidua.outlook.intake.models import Proposal

pytestmark = pytest.mark.django_db


def test_doubtful_ones_are_left(reading, minh, as_actor, now):
    count = services.accept_certain(reading, by=as_actor(minh), at=now)

    left = reading.proposals.filter(decision=Proposal.Decision.PENDING)
    assert {row.is_low for row in left} == {True}
    assert count == reading.proposals.filter(decision=Proposal.Decision.ACCEPTED).count() > 4


def test_what_was_left_out_stays_out(reading, minh, as_actor, now):
    out = reading.proposals.filter(is_low=False, kind=Proposal.Kind.CITATION).first()
    services.decide(out, "bo", by=as_actor(minh), at=now)

    services.accept_certain(reading, by=as_actor(minh), at=now)

    out.refresh_from_db()
    assert out.decision == Proposal.Decision.REJECTED


def test_a_second_time_finds_nothing_and_leaves_no_line(reading, minh, as_actor, now):
    services.accept_certain(reading, by=as_actor(minh), at=now)

    assert services.accept_certain(reading, by=as_actor(minh), at=now) == 0
    assert AuditLine.objects.filter(verb="intake.accept_certain").count() == 1


def test_tung_is_refused(reading, tung, as_actor, now):
    with pytest.raises(Refused):
        services.accept_certain(reading, by=as_actor(tung), at=now)
