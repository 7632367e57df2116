"""Filling in Word templates."""

from datetime import date
from io import BytesIO

import docx
import pytest

from thidua.kit.papers.filling import render_docx, text_of
from thidua.kit.papers.tests.made import AT, HOSTILE
from thidua.kit.refused import Refused


def template(*paragraphs, rows=(), header=""):
    """A .docx with these paragraphs, and a table with these rows."""
    document = docx.Document()
    for text in paragraphs:
        document.add_paragraph(text)
    if rows:
        table = document.add_table(0, len(rows[0]))
        for row in rows:
            cells = table.add_row().cells
            for cell, text in zip(cells, row, strict=True):
                cell.text = text
    if header:
        document.sections[0].header.paragraphs[0].text = header
    buffer = BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def said(*paragraphs, rows=(), **context):
    return text_of(render_docx(template(*paragraphs, rows=rows), context)).strip()


def test_names_are_filled_in():
    assert said("Đề nghị khen thưởng {{ nguoi.ten }}.", nguoi={"ten": "Nguyễn Thị Ỡ"}) == (
        "Đề nghị khen thưởng Nguyễn Thị Ỡ."
    )


def test_a_list_becomes_rows():
    rows = [
        ("{%tr for nguoi in danh_sach %}", ""),
        ("{{ loop.index }}", "{{ nguoi.ten }}"),
        ("{%tr endfor %}", ""),
    ]
    people = [{"ten": "Trần Ngọc Lan"}, {"ten": "Võ Thu Hà"}]

    assert said(rows=rows, danh_sach=people).split("\n") == ["1", "Trần Ngọc Lan", "2", "Võ Thu Hà"]


def test_days_are_written_as_documents_write_them_and_none_as_nothing():
    text = said(
        "Ngày {{ ngay }}, {{ ngay|ngay_dai }}. [{{ khong }}][{{ khong|ngay }}]",
        ngay=date(2026, 2, 8),
        khong=None,
    )

    assert text == "Ngày 08/02/2026, ngày 08 tháng 02 năm 2026. [][]"


def test_conditions_and_the_filters_given():
    text = (
        "{% if so > 1 and ten is defined %}{{ ten|upper }}{% else %}không{% endif %} {{ khac|default('–') }}"
    )

    assert said(text, so=2, ten="lan") == "LAN –"


@pytest.mark.parametrize("ten", [HOSTILE, "A & B <c>", "\"x\" 'y'", "]]>", "{{ so }}", "{% if x %}"])
def test_a_name_stays_what_it_is(ten):
    assert said("Tên: {{ ten }}.", ten=ten, so=1) == f"Tên: {ten}."


def test_signs_that_no_file_can_hold_fall_away():
    assert said("{{ ten }}", ten="Trần\x00 Ngọc\x0b Lan\ufffe") == "Trần Ngọc Lan"


def test_lines_of_a_value_stay_lines():
    assert said("{{ ten }}", ten="một\nhai").split() == ["một", "hai"]


@pytest.mark.parametrize(
    ("text", "name"), [("{{ ten_sai }}", "ten_sai"), ("{{ nguoi.tuoi }}", "tuoi"), ("{{ nguoi['x'] }}", "x")]
)
def test_a_name_that_is_not_there_is_told_with_the_words_beside_it(text, name):
    data = template("Kính gửi", f"Đề nghị xét {text} theo quy định")

    with pytest.raises(Refused) as no:
        render_docx(data, {"nguoi": {"ten": "Lan"}})

    (reason,) = no.value.reasons
    assert f"tên “{name}” không có trong dữ liệu" in reason
    assert "ở đoạn: “Đề nghị xét" in reason
    assert "Kính gửi" not in reason


def test_a_name_in_the_running_head_is_looked_at_too():
    with pytest.raises(Refused, match="ten_sai"):
        render_docx(template("x", header="{{ ten_sai }}"), {})


@pytest.mark.parametrize("text", ["{% if ten %}chưa đóng", "{{ ten", "{% endfor %}", "{{ ten | khong_co }}"])
def test_a_slip_in_writing_is_told(text):
    with pytest.raises(Refused, match="Mẫu"):
        render_docx(template("Đầu", text), {"ten": "Lan"})


def test_data_of_another_kind_is_told():
    with pytest.raises(Refused, match="không đúng kiểu, ở đoạn"):
        render_docx(template("{{ so|ngay }}"), {"so": 5})


def test_the_same_input_gives_the_same_bytes_with_the_moment_given():
    data = template("{{ ten }}")
    made = render_docx(data, {"ten": "Lan"}, at=AT)

    assert made == render_docx(data, {"ten": "Lan"}, at=AT)
    assert docx.Document(BytesIO(made)).core_properties.modified.isoformat() == "2026-06-12T02:30:00+00:00"


def test_a_template_may_be_a_file(tmp_path):
    path = tmp_path / "mau.docx"
    path.write_bytes(template("Chào {{ ten }}"))

    assert text_of(render_docx(path, {"ten": "Lan"})) == "Chào Lan"
