"""One proposal: accepted, left out, put back; two officers do not run over each other."""

from datetime import timedelta

import pytest

from thidua.kit.audit.models import AuditLine
from thidua.kit.refused import Refused
from thidua.outlook.intake import services
from thidua.outlook.intake.models import Proposal, Reading

pytestmark = pytest.mark.django_db


@pytest.fixture
def row(reading) -> Proposal:
    return reading.proposals.filter(kind=Proposal.Kind.CITATION).first()


def test_accepting_is_kept_with_who_and_when(row, minh, as_actor, now):
    later = now + timedelta(minutes=5)

    services.decide(row, "nhan", by=as_actor(minh), at=later)

    row.refresh_from_db()
    assert (row.decision, row.saved_by, row.saved_at) == ("nhan", "Lê Quang Minh", later)
    assert Reading.objects.get().saved_at == later


def test_it_can_be_put_back(row, minh, as_actor, now):
    services.decide(row, "bo", by=as_actor(minh), at=now)

    services.decide(row, "chua_xem", by=as_actor(minh), at=now)

    row.refresh_from_db()
    assert row.decision == Proposal.Decision.PENDING


def test_it_leaves_one_line_that_names_the_proposal(row, minh, as_actor, now):
    services.decide(row, "nhan", by=as_actor(minh), at=now)

    line = AuditLine.objects.get(verb="intake.decide")
    assert line.changes["decision"] == ["chua_xem", "nhan"]
    assert line.changes["proposal"] == ["", "Viện dẫn 1: 271/SNV-TĐKT"]


def test_the_same_decision_twice_leaves_no_second_line(row, minh, as_actor, now):
    for _ in range(2):
        services.decide(row, "nhan", by=as_actor(minh), at=now)

    assert AuditLine.objects.filter(verb="intake.decide").count() == 1


def test_whoever_comes_second_is_told(row, minh, as_actor, now):
    seen = row.saved_at
    services.decide(row, "nhan", by=as_actor(minh), at=now + timedelta(minutes=10))

    with pytest.raises(
        Refused, match=r"Lê Quang Minh vừa sửa mục này lúc 9 giờ 40\. Xem khác nhau trước khi lưu\."
    ):
        services.decide(row, "bo", by=as_actor(minh), at=now, seen=seen)
    row.refresh_from_db()
    assert row.decision == "nhan"


def test_what_is_written_is_corrected_in_the_register(reading, looked_through, row, minh, as_actor, now):
    services.confirm(looked_through(reading, minh), by=as_actor(minh), at=now)

    with pytest.raises(Refused, match="sửa ở sổ văn bản"):
        services.decide(row, "bo", by=as_actor(minh), at=now)


def test_an_unknown_decision_is_refused(row, minh, as_actor, now):
    with pytest.raises(Refused):
        services.decide(row, "có lẽ", by=as_actor(minh), at=now)


def test_a_match_that_is_gone_is_said(row, minh, as_actor, now):
    Proposal.objects.filter(pk=row.pk).delete()

    with pytest.raises(Refused, match="không còn"):
        services.decide(row, "nhan", by=as_actor(minh), at=now)


@pytest.mark.parametrize("who", ["son", "tung"])
def test_somebody_without_the_right_is_refused(row, who, as_actor, now, request):
    with pytest.raises(Refused):
        services.decide(row, "nhan", by=as_actor(request.getfixturevalue(who)), at=now)
