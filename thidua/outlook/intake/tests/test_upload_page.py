"""The upload page: what cannot be read is said beside its name, what was pasted is not lost."""

import unicodedata

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from thidua.outlook.intake.models import Reading
from thidua.outlook.intake.tests.samples import NOTICE, PLAN, REPORT

pytestmark = pytest.mark.django_db

TCVN3 = (
    "Céng hßa x· héi chñ nghÜa ViÖt Nam\n§éc lËp - Tù do - H¹nh phóc\n\nKÕ ho¹ch\n"
    "VÒ viÖc ph¸t ®éng phong trµo thi ®ua n¨m 2024 cña ngµnh v¨n hãa\n\n"
    "Thùc hiÖn KÕ ho¹ch sè 08/KH-UBND ngµy 12/01/2024 cña ñy ban nh©n d©n tØnh, Së x©y dùng kÕ ho¹ch nh­ sau.\n"
)


@pytest.fixture
def send(minh, sign_in):
    client = sign_in(minh)

    def post(*files, **data):
        sent = [
            SimpleUploadedFile(name, body if isinstance(body, bytes) else body.encode())
            for name, body in files
        ]
        return client.post(reverse("intake:upload"), {"files": sent, "text": "", "name": "", **data})

    return post


def test_the_page_says_what_is_taken(minh, sign_in):
    html = sign_in(minh).get(reverse("intake:upload")).content.decode()

    assert 'type="file" name="files" id="id_files" multiple' in html
    assert "Nhận .docx, .pdf, .txt, ảnh .png, .jpg, .tif" in html


def test_one_file_leads_to_its_reading(send):
    answer = send(("tb.txt", NOTICE))

    assert answer.status_code == 302
    assert answer.url == reverse("intake:reading", args=[Reading.objects.get().pk])


def test_several_files_lead_to_the_list(send):
    answer = send(("tb.txt", NOTICE), ("kh.txt", PLAN))

    assert answer.url == reverse("intake:list")
    assert Reading.objects.count() == 2


def test_pasted_text_leads_to_its_reading(send):
    answer = send(text=REPORT, name="Báo cáo quý I")

    assert answer.status_code == 302
    assert Reading.objects.get().name == "Báo cáo quý I"


def test_a_file_that_was_read_before_opens_its_reading(send):
    send(("tb.txt", NOTICE))

    answer = send(("ban sao.txt", NOTICE))

    assert answer.status_code == 302
    assert Reading.objects.count() == 1


def test_one_bad_file_does_not_keep_the_others_out_and_the_pasted_text_stays(send):
    answer = send(("tb.txt", NOTICE), ("virus.docx", b"MZ" + b"\0" * 300), text="  ", name="Tên đã gõ")

    html = answer.content.decode()
    assert answer.status_code == 422
    assert html.index("virus.docx") < html.index("Đây là chương trình máy tính, không phải văn bản.")
    assert "Tên đã gõ" in html
    assert Reading.objects.get().name == "tb.txt"


def test_a_bad_file_beside_pasted_text_loses_nothing_of_it(send, monkeypatch):
    answer = send(("trong.txt", b""), text="MẬT\n\nNội dung đã dán rất dài", name="")

    html = answer.content.decode()
    assert answer.status_code == 422
    assert "Nội dung đã dán rất dài" in html
    assert "độ mật" in html


def test_nothing_chosen_is_said(send):
    answer = send()

    assert answer.status_code == 422
    assert "Chưa có chữ nào. Dán nội dung văn bản vào ô, hoặc chọn tệp." in answer.content.decode()


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("cv.docx", b"MZ\x90\0" + b"\0" * 400, "chương trình máy tính"),
        ("trong.txt", b"", "trống"),
        ("hong.docx", b"PK\x03\x04" + b"khong phai zip" * 40, "hỏng"),
        ("anh.png", b"\x89PNG\r\n\x1a\n" + b"\0" * 200, "Tệp ảnh hỏng"),
        ("hong.pdf", b"%PDF-1.4\n" + b"rac " * 50, "PDF"),
    ],
)
def test_what_cannot_be_read_is_said_beside_its_name(send, name, data, said):
    answer = send((name, data))

    html = answer.content.decode()
    assert answer.status_code == 422
    assert name in html
    assert said in html
    assert not Reading.objects.exists()


def test_decomposed_letters_of_a_name_and_a_text_are_composed(send):
    send((unicodedata.normalize("NFD", "Kế hoạch.txt"), unicodedata.normalize("NFD", PLAN)))

    reading = Reading.objects.get()
    assert reading.name == "Kế hoạch.txt"
    assert "Tuyên truyền về gương" in reading.text


def test_letters_of_an_old_font_are_converted_and_asked_about(send, minh, sign_in):
    send(text=TCVN3)

    reading = Reading.objects.get()
    assert "Thực hiện Kế hoạch số 08/KH-UBND" in reading.text
    assert (reading.encoding, reading.is_text_checked) == ("tcvn3", False)
    html = sign_in(minh).get(reverse("intake:reading", args=[reading.pk])).content.decode()
    assert "Chữ được chuyển từ TCVN3" in html


def test_a_huge_text_is_shown_in_parts(send, minh, sign_in):
    send(text="BÁO CÁO\nVề việc thử\n\n" + "Nội dung thứ nhất của văn bản rất dài này.\n\n" * 20_000)

    address = reverse("intake:reading", args=[Reading.objects.get().pk])
    answer = sign_in(minh).get(address)

    assert "Phần 1/" in answer.content.decode()
    assert len(answer.content) < 400_000
