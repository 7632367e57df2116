"""A paper that a record rests on, though no register here holds it."""

from datetime import date

import pytest

from thidua.kit.refused import Refused
from thidua.records.register import services
from thidua.records.register.models import Document
from thidua.records.register.tests.factories import NOW, entered, identity

DAY = date(2024, 3, 1)


def noted(number, body, by, issued_on=DAY, issuer=None):
    named = identity(number, issued_on, issuer)
    return services.note_paper(named, near=body, why="căn cứ khen thưởng", by=by, at=NOW)


def test_what_nobody_holds_becomes_a_stub_once(as_actor, minh, so_van_hoa, tan_giang):
    first = noted("64/QĐ-UBND", so_van_hoa, as_actor(minh), issuer=tan_giang)

    assert (first.is_stub, first.issuer, first.type_name) == (True, tan_giang, "Quyết định")
    assert noted("64/qđ-ubnd", so_van_hoa, as_actor(minh), issuer=tan_giang) == first
    assert Document.objects.count() == 1


def test_what_is_held_is_used(as_actor, minh, so_van_hoa, tan_giang):
    held = entered(identity("64/QĐ-UBND", DAY, tan_giang), so_van_hoa)

    assert noted("64/QĐ-UBND", so_van_hoa, as_actor(minh), issuer=tan_giang) == held


def test_a_day_to_come_and_no_number_are_refused(as_actor, minh, so_van_hoa):
    with pytest.raises(Refused, match="sau ngày hôm nay"):
        noted("64/QĐ-UBND", so_van_hoa, as_actor(minh), issued_on=date(2025, 1, 1))
    with pytest.raises(Refused, match="Nhập số"):
        noted("", so_van_hoa, as_actor(minh))


@pytest.mark.parametrize("who", ["son", "tung"])
def test_who_may_not_write_is_refused(request, as_actor, so_van_hoa, who):
    with pytest.raises(Refused):
        noted("64/QĐ-UBND", so_van_hoa, as_actor(request.getfixturevalue(who)))
