"""A workbook of people in a real browser: template, upload, questions, writing, undo; without anything nobody asked for."""

import pytest
from django.urls import reverse

from thidua.kit.jobs import worker
from thidua.outlook.intake.models import Workbook
from thidua.outlook.intake.tests import workbooks as made
from thidua.records.orgs.models import Person
from thidua.records.orgs.tests import factories

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
PEOPLE = made.layout_of("people")


def work(page) -> None:
    """What waits in the queue, while no page asks: in one SQLite file both would want the same table."""
    page.wait_for_load_state("networkidle")
    page.goto("about:blank")
    while worker.run_next():
        pass


def test_from_upload_to_undo(enter, minh, phong_di_san, look):
    known, at = factories.person("Lê Hoàng Nam", phong_di_san), phong_di_san.name
    rows = [
        {"name": "Đỗ Thị Hải Yến", "birth_year": 1990, "unit": at, "title": "Chuyên viên"},
        {"name": known.full_name, "unit": at, "title": "Chuyên viên"},
        {"name": "Vũ Văn Khoa", "birth_year": "199O", "unit": "Chi cục Không Có"},
    ]
    page = enter(minh)
    page.goto(reverse("intake:sheets"))
    look("bang-tinh-danh-sach")
    page.get_by_role("link", name="Nạp bảng tính mới").first.click()
    look("bang-tinh-nap")
    page.get_by_label("Người và chức vụ").check()
    file = {
        "name": "nhan su.xlsx",
        "mimeType": "application/octet-stream",
        "buffer": made.filled(PEOPLE, rows),
    }
    page.locator("input[type=file]").set_input_files(file)
    page.get_by_role("button", name="Tải lên và kiểm tra").click()
    work(page)
    workbook = Workbook.objects.get()
    page.goto(reverse("intake:workbook", args=[workbook.pk]))
    look("bang-tinh-kiem-tra")
    assert page.get_by_text("có chữ O").is_visible()

    page.get_by_label("Bỏ dòng này").check()
    page.get_by_role("button", name="Ghi câu trả lời").click()
    work(page)
    page.goto(reverse("intake:workbook_commit", args=[workbook.pk]))
    look("bang-tinh-ghi")
    page.get_by_label("Bỏ lại 1 dòng có lỗi").check()
    page.get_by_role("button", name="Ghi 1 dòng vào sổ").click()
    work(page)
    page.goto(reverse("intake:workbook", args=[workbook.pk]))
    look("bang-tinh-da-ghi")
    assert Person.objects.filter(full_name="Đỗ Thị Hải Yến").exists()

    page.get_by_role("link", name="Hoàn tác").click()
    page.get_by_role("button", name="Hoàn tác").click()
    work(page)
    page.goto(reverse("intake:workbook", args=[workbook.pk]))
    assert page.get_by_text("Sổ trở lại như trước khi nạp").is_visible()
    assert not Person.objects.filter(full_name="Đỗ Thị Hải Yến").exists()
