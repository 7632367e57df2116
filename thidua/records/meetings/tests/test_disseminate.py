"""Which documents were told of, and where one was told of."""

from datetime import date

import pytest

from thidua.kit.audit.models import AuditLine
from thidua.kit.refused import Refused
from thidua.records.meetings import selectors, services
from thidua.records.meetings.tests.factories import NOW, SYSTEM, met
from thidua.records.register.services import merge
from thidua.records.register.tests.factories import entered, identity, stub


@pytest.fixture
def plans(tan_giang, so_van_hoa):
    return [
        entered(
            identity(f"{serial}/KH-UBND", date(2024, 3, 1), tan_giang, f"Phong trào {serial}"), so_van_hoa
        )
        for serial in (64, 68)
    ]


def test_documents_are_noted_once(as_actor, minh, so_van_hoa, plans):
    meeting, actor = met(so_van_hoa), as_actor(minh)

    services.disseminate(meeting, plans, by=actor, at=NOW)
    services.disseminate(meeting, plans[:1], by=actor, at=NOW)

    assert selectors.documents_of(meeting, actor) == plans
    assert AuditLine.objects.filter(verb="meetings.disseminate").count() == 1
    assert list(selectors.telling_of(plans[0], actor)) == [meeting]


def test_a_stub_that_became_a_held_document_is_that_document(as_actor, minh, so_van_hoa, tan_giang, plans):
    named = stub(identity("70/KH-UBND", None, tan_giang, ""))
    meeting, actor = met(so_van_hoa, documents=[named]), as_actor(minh)
    held = entered(identity("", date(2024, 3, 9), tan_giang, "Kế hoạch mới", type="ke_hoach"), so_van_hoa)
    merge(named, held, reason="cùng văn bản", by=SYSTEM, at=NOW)
    held.refresh_from_db()

    assert selectors.documents_of(meeting, actor) == [held]
    assert list(selectors.telling_of(held, actor)) == [meeting]
    services.withdraw_document(meeting, held, by=actor, at=NOW)
    assert not meeting.told.exists()


def test_one_is_taken_off_again(so_van_hoa, plans):
    meeting = met(so_van_hoa, documents=plans)

    services.withdraw_document(meeting, plans[0], by=SYSTEM, at=NOW)
    services.withdraw_document(meeting, plans[0], by=SYSTEM, at=NOW)

    assert selectors.documents_of(meeting, SYSTEM) == plans[1:]
    assert AuditLine.objects.filter(verb="meetings.withdraw_document").count() == 1


def test_a_stranger_is_refused(so_van_hoa, plans, as_actor, tung):
    with pytest.raises(Refused, match="Không có quyền"):
        services.disseminate(met(so_van_hoa), plans, by=as_actor(tung), at=NOW)
