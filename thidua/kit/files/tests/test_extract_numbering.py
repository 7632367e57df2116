import pytest

from thidua.kit.files.extract import extract
from thidua.kit.files.extract.numbering import written
from thidua.kit.files.tests import made
from thidua.kit.files.tests.made import para


def level(place, form, text, more=""):
    return f'<w:lvl w:ilvl="{place}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{more}<w:lvlText w:val="{text}"/></w:lvl>'


def outline(*levels, name="0", more=""):
    return f'<w:abstractNum w:abstractNumId="{name}">{more}{"".join(levels)}</w:abstractNum>'


def number_list(num_id, name="0", more=""):
    return f'<w:num w:numId="{num_id}"><w:abstractNumId w:val="{name}"/>{more}</w:num>'


def item(text, place=0, num_id=1):
    properties = f'<w:numPr><w:ilvl w:val="{place}"/><w:numId w:val="{num_id}"/></w:numPr>'
    return para(text, properties=properties)


def lines(body, numbering, **parts):
    return extract(made.docx(body, numbering=numbering, **parts), "a.docx").text.split("\n")


PLAN = outline(
    level(0, "upperRoman", "%1."),
    level(1, "decimal", "%2."),
    level(2, "lowerLetter", "%3)"),
    level(3, "bullet", "\uf0b7"),
    level(4, "bullet", "+"),
) + number_list(1)


def test_the_signs_of_a_plan_are_printed():
    body = item("Mục đích") + item("Yêu cầu", 1) + item("Kịp thời", 2) + item("Đúng đối tượng", 2)
    body += item("Gạch", 3) + item("Cộng", 4) + item("Nội dung") + item("Tuyên truyền", 1)

    assert lines(body, PLAN) == [
        "I. Mục đích",
        "1. Yêu cầu",
        "a) Kịp thời",
        "b) Đúng đối tượng",
        "- Gạch",
        "+ Cộng",
        "II. Nội dung",
        "1. Tuyên truyền",
    ]


def test_a_level_that_never_restarts_counts_on():
    numbering = outline(
        level(0, "upperRoman", "%1."), level(1, "decimal", "Điều %2.", '<w:lvlRestart w:val="0"/>')
    )
    body = item("Chương") + item("một", 1) + item("hai", 1) + item("Chương") + item("ba", 1)

    assert lines(body, numbering + number_list(1)) == [
        "I. Chương",
        "Điều 1. một",
        "Điều 2. hai",
        "II. Chương",
        "Điều 3. ba",
    ]


def test_numbers_of_several_levels():
    numbering = outline(
        level(0, "upperRoman", "%1."), level(1, "decimal", "%1.%2", "<w:isLgl/>")
    ) + number_list(1)

    assert lines(item("a") + item("b") + item("c", 1), numbering) == ["I. a", "II. b", "2.1 c"]


def test_two_lists_of_one_outline_count_on_unless_one_starts_anew():
    anew = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    numbering = (
        outline(level(0, "decimal", "%1.")) + number_list(1) + number_list(2) + number_list(3, more=anew)
    )
    body = item("a") + item("b", num_id=2) + item("c", num_id=3) + item("d", num_id=3)

    assert lines(body, numbering) == ["1. a", "2. b", "1. c", "2. d"]


def test_the_list_may_be_named_by_the_style_and_taken_off_by_the_paragraph():
    styles = (
        '<w:style w:type="paragraph" w:styleId="H"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="H2"><w:basedOn w:val="H"/></w:style>'
    )
    numbering = outline(level(0, "decimal", "%1."), level(1, "lowerLetter", "%2)", '<w:pStyle w:val="H2"/>'))
    body = para("một", properties='<w:pStyle w:val="H"/>') + para("con", properties='<w:pStyle w:val="H2"/>')
    body += para("không", properties='<w:pStyle w:val="H"/><w:numPr><w:numId w:val="0"/></w:numPr>')

    assert lines(body, numbering + number_list(1), styles=styles) == ["1. một", "a) con", "không"]


def test_an_outline_may_be_borrowed_through_a_style():
    styles = '<w:style w:type="numbering" w:styleId="S"><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>'
    numbering = outline(more='<w:numStyleLink w:val="S"/>', name="0") + outline(
        level(0, "decimal", "%1/"), name="1"
    )

    assert lines(item("một"), numbering + number_list(1) + number_list(2, "1"), styles=styles) == ["1/ một"]


def test_a_sign_in_an_old_font_is_decoded():
    font = '<w:rPr><w:rFonts w:ascii=".VnTime" w:hAnsi=".VnTime"/></w:rPr>'
    numbering = outline(level(0, "decimal", "§iÒu %1.", font)) + number_list(1)

    assert lines(item("Phạm vi"), numbering) == ["Điều 1. Phạm vi"]


def test_an_empty_numbered_paragraph_counts_but_shows_nothing():
    assert lines(item("a") + item("") + item("b"), PLAN) == ["I. a", "", "III. b"]


def test_lists_that_do_not_exist_number_nothing():
    assert lines(item("a", num_id=9) + item("b", place=8), PLAN) == ["a", "b"]


@pytest.mark.parametrize(
    ("count", "form", "expected"),
    [
        (4, "upperRoman", "IV"),
        (49, "lowerRoman", "xlix"),
        (1, "lowerLetter", "a"),
        (27, "upperLetter", "AA"),
        (53, "lowerLetter", "aaa"),
        (7, "decimalZero", "07"),
        (3, "none", ""),
        (3, "vietnameseCounting", "3"),
        (0, "upperRoman", "0"),
    ],
)
def test_number_forms(count, form, expected):
    assert written(count, form) == expected
