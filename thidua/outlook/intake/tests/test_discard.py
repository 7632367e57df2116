"""A reading is given up before anything is written."""

import pytest

from thidua.kit.refused import Refused
from thidua.outlook.intake import services
from thidua.outlook.intake.models import Reading
from thidua.records.register.models import Document

pytestmark = pytest.mark.django_db


def test_it_stays_in_the_list_as_discarded(reading, minh, as_actor, now):
    services.discard(reading, by=as_actor(minh), at=now)

    assert Reading.objects.get().state == Reading.State.DISCARDED


def test_nothing_is_decided_any_more(reading, minh, as_actor, now):
    services.discard(reading, by=as_actor(minh), at=now)

    with pytest.raises(Refused, match="đã hủy"):
        services.decide(reading.proposals.first(), "nhan", by=as_actor(minh), at=now)
    with pytest.raises(Refused, match="đã hủy"):
        services.confirm(reading, by=as_actor(minh), at=now)


def test_a_written_one_is_not_discarded(reading, looked_through, minh, as_actor, now):
    services.confirm(looked_through(reading, minh), by=as_actor(minh), at=now)

    with pytest.raises(Refused, match="đã ghi vào sổ"):
        services.discard(reading, by=as_actor(minh), at=now)
    assert Document.objects.filter(is_stub=False).count() == 1


def test_tung_is_refused(reading, tung, as_actor, now):
    with pytest.raises(Refused):
        services.discard(reading, by=as_actor(tung), at=now)
