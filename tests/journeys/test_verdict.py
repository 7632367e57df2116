"""Whether Lê Hoàng Nam may be chiến sĩ thi đua of the province, in 2024 and in 2026: from the verdict to text and record."""

from datetime import date

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from thidua.records.orgs.models import Person, RoleHeld, Unit, User

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def nam(demo):
    """In the demo department, whose officer is its legal officer too; its register has the law."""
    officer, body = User.objects.get(username="lan"), Unit.objects.get(code="SVH")
    RoleHeld.objects.create(user=officer, role="can_bo_phap_che", unit=body, since=date(2019, 1, 1))
    return Person.objects.get(full_name="Lê Hoàng Nam")


def test_a_verdict_is_read_to_its_text_and_its_records(nam, enter, look):
    page = enter(User.objects.get(username="lan"))
    page.goto(reverse("orgs:person", args=[nam.pk]))
    page.get_by_role("link", name="Chiến sĩ thi đua cơ sở, năm 2026").wait_for()
    page.get_by_role("link", name="Đối chiếu danh hiệu, hình thức, năm khác").click()
    look("doi-chieu-mot-nguoi")

    ask(page, "CSTDBT", "2024")
    expect(page.get_by_role("heading", name="tỉnh, năm 2024")).to_be_visible()
    expect(page.get_by_text("Chưa đủ điều kiện")).to_be_visible()
    expect(page.get_by_text("mới 02 lần liên tục")).to_be_visible()
    look("ket-luan-2024")
    page.get_by_role("link", name="Điều 22, 06/2022/QH15").first.click()
    page.wait_for_url("**/luat/muc/**")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Chiến sĩ thi đua")
    page.go_back()
    page.get_by_role("link", name="CSTĐCS 2024").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Lê Hoàng Nam")
    page.go_back()

    ask(page, "CSTDBT", "2026")
    badge = page.locator(".td-box-head .td-badge")
    expect(badge).to_have_text("Quy định chưa đối chiếu")
    look("ket-luan-2026")
    verdict = page.url
    page.get_by_role("link", name="Đối chiếu với văn bản").click()
    page.get_by_role("button", name="Xác nhận đã đối chiếu").click()
    page.wait_for_url("**/luat/muc/title.cstdbt@2024/")
    page.goto(verdict)
    expect(badge).to_have_text("Đủ điều kiện")
    expect(page.get_by_text("đủ 03 lần liên tục")).to_be_visible()

    page.goto(f"{verdict}&so_nam=2024")
    expect(page.get_by_role("heading", name="so hai kỳ")).to_be_visible()
    look("ket-luan-hai-ky")
    page.goto(f"{verdict.replace('2026', '2024')}&gia_sang_kien=tinh")
    look("ket-luan-gia-dinh")

    page.get_by_role("link", name="In quá trình khen thưởng").click()
    expect(page.get_by_text("Quá trình khen thưởng", exact=False).first).to_be_visible()
    expect(page.get_by_role("link", name="Tải .pdf")).to_be_visible()


def ask(page, award, year):
    page.get_by_label("Danh hiệu, hình thức").select_option(award)
    page.get_by_label("Kỳ thành tích").fill(year)
    page.get_by_role("button", name="Đối chiếu tiêu chuẩn").click()
