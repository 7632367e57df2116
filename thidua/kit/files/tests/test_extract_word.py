import io

import docx as python_docx
import pytest

from thidua.kit.files.extract import extract
from thidua.kit.files.tests import made
from thidua.kit.files.tests.made import para, table


def text_of(body, **parts):
    return extract(made.docx(body, **parts), "a.docx").text


def test_a_document_by_another_program_is_read(tmp_path):
    document = python_docx.Document()
    for line in made.PLAN:
        document.add_paragraph(line)
    out = io.BytesIO()
    document.save(out)

    found = extract(out.getvalue(), "a.docx")

    assert (found.kind, found.text, found.encoding, found.note) == ("docx", "\n".join(made.PLAN), "", "")


def test_the_two_columns_at_the_top_come_line_by_line():
    left = para("UBND TỈNH TÂN GIANG") + para("SỞ VĂN HÓA") + para("")
    right = para("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM") + para("Độc lập - Tự do - Hạnh phúc")
    body = table([left, right], [para("Số: 12/KH-SVH"), para("Tân Giang, ngày 05 tháng 3 năm 2024")])

    assert text_of(body + para("KẾ HOẠCH")).split("\n") == [
        "UBND TỈNH TÂN GIANG",
        "SỞ VĂN HÓA",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Số: 12/KH-SVH",
        "Tân Giang, ngày 05 tháng 3 năm 2024",
        "KẾ HOẠCH",
    ]


def test_tables_stand_where_they_stand_in_the_document_also_inside_each_other():
    inner = table([para("trong")])

    assert text_of(para("trước") + table([inner + para("cạnh")]) + para("sau")) == "trước\ntrong\ncạnh\nsau"


def test_a_cell_merged_downward_is_read_once():
    first = '<w:tcPr><w:vMerge w:val="restart"/></w:tcPr>' + para("Sở Văn hóa")
    rest = "<w:tcPr><w:vMerge/></w:tcPr>" + para("Sở Văn hóa")

    assert text_of(table([first, para("một")], [rest, para("hai")])) == "Sở Văn hóa\nmột\nhai"


def test_footnotes_stand_at_the_end_with_their_number():
    cited = '<w:p><w:r><w:t>Theo quy định</w:t><w:footnoteReference w:id="2"/></w:r></w:p>'
    notes = (
        '<w:footnote w:type="separator" w:id="-1"><w:p/></w:footnote>'
        f'<w:footnote w:id="2">{para("Nghị định số 98/2023/NĐ-CP")}</w:footnote>'
    )

    assert text_of(cited + para("Hết"), footnotes=notes) == "Theo quy định\nHết\n1 Nghị định số 98/2023/NĐ-CP"


def test_tabs_breaks_and_hyphens_are_what_is_seen():
    body = (
        "<w:p><w:r><w:t>Số</w:t><w:tab/><w:t>12/KH</w:t><w:noBreakHyphen/><w:t>SVH</w:t><w:br/>"
        "<w:t>khen\u00ad thưởng</w:t><w:softHyphen/><w:t> 34\u2011CT</w:t></w:r></w:p>"
    )

    assert text_of(body) == "Số\t12/KH-SVH\nkhen thưởng 34-CT"


def test_deleted_moved_and_hidden_text_and_field_codes_are_left_out_and_inserted_text_is_in():
    body = (
        "<w:p><w:ins><w:r><w:t>Thêm </w:t></w:r></w:ins><w:del><w:r><w:delText>bỏ</w:delText></w:r></w:del>"
        "<w:moveFrom><w:r><w:t>đi</w:t></w:r></w:moveFrom><w:r><w:rPr><w:vanish/></w:rPr><w:t>ẩn</w:t></w:r>"
        "<w:r><w:instrText>PAGE</w:instrText></w:r><w:hyperlink><w:r><w:t>liên kết</w:t></w:r></w:hyperlink></w:p>"
    )

    assert text_of(body) == "Thêm liên kết"


def test_a_text_box_is_read_once_although_it_is_written_twice():
    box = f"<w:txbxContent>{para('ĐỀ NGHỊ')}</w:txbxContent>"
    body = (
        "<w:p><w:r><w:t>Trên</w:t><mc:AlternateContent>"
        f"<mc:Choice><w:drawing><wps:txbx>{box}</wps:txbx></w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r></w:p>"
    )

    assert text_of(body + para("Dưới")) == "Trên\nĐỀ NGHỊ\nDưới"


