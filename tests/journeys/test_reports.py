"""Reports in a real Chromium: figures open their records, a gap is closed, figures are frozen, a changed record is marked."""

import pytest
from django.urls import reverse
from django.utils import timezone

from tests.journeys.snapshot import PASSWORD
from thidua.outlook.reports.models import Asked, Narrative, Report
from thidua.records.orgs.actors import actor_for
from thidua.records.orgs.models import User
from thidua.records.register import services as register
from thidua.records.register.models import Document, Statement

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def report(demo):
    """The half-year report that is being written."""
    return Report.objects.get(state=Report.State.DRAFT)


@pytest.fixture
def enter(page, demo):
    """Signs one of the demo's accounts in; nothing is written here while the pages ask the server."""

    def entered(username):
        page.context.clear_cookies()
        page.goto("/dang-nhap/")
        page.get_by_label("Tên đăng nhập").fill(username)
        page.get_by_label("Mật khẩu", exact=True).fill(PASSWORD)
        page.get_by_role("button", name="Đăng nhập").click()
        page.wait_for_url("**/")
        page.wait_for_load_state("networkidle")
        return page

    return entered


def test_every_page_of_reports(report, enter, look):
    page = enter("lan")
    sent = Report.objects.get(state=Report.State.SENT)
    own = reverse("reports:report", args=[report.pk])
    pages = {
        "bao-cao": reverse("reports:list"),
        "bao-cao-mot": own,
        "bao-cao-con-so": f"{own}?khoi=superiors&ref=superiors.count#can-cu",
        "bao-cao-da-gui": reverse("reports:report", args=[sent.pk]),
        "bao-cao-viet": reverse("reports:write", args=[report.pk, "strengths"]),
        "bao-cao-giao-viec": reverse("reports:ask", args=[report.pk, "consultations"]),
        "bao-cao-khong-phat-sinh": reverse("reports:nil", args=[report.pk, "consultations"]),
        "bao-cao-so-sanh": reverse("reports:compare", args=[report.pk]),
        "bao-cao-thay-doi": reverse("reports:changes", args=[sent.pk]),
        "bao-cao-lich-su": reverse("reports:history", args=[sent.pk]),
        "bao-cao-lap": reverse("reports:start"),
        "bao-cao-sua": reverse("reports:correct", args=[report.pk]),
        "bao-cao-bo-ban-ghi": f"{own}?khoi=superiors&ref=superiors.count#muc-luc",
        "bao-cao-de-cuong": reverse("reports:outlines"),
        "bao-cao-dan-de-cuong": reverse("reports:paste"),
    }
    for name, address in pages.items():
        assert page.goto(address).status == 200, address
        page.wait_for_load_state("networkidle")
        look(name)


def test_three_figures_open_their_records(report, enter):
    page = enter("lan")
    page.goto(reverse("reports:report", args=[report.pk]))
    panel = page.get_by_role("complementary", name="Căn cứ")
    paper = page.get_by_role("region", name="Báo cáo", exact=True)

    for ref in ("superiors.count", "briefings.turnout", "superiors-plans.count"):
        link = paper.locator(f"a[href*='ref={ref}']")
        said = link.inner_text()
        link.click()
        panel.locator(".td-figure", has_text=said).wait_for()
        assert panel.locator(".td-bc-records li").count() >= 1
        assert link.get_attribute("aria-current") == "true"

    panel.locator(".td-bc-records a").first.click()
    page.wait_for_url("**/van-ban/**")


