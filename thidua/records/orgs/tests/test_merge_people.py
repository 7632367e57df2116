from datetime import date

import pytest

from thidua.kit.audit.models import AuditLine
from thidua.kit.refused import Refused
from thidua.records.orgs import identity
from thidua.records.orgs.models import Person
from thidua.records.orgs.services import people
from thidua.records.orgs.tests import factories


@pytest.fixture
def cards(so_van_hoa, phong_di_san):
    return factories.person("Lê Thị Ba", so_van_hoa), factories.person("Lê Thị Ba", phong_di_san, "Kế toán")


def merge(person, into, actor, now):
    return people.merge_people(person, by=actor, at=now, into=into)


def test_positions_facts_and_number_go_to_the_card_that_stays(cards, minh, as_actor, now):
    stays, ends = cards
    actor = as_actor(minh)
    people.correct_person(ends, by=actor, at=now, born_on=date(1980, 2, 3))
    people.set_identity(ends, by=actor, at=now, number="089123456789")

    card = merge(ends, stays, actor, now)

    ends.refresh_from_db()
    assert ends.merged_into == card
    assert {row.title for row in card.positions.all()} == {"Chuyên viên", "Kế toán"}
    assert card.born_on == date(1980, 2, 3)
    assert identity.unseal(card.identity_cipher, card.pk) == "089123456789"
    assert ends.identity_hash == ""
    assert AuditLine.objects.filter(verb="orgs.merge_people").count() == 1


def test_what_pointed_to_the_ended_card_points_on(cards, so_van_hoa, minh, as_actor, now):
    stays, ends = cards
    older = factories.person("Lê Thị Ba", so_van_hoa)
    merge(older, ends, as_actor(minh), now)

    merge(ends, stays, as_actor(minh), now)

    assert Person.objects.get(pk=older.pk).merged_into == stays


def test_an_account_goes_along(cards, ha, minh, as_actor, now):
    merge(ha.person, cards[0], as_actor(minh), now)

    ha.refresh_from_db()
    assert ha.person == cards[0]


def test_two_accounts_forbid_it(ha, son, minh, as_actor, now):
    with pytest.raises(Refused, match="đều gắn với tài khoản"):
        merge(ha.person, son.person, as_actor(minh), now)


def test_two_numbers_are_two_people(cards, minh, as_actor, now):
    for card, number in zip(cards, ("089123456789", "089123456780"), strict=True):
        people.set_identity(card, by=as_actor(minh), at=now, number=number)

    with pytest.raises(Refused, match="hai người"):
        merge(cards[1], cards[0], as_actor(minh), now)


def test_two_birthdays_are_to_be_mended_first(cards, minh, as_actor, now):
    for card, day in zip(cards, (date(1980, 1, 1), date(1981, 1, 1)), strict=True):
        people.correct_person(card, by=as_actor(minh), at=now, born_on=day)

    with pytest.raises(Refused, match="ngày sinh khác nhau"):
        merge(cards[1], cards[0], as_actor(minh), now)


def test_with_itself_is_refused(cards, minh, as_actor, now):
    with pytest.raises(Refused, match="hai thẻ khác nhau"):
        merge(cards[0], cards[0], as_actor(minh), now)


@pytest.mark.parametrize("name", ["tung", "binh"])
def test_others_are_refused(request, cards, as_actor, now, name):
    with pytest.raises(Refused):
        merge(cards[1], cards[0], as_actor(request.getfixturevalue(name)), now)
