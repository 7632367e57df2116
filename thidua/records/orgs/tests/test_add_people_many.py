"""A list of people with their main positions and numbers, and the way back."""

from datetime import date

import pytest
from django.core import serializers
from django.db import connection
from django.test.utils import CaptureQueriesContext

from thidua.kit.audit.models import AuditLine
from thidua.kit.refused import Refused
from thidua.records.orgs import identity, services
from thidua.records.orgs.actors import system
from thidua.records.orgs.models import Person, Position
from thidua.records.orgs.services import PersonLine

NUMBER = "001185012345"


def plain(people):
    return [
        (
            person.full_name,
            person.name_sort,
            person.folded,
            person.birth_year,
            person.gender,
            person.kept_by,
            [
                (held.unit, held.title, held.labour, held.since, held.is_main)
                for held in person.positions.all()
            ],
        )
        for person in people
    ]


def test_it_writes_what_adding_one_by_one_does(as_actor, minh, so_van_hoa, phong_di_san, now):
    by, facts = as_actor(minh), {"born_on": date(1980, 3, 1), "gender": "nu"}
    since = date(2020, 1, 1)
    lines = [
        PersonLine(2, " Lê  Thị An", phong_di_san, "Trưởng  phòng", "lanh_dao", since, facts=facts),
        PersonLine(3, "Đỗ Văn Ba", facts={"home": "xã Bình Hòa"}),
    ]

    made = services.add_people_many(lines, body=by.body, by=by, at=now)

    ones = [
        services.add_person(
            " Lê  Thị An",
            by=by,
            at=now,
            unit=phong_di_san,
            title="Trưởng  phòng",
            labour="lanh_dao",
            since=since,
            **facts,
        ),
        services.add_person("Đỗ Văn Ba", by=by, at=now, home="xã Bình Hòa"),
    ]
    assert plain(Person.objects.filter(pk__in=made.of(Person)).order_by("pk")) == plain(ones)
    said = AuditLine.objects.get(verb="orgs.add_people_many")
    assert (said.subject_text, said.changes["rows"]) == ("2 người", [None, 2])


def test_numbers_are_sealed_and_stand_in_no_log(so_van_hoa, the_system, now):
    lines = [PersonLine(2, "Lê Thị An", so_van_hoa, "Kế toán", identity_number="001 185 012 345")]

    made = services.add_people_many(lines, body=so_van_hoa, by=the_system, at=now)

    person = Person.objects.get(pk=made.of(Person)[0])
    assert identity.unseal(person.identity_cipher, person.pk) == NUMBER
    assert services.find_by_identity(NUMBER, by=the_system, at=now) == person
    assert NUMBER not in serializers.serialize("json", AuditLine.objects.all())


def test_each_refusal_names_its_line(so_van_hoa, the_system, now):
    known = services.add_person("Lê Thị An", by=the_system, at=now, unit=so_van_hoa)
    services.set_identity(known, by=the_system, at=now, number=NUMBER)
    since, until = date(2020, 1, 1), date(2019, 1, 1)
    lines = [
        PersonLine(2, "Lê Thị An", so_van_hoa, identity_number=NUMBER),
        PersonLine(3, " ", so_van_hoa),
        PersonLine(4, "Đỗ Văn Ba", so_van_hoa, identity_number="12"),
        PersonLine(5, "Đỗ Văn Tư", so_van_hoa, identity_number="001185099999"),
        PersonLine(6, "Đỗ Văn Năm", so_van_hoa, identity_number="001185099999"),
        PersonLine(7, "Đỗ Văn Sáu", so_van_hoa, since=since, until=until),
        PersonLine(8, "Đỗ Văn Bảy", so_van_hoa),
    ]

    with pytest.raises(Refused) as refused:
        services.add_people_many(lines, body=so_van_hoa, by=the_system, at=now)

    assert [each[:7] for each in refused.value.reasons] == [f"Dòng {n}:" for n in (2, 3, 4, 6, 7)]
    assert NUMBER not in str(refused.value)
    assert Person.objects.count() == 1
    with pytest.raises(Refused, match="ít nhất một"):
        services.add_people_many([], body=so_van_hoa, by=the_system, at=now)


def test_queries_do_not_follow_the_lines(as_actor, minh, so_van_hoa, phong_di_san, now):
    def asked(count):
        numbers = [f"0011850{count:02d}{n:03d}" for n in range(count)]
        lines = [
            PersonLine(n, f"Lê Văn {n}", phong_di_san, identity_number=number)
            for n, number in enumerate(numbers)
        ]
        with CaptureQueriesContext(connection) as queries:
            services.add_people_many(lines, body=so_van_hoa, by=as_actor(minh), at=now)
        return len(queries)

    assert asked(30) == asked(4)


def test_taking_back_leaves_nothing(as_actor, minh, so_van_hoa, phong_di_san, now):
    def rows():
        return serializers.serialize("json", [*Person.objects.all(), *Position.objects.all()])

    before, by = rows(), as_actor(minh)
    lines = [PersonLine(2, "Lê Thị An", phong_di_san, identity_number=NUMBER), PersonLine(3, "Đỗ Văn Ba")]
    made = services.add_people_many(lines, body=so_van_hoa, by=by, at=now)
    person = Person.objects.get(pk=made.of(Person)[0])
    services.find_by_identity(NUMBER, by=system(now.date()), at=now)  # a look changes nothing

    services.take_back(made, by=by, at=now)

    assert rows() == before
    assert not Person.objects.filter(pk=person.pk).exists()


@pytest.mark.parametrize(
    "act",
    [
        lambda person, given, unit: services.correct_person(person, gender="nam", **given),
        lambda person, given, unit: services.give_position(person, unit=unit, title="Phó", **given),
        lambda person, given, unit: services.set_identity(person, number=NUMBER, **given),
    ],
)
def test_who_was_changed_since_is_not_taken_back(so_van_hoa, the_system, now, act):
    made = services.add_people_many([PersonLine(2, "Lê An", so_van_hoa)], body=None, by=the_system, at=now)
    act(Person.objects.get(), {"by": the_system, "at": now}, so_van_hoa)

    with pytest.raises(Refused, match=r"^Lê An: đã được"):
        services.take_back(made, by=the_system, at=now)


def test_who_may_not_write_there_is_refused(as_actor, minh, tung, so_van_hoa, phong_di_san, now):
    lines = [PersonLine(2, "Lê Thị An", phong_di_san)]
    with pytest.raises(Refused, match=r"Dòng 2: .*không thuộc cơ quan"):
        services.add_people_many(lines, body=so_van_hoa, by=as_actor(tung), at=now)
    made = services.add_people_many(lines, body=so_van_hoa, by=as_actor(minh), at=now)

    with pytest.raises(Refused, match="không thuộc cơ quan"):
        services.take_back(made, by=as_actor(tung), at=now)
