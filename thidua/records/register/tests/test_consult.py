from datetime import date
from html import unescape

import pytest
from django.urls import reverse
from django.utils.html import strip_tags

from thidua.kit.refused import Refused
from thidua.records.register import selectors, services
from thidua.records.register.models import Consultation
from thidua.records.register.tests.factories import NOW, entered, identity

ASKED, DUE = date(2024, 6, 3), date(2024, 6, 10)


@pytest.fixture
def rules(so_van_hoa, minh, as_actor):
    named = identity(issuer=so_van_hoa, title="Ban hành Quy chế thi đua, khen thưởng", type="quyet_dinh")
    draft = services.draft(named, body=so_van_hoa, by=as_actor(minh), at=NOW)
    return services.advance(draft, "consult", by=as_actor(minh), at=NOW)


@pytest.fixture
def asked(rules, so_noi_vu, minh, as_actor):
    return services.ask_opinion(rules, of=so_noi_vu, asked_on=ASKED, due_on=DUE, by=as_actor(minh), at=NOW)


def test_the_answer_is_kept_with_whether_and_why_it_was_taken_up(asked, minh, as_actor):
    row = services.record_opinion(
        asked,
        answered_on=date(2024, 6, 7),
        answer_number="271/SNV-TĐKT",
        opinion="Bổ sung tỷ lệ",
        is_accepted=False,
        accepted_reason="Đã có ở phần khác",
        by=as_actor(minh),
        at=NOW,
    )

    assert (row.answer_number, row.is_accepted, row.accepted_reason) == (
        "271/SNV-TĐKT",
        False,
        "Đã có ở phần khác",
    )


def test_not_taking_it_up_needs_a_reason(asked, minh, as_actor):
    with pytest.raises(Refused, match="Ghi lý do không tiếp thu"):
        services.record_opinion(
            asked, answered_on=DUE, opinion="x", is_accepted=False, by=as_actor(minh), at=NOW
        )


def test_the_asked_body_answers_in_the_same_row_and_sees_the_paper_but_not_the_register(
    asked, rules, binh, minh, as_actor
):
    by = as_actor(binh)
    assert rules not in selectors.visible_to(by)
    assert rules in selectors.held_by(by)
    assert list(selectors.consultations_visible_to(by)) == [asked]

    services.send_opinion(asked, answered_on=date(2024, 6, 7), opinion="Thống nhất", by=by, at=NOW)

    asked.refresh_from_db()
    assert asked.opinion == "Thống nhất"
    with pytest.raises(Refused, match="Ý kiến đã gửi ngày 07/6/2024"):
        services.send_opinion(asked, answered_on=date(2024, 6, 8), opinion="Khác", by=by, at=NOW)


def test_a_stranger_neither_sees_nor_answers(asked, rules, tung, as_actor):
    by = as_actor(tung)

    assert list(selectors.consultations_visible_to(by)) == []
    assert rules not in selectors.held_by(by)
    with pytest.raises(Refused):
        services.send_opinion(asked, answered_on=DUE, opinion="x", by=by, at=NOW)


def test_we_are_asked_by_a_letter_that_we_hold(so_noi_vu, so_van_hoa, minh, as_actor):
    by = as_actor(minh)
    letter = entered(identity("271/SNV-TĐKT", ASKED, so_noi_vu, "V/v góp ý dự thảo quy định"), so_van_hoa)
    row = services.be_asked(
        letter,
        body=so_van_hoa,
        asker=so_noi_vu,
        asked_on=ASKED,
        due_on=DUE,
        due_as_printed="trước ngày 11/6",
        by=by,
        at=NOW,
    )
    assert list(selectors.waiting_consultations(by)) == [row]

    services.send_opinion(row, answered_on=date(2024, 6, 7), answer_number="61/SVH-VP", by=by, at=NOW)

    assert list(selectors.waiting_consultations(by)) == []
    assert row.way == Consultation.Way.ANSWERED


def test_a_letter_that_is_not_in_the_register_asks_nothing(
    so_noi_vu, so_van_hoa, rules, minh, binh, as_actor
):
    letter = entered(identity("272/SNV-TĐKT", ASKED, so_noi_vu, "V/v góp ý"), so_noi_vu)

    with pytest.raises(Refused, match="vào sổ đến trước"):
        services.be_asked(letter, body=so_van_hoa, asker=so_noi_vu, asked_on=ASKED, by=as_actor(minh), at=NOW)


@pytest.mark.parametrize(
    ("asked_on", "due_on", "why"),
    [
        (date(2024, 6, 13), None, "Ngày hỏi sau ngày hôm nay"),
        (DUE, ASKED, "Hạn trả lời 03/6/2024 trước ngày hỏi"),
    ],
)
def test_days_that_cannot_be_are_refused(rules, so_noi_vu, minh, as_actor, asked_on, due_on, why):
    with pytest.raises(Refused, match=why):
        services.ask_opinion(rules, of=so_noi_vu, asked_on=asked_on, due_on=due_on, by=as_actor(minh), at=NOW)


def test_nobody_is_asked_twice(asked, rules, so_noi_vu, minh, as_actor):
    with pytest.raises(Refused, match="đã có trong danh sách, hỏi ngày 03/6/2024"):
        services.ask_opinion(rules, of=so_noi_vu, asked_on=ASKED, by=as_actor(minh), at=NOW)


def test_a_reader_cannot_ask(rules, so_noi_vu, son, as_actor):
    with pytest.raises(Refused):
        services.ask_opinion(rules, of=so_noi_vu, asked_on=ASKED, by=as_actor(son), at=NOW)


def words_of(client, document):
    page = client.get(reverse("register:document", args=[document.pk])).content.decode()
    return " ".join(unescape(strip_tags(page)).split())


def test_the_page_of_a_draft_tells_who_was_asked_until_when(asked, rules, minh, sign_in):
    assert "Sở Nội vụ tỉnh Tân Giang hỏi 03/6/2024, hạn 10/6/2024" in words_of(sign_in(minh), rules)


def test_the_page_of_a_letter_tells_that_it_asked_us_and_what_we_sent(
    so_noi_vu, so_van_hoa, minh, as_actor, sign_in
):
    by = as_actor(minh)
    letter = entered(identity("271/SNV-TĐKT", ASKED, so_noi_vu, "V/v góp ý dự thảo quy định"), so_van_hoa)
    facts = {"asked_on": ASKED, "due_on": DUE, "due_as_printed": "trước ngày 11/6", "by": by, "at": NOW}
    row = services.be_asked(letter, body=so_van_hoa, asker=so_noi_vu, **facts)
    asked = "hỏi 03/6/2024, hạn 10/6/2024, ghi “trước ngày 11/6”"

    before = words_of(sign_in(minh), letter)
    services.send_opinion(row, answered_on=date(2024, 6, 7), answer_number="61/SVH-VP", by=by, at=NOW)
    after = words_of(sign_in(minh), letter)

    assert f"{asked} Ghi ý kiến gửi" in before
    assert f"{asked}; đã gửi 07/6/2024, 61/SVH-VP" in after
