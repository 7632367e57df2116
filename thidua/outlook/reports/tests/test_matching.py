"""An outline from a letter becomes an outline of ours, its words kept."""

import re

import pytest

from thidua.kit.refused import Refused
from thidua.outlook.reports.outlines import find, load
from thidua.outlook.reports.outlines.matching import match
from thidua.outlook.reports.tests.measured import SAMPLES, Score, plain, score
from thidua.reading.tests.labelled import seeds_folder
from thidua.reading.text import Text


def titles(text: str) -> list[tuple[str, str]]:
    return [(heading.key, heading.title) for heading in match(text).headings]


def test_known_headings_are_found_and_others_left_to_write():
    total = Score()
    for path in SAMPLES:
        score(path, total)
    told = "\n".join(total.misses)
    assert len(SAMPLES) >= 12
    assert total.precision >= 0.95, told
    assert total.recall >= 0.95, told
    assert total.sure_wrong <= 2, told
    assert total.left >= total.unknown * 0.85, told


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_what_comes_out_is_an_outline_in_the_words_of_the_letter(path):
    matched = match(plain(path))
    outline = load(matched.content, name=path.stem)
    words = re.sub(r"\s+", " ", plain(path))
    keys = [key for key, _, _ in outline.walk()]
    assert len(set(keys)) == len(keys)
    assert keys == [heading.key for heading in matched.headings]
    for _, _, section in outline.walk():
        assert section.title in words
        assert section.blocks or section.sections, section.title
    assert [heading.key for heading in matched.doubtful] == [
        heading.key for heading in matched.headings if heading.is_doubtful
    ]


def test_every_heading_without_others_below_says_why():
    for path in SAMPLES:
        for heading in match(plain(path)).headings:
            if heading.blocks or heading.is_written:
                assert heading.reasons, heading


def test_the_lines_of_a_letter_are_put_together_again():
    found = dict(titles(plain(SAMPLES[1])))
    assert found["I"] == "TÌNH HÌNH, KẾT QUẢ TRIỂN KHAI CÔNG TÁC THI ĐUA, KHEN THƯỞNG"
    assert found["I.1"].endswith("thi đua, khen thưởng theo thẩm quyền")
    assert "I.2" in found
    assert not any("gửi bằng văn bản" in title for title in found.values()), "the letter is no heading"
    assert not any("Lưu" in title for title in found.values())


@pytest.mark.parametrize(
    "text",
    [
        "I. KẾT QUẢ\n1. Quỹ thi đua, khen thưởng\n2. Tập huấn nghiệp vụ\nII. HẠN CHẾ",
        "I/ KẾT QUẢ\r\n1/ Quỹ thi đua, khen thưởng\r\n2/ Tập huấn nghiệp vụ\r\nII/ HẠN CHẾ\r\n",
        "I.\tKẾT QUẢ\n1.\tQuỹ thi đua, khen thưởng\n\n\n2.\tTập huấn nghiệp vụ\nII.\tHẠN CHẾ",
        "I-KẾT QUẢ\n1-Quỹ thi đua, khen thưởng\n2-Tập huấn nghiệp vụ\nII-HẠN CHẾ",
        "  I.KẾT QUẢ\n     1.Quỹ  thi đua,\u00a0khen thưởng\n     2.Tập huấn nghiệp vụ\n  II.HẠN CHẾ",
        "I. KẾT QUẢ\n1. Quỹ thi đua,\nkhen thưởng\n2. Tập huấn\nnghiệp vụ\nII. HẠN CHẾ",
    ],
)
def test_layouts_make_no_difference(text):
    assert titles(text) == [
        ("I", "KẾT QUẢ"),
        ("I.1", "Quỹ thi đua, khen thưởng"),
        ("I.2", "Tập huấn nghiệp vụ"),
        ("II", "HẠN CHẾ"),
    ]


