"""A legal officer compares an entry with its text: it decides from then on, for the body and for all below."""

from datetime import date
from decimal import Decimal

import pytest

from thidua.kit.audit.models import AuditLine
from thidua.kit.refused import Refused
from thidua.law import wording
from thidua.law.book import load
from thidua.law.cases import Case
from thidua.law.facts import Candidate
from thidua.law.money import reward
from thidua.records.catalogue import selectors
from thidua.records.catalogue.models import Overlay
from thidua.records.catalogue.tests.factories import DAY, DRAFT, checked, legal, regulation
from thidua.records.register.tests.factories import identity, stub


@pytest.fixture
def paper(so_van_hoa):
    return regulation(so_van_hoa)


def entry_for(body, key=DRAFT):
    return selectors.book(DAY, body).by_id[key]


def test_a_draft_becomes_verified_with_its_document(so_van_hoa, paper):
    assert wording.standing(load().by_id[DRAFT], DAY) == wording.DRAFT

    overlay = checked(so_van_hoa, paper, note="Bản ký")

    entry = entry_for(so_van_hoa)
    assert wording.standing(entry, DAY) == wording.VERIFIED
    assert entry.cite_text == "12/QĐ-SVH, mục 2"
    assert wording.citations(entry, selectors.book(DAY, so_van_hoa))[0].title == "Quy chế xét khen thưởng"
    assert (overlay.kind, overlay.document, overlay.note) == ("doi_chieu", paper, "Bản ký")
    assert "đối chiếu với" in dict(wording.told(entry, load()))["Đã xem"]


def test_it_holds_for_the_body_and_those_below_and_for_nobody_else(
    tan_giang, so_van_hoa, so_noi_vu, so_van_hoa_nam_hai
):
    checked(tan_giang, regulation(tan_giang, "9/QĐ-UBND"))

    for body in (tan_giang, so_van_hoa, so_noi_vu):
        assert not entry_for(body).is_draft
    assert entry_for(so_van_hoa_nam_hai).is_draft
    assert selectors.book(DAY, None).by_id[DRAFT].is_draft


def test_the_nearest_body_has_the_last_word(tan_giang, so_van_hoa, paper):
    checked(so_van_hoa, paper, corrections={"p.min_percent": 85})
    checked(tan_giang, regulation(tan_giang, "9/QĐ-UBND"), corrections={"p.min_percent": 90})

    assert entry_for(so_van_hoa).data["min_percent"] == 85
    assert entry_for(tan_giang).data["min_percent"] == 90


def test_a_value_that_differs_is_put_right_and_pays_so(so_van_hoa, paper):
    checked(so_van_hoa, paper, "reward.cstdcs@2025", corrections={"p.coefficient": Decimal("1.2")})
    case = Case("", "reward_money", DAY, "CSTDCS", 2025, Candidate("ca_nhan"))

    assert reward(case, selectors.book(DAY, so_van_hoa)).amount_vnd == 2_810_000
    assert reward(case, load()).amount_vnd == 2_340_000


def test_an_amendment_to_come_is_still_to_be_checked(so_van_hoa, paper):
    checked(so_van_hoa, paper, "title.cstdcs@2024")

    entry = entry_for(so_van_hoa, "title.cstdcs@2024")
    assert wording.standing(entry, DAY) == wording.VERIFIED
    assert wording.standing(entry, date(2026, 12, 1)) == wording.STALE


def test_a_newer_one_takes_the_place_of_the_older(so_van_hoa, paper):
    first, second = checked(so_van_hoa, paper), checked(so_van_hoa, paper, corrections={"p.min_percent": 81})

    first.refresh_from_db()
    assert first.withdrawn_at is not None
    assert selectors.overlay_of(DRAFT, DAY, so_van_hoa) == second
    assert entry_for(so_van_hoa).data["min_percent"] == 81
    assert Overlay.objects.count() == 2


def test_the_log_says_who_and_by_which_document(so_van_hoa, minh, as_actor, paper):
    checked(so_van_hoa, paper, by=as_actor(legal(minh, so_van_hoa)))

    line = AuditLine.objects.latest("seq")
    assert (line.verb, line.actor_name) == ("catalogue.verify", "Lê Quang Minh")
    assert "12/QĐ-SVH" in line.changes["document"][1]


def test_whoever_is_no_legal_officer_is_refused(so_van_hoa, minh, tung, as_actor, paper):
    for user in (minh, tung):
        with pytest.raises(Refused, match="cán bộ pháp chế"):
            checked(so_van_hoa, paper, by=as_actor(user))

    assert not Overlay.objects.exists()


def test_a_legal_officer_elsewhere_is_refused(so_van_hoa, so_van_hoa_nam_hai, tung, as_actor, paper):
    with pytest.raises(Refused, match="cán bộ pháp chế"):
        checked(so_van_hoa, paper, by=as_actor(legal(tung, so_van_hoa_nam_hai)))


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        ({"place": "  "}, "Nhập điều, khoản"),
        ({"until": date(2025, 6, 30)}, "đứng trước"),
        ({"entry": "khong.co"}, "không có mục này"),
        ({"corrections": {"p.coefficient": 1}}, "không có phần đó"),
        ({"corrections": {"p.min_percent": 101}}, "từ 0 đến 100"),
    ],
)
def test_what_cannot_be_so_is_refused(so_van_hoa, paper, facts, said):
    with pytest.raises(Refused, match=said):
        checked(so_van_hoa, paper, **facts)


def test_a_document_without_a_number_proves_nothing(so_van_hoa):
    with pytest.raises(Refused, match="chưa có số"):
        checked(so_van_hoa, stub(identity(issuer=so_van_hoa, title="Quy chế")))


def test_conditions_that_were_drafts_are_confirmed_with_the_entry(so_van_hoa, paper):
    key = "title.ttldxs@2024"
    assert any(clause.is_draft for clause in wording.clauses(load().by_id[key].data["conditions"], load()))

    checked(so_van_hoa, paper, key, name="Tập thể lao động xuất sắc (2024)")

    entry = entry_for(so_van_hoa, key)
    assert not any(clause.is_draft for clause in wording.clauses(entry.data["conditions"], load()))
    assert (entry.name, entry.note) == ("Tập thể lao động xuất sắc (2024)", "")


def test_choices_stay_choices(so_van_hoa, paper):
    checked(so_van_hoa, paper, "title.cstdcs@2024")

    was = load().by_id["title.cstdcs@2024"].data["conditions"]
    assert entry_for(so_van_hoa, "title.cstdcs@2024").data["conditions"] == was


def test_every_entry_of_the_book_can_be_checked(so_van_hoa, paper):
    for shelf in ("kinds", "base_salary", "papers", "routes"):
        key = load().shelf(shelf)[0].id
        checked(so_van_hoa, paper, key)
        assert not entry_for(so_van_hoa, key).is_draft
