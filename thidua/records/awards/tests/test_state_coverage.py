"""How far back the register is whole."""

from datetime import date

import pytest

from thidua.kit.audit.models import AuditLine
from thidua.kit.refused import Refused
from thidua.records.awards import selectors, services
from thidua.records.awards.tests.factories import NOW, TODAY

SINCE = date(2015, 1, 1)


def test_a_statement_on_all_awards_covers_each_kind(as_actor, minh, so_van_hoa):
    actor = as_actor(minh)
    said = services.state_coverage(so_van_hoa, since=SINCE, by=actor, at=NOW)

    assert selectors.covered(actor, "LDTT", date(2016, 1, 1), TODAY, body=so_van_hoa) == said
    assert selectors.covered(actor, "LDTT", date(2014, 1, 1), TODAY, body=so_van_hoa) is None
    assert list(selectors.coverages(actor, so_van_hoa)) == [said]
    assert AuditLine.objects.get(verb="register.state").outer == "awards.state_coverage"


def test_a_statement_on_one_kind_covers_that_alone(as_actor, minh, so_van_hoa):
    actor = as_actor(minh)
    services.state_coverage(so_van_hoa, since=SINCE, kind="CSTDCS", by=actor, at=NOW)

    assert selectors.covered(actor, "CSTDCS", SINCE, TODAY, body=so_van_hoa)
    assert selectors.covered(actor, "LDTT", SINCE, TODAY, body=so_van_hoa) is None


def test_another_body_is_not_covered(as_actor, binh, minh, so_van_hoa, so_noi_vu):
    services.state_coverage(so_noi_vu, since=SINCE, by=as_actor(binh), at=NOW)

    assert selectors.covered(as_actor(minh), "LDTT", SINCE, TODAY, body=so_van_hoa) is None


@pytest.mark.parametrize("who", ["son", "tung"])
def test_who_may_not_write_is_refused(request, as_actor, so_van_hoa, who):
    with pytest.raises(Refused, match="Không có quyền"):
        services.state_coverage(so_van_hoa, since=SINCE, by=as_actor(request.getfixturevalue(who)), at=NOW)
