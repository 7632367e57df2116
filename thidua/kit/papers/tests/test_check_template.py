"""An uploaded template is somebody's program until it is found to be none."""

import re
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from thidua.kit.papers.filling import check_template
from thidua.kit.papers.tests.test_render_docx import template

SAMPLE = {"ten": "Trần Ngọc Lan", "so": 3, "danh_sach": [{"ten": "Lan", "con": [1, 2]}], "khac": [1, 2]}


def changed(data, *, add=None, put=None):
    """The same container with parts added, or text put in before the end of a part."""
    buffer = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(buffer, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = old.read(name)
            for part, (mark, text) in (put or {}).items():
                if part == name:
                    content = content.replace(mark.encode(), text.encode() + mark.encode(), 1)
            new.writestr(name, content)
        for name, content in (add or {}).items():
            new.writestr(name, content)
    return buffer.getvalue()


def test_a_sound_template_is_taken():
    data = template(
        "{{ ten|upper }} {% if so > 1 and not khac %}x{% elif ten in ['a', 'b'] %}y{% endif %}",
        "{% for nguoi in danh_sach %}{{ loop.index }}. {{ nguoi.ten }}: {{ nguoi.con|join(', ') }}"
        "{% for c in nguoi.con %}{{ c }}{% endfor %}{% endfor %}",
        "{{ danh_sach[0].ten ~ '!' }}",
    )

    assert check_template(data, SAMPLE) == []


def test_a_name_that_the_data_has_not_is_a_reason():
    (reason,) = check_template(template("Kính gửi {{ ten_la }}"), SAMPLE)

    assert "“ten_la” không có trong dữ liệu, ở đoạn: “Kính gửi {{ ten_la }}”" in reason


@pytest.mark.parametrize(
    "text",
    [
        "{{ ''.__class__.__mro__[1].__subclasses__() }}",
        "{{ ten.__class__ }}",
        "{{ ten['__class__'] }}",
        "{{ ten|attr('__class__') }}",
        "{{ self }}{{ self._TemplateReference__context }}",
        "{{ _x }}",
        "{{ ten.format(1) }}",
        "{{ ten.upper() }}",
        "{{ '%s' % ten }}",
        "{{ '%s'|format(ten) }}",
        "{{ 'a' * 999999999 }}",
        "{{ 9 ** 99999999 }}",
        "{{ so + 1 }}",
        "{{ range(10) }}",
        "{{ ten[so] }}",
        "{{ khac[::2] }}",
        "{{ danh_sach|map('upper') }}",
        "{{ ten|safe }}",
        "{{ lipsum() }}",
        "{{ cycler }}",
        "{% import 'os' as os %}",
        "{% from 'x' import y %}",
        "{% include '/etc/passwd' %}",
        "{% extends 'x' %}",
        "{% macro f() %}{% endmacro %}",
        "{% set x = 1 %}",
        "{% block x %}{% endblock %}",
        "{% call ten() %}{% endcall %}",
        "{% filter upper %}x{% endfilter %}",
        "{% autoescape false %}{{ ten }}{% endautoescape %}",
        "{% do ten %}",
        "{% for i in range(999999999) %}x{% endfor %}",
        "{% for a in khac %}{% for b in khac %}x{% endfor %}{% endfor %}",
        "{% for a in khac recursive %}x{% endfor %}",
        "{{ ten is callable }}",
    ],
)
def test_what_a_template_may_not_say_is_a_reason(text):
    reasons = check_template(template("Trước", f"Đoạn {text}"), SAMPLE)

    assert len(reasons) == 1
    assert re.search("không được phép|sai cú pháp|không có trong dữ liệu|không đúng kiểu", reasons[0])


def test_it_is_looked_at_in_the_running_head_and_the_properties_too():
    assert check_template(template("x", header="{{ ten.__class__ }}"), SAMPLE)


def test_thousandfold_nesting_is_a_reason():
    assert check_template(template("{{ " + "(" * 5000 + "ten" + ")" * 5000 + " }}"), SAMPLE)


@pytest.mark.parametrize(
    "name",
    ["word/vbaProject.bin", "word/activeX/activeX1.xml", "word/embeddings/oleObject1.bin", "customUI/x.xml"],
)
def test_programs_and_embedded_objects_are_a_reason(name):
    (reason,) = check_template(changed(template("x"), add={name: b"<x/>"}), SAMPLE)

    assert "macro" in reason


@pytest.mark.parametrize("kind", ["attachedTemplate", "image", "oleObject", "hyperlink", "frame"])
def test_links_to_the_outside_are_a_reason(kind):
    link = (
        '<Relationship Id="rId99" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/'
        f'{kind}" Target="http://ngoai.example/x" TargetMode="External"/>'
    )
    data = changed(template("x"), put={"word/_rels/document.xml.rels": ("</Relationships>", link)})

    (reason,) = check_template(data, SAMPLE)
    assert "http://ngoai.example/x" in reason


@pytest.mark.parametrize("code", ["DDEAUTO c:\\x", 'INCLUDETEXT "http://x"', "INCLUDEPICTURE x", "dde a b"])
def test_fields_that_fetch_are_a_reason(code):
    half = len(code.split()[0]) // 2
    runs = "".join(
        f"<w:r><w:instrText>{part}</w:instrText></w:r>"
        for part in (code[:half], code[half:].replace('"', "&quot;"))
    )
    data = changed(template("x"), put={"word/document.xml": ("<w:sectPr", f"<w:p>{runs}</w:p>")})

    (reason,) = check_template(data, SAMPLE)
    assert "trường" in reason


def test_the_page_number_is_no_such_field():
    field = '<w:p><w:fldSimple w:instr=" PAGE "/></w:p>'

    assert (
        check_template(changed(template("x"), put={"word/document.xml": ("<w:sectPr", field)}), SAMPLE) == []
    )


def test_declarations_of_entities_are_a_reason():
    bomb = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aa">]><x>&a;</x>'

    assert check_template(changed(template("x"), add={"word/la.xml": bomb}), SAMPLE)


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7", b"PK\x03\x04", b"chu thuong"])
def test_what_is_no_word_file_is_a_reason(data):
    (reason,) = check_template(data, SAMPLE)

    assert reason.endswith(".")


def test_a_zip_bomb_is_a_reason():
    bomb = changed(template("x"), add={"word/la.xml": b"<x>" + b"a" * 40_000_000 + b"</x>"})

    assert check_template(bomb, SAMPLE)
