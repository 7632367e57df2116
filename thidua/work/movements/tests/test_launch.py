from datetime import date

import pytest

from thidua.kit.refused import Refused
from thidua.records.register.tests.factories import identity, sent
from thidua.work.movements import selectors, services
from thidua.work.movements.tests.factories import NOW, TODAY, draft


def test_a_draft_is_launched_on_a_day(so_van_hoa, minh, as_actor):
    movement = services.launch(draft("Một", so_van_hoa), on=date(2024, 6, 3), by=as_actor(minh), at=NOW)

    assert selectors.state_of(movement, TODAY) == "thuc_hien"
    with pytest.raises(Refused, match="đã phát động"):
        services.launch(movement, on=TODAY, by=as_actor(minh), at=NOW)


def test_its_launching_paper_launches_it_too(so_van_hoa, minh, as_actor):
    plan = sent(identity("30/KH-SVH", date(2024, 3, 22), so_van_hoa, "Phát động thi đua năm 2024"))
    movement = draft("Một", so_van_hoa)
    services.attach_document(movement, plan, part="phat_dong", by=as_actor(minh), at=NOW)

    assert (movement.is_launched, movement.launched_on) == (True, date(2024, 3, 22))


def test_a_day_to_come_and_a_stranger_are_refused(so_van_hoa, minh, tung, as_actor):
    movement = draft("Một", so_van_hoa)
    with pytest.raises(Refused, match="sau ngày hôm nay"):
        services.launch(movement, on=date(2024, 6, 13), by=as_actor(minh), at=NOW)
    with pytest.raises(Refused):
        services.launch(movement, on=TODAY, by=as_actor(tung), at=NOW)


def test_a_draft_can_be_dropped_and_a_launched_one_not(so_van_hoa, minh, as_actor):
    movement = draft("Một", so_van_hoa)
    services.drop_draft(movement, by=as_actor(minh), at=NOW)
    other = services.launch(draft("Hai", so_van_hoa), on=TODAY, by=as_actor(minh), at=NOW)

    with pytest.raises(Refused):
        services.drop_draft(other, by=as_actor(minh), at=NOW)
    assert list(selectors.visible_to(as_actor(minh))) == [other]