def test_text_drawn_in_capitals_is_read_in_capitals():
    styles = '<w:style w:type="paragraph" w:styleId="T"><w:rPr><w:caps/></w:rPr></w:style>'
    body = para("Kế hoạch", run="<w:caps/>") + para("Sở Văn hóa", properties='<w:pStyle w:val="T"/>')
    body += para("thường", run='<w:caps w:val="0"/>', properties='<w:pStyle w:val="T"/>')

    assert text_of(body, styles=styles) == "KẾ HOẠCH\nSỞ VĂN HÓA\nthường"


def test_running_heads_are_left_out_unless_there_is_nothing_else():
    assert text_of(para("Thân"), header1=para("Đầu trang")) == "Thân"
    assert text_of(para(""), header1=para("Đầu trang")) == "Đầu trang"


def test_the_strict_edition_of_the_format_is_read():
    strict = made.docx(para("Kế hoạch"), spaces=f'xmlns:w="{made.STRICT}"')

    assert extract(strict, "a.docx").text == "Kế hoạch"


def test_content_controls_are_read():
    body = f"<w:sdt><w:sdtPr/><w:sdtContent>{para('Trong khung')}</w:sdtContent></w:sdt>"

    assert text_of(body) == "Trong khung"


def test_signs_of_symbol_fonts():
    body = '<w:p><w:r><w:sym w:font="Symbol" w:char="F0B3"/><w:t> 2/3 </w:t><w:sym w:font="Wingdings" w:char="F0FE"/></w:r></w:p>'

    assert text_of(body) == "≥ 2/3 ☑"


def test_decomposed_letters_come_out_composed():
    assert text_of(para("Đo\u0302\u0300ng chi\u0301")) == "Đồng chí"


@pytest.mark.parametrize(("font", "typed"), [(".VnTime", made.tcvn3), ("VNI-Times", made.vni)])
def test_only_runs_in_old_fonts_are_decoded(font, typed):
    body = para(typed("thưởng cho những đơn vị xuất sắc"), font=font) + para("café và Đồng chí", font="Arial")

    found = extract(made.docx(body), "a.docx")

    assert found.text == "thưởng cho những đơn vị xuất sắc\ncafé và Đồng chí"
    assert (found.encoding, found.guessed) == ("tcvn3" if font[0] == "." else "vni", False)


def test_the_old_font_may_be_named_by_a_style():
    styles = (
        '<w:style w:type="paragraph" w:styleId="N" w:default="1"><w:rPr><w:rFonts w:ascii=".VnTime" w:hAnsi=".VnTime"/></w:rPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="H"><w:basedOn w:val="N"/></w:style>'
        '<w:style w:type="character" w:styleId="C"><w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial"/></w:rPr></w:style>'
    )
    body = para(made.tcvn3("tư tưởng")) + para(made.tcvn3("đề nghị"), properties='<w:pStyle w:val="H"/>')
    body += para("à la carte", run='<w:rStyle w:val="C"/>')

    assert text_of(body, styles=styles) == "tư tưởng\nđề nghị\nà la carte"


def test_old_capital_fonts_give_capitals():
    assert text_of(para(made.tcvn3("cộng hòa xã hội"), font=".VnTimeH")) == "CỘNG HÒA XÃ HỘI"


def test_letters_of_an_old_font_may_be_split_between_runs():
    first, second = made.vni("ế")
    fonts = '<w:rPr><w:rFonts w:ascii="VNI-Times" w:hAnsi="VNI-Times"/></w:rPr>'
    body = f"<w:p><w:r>{fonts}<w:t>K{first}</w:t></w:r><w:r>{fonts}<w:t>{second} hoaïch</w:t></w:r></w:p>"

    assert text_of(body) == "Kế hoạch"


def test_unicode_typed_in_an_old_font_stays():
    assert (
        text_of(para("Nghị định về khen thưởng, là quà", font=".VnTime"))
        == "Nghị định về khen thưởng, là quà"
    )


def test_old_letters_whose_font_was_changed_are_guessed():
    body = "".join(para(made.tcvn3(line.lower()), font="Times New Roman") for line in made.PLAN)

    found = extract(made.docx(body), "a.docx")

    assert found.text.split("\n")[1:3] == ["kế hoạch", made.PLAN[2].lower()]
    assert (found.encoding, found.guessed) == ("tcvn3", True)
