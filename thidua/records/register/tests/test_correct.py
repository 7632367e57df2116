from datetime import date

import pytest

from thidua.kit.audit.models import AuditLine
from thidua.kit.refused import Refused
from thidua.records.orgs.tests import factories as orgs
from thidua.records.register import selectors, services
from thidua.records.register.models import Entry
from thidua.records.register.tests.factories import NOW, entered, identity, sent

DAY = date(2024, 3, 20)


@pytest.fixture
def plan(so_van_hoa):
    return sent(identity("30/KH-SVH", DAY, so_van_hoa, "Phát động thi dua năm 2024"))


def test_a_fact_is_put_right_with_what_follows_from_it(plan, minh, as_actor):
    right = services.correct(plan, title="Phát động thi đua giai đoạn 2024 - 2026", by=as_actor(minh), at=NOW)

    assert (right.first_year, right.last_year) == (2024, 2026)
    assert "giai doan 2024 2026" in right.folded
    line = AuditLine.objects.get(verb="register.correct")
    assert line.changes == {
        "title": ["Phát động thi dua năm 2024", "Phát động thi đua giai đoạn 2024 - 2026"]
    }


def test_saving_the_same_again_leaves_no_line(plan, minh, as_actor):
    services.correct(plan, title=plan.title, by=as_actor(minh), at=NOW)

    assert not AuditLine.objects.filter(verb="register.correct").exists()


def test_another_number_is_checked_in_the_series(plan, so_van_hoa, minh, as_actor):
    other = sent(identity("31/KH-SVH", DAY, so_van_hoa, "Khác"))

    with pytest.raises(Refused, match="Số 30/KH-SVH đã dùng"):
        services.correct(other, number="30/KH-SVH", by=as_actor(minh), at=NOW)
    assert services.correct(other, number="32/KH-SVH", by=as_actor(minh), at=NOW).serial == 32


def test_a_day_in_another_year_moves_it_to_that_years_series(plan, minh, as_actor):
    assert services.correct(plan, issued_on=date(2023, 3, 20), by=as_actor(minh), at=NOW).series.year == 2023


def test_what_becomes_a_double_is_refused_and_points_to_the_other(tan_giang, so_van_hoa, minh, as_actor):
    one = entered(identity("64/KH-UBND", DAY, tan_giang, "Một"), so_van_hoa)
    two = entered(identity("65/KH-UBND", DAY, tan_giang, "Hai"), so_van_hoa)

    with pytest.raises(Refused, match="nếu là một thì nhập vào") as refusal:
        services.correct(two, number="64/KH-UBND", by=as_actor(minh), at=NOW)

    assert refusal.value.document == one


def test_a_document_keeps_a_number_or_a_title(plan, minh, as_actor):
    with pytest.raises(Refused, match="phải có trích yếu"):
        services.correct(plan, number="", title=" ", by=as_actor(minh), at=NOW)


def test_of_two_officers_the_second_is_told_what_the_first_did_meanwhile(plan, so_van_hoa, minh, as_actor):
    other = orgs.user("mai", "Hồ Thị Mai", so_van_hoa, "van_thu")
    seen = selectors.last_change(plan).seq
    services.correct(plan, title="Của Mai", by=as_actor(other), at=NOW, seen=seen)

    with pytest.raises(Refused, match="Hồ Thị Mai vừa sửa mục này lúc 9 giờ 30"):
        services.correct(plan, title="Của Minh", by=as_actor(minh), at=NOW, seen=seen)
    plan.refresh_from_db()
    assert plan.title == "Của Mai"


def test_the_line_of_the_own_register_is_put_right(tan_giang, so_van_hoa, minh, as_actor):
    held = entered(identity("64/KH-UBND", DAY, tan_giang, "Một"), so_van_hoa, arrival_number="11")
    entry = Entry.objects.get(document=held)

    services.correct_entry(
        entry, arrival_number="112", received_on=date(2024, 3, 22), note="bản giấy", by=as_actor(minh), at=NOW
    )

    entry.refresh_from_db()
    assert (entry.arrival_number, entry.received_on, entry.note) == ("112", date(2024, 3, 22), "bản giấy")


def test_only_who_holds_it_may_correct(plan, binh, son, tung, as_actor):
    for user, why in ((binh, "không ở trong sổ"), (son, "chỉ xem"), (tung, "không ở trong sổ")):
        with pytest.raises(Refused, match=why):
            services.correct(plan, title="Khác", by=as_actor(user), at=NOW)
