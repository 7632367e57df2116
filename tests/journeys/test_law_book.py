"""A legal officer brings a text, puts an entry right beside it, sends it on; the money of a decision follows the book."""

from datetime import date

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from thidua.records.awards.models import Award
from thidua.records.orgs.models import RoleHeld, Unit, User

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

TEXT = """NGHỊ ĐỊNH
Điều 49. Nguyên tắc tính tiền thưởng
1. Tiền thưởng tính theo lương cơ sở của ngày ký.
Điều 50. Mức tiền thưởng danh hiệu thi đua
1. Danh hiệu của cá nhân:
a) Danh hiệu thứ nhất: 4,6 lần mức lương cơ sở;
b) Danh hiệu thứ hai: 3,0 lần mức lương cơ sở.
2. Danh hiệu của tập thể.
Điều 51. Huân chương
"""
ENTRY = "reward.cstdtq@2025"


@pytest.fixture
def officer(demo):
    found = User.objects.get(username="lan")
    body = Unit.objects.get(code="SVH")
    RoleHeld.objects.create(user=found, role="can_bo_phap_che", unit=body, since=date(2019, 1, 1))
    return found


def test_from_the_text_to_the_entry_to_a_package(officer, enter, look, tmp_path):
    page = enter(officer)
    page.goto(reverse("catalogue:entry", args=[ENTRY]))
    page.get_by_role("link", name="Đối chiếu với văn bản").click()
    page.get_by_role("link", name="Nạp văn bản", exact=True).last.click()
    text = tmp_path / "nghi-dinh.txt"
    text.write_text(TEXT, encoding="utf-8")
    page.set_input_files("input[type=file]", text)
    look("nap-van-ban-luat")
    page.get_by_role("button", name="Nạp văn bản").click()

    expect(page.get_by_text("4,6 lần mức lương cơ sở")).to_be_visible()
    page.get_by_label("Hệ số so với lương cơ sở").fill("4,6")
    look("doi-chieu-van-ban")
    page.get_by_role("button", name="Xác nhận đã đối chiếu").click()
    expect(page.get_by_text("4,5 → 4,6")).to_be_visible()

    page.goto(reverse("catalogue:exchange"))
    page.locator("[name=entries]").first.check()
    with page.expect_download() as download:
        page.get_by_role("button", name="Ký và xuất gói").click()
    package = tmp_path / "goi.json"
    download.value.save_as(package)
    page.set_input_files("input[type=file]", package)
    page.get_by_role("button", name="Nạp gói").click()
    expect(page.get_by_text("Đã có, giống")).to_be_visible()
    look("goi-doi-chieu")


def test_procedures_own_catalogue_and_money(officer, enter, look):
    page = enter(officer)
    page.goto(reverse("catalogue:procedures"))
    look("cac-thu-tuc")
    page.get_by_role("link", name="Tặng Cờ thi đua của Chính phủ").click()
    page.get_by_label("Nhận đủ hồ sơ ngày").fill("15/8/2025")
    page.get_by_role("button", name="Tính").click()
    expect(page.get_by_text("16/9/2025")).to_be_visible()
    look("mot-thu-tuc")

    page.goto(reverse("catalogue:state_award"))
    look("danh-hieu-rieng")
    award = Award.objects.filter(home__code="SVH", decision__issued_on__isnull=False, ending="").latest("pk")
    page.goto(reverse("awards:award", args=[award.pk]))
    page.get_by_role("link", name="Danh sách theo quyết định này").click()
    expect(page.get_by_text("Tổng cộng")).to_be_visible()
    look("tien-thuong")
