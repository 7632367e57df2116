"""Counts without names, "không phát sinh", coverage: who says so, for when, and that one does not deny another."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from thidua.kit.audit.models import AuditLine
from thidua.kit.audit.sentences import told
from thidua.kit.refused import Refused
from thidua.records.register import selectors, services
from thidua.records.register.models import Statement
from thidua.records.register.tests.factories import NOW, SYSTEM, identity, sent
from thidua.vn.periods import parse

HALF, YEAR = parse("6 tháng cuối năm 2023"), parse("2023")


def count(body, number=29, *, by=SYSTEM, **facts):
    facts = {"period": YEAR, "printed": "29 Lao động tiên tiến"} | facts
    return services.state_count("lao_dong_tien_tien", number, body=body, by=by, at=NOW, **facts)


def nil(body, what="don_thu", *, by=SYSTEM, period=HALF, **facts):
    return services.state_nil(what, body=body, period=period, by=by, at=NOW, **facts)


def test_a_count_has_a_source_and_stands_once(as_actor, minh, so_van_hoa):
    report = sent(identity("09/BC-SVH", date(2024, 1, 5), so_van_hoa, "Tổng kết năm 2023"))

    first = count(so_van_hoa, by=as_actor(minh), document=report)
    again = count(so_van_hoa, by=as_actor(minh), document=report)
    other = count(so_van_hoa, 28, document=report)

    assert first == again
    assert other != first
    assert (str(first), first.confirmed_by) == ("29 Lao động tiên tiến, năm 2023", "Lê Quang Minh")
    found = selectors.counts_in(as_actor(minh), "lao_dong_tien_tien", YEAR, body=so_van_hoa)
    assert [row.count for row in found] == [29, 28]
    line = AuditLine.objects.filter(verb="register.state").order_by("seq").first()
    assert told(line).sentence == "Lê Quang Minh xác nhận 29 Lao động tiên tiến, năm 2023"
    assert "nguồn: Báo cáo 09/BC-SVH" in told(line).changes


def test_a_count_without_a_source_is_refused(so_van_hoa):
    with pytest.raises(Refused, match="Con số cần nguồn"):
        count(so_van_hoa, printed=" ")


def test_nothing_happened_is_an_answer_for_a_period_that_is_over(as_actor, minh, so_van_hoa):
    said = nil(so_van_hoa, by=as_actor(minh), note="đã kiểm tra sổ tiếp công dân")

    assert nil(so_van_hoa, by=as_actor(minh)) == said
    assert selectors.nil_in(as_actor(minh), "don_thu", HALF, body=so_van_hoa) == said
    assert selectors.nil_in(as_actor(minh), "don_thu", parse("2023Q4"), body=so_van_hoa) == said
    assert selectors.nil_in(as_actor(minh), "don_thu", YEAR, body=so_van_hoa) is None
    assert selectors.nil_in(as_actor(minh), "khac", HALF, body=so_van_hoa) is None


@pytest.mark.parametrize("label", ["2024H1", "2024", "2024H2"])
def test_a_period_that_runs_or_is_to_come_is_refused(so_van_hoa, label):
    with pytest.raises(Refused, match="chưa"):
        nil(so_van_hoa, period=parse(label))


def test_the_part_that_is_over_may_be_confirmed(so_van_hoa):
    assert nil(so_van_hoa, period=parse("01/01/2024 - 12/6/2024")).pk


def test_a_count_and_nothing_deny_each_other(so_van_hoa):
    count(so_van_hoa)
    with pytest.raises(Refused, match="đã ghi: 29 Lao động tiên tiến"):
        nil(so_van_hoa, "lao_dong_tien_tien", period=YEAR)
    nil(so_van_hoa, "don_thu", period=YEAR)
    with pytest.raises(Refused, match="đã xác nhận không phát sinh"):
        services.state_count("don_thu", 2, body=so_van_hoa, period=HALF, printed="2 đơn", by=SYSTEM, at=NOW)
    assert services.state_count(
        "don_thu", 0, body=so_van_hoa, period=HALF, printed="không có đơn", by=SYSTEM, at=NOW
    ).pk


def test_a_register_is_whole_from_a_day_on(as_actor, minh, so_van_hoa):
    said = services.state_coverage(
        "so_khen_thuong", body=so_van_hoa, since=date(2015, 1, 1), by=as_actor(minh), at=NOW
    )

    actor = as_actor(minh)
    assert said.period_label == "từ 01/01/2015"
    ask = selectors.covering
    assert ask(actor, "so_khen_thuong", date(2015, 1, 1), date(2024, 1, 1), body=so_van_hoa) == said
    assert ask(actor, "so_khen_thuong", date(2014, 12, 31), date(2024, 1, 1), body=so_van_hoa) is None
    again = services.state_coverage(
        "so_khen_thuong", body=so_van_hoa, since=date(2015, 1, 1), by=actor, at=NOW
    )
    assert again == said
    with pytest.raises(Refused, match="Khoảng ghi đủ"):
        services.state_coverage("x", body=so_van_hoa, since=date(2025, 1, 1), by=actor, at=NOW)


def test_it_is_withdrawn_with_a_reason_and_may_be_said_again(so_van_hoa):
    said = nil(so_van_hoa)
    with pytest.raises(Refused, match="Nhập lý do"):
        services.withdraw_statement(said, reason=" ", by=SYSTEM, at=NOW)

    services.withdraw_statement(said, reason="có đơn đến muộn", by=SYSTEM, at=NOW)

    assert selectors.nil_in(SYSTEM, "don_thu", HALF, body=so_van_hoa) is None
    assert selectors.statements_visible_to(SYSTEM).count() == 1
    with pytest.raises(Refused, match="đã được thu hồi"):
        services.withdraw_statement(said, reason="x", by=SYSTEM, at=NOW)
    assert nil(so_van_hoa) != said


@pytest.mark.parametrize("who", ["tung", "son"])
def test_who_may_not_write_states_nothing_and_a_stranger_sees_nothing(
    request, as_actor, so_van_hoa, tung, who
):
    actor = as_actor(request.getfixturevalue(who))
    said = nil(so_van_hoa)
    for act in (
        lambda: count(so_van_hoa, by=actor),
        lambda: nil(so_van_hoa, by=actor),
        lambda: services.state_coverage("x", body=so_van_hoa, since=date(2015, 1, 1), by=actor, at=NOW),
        lambda: services.withdraw_statement(said, reason="x", by=actor, at=NOW),
    ):
        with pytest.raises(Refused, match="Không có quyền"):
            act()
    assert not selectors.statements_visible_to(as_actor(tung)).exists()


def test_the_database_refuses_what_cannot_be(so_van_hoa):
    facts = {"body": so_van_hoa, "what": "x", "confirmed_by": "Minh", "at": NOW}
    for wrong in (
        {"kind": "count"},
        {"kind": "nil", "count": 0},
        {"kind": "nil", "period_since": date(2024, 1, 2), "period_until": date(2024, 1, 2)},
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            Statement.objects.create(**facts, **wrong)
