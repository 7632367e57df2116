"""The reading page by keyboard, by mouse, on a phone, and in a browser without script."""

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from tests.journeys.conftest import DESK, PHONE
from thidua.outlook.intake import services
from thidua.outlook.intake.models import Proposal
from thidua.outlook.intake.tests.samples import NOTICE
from thidua.records.orgs.actors import actor_for
from thidua.records.register.models import Citation, Document

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def reading(minh):
    actor = actor_for(minh, timezone.localdate())
    return services.upload("TB ket luan.txt", NOTICE.encode(), body=actor.body, by=actor, at=timezone.now())


@pytest.fixture
def opened(reading, minh, enter):
    page = enter(minh)
    page.goto(f"/nap/{reading.pk}/")
    return page


def decisions(reading):
    return list(reading.proposals.order_by("pk").values_list("decision", flat=True))


def test_by_keyboard_alone(opened, reading, look):
    page = opened
    expect(page.locator(".td-card.td-chosen")).to_contain_text("Thông báo 37/TB-SVH")

    page.keyboard.press("Enter")
    expect(page.locator("#thanh-chan")).to_contain_text("1 đã nhận")
    expect(page.locator(".td-card.td-chosen")).to_contain_text("271/SNV-TĐKT")
    expect(page.locator("mark.td-chosen")).to_contain_text("Công văn số 271/SNV-TĐKT")
    page.keyboard.press("x")
    expect(page.locator("#thanh-chan")).to_contain_text("1 bỏ")
    expect(page.locator(".td-card.td-chosen")).to_contain_text("152/2023/NĐ-CP")
    page.keyboard.press("k")
    page.keyboard.press("j")
    page.keyboard.press("e")
    box = page.get_by_label("Số, ký hiệu")
    expect(page.locator(".td-nap-form")).to_be_visible()
    box.fill("153/2023/NĐ-CP")
    box.press("Enter")
    expect(page.locator("#thanh-chan")).to_contain_text("2 đã nhận")
    expect(page.locator(".td-card.td-chosen")).to_contain_text("15/2023/BNV")

    assert reading.proposals.get(position=2, kind=Proposal.Kind.CITATION).fact["number"] == "153/2023/NĐ-CP"
    look("ban-doc-dang-xem")


def test_a_mark_chooses_its_card_and_a_card_its_mark(opened):
    page = opened
    page.locator("mark.td-cite", has_text="45/QĐ-SVH").click()
    expect(page.locator(".td-card.td-chosen")).to_contain_text("Quyết định 45/QĐ-SVH")

    page.get_by_role("link", name="Kế hoạch 121/KH-UBND").click()

    expect(page.locator("mark.td-chosen")).to_contain_text("121/KH-UBND")
    expect(page.locator("mark.td-chosen")).to_be_in_viewport()


def test_the_suggested_reading_then_into_the_register(opened, reading, look):
    page = opened
    page.get_by_role("button", name="Nhận cách đọc này").click()
    expect(page.locator("#thanh-chan")).to_contain_text("1 đã nhận")
    page.get_by_role("button", name="mục chắc chắn").click()
    page.get_by_role("button", name="Nhận").click()
    page.get_by_role("link", name="Ghi vào sổ").click()
    look("ghi-vao-so")
    page.get_by_role("button", name="Ghi vào sổ").click()

    expect(page.locator("#da-luu")).to_contain_text("Đã ghi 10 mục vào sổ")
    assert Document.objects.get(is_stub=False).number == "37/TB-SVH"
    assert Citation.objects.count() == 5
    look("ban-doc-da-ghi")


def test_what_another_officer_saved_is_told_beside_the_card(opened, reading, minh):
    page = opened
    row = reading.proposals.filter(kind=Proposal.Kind.CITATION).first()
    services.decide(row, "bo", by=actor_for(minh, timezone.localdate()), at=timezone.now())

    card = page.locator(f"#muc-{row.pk}")
    card.locator("a[data-for-card]").click()
    card.get_by_role("button", name="Nhận").click()

    expect(card.get_by_role("alert")).to_contain_text("vừa sửa mục này lúc")


def test_on_a_phone_text_and_proposals_are_two_tabs(opened, reading):
    page = opened
    page.set_viewport_size(PHONE)
    page.goto(f"/nap/{reading.pk}/")
    expect(page.locator("#van-ban")).to_be_hidden()

    page.get_by_role("link", name="Văn bản", exact=True).last.click()
    expect(page.locator("#van-ban")).to_be_visible()
    page.locator("mark.td-cite", has_text="45/QĐ-SVH").click()

    card = page.locator(".td-card", has_text="Quyết định 45/QĐ-SVH")
    expect(card.get_by_role("button", name="Nhận")).to_be_visible()
    card.get_by_role("button", name="Nhận").click()
    expect(page.locator("#thanh-chan")).to_contain_text("1 đã nhận")
    assert page.evaluate("document.documentElement.scrollWidth - window.innerWidth") <= 0


def test_without_script_every_write_is_reached(browser, live_server, reading, minh):
    minh.set_password("mật khẩu dài 2024")
    minh.save()
    context = browser.new_context(
        base_url=live_server.url, viewport=DESK, locale="vi-VN", java_script_enabled=False
    )
    page = context.new_page()
    page.goto("/dang-nhap/")
    page.get_by_label("Tên đăng nhập").fill(minh.username)
    page.get_by_label("Mật khẩu", exact=True).fill("mật khẩu dài 2024")
    page.get_by_role("button", name="Đăng nhập").click()
    page.goto(f"/nap/{reading.pk}/")

    page.locator("mark.td-cite a", has_text="45/QĐ-SVH").click()
    card = page.locator(".td-card:target")
    expect(card).to_contain_text("Quyết định 45/QĐ-SVH")
    card.get_by_role("button", name="Nhận").click()
    card = page.locator(".td-card:target")
    expect(card.get_by_role("img", name="Đã nhận")).to_be_visible()
    card.get_by_role("link", name="Sửa").click()
    page.get_by_label("Trích yếu").fill("ban hành Quy chế thi đua, khen thưởng")
    page.get_by_role("button", name="Lưu và nhận").click()
    page.locator(".td-card", has_text="Thông báo 37/TB-SVH").locator("a[data-for-card]").click()
    page.locator(".td-card:target").get_by_role("button", name="Nhận").click()
    page.get_by_role("link", name="Ghi vào sổ").click()
    page.get_by_role("button", name="Ghi vào sổ").click()

    expect(page.locator("#da-luu")).to_contain_text("Đã ghi 2 mục vào sổ")
    context.close()
    assert Document.objects.get(number="45/QĐ-SVH").title == "ban hành Quy chế thi đua, khen thưởng"
