"""Scans made for the tests: an official paper drawn as pictures, a little crooked and noisy."""

import shutil
from datetime import date
from functools import cache
from io import BytesIO
from random import Random

import pypdfium2
import pytest
from PIL import Image, ImageFilter

from thidua.kit.files import ocr
from thidua.kit.papers.blocks import Basis, Heading, Item, Letterhead, Paper, Paragraph, Signature
from thidua.kit.papers.official import to_pdf

needs_tesseract = pytest.mark.skipif(
    bool(ocr.why_not()), reason="no Tesseract with Vietnamese data (apt: tesseract-ocr tesseract-ocr-vie)"
)
needs_shell = pytest.mark.skipif(not shutil.which("sh"), reason="no shell for a stand-in of Tesseract")

NOTICE = Paper(
    letterhead=Letterhead(
        "Sở Văn hóa",
        parent="UBND tỉnh Tân Giang",
        number="37",
        symbol="TB-SVH",
        place="Tân Giang",
        day=date(2024, 5, 8),
    ),
    kind="Thông báo",
    abstract="Kết luận của Phó Giám đốc Sở tại cuộc họp Hội đồng Thi đua - Khen thưởng",
    blocks=(
        Basis("Căn cứ Nghị định số 152/2023/NĐ-CP ngày 14 tháng 6 năm 2023 của Chính phủ."),
        Paragraph("Sau khi nghe Văn phòng Sở báo cáo, Phó Giám đốc Sở kết luận như sau:"),
        Heading(1, "Văn phòng Sở", "I"),
        Item(
            "Tổng hợp, hoàn thành báo cáo sơ kết công tác thi đua, khen thưởng 6 tháng đầu năm 2024 theo Công văn số "
            "271/SNV-TĐKT ngày 28 tháng 4 năm 2024 của Sở Nội vụ, gửi chậm nhất ngày 15 tháng 6 năm 2024."
        ),
        Item(
            "Trên cơ sở Thông tư số 15/2023/TT-BNV ngày 04 tháng 8 năm 2023 của Bộ Nội vụ, nghiên cứu tham mưu dự thảo "
            "Quyết định thay thế Quyết định số 45/QĐ-SVH ngày 02/3/2020 về Quy chế thi đua, khen thưởng, trình Lãnh đạo Sở "
            "trước ngày 31/8/2024."
        ),
        Heading(1, "Phòng Quản lý di sản", "II"),
        Item(
            "Phối hợp với Bảo tàng tỉnh rà soát, lập hồ sơ đề nghị khen thưởng chuyên đề theo Kế hoạch số 121/KH-UBND ngày "
            "29 tháng 3 năm 2024 của Ủy ban nhân dân tỉnh; hưởng ứng phong trào thi đua “Tân Giang chung sức xây dựng nông "
            "thôn mới” giai đoạn 2021 - 2025."
        ),
        Item(
            "Năm 2023, Giám đốc Sở công nhận 29 Lao động tiên tiến; tặng Giấy khen cho 12 cá nhân, 03 tập thể."
        ),
        Paragraph(
            "Trên đây là kết luận của Phó Giám đốc Sở, Văn phòng Sở thông báo để các phòng biết, thực hiện."
        ),
    ),
    recipients=("Các phòng thuộc Sở;", "Lưu: VT, VP."),
    signature=Signature("Phó Giám đốc", "Đặng Quốc Sơn", mode="KT.", of="Giám đốc"),
)
NUMBERS = ["152/2023/NĐ-CP", "271/SNV-TĐKT", "15/2023/TT-BNV", "45/QĐ-SVH", "121/KH-UBND"]
DAYS = ["2023-06-14", "2024-04-28", "2023-08-04", "2020-03-02", "2024-03-29"]


@cache
def printed(paper: Paper = NOTICE) -> bytes:
    return to_pdf(paper)


def words(paper: Paper = NOTICE) -> str:
    """What the paper says, by PDFium."""
    document = pypdfium2.PdfDocument(printed(paper))
    text = "\n".join(page.get_textpage().get_text_range() for page in document)
    document.close()
    return text.replace("\ufffe", "-")


def pictures(
    paper: Paper = NOTICE, *, dpi: int = 200, angle: float = 0.7, noise: float = 0.12
) -> list[Image.Image]:
    """The pages as a flatbed scanner gives them."""
    document = pypdfium2.PdfDocument(printed(paper))
    found = [_scanned(page.render(scale=dpi / 72).to_pil(), angle, noise) for page in document]
    document.close()
    return found


def _scanned(page: Image.Image, angle: float, noise: float) -> Image.Image:
    page = page.convert("L").rotate(angle, fillcolor=255, resample=Image.Resampling.BICUBIC)
    grain = Image.frombytes("L", page.size, Random(7).randbytes(page.width * page.height))
    return Image.blend(page, grain, noise).filter(ImageFilter.GaussianBlur(0.6))


def as_file(pages: list[Image.Image], form: str, *, dpi: int = 200) -> bytes:
    """Pages as a file: PDF and TIFF hold several."""
    out = BytesIO()
    more = {"save_all": True, "append_images": pages[1:]} if form in {"PDF", "TIFF"} else {}
    size = {"resolution": dpi} if form == "PDF" else {"dpi": (dpi, dpi)}
    pages[0].save(out, form, **more, **size)
    return out.getvalue()


def blank_page() -> Image.Image:
    return Image.new("L", (827, 1169), 255)
