from datetime import date

import pytest

from thidua.kit.refused import Refused
from thidua.records.orgs.tests import factories as orgs
from thidua.records.register.tests.factories import identity, sent
from thidua.work.movements import selectors, services
from thidua.work.movements.models import Response
from thidua.work.movements.tests.factories import NOW, SYSTEM, TODAY, answered, launched


@pytest.fixture
def theirs(tan_giang):
    return launched("Chuyển đổi số", tan_giang)


@pytest.fixture
def ours(so_van_hoa):
    return launched("Chuyển đổi số ngành văn hóa", so_van_hoa, date(2024, 4, 2))


def rows(body):
    return selectors.coverage(body, TODAY)


def test_a_movement_of_ours_answers_and_brings_its_day(theirs, ours, so_van_hoa, minh, as_actor):
    row = answered(theirs, so_van_hoa, ours=ours, by=as_actor(minh))

    assert (row.kind, row.on) == ("ke_hoach", date(2024, 4, 2))
    (covered,) = rows(so_van_hoa)
    assert (covered.standing, covered.answers) == ("roi", (row,))


def test_one_movement_of_ours_answers_several_superiors(theirs, tan_giang, ours, so_van_hoa):
    party = orgs.unit("Tỉnh ủy Tân Giang", "TU", kind="dang", level="tinh")
    other = launched("Chuyển đổi số trong Đảng", party, body=so_van_hoa)
    answered(theirs, so_van_hoa, ours=ours)
    answered(other, so_van_hoa, ours=ours)

    assert {row.standing for row in rows(so_van_hoa)} == {"roi"}


def test_answering_the_province_answers_the_prime_minister_too(theirs, tan_giang, ours, so_van_hoa):
    pm = orgs.unit("Thủ tướng Chính phủ", "TTg", level="trung_uong")
    top = launched("Cả nước chuyển đổi số", pm, body=so_van_hoa, period="2021-2025")
    answered(top, tan_giang, ours=theirs)
    assert {row.movement.name: row.standing for row in rows(so_van_hoa)} == {
        "Chuyển đổi số": "chua",
        "Cả nước chuyển đổi số": "chua",
    }

    answered(theirs, so_van_hoa, ours=ours)

    assert {row.standing for row in rows(so_van_hoa)} == {"roi"}


def test_a_registration_letter_answers(theirs, so_van_hoa, minh, as_actor):
    letter = sent(identity("15/SVH-VP", date(2024, 4, 2), so_van_hoa, "Đăng ký hưởng ứng"))
    row = answered(theirs, so_van_hoa, kind="dang_ky", document=letter, by=as_actor(minh))

    assert (row.document, row.on) == (letter, date(2024, 4, 2))


def test_the_same_answer_twice_is_one_and_a_paper_completes_it(theirs, ours, so_van_hoa):
    answered(theirs, so_van_hoa, kind="huong_ung")
    answered(theirs, so_van_hoa, ours=ours)
    answered(theirs, so_van_hoa, ours=ours)

    row = Response.objects.get()
    assert (row.ours, row.kind) == (ours, "ke_hoach")


@pytest.mark.parametrize(
    ("facts", "why"),
    [
        ({"kind": "ke_hoach"}, "Chọn kế hoạch hoặc văn bản đăng ký"),
        ({"kind": "long_ghep"}, "lồng ghép vào"),
        ({"kind": "huong_ung", "on": date(2024, 6, 13)}, "sau ngày hôm nay"),
        ({"kind": "khac"}, "Chọn cách hưởng ứng"),
    ],
)
def test_an_answer_that_says_nothing_is_refused(theirs, so_van_hoa, facts, why):
    with pytest.raises(Refused, match=why):
        answered(theirs, so_van_hoa, **facts)


def test_answers_do_not_run_in_a_circle(theirs, tan_giang, ours, so_van_hoa):
    answered(theirs, so_van_hoa, ours=ours)
    with pytest.raises(Refused, match="không ghi ngược lại"):
        answered(ours, tan_giang, ours=theirs)


def test_an_own_movement_is_not_answered_by_the_body_itself(ours, so_van_hoa):
    with pytest.raises(Refused, match="do chính cơ quan phát động"):
        answered(ours, so_van_hoa, kind="huong_ung")


def test_a_withdrawn_answer_asks_again(theirs, so_van_hoa, minh, as_actor):
    row = answered(theirs, so_van_hoa, kind="huong_ung")
    services.withdraw_response(row, by=as_actor(minh), at=NOW)

    assert rows(so_van_hoa)[0].standing == "chua"


def test_a_reader_and_a_stranger_cannot_answer_or_withdraw(theirs, so_van_hoa, son, tung, as_actor):
    row = answered(theirs, so_van_hoa, kind="huong_ung", by=SYSTEM)
    for user in (son, tung):
        with pytest.raises(Refused):
            answered(theirs, so_van_hoa, kind="dang_ky", note="x", by=as_actor(user))
        with pytest.raises(Refused):
            services.withdraw_response(row, by=as_actor(user), at=NOW)
