"""What was stated is withdrawn with a reason; the book says again what it said before."""

import pytest

from thidua.kit.audit.models import AuditLine
from thidua.kit.refused import Refused
from thidua.records.catalogue import selectors, services
from thidua.records.catalogue.tests.factories import DAY, DRAFT, checked, legal, regulation
from thidua.records.register.tests.factories import NOW, SYSTEM


@pytest.fixture
def overlay(so_van_hoa):
    return checked(so_van_hoa, regulation(so_van_hoa))


def withdrawn(overlay, by=SYSTEM, reason="Đọc nhầm văn bản"):
    return services.withdraw_overlay(overlay, reason=reason, by=by, at=NOW)


def test_the_book_is_as_before_and_the_statement_stays_readable(so_van_hoa, minh, as_actor, overlay):
    withdrawn(overlay)

    assert selectors.book(DAY, so_van_hoa).by_id[DRAFT].is_draft
    assert selectors.overlay_of(DRAFT, DAY, so_van_hoa) is None
    (row,) = selectors.visible_to(as_actor(minh))
    assert row.withdrawn_reason == "Đọc nhầm văn bản"
    assert AuditLine.objects.latest("seq").verb == "catalogue.withdraw"


def test_it_needs_a_reason_and_happens_once(overlay):
    with pytest.raises(Refused, match="lý do"):
        withdrawn(overlay, reason=" ")
    withdrawn(overlay)
    with pytest.raises(Refused, match="đã được thu hồi"):
        withdrawn(overlay)


def test_only_the_legal_officer_of_the_body_withdraws(
    overlay, minh, tung, so_van_hoa_nam_hai, as_actor, so_van_hoa
):
    for actor in (as_actor(minh), as_actor(legal(tung, so_van_hoa_nam_hai))):
        with pytest.raises(Refused):
            withdrawn(overlay, by=actor)

    withdrawn(overlay, by=as_actor(legal(minh, so_van_hoa)))


def test_another_province_does_not_see_it(overlay, tung, as_actor):
    assert not selectors.visible_to(as_actor(tung)).exists()
