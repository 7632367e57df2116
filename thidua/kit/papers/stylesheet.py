"""The Word file that every paper begins from: page, styles, page numbers. Built in code once, then kept as bytes."""

from functools import cache
from io import BytesIO
from typing import Any
from zipfile import ZipFile

from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from thidua.kit.papers.form import measure, words

HEADINGS = ("Heading1", "Heading2", "Heading3", "Heading4")
DOCUMENT, PROPERTIES = "word/document.xml", "docProps/core.xml"

_MIDDLE, _BOTH, _LEFT = WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.JUSTIFY, WD_ALIGN_PARAGRAPH.LEFT
# id, name in Word, size, bold, italic, alignment, points before, points after
_STYLES: tuple[tuple[str, str, str, bool, bool, Any, float, float], ...] = (
    ("TdParent", "TĐ Cơ quan chủ quản", "agency.size", False, False, _MIDDLE, 0, 0),
    ("TdIssuer", "TĐ Cơ quan ban hành", "agency.size", True, False, _MIDDLE, 0, 0),
    ("TdNation", "TĐ Quốc hiệu", "nation.size", True, False, _MIDDLE, 0, 0),
    ("TdMotto", "TĐ Tiêu ngữ", "motto.size", True, False, _MIDDLE, 0, 0),
    ("TdNumber", "TĐ Số, ký hiệu", "number.size", False, False, _MIDDLE, 6, 0),
    ("TdPlace", "TĐ Địa danh, ngày", "place.size", False, True, _MIDDLE, 6, 0),
    ("TdAbout", "TĐ Về việc", "letter.size", False, False, _MIDDLE, measure("letter.gap"), 0),
    ("TdKind", "TĐ Tên loại", "title.kind_size", True, False, _MIDDLE, 18, 0),
    ("TdAbstract", "TĐ Trích yếu", "title.abstract_size", True, False, _MIDDLE, 0, 0),
    ("TdTo", "TĐ Kính gửi", "to.size", False, False, _MIDDLE, 18, 12),
    ("TdToLine", "TĐ Nơi kính gửi", "to.size", False, False, _LEFT, 0, 3),
    ("TdBasis", "TĐ Căn cứ", "basis.size", False, True, _BOTH, 0, measure("body.gap")),
    ("TdGap", "TĐ Còn thiếu", "body.size", True, True, _BOTH, 0, measure("body.gap")),
    ("TdTableTitle", "TĐ Tên bảng", "body.size", True, False, _MIDDLE, 6, 6),
    ("TdTableHead", "TĐ Đầu bảng", "table.size", True, False, _MIDDLE, 2, 2),
    ("TdTableText", "TĐ Ô bảng", "table.size", False, False, _LEFT, 2, 2),
    ("TdRecipientsLabel", "TĐ Nơi nhận", "recipients.label_size", True, True, _LEFT, 0, 0),
    ("TdRecipient", "TĐ Nơi nhận từng dòng", "recipients.size", False, False, _LEFT, 0, 0),
    ("TdSign", "TĐ Chức vụ người ký", "sign.size", True, False, _MIDDLE, 0, 0),
    ("TdSignName", "TĐ Họ tên người ký", "sign.name_size", True, False, _MIDDLE, 0, 0),
    ("TdAnnexLabel", "TĐ Phụ lục", "annex.label_size", True, False, _MIDDLE, 0, 0),
    ("TdAnnexName", "TĐ Tên phụ lục", "annex.name_size", True, False, _MIDDLE, 0, 0),
    ("TdReference", "TĐ Kèm theo", "annex.reference_size", False, True, _MIDDLE, 0, 3),
    ("TdRule", "TĐ Nét kẻ", "recipients.size", False, False, _MIDDLE, 0, 0),
)
_INDENTED = {"TdBasis", "TdGap"}


@cache
def parts() -> dict[str, bytes]:
    """The parts of the empty file by name, in the order of the container."""
    buffer = BytesIO()
    _document().save(buffer)
    with ZipFile(buffer) as file:
        return {name: file.read(name) for name in file.namelist()}


@cache
def header_id() -> str:
    """Of the relation to the running head with the page number, for every section."""
    document = Document(BytesIO(_saved()))
    reference = document.element.body.sectPr.find(qn("w:headerReference"))
    return str(reference.get(qn("r:id")))


def _saved() -> bytes:
    buffer = BytesIO()
    with ZipFile(buffer, "w") as file:
        for name, data in parts().items():
            file.writestr(name, data)
    return buffer.getvalue()


def _document() -> Any:
    document = Document()
    _without_unused_parts(document)
    _without_unused_styles(document)
    _defaults(document)
    _normal(document)
    for level, identity in enumerate(HEADINGS, start=1):
        _heading(document, identity, level)
    for entry in _STYLES:
        _style(document, *entry)
    _page(document)
    _settings(document)
    return document


def _without_unused_parts(document: Any) -> None:
    """What the library's own template brings along: themes, other fonts, an English Word's settings."""
    for owner, kept in (
        (document.part, {"styles", "settings"}),
        (document.part.package, {"officeDocument", "core-properties"}),
    ):
        for key, relation in list(owner.rels.items()):
            if relation.reltype.rpartition("/")[2] not in kept:
                del owner.rels[key]


