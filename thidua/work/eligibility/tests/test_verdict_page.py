"""The page of one candidate: what stands on it, who sees it, how many queries it costs."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from thidua.records.awards.tests.factories import given
from thidua.records.orgs.tests import factories
from thidua.work.eligibility.tests.records import covered, rated, recognised

pytestmark = pytest.mark.django_db


@pytest.fixture
def nam(so_van_hoa):
    return factories.person("Lê Hoàng Nam", so_van_hoa)


def page(client, person, **query):
    return client.get(reverse("eligibility:person", args=[person.pk]), query)


ASKED = {"xet": "CSTDBT", "nam": "2024"}


def test_a_page_that_asks_nothing_shows_the_years_and_the_choice(sign_in, minh, nam, so_van_hoa):
    given("CSTDCS", nam, so_van_hoa, "2024")
    answer = page(sign_in(minh), nam)
    text = answer.content.decode()
    assert answer.status_code == 200
    assert "CSTĐCS" in text
    assert "Danh hiệu thi đua" in text
    assert "Hình thức khen thưởng" in text
    assert "ket-luan" not in text


def test_unknown_years_are_said_to_be_unknown_and_block_nothing(sign_in, minh, nam, so_van_hoa):
    given("CSTDCS", nam, so_van_hoa, "2024")
    text = page(sign_in(minh), nam, **ASKED).content.decode()
    assert "Chưa đủ dữ liệu để kết luận" in text
    assert "Sổ khen thưởng chưa rõ đủ từ năm nào" in text
    assert "chưa rõ" in text
    assert "Ghi khen thưởng" in text


def test_a_whole_register_decides(sign_in, minh, nam, so_van_hoa):
    given("CSTDCS", nam, so_van_hoa, "2024")
    covered("awards", so_van_hoa)
    text = page(sign_in(minh), nam, **ASKED).content.decode()
    assert "Chưa đủ điều kiện" in text
    assert "1/3 lần liên tục" in text
    assert "Có thể đạt sớm nhất: năm 2026" in text


def test_what_is_met_leads_to_its_clause_and_its_records(sign_in, minh, nam, so_van_hoa):
    won = [given("CSTDCS", nam, so_van_hoa, str(year)) for year in (2022, 2023, 2024)]
    recognised(nam, so_van_hoa, "tinh", 2024)
    text = page(sign_in(minh), nam, **ASKED).content.decode()
    assert "Đủ điều kiện" in text
    assert "3/3 lần liên tục" in text
    for row in won:
        assert reverse("awards:award", args=[row.pk]) in text
    assert "/luat/muc/title.cstdbt@2024/?ngay=31%2F12%2F2024" in text


def test_the_same_number_of_queries_however_much_is_known(sign_in, minh, nam, so_van_hoa):
    client = sign_in(minh)

    def cost() -> int:
        with CaptureQueriesContext(connection) as queries:
            assert page(client, nam, **ASKED).status_code == 200
        return len(queries)

    given("CSTDCS", nam, so_van_hoa, "2024")
    recognised(nam, so_van_hoa, "co_so", 2024)
    rated(nam, so_van_hoa, 2024)
    page(client, nam, **ASKED)
    one = cost()
    for year in range(2012, 2024):
        given("CSTDCS", nam, so_van_hoa, str(year))
        recognised(nam, so_van_hoa, "co_so", year)
        rated(nam, so_van_hoa, year)
    assert cost() == one


def test_what_is_supposed_is_marked_and_compared_and_not_kept(sign_in, minh, nam, so_van_hoa):
    for year in (2022, 2023):
        given("CSTDCS", nam, so_van_hoa, str(year))
    covered("awards", so_van_hoa)
    client = sign_in(minh)
    supposed = ASKED | {"gia_danh_hieu": "CSTDCS", "gia_sang_kien": "tinh"}
    text = page(client, nam, **supposed).content.decode()
    assert "Đang tính với dữ kiện giả định" in text
    assert "td-cell-supposed" in text
    assert "Giả định, không lưu" in text
    assert "Không giả định: chưa đủ điều kiện" in text
    assert "td-cell-supposed" not in page(client, nam, **ASKED).content.decode()


def test_two_periods_stand_side_by_side_each_by_its_own_text(sign_in, minh, nam, so_van_hoa):
    text = page(sign_in(minh), nam, xet="CSTDBT", nam="2024", so_nam="2022").content.decode()
    assert "so hai kỳ" in text
    assert text.index("Năm 2022") < text.index("Năm 2024")
    assert "theo quy định ngày 31/12/2022" in text


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ({"nam": "hai"}, "Nhập năm, ví dụ 2026"),
        ({"nam": "2019-2024"}, "Nhập năm, ví dụ 2026"),
        ({"xet": "XYZ"}, "Không có lựa chọn này"),
        ({"so_ngay": "12/06/2024"}, "Nhập kỳ muốn so"),
    ],
)
def test_what_makes_no_sense_is_said_beside_the_field(sign_in, minh, nam, query, told):
    answer = page(sign_in(minh), nam, **(ASKED | query))
    assert answer.status_code == 422
    assert told in answer.content.decode()


def test_a_dossier_received_before_a_transition_goes_by_the_older_text(sign_in, minh, nam):
    given_days = {"ngay": "10/11/2026", "nhan": "20/09/2026"}
    text = page(sign_in(minh), nam, xet="CSTDBT", nam="2026", **given_days).content.decode()
    assert "Hồ sơ nhận ngày 20/09/2026" in text
    assert "Theo quy định ngày 20/9/2026" in text


def test_a_school_year_is_a_merit_period(sign_in, minh, nam, so_van_hoa):
    text = page(sign_in(minh), nam, xet="LDTT", nam="2022-2023").content.decode()
    assert "năm học 2022-2023" in text


def test_a_merged_card_leads_to_the_one_that_stands_for_it(sign_in, minh, nam, so_van_hoa):
    old = factories.person("Lê Hoàng Nam", so_van_hoa)
    given("CSTDCS", old, so_van_hoa, "2024")
    old.merged_into = nam
    old.save()
    text = page(sign_in(minh), old, **ASKED).content.decode()
    assert reverse("eligibility:person", args=[nam.pk]) in text
    assert "1/3 lần liên tục" in text


def test_who_is_from_elsewhere_sees_nothing(sign_in, tung, thao, nam):
    assert page(sign_in(tung), nam, **ASKED).status_code == 404
    assert page(sign_in(thao), nam, **ASKED).status_code == 403


@pytest.mark.parametrize("kind", ["docx", "pdf"])
def test_the_verdict_is_printed(sign_in, minh, nam, kind):
    answer = page(sign_in(minh), nam, **ASKED, tep=kind)
    assert answer.status_code == 200
    assert f"phieu-doi-chieu.{kind}" in answer["Content-Disposition"]
    assert len(answer.content) > 1000


def test_the_slot_tells_every_title_of_the_year(sign_in, minh, nam):
    answer = sign_in(minh).get(
        reverse("eligibility:of_person", args=[nam.pk]), headers={"HX-Request": "true"}
    )
    text = answer.content.decode()
    assert "Lao động tiên tiến, năm" in text
    assert "<html" not in text


def test_one_comes_from_the_law_book_with_a_title_and_chooses_whom(sign_in, minh, nam, so_van_hoa):
    client, url = sign_in(minh), reverse("eligibility:ask")
    assert "Chiến sĩ thi đua cơ sở" in client.get(url, {"xet": "CSTDCS"}).content.decode()
    answer = client.get(url, {"xet": "CSTDCS", "nguoi": "Lê Hoàng Nam", "nguoi_id": nam.pk})
    assert answer["Location"].startswith(reverse("eligibility:person", args=[nam.pk]) + "?xet=CSTDCS")
    answer = client.get(url, {"don_vi": so_van_hoa.name, "don_vi_id": so_van_hoa.pk})
    assert answer["Location"] == reverse("eligibility:unit", args=[so_van_hoa.pk])
    assert client.get(url, {"nguoi": "", "don_vi": ""}).status_code == 422
