import logging

import pytest

from thidua.kit.audit.models import AuditLine
from thidua.kit.refused import Refused
from thidua.records.orgs import identity
from thidua.records.orgs.models import Person, RoleHeld
from thidua.records.orgs.services import people
from thidua.records.orgs.tests import factories

NUMBER = "089 123 456 789"
DIGITS = "089123456789"


@pytest.fixture
def finder(so_van_hoa):
    user = factories.user("tra", "Lý Thị Tra", so_van_hoa, "tra_dinh_danh")
    RoleHeld.objects.create(user=user, role="chuyen_vien", unit=so_van_hoa, since=factories.SINCE)
    return user


@pytest.fixture
def numbered(so_van_hoa, minh, as_actor, now):
    person = factories.person("Lê Thị Ba", so_van_hoa)
    return people.set_identity(person, by=as_actor(minh), at=now, number=NUMBER)


def test_the_number_is_kept_sealed(numbered):
    kept = bytes(Person.objects.get(pk=numbered.pk).identity_cipher)

    assert DIGITS.encode() not in kept
    assert identity.unseal(kept, numbered.pk) == DIGITS


def test_moved_to_another_card_the_seal_does_not_open(numbered):
    assert identity.unseal(numbered.identity_cipher, numbered.pk + 1) is None


def test_two_seals_of_one_number_differ(numbered):
    assert identity.seal(DIGITS, numbered.pk) != identity.seal(DIGITS, numbered.pk)


def test_another_key_does_not_open_it(numbered, settings):
    settings.IDENTITY_KEY = "another"

    assert identity.unseal(numbered.identity_cipher, numbered.pk) is None
    assert identity.key_id() != numbered.identity_key_id


def test_neither_log_nor_line_nor_repr_tells_it(so_van_hoa, minh, finder, as_actor, now, caplog):
    caplog.set_level(logging.DEBUG)
    person = factories.person("Lê Thị Ba", so_van_hoa)
    people.set_identity(person, by=as_actor(minh), at=now, number=NUMBER)
    person = people.find_by_identity(NUMBER, by=as_actor(finder), at=now)
    people.read_identity(person, by=as_actor(finder), at=now)

    written = "".join(str(line.__dict__) for line in AuditLine.objects.all())
    for record in caplog.records:
        if record.name != "django.db.backends":
            written += record.getMessage()
    assert "123456789" not in written + repr(person) + str(person)
    assert person.identity_hash not in written


@pytest.mark.parametrize("number", ["12345", "08912345678a", "0891234567890", "١٢٣٤٥٦٧٨٩"])
def test_what_is_no_number_is_refused(so_van_hoa, minh, as_actor, now, number):
    with pytest.raises(Refused, match="12 chữ số"):
        people.set_identity(factories.person("Ba", so_van_hoa), by=as_actor(minh), at=now, number=number)


def test_the_same_number_for_two_people_is_refused(numbered, so_van_hoa, minh, as_actor, now):
    with pytest.raises(Refused, match="đã ghi cho Lê Thị Ba"):
        people.set_identity(factories.person("Ba", so_van_hoa), by=as_actor(minh), at=now, number=DIGITS)


def test_whose_it_is_elsewhere_is_not_told(numbered, so_noi_vu, binh, as_actor, now):
    with pytest.raises(Refused, match="người khác ở cơ quan khác"):
        people.set_identity(factories.person("Ba", so_noi_vu), by=as_actor(binh), at=now, number=DIGITS)


def test_an_empty_number_takes_it_away(numbered, minh, as_actor, now):
    person = people.set_identity(numbered, by=as_actor(minh), at=now, number=" ")

    assert (person.identity_hash, person.identity_cipher) == ("", None)


def test_it_is_found_exactly_and_each_search_leaves_a_line(numbered, finder, as_actor, now):
    assert people.find_by_identity("089123456789", by=as_actor(finder), at=now) == numbered
    assert people.find_by_identity("089123456780", by=as_actor(finder), at=now) is None
    assert AuditLine.objects.filter(verb="orgs.find_by_identity").count() == 2


def test_reading_it_leaves_a_line(numbered, finder, as_actor, now):
    assert people.read_identity(numbered, by=as_actor(finder), at=now) == DIGITS
    assert AuditLine.objects.filter(verb="orgs.read_identity", actor=f"user:{finder.pk}").count() == 1


@pytest.mark.parametrize("name", ["minh", "tung", "quan"])
def test_without_the_right_it_is_neither_found_nor_read(request, numbered, as_actor, now, name):
    actor = as_actor(request.getfixturevalue(name))

    with pytest.raises(Refused, match="Tra theo số định danh"):
        people.find_by_identity(NUMBER, by=actor, at=now)
    with pytest.raises(Refused):
        people.read_identity(numbered, by=actor, at=now)
