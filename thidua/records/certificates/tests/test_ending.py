"""A number ends and is never given again: spoiled, cancelled, replaced, recalled."""

import pytest

from thidua.kit.refused import Refused
from thidua.records.awards import services as awards
from thidua.records.awards.models import Award
from thidua.records.certificates import selectors, services
from thidua.records.certificates.tests.factories import GK, NOW, SYSTEM


@pytest.fixture
def given_one(book, three):
    return services.give(three[0], book=book, by=SYSTEM, at=NOW)


def certificate_of(award):
    return Award.objects.get(pk=award.pk).certificate


@pytest.mark.parametrize("verb", [services.spoil, services.cancel])
def test_a_void_number_stays_in_the_book_and_the_award_waits_again(verb, given_one, book, three):
    verb(given_one, reason="in sai họ tên", by=SYSTEM, at=NOW)

    assert certificate_of(three[0]) == ""
    again = services.give(three[0], book=book, by=SYSTEM, at=NOW)
    assert again.number == "0046/GK-SVH"
    assert list(selectors.of_award(three[0], SYSTEM)) == [again, given_one]
    with pytest.raises(Refused, match="không còn hiệu lực"):
        verb(given_one, reason="lần nữa", by=SYSTEM, at=NOW)


def test_a_spoiled_blank_takes_its_number_along(book, blanks):
    assert services.spoil_blank(book, "", reason="rách", by=SYSTEM, at=NOW).number == "0045/GK-SVH"
    assert services.spoil_blank(blanks, "A 7", reason="rách", by=SYSTEM, at=NOW).number == "A 7"
    book.refresh_from_db()
    assert book.next_seq == 46
    for target, number, why in (
        (book, "12", "tự chạy số"),
        (blanks, "", "Nhập số"),
        (blanks, "A 7", "đã dùng"),
    ):
        with pytest.raises(Refused, match=why):
            services.spoil_blank(target, number, reason="rách", by=SYSTEM, at=NOW)


def test_a_lost_one_is_issued_again_as_a_chain(given_one, book, three):
    second = services.reissue(given_one, book=book, reason="cháy nhà", by=SYSTEM, at=NOW)
    third = services.reissue(second, book=book, reason="ẩm mốc", by=SYSTEM, at=NOW)

    assert certificate_of(three[0]) == third.number == "0047/GK-SVH"
    for row in (given_one, second, third):
        assert [each.number[:4] for each in selectors.chain_of(row)] == ["0047", "0046", "0045"]
    given_one.refresh_from_db()
    assert given_one.get_ending_display() == "Đã cấp lại bản khác"


def test_it_is_issued_again_from_a_book_of_the_same_kind(given_one, blanks, so_noi_vu):
    other = services.open_book("giay_khen", 2024, body=so_noi_vu, by=SYSTEM, at=NOW)
    for book in (blanks, other):
        with pytest.raises(Refused, match="cùng loại của cùng cơ quan"):
            services.reissue(given_one, book=book, reason="mất", number="A 1", by=SYSTEM, at=NOW)


def test_it_is_called_back_once_the_award_is_revoked(given_one, three, so_van_hoa):
    with pytest.raises(Refused, match="còn hiệu lực"):
        services.recall(given_one, reason="thu hồi", by=SYSTEM, at=NOW)
    assert selectors.to_recall(SYSTEM, so_van_hoa) == []
    awards.revoke(three[0], reason="khai sai", by=SYSTEM, at=NOW)

    assert selectors.to_recall(SYSTEM, so_van_hoa) == [given_one]
    services.recall(given_one, reason="theo quyết định thu hồi", by=SYSTEM, at=NOW)
    assert selectors.to_recall(SYSTEM, so_van_hoa) == []
    assert certificate_of(three[0]) == given_one.number


def test_a_correction_of_the_award_keeps_its_number(given_one, book, decision, three, so_van_hoa):
    once = awards.correct(three[0], occasion="viết rõ hơn", by=SYSTEM, at=NOW)
    twice = awards.correct(once, occasion="viết rõ hơn nữa", by=SYSTEM, at=NOW)

    assert twice.certificate == given_one.number
    assert selectors.to_recall(SYSTEM, so_van_hoa) == []
    assert len(services.give_all(decision, book=book, kinds=GK, by=SYSTEM, at=NOW)) == 3
    second = services.reissue(given_one, book=book, reason="mất", by=SYSTEM, at=NOW)
    assert second.award == twice
    awards.revoke(Award.objects.get(pk=twice.pk), reason="khai sai", by=SYSTEM, at=NOW)
    assert selectors.to_recall(SYSTEM, so_van_hoa) == [second]
    with pytest.raises(Refused, match="không cấp lại"):
        services.reissue(second, book=book, reason="mất", by=SYSTEM, at=NOW)


def test_reasons_are_asked_for(given_one, book):
    for act in (
        lambda: services.spoil(given_one, reason=" ", by=SYSTEM, at=NOW),
        lambda: services.reissue(given_one, book=book, reason="", by=SYSTEM, at=NOW),
        lambda: services.recall(given_one, reason="", by=SYSTEM, at=NOW),
        lambda: services.spoil_blank(book, "", reason="", by=SYSTEM, at=NOW),
    ):
        with pytest.raises(Refused, match="Nhập lý do"):
            act()


@pytest.mark.parametrize("who", ["tung", "son"])
def test_who_may_not_write_ends_none(as_actor, who, request, given_one, book):
    actor = as_actor(request.getfixturevalue(who))
    for act in (
        lambda: services.spoil(given_one, reason="x", by=actor, at=NOW),
        lambda: services.cancel(given_one, reason="x", by=actor, at=NOW),
        lambda: services.reissue(given_one, book=book, reason="x", by=actor, at=NOW),
        lambda: services.recall(given_one, reason="x", by=actor, at=NOW),
        lambda: services.spoil_blank(book, "", reason="x", by=actor, at=NOW),
    ):
        with pytest.raises(Refused, match="Không có quyền"):
            act()
