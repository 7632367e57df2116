from datetime import date

import pytest

from thidua.records.orgs.actors import public
from thidua.records.orgs.tests import factories as orgs
from thidua.records.register.tests.factories import entered, identity
from thidua.work.movements import selectors, services
from thidua.work.movements.tests.factories import NOW, SYSTEM, TODAY, answered, draft, launched


@pytest.fixture
def pm(db):
    return orgs.unit("Thủ tướng Chính phủ", "TTg", level="trung_uong")


def seen(user, as_actor):
    return {row.name for row in selectors.visible_to(as_actor(user))}


def test_a_body_sees_its_own_and_its_superiors_but_not_drafts_above(
    tan_giang, so_van_hoa, so_noi_vu, minh, binh, as_actor
):
    draft("Của Sở", so_van_hoa)
    launched("Của tỉnh", tan_giang)
    draft("Tỉnh đang soạn", tan_giang)

    assert seen(minh, as_actor) == {"Của Sở", "Của tỉnh"}
    assert seen(binh, as_actor) == {"Của tỉnh"}


def test_those_below_are_seen_from_launch_on(tan_giang, so_van_hoa, as_actor):
    above = orgs.user("tren", "Người Cấp Trên", tan_giang, "chuyen_vien")
    draft("Đang soạn", so_van_hoa)
    launched("Đã phát động", so_van_hoa)

    assert seen(above, as_actor) == {"Đã phát động"}


def test_what_papers_in_the_register_belong_to_is_seen(pm, so_van_hoa, so_noi_vu, minh, binh, as_actor):
    movement = launched("Nông thôn mới", pm, body=so_noi_vu)
    assert seen(minh, as_actor) == set()
    letter = entered(identity("12/CV-TTg", date(2024, 3, 1), pm, "Phát động"), so_van_hoa)
    services.attach_document(movement, letter, part="phat_dong", by=SYSTEM, at=NOW)

    assert seen(minh, as_actor) == seen(binh, as_actor) == {"Nông thôn mới"}


def test_what_a_superior_answers_is_seen_below(pm, tan_giang, so_noi_vu, minh, as_actor):
    above = launched("Nông thôn mới cả nước", pm, body=so_noi_vu)
    ours = launched("Tân Giang chung sức", tan_giang)
    answered(above, tan_giang, ours=ours)

    assert seen(minh, as_actor) == {"Nông thôn mới cả nước", "Tân Giang chung sức"}


def test_answers_of_peers_are_not_shown(tan_giang, so_van_hoa, so_noi_vu, minh, binh, as_actor):
    movement = launched("Của tỉnh", tan_giang)
    answered(movement, so_noi_vu, kind="huong_ung")

    assert list(selectors.responses_visible_to(as_actor(minh))) == []
    assert len(selectors.responses_visible_to(as_actor(binh))) == 1


def test_a_stranger_the_public_and_an_account_without_a_role_see_nothing(
    tan_giang, so_van_hoa, tung, as_actor
):
    launched("Của tỉnh", tan_giang)
    launched("Của Sở", so_van_hoa)
    bare = orgs.user("moi", "Người Mới", so_van_hoa)

    assert seen(tung, as_actor) == seen(bare, as_actor) == set()
    assert not selectors.visible_to(public(TODAY)).exists()


def test_history_tells_what_was_done_in_the_own_body_only(tan_giang, so_noi_vu, minh, binh, as_actor):
    movement = launched("Của tỉnh", tan_giang)
    answered(movement, so_noi_vu, kind="huong_ung", by=as_actor(binh))

    assert [line.text for line in selectors.history_of(movement, as_actor(minh))] == [
        "Hệ thống ghi phong trào “Của tỉnh”, năm 2024"
    ]
    assert len(selectors.history_of(movement, as_actor(binh))) == 2
