"""Awards taken back, and lines that should never have been written."""

from datetime import date

import pytest

from thidua.kit.audit.models import AuditLine
from thidua.kit.refused import Refused
from thidua.records.awards import selectors, services
from thidua.records.awards.models import Award
from thidua.records.awards.tests.factories import NOW, SYSTEM, YEAR, counted, decided, given
from thidua.records.orgs.tests import factories


@pytest.fixture
def khai(phong_di_san):
    return factories.person("Đỗ Văn Khải", phong_di_san)


def test_an_award_is_revoked_by_a_decision_with_its_reason(as_actor, minh, khai, so_van_hoa):
    award = given("LDTT", khai, so_van_hoa, decision=decided(so_van_hoa))
    revoking = decided(so_van_hoa, "120/QĐ-SVH", date(2024, 5, 2))

    services.revoke(award, reason="khai sai", revoking=revoking, by=as_actor(minh), at=NOW)

    award.refresh_from_db()
    assert (award.ending, award.ended_reason, award.revoking) == ("thu_hoi", "khai sai", revoking)
    assert AuditLine.objects.get(verb="awards.revoke").note == "khai sai"
    assert not selectors.counts_in(SYSTEM, YEAR, body=so_van_hoa)
    assert list(selectors.history_of(khai, SYSTEM)) == [award]


def test_a_struck_line_is_in_no_history(khai, so_van_hoa):
    award = given("LDTT", khai, so_van_hoa)

    services.strike(award, reason="ghi nhầm người", by=SYSTEM, at=NOW)

    assert not selectors.history_of(khai, SYSTEM)
    given("LDTT", khai, so_van_hoa)


def test_a_decision_older_than_the_award_does_not_revoke_it(khai, so_van_hoa):
    award = given("LDTT", khai, so_van_hoa, decision=decided(so_van_hoa))
    older = decided(so_van_hoa, "1/QĐ-SVH", date(2024, 1, 2))

    with pytest.raises(Refused, match="ký trước quyết định khen thưởng"):
        services.revoke(award, reason="sai", revoking=older, by=SYSTEM, at=NOW)


@pytest.mark.parametrize("verb", [services.strike, services.revoke])
def test_each_needs_a_reason_and_happens_once(khai, so_van_hoa, verb):
    award = given("LDTT", khai, so_van_hoa)

    with pytest.raises(Refused, match="Nhập lý do"):
        verb(award, reason=" ", by=SYSTEM, at=NOW)
    verb(award, reason="sai", by=SYSTEM, at=NOW)
    with pytest.raises(Refused, match="không còn hiệu lực"):
        verb(award, reason="sai", by=SYSTEM, at=NOW)


@pytest.mark.parametrize("verb", [services.strike, services.revoke])
def test_a_count_with_names_is_ended_name_by_name(khai, so_van_hoa, verb):
    many, name = counted("LDTT", 2, so_van_hoa), given("LDTT", khai, so_van_hoa)
    Award.objects.filter(pk=name.pk).update(part_of=many)

    with pytest.raises(Refused, match="từng tên trước"):
        verb(many, reason="sai", by=SYSTEM, at=NOW)


@pytest.mark.parametrize("verb", [services.strike, services.revoke])
@pytest.mark.parametrize("who", ["son", "tung"])
def test_who_may_not_write_is_refused(request, as_actor, khai, so_van_hoa, who, verb):
    award = given("LDTT", khai, so_van_hoa)

    with pytest.raises(Refused, match="Không có quyền"):
        verb(award, reason="sai", by=as_actor(request.getfixturevalue(who)), at=NOW)
