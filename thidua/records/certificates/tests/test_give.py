"""Numbers go to all awards of a decision in one act, in the Vietnamese order, or to one; each is given once."""

import pytest

from thidua.kit.audit.models import AuditLine
from thidua.kit.refused import Refused
from thidua.records.awards import services as awards
from thidua.records.awards.models import Award
from thidua.records.awards.tests.factories import given
from thidua.records.certificates import rows, selectors, services
from thidua.records.certificates.models import Certificate
from thidua.records.certificates.tests.factories import GK, NOW, SYSTEM
from thidua.records.orgs.tests import factories


def told(made):
    return [(row.number, row.recipient) for row in made]


def test_people_stand_in_the_vietnamese_order_collectives_after_them(as_actor, minh, book, decision, three):
    made = services.give_all(decision, book=book, kinds=GK, by=as_actor(minh), at=NOW)

    assert told(made) == [
        ("0045/GK-SVH", "Nguyễn Thị Ánh"),
        ("0046/GK-SVH", "Bùi Thị Đào"),
        ("0047/GK-SVH", "Đỗ Văn Khải"),
        ("0048/GK-SVH", "Phòng Quản lý di sản"),
    ]
    book.refresh_from_db()
    assert book.next_seq == 49
    assert Award.objects.get(pk=three[0].pk).certificate == "0047/GK-SVH"
    line = AuditLine.objects.get(verb="certificates.give_all")
    assert (line.changes["lines"], line.changes["first"]) == (["", 4], ["", "0045/GK-SVH"])
    assert AuditLine.objects.get(verb="awards.set_certificates").outer == "certificates.give_all"


def test_collectives_come_first_when_so_chosen(book, decision, three):
    made = services.give_all(decision, book=book, kinds=GK, order=rows.COLLECTIVES_FIRST, by=SYSTEM, at=NOW)

    assert told(made)[0] == ("0045/GK-SVH", "Phòng Quản lý di sản")


def test_who_has_a_number_gets_no_second_one(book, decision, three, khai, so_van_hoa):
    services.give(three[0], book=book, by=SYSTEM, at=NOW)
    with_typed = given(
        "GK", factories.person("Lê Văn Ba"), so_van_hoa, decision=decision, certificate="cũ 12"
    )
    made = services.give_all(decision, book=book, kinds=GK, by=SYSTEM, at=NOW)

    assert with_typed.recipient not in [row.recipient for row in made]
    assert len(made) == 3
    with pytest.raises(Refused, match="không còn ai chờ"):
        services.give_all(decision, book=book, kinds=GK, by=SYSTEM, at=NOW)
    with pytest.raises(Refused, match="đã có số"):
        services.give(three[0], book=book, by=SYSTEM, at=NOW)


def test_only_the_kinds_chosen_are_numbered(book, decision, khai, so_van_hoa):
    given("CSTDCS", khai, so_van_hoa, decision=decision)
    with pytest.raises(Refused, match="không còn ai chờ"):
        services.give_all(decision, book=book, kinds=GK, by=SYSTEM, at=NOW)


def test_numbers_of_preprinted_blanks_are_typed_in_the_order_of_the_list(blanks, decision, three):
    typed = ["A 901", "A 902", " A  905 ", "A 906"]
    made = services.give_all(decision, book=blanks, kinds=GK, typed=typed, by=SYSTEM, at=NOW)

    assert told(made)[2] == ("A 905", "Đỗ Văn Khải")
    assert {row.seq for row in made} == {None}


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        (["A 1"], "nhập 1 số"),
        (["A 1", "A 2", "A 2", "A 3"], "Số A 2 có hai lần"),
        (["A 1", "A 2", "", "A 3"], "Thiếu số cho Đỗ Văn Khải"),
        (["A 1", "A 2", "A 9", "A 3"], "Số A 9 đã dùng"),
    ],
)
def test_typed_numbers_that_do_not_fit_are_refused_whole(typed, why, blanks, decision, three):
    services.spoil_blank(blanks, "A 9", reason="rách", by=SYSTEM, at=NOW)
    with pytest.raises(Refused, match=why):
        services.give_all(decision, book=blanks, kinds=GK, typed=typed, by=SYSTEM, at=NOW)

    assert Certificate.objects.standing().count() == 0
    assert not Award.objects.exclude(certificate="").exists()


def test_awards_of_others_get_no_number_here(book, khai, so_van_hoa, tan_giang, decision):
    by_province = given("BKBT", khai, so_van_hoa, decided_by=tan_giang)

    with pytest.raises(Refused, match="không quyết định khen thưởng này"):
        services.give(by_province, book=book, by=SYSTEM, at=NOW)


def test_an_award_kept_by_another_is_numbered_by_the_body_that_decided(
    as_actor, minh, book, khai, so_van_hoa, so_noi_vu, decision
):
    elsewhere = given("GK", khai, so_noi_vu, decision=decision)

    services.give(elsewhere, book=book, by=as_actor(minh), at=NOW)
    elsewhere.refresh_from_db()
    assert elsewhere.certificate == "0045/GK-SVH"


@pytest.mark.parametrize("who", ["tung", "son"])
def test_who_may_not_write_gives_none(as_actor, who, request, book, decision, three):
    actor = as_actor(request.getfixturevalue(who))
    with pytest.raises(Refused, match="Không có quyền"):
        services.give_all(decision, book=book, kinds=GK, by=actor, at=NOW)
    with pytest.raises(Refused, match="Không có quyền"):
        services.give(three[0], book=book, by=actor, at=NOW)
    with pytest.raises(Refused, match="Không có quyền ghi số bằng"):
        awards.set_certificates({three[0].pk: "1"}, by=actor, at=NOW)


@pytest.mark.parametrize("many", [2, 30])
def test_the_number_of_queries_does_not_follow_the_names(
    many, book, decision, so_van_hoa, phong_di_san, django_assert_max_num_queries
):
    for place in range(many):
        given("GK", factories.person(f"Người {place}", phong_di_san), so_van_hoa, decision=decision)
    with django_assert_max_num_queries(20):
        services.give_all(decision, book=book, kinds=GK, by=SYSTEM, at=NOW)

    assert not selectors.without_number(decision, so_van_hoa)
