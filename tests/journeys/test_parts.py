"""The parts in a real Chromium: what the small script adds, the strict policy and axe watched on every page."""

import re

import pytest
from playwright.sync_api import expect

pytestmark = [
    pytest.mark.browser,
    pytest.mark.urls("thidua.web.tests.test_gallery"),
    pytest.mark.django_db(transaction=True),
]
GALLERY = "/giao-dien/"
PLACES = {
    "parts": "",
    "list": "so/?nam_tu=2020&nam_den=2026",
    "reading": "ban-doc/",
    "work": "viec/",
    "question": "hoi/",
}


@pytest.fixture
def page(enter, minh):
    return enter(minh)


def test_every_page_is_sound_at_both_widths(page, look):
    for name, place in PLACES.items():
        page.goto(GALLERY + place)

        look(f"gallery-{name}")


def test_one_signs_out_and_the_sign_in_page_is_sound(page, look):
    page.locator("summary", has_text="Lê Quang Minh").click()
    page.get_by_role("button", name="Đăng xuất").click()

    page.wait_for_url("**/dang-nhap/")

    look("sign-in")


def test_nothing_overflows_from_a_small_phone_to_a_large_screen(page):
    wide = {}
    for name, place in PLACES.items():
        page.goto(GALLERY + place)
        for width in (360, 768, 1024, 1200, 1920):
            page.set_viewport_size({"width": width, "height": 900})
            wide[name, width] = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")

    assert {where: over for where, over in wide.items() if over > 0} == {}


def test_drop_downs_close_on_escape_and_on_a_click_elsewhere(page):
    page.goto(GALLERY + "so/")
    loai, nam = (
        page.locator("details", has_text=re.compile("^Loại")),
        page.locator("details", has_text=re.compile("^Năm")),
    )

    loai.locator("summary").click()
    expect(loai).to_have_attribute("open", "")
    nam.locator("summary").click()
    expect(loai).not_to_have_attribute("open", "")
    page.keyboard.press("Escape")

    expect(nam).not_to_have_attribute("open", "")
    expect(nam.locator("summary")).to_be_focused()


def test_a_draft_comes_back_until_the_server_has_taken_it(page):
    page.goto(GALLERY)
    page.get_by_label("Trích yếu").fill("Phát động thi đua")
    page.get_by_label("Văn bản đi").check()
    page.wait_for_timeout(800)

    page.goto(GALLERY + "so/")
    page.goto(GALLERY)
    expect(page.get_by_text("Đã lấy lại phần gõ dở")).to_be_visible()
    expect(page.get_by_label("Trích yếu")).to_have_value("Phát động thi đua")
    expect(page.get_by_label("Văn bản đi")).to_be_checked()

    page.get_by_label("Số, ký hiệu").fill("30/KH-SVH")
    page.get_by_label("Ngày ký").fill("20/3/2026")
    page.get_by_label("Loại").select_option("KH")
    page.get_by_role("button", name="Ghi vào sổ").click()
    expect(page.get_by_text("Đã nhận đủ, không ghi gì.")).to_be_visible()

    page.goto(GALLERY)
    expect(page.get_by_label("Trích yếu")).to_have_value("")
    expect(page.get_by_text("Đã lấy lại phần gõ dở")).to_have_count(0)


def test_what_was_typed_can_be_dropped(page):
    page.goto(GALLERY)
    page.get_by_label("Trích yếu").fill("nháp")
    page.wait_for_timeout(800)
    page.goto(GALLERY)

    page.get_by_role("button", name="Bỏ phần gõ dở").click()

    expect(page.get_by_label("Trích yếu")).to_have_value("")
    page.goto(GALLERY)
    expect(page.get_by_label("Trích yếu")).to_have_value("")


def test_the_first_wrong_field_has_the_focus(page):
    page.goto(GALLERY)
    page.get_by_label("Số, ký hiệu").fill("30")

    page.get_by_role("button", name="Ghi vào sổ").click()

    expect(page.get_by_label("Ngày ký")).to_be_focused()
    expect(page.get_by_text("Nhập ngày ký.")).to_be_visible()


