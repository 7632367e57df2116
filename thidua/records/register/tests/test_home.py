from datetime import date

import pytest

from thidua.records.register import selectors, services
from thidua.records.register.tests.factories import NOW, SYSTEM, TODAY, entered, identity, stub


def told(actor):
    return [(item.title, item.action, item.due, item.since) for item in selectors.waiting_for(actor)]


@pytest.fixture
def draft(so_van_hoa):
    named = identity(title="Phát động thi đua", type="ke_hoach")
    return services.draft(named, body=so_van_hoa, by=SYSTEM, at=NOW, due_on=date(2024, 6, 20))


def test_a_draft_with_a_day_waits_for_whoever_writes(draft, minh, as_actor):
    assert told(as_actor(minh)) == [("Kế hoạch phát động thi đua", "Soạn tiếp", date(2024, 6, 20), None)]


def test_what_was_sent_back_says_why(draft, minh, as_actor):
    by = as_actor(minh)
    services.advance(draft, "submit", by=by, at=NOW)
    draft.refresh_from_db()
    services.advance(draft, "send_back", by=by, at=NOW, note="Thiếu phụ lục")

    (item,) = selectors.waiting_for(by)

    assert (item.action, item.detail) == ("Sửa dự thảo", "Lê Quang Minh trả lại: Thiếu phụ lục")


def test_what_is_signed_waits_for_the_clerk(draft, minh, as_actor):
    by = as_actor(minh)
    for step, action in (("submit", "Ghi đã ký"), ("sign", "Cho số, phát hành")):
        draft = services.advance(draft, step, by=by, at=NOW)
        (item,) = selectors.waiting_for(by)
        assert (item.action, item.since) == (action, TODAY)


def test_a_superiors_plan_waits_after_a_month_and_not_before(tan_giang, so_van_hoa, minh, as_actor):
    old = identity("71/KH-UBND", date(2024, 5, 10), tan_giang, "Tuyên truyền năm 2024")
    entered(old, so_van_hoa, received_on=date(2024, 5, 13))
    entered(
        identity("90/KH-UBND", date(2024, 5, 10), tan_giang, "Mới đến năm 2024"),
        so_van_hoa,
        received_on=date(2024, 5, 14),
    )

    assert told(as_actor(minh)) == [
        ("Kế hoạch 71/KH-UBND chưa cụ thể hóa", "Lập kế hoạch", None, date(2024, 5, 13))
    ]


def test_an_opinion_that_we_owe_and_one_that_we_wait_for(so_van_hoa, so_noi_vu, minh, binh, as_actor):
    rules = services.draft(
        identity(title="Ban hành Quy chế thi đua", type="quyet_dinh"), body=so_van_hoa, by=SYSTEM, at=NOW
    )
    services.ask_opinion(
        rules, of=so_noi_vu, asked_on=date(2024, 6, 3), due_on=date(2024, 6, 10), by=SYSTEM, at=NOW
    )

    assert told(as_actor(binh)) == [
        ("Góp ý cho Sở Văn hóa tỉnh Tân Giang", "Góp ý", date(2024, 6, 10), date(2024, 6, 3))
    ]
    assert told(as_actor(minh)) == [
        ("Sở Nội vụ tỉnh Tân Giang chưa trả lời ý kiến", "Mở dự thảo", date(2024, 6, 10), date(2024, 6, 3))
    ]


def test_a_numberless_paper_that_seems_to_be_a_cited_one_waits_to_be_compared(
    tan_giang, so_van_hoa, minh, as_actor
):
    stub(identity("71/KH-UBND", date(2024, 3, 7), tan_giang, "Tuyên truyền TĐKT"))
    entered(identity(issuer=tan_giang, type="ke_hoach", title="Tuyên truyền TĐKT"), so_van_hoa)

    assert [item.action for item in selectors.waiting_for(as_actor(minh))] == ["Đối chiếu"]


def test_whoever_cannot_write_and_a_stranger_have_nothing_waiting(draft, son, tung, as_actor):
    assert told(as_actor(son)) == told(as_actor(tung)) == []


def test_it_asks_few_queries_however_much_waits(
    so_van_hoa, tan_giang, minh, as_actor, django_assert_max_num_queries
):
    by = as_actor(minh)
    for serial in range(12):
        services.draft(
            identity(title=f"Dự thảo {serial}", type="ke_hoach"),
            body=so_van_hoa,
            by=SYSTEM,
            at=NOW,
            due_on=date(2024, 6, 20),
        )
        entered(
            identity(f"{serial + 1}/KH-UBND", date(2024, 4, 1), tan_giang, f"Kế hoạch {serial} năm 2024"),
            so_van_hoa,
        )

    with django_assert_max_num_queries(5):
        assert len(selectors.waiting_for(by)) == 12 + 5


def test_the_calendar_has_the_days_of_the_own_body(draft, tan_giang, so_van_hoa, minh, tung, as_actor):
    entered(
        identity("28/2024/NĐ-CP", date(2024, 3, 6), title="Quy định mới"),
        so_van_hoa,
        effective_on=date(2024, 7, 1),
    )

    days = selectors.calendar(as_actor(minh), date(2024, 6, 1), date(2024, 7, 2))

    assert [(day.on, day.title) for day in days] == [
        (date(2024, 6, 20), "Hạn soạn: Kế hoạch phát động thi đua"),
        (date(2024, 7, 1), "Nghị định 28/2024/NĐ-CP có hiệu lực"),
    ]
    assert selectors.calendar(as_actor(minh), date(2024, 6, 1), date(2024, 6, 20)) == []
    assert selectors.calendar(as_actor(tung), date(2024, 6, 1), date(2024, 7, 2)) == []
