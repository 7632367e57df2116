"""Every bad input that people bring, and the sentence that each is answered with."""

import zlib
from io import BytesIO

import pytest
import xlsxwriter
from PIL import Image

from thidua.kit.files.extract import Unreadable, extract
from thidua.kit.files.tests import made
from thidua.kit.files.tests.made import para

LOCKED = "Tệp có mật khẩu nên không đọc được. Gỡ mật khẩu rồi tải lại, hoặc dán nội dung vào đây."
GOOD = made.docx(para("Kế hoạch"))


def refusal(data, name="a.docx"):
    with pytest.raises(Unreadable) as no:
        extract(data, name)
    return no.value.message


def ole(stream):
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + stream.encode("utf-16-le") + bytes(600)


def workbook():
    out = BytesIO()
    with xlsxwriter.Workbook(out) as book:
        book.add_worksheet().write(0, 0, "Họ tên")
    return out.getvalue()


def image(form):
    out = BytesIO()
    Image.new("RGB", (8, 8)).save(out, form)
    return out.getvalue()


def test_a_missing_file(tmp_path):
    assert refusal(tmp_path / "khong-co.docx") == "Không có tệp này. Kiểm tra lại tên và thư mục."


def test_a_folder(tmp_path):
    assert refusal(tmp_path) == "Đây là thư mục, không phải tệp. Chọn từng tệp bên trong."


@pytest.mark.parametrize("data", [b"", b"  \r\n\t\n", b"\xef\xbb\xbf"])
def test_an_empty_file(data):
    assert refusal(data, "a.txt").startswith("Tệp trống")


def test_a_locked_pdf():
    assert refusal(made.pdf(made.PLAN, password="bimat"), "a.pdf") == LOCKED


def test_a_locked_word_document():
    assert refusal(ole("EncryptedPackage")) == LOCKED


def test_a_locked_zip_entry():
    locked = bytearray(GOOD)
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = locked.find(mark)
        while at >= 0:
            locked[at + place] |= 1
            at = locked.find(mark, at + 4)

    assert refusal(bytes(locked)) == LOCKED


