from datetime import date

import pytest

from thidua.kit.audit.models import AuditLine
from thidua.kit.refused import Refused
from thidua.records.register import selectors, services
from thidua.records.register.models import Citation, Document
from thidua.records.register.tests.factories import SYSTEM, entered, identity, sent

Relation = Citation.Relation


@pytest.fixture
def report(so_van_hoa):
    return sent(
        identity("58/BC-SVH", date(2024, 6, 10), so_van_hoa, "Sơ kết công tác TĐKT 6 tháng đầu năm 2024")
    )


def test_what_is_cited_and_not_held_becomes_a_stub_with_the_printed_form(
    report, tan_giang, minh, as_actor, now
):
    citation = services.cite(
        report,
        identity("64/KH-UBND", date(2024, 3, 6), tan_giang, "tuyên truyền TĐKT"),
        printed="Kế hoạch số 64/KH-\nUBND ngày 06/3/2024",
        origin=Document.Origin.REPORTED,
        by=as_actor(minh),
        at=now,
    )

    assert citation.target.is_stub
    assert citation.target.origin == Document.Origin.REPORTED
    assert citation.printed == "Kế hoạch số 64/KH- UBND ngày 06/3/2024"
    assert list(AuditLine.objects.order_by("seq").values_list("verb", flat=True))[-2:] == [
        "register.stub",
        "register.cite",
    ]


def test_citing_twice_changes_nothing(report, tan_giang, minh, as_actor, now):
    named = identity("64/KH-UBND", date(2024, 3, 6), tan_giang)
    first = services.cite(report, named, by=as_actor(minh), at=now)
    lines = AuditLine.objects.count()

    assert services.cite(report, named, by=as_actor(minh), at=now) == first
    assert AuditLine.objects.count() == lines


def test_what_is_held_already_is_not_doubled(report, tan_giang, so_noi_vu, minh, as_actor, now):
    held = entered(identity("64/KH-UBND", date(2024, 3, 6), tan_giang, "Tuyên truyền"), so_noi_vu)

    citation = services.cite(report, identity("64/KH-UBND", date(2024, 3, 6)), by=as_actor(minh), at=now)

    assert citation.target == held
    assert held in selectors.visible_to(as_actor(minh))
    assert held not in selectors.held_by(as_actor(minh))


def test_a_replacement_ends_validity_on_the_day_it_holds_itself(report, minh, so_van_hoa, as_actor, now):
    old = entered(identity("98/2023/NĐ-CP", date(2023, 12, 31), title="Quy định chi tiết"), so_van_hoa)
    new = entered(
        identity("28/2024/NĐ-CP", date(2024, 3, 6), title="Quy định khác"),
        so_van_hoa,
        effective_on=date(2024, 5, 1),
    )

    services.cite(new, old, relation=Relation.REPLACES, by=as_actor(minh), at=now)

    old.refresh_from_db()
    assert old.expires_on == date(2024, 5, 1)


def test_a_replacement_whose_day_is_not_known_leaves_validity_open(minh, so_van_hoa, as_actor, now):
    old = entered(identity("98/2023/NĐ-CP", date(2023, 12, 31)), so_van_hoa)
    new = entered(identity("28/2024/NĐ-CP", date(2024, 3, 6)), so_van_hoa)

    services.cite(new, old, relation=Relation.REPLACES, by=as_actor(minh), at=now)

    old.refresh_from_db()
    assert old.expires_on is None


def test_two_documents_do_not_implement_each_other(report, minh, so_van_hoa, as_actor, now):
    other = sent(identity("30/KH-SVH", date(2024, 3, 20), so_van_hoa, "Phát động thi đua"))
    services.link(report, other, relation=Relation.IMPLEMENTS, by=as_actor(minh), at=now)

    with pytest.raises(Refused, match="hai chiều không cùng đúng"):
        services.link(other, report, relation=Relation.IMPLEMENTS, by=as_actor(minh), at=now)


def test_nothing_cites_itself(report, minh, as_actor, now):
    with pytest.raises(Refused, match="chính nó"):
        services.cite(report, report, by=as_actor(minh), at=now)


def test_a_link_can_be_taken_away_and_the_chain_keeps_what_it_was(report, tan_giang, minh, as_actor, now):
    citation = services.cite(
        report, identity("64/KH-UBND", date(2024, 3, 6), tan_giang), by=as_actor(minh), at=now
    )

    services.unlink(citation, by=as_actor(minh), at=now, note="Ghi nhầm")

    assert not Citation.objects.exists()
    line = AuditLine.objects.get(verb="register.unlink")
    assert (line.changes["target"], line.note) == (["Kế hoạch 64/KH-UBND", ""], "Ghi nhầm")


def test_a_reader_and_a_stranger_cannot_cite_link_or_unlink(report, tan_giang, son, tung, as_actor, now):
    citation = services.cite(report, identity("64/KH-UBND", date(2024, 3, 6), tan_giang), by=SYSTEM, at=now)
    for user in (son, tung):
        by = as_actor(user)
        with pytest.raises(Refused):
            services.cite(report, identity("65/KH-UBND", date(2024, 3, 7), tan_giang), by=by, at=now)
        with pytest.raises(Refused):
            services.link(report, citation.target, relation=Relation.ANSWERS, by=by, at=now)
        with pytest.raises(Refused):
            services.unlink(citation, by=by, at=now)
    assert Citation.objects.count() == 1
