from datetime import date

import pytest

from thidua.kit.refused import Refused
from thidua.records.register import selectors, services
from thidua.records.register.models import Document
from thidua.records.register.tests.factories import NOW, SYSTEM, TODAY, entered, identity, sent, stub


def told(document, body=None, on=TODAY):
    row = selectors.with_replacements(Document.objects.filter(pk=document.pk), body).get()
    found = selectors.validity(row, on)
    return found.code, found.label, found.note


@pytest.fixture
def decree(so_van_hoa):
    return entered(identity("98/2023/NĐ-CP", date(2023, 12, 31), title="Quy định chi tiết"), so_van_hoa)


def test_a_plan_holds_from_its_day_and_does_not_end_with_the_year_it_names(so_van_hoa):
    plan = sent(identity("30/KH-SVH", date(2022, 3, 20), so_van_hoa, "Phát động thi đua năm 2022"))

    assert told(plan) == ("con", "Còn hiệu lực", "")


def test_what_sets_rules_holds_from_the_day_it_says(decree):
    assert told(decree) == ("chua_ro", "Chưa rõ hiệu lực", "")
    services.set_validity(decree, effective_on=date(2024, 1, 1), expires_on=None, by=SYSTEM, at=NOW)
    assert told(decree) == ("con", "Còn hiệu lực", "")
    assert told(decree, on=date(2023, 12, 31)) == ("chua", "Từ 01/01/2024", "")


def test_the_first_day_without_force_is_said(decree):
    services.set_validity(
        decree, effective_on=date(2024, 1, 1), expires_on=date(2024, 6, 12), by=SYSTEM, at=NOW
    )

    assert told(decree, on=date(2024, 6, 11)) == ("con", "Còn hiệu lực", "đến 12/6/2024")
    assert told(decree, on=date(2024, 6, 12)) == ("het", "Hết từ 12/6/2024", "")


def test_what_replaces_it_is_named(decree, so_van_hoa):
    new = entered(identity("28/2024/NĐ-CP", date(2024, 3, 6), title="Quy định mới"), so_van_hoa)

    services.replace(decree, new, on=date(2024, 5, 1), by=SYSTEM, at=NOW)

    assert told(decree) == ("het", "Hết từ 01/5/2024", "thay bằng 28/2024/NĐ-CP")


def test_a_draft_that_will_replace_it_is_told_with_its_due_day_inside_the_own_body_only(
    so_van_hoa, so_noi_vu
):
    rules = sent(identity("45/QĐ-SVH", date(2020, 3, 2), so_van_hoa, "Ban hành Quy chế thi đua"))
    draft = services.draft(
        identity(title="Ban hành Quy chế thi đua (mới)", type="quyet_dinh"),
        body=so_van_hoa,
        replaces=rules,
        due_on=date(2024, 8, 28),
        by=SYSTEM,
        at=NOW,
    )

    assert told(rules, so_van_hoa) == ("sap_thay", "Sắp thay thế", "đang soạn thay thế, hạn 28/8")
    assert told(rules, so_noi_vu)[0] == "con"
    services.advance(draft, "drop", by=SYSTEM, at=NOW, note="Chưa cần")
    assert told(rules, so_van_hoa)[0] == "con"


def test_of_what_is_only_cited_nothing_is_claimed(tan_giang):
    assert told(stub(identity("64/KH-UBND", date(2024, 3, 6), tan_giang)))[1] == "Chưa rõ hiệu lực"


def test_it_cannot_end_before_it_begins(decree):
    with pytest.raises(Refused, match="không sau ngày có hiệu lực"):
        services.set_validity(
            decree, effective_on=date(2024, 1, 1), expires_on=date(2024, 1, 1), by=SYSTEM, at=NOW
        )


def test_a_reader_and_a_stranger_cannot_set_it(decree, son, tung, as_actor):
    for user in (son, tung):
        with pytest.raises(Refused):
            services.set_validity(decree, effective_on=None, expires_on=TODAY, by=as_actor(user), at=NOW)