def test_a_gap_is_closed_words_are_written_figures_frozen_and_a_change_is_marked(report, enter):
    page = enter("lan")
    address = reverse("reports:report", args=[report.pk])
    page.goto(address)

    gap = page.locator("#khoi-inspection-tasks")
    gap.get_by_role("link", name="Không phát sinh").click()
    page.get_by_role("button", name="Xác nhận", exact=True).click()
    page.get_by_text("Đã xác nhận không phát sinh.").wait_for()
    page.wait_for_load_state("networkidle")
    assert Statement.objects.filter(kind="nil", confirmed_by="Trần Ngọc Lan").count() == 2

    gap = page.locator("#khoi-dossiers-approved")
    gap.get_by_role("link", name="Gửi việc cho").click()
    page.get_by_role("button", name="Giao việc", exact=True).click()
    page.get_by_text("Đã giao việc cho").wait_for()
    page.wait_for_load_state("networkidle")
    assert Asked.objects.filter(block="dossiers-approved").count() == 1
    page.locator("#khoi-dossiers-approved").get_by_text("Đã giao").wait_for()

    page.locator("#khoi-weaknesses").get_by_role("link", name="Viết mục này").click()
    page.get_by_role("link", name="Văn bản kỳ trước").click()
    page.get_by_role("button", name="Chép vào để sửa").click()
    page.get_by_label("Lời văn mục 2").press_sequentially(" Thêm một câu.")
    page.get_by_role("button", name="Lưu lời văn").click()
    page.locator("#khoi-weaknesses p", has_text="Thêm một câu.").wait_for()
    page.wait_for_load_state("networkidle")
    assert "Thêm một câu." in Narrative.objects.get(report=report, block="weaknesses").text

    page.get_by_role("button", name="Chốt số liệu").click()
    page.get_by_text("Đã chốt số liệu.").wait_for()
    page.wait_for_load_state("networkidle")

    lan = actor_for(User.objects.get(username="lan"), timezone.localdate())
    plan = Document.objects.get(number="88/KH-UBND")
    register.correct(plan, topic="khac", by=lan, at=timezone.now())
    page.goto(address)
    changed = page.locator("#khoi-superiors-plans")
    changed.get_by_text("Đã thay đổi sau khi chốt").wait_for()
    assert changed.locator(".td-bc-now").count() == 1

    with page.expect_download() as download:
        page.get_by_text("Tải Word").click()
        page.get_by_role("link", name="Word (.docx)").click()
    assert download.value.suggested_filename.endswith(".docx")


def test_on_a_phone_a_figure_turns_to_its_panel(report, enter):
    page = enter("lan")
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(reverse("reports:report", args=[report.pk]))
    assert not page.locator("#can-cu").is_visible()

    page.locator("a[href*='ref=superiors.count']").click()

    page.locator("#can-cu .td-figure").wait_for()
    assert not page.locator("#van-ban").is_visible()
    page.get_by_role("link", name="Báo cáo", exact=True).last.click()
    assert page.locator("#van-ban").is_visible()


def test_the_leader_approves_and_the_clerk_numbers_what_the_superior_then_sees(report, enter):
    page = enter("lan")
    address = reverse("reports:report", args=[report.pk])
    page.goto(address)
    page.get_by_role("button", name="Chốt số liệu").click()
    page.get_by_role("link", name="Trình lãnh đạo").click()
    page.get_by_label("Lý do trình").fill("Phân hệ chưa có, nêu ở phụ lục.")
    page.get_by_role("button", name="Trình lãnh đạo").click()
    page.get_by_text("Báo cáo: chờ lãnh đạo duyệt.").wait_for()

    for username, act in (("son", "Duyệt báo cáo"), ("mai", "Cho số, phát hành")):
        enter(username)
        page.goto(address)
        page.get_by_role("link", name=act).click()
        if username == "mai":
            page.get_by_label("Số, ký hiệu").fill("97/BC-SVH")
            page.get_by_role("button", name="Phát hành").click()
        else:
            page.get_by_role("button", name=act).click()
        page.locator(".td-messages").wait_for()
        page.wait_for_load_state("networkidle")

    report.refresh_from_db()
    assert (report.state, report.document.number) == (Report.State.SENT, "97/BC-SVH")
    enter("binh")
    page.goto(address)
    page.get_by_text("97/BC-SVH").first.wait_for()
