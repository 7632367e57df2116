"""A plan is drafted, signed and given its number; the number cannot be used twice; a stranger sees nothing of it."""

import re

import pytest
from django.utils import timezone

from thidua.records.register.models import Document

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def draft(page, title: str) -> None:
    page.goto("/van-ban/soan/")
    page.get_by_label("Loại văn bản").select_option(label="Kế hoạch")
    page.get_by_label("Trích yếu").fill(title)
    page.locator("main form button[type=submit]").first.click()
    page.get_by_role("button", name="Trình ký").click()
    page.get_by_role("button", name="Ghi đã ký").click()
    page.get_by_role("link", name="Cho số, phát hành").click()


def issue(page, number: str) -> None:
    today = timezone.localdate()
    page.get_by_label("Số, ký hiệu").fill(number)
    page.get_by_label("Ngày ban hành").fill(f"{today:%d/%m/%Y}")
    page.locator("main form button[type=submit]").first.click()
    page.wait_for_load_state()


def test_a_plan_gets_its_number_once(minh, tung, enter, look):
    page = enter(minh)

    draft(page, "Phát động thi đua giữ gìn di sản năm nay")
    issue(page, "30/KH-SVH")
    plan = Document.objects.get(number="30/KH-SVH")
    assert plan.state == Document.State.ISSUED
    assert "30/KH-SVH" in page.locator("main").inner_text()
    look("van-ban-da-phat-hanh")

    draft(page, "Tuyên truyền di sản trong trường học")
    issue(page, "30/KH-SVH")
    said = page.locator("main").inner_text()
    assert re.search(r"30/KH-SVH đã dùng", said)
    assert page.get_by_label("Số, ký hiệu").input_value() == "30/KH-SVH"
    look("so-da-dung")
    issue(page, "31/KH-SVH")
    assert Document.objects.filter(number="31/KH-SVH", state=Document.State.ISSUED).count() == 1

    page.context.clear_cookies()
    enter(tung)
    assert page.goto(f"/van-ban/{plan.pk}/").status == 404
    page.goto("/van-ban/")
    assert "30/KH-SVH" not in page.content()
