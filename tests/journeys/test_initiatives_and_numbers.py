"""The register of initiatives and the number books, at both widths; an officer numbers a decision in the browser."""

import pytest
from django.urls import reverse
from django.utils import timezone

from thidua.records.awards import services as awards
from thidua.records.awards.models import Award
from thidua.records.certificates.models import Book, Certificate
from thidua.records.orgs.actors import system
from thidua.records.orgs.models import Person, Unit, User
from thidua.records.register.models import Document
from thidua.vn.periods import calendar_year
from thidua.work.initiatives.models import Initiative, Recognition

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def decision(demo):
    """An own decision with two people and a room, without numbers."""
    today = timezone.localdate()
    body, paper = Unit.objects.get(code="SVH"), Document.objects.get(number="31/QĐ-SVH")
    given = {"body": body, "period": calendar_year(paper.issued_on.year), "decision": paper}
    for name in ("Hồ Thị Mai", "Ngô Văn Ân"):
        person = Person.objects.get(full_name=name)
        awards.enter("GK", person, **given, by=system(today), at=timezone.now())
    awards.enter(
        "GK", Unit.objects.get(name="Phòng Nghệ thuật"), **given, by=system(today), at=timezone.now()
    )
    return paper


def test_every_page_of_the_two_registers(decision, enter, look):
    page = enter(User.objects.get(username="lan"))
    nam = Person.objects.get(full_name="Lê Hoàng Nam")
    first = Initiative.objects.get(title__startswith="Số hóa phiếu kiểm kê di tích")
    book = Book.objects.get()
    again = Certificate.objects.exclude(replaces=None).get()
    act = Recognition.objects.get(scope="tinh")
    pages = {
        "so-sang-kien": reverse("initiatives:list"),
        "sang-kien": reverse("initiatives:initiative", args=[first.pk]),
        "ghi-sang-kien": reverse("initiatives:enter"),
        "sua-sang-kien": reverse("initiatives:correct", args=[first.pk]),
        "cong-nhan-sang-kien": reverse("initiatives:recognise", args=[first.pk]),
        "sua-cong-nhan": reverse("initiatives:recognition_correct", args=[act.pk]),
        "sang-kien-cua-nguoi": reverse("initiatives:of_person", args=[nam.pk]),
        "so-sang-kien-ghi-du": reverse("initiatives:coverage"),
        "so-cap-bang": reverse("certificates:list"),
        "cac-so-cap-bang": reverse("certificates:books"),
        "mo-so-cap-bang": reverse("certificates:open_book"),
        "mot-so-cap-bang": reverse("certificates:book", args=[book.pk]),
        "mot-so-bang": reverse("certificates:certificate", args=[again.pk]),
        "cap-so-ca-quyet-dinh": reverse("certificates:give_all", args=[decision.pk]),
    }

    for name, address in pages.items():
        assert page.goto(address).status == 200, address
        page.wait_for_load_state("networkidle")
        look(name)


def test_a_decision_is_numbered_from_its_page(decision, enter, look):
    page = enter(User.objects.get(username="lan"))
    page.goto(reverse("register:document", args=[decision.pk]))
    page.get_by_role("link", name="Cấp số cho cả quyết định").click()
    page.get_by_label("Lấy số ở sổ").select_option(index=1)
    page.get_by_label("Thứ tự").select_option("tap_the")
    page.get_by_role("button", name="Cấp số").click()
    page.get_by_text("Cấp 3 số vào sổ").wait_for()
    look("hoi-cap-so")
    page.get_by_role("button", name="Cấp số").click()
    page.get_by_role("heading", name="Sổ cấp giấy khen năm").wait_for()

    numbered = Award.objects.filter(decision=decision).order_by("certificate")
    assert [row.recipient for row in numbered] == ["Phòng Nghệ thuật", "Ngô Văn Ân", "Hồ Thị Mai"]
    assert all(row.certificate for row in numbered)
