"""Effect and scope of influence are recognised apart from the base, each by its authority."""

import pytest

from thidua.kit.audit.sentences import history
from thidua.kit.refused import Refused
from thidua.work.initiatives import services
from thidua.work.initiatives.rows import Recognised
from thidua.work.initiatives.tests.factories import NOW, SYSTEM, TITLE, recorded

PROVINCE = Recognised("tinh", 2024, authority="Chủ tịch Ủy ban nhân dân tỉnh", printed="bản sao quyết định")


def test_it_stands_beside_the_base_with_its_own_year(khai, so_van_hoa):
    made = recorded(TITLE, khai, so_van_hoa)
    services.recognise_scope(made, PROVINCE, by=SYSTEM, at=NOW)

    acts = [row.act for row in made.recognitions.order_by("year")]
    assert acts == ["Công nhận ở cơ sở", "Công nhận hiệu quả áp dụng, phạm vi ảnh hưởng: Cấp tỉnh"]
    assert [row.year for row in made.recognitions.order_by("pk")] == [2023, 2024]
    assert "phạm vi: Cấp tỉnh" in history(made)[0].changes


def test_one_scope_is_recognised_once(khai, so_van_hoa):
    made = recorded(TITLE, khai, so_van_hoa)
    services.recognise_scope(made, PROVINCE, by=SYSTEM, at=NOW)

    with pytest.raises(Refused, match="Đã ghi công nhận ở phạm vi này"):
        services.recognise_scope(made, PROVINCE, by=SYSTEM, at=NOW)


def test_it_needs_a_source_and_the_right(as_actor, tung, khai, so_van_hoa):
    made = recorded(TITLE, khai, so_van_hoa)

    with pytest.raises(Refused, match="cần căn cứ"):
        services.recognise_scope(made, Recognised("tinh", 2024), by=SYSTEM, at=NOW)
    with pytest.raises(Refused, match="Không có quyền"):
        services.recognise_scope(made, PROVINCE, by=as_actor(tung), at=NOW)
    assert made.recognitions.count() == 1
