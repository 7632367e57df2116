"""Ratings, leave, study, discipline of the demo department: pages at both widths, the sealed register opened by a button."""

import pytest
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import expect

from thidua.kit.audit.models import AuditLine
from thidua.records.orgs.actors import system
from thidua.records.orgs.models import Person, Unit, User
from thidua.records.orgs.services import sync_outside_bodies
from thidua.records.staff.models import Leave, Rating
from thidua.web.demo import load

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def demo(transactional_db):
    today = timezone.localdate()
    sync_outside_bodies(by=system(today), at=timezone.now())
    return load.load(at=timezone.now(), today=today, password="chỉ để thử 2026")


def test_pages_of_ratings_and_a_room_pasted(demo, enter, look):
    page = enter(User.objects.get(username="lan"))
    nam = Person.objects.get(full_name="Lê Hoàng Nam")
    row = Rating.objects.filter(person=nam).order_by("-year").first()
    pages = {
        "so-xep-loai": reverse("staff:tab", args=["xep-loai"]),
        "so-nghi": reverse("staff:tab", args=["nghi"]),
        "so-hoc-tap": reverse("staff:tab", args=["hoc-tap"]),
        "mot-xep-loai": reverse("staff:row", args=["xep-loai", row.pk]),
        "mot-lan-nghi": reverse("staff:row", args=["nghi", Leave.objects.earliest("pk").pk]),
        "ban-in-xep-loai": f"{reverse('staff:print')}?nam_tu={demo.today.year - 1}",
        "ghi-xep-loai": reverse("staff:enter", args=["xep-loai"]),
        "ghi-nghi": reverse("staff:enter", args=["nghi"]),
        "danh-gia-ghi-du": reverse("staff:coverage"),
        "danh-gia-cua-nguoi": reverse("staff:of_person", args=[nam.pk]),
        "danh-gia-cua-phong": reverse("staff:of_unit", args=[Unit.objects.get(name="Phòng Nghệ thuật").pk]),
        "xep-loai-cua-toi": reverse("staff:mine"),
    }
    for name, address in pages.items():
        assert page.goto(address).status == 200, address
        look(name)

    page.goto(reverse("staff:rate_many"))
    look("dan-xep-loai")
    page.get_by_label("Kỳ đánh giá").fill(f"{demo.today.year}")
    page.get_by_label("Căn cứ khác").fill("Thông báo kết quả xếp loại của Sở")
    page.get_by_label("Danh sách", exact=True).fill(
        "Lê Hoàng Nam\txuất sắc\nTrần Ngọc Lann\ttốt\nAi Xa Lạ\ttốt"
    )
    page.get_by_role("button", name="Đọc danh sách").click()
    expect(page.get_by_text("Đọc được 3 dòng")).to_be_visible()
    look("dan-xep-loai-la-ai")
    page.get_by_label("Trần Ngọc Lann là ai").select_option(index=1)
    page.get_by_role("button", name="Ghi vào sổ").click()
    expect(page.get_by_text("Đã ghi xếp loại của 2 dòng")).to_be_visible()


def test_the_register_of_discipline_opens_with_a_line_in_the_log(demo, enter, look):
    page = enter(User.objects.get(username="mai"))
    page.goto(reverse("staff:tab", args=["ky-luat"]))
    look("so-ky-luat-dong")
    expect(page.get_by_text("Khiển trách")).to_have_count(0)
    page.get_by_role("button", name="Mở, có ghi nhật ký").click()
    expect(page.get_by_text("Khiển trách")).to_be_visible()
    look("so-ky-luat")
    assert AuditLine.objects.filter(verb="staff.read_conduct").count() == 1

    page.get_by_role("link", name="Đỗ Văn Khải").click()
    page.get_by_role("button", name="Mở, có ghi nhật ký").click()
    expect(page.get_by_role("button", name="Sửa")).to_be_visible()
    look("mot-ky-luat")
    page.get_by_role("button", name="Sửa").click()
    expect(page.get_by_label("Hình thức kỷ luật")).to_have_value("khien_trach")
    page.goto(reverse("staff:enter", args=["dang-xem-xet"]))
    look("ghi-dang-xem-xet")
    page.goto(reverse("orgs:person", args=[Person.objects.get(full_name="Đỗ Văn Khải").pk]))
    page.get_by_role("button", name="Xem kỷ luật, có ghi nhật ký").click()
    expect(page.get_by_text("Khiển trách")).to_be_visible()
    look("ky-luat-cua-nguoi")
