from datetime import date

import pytest

from thidua.records.orgs.actors import public
from thidua.records.orgs.tests import factories as orgs
from thidua.records.register import selectors, services
from thidua.records.register.models import Citation
from thidua.records.register.tests.factories import NOW, SYSTEM, TODAY, entered, identity, sent, stub

DAY = date(2024, 3, 7)


def seen(actor):
    return set(selectors.visible_to(actor))


@pytest.fixture
def library(so_van_hoa):
    return orgs.unit("Thư viện tỉnh", "TV", parent=so_van_hoa, level="don_vi", kind="su_nghiep")


def test_a_body_sees_what_its_council_issues(so_van_hoa, minh, binh, as_actor):
    council = orgs.unit(
        "Khối thi đua các phòng", "KTĐ", parent=so_van_hoa, kind="hoi_dong", level="don_vi", legal=False
    )
    plan = sent(identity("02/KH-KTĐ", DAY, council, "Công tác khối"))

    assert plan in seen(as_actor(minh))
    assert plan not in seen(as_actor(binh))


def test_a_body_sees_what_its_papers_cite_and_what_answers_them(
    so_van_hoa, library, tan_giang, minh, binh, as_actor
):
    own = sent(identity("26/KH-SVH", DAY, so_van_hoa, "Phát động"))
    cited = stub(identity("71/KH-UBND", DAY, tan_giang))
    below = sent(identity("05/KH-TV", DAY, library, "Thực hiện"))
    mentions = sent(identity("06/BC-TV", DAY, library, "Báo cáo"))
    services.cite(own, cited, by=SYSTEM, at=NOW)
    services.link(below, own, relation=Citation.Relation.IMPLEMENTS, by=SYSTEM, at=NOW)
    services.link(mentions, own, relation=Citation.Relation.CITES, by=SYSTEM, at=NOW)

    assert seen(as_actor(minh)) == {own, cited, below}
    assert seen(as_actor(binh)) == set()


def test_a_draft_below_is_not_seen_before_it_is_issued(so_van_hoa, library, minh, as_actor):
    own = sent(identity("26/KH-SVH", DAY, so_van_hoa, "Phát động"))
    services.draft(
        identity(title="Thực hiện", type="ke_hoach"), body=library, implements=own, by=SYSTEM, at=NOW
    )

    assert seen(as_actor(minh)) == {own}


def test_a_citation_shows_the_facts_of_a_paper_but_not_its_files(
    tan_giang, so_noi_vu, so_van_hoa, minh, binh, as_actor
):
    theirs = entered(identity("71/KH-UBND", DAY, tan_giang), so_noi_vu)
    services.cite(sent(identity("26/KH-SVH", DAY, so_van_hoa, "x")), theirs, by=SYSTEM, at=NOW)

    assert theirs in seen(as_actor(minh))
    assert theirs not in selectors.held_by(as_actor(minh))
    assert theirs in selectors.held_by(as_actor(binh))


def test_history_tells_what_was_done_in_the_own_body_only(
    tan_giang, so_van_hoa, so_noi_vu, minh, binh, as_actor
):
    plan = identity("71/KH-UBND", DAY, tan_giang, "Tuyên truyền")
    for user, body in ((binh, so_noi_vu), (minh, so_van_hoa)):
        services.enter(plan, body=body, direction="den", by=as_actor(user), at=NOW)
    document = selectors.find(plan, near=so_van_hoa)

    assert [line.text for line in selectors.history_of(document, as_actor(minh))] == [
        "Lê Quang Minh ghi Kế hoạch 71/KH-UBND vào sổ"
    ]


def test_the_public_and_an_account_without_a_role_see_nothing(so_van_hoa, as_actor):
    sent(identity("26/KH-SVH", DAY, so_van_hoa, "Phát động"))

    assert seen(public(TODAY)) == set()
    assert seen(as_actor(orgs.user("moi", "Người Mới", so_van_hoa))) == set()


def test_whoever_works_for_two_bodies_sees_both(so_van_hoa, so_noi_vu, as_actor):
    one = sent(identity("26/KH-SVH", DAY, so_van_hoa, "Phát động"))
    two = sent(identity("19/KH-SNV", DAY, so_noi_vu, "Phát động"))
    user = orgs.user("hai", "Người Hai Nơi", so_van_hoa, "chuyen_vien")
    user.roles_held.create(role="nhan_vien", unit=so_noi_vu, since=date(2020, 1, 1))

    assert seen(as_actor(user)) == {one, two}
