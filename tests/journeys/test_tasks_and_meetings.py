"""Tasks and meetings in a real Chromium: every page sound at both widths, and the officer's way through them."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from thidua.records.meetings.models import Meeting
from thidua.records.orgs.models import User
from thidua.records.register.models import Document
from thidua.work.programme.models import Task

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_pages_of_tasks(demo, enter, look):
    page = enter(User.objects.get(username="lan"))
    notice = Document.objects.get(number="31/TB-SVH")
    proposed = Task.objects.get(deadline_text="trong quý sau")
    done = Task.objects.exclude(late_reason="").get()
    board = reverse("programme:board")
    pages = {
        "nhiem-vu": board,
        "nhiem-vu-theo-don-vi": f"{board}?xem=don_vi",
        "nhiem-vu-danh-sach": f"{board}?xem=bang",
        "mot-nhiem-vu": reverse("programme:task", args=[proposed.pk]),
        "nhiem-vu-da-xong": reverse("programme:task", args=[done.pk]),
        "giao-nhiem-vu": reverse("programme:assign"),
        "dan-nhiem-vu": reverse("programme:paste"),
        "ghi-ket-qua": reverse("programme:complete", args=[proposed.pk]),
        "lich": reverse("programme:calendar"),
        "bao-cao-ket-qua": f"{reverse('programme:report')}?van_ban={notice.pk}",
        "in-nhiem-vu": reverse("programme:print"),
        "nhiem-vu-theo-van-ban": reverse("programme:of_document", args=[notice.pk]),
    }

    for name, address in pages.items():
        assert page.goto(address).status == 200, address
        look(name)


def test_pages_of_meetings(demo, enter, look):
    page = enter(User.objects.get(username="lan"))
    held = Meeting.objects.filter(roll__isnull=False).distinct().get()
    counted = Meeting.objects.get(turnout__isnull=False)
    pages = {
        "cuoc-hop": reverse("meetings:list"),
        "mot-cuoc-hop": reverse("meetings:meeting", args=[held.pk]),
        "cuoc-hop-so-ghi": reverse("meetings:meeting", args=[counted.pk]),
        "ghi-cuoc-hop": reverse("meetings:record"),
        "diem-danh": reverse("meetings:roll", args=[held.pk]),
        "dan-danh-sach-du-hop": reverse("meetings:paste", args=[counted.pk]),
        "so-nguoi-du": reverse("meetings:state", args=[counted.pk]),
        "chon-van-ban": reverse("meetings:choose", args=[held.pk]),
    }

    for name, address in pages.items():
        assert page.goto(address).status == 200, address
        look(name)


def test_lines_pasted_become_tasks_and_one_is_done(demo, enter, look):
    page = enter(User.objects.get(username="lan"))
    page.goto(reverse("programme:paste"))
    page.get_by_label("Các nhiệm vụ").fill(
        "1\tLập hồ sơ khen thưởng chuyên đề\tPhòng Quản lý di sản\ttrước ngày 10/02/2024\n"
        "2\tGửi số liệu cho Khối\tđồng chí Khải\tkịp thời"
    )

    page.get_by_role("button", name="Đọc các dòng").click()

    expect(page.get_by_text("08/02/2024 – 14/02/2024 nghỉ Tết Nguyên đán")).to_be_visible()
    expect(page.get_by_text("Đỗ Văn Khải, Phòng Nghệ thuật")).to_be_visible()
    look("dan-nhiem-vu-xem")
    page.get_by_role("button", name="Giao các nhiệm vụ đã đánh dấu").click()
    expect(page.get_by_text("Đã giao 2 nhiệm vụ.")).to_be_visible()
    page.get_by_role("link", name="Lập hồ sơ khen thưởng chuyên đề", exact=True).click()
    page.get_by_role("link", name="Ghi đã xong").click()
    page.get_by_label("Kết quả").fill("Đã gửi hồ sơ")
    page.get_by_role("button", name="Ghi đã xong").click()

    expect(page.get_by_text("Đã xong", exact=True)).to_be_visible()
    expect(page.get_by_text("Chưa ghi lý do chậm.")).to_be_visible()


def test_a_documents_page_fills_its_slots(demo, enter):
    page = enter(User.objects.get(username="lan"))
    notice = Document.objects.get(number="31/TB-SVH")

    page.goto(reverse("register:document", args=[notice.pk]))

    expect(page.get_by_role("link", name="Nộp minh chứng chấm điểm")).to_be_visible()
    expect(page.get_by_text("Chưa ghi triển khai tại cuộc họp nào.")).to_be_visible()