@pytest.mark.parametrize("cut", [30, len(GOOD) // 2, len(GOOD) - 30])
def test_a_word_document_cut_short(cut):
    assert refusal(GOOD[:cut]).startswith("Tệp Word hỏng nên không đọc được. Mở bằng Word")


def test_a_word_document_with_flipped_bytes():
    body = made.docx(para("Kế hoạch " * 200))
    at = body.find(b"word/document.xml") + 40

    assert refusal(
        body[:at] + bytes(byte ^ 0xFF for byte in body[at : at + 40]) + body[at + 40 :]
    ).startswith("Tệp Word hỏng")


def test_a_word_document_without_its_main_part_or_with_broken_markup():
    assert refusal(made.zipped({"word/styles.xml": "<a/>"})).startswith("Tệp Word hỏng")
    assert refusal(made.zipped({"word/document.xml": "<w:document><w:body>"})).startswith("Tệp Word hỏng")


@pytest.mark.parametrize("data", [b"%PDF-1.7\nrubbish", made.pdf(made.PLAN)[:200]])
def test_a_damaged_pdf(data):
    assert refusal(data, "a.pdf").startswith("Tệp PDF hỏng nên không đọc được. Mở bằng trình xem PDF")


@pytest.mark.parametrize("name", ["bao-cao.docx", "bao-cao.pdf", "bao-cao.txt"])
def test_a_renamed_exe_is_refused(name):
    program = b"MZ\x90\x00\x03\x00\x00\x00\x04" + bytes(range(256)) * 8

    assert (
        refusal(program, name)
        == "Đây là chương trình máy tính, không phải văn bản. Chọn tệp .docx, .pdf hoặc .txt."
    )


def test_any_other_binary_is_refused():
    assert refusal(zlib.compress(b"x" * 9) * 90 + b"\x00", "a.txt").startswith("Tệp này không phải văn bản.")


def test_text_that_turns_binary_further_on_is_refused():
    assert refusal(b"Ke hoach " * 1000 + bytes(5000), "a.txt").startswith("Tệp này không phải văn bản.")


@pytest.mark.parametrize(
    ("data", "name", "begins"),
    [
        (
            ole("WordDocument"),
            "a.doc",
            "Tệp Word đời cũ (.doc) chưa đọc được. Mở bằng Word, chọn Lưu thành .docx",
        ),
        (ole("Workbook"), "a.xls", "Đây là bảng tính Excel"),
        (ole("PowerPoint Document"), "a.ppt", "Đây là tệp trình chiếu"),
        (ole("Khac"), "a.msg", "Tệp Office đời cũ chưa đọc được"),
        (workbook(), "a.xlsx", "Đây là bảng tính Excel, không phải văn bản. In ra .pdf"),
        (made.zipped({"ppt/presentation.xml": "<a/>"}), "a.pptx", "Đây là tệp trình chiếu"),
        (made.zipped({"mimetype": "x", "content.xml": "<a/>"}), "a.odt", "Tệp LibreOffice"),
        (made.zipped({"ho so/1.pdf": "x"}), "a.zip", "Đây là tệp nén. Giải nén rồi tải từng tệp bên trong."),
        (b"Rar!\x1a\x07\x00" + bytes(300), "a.rar", "Đây là tệp nén."),
        (b"7z\xbc\xaf\x27\x1c" + bytes(300), "a.7z", "Đây là tệp nén."),
        (image("GIF"), "a.gif", "Loại tệp ảnh này chưa đọc được. Lưu thành .png, .jpg hoặc .pdf"),
        (image("WEBP"), "a.png", "Loại tệp ảnh này chưa đọc được"),
        (b"\x00\x00\x00\x18ftypmp42" + bytes(300), "a.mp4", "Đây là tệp âm thanh hoặc phim"),
        (rb"{\rtf1\ansi Ke hoach}", "a.doc", "Tệp RTF chưa đọc được. Mở bằng Word"),
        (b"<!DOCTYPE html><html><body>a</body></html>", "a.doc", "Đây là trang web lưu lại"),
        (b"<?xml version='1.0'?><w:wordDocument/>", "a.doc", "Đây là tệp dữ liệu XML"),
        (b"<?xml version='1.0'?><html/>", "a.htm", "Đây là trang web lưu lại"),
    ],
    ids=lambda part: part if isinstance(part, str) and part[:2] == "a." else "",
)
def test_other_kinds_are_named_with_what_to_do(data, name, begins):
    assert refusal(data, name).startswith(begins)


def test_a_word_document_with_macros():
    message = "Tệp Word có macro nên không nhận. Mở bằng Word, lưu thành .docx (không macro) rồi tải lên."
    macro = made.zipped({"word/document.xml": "<a/>", "word/vbaProject.bin": b"x"})
    declared = made.zipped(
        {
            "word/document.xml": "<a/>",
            "[Content_Types].xml": "application/vnd.ms-word.document.macroEnabled.main+xml",
        }
    )

    assert refusal(macro) == refusal(declared) == message


@pytest.mark.parametrize(
    "document",
    [
        '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>',
        '<!DOCTYPE a [<!ENTITY x "ha"><!ENTITY y "&x;&x;&x;">]><a>&y;</a>',
        '<!DOCTYPE a SYSTEM "http://127.0.0.1/a.dtd"><a/>',
        "<!DOCTYPE a><a/>",
    ],
)
def test_declared_entities_are_refused(document):
    assert refusal(made.zipped({"word/document.xml": document})).startswith("Tệp Word chứa khai báo XML lạ")


def test_content_counts_not_the_name():
    found = extract(GOOD, "bao-cao.pdf")

    assert found.kind == "docx"
    assert found.note == "Tên tệp là .pdf nhưng nội dung là Word (.docx): đã đọc theo nội dung."


@pytest.mark.parametrize("name", ["a.docx", "Kế hoạch số 1. Về việc abc", "", "-"])
def test_a_fitting_name_or_none_is_not_remarked(name):
    assert extract(GOOD, name).note == ""
