"""Every page of the demo province, at both widths: nothing too wide, nothing serious for axe; pictures for the handbook."""

from datetime import date

import pytest
from django.urls import reverse
from django.utils import timezone

from thidua.outlook.intake.models import Reading
from thidua.records.awards.models import Award
from thidua.records.catalogue.services import verify_entry
from thidua.records.orgs.actors import system
from thidua.records.orgs.models import Person, RoleHeld, Unit, User
from thidua.records.register.models import Document

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_pages_of_the_officer(demo, enter, look):
    page = enter(User.objects.get(username="lan"))
    plan = Document.objects.get(number="30/KH-SVH")
    reading = Reading.objects.get()
    department = Unit.objects.get(code="SVH")
    pages = {
        "viec-cua-toi": reverse("web:home"),
        "so-van-ban": f"{reverse('register:list')}?chon={plan.pk}",
        "van-ban": reverse("register:document", args=[plan.pk]),
        "cu-the-hoa": reverse("register:concretising"),
        "cap-duoi": reverse("register:below"),
        "vao-so": reverse("register:enter"),
        "soan": reverse("register:draft"),
        "day-so": reverse("register:series"),
        "doi-chieu": reverse("register:matches"),
        "nap-van-ban": reverse("intake:upload"),
        "cac-ban-doc": reverse("intake:list"),
        "ban-doc": reverse("intake:reading", args=[reading.pk]),
        "to-chuc": reverse("orgs:units"),
        "don-vi": reverse("orgs:unit", args=[department.pk]),
        "con-nguoi": reverse("orgs:people"),
        "mot-nguoi": reverse("orgs:person", args=[Person.objects.get(full_name="Lê Hoàng Nam").pk]),
        "tai-khoan-cua-toi": reverse("orgs:me"),
    }

    for name, address in pages.items():
        assert page.goto(address).status == 200, address
        look(name)


def test_pages_of_awards(demo, enter, look):
    page = enter(User.objects.get(username="lan"))
    named = Award.objects.filter(code="LDTT", person__isnull=False).order_by("pk").first()
    count = Award.objects.filter(recipient="").order_by("pk").first()
    pages = {
        "so-khen-thuong": reverse("awards:list"),
        "mot-khen-thuong": reverse("awards:award", args=[named.pk]),
        "khen-thuong-chua-co-ten": reverse("awards:award", args=[count.pk]),
        "ghi-khen-thuong": reverse("awards:enter"),
        "ghi-so-luong": reverse("awards:enter_aggregate"),
        "dan-khen-thuong": reverse("awards:enter_many"),
        "so-ghi-du": reverse("awards:coverage"),
        "khen-thuong-cua-nguoi": reverse("awards:of_person", args=[named.person_id]),
        "qua-trinh-khen-thuong": reverse("awards:course", args=[named.person_id]),
        "xac-nhan-khen-thuong": reverse("awards:confirmation", args=[named.person_id]) + "?since=01/01/2022",
    }

    for name, address in pages.items():
        assert page.goto(address).status == 200, address
        look(name)


def test_pages_of_the_law(demo, enter, look):
    officer = User.objects.get(username="lan")
    plan = Document.objects.get(number="30/KH-SVH")
    body = Unit.objects.get(code="SVH")
    RoleHeld.objects.create(user=officer, role="can_bo_phap_che", unit=body, since=date(2019, 1, 1))
    verify_entry(
        "vote.80@2025",
        body=body,
        document=plan,
        place="mục 2",
        since=date(2025, 7, 1),
        by=system(timezone.localdate()),
        at=timezone.now(),
    )
    page = enter(officer)
    pages = {
        "doi-chieu-mot-muc": reverse("catalogue:verify", args=["title.ttldxs@2024"]),
        "muc-da-doi-chieu": reverse("catalogue:entry", args=["vote.80@2025"]),
        "luat-cua-co-quan": reverse("catalogue:own"),
        "quy-dinh-rieng": reverse("catalogue:state"),
        "sach-luat": reverse("catalogue:list"),
        "mot-danh-hieu": reverse("catalogue:kind", args=["CSTDCS"]),
        "mot-hinh-thuc": reverse("catalogue:kind", args=["BKTTG"]) + "?ngay=01/12/2025",
        "mot-muc-luat": reverse("catalogue:entry", args=["title.ttldxs@2024"]),
        "mot-phan-luat": reverse("catalogue:shelf", args=["deadlines"]),
        "so-hai-ngay": reverse("catalogue:changes") + "?tu=30/6/2025&den=01/7/2025",
        "can-doi-chieu": reverse("catalogue:drafts"),
    }

    for name, address in pages.items():
        assert page.goto(address).status == 200, address
        look(name)


def test_pages_of_the_administrator(demo, enter, look):
    page = enter(User.objects.get(username="quantri"))
    officer = User.objects.get(username="lan")

    for name, address in {
        "cac-tai-khoan": reverse("orgs:accounts"),
        "tai-khoan": reverse("orgs:account", args=[officer.pk]),
        "nhat-ky": reverse("orgs:audit"),
        "ngoai-he-thong": reverse("orgs:outside"),
    }.items():
        assert page.goto(address).status == 200, address
        look(name)


def test_the_demo_lives_in_this_month(demo):
    newest = Document.objects.exclude(issued_on=None).latest("issued_on").issued_on

    assert (timezone.localdate() - newest).days < 15
