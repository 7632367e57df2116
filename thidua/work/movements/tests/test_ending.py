from datetime import date

import pytest

from thidua.kit.refused import Refused
from thidua.records.register.tests.factories import identity, sent
from thidua.work.movements import selectors, services
from thidua.work.movements.models import Movement, Response
from thidua.work.movements.tests.factories import NOW, SYSTEM, TODAY, answered, draft, launched


@pytest.fixture
def by(minh, as_actor):
    return as_actor(minh)


def test_it_closes_after_its_conclusion_or_with_a_reason(so_van_hoa, by):
    one, two = launched("Một", so_van_hoa), launched("Hai", so_van_hoa)
    services.reach_milestone(one, kind="tong_ket", on=TODAY, by=by, at=NOW)
    services.close(one, on=TODAY, by=by, at=NOW)
    with pytest.raises(Refused, match="chưa tổng kết"):
        services.close(two, on=TODAY, by=by, at=NOW)
    services.close(two, on=TODAY, note="Nhập vào phong trào của tỉnh", by=by, at=NOW)

    assert [selectors.state_of(row, TODAY) for row in (one, two)] == ["ket_thuc", "ket_thuc"]


def test_it_is_opened_again_with_a_reason(so_van_hoa, by):
    one = services.close(launched("Một", so_van_hoa), on=TODAY, note="x", by=by, at=NOW)
    with pytest.raises(Refused, match="Ghi lý do"):
        services.reopen(one, reason="", by=by, at=NOW)
    services.reopen(one, reason="Còn đợt cuối", by=by, at=NOW)

    assert selectors.state_of(one, TODAY) == "thuc_hien"
    with pytest.raises(Refused, match="chưa kết thúc"):
        services.reopen(one, reason="x", by=by, at=NOW)


def test_a_draft_a_day_to_come_a_reader_and_a_stranger_are_refused(so_van_hoa, by, son, tung, as_actor):
    with pytest.raises(Refused, match="còn là dự thảo"):
        services.close(draft("Một", so_van_hoa), on=TODAY, note="x", by=by, at=NOW)
    row = launched("Hai", so_van_hoa)
    with pytest.raises(Refused, match="chưa đến"):
        services.close(row, on=date(2024, 6, 13), note="x", by=by, at=NOW)
    for user in (son, tung):
        with pytest.raises(Refused):
            services.close(row, on=TODAY, note="x", by=as_actor(user), at=NOW)


def test_two_that_are_one_become_one_with_everything(tan_giang, so_van_hoa, so_noi_vu, by):
    kept = launched("Chuyển đổi số", tan_giang, None, "", body=so_van_hoa)
    double = launched("Chuyển đổi số toàn diện", tan_giang, body=so_van_hoa, aim="Mục đích")
    plan = sent(identity("52/KH-UBND", date(2024, 3, 4), tan_giang, "Phát động"))
    for row in (kept, double):
        services.attach_document(row, plan, part="phat_dong", by=SYSTEM, at=NOW)
    ours = launched("Chuyển đổi số ngành", so_van_hoa)
    answered(kept, so_van_hoa, ours=ours)
    answered(double, so_van_hoa, ours=ours)
    answered(double, so_noi_vu, kind="huong_ung")
    services.add_criterion(double, text="Tiêu chí", by=by, at=NOW)

    merged = services.merge_movements(double, into=kept, reason="Cùng kế hoạch 52", by=by, at=NOW)

    assert (merged.aim, merged.period_label, merged.papers.count()) == ("Mục đích", "năm 2024", 1)
    assert {(row.body, row.ours) for row in merged.responses.all()} == {(so_van_hoa, ours), (so_noi_vu, None)}
    assert merged.criteria.count() == 1
    double.refresh_from_db()
    assert double.merged_into == kept
    assert double not in selectors.visible_to(by)


def test_an_answer_between_the_two_falls_away(tan_giang, so_van_hoa, by):
    kept = launched("Chuyển đổi số", tan_giang, body=so_van_hoa)
    double = launched("Chuyển đổi số ở Sở", so_van_hoa)
    answered(kept, so_van_hoa, ours=double)
    services.merge_movements(double, into=kept, reason="Là một", by=by, at=NOW)

    assert not Response.objects.exists()


def test_merging_needs_a_reason_two_movements_and_the_right(so_van_hoa, by, son, tung, as_actor):
    one, two = launched("Một", so_van_hoa), launched("Hai", so_van_hoa)
    with pytest.raises(Refused, match="vì sao"):
        services.merge_movements(one, into=two, reason="", by=by, at=NOW)
    with pytest.raises(Refused, match="hai phong trào khác nhau"):
        services.merge_movements(one, into=one, reason="x", by=by, at=NOW)
    for user in (son, tung):
        with pytest.raises(Refused):
            services.merge_movements(one, into=two, reason="x", by=as_actor(user), at=NOW)
    assert Movement.objects.filter(merged_into=None).count() == 2
