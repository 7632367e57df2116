import pytest

from thidua.kit.refused import Refused
from thidua.outlook.reports import services
from thidua.outlook.reports.models import LeftOut

pytestmark = pytest.mark.django_db
BLOCK = "publicity-plans"


def test_a_record_is_left_out_of_one_heading_with_the_reason(report, records, minh, acts, block_of):
    before = block_of(report, BLOCK, minh)
    record = before.items[0].key

    services.leave_out(
        report, BLOCK, record, label=before.items[0].plain, reason="Đã nêu kỳ trước", **acts(minh)
    )
    after = block_of(report, BLOCK, minh)

    assert [item.key for item in after.items] == [item.key for item in before.items[1:]]
    assert [item.key for item in after.left_out] == [record]
    assert LeftOut.objects.get().by_name == "Lê Quang Minh"


def test_it_is_taken_back(report, records, minh, acts, block_of):
    record = block_of(report, BLOCK, minh).items[0].key
    services.leave_out(report, BLOCK, record, label="", reason="Nhầm", **acts(minh))

    services.take_back(report, BLOCK, record, label="", **acts(minh))

    assert len(block_of(report, BLOCK, minh).items) == 2
    assert not LeftOut.objects.exists()


def test_without_a_reason_it_stays(report, records, minh, acts):
    with pytest.raises(Refused, match="Nhập lý do bỏ khỏi mục này"):
        services.leave_out(report, BLOCK, "register.Document:1", label="", reason=" ", **acts(minh))


def test_frozen_figures_are_not_chosen_from(frozen, minh, acts):
    with pytest.raises(Refused, match="Bỏ chốt rồi mới thêm, bớt"):
        services.leave_out(frozen, BLOCK, "register.Document:1", label="", reason="Nhầm", **acts(minh))