def test_letters_below_two_headings_keep_keys_apart():
    found = titles("1. Sáng kiến\na) Hội đồng sáng kiến\nb) Kết quả\n2. Quỹ\na) Trích lập quỹ\nb) Chi quỹ")
    assert [key for key, _ in found] == ["1", "1.a)", "1.b)", "2", "2.a)", "2.b)"]


def test_a_number_that_stands_twice_is_kept_apart_and_flagged():
    matched = match("1. Tập huấn nghiệp vụ\n2. Hội đồng sáng kiến\n2. Cụm, khối thi đua")
    assert [heading.number for heading in matched.headings] == ["1", "2", "2 bis"]
    assert matched.headings[2].is_doubtful
    assert "đã có ở trên" in matched.headings[2].reasons[0]


def test_a_block_stands_once_though_two_headings_ask_for_it():
    matched = match("1. Quỹ thi đua, khen thưởng\n2. Việc trích lập quỹ thi đua, khen thưởng")
    taken = [key for heading in matched.headings for key in heading.blocks]
    assert len(taken) == len(set(taken))
    (left,) = [heading for heading in matched.headings if heading.is_written]
    assert left.is_doubtful
    assert "đã đặt ở chỗ khác" in left.reasons[0]


def test_dashes_below_a_known_heading_are_what_the_letter_says_of_it():
    matched = match("I. KẾT QUẢ\n1. Công tác nữ công\n- Số hội viên\n- Số buổi sinh hoạt\n2. Hạn chế")
    block = load(matched.content, name="x").sections[0].sections[0].blocks[0]
    assert (block.kind, block.missing) == ("narrative", "Số hội viên Số buổi sinh hoạt")


def test_a_block_to_write_has_the_same_key_next_time():
    first, again = (
        match(f"1. Công tác nữ công\n{more}") for more in ("2. Hạn chế", "2. Ưu điểm\n3. Hạn chế")
    )
    keys = [matched.content["sections"][0]["blocks"][0]["key"] for matched in (first, again)]
    assert keys[0] == keys[1] == "viet-cong-tac-nu-cong"


def test_the_period_and_the_name_come_from_the_letter():
    assert match("ĐỀ CƯƠNG BÁO CÁO\n6 THÁNG ĐẦU NĂM\n1. Hạn chế").content["name"] == (
        "ĐỀ CƯƠNG BÁO CÁO 6 THÁNG ĐẦU NĂM"
    )
    assert "half" in match("Đề cương báo cáo 6 tháng\n1. Hạn chế").content["periods"]


@pytest.mark.parametrize("text", ["", "   \n\n"])
def test_nothing_pasted_is_refused_and_says_what_to_paste(text):
    with pytest.raises(Refused, match="Dán nguyên phần đề cương"):
        match(text)


@pytest.mark.parametrize("text", ["- - -", "…", "Kính gửi: các sở.", "1." * 400, "({[" * 50, "I.\n1.\na)"])
def test_scraps_are_no_fault(text):
    assert len(match(text).headings) <= 3


def test_the_headings_of_a_real_report_lead_to_their_blocks():
    seed = next(iter(seeds_folder().glob("000_*.txt")), None)
    if seed is None:
        pytest.skip(f"no seeds in {seeds_folder()}; THIDUA_SEEDS names another folder")
    text = Text.of(seed.read_text(encoding="utf-8"))
    lines = [
        f"{block.number}. {text.flat[block.body : block.end].split(':')[0]}"
        for block in text.blocks
        if block.number and re.fullmatch(r"[IVX]+|[\d.]+", block.number) and block.kind in ("heading", "item")
    ]
    asked = {
        key: {spec.key for spec in section.blocks}
        for key, _, section in find("so-6-thang").walk()
        if section.blocks
    }
    rows = [heading for heading in match("\n".join(lines)).headings if heading.key in asked]
    right = [heading.key for heading in rows if asked[heading.key] & set(heading.blocks)]
    wrong = [heading for heading in rows if heading.blocks and not asked[heading.key] & set(heading.blocks)]
    assert len(right) >= 0.9 * len(asked)
    assert wrong == []