def _without_unused_styles(document: Any) -> None:
    kept = {"Normal", "DefaultParagraphFont", "TableNormal", "NoList", "Header", "Footer", *HEADINGS}
    for style in list(document.styles.element.findall(qn("w:style"))):
        if style.get(qn("w:styleId")) not in kept:
            document.styles.element.remove(style)


def _fonts(properties: Any) -> None:
    """The family for every script: Word takes another for what counts as East Asian."""
    for old in properties.findall(qn("w:rFonts")):
        properties.remove(old)
    family = words("font.family")
    properties.insert(0, _element("rFonts", dict.fromkeys(("ascii", "hAnsi", "cs", "eastAsia"), family)))


def _size(properties: Any, points: float) -> None:
    for name in ("w:sz", "w:szCs"):
        for old in properties.findall(qn(name)):
            properties.remove(old)
        properties.append(_element(name[2:], {"val": str(round(points * 2))}))


def _defaults(document: Any) -> None:
    properties = document.styles.element.find(".//" + qn("w:rPrDefault")).find(qn("w:rPr"))
    for child in list(properties):
        properties.remove(child)
    _fonts(properties)
    _size(properties, measure("body.size"))
    properties.append(_element("lang", {"val": "vi-VN", "eastAsia": "vi-VN"}))
    spacing = document.styles.element.find(".//" + qn("w:pPrDefault")).find(qn("w:pPr"))
    for child in list(spacing):
        spacing.remove(child)


def _normal(document: Any) -> None:
    style = document.styles["Normal"]
    _letters(style, measure("body.size"), bold=False, italic=False)
    layout = style.paragraph_format
    layout.alignment = _BOTH
    layout.first_line_indent = Mm(measure("body.indent"))
    layout.space_before, layout.space_after = Pt(0), Pt(measure("body.gap"))
    layout.line_spacing_rule = WD_LINE_SPACING.MULTIPLE
    layout.line_spacing = measure("body.lines")
    layout.widow_control = True


def _letters(style: Any, size: float, *, bold: bool, italic: bool) -> None:
    properties = style.element.get_or_add_rPr()
    for child in list(properties):
        properties.remove(child)
    style.font.bold, style.font.italic = bold, italic
    style.font.color.rgb = RGBColor(0, 0, 0)
    _fonts(properties)
    _size(properties, size)


def _heading(document: Any, identity: str, level: int) -> None:
    style = next(each for each in document.styles if each.style_id == identity)
    style.base_style = document.styles["Normal"]
    _letters(style, measure("body.size"), bold=level < 4, italic=level == 4)
    layout = style.paragraph_format
    layout.alignment = _LEFT
    layout.space_before, layout.space_after = Pt(0), Pt(measure("body.gap"))
    layout.keep_with_next, layout.keep_together = True, False


def _style(
    document: Any,
    identity: str,
    name: str,
    size: str,
    bold: bool,
    italic: bool,
    align: Any,
    before: float,
    after: float,
) -> None:
    style = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    style.element.set(qn("w:styleId"), identity)
    style.base_style = document.styles["Normal"]
    _letters(style, measure(size), bold=bold, italic=italic)
    layout = style.paragraph_format
    layout.alignment = align
    layout.space_before, layout.space_after = Pt(before), Pt(after)
    if identity not in _INDENTED:
        layout.first_line_indent = Mm(0)
        layout.line_spacing_rule = WD_LINE_SPACING.SINGLE
    if identity == "TdRule":
        layout.line_spacing_rule, layout.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(5)


def _page(document: Any) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Mm(measure("page.width")), Mm(measure("page.height"))
    section.top_margin, section.bottom_margin = (
        Mm(measure("page.margin_top")),
        Mm(measure("page.margin_bottom")),
    )
    section.left_margin, section.right_margin = (
        Mm(measure("page.margin_left")),
        Mm(measure("page.margin_right")),
    )
    section.header_distance = section.footer_distance = Mm(measure("page_number.from_top"))
    section.gutter = Mm(0)
    section.header.is_linked_to_previous = False
    paragraph = section.header.paragraphs[0]
    layout = paragraph.paragraph_format
    layout.alignment, layout.first_line_indent, layout.space_after = _MIDDLE, Mm(0), Pt(0)
    for kind, text in (("begin", ""), ("", "PAGE"), ("end", "")):
        run = paragraph.add_run()
        _size(run._r.get_or_add_rPr(), measure("page_number.size"))
        part = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            part.set(qn("w:fldCharType"), kind)
        part.text = text or None
        run._r.append(part)


def _settings(document: Any) -> None:
    """Of a Vietnamese Word of today: without the mode a file opens "in compatibility"."""
    settings = document.settings.element
    for child in list(settings):
        settings.remove(child)
    for name, values in (
        ("zoom", {"percent": "100"}),
        ("defaultTabStop", {"val": "720"}),
        ("characterSpacingControl", {"val": "doNotCompress"}),
        ("compat", {}),
        ("themeFontLang", {"val": "vi-VN"}),
        ("decimalSymbol", {"val": ","}),
        ("listSeparator", {"val": ";"}),
    ):
        settings.append(_element(name, values))
    office = "http://schemas.microsoft.com/office/word"
    mode = {"name": "compatibilityMode", "uri": office, "val": "15"}
    settings.find(qn("w:compat")).append(_element("compatSetting", mode))


def _element(name: str, values: dict[str, str]) -> Any:
    element = OxmlElement(f"w:{name}")
    for key, value in values.items():
        element.set(qn(f"w:{key}"), value)
    return element
