from datetime import date

import pytest

from thidua.kit.refused import Refused
from thidua.records.orgs.tests import factories as orgs
from thidua.records.register import services as register
from thidua.records.register.tests.factories import entered, identity, sent
from thidua.work.movements import selectors, services
from thidua.work.movements.tests.factories import NOW, SYSTEM, TODAY, answered, draft, launched


@pytest.fixture
def theirs(tan_giang):
    return launched("Chuyển đổi số", tan_giang, date(2024, 3, 6))


def told(body, on=TODAY):
    return [(row.movement.name, row.standing, row.days) for row in selectors.coverage(body, on)]


def test_a_superiors_movement_asks_from_its_launch(theirs, so_van_hoa):
    assert told(so_van_hoa) == [("Chuyển đổi số", "chua", 98)]


def test_days_count_from_when_its_paper_came_to_us(theirs, tan_giang, so_van_hoa):
    plan = entered(
        identity("52/KH-UBND", date(2024, 3, 6), tan_giang, "Phát động"),
        so_van_hoa,
        received_on=date(2024, 3, 16),
    )
    services.attach_document(theirs, plan, part="phat_dong", by=SYSTEM, at=NOW)

    assert told(so_van_hoa) == [("Chuyển đổi số", "chua", 88)]


def test_drafts_closed_ones_own_ones_and_past_periods_ask_nothing(theirs, tan_giang, so_van_hoa):
    draft("Đang soạn", tan_giang)
    launched("Năm ngoái", tan_giang, date(2023, 1, 5), "năm 2023")
    launched("Của Sở", so_van_hoa)
    services.close(theirs, on=TODAY, note="Thôi", by=SYSTEM, at=NOW)

    assert told(so_van_hoa) == []
    assert told(so_van_hoa, date(2024, 6, 11)) == [("Chuyển đổi số", "chua", 97)]


def test_a_reason_takes_it_off_and_can_be_withdrawn(theirs, so_van_hoa, minh, as_actor):
    row = services.not_for_us(
        theirs, body=so_van_hoa, reason="Không thuộc phạm vi của Sở", by=as_actor(minh), at=NOW
    )
    (covered,) = selectors.coverage(so_van_hoa, TODAY)
    assert (covered.standing, covered.exemption) == ("mien", row)

    services.withdraw_exemption(row, by=as_actor(minh), at=NOW)
    assert told(so_van_hoa) == [("Chuyển đổi số", "chua", 98)]


def test_a_reason_must_be_written_and_not_beside_an_answer(theirs, so_van_hoa, minh, as_actor):
    with pytest.raises(Refused, match="Ghi lý do"):
        services.not_for_us(theirs, body=so_van_hoa, reason=" ", by=as_actor(minh), at=NOW)
    answered(theirs, so_van_hoa, kind="huong_ung")
    with pytest.raises(Refused, match="đã hưởng ứng"):
        services.not_for_us(theirs, body=so_van_hoa, reason="x", by=as_actor(minh), at=NOW)


def test_a_reader_and_a_stranger_cannot_write_a_reason(theirs, so_van_hoa, son, tung, as_actor):
    for user in (son, tung):
        with pytest.raises(Refused):
            services.not_for_us(theirs, body=so_van_hoa, reason="x", by=as_actor(user), at=NOW)


def test_what_probably_answers_is_told_with_the_reason(theirs, tan_giang, so_van_hoa):
    ours = launched("chuyển đổi số", so_van_hoa)
    above = entered(identity("52/KH-UBND", date(2024, 3, 6), tan_giang, "Phát động thi đua"), so_van_hoa)
    own = sent(identity("31/KH-SVH", date(2024, 3, 20), so_van_hoa, "Thi đua"))
    services.attach_document(theirs, above, part="phat_dong", by=SYSTEM, at=NOW)
    register.link(own, above, relation="trien_khai", by=SYSTEM, at=NOW)

    (row,) = selectors.coverage(so_van_hoa, TODAY)

    assert [(each.ours, each.document, each.reason) for each in row.likely] == [
        (ours, None, "tên gần như nhau"),
        (None, own, "triển khai văn bản phát động"),
    ]


def test_downward_one_sees_who_has_not_answered(theirs, tan_giang, so_van_hoa, so_noi_vu, xa_binh_hoa):
    ours = launched("Chuyển đổi số ngành văn hóa", so_van_hoa)
    row = answered(theirs, so_van_hoa, ours=ours)
    services.not_for_us(theirs, body=xa_binh_hoa, reason="Lồng ghép", by=SYSTEM, at=NOW)

    (twin,) = selectors.unanswered_below(tan_giang, TODAY)

    assert (twin.missing, twin.days) == ([so_noi_vu], 98)
    assert (twin.answers, twin.exempted) == ({so_van_hoa.pk: [row]}, {xa_binh_hoa.pk: "Lồng ghép"})


def test_an_answer_through_a_movement_in_between_counts_downward(tan_giang, so_van_hoa, theirs):
    museum = orgs.unit("Bảo tàng tỉnh", "BT", parent=so_van_hoa, level="don_vi", kind="su_nghiep")
    ours = launched("Chuyển đổi số ngành văn hóa", so_van_hoa)
    answered(theirs, so_van_hoa, ours=ours)
    row = answered(ours, museum, kind="huong_ung")

    assert selectors.answers_of([museum.pk], [theirs.pk]) == {museum.pk: {theirs.pk: [row]}}
    assert [each.standing for each in selectors.coverage(museum, TODAY)] == ["roi", "roi"]


def test_the_number_of_queries_does_not_grow(tan_giang, so_van_hoa, so_noi_vu, django_assert_max_num_queries):
    def more(numbers):
        for number in numbers:
            row = launched(f"Việc lớn {number} khác hẳn {number * 7}", tan_giang)
            ours = launched(f"Việc của Sở {number}", so_van_hoa)
            answered(row, so_van_hoa, ours=ours)
            launched(f"Thêm một việc {number}", tan_giang)

    more(range(2))
    with django_assert_max_num_queries(11) as few:
        selectors.coverage(so_van_hoa, TODAY)
    with django_assert_max_num_queries(8) as below:
        selectors.unanswered_below(tan_giang, TODAY)
    more(range(2, 12))
    with django_assert_max_num_queries(len(few)):
        assert len(selectors.coverage(so_van_hoa, TODAY)) == 24
    with django_assert_max_num_queries(len(below)):
        assert len(selectors.unanswered_below(tan_giang, TODAY)) == 24


def test_what_may_have_answered_is_named_and_opens_the_form_with_itself(theirs, so_van_hoa):
    paper = entered(identity("31/KH-SVH", date(2024, 3, 20), so_van_hoa, "Chuyển đổi số"), so_van_hoa)
    own = selectors.Likely(theirs, None, "tên gần như nhau")
    plan = selectors.Likely(None, paper, "triển khai văn bản phát động")

    assert (own.named, own.query) == ("“Chuyển đổi số”", f"cua_ta={theirs.pk}")
    assert (plan.named, plan.query) == (str(paper), f"van_ban={paper.pk}")
