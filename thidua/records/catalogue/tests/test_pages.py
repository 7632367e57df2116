"""Every address: for whom it opens, what it shows on which day, how many queries it takes."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from thidua.records.catalogue.models import Overlay
from thidua.records.catalogue.tests.factories import DRAFT, checked, legal, own, parts_of, regulation
from thidua.records.catalogue.urls import urlpatterns

ARGUMENTS = {
    "kind": ["CSTDCS"],
    "entry": ["title.cstdcs@2024"],
    "shelf": ["deadlines"],
    "procedure": ["tthc.cstdcs.commune@2025"],
    "verify": [DRAFT],
    "bring": [DRAFT],
    "withdraw": [1],
}
WRITES = ["verify", "bring", "state", "state_award", "withdraw"]
EXCHANGE = ["exchange", "export", "receive", "package", "trust", "distrust"]
"""They have tests of their own."""
NAMES = [pattern.name for pattern in urlpatterns if pattern.name not in [*WRITES, *EXCHANGE]]


def address(name, query=""):
    return reverse(f"catalogue:{name}", args=ARGUMENTS.get(name, [])) + query


def read(client, name, query=""):
    answer = client.get(address(name, query))
    assert answer.status_code == 200
    return answer.content.decode()


@pytest.mark.one_database
@pytest.mark.parametrize("name", [*NAMES, *WRITES])
@pytest.mark.django_db
def test_whoever_is_not_signed_in_is_sent_to_sign_in(client, name):
    answer = client.get(address(name))

    assert answer.status_code == 302
    assert answer.url.startswith("/dang-nhap/")


@pytest.mark.parametrize("name", NAMES)
def test_the_law_is_for_everybody(sign_in, tung, quan, ha, name):
    for user in (tung, quan, ha):
        assert sign_in(user).get(address(name)).status_code == 200


def test_titles_and_forms_are_two_lists(sign_in, minh):
    page = read(sign_in(minh), "list", "?ngay=01/12/2025")
    titles, forms = page.split('id="hinh-thuc"')

    assert "Chiến sĩ thi đua cơ sở" in titles
    assert "Giấy khen" not in titles.split('id="danh-hieu"')[1]
    assert "Huân chương Lao động hạng Ba" in forms
    assert "Chiến sĩ thi đua cơ sở" not in forms


def test_money_is_of_the_base_salary_of_the_day(sign_in, minh):
    client = sign_in(minh)

    assert "2.340.000 đồng" in read(client, "kind", "?ngay=30/6/2026")
    assert "2.530.000 đồng" in read(client, "kind", "?ngay=01/7/2026")
    assert "1.490.000 đồng" in read(client, "kind", "?ngay=2020-01-01")


def test_a_title_tells_its_conditions_by_the_text_of_the_day(sign_in, minh):
    client = sign_in(minh)
    now, before = read(client, "kind", "?ngay=01/12/2025"), read(client, "kind", "?ngay=01/12/2023")

    assert "xếp loại hoàn thành xuất sắc nhiệm vụ" in now
    assert "Đã đối chiếu" in now
    assert "hiệu lực từ 01/01/2024" in now
    assert "xếp loại hoàn thành xuất sắc nhiệm vụ" not in before.split("Quy định của ngày khác")[0]


def test_a_text_that_may_have_been_amended_is_to_be_checked_again(sign_in, minh):
    assert "Cần đối chiếu lại" in read(sign_in(minh), "kind", "?ngay=01/12/2026")


def test_a_day_that_is_no_day_is_said_and_today_is_shown(sign_in, minh):
    page = read(sign_in(minh), "list", "?ngay=hôm kia")

    assert "“hôm kia” không phải ngày" in page


def test_changes_are_told_by_day(sign_in, minh):
    page = read(sign_in(minh), "changes", "?tu=30/6/2025&den=01/7/2025")

    assert "Ngày 01 tháng 7 năm 2025" in page
    assert "Hết hiệu lực" in page
    assert "Không có quy định nào" in read(sign_in(minh), "changes", "?tu=02/8/2022&den=03/8/2022")


def test_drafts_are_found_by_words_and_part(sign_in, minh):
    client = sign_in(minh)

    assert "Tập thể lao động xuất sắc" not in read(client, "drafts", "?q=don+vi+quyet+thang")
    assert "Đơn vị quyết thắng" in read(client, "drafts", "?q=don+vi+quyet+thang&phan=kinds&tinh_trang=draft")


@pytest.mark.parametrize(("name", "key"), [("kind", "HC*"), ("kind", "ALL"), ("entry", "x"), ("shelf", "x")])
def test_what_the_book_does_not_hold_is_not_found(sign_in, minh, name, key):
    assert sign_in(minh).get(reverse(f"catalogue:{name}", args=[key])).status_code == 404


@pytest.mark.parametrize("name", NAMES)
def test_few_queries(sign_in, minh, name):
    client = sign_in(minh)
    client.get(address(name))

    with CaptureQueriesContext(
        connection,
    ) as asked:
        client.get(address(name))

    assert len(asked) <= 8


def test_few_queries_whatever_is_laid_over_the_book(sign_in, minh, so_van_hoa):
    client, paper = sign_in(minh), regulation(so_van_hoa)

    def asked(name):
        client.get(address(name))
        with CaptureQueriesContext(connection) as queries:
            client.get(address(name))
        return len(queries)

    checked(so_van_hoa, paper)
    before = {name: asked(name) for name in NAMES}
    for kind in ("ty_le_phieu", "cong_khai", "thoi_han", "so_nguoi_hop", "tran_so_luong"):
        own(so_van_hoa, paper, kind)

    assert {name: asked(name) for name in NAMES} == before


@pytest.mark.parametrize("name", WRITES)
def test_only_legal_officers_write(sign_in, minh, tung, so_van_hoa, name):
    overlay = checked(so_van_hoa, regulation(so_van_hoa))
    where = reverse(
        f"catalogue:{name}",
        args={"verify": [DRAFT], "bring": [DRAFT], "withdraw": [overlay.pk]}.get(name, []),
    )

    for user in (minh, tung):
        assert sign_in(user).post(where, {"reason": "x", "confirmed": "1"}).status_code == 403
    assert Overlay.objects.filter(withdrawn_at=None).count() == 1


def test_a_legal_officer_elsewhere_finds_nothing_to_withdraw(sign_in, tung, so_van_hoa, so_van_hoa_nam_hai):
    overlay = checked(so_van_hoa, regulation(so_van_hoa))
    where = reverse("catalogue:withdraw", args=[overlay.pk])

    assert sign_in(legal(tung, so_van_hoa_nam_hai)).post(where, {"reason": "x"}).status_code == 404
    assert "12/QĐ-SVH" not in read(sign_in(tung), "own")


def test_the_page_of_an_entry_shows_who_checked_it_with_which_document(sign_in, minh, son, so_van_hoa):
    client, paper = sign_in(legal(minh, so_van_hoa)), regulation(so_van_hoa)
    form = {
        "document": str(paper),
        "document_id": paper.pk,
        "place": "mục 2",
        "since": "01/7/2025",
        **parts_of(DRAFT, {"p.min_percent": "85"}),
    }

    answer = client.post(address("verify"), form)

    assert answer.status_code == 302
    page = sign_in(son).get(answer.url).content.decode()
    assert "Lê Quang Minh" in page
    assert "12/QĐ-SVH" in page
    assert "Đã đối chiếu" in page
    assert "Thu hồi" not in page
    assert "Thu hồi" in client.get(answer.url).content.decode()


def test_an_own_rule_is_stated_and_withdrawn_by_form(sign_in, minh, so_van_hoa):
    client, paper = sign_in(legal(minh, so_van_hoa)), regulation(so_van_hoa)
    form = {
        "kind": "ty_le_phieu",
        "name": "Hội đồng Sở bỏ phiếu",
        "number": "75",
        "document": str(paper),
        "document_id": paper.pk,
        "place": "mục 3",
        "since": "01/02/2024",
    }

    assert client.post(address("state"), form).status_code == 302
    assert "Hội đồng Sở bỏ phiếu" in read(client, "own")

    overlay = Overlay.objects.get()
    answer = client.post(reverse("catalogue:withdraw", args=[overlay.pk]), {"reason": "Quy chế mới"})
    assert answer.status_code == 302
    assert "Quy chế mới" in read(client, "own")


def test_what_was_typed_wrongly_comes_back(sign_in, minh, so_van_hoa):
    client = sign_in(legal(minh, so_van_hoa))

    answer = client.post(address("verify"), {"place": "mục 2", "since": "hôm qua", "p.min_percent": "80"})

    assert answer.status_code == 422
    assert "mục 2" in answer.content.decode()


def test_a_deadline_is_worked_out_with_the_days_off_named(sign_in, minh):
    client = sign_in(minh)

    page = read(client, "procedure", "?ngay=15/8/2025&nhan=15/8/2025")
    assert "16/09/2025" in page or "16/9/2025" in page
    assert "Quốc khánh" in page
    assert "638/QĐ-BNV" in page
    assert "không phải ngày" in read(client, "procedure", "?nhan=mai")
    assert "Tặng danh hiệu Chiến sĩ thi đua cơ sở" in read(client, "procedures", "?ngay=15/8/2025")
    assert "chưa có thủ tục" in read(client, "procedures", "?ngay=15/8/2020")
    assert client.get(reverse("catalogue:procedure", args=[DRAFT])).status_code == 404
