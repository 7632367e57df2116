"""The text as a person reads it, whatever its layout."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from thidua.reading.text import Text

PARAGRAPHS = [
    "Thực hiện Kế hoạch số 15/KH-UBND ngày 05/3/2024 của Ủy ban nhân dân tỉnh về công tác thi đua, Sở Công Thương xây dựng kế hoạch với các nội dung chủ yếu sau đây để các đơn vị biết và thực hiện:",
    "I. MỤC ĐÍCH, YÊU CẦU",
    "1. Mục đích",
    "- Nâng cao nhận thức của công chức, viên chức, người lao động trong toàn ngành về ý nghĩa của phong trào thi đua yêu nước; gắn thi đua với nhiệm vụ được giao hằng năm.",
    "- Phát hiện, bồi dưỡng và nhân rộng điển hình tiên tiến trong các lĩnh vực công tác của đơn vị theo Chỉ thị số 34-CT/TW ngày 07 tháng 4 năm 2014 của Bộ Chính trị.",
    "2. Yêu cầu",
    "Các phòng, đơn vị tổ chức phong trào thi đua thiết thực, hiệu quả, tránh hình thức; kết quả thi đua là căn cứ để xét khen thưởng cuối năm của tập thể và cá nhân.",
    "II. TỔ CHỨC THỰC HIỆN",
    "1. Phòng Tổ chức - Hành chính",
    "- Theo dõi, đôn đốc các phòng thực hiện; tổng hợp kết quả báo cáo Ban Giám đốc Sở trước ngày 10/12/2024 để trình Hội đồng Thi đua - Khen thưởng xem xét theo quy định.",
]
HEAD = ["KẾ HOẠCH", "Công tác thi đua, khen thưởng năm 2024"]


def wrapped(paragraph: str, width: int) -> list[str]:
    lines, line = [], ""
    for word in paragraph.split(" "):
        if line and len(line) + 1 + len(word) > width:
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}".strip()
    return [*lines, line]


def laid_out(width: int, spacing: str) -> str:
    lines = [line for paragraph in PARAGRAPHS for line in wrapped(paragraph, width)]
    return spacing.join(HEAD) + "\n\n\n\n" + spacing.join(lines)


def body(text: Text) -> list[str]:
    return [
        text.flat[block.start : block.end] for block in text.blocks if block.kind not in ("type", "title")
    ]


def test_lines_cut_at_a_width_become_paragraphs_again() -> None:
    for width in (60, 72, 80, 95):
        assert body(Text.of(laid_out(width, "\n"))) == PARAGRAPHS
        assert body(Text.of(laid_out(width, "\n\n"))) == PARAGRAPHS
        assert body(Text.of(laid_out(width, " \n\n"))) == PARAGRAPHS


def test_a_paragraph_a_line_stays_a_paragraph() -> None:
    assert body(Text.of("\n".join([*HEAD, *PARAGRAPHS]))) == PARAGRAPHS


def test_line_ends_of_other_systems_make_no_difference() -> None:
    text = laid_out(80, "\n")
    assert Text.of(text.replace("\n", "\r\n")).flat == Text.of(text).flat
    assert Text.of(text.replace("\n", "\r")).flat == Text.of(text).flat


def test_decomposed_letters_are_composed_first() -> None:
    text = Text.of(unicodedata.normalize("NFD", laid_out(80, "\n\n")))
    assert text.raw == laid_out(80, "\n\n")
    assert body(text) == PARAGRAPHS


def test_symbols_and_days_broken_over_lines_are_whole_again() -> None:
    text = Text.of(
        "Căn cứ Nghị định số 98/2023/NĐ-\n\nCP ngày 31/12/\n\n2023 và Chỉ thị số 34-\n\nCT/TW;\n\nQuyết định số 15/QĐ-\n\nUBND"
    )
    assert "98/2023/NĐ-CP ngày 31/12/2023" in text.flat
    assert "34-CT/TW" in text.flat
    assert "15/QĐ-UBND" in text.flat


def test_a_page_break_and_its_number_do_not_cut_a_sentence() -> None:
    lines = wrapped(PARAGRAPHS[3], 60)
    text = Text.of(
        "\n\n".join(HEAD)
        + "\n\n\n\n"
        + "\n\n".join(lines[:2])
        + "\n\n2\n\n "
        + "\n\n".join(lines[2:])
        + "\n\n"
        + "\n\n".join(wrapped(PARAGRAPHS[6], 60))
    )
    assert PARAGRAPHS[3] in body(text)


def test_a_dash_inside_a_name_begins_no_bullet() -> None:
    lines = [
        "Giao cơ quan thường trực của Hội đồng Thi đua",
        "- Khen thưởng tỉnh chủ trì, tham mưu Chủ tịch",
        "tổ chức hội nghị tổng kết thi đua năm học 2023",
        "- 2024 theo đúng kế hoạch đã ban hành từ trước.",
    ]
    assert body(Text.of("\n".join([*HEAD, "", "", *lines]))) == [" ".join(lines)]


def test_headings_own_what_stands_beneath() -> None:
    text = Text.of("\n".join([*HEAD, *PARAGRAPHS]))
    blocks = {text.flat[block.start : block.end]: index for index, block in enumerate(text.blocks)}
    bullet = text.blocks[blocks[PARAGRAPHS[9]]]
    room = text.blocks[bullet.parent or 0]
    assert (bullet.kind, bullet.number, room.kind, room.number) == ("bullet", "-", "heading", "1")
    assert text.flat[room.body : room.end] == "Phòng Tổ chức - Hành chính"
    assert text.children(blocks[PARAGRAPHS[2]]) == [blocks[PARAGRAPHS[3]], blocks[PARAGRAPHS[4]]]
    assert text.blocks[room.parent or 0].number == "II"


FOOTNOTE = """BÁO CÁO