def test_a_unit_is_found_without_marks_and_taken_by_keyboard(page, so_noi_vu):
    page.goto(GALLERY)
    box = page.get_by_label("Nơi ban hành")

    box.press_sequentially("so noi")
    expect(page.get_by_role("option", name="Sở Nội vụ tỉnh Tân Giang")).to_be_visible()
    box.press("ArrowDown")
    box.press("Enter")

    expect(box).to_have_value("Sở Nội vụ tỉnh Tân Giang")
    expect(page.locator("input[name=issuer_id]")).to_have_value(str(so_noi_vu.pk))
    box.press("Backspace")
    expect(page.locator("input[name=issuer_id]")).to_have_value("")


def test_a_chosen_file_is_named(page, tmp_path):
    page.goto(GALLERY)
    paper = tmp_path / "Thông báo.docx"
    paper.write_bytes(b"x" * 3000)

    page.get_by_label("Tệp").set_input_files(paper)

    expect(page.get_by_text("Thông báo.docx (3 KB)")).to_be_visible()


def test_cards_are_walked_and_answered_by_keyboard(page):
    page.goto(GALLERY + "ban-doc/")

    page.keyboard.press("j")
    expect(page.locator("#n2")).to_have_attribute("aria-current", "true")
    expect(page.locator("#m2")).to_have_class(re.compile("td-chosen"))
    page.keyboard.press("k")
    expect(page.locator("#n1")).to_have_attribute("aria-current", "true")
    page.evaluate(
        "document.querySelector('#n1 [data-key=E]').addEventListener('click', () => { window.edited = true; })"
    )
    page.keyboard.press("e")
    assert page.evaluate("window.edited") is True


def test_a_highlight_chooses_its_card(page):
    page.goto(GALLERY + "ban-doc/")

    page.locator("#m2").click()

    expect(page.locator("#n2")).to_have_class(re.compile("td-chosen"))


def test_on_a_phone_proposals_and_paper_are_two_tabs(page):
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(GALLERY + "ban-doc/")
    expect(page.locator("#van-ban")).to_be_hidden()

    page.get_by_role("link", name="Văn bản", exact=True).last.click()

    expect(page.locator("#van-ban")).to_be_visible()
    expect(page.locator("#de-xuat")).to_be_hidden()


def test_columns_are_remembered(page):
    page.goto(GALLERY + "so/?loai=KH")
    page.get_by_text("Cột", exact=True).click()
    page.get_by_label("Hiệu lực").last.uncheck()
    page.get_by_role("button", name="Hiện cột đã chọn").click()

    page.goto(GALLERY + "so/")

    expect(page.get_by_role("columnheader", name="Hiệu lực")).to_have_count(0)


def test_leaving_with_something_typed_asks_first(page):
    asked = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    page.goto(GALLERY)
    page.get_by_label("Trích yếu").fill("x")

    page.goto(GALLERY + "so/")

    assert asked == ["beforeunload"]


def test_without_script_the_pages_still_work(browser, live_server, minh):
    minh.set_password("mật khẩu dài 2024")
    minh.save()
    context = browser.new_context(base_url=live_server.url, java_script_enabled=False)
    page = context.new_page()
    page.goto("/dang-nhap/")
    page.fill("#id_username", "minh")
    page.fill("#id_password", "mật khẩu dài 2024")
    page.click("button[type=submit]")

    page.goto(GALLERY + "so/")
    page.locator("summary", has_text="Loại").click()
    page.get_by_role("link", name="Chỉ thị", exact=True).click()
    assert "loai=C" in page.url
    assert page.locator("tbody tr").count() == 1

    page.goto(GALLERY)
    page.fill("#id_issuer", "so van hoa")
    page.click("text=Ghi vào sổ")
    assert page.locator(".td-error").count() >= 4
    context.close()
