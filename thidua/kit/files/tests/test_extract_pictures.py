"""Pictures: accepted by content, counted and measured without being unpacked, refused when damaged or huge."""

import struct
from io import BytesIO

import pytest
from PIL import Image

from thidua.kit.files.extract import Limits, Unreadable, extract
from thidua.kit.files.tests import made, scans


def picture(form: str, size=(30, 40), **more) -> bytes:
    out = BytesIO()
    Image.new("L", size, 255).save(out, form, **more)
    return out.getvalue()


def refusal(data: bytes, **limits) -> str:
    with pytest.raises(Unreadable) as refused:
        extract(data, "a", limits=Limits(**limits))
    return refused.value.message


@pytest.mark.parametrize(("form", "kind"), [("PNG", "png"), ("JPEG", "jpg"), ("TIFF", "tif")])
def test_a_picture_is_a_scan_of_one_page(form, kind):
    found = extract(picture(form), f"a.{kind}")

    assert (found.kind, found.text, found.pages, found.is_scan, found.note) == (kind, "", 1, True, "")


def test_the_pages_of_a_tiff_are_counted():
    data = scans.as_file([Image.new("L", (20, 30))] * 3, "TIFF")

    assert extract(data, "a.tiff").pages == 3


def test_a_picture_named_like_a_document_is_remarked():
    assert extract(picture("PNG"), "a.pdf").note == (
        "Tên tệp là .pdf nhưng nội dung là ảnh (.png): đã đọc theo nội dung."
    )


def test_a_picture_on_the_disk_is_read_alike(tmp_path):
    path = tmp_path / "anh.jpg"
    path.write_bytes(picture("JPEG", progressive=True))

    assert extract(path, path.name).kind == "jpg"


@pytest.mark.parametrize("form", ["PNG", "JPEG", "TIFF"])
def test_too_many_points_are_refused_by_the_head_alone(form):
    assert refusal(picture(form), pixels=1199).startswith("Ảnh quá lớn (30 × 40 điểm). Giảm cỡ ảnh")


def test_a_bomb_of_a_few_bytes_is_refused():
    head = b"\x89PNG\r\n\x1a\n" + struct.pack(">I4sII", 13, b"IHDR", 200_000, 200_000) + bytes(9)

    assert refusal(head).startswith("Ảnh quá lớn (200000 × 200000 điểm)")


@pytest.mark.parametrize(
    "data",
    [
        b"\x89PNG\r\n\x1a\n" + bytes(200),
        b"\x89PNG\r\n\x1a\n",
        b"\xff\xd8\xff\xe0" + bytes(200),
        b"\xff\xd8\xff",
        b"\xff\xd8\xff\xda" + bytes(200),
        b"II*\x00",
        b"II*\x00" + bytes(200),
        b"II*\x00" + struct.pack("<IHI", 8, 0, 8),
        b"MM\x00*" + struct.pack(">IHI", 8, 0, 0),
    ],
)
def test_what_is_damaged_is_refused(data):
    assert refusal(data).startswith("Tệp ảnh hỏng nên không mở được.")


def test_more_pages_than_are_read():
    data = scans.as_file([Image.new("L", (20, 30))] * 3, "TIFF")

    assert refusal(data, pages=2).startswith("Tệp ảnh có hơn 2 trang.")


def test_a_pdf_of_pictures_is_a_scan_and_one_of_letters_is_none():
    pages = [scans.blank_page()] * 2

    assert extract(scans.as_file(pages, "PDF"), "a.pdf").is_scan
    assert extract(made.scan(), "a.pdf").is_scan
    assert not extract(made.pdf(made.PLAN), "a.pdf").is_scan


def test_a_scan_that_bears_a_digital_signature_is_a_scan_all_the_same():
    found = extract(made.stamped_scan("Ký bởi: Sở Văn hóa"), "a.pdf")

    assert (found.is_scan, found.text) == (True, "Ký bởi: Sở Văn hóa")
