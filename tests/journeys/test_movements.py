"""Movements in a real Chromium: from a superior's movement to our answer, an activity, a milestone; pictures of each page."""

import re

import pytest
from django.urls import reverse
from django.utils import timezone

from thidua.records.orgs.models import User
from thidua.work.movements.models import Movement, Response, Result

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_every_page_of_movements(demo, enter, look):
    page = enter(User.objects.get(username="lan"))
    ours = Movement.objects.get(name="Thi đua thực hiện nhiệm vụ của ngành văn hóa")
    theirs = Movement.objects.get(name="Tân Giang tiên phong chuyển đổi số")
    pages = {
        "phong-trao": reverse("movements:list"),
        "phong-trao-mot": reverse("movements:movement", args=[ours.pk]),
        "phong-trao-cap-tren": reverse("movements:movement", args=[theirs.pk]),
        "phong-trao-huong-ung": reverse("movements:coverage"),
        "phong-trao-cap-duoi": reverse("movements:below"),
        "phong-trao-lang": reverse("movements:idle"),
        "phong-trao-ghi": reverse("movements:open"),
        "phong-trao-ghi-huong-ung": reverse("movements:respond", args=[theirs.pk]),
        "phong-trao-ket-qua": reverse("movements:record", args=[ours.pk]),
        "phong-trao-in": reverse("movements:print"),
        "phong-trao-o-nha": reverse("web:home"),
        "phong-trao-van-ban": reverse("register:document", args=[ours.papers.get().document_id]),
    }
    for name, address in pages.items():
        assert page.goto(address).status == 200, address
        page.wait_for_load_state("networkidle")
        look(name)


def test_a_superiors_movement_is_answered_by_one_of_ours_and_gets_its_activity(demo, enter):
    page = enter(User.objects.get(username="lan"))
    page.get_by_role("navigation").get_by_role("link", name=re.compile("^Phong trào")).first.click()
    page.get_by_role("link", name="Tân Giang tiên phong chuyển đổi số", exact=True).first.click()
    page.get_by_role("link", name="Phát động để hưởng ứng").click()
    page.get_by_label("Tên phong trào").fill("Ngành Văn hóa tiên phong chuyển đổi số")
    page.get_by_label("Ngày phát động").fill(timezone.localdate().strftime("%d/%m/%Y"))
    page.get_by_role("button", name="Ghi phong trào").click()
    page.get_by_role("heading", name="Ngành Văn hóa tiên phong chuyển đổi số").wait_for()

    answer = Response.objects.get(superior__name="Tân Giang tiên phong chuyển đổi số")
    assert answer.ours.name == "Ngành Văn hóa tiên phong chuyển đổi số"

    page.get_by_role("link", name="Ghi hoạt động", exact=True).first.click()
    page.get_by_label("Hoạt động, kết quả").fill("Tập huấn ký số cho 24 viên chức.")
    page.get_by_role("button", name="Ghi kết quả").click()
    page.get_by_text("Đã ghi hoạt động, kết quả.").wait_for()

    assert Result.objects.get(movement=answer.ours).by_name == "Trần Ngọc Lan"
