"""Files made for the tests: Word documents from XML, PDFs with a Vietnamese font, bytes in old encodings."""

import unicodedata
import zipfile
from io import BytesIO
from pathlib import Path

from PIL import Image
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from thidua.vn import encodings

FONT = Path(__file__).parents[2] / "ui" / "fonts" / "Tinos-Regular.ttf"
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_SPACES = (
    f'xmlns:w="{W}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml"'
)
PLAN = [
    "ỦY BAN NHÂN DÂN TỈNH TÂN GIANG",
    "KẾ HOẠCH",
    "Tổ chức phong trào thi đua “Công sở xanh” năm 2024",
    "Thực hiện Nghị định số 98/2023/NĐ-CP, Ủy ban nhân dân tỉnh giao Sở Văn hóa tổng hợp, báo cáo trước ngày 15/6/2024.",
    "Tặng Giấy khen cho 12 cá nhân và 03 tập thể tiêu biểu; nhiều đồng chí được đề nghị tặng Bằng khen.",
]


def docx(body: str, *, spaces: str = _SPACES, **parts: str) -> bytes:
    """A .docx with this body (WordprocessingML); `parts`: numbering, styles, footnotes, header1 … as inner XML."""
    roots = {"numbering": "numbering", "styles": "styles", "footnotes": "footnotes", "endnotes": "endnotes"}
    files = {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types"/>',
        "_rels/.rels": _relations({"word/document.xml": "officeDocument"}),
        "word/_rels/document.xml.rels": _relations(
            {f"{name}.xml": name.rstrip("0123456789") for name in parts}
        ),
        "word/document.xml": f"<w:document {spaces}><w:body>{body}</w:body></w:document>",
    }
    for name, inner in parts.items():
        root = roots.get(name, "hdr")
        files[f"word/{name}.xml"] = f"<w:{root} {spaces}>{inner}</w:{root}>"
    return zipped(files)


def _relations(targets: dict[str, str]) -> str:
    inner = "".join(
        f'<Relationship Id="r{place}" Type="{_RELATION}/{kind}" Target="{target}"/>'
        for place, (target, kind) in enumerate(targets.items())
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{inner}</Relationships>'


def zipped(files: dict[str, str | bytes]) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in files.items():
            package.writestr(name, content)
    return out.getvalue()


def para(text: str, *, font: str = "", run: str = "", properties: str = "") -> str:
    """One paragraph with one run; `run` and `properties`: inner XML of rPr and pPr."""
    fonts = f'<w:rFonts w:ascii="{font}" w:hAnsi="{font}"/>' if font else ""
    return (
        f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:rPr>{fonts}{run}</w:rPr>"
        f'<w:t xml:space="preserve">{text}</w:t></w:r></w:p>'
    )


def table(*rows: list[str]) -> str:
    """A table; each cell is given as WordprocessingML."""
    cells = ("".join(f"<w:tc>{cell}</w:tc>" for cell in row) for row in rows)
    return "<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in cells) + "</w:tbl>"


def pdf(*pages: list[str], password: str = "", font_name: str = "") -> bytes:
    """A PDF with these lines; `font_name`: what the embedded font calls itself."""
    name = f"Tinos{font_name}"
    font = TTFont(name, FONT)
    if font_name:
        font.face.name = font_name.encode()
    pdfmetrics.registerFont(font)
    out = BytesIO()
    locked = StandardEncryption(password) if password else None
    canvas = Canvas(out, encrypt=locked, invariant=True)
    for lines in pages:
        canvas.setFont(name, 13)
        for place, line in enumerate(lines):
            canvas.drawString(72, 800 - 18 * place, line)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def scan(pages: int = 1) -> bytes:
    """A PDF with a drawing on each page and not one letter."""
    out = BytesIO()
    canvas = Canvas(out, invariant=True)
    for _ in range(pages):
        canvas.rect(100, 100, 300, 500, fill=1)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def stamped_scan(stamp: str) -> bytes:
    """A PDF of one picture with some letters put over it, as signing programs do."""
    pdfmetrics.registerFont(TTFont("Tinos", FONT))
    out = BytesIO()
    canvas = Canvas(out, invariant=True)
    canvas.drawInlineImage(Image.new("L", (60, 80), 200), 0, 0, 595, 842)
    canvas.setFont("Tinos", 13)
    canvas.drawString(300, 100, stamp)
    canvas.save()
    return out.getvalue()


def tcvn3(text: str) -> str:
    """Text as typed in a font named .Vn…: small letters only, the way capitals were typed in .Vn…H."""
    back: dict[str, str] = {}
    for code, letter in encodings._TCVN3.items():
        if 0xA1 <= code < 0x100:
            back.setdefault(letter, chr(code))
    return "".join(back.get(char, char) for char in text)


def vni(text: str) -> str:
    back = {meant: typed for typed, meant in reversed(encodings._VNI.items())}
    return "".join(back.get(char, char) for char in text)


def windows_1258(text: str) -> bytes:
    """Letters with their hat or horn, tones after them."""
    tones, out = "\u0300\u0301\u0303\u0309\u0323", []
    for char in text:
        apart = unicodedata.normalize("NFD", char)
        bare = unicodedata.normalize("NFC", "".join(sign for sign in apart if sign not in tones))
        out.append(bare + "".join(sign for sign in apart if sign in tones))
    return "".join(out).encode("cp1258")
