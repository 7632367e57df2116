"""A scan in a real Chromium: uploaded, watched, stopped, gone on with, looked through beside its doubtful words."""

import pytest
from playwright.sync_api import expect

from thidua.kit.files import ocr
from thidua.kit.files.tests import scans
from thidua.kit.jobs import worker
from thidua.kit.jobs.models import Job
from thidua.outlook.intake.tests.samples import NOTICE

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def recognised(monkeypatch):
    """What stands for Tesseract: the notice, one word of it doubtful."""
    place = NOTICE.index("45/QĐ-SVH")
    page = ocr.Page(NOTICE.strip(), (ocr.Doubt(place, place + 9, 41),), 91)
    monkeypatch.setattr(ocr, "why_not", lambda: "")
    monkeypatch.setattr(ocr, "recognise", lambda *_, **__: page)


@pytest.fixture
def upload(enter, minh):
    def sent():
        page = enter(minh)
        page.goto("/nap/tai-len/")
        data = scans.as_file([scans.blank_page()], "PNG")
        page.locator("#id_files").set_input_files(
            {"name": "quet.png", "mimeType": "image/png", "buffer": data}
        )
        page.get_by_role("button", name="Đọc văn bản").click()
        return page

    return sent


def test_from_the_upload_to_the_reading(recognised, upload, look):
    page = upload()
    expect(page.get_by_text("Chờ đến lượt.")).to_be_visible()
    look("ban-quet-dang-cho")

    page.get_by_role("button", name="Dừng việc này").click()
    expect(page.get_by_text("Đã dừng theo yêu cầu")).to_be_visible()
    look("ban-quet-da-dung")
    page.get_by_role("button", name="Nhận dạng tiếp").click()
    expect(page.get_by_text("Chờ đến lượt.")).to_be_visible()
    while Job.objects.filter(state="queued").exists():
        worker.run_next()
    page.get_by_role("link", name="Mở kết quả").click()

    expect(page.get_by_text("Chữ nhận dạng từ bản quét, xin xem lại")).to_be_visible()
    expect(page.locator("mark.td-nap-doubt")).to_have_text("45/QĐ-SVH")
    look("ban-doc-tu-ban-quet")
    page.locator("mark.td-nap-doubt").click()
    expect(page.locator(".td-card.td-chosen")).to_contain_text("45/QĐ-SVH")
    page.get_by_role("button", name="Chữ đúng").click()
    expect(page.get_by_text("Đã xác nhận chữ")).to_be_visible()


def test_without_tesseract_the_text_is_typed(monkeypatch, upload, look):
    monkeypatch.setattr(ocr, "why_not", lambda: ocr.NOT_INSTALLED)
    page = upload()

    expect(page.get_by_text("Máy chủ chưa cài phần nhận dạng chữ")).to_be_visible()
    look("ban-quet-chua-co-may")
    page.get_by_label("Nội dung văn bản").fill(NOTICE)
    page.get_by_role("button", name="Đọc chữ này").click()

    expect(page.locator("#thanh-chan")).to_contain_text("10 đề xuất")
