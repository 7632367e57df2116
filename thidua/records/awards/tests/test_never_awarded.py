"""Whether somebody was ever awarded: "không có" only where the register is whole."""

from datetime import date

import pytest
from django.urls import reverse

from thidua.records.awards import selectors, services
from thidua.records.awards.tests.factories import NOW, SYSTEM, counted, decided, given
from thidua.records.orgs.tests import factories

SINCE = date(2020, 1, 1)
WHOLE = date(2015, 1, 1)


@pytest.fixture
def khai(phong_di_san):
    return factories.person("Đỗ Văn Khải", phong_di_san)


def covered_from(body, since=WHOLE, kind=""):
    return services.state_coverage(body, since=since, kind=kind, by=SYSTEM, at=NOW)


def search(person, **facts):
    return selectors.never_awarded(person, SYSTEM, **({"since": SINCE} | facts))


def test_silence_of_a_whole_register_is_no(khai, so_van_hoa):
    said = covered_from(so_van_hoa)

    found = search(khai)

    assert found.outcome == "none"
    assert [(each.body, each.statement) for each in found.stretches] == [(so_van_hoa, said)]


def test_silence_of_any_other_is_unknown(khai, so_van_hoa):
    assert search(khai).outcome == "unknown"
    covered_from(so_van_hoa, date(2022, 1, 1))
    assert search(khai).outcome == "unknown"
    covered_from(so_van_hoa, kind="CSTDCS")
    assert search(khai).outcome == "unknown"
    assert search(khai, kind="CSTDCS").outcome == "none"


def test_years_of_which_nobody_knows_where_are_unknown(khai, so_van_hoa):
    covered_from(so_van_hoa, date(2000, 1, 1))

    found = search(khai, since=date(2010, 1, 1))

    assert found.outcome == "unknown"
    assert [each.body for each in found.stretches] == [None, so_van_hoa]


def test_a_count_without_names_may_hold_the_person(khai, so_van_hoa):
    covered_from(so_van_hoa)
    many = counted("LDTT", 1, so_van_hoa)
    counted("GK", 2, so_van_hoa, of_whom="tap_the")

    assert search(khai).outcome == "unknown"
    assert search(khai, kind="CSTDCS").outcome == "none"
    assert search(khai, since=date(2024, 1, 1)).outcome == "none"
    other = factories.person("Lê Thị Lan", so_van_hoa)
    services.fill_aggregate(many, [services.Line(1, other)], by=SYSTEM, at=NOW)
    assert search(khai).outcome == "none"


def test_an_earlier_body_must_be_whole_too(khai, so_van_hoa, so_noi_vu):
    covered_from(so_van_hoa)
    khai.positions.update(since=date(2022, 1, 1))
    khai.positions.create(unit=so_noi_vu, title="Chuyên viên", since=WHOLE, until=date(2022, 1, 1))

    assert search(khai).outcome == "unknown"
    covered_from(so_noi_vu)
    assert search(khai).outcome == "none"


def test_what_stands_in_the_register_is_told_revoked_ones_are_not(khai, so_van_hoa):
    covered_from(so_van_hoa)
    award = given("LDTT", khai, so_van_hoa, decision=decided(so_van_hoa))

    assert search(khai).found == (award,)
    assert search(khai, kind="GK").outcome == "none"
    services.revoke(award, reason="khai sai", by=SYSTEM, at=NOW)
    assert search(khai).outcome == "none"


def page(client, khai, more=""):
    url = reverse("awards:confirmation", args=[khai.pk])
    return client.get(f"{url}?since=01/01/2020&kind={more}")


def test_the_paper_names_its_basis(sign_in, minh, khai, so_van_hoa):
    client = sign_in(minh)

    assert "Chưa xác định" in page(client, khai).content.decode()
    covered_from(so_van_hoa)
    html = page(client, khai).content.decode()
    assert "chưa được ghi nhận khen thưởng" in html
    assert "sổ ghi đủ từ 01/01/2015, Hệ thống xác nhận" in html


@pytest.mark.parametrize(("kind", "head"), [("docx", b"PK"), ("pdf", b"%PDF")])
@pytest.mark.parametrize("name", ["confirmation", "course"])
def test_both_papers_come_as_files(sign_in, minh, khai, so_van_hoa, kind, head, name):
    given("LDTT", khai, so_van_hoa, decision=decided(so_van_hoa))
    url = reverse(f"awards:{name}", args=[khai.pk])

    answer = sign_in(minh).get(f"{url}?since=01/01/2020&tep={kind}")

    assert answer.content.startswith(head)
    assert f".{kind}" in answer["Content-Disposition"]


def test_a_day_to_come_is_told_at_its_field(sign_in, minh, khai):
    url = reverse("awards:confirmation", args=[khai.pk])

    assert sign_in(minh).get(f"{url}?since=01/01/2030").status_code == 422
    assert sign_in(minh).get(f"{url}?since=hôm nào").status_code == 422
