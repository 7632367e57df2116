"""What a text told is taken over: found or opened, linked, answered; a second time nothing changes."""

from datetime import date

import pytest

from thidua.kit.audit.models import AuditLine
from thidua.kit.refused import Refused
from thidua.records.orgs.tests import factories as orgs
from thidua.records.register import services as register
from thidua.records.register.tests.factories import SYSTEM as CLERK
from thidua.records.register.tests.factories import entered, identity, sent
from thidua.work.movements import selectors, services
from thidua.work.movements.models import Movement, Response
from thidua.work.movements.services import Told
from thidua.work.movements.tests.factories import NOW


@pytest.fixture
def by(minh, as_actor):
    return as_actor(minh)


@pytest.fixture
def report(so_van_hoa):
    return sent(identity("58/BC-SVH", date(2024, 6, 10), so_van_hoa, "Sơ kết", type="bao_cao"))


@pytest.fixture
def taken(so_van_hoa, report, by):
    return lambda told, **more: services.take(told, body=so_van_hoa, by=by, at=NOW, source=report, **more)


@pytest.fixture
def plan(tan_giang, so_van_hoa):
    return entered(identity("85/KH-UBND", date(2024, 3, 20), tan_giang, "Phát động thi đua"), so_van_hoa)


@pytest.fixture
def own_plan(so_van_hoa):
    return sent(identity("30/KH-SVH", date(2024, 3, 22), so_van_hoa, "Phát động thi đua"))


def counts():
    return Movement.objects.count(), Response.objects.count(), AuditLine.objects.count()


def test_a_mentioned_movement_is_opened_with_its_plan_and_nobody_answers(taken, tan_giang, plan):
    took = taken(Told("Chuyển đổi số", "mentioned", "2022-2025", "tinh", tan_giang, plan=plan))

    assert took.is_new
    assert took.response is None
    row = took.movement
    assert (row.launcher, row.launched_on, row.period_label) == (
        tan_giang,
        date(2024, 3, 20),
        "giai đoạn 2022 - 2025",
    )
    assert [(paper.document, paper.part) for paper in row.papers.all()] == [(plan, "phat_dong")]


def test_the_same_fact_twice_changes_nothing(taken, tan_giang, so_van_hoa, plan, own_plan):
    facts = [
        Told("Phát triển kinh tế", "mentioned", "2024", "tinh", tan_giang, plan=plan),
        Told("Phát triển kinh tế", "launched", "2024", "so_nganh", so_van_hoa, "chuyên đề", own_plan),
        Told("Doanh nghiệp hội nhập", "answered", "2022-2025", "tinh", tan_giang, how="dang_ky"),
    ]
    first = [taken(told).movement for told in facts]
    before = counts()

    assert [taken(told).movement for told in facts] == first
    assert counts() == before


def test_ours_answers_the_superiors_of_the_same_name_and_period(taken, tan_giang, so_van_hoa, plan, own_plan):
    theirs = taken(Told("Phát triển kinh tế", "mentioned", "2024", "tinh", tan_giang, plan=plan)).movement
    took = taken(
        Told("Phát triển kinh tế", "launched", "2024", "so_nganh", so_van_hoa, "chuyên đề", own_plan)
    )

    assert took.movement != theirs
    assert (took.response.superior, took.response.ours, took.response.note) == (
        theirs,
        took.movement,
        "Cùng tên, cùng thời kỳ",
    )
    assert took.movement.form == "chuyen_de"


def test_and_the_one_whose_plan_ours_implements(taken, tan_giang, so_van_hoa, plan, own_plan):
    register.link(own_plan, plan, relation="trien_khai", by=CLERK, at=NOW)
    theirs = taken(Told("Chung sức nông thôn mới", "mentioned", "2021-2025", "tinh", tan_giang, plan=plan))
    took = taken(
        Told("Du lịch gắn với nông thôn mới", "launched", "2022-2025", "so_nganh", so_van_hoa, "", own_plan)
    )

    assert took.response.superior == theirs.movement
    assert took.response.note == "Kế hoạch triển khai văn bản phát động"


