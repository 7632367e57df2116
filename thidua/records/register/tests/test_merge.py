from datetime import date

import pytest

from thidua.kit.refused import Refused
from thidua.records.register import selectors, services
from thidua.records.register.models import Citation
from thidua.records.register.tests.factories import SYSTEM, entered, identity, sent, stub

DAY = date(2024, 3, 6)


@pytest.fixture
def cited(tan_giang):
    return stub(identity("64/KH-UBND", DAY, tan_giang, "thông tin tuyên truyền về công tác TĐKT năm 2024"))


@pytest.fixture
def numberless(tan_giang, so_van_hoa):
    named = identity(
        issuer=tan_giang,
        type="ke_hoach",
        title="Tuyên truyền về công tác thi đua, khen thưởng năm 2024",
        year=2024,
    )
    return entered(named, so_van_hoa)


def test_the_held_one_takes_number_day_and_citations_of_the_stub(
    cited, numberless, so_van_hoa, minh, as_actor, now
):
    report = sent(identity("58/BC-SVH", date(2024, 6, 10), so_van_hoa, "Sơ kết"))
    own = sent(identity("26/KH-SVH", date(2024, 3, 7), so_van_hoa, "Tuyên truyền TĐKT năm 2024"))
    services.cite(report, cited, printed="Kế hoạch số 64/KH-UBND", by=SYSTEM, at=now)
    services.link(own, cited, relation=Citation.Relation.IMPLEMENTS, by=SYSTEM, at=now)

    merged = services.merge(cited, numberless, reason="Cùng trích yếu", by=as_actor(minh), at=now)

    cited.refresh_from_db()
    assert (merged.number, merged.issued_on, merged.number_key, merged.rank) == (
        "64/KH-UBND",
        DAY,
        "64 kh ubnd",
        cited.rank,
    )
    assert merged.title == "Tuyên truyền về công tác thi đua, khen thưởng năm 2024"
    assert cited.merged_into == merged
    assert {edge.source for edge in merged.cited_by.all()} == {report, own}
    assert cited not in selectors.visible_to(as_actor(minh))
    assert selectors.find(identity("64/KH-UBND", DAY), near=so_van_hoa) == merged


def test_an_edge_that_both_have_is_kept_once(cited, numberless, so_van_hoa, minh, as_actor, now):
    report = sent(identity("58/BC-SVH", date(2024, 6, 10), so_van_hoa, "Sơ kết"))
    for target in (cited, numberless):
        services.cite(report, target, by=SYSTEM, at=now)

    services.merge(cited, numberless, reason="", by=as_actor(minh), at=now)

    assert Citation.objects.count() == 1


def test_what_another_body_holds_is_never_merged_away(
    cited, numberless, so_noi_vu, tan_giang, minh, as_actor, now
):
    entered(identity("64/KH-UBND", DAY, tan_giang), so_noi_vu)
    cited.refresh_from_db()

    with pytest.raises(Refused, match="Chỉ nhập được văn bản mới được viện dẫn"):
        services.merge(cited, numberless, reason="", by=as_actor(minh), at=now)


@pytest.mark.parametrize(
    ("facts", "why"),
    [
        ({"number": "65/KH-UBND"}, "khác số"),
        ({"number": "64/KH-UBND", "issued_on": date(2024, 3, 7)}, "khác ngày"),
        ({"type": "quyet_dinh"}, "khác loại"),
    ],
)
def test_what_contradicts_is_refused(cited, tan_giang, so_van_hoa, minh, as_actor, now, facts, why):
    other = entered(identity(issuer=tan_giang, title="Tuyên truyền", **facts), so_van_hoa)

    with pytest.raises(Refused, match=why):
        services.merge(cited, other, reason="", by=as_actor(minh), at=now)


def test_merging_twice_or_into_itself_is_refused(cited, numberless, minh, as_actor, now):
    with pytest.raises(Refused, match="chính nó"):
        services.merge(cited, cited, reason="", by=as_actor(minh), at=now)
    services.merge(cited, numberless, reason="", by=as_actor(minh), at=now)
    with pytest.raises(Refused, match="đã được nhập"):
        services.merge(cited, numberless, reason="", by=as_actor(minh), at=now)


def test_a_reader_and_a_stranger_cannot_merge(cited, numberless, son, tung, as_actor, now):
    for user in (son, tung):
        with pytest.raises(Refused):
            services.merge(cited, numberless, reason="", by=as_actor(user), at=now)