Sơ kết công tác thi đua



Sở đã triển khai đầy đủ các văn bản của cấp trên đến toàn thể công chức

và người lao động, hình thức phổ biến phong phú, đa dạng, phù hợp với đặc

điểm của từng phòng chuyên môn và đơn vị trực thuộc của Sở như sau.1 Bên


1 Gồm: Kế hoạch số 12/KH-UBND ngày 3/4/2024 phát động phong trào thi đua chuyên đề của tỉnh năm 2024; Kế hoạch số 15/KH-

UBND ngày 5/4/2024 về tuyên truyền công tác thi đua, khen thưởng; các văn bản khác của Hội đồng Thi đua - Khen thưởng tỉnh.
 cạnh đó, các tài liệu được gửi qua hộp thư công vụ để công chức chủ động

nghiên cứu, thực hiện trong quá trình công tác."""


def test_a_footnote_stands_behind_the_sentence_that_it_cut() -> None:
    text = Text.of(FOOTNOTE)
    sentence, note = body(text)
    assert "như sau.1 Bên cạnh đó, các tài liệu" in sentence
    assert note.startswith("1 Gồm: Kế hoạch số 12/KH-UBND")
    assert note.endswith("tỉnh.")
    assert "15/KH-UBND ngày 5/4/2024" in note


def test_a_fact_around_a_footnote_has_two_places() -> None:
    text = Text.of(FOOTNOTE)
    start = text.flat.index("Bên cạnh đó")
    first, second = text.spans(start, start + len("Bên cạnh đó"))
    assert text.raw[slice(*first)].strip() == "Bên"
    assert text.raw[slice(*second)] == "cạnh đó"


def test_letters_of_broken_fonts_and_invisible_signs_do_no_harm() -> None:
    text = Text.of("Nghị quyết số 98/NÐ-CP\u00a0về thi đua khen thƣởng, khen\u00adthưởng\u200b năm\t2024")
    assert text.flat == "Nghị quyết số 98/NĐ-CP về thi đua khen thưởng, khenthưởng năm 2024"
    assert len(text.plain) == len(text.flat)


LINES = st.lists(
    st.one_of(
        st.sampled_from(
            [
                *PARAGRAPHS,
                "",
                " ",
                "Nơi nhận:",
                "- Lưu: VT.",
                "KT. GIÁM ĐỐC",
                "1 như: Luật",
                "KẾ HOẠCH",
                "\f",
                "12",
                "a) Việc",
                "\u200b",
            ]
        ),
        st.text(alphabet=" -.1aĐ“”()\t\u00a0;:\u0301", max_size=30),
    ),
    max_size=30,
)


@given(LINES, st.sampled_from(["\n", "\n\n", " \n\n", "\r\n", "\f"]))
def test_every_piece_of_flat_leads_back_to_raw(lines: list[str], joint: str) -> None:
    text = Text.of(joint.join(lines))
    for block in text.blocks:
        assert 0 <= block.start <= block.body <= block.end <= len(text.flat)
        for start, end in text.spans(block.start, block.end):
            assert 0 <= start <= end <= len(text.raw)
        for offset in range(block.start, min(block.end, block.start + 40)):
            char = text.flat[offset]
            if not char.isspace():
                assert text.raw[text.raw_at(offset)] == char


@given(LINES)
def test_no_word_is_lost_or_invented(lines: list[str]) -> None:
    text = Text.of("\n".join(lines))
    kept = sorted("".join(text.flat.split()))
    given_ = sorted("".join(text.raw.replace("\u200b", "").split()))
    dropped = len(given_) - len(kept)
    assert dropped >= 0
    digits = sum(char.isdigit() or char == "-" for char in given_)
    assert dropped <= digits