def test_and_the_one_that_the_text_names(taken, tan_giang, so_van_hoa, own_plan):
    theirs = taken(Told("Vì người nghèo", "mentioned", "2021-2025", "tinh", tan_giang)).movement
    told = Told("Ngành chung tay", "launched", "", "so_nganh", so_van_hoa, "", own_plan, "Vì người nghèo")

    assert taken(told).response.superior == theirs


def test_an_answer_by_letter_keeps_its_kind(taken, tan_giang):
    told = Told("Doanh nghiệp hội nhập", "answered", "2022-2025", "tinh", tan_giang, how="dang_ky")
    row = taken(told).response

    assert (row.kind, row.document, row.ours) == ("dang_ky", None, None)


def test_what_the_text_launches_of_anothers_is_an_answer(taken, tan_giang, plan):
    """A reading joins "the province launched" and "we launched" under one name: the launcher's plan decides."""
    took = taken(Told("Toàn dân đoàn kết", "launched", "2024-2026", "tinh", tan_giang, plan=plan))

    assert took.movement.launcher == tan_giang
    assert (took.response.kind, took.response.body.code) == ("huong_ung", "SVH")


def test_an_own_plan_that_answers_directly_is_its_paper(taken, tan_giang, own_plan):
    took = taken(Told("Nội chính", "answered", "2024", "tinh", tan_giang, plan=own_plan))

    assert (took.response.kind, took.response.document) == ("ke_hoach", own_plan)
    assert not took.movement.papers.exists()


def test_a_launcher_that_the_text_does_not_tell_is_filled_in_later(taken, tan_giang, so_van_hoa):
    first = taken(Told("Kết cấu hạ tầng", "mentioned", "2021-2025")).movement
    again = taken(Told("Kết cấu hạ tầng", "mentioned", "2021-2025", "tinh", tan_giang)).movement

    assert again == first
    assert again.launcher == tan_giang


def test_a_period_that_one_text_leaves_out_is_the_same_movement(taken, tan_giang):
    first = taken(Told("Kết cấu hạ tầng", "mentioned", "2021-2025", "tinh", tan_giang)).movement

    assert taken(Told("Kết cấu hạ tầng", "mentioned", "", "tinh", tan_giang)).movement == first


def test_the_provinces_plan_read_by_us_launches_the_provinces_movement(
    so_van_hoa, tan_giang, plan, by, as_actor
):
    told = Told("Chuyển đổi số", "launched", "2024", "tinh", tan_giang)
    took = services.take(told, body=so_van_hoa, by=by, at=NOW, source=plan)

    assert (took.movement.launcher, took.movement.launched_on) == (tan_giang, date(2024, 3, 20))
    assert took.response is None
    assert [paper.document for paper in took.movement.papers.all()] == [plan]
    assert [row.standing for row in selectors.coverage(so_van_hoa, by.on)] == ["chua"]


def test_another_body_that_reads_of_it_follows_the_same_movement(so_noi_vu, tan_giang, taken, binh, as_actor):
    first = taken(Told("Nông thôn mới", "mentioned", "2021-2025", "trung_uong", None)).movement
    pm = orgs.unit("Thủ tướng Chính phủ", "TTg", level="trung_uong")
    services.correct(first, launcher=pm, by=CLERK, at=NOW)
    told = Told("Nông thôn mới", "mentioned", "2021-2025", "trung_uong", pm)

    second = services.take(told, body=so_noi_vu, by=as_actor(binh), at=NOW)

    assert (second.movement, second.is_new) == (first, False)
    assert first in selectors.visible_to(as_actor(binh))


def test_a_reader_and_a_stranger_take_nothing(so_van_hoa, son, tung, as_actor):
    for user in (son, tung):
        with pytest.raises(Refused):
            services.take(Told("x", "mentioned"), body=so_van_hoa, by=as_actor(user), at=NOW)
    assert not Movement.objects.exists()
