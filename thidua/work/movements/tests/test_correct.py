from datetime import date

import pytest

from thidua.kit.audit.models import AuditLine
from thidua.kit.refused import Refused
from thidua.work.movements import selectors, services
from thidua.work.movements.refusals import InTheWay
from thidua.work.movements.tests.factories import NOW, draft, launched


def test_facts_are_put_right_and_the_change_is_told(so_van_hoa, minh, as_actor):
    movement = services.correct(
        draft("Văn hóa công sơ", so_van_hoa), name="Văn hóa công sở", by=as_actor(minh), at=NOW
    )

    assert movement.folded == "van hoa cong so"
    assert AuditLine.objects.order_by("-seq").first().changes == {
        "name": ["Văn hóa công sơ", "Văn hóa công sở"]
    }


def test_it_cannot_become_another_that_is_there(so_van_hoa, minh, as_actor):
    draft("Một", so_van_hoa)
    with pytest.raises(InTheWay, match="nhập làm một"):
        services.correct(draft("Hai", so_van_hoa), name="Một", by=as_actor(minh), at=NOW)


def test_a_department_does_not_write_in_the_provinces_record(tan_giang, minh, as_actor):
    movement = launched("Chuyển đổi số", tan_giang)
    with pytest.raises(Refused, match="do Ủy ban nhân dân tỉnh Tân Giang ghi"):
        services.correct(movement, aim="x", by=as_actor(minh), at=NOW)


def test_but_in_the_one_that_it_wrote_down_itself(tan_giang, so_van_hoa, minh, as_actor):
    movement = launched("Chuyển đổi số", tan_giang, body=so_van_hoa)
    services.correct(movement, aim="Mục đích", by=as_actor(minh), at=NOW)


def test_a_period_that_ends_before_it_begins_is_refused(so_van_hoa, minh, as_actor):
    with pytest.raises(Refused, match="Kiểm tra lại thời kỳ"):
        services.correct(
            draft("Một", so_van_hoa),
            since=date(2024, 5, 1),
            until=date(2024, 4, 1),
            by=as_actor(minh),
            at=NOW,
        )


def test_a_reader_and_a_stranger_cannot(so_van_hoa, son, tung, as_actor):
    for user in (son, tung):
        with pytest.raises(Refused):
            services.correct(draft(user.username, so_van_hoa), aim="x", by=as_actor(user), at=NOW)
    assert not selectors.visible_to(as_actor(tung)).exists()
