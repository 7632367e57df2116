"""What an officer is told when a file cannot be read: why, and how to mend it; the rest is read, nothing is lost."""

import io
import unicodedata

import pytest
from docx import Document as Docx
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from thidua.outlook.intake.models import Reading

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

PLAN = (
    "KẾ HOẠCH\nTuyên truyền về thi đua, khen thưởng năm 2026\n\n"
    "Thực hiện Kế hoạch số 12/KH-SVH ngày 06/3/2026 của Sở Văn hóa tỉnh Tân Giang về tuyên truyền.\n"
)
TCVN3 = "B¸o c¸o c«ng t¸c thi ®ua, khen th­ëng theo KÕ ho¹ch sè 12/KH-SVH ngµy 06/3/2026 cña Së V¨n hãa. "


def encrypted_pdf() -> bytes:
    stream = io.BytesIO()
    canvas = Canvas(stream, encrypt=StandardEncryption("mở", strength=128))
    canvas.drawString(72, 720, "Ke hoach")
    canvas.save()
    return stream.getvalue()


def damaged_docx() -> bytes:
    stream = io.BytesIO()
    Docx().save(stream)
    return stream.getvalue()[: len(stream.getvalue()) // 2]


def bad_files() -> list[dict[str, object]]:
    named = {
        "ke hoach.docx": b"MZ\x90\x00" + b"\x00" * 4000,
        "mat khau.pdf": encrypted_pdf(),
        "hong.docx": damaged_docx(),
        "rong.txt": b"",
        "dung.txt": unicodedata.normalize("NFD", PLAN).encode(),
        "phong cu.txt": (TCVN3 * 6).encode("cp1252"),
    }
    return [
        {"name": name, "mimeType": "application/octet-stream", "buffer": data} for name, data in named.items()
    ]


def test_each_bad_file_says_how_to_mend_it_and_the_good_ones_are_read(minh, enter, look):
    page = enter(minh)
    page.goto("/nap/tai-len/")

    page.get_by_label("Tệp văn bản").set_input_files(bad_files())
    page.get_by_role("button", name="Đọc văn bản").click()

    said = page.locator("main").inner_text()
    assert said.count("Chưa nhận") == 4
    assert "mật khẩu" in said
    assert "Tệp rỗng" in said or "trống" in said
    assert page.get_by_role("link", name="Mở bản đọc").count() == 2
    assert Reading.objects.count() == 2
    look("nap-van-ban-loi")


def test_pasted_text_stays_in_the_form_when_a_file_beside_it_is_refused(minh, enter):
    page = enter(minh)
    page.goto("/nap/tai-len/")
    page.get_by_text("Hoặc dán nội dung").click()
    page.get_by_label("Nội dung").fill("MẬT\n" + PLAN)

    page.get_by_role("button", name="Đọc văn bản").click()

    assert "Thực hiện Kế hoạch số 12/KH-SVH" in page.get_by_label("Nội dung").input_value()
    assert Reading.objects.count() == 0
