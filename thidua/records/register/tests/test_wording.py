from datetime import date

import pytest

from thidua.records.register.selectors import Match
from thidua.records.register.tests.factories import entered, identity
from thidua.records.register.wording import proposed


@pytest.fixture
def plans(tan_giang, so_van_hoa):
    ours = entered(identity("30/KH-SVH", date(2024, 3, 20), so_van_hoa, "Thi đua năm 2024"), so_van_hoa)
    theirs = entered(identity("90/KH-UBND", date(2024, 3, 8), tan_giang, "Thi đua năm 2024"), so_van_hoa)
    return ours, theirs


@pytest.mark.parametrize(("kind", "claim"), [("same", "có lẽ là"), ("implements", "có lẽ triển khai")])
def test_a_match_is_told_from_where_one_stands(plans, kind, claim):
    ours, theirs = plans
    match = Match(kind, ours, theirs, ("cùng trích yếu",), 1.0)

    from_ours, from_theirs, from_neither = (proposed(match, here=here) for here in (ours, theirs, None))

    assert (from_ours.title, from_ours.other) == (f"{claim.capitalize()} {theirs}", theirs)
    assert (from_theirs.title, from_theirs.other) == (f"{ours} {claim} văn bản này", ours)
    assert (from_neither.title, from_neither.other) == (f"{ours} {claim} {theirs}", theirs)
