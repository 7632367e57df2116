"""The page: the paper in the words of the print, figures that open their records, gaps with who can supply."""

import re
from html import unescape

import pytest
from django.urls import reverse
from django.utils.html import strip_tags

from thidua.kit.papers.official import to_text
from thidua.outlook.reports import services
from thidua.outlook.reports.models import Narrative, Report
from thidua.outlook.reports.papers import as_paper
from thidua.records.register import services as register
from thidua.records.register.models import Document
from thidua.vn import periods

pytestmark = pytest.mark.django_db
BLOCK = "publicity-plans"
HTMX = {"HX-Request": "true"}


@pytest.fixture
def page(sign_in, report, minh):
    """The page of the report as Minh sees it, with what stands behind the question mark."""
    return lambda query="", **more: (
        sign_in(minh).get(reverse("reports:report", args=[report.pk]) + query, **more).content.decode()
    )


def words_of(html):
    """Without blanks: the page breaks lines where the print does not."""
    return "".join(unescape(strip_tags(html)).split())


def test_the_paper_says_what_will_be_printed(page, records, report, minh, composed):
    shown = re.search(r'<article class="td-a4.*?</article>', page(), re.DOTALL)[0]
    said = words_of(shown)
    printed = to_text(as_paper(composed(report, minh).built, annex=False))

    for line in printed.splitlines():
        dated = line.startswith("Tân Giang, ngày")  # the page is of today, the fixture of another day
        if line and not line.startswith("[") and not dated:
            assert "".join(line.split()) in said, line


def test_a_figure_opens_its_records(page, records):
    html = page(f"?khoi={BLOCK}&ref={BLOCK}.count", headers=HTMX)

    assert '<p class="td-figure">02</p>' in html
    assert "Kế hoạch số 12/KH-SVH" in html
    assert reverse("register:document", args=[records.ours[0].pk]) in html
    assert "Lấy lúc" in html
    assert "<html" not in html
    assert "Con số sai thì sửa ở" in html


def test_without_script_the_same_address_is_the_whole_page_with_the_panel(page, records):
    html = page(f"?khoi={BLOCK}&ref={BLOCK}.count")

    assert '<p class="td-figure">02</p>' in html
    assert 'aria-current="true">02</a>' in html
    assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in html


def test_what_is_gone_is_said_in_words(page):
    assert "Không còn số liệu này" in page("?khoi=abc&ref=abc.count", headers=HTMX)


def test_a_gap_names_who_can_supply_and_offers_ways(page):
    html = page()

    assert "Thiếu: chưa ghi lần góp ý dự thảo văn bản nào trong kỳ" in html
    assert "Người có số liệu:" in html
    assert "Chưa gửi yêu cầu." in html
    assert "Phân hệ Tập huấn chưa có trong hệ thống." in html


def test_the_outline_counts_what_the_paper_shows(page):
    html = page()
    full, gap, unwritten = (html.count(f'td-bc-cell-{kind}"') for kind in ("full", "gap", "open"))

    assert f'aria-label="{full} mục đủ, {gap} mục thiếu, {unwritten} mục chưa viết"' in html


def test_words_are_written_in_the_paper(sign_in, report, minh):
    client, address = sign_in(minh), reverse("reports:write", args=[report.pk, "strengths"])
    form = client.get(address, headers=HTMX).content.decode()
    assert '<textarea id="loi-strengths" name="text"' in form
    assert "<html" not in form

    answer = client.post(address, {"text": "Nề nếp hơn."})

    assert answer.status_code == 302
    assert Narrative.objects.get().text == "Nề nếp hơn."


def test_a_refusal_keeps_what_was_typed_and_shows_the_others_words(sign_in, report, minh, acts):
    services.write(report, "strengths", "Bản của người khác.", **acts(minh))
    typed = {"text": "Bản của mình.", "seen": "2020-01-01T00:00:00+00:00"}

    answer = sign_in(minh).post(reverse("reports:write", args=[report.pk, "strengths"]), typed)

    html = answer.content.decode()
    assert answer.status_code == 422
    assert "Bản của mình.</textarea>" in html
    assert "Bản của người khác." in html
    assert "vừa sửa mục này" in html


def test_last_periods_words_are_shown_and_never_copied_silently(sign_in, report, so_van_hoa, minh, acts):
    old = services.start("so-6-thang", periods.parse("2023H2"), body=so_van_hoa, **acts(minh))
    services.write(old, "strengths", "Chữ của kỳ trước.", **acts(minh))

    html = (
        sign_in(minh)
        .get(reverse("reports:earlier_words", args=[report.pk, "strengths"]), headers=HTMX)
        .content.decode()
    )

    assert "Chữ của kỳ trước." in html
    assert "Chép vào để sửa" in html
    assert not report.narratives.exists()


def test_a_changed_record_is_marked_beside_the_frozen_figure(page, records, frozen, minh, acts, so_van_hoa):
    register.correct(records.ours[0], topic="khac", **acts(minh))

    html = page()

    assert "Đã thay đổi sau khi chốt" in html
    assert "nay01" in words_of(html)
    assert "Đã chốt số liệu" in html


def test_the_receiver_sees_the_paper_alone(approved, printed_and_sent, records, binh, sign_in):
    html = sign_in(binh).get(reverse("reports:report", args=[approved.pk])).content.decode()

    assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in html
    assert "Trả lại nơi báo cáo" in html
    assert "td-sheet-figure" not in html
    assert "Viết mục này" not in html
    assert sign_in(binh).get(reverse("reports:compare", args=[approved.pk])).status_code == 404


@pytest.fixture
def printed_and_sent(approved, minh, sign_in):
    answer = sign_in(minh).post(
        reverse("reports:issue", args=[approved.pk]),
        {"number": "45", "issued_on": "12/06/2024", "signer": "Đặng Quốc Sơn", "signer_title": "Giám đốc"},
    )
    assert answer.status_code == 302, answer.content.decode()


def test_the_clerk_numbers_it_on_the_page(printed_and_sent, approved):
    approved.refresh_from_db()

    assert approved.state == Report.State.SENT
    assert Document.objects.get(pk=approved.document_id).number == "45/BC-SVH"


@pytest.mark.parametrize(("kind", "begins"), [("docx", b"PK"), ("text", b"UBND"), ("json", b"{")])
def test_files_are_given(kind, begins, report, minh, sign_in):
    answer = sign_in(minh).get(reverse("reports:download", args=[report.pk, kind]))

    assert answer.content.startswith(begins)
    assert "attachment" in answer.headers["Content-Disposition"]


def test_the_other_period_stands_beside(report, records, minh, sign_in):
    html = sign_in(minh).get(reverse("reports:compare", args=[report.pk])).content.decode()

    assert "6 tháng cuối năm 2023" in html
    assert "tính từ bản ghi hiện có vì kỳ đó chưa có báo cáo" in html
