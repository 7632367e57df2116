from datetime import date

import pytest

from thidua.kit.refused import Refused
from thidua.kit.workflow import to_mermaid
from thidua.records.register import selectors, services, workflow
from thidua.records.register.models import Document
from thidua.records.register.tests.factories import NOW, identity, sent

State = Document.State


@pytest.fixture
def plan(so_van_hoa, minh, as_actor):
    named = identity(issuer=so_van_hoa, title="Phát động thi đua năm 2024", type="ke_hoach")
    return services.draft(named, body=so_van_hoa, by=as_actor(minh), at=NOW, due_on=date(2024, 6, 20))


@pytest.fixture
def rules(so_van_hoa, minh, as_actor):
    named = identity(
        issuer=so_van_hoa, title="Ban hành Quy chế thi đua, khen thưởng của Sở", type="quyet_dinh"
    )
    return services.draft(named, body=so_van_hoa, by=as_actor(minh), at=NOW)


def test_a_draft_stands_in_the_drafts_of_its_body_without_number_and_day(plan, so_van_hoa):
    assert (plan.state, plan.number, plan.issued_on) == (State.DRAFT, "", None)
    assert plan.entries.get().direction == "du_thao"
    assert plan.issuer == so_van_hoa


def test_a_plan_goes_the_short_way(plan, minh, as_actor, now):
    by = as_actor(minh)

    plan = services.advance(plan, "submit", by=by, at=now)
    plan = services.advance(plan, "sign", by=by, at=now)

    assert plan.state == State.SIGNED
    assert [(row.step, row.by_name) for row in plan.moves.order_by("id")] == [
        ("submit", "Lê Quang Minh"),
        ("sign", "Lê Quang Minh"),
    ]


def test_sending_back_needs_a_reason_and_keeps_it(plan, minh, as_actor, now):
    by = as_actor(minh)
    plan = services.advance(plan, "submit", by=by, at=now)

    with pytest.raises(Refused, match="Ghi lý do"):
        services.advance(plan, "send_back", by=by, at=now)
    plan = services.advance(plan, "send_back", by=by, at=now, note="Thiếu phụ lục phân công")

    assert plan.state == State.DRAFT
    assert plan.moves.last().note == "Thiếu phụ lục phân công"


def test_a_dropped_draft_can_be_taken_up_again(plan, minh, as_actor, now):
    by = as_actor(minh)

    plan = services.advance(plan, "drop", by=by, at=now, note="Lồng ghép vào kế hoạch năm")
    assert plan.state == State.DROPPED
    assert services.advance(plan, "resume", by=by, at=now, note="Vẫn cần").state == State.DRAFT


def test_what_sets_rules_goes_the_long_way_and_waits_for_opinions(
    rules, so_noi_vu, tan_giang, minh, as_actor, now
):
    by = as_actor(minh)
    rules = services.advance(rules, "consult", by=by, at=now)
    with pytest.raises(Refused, match="Chưa hỏi ý kiến cơ quan nào"):
        services.advance(rules, "submit", by=by, at=now)

    asked = services.ask_opinion(
        rules, of=so_noi_vu, asked_on=date(2024, 6, 3), due_on=date(2024, 6, 20), by=by, at=now
    )
    with pytest.raises(Refused, match="Còn chờ ý kiến của Sở Nội vụ tỉnh Tân Giang"):
        services.advance(rules, "submit", by=by, at=now)
    services.record_opinion(asked, answered_on=date(2024, 6, 10), opinion="Bổ sung tỷ lệ", by=by, at=now)
    with pytest.raises(Refused, match="Chưa ghi có tiếp thu hay không"):
        services.advance(rules, "submit", by=by, at=now)
    services.record_opinion(
        asked, answered_on=date(2024, 6, 10), opinion="Bổ sung tỷ lệ", is_accepted=True, by=by, at=now
    )

    for step, state in (("ask_party", State.PARTY), ("appraise", State.APPRAISAL), ("submit", State.SIGNING)):
        rules = services.advance(rules, step, by=by, at=now)
        assert rules.state == state


def test_whoever_lets_the_day_pass_does_not_hold_the_draft_up(rules, so_noi_vu, minh, as_actor, now):
    by = as_actor(minh)
    rules = services.advance(rules, "consult", by=by, at=now)
    services.ask_opinion(
        rules, of=so_noi_vu, asked_on=date(2024, 5, 3), due_on=date(2024, 6, 1), by=by, at=now
    )

    assert services.advance(rules, "submit", by=by, at=now).state == State.SIGNING


def test_a_plan_has_no_consultation_step(plan, minh, as_actor, now):
    with pytest.raises(Refused, match="“consult”"):
        services.advance(plan, "consult", by=as_actor(minh), at=now)


@pytest.mark.parametrize("way", [workflow.SHORT, workflow.LONG])
def test_every_state_is_reached_has_a_way_out_and_somebody_who_holds_it(way):
    assert way.states() - way.reachable() == set()
    assert way.ends() == {State.ISSUED}
    assert way.states() - set(workflow.HOLDERS) == {State.ISSUED, State.DROPPED}
    assert "da_ky --> da_ban_hanh: Cho số, phát hành" in to_mermaid(way, dict(State.choices))


def test_a_draft_is_seen_by_its_own_body_only(plan, minh, son, binh, tung, as_actor):
    seen = [plan in selectors.visible_to(as_actor(user)) for user in (minh, son, binh, tung)]

    assert seen == [True, True, False, False]


def test_a_reader_and_a_stranger_cannot_draft_or_move(plan, so_van_hoa, son, tung, as_actor, now):
    for user in (son, tung):
        with pytest.raises(Refused):
            services.advance(plan, "submit", by=as_actor(user), at=now)
        with pytest.raises(Refused):
            services.draft(
                identity(issuer=so_van_hoa, title="Khác", type="ke_hoach"),
                body=so_van_hoa,
                by=as_actor(user),
                at=now,
            )


def test_a_draft_that_answers_a_superiors_plan_is_linked_to_it(so_van_hoa, tan_giang, minh, as_actor, now):
    plan = sent(identity("64/KH-UBND", date(2024, 3, 6), tan_giang, "Tuyên truyền TĐKT năm 2024"))
    services.enter(
        identity("64/KH-UBND", date(2024, 3, 6), tan_giang),
        body=so_van_hoa,
        direction="den",
        by=as_actor(minh),
        at=now,
    )

    ours = services.draft(
        identity(title="Tuyên truyền TĐKT năm 2024", type="ke_hoach"),
        body=so_van_hoa,
        implements=plan,
        by=as_actor(minh),
        at=now,
    )

    assert ours.cites.get().relation == "trien_khai"
