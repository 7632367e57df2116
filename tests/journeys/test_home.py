"""Việc của tôi, the counts beside every page, and the search box, in a real browser."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from thidua.records.orgs.models import User

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
PHONE = {"width": 390, "height": 844}


@pytest.fixture
def officer(demo):
    return User.objects.get(username="lan")


def test_home_shows_the_year_and_what_comes(officer, enter, look):
    page = enter(officer)

    expect(page.get_by_role("heading", name="Mốc sắp tới")).to_be_visible()
    expect(page.locator(".td-year")).to_be_visible()
    expect(page.get_by_role("heading", name="Phong trào chưa có hoạt động")).to_be_visible()
    expect(page.locator(".td-due .td-bc-cells")).to_be_visible()
    look("viec-cua-toi")

    page.locator(".td-year-label").first.click()
    assert page.url.rstrip("/") != page.evaluate("location.origin")

    page.set_viewport_size(PHONE)
    page.goto("/")
    expect(page.locator(".td-year")).to_be_hidden()


def test_the_counts_come_once_the_side_list_is_seen(officer, enter):
    page = enter(officer)
    asked = []
    page.on("request", lambda request: asked.append(request.url) if "/viec-dang-mo/" in request.url else None)
    count = page.locator(".td-frame [data-count='programme:board']")

    page.goto(reverse("register:list"))
    expect(count).to_contain_text("việc đang mở")
    assert len(asked) == 1

    page.set_viewport_size(PHONE)
    page.goto(reverse("register:list"))
    page.wait_for_load_state("networkidle")
    assert len(asked) == 1
    page.get_by_text("Danh mục", exact=True).first.click()
    expect(page.locator(".td-bar-menu [data-count='programme:board']")).to_contain_text("việc đang mở")
    assert len(asked) == 2


def test_typing_shows_what_is_found_and_the_keys_open_it(officer, enter, look):
    page = enter(officer)

    page.keyboard.press("/")
    page.keyboard.type("30 kh svh", delay=20)
    first = page.locator("#tim-bar .td-suggest a").first
    expect(first).to_contain_text("30/KH-SVH")
    page.keyboard.press("ArrowDown")
    expect(first).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("#tim-chu-bar")).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/van-ban/**")

    page.goto(reverse("web:search") + "?q=van+hoa")
    expect(page.get_by_role("heading", name="Phong trào")).to_be_visible()
    expect(page.locator(".td-frame [data-count='web:home']")).not_to_be_empty()
    look("tim")


def test_enter_in_the_box_leads_to_the_page_of_the_search(officer, enter):
    page = enter(officer)

    page.locator("#tim-chu-bar").fill("van hoa")
    page.locator("#tim-chu-bar").press("Enter")

    page.wait_for_url("**/tim/?q=van+hoa")
    expect(page.get_by_role("heading", name="Tìm", exact=True)).to_be_visible()
