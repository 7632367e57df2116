"""What one sees of a scan: its progress, what to do where nothing reads it, its doubtful words."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from thidua.kit.files import ocr
from thidua.kit.files.tests import scans
from thidua.kit.jobs import worker
from thidua.kit.jobs.models import Job
from thidua.outlook.intake.models import Reading
from thidua.outlook.intake.tests.samples import NOTICE

pytestmark = pytest.mark.django_db
HTMX = {"HTTP_HX_REQUEST": "true"}


def address(reading, name="reading"):
    return reverse(f"intake:{name}", args=[reading.pk])


@pytest.fixture
def client(sign_in, minh):
    return sign_in(minh)


def test_uploaded_it_leads_to_its_progress(pages, client):
    data = scans.as_file([scans.blank_page()], "JPEG")

    answer = client.post(
        reverse("intake:upload"), {"files": [SimpleUploadedFile("anh.jpg", data)], "text": "", "name": ""}
    )

    reading = Reading.objects.get()
    assert answer.url == address(reading)
    page = client.get(answer.url).content.decode()
    assert f'hx-get="{address(reading, "scan_progress")}"' in page
    assert "nhận dạng xong, bản đọc hiện ở “Việc của tôi”" in page
    box = client.get(address(reading, "scan_progress"), **HTMX).content.decode()
    assert "Nhận dạng chữ bản quét “anh.jpg”" in box
    assert "Dừng việc này" in box


def test_several_scans_lead_to_the_list_which_says_so(pages, client):
    files = [
        SimpleUploadedFile(f"{count}.tif", scans.as_file([scans.blank_page()] * count, "TIFF"))
        for count in (1, 2)
    ]

    answer = client.post(reverse("intake:upload"), {"files": files, "text": "", "name": ""}, follow=True)

    html = answer.content.decode()
    assert "2 bản quét chờ nhận dạng chữ." in html
    assert "Đã đọc" not in html
    assert html.count("Bản quét chưa có chữ") == 2


def test_stopped_from_the_page_it_can_go_on(pages, client, scan):
    reading = scan()

    client.post(address(reading, "scan_progress"))
    page = client.get(address(reading)).content.decode()
    assert Job.objects.get().state == "cancelled"
    assert "Nhận dạng tiếp" in page

    assert client.post(address(reading, "recognise")).url == address(reading)
    assert Job.objects.filter(state="queued").count() == 1


def test_the_page_around_the_box_is_renewed_when_its_job_breaks_off(pages, client, scan):
    reading = scan()
    box = {**HTMX, "HTTP_HX_TARGET": f"job-{Job.objects.get().key}"}

    assert "HX-Refresh" not in client.get(address(reading, "scan_progress"), **box)
    assert client.post(address(reading, "scan_progress"), **box)["HX-Refresh"] == "true"
    assert "HX-Refresh" not in client.get(address(reading, "scan_progress"), **HTMX)


def test_where_tesseract_is_absent_the_page_says_what_to_do(pages, client, scan, monkeypatch):
    monkeypatch.setattr(ocr, "why_not", lambda: ocr.NOT_INSTALLED)
    reading = scan()

    page = client.get(address(reading)).content.decode()

    assert "Tệp đã được giữ." in page
    assert "Máy chủ chưa cài phần nhận dạng chữ (Tesseract)." in page
    assert '<details class="td-fold" open' in page
    assert address(reading, "recognise") not in page
    assert (
        "được giữ lại; máy chủ chưa có phần nhận dạng chữ"
        in client.get(reverse("intake:upload")).content.decode()
    )
    answer = client.post(address(reading, "recognise"), follow=True)
    assert "Máy chủ chưa cài" in answer.content.decode()


def test_the_text_is_typed_and_read(pages, client, scan):
    reading = scan()

    answer = client.post(address(reading, "type_text"), {"text": NOTICE}, follow=True)

    assert "Đã đọc chữ vừa nhập." in answer.content.decode()
    assert "271/SNV-TĐKT" in answer.content.decode()


def test_refused_text_stays_in_the_box(pages, client, scan):
    answer = client.post(address(scan(), "type_text"), {"text": "MẬT\n\nNội dung gõ rất lâu"})

    assert answer.status_code == 422
    assert "Nội dung gõ rất lâu" in answer.content.decode()
    assert "độ mật" in answer.content.decode()


def test_recognised_it_asks_to_be_compared_and_marks_what_is_doubtful(pages, client, scan):
    text = pages[2].text
    place = text.index("45/QĐ-SVH")
    odd = text.index("Bảo tàng")
    pages[2] = ocr.Page(text, (ocr.Doubt(place, place + 9, 41), ocr.Doubt(odd, odd + 3, 30)), 91)
    pages[1] = ocr.Unread(ocr.BROKEN)
    reading = scan()
    worker.run_next()

    page = client.get(address(reading)).content.decode()

    assert "Chữ nhận dạng từ bản quét, xin xem lại" in page
    assert "2 chữ chưa chắc được gạch lượn sóng." in page
    assert "Trang 1 không nhận dạng được" in page
    citation = reading.proposals.get(proposed__number="45/QĐ-SVH")
    assert re.search(rf'td-nap-doubt"[^>]* data-for-card="muc-{citation.pk}"', page)
    assert len(re.findall("td-nap-doubt", page)) == 2
    assert "“45/QĐ-SVH” nhận dạng chưa chắc, đối chiếu với bản quét." in page
    assert 'data-for-card=""' not in page
    assert 'href="#"' not in page


def test_given_up_it_is_shown_as_that(pages, client, scan):
    reading = scan()

    client.post(address(reading, "discard"), {"confirmed": "1"})

    page = client.get(address(reading)).content.decode()
    assert "Bản đọc đã hủy" in page
    assert "Dán nội dung" not in page


def test_tung_gets_nothing(pages, scan, sign_in, tung):
    reading = scan()
    other = sign_in(tung)

    assert other.get(address(reading)).status_code == 404
    assert other.get(address(reading, "scan_progress")).status_code == 404
    for name in ("scan_progress", "recognise", "type_text"):
        assert other.post(address(reading, name), {"text": NOTICE}).status_code == 404
    assert Job.objects.get().state == "queued"


def test_a_reading_that_was_no_scan_has_no_progress(client, reading):
    assert client.get(address(reading, "scan_progress")).status_code == 404
