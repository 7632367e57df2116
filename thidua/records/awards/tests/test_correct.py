"""A line is put right by another that takes its place."""

from datetime import timedelta

import pytest

from thidua.kit.audit.models import AuditLine
from thidua.kit.refused import Refused
from thidua.records.awards import services
from thidua.records.awards.models import Award
from thidua.records.awards.tests.factories import NOW, SYSTEM, counted, decided, given
from thidua.records.orgs.tests import factories
from thidua.vn.periods import parse

LATER = NOW + timedelta(hours=1)


@pytest.fixture
def khai(phong_di_san):
    return factories.person("Đỗ Văn Khải", phong_di_san)


def test_the_wrong_line_stays_readable_and_the_new_one_counts(as_actor, minh, khai, so_van_hoa):
    wrong = given("LDTT", khai, so_van_hoa)

    right = services.correct(wrong, kind="CSTDCS", reason="nhầm", by=as_actor(minh), at=LATER)

    wrong.refresh_from_db()
    assert (wrong.ending, wrong.ended_at, wrong.corrected_by) == ("sua", LATER, right)
    assert (right.code, right.recipient, right.ending) == ("CSTDCS", "Đỗ Văn Khải", "")
    (line,) = AuditLine.objects.filter(verb="awards.correct")
    assert line.changes == {"name": ["Lao động tiên tiến", "Chiến sĩ thi đua cơ sở"]}


def test_nothing_new_changes_nothing(khai, so_van_hoa):
    award = given("LDTT", khai, so_van_hoa)

    assert services.correct(award, kind="LDTT", by=SYSTEM, at=LATER) == award
    assert Award.objects.count() == 1


def test_another_recipient_and_a_decision(khai, so_van_hoa, phong_di_san):
    lan = factories.person("Lê Thị Lan", phong_di_san)
    decision = decided(so_van_hoa)

    right = services.correct(
        given("LDTT", khai, so_van_hoa), recipient=lan, decision=decision, by=SYSTEM, at=LATER
    )

    assert (right.person, right.recipient, right.decided_by) == (lan, "Lê Thị Lan", so_van_hoa)


def test_a_line_that_became_another_is_not_corrected_again(khai, so_van_hoa):
    wrong = given("LDTT", khai, so_van_hoa)
    services.correct(wrong, kind="GK", by=SYSTEM, at=LATER)

    with pytest.raises(Refused, match="không còn hiệu lực"):
        services.correct(wrong, kind="CSTDCS", by=SYSTEM, at=LATER)


def test_into_what_stands_already_is_refused(khai, so_van_hoa):
    given("LDTT", khai, so_van_hoa)
    other = given("LDTT", khai, so_van_hoa, "2022")

    with pytest.raises(Refused, match="đã có trong sổ"):
        services.correct(other, period=parse("2023"), by=SYSTEM, at=LATER)


def test_names_go_with_their_count(khai, so_van_hoa):
    many = counted("LDTT", 29, so_van_hoa)
    name = given("LDTT", khai, so_van_hoa)
    Award.objects.filter(pk=name.pk).update(part_of=many)

    right = services.correct(many, count=28, by=SYSTEM, at=LATER)

    name.refresh_from_db()
    assert (name.part_of, right.count) == (right, 28)
    with pytest.raises(Refused, match="Số lượng phải từ 1"):
        services.correct(counted("GK", 3, so_van_hoa), count=0, by=SYSTEM, at=LATER)
    with pytest.raises(Refused, match="không đổi danh hiệu"):
        services.correct(right, kind="CSTDCS", by=SYSTEM, at=LATER)


def test_a_count_does_not_become_a_name(khai, so_van_hoa):
    with pytest.raises(Refused, match="không đổi thành một tên"):
        services.correct(counted("LDTT", 29, so_van_hoa), recipient=khai, by=SYSTEM, at=LATER)


@pytest.mark.parametrize("who", ["son", "tung", "binh"])
def test_who_may_not_write_is_refused(request, as_actor, khai, so_van_hoa, who):
    award = given("LDTT", khai, so_van_hoa)

    with pytest.raises(Refused, match="Không có quyền"):
        services.correct(award, kind="GK", by=as_actor(request.getfixturevalue(who)), at=LATER)
