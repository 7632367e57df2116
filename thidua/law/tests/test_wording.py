"""The book in words: conditions, standing, days, citations, deadlines, contents."""

from datetime import date

import pytest

from thidua.law import wording
from thidua.law.book import KINDS, load
from thidua.law.rules import RULES

BOOK = load()
DAY = date(2025, 12, 1)


def said(**condition):
    return wording.clauses([condition], BOOK)[0]


@pytest.mark.parametrize(
    ("condition", "text"),
    [
        ({"rule": "task_level", "min": "HTTNV"}, "xếp loại hoàn thành tốt nhiệm vụ trở lên"),
        (
            {"rule": "years_in_a_row", "count": 5, "min": "HTXSNV", "or_title": "TTLDXS", "after": "HCLD3"},
            "05 năm liên tục hoàn thành xuất sắc nhiệm vụ hoặc là Tập thể lao động xuất sắc, sau Huân chương Lao động hạng Ba",
        ),
        (
            {"rule": "excellent_years", "count": 2, "span": 5},
            "02 năm hoàn thành xuất sắc nhiệm vụ trong 05 năm",
        ),
        ({"rule": "titles_in_a_row", "code": "CSTDCS", "count": 3}, "03 lần liên tục Chiến sĩ thi đua cơ sở"),
        (
            {"rule": "title_times", "code": "CSTDCS", "count": 3, "span": 5},
            "03 lần Chiến sĩ thi đua cơ sở trong 05 năm",
        ),
        ({"rule": "prior_form", "code": "BKBT"}, "đã được tặng Bằng khen của bộ, ban, ngành, tỉnh"),
        (
            {"rule": "qualifies", "for": ["LDTT", "CSTT"]},
            "đạt tiêu chuẩn Lao động tiên tiến hoặc Chiến sĩ tiên tiến",
        ),
        (
            {"rule": "initiative", "scope": "tinh", "years": 3, "for_kind": "ca_nhan"},
            "01 sáng kiến hoặc đề tài phạm vi bộ, ngành, tỉnh được công nhận trong 03 năm (cá nhân)",
        ),
        ({"rule": "members_ldtt", "min": 70}, "ít nhất 70% cá nhân đạt danh hiệu lao động tiên tiến"),
        ({"rule": "members_ldtt", "over": 50.5}, "trên 50,5% cá nhân đạt danh hiệu lao động tiên tiến"),
        ({"rule": "members_completed", "min": 100}, "100% cá nhân hoàn thành nhiệm vụ"),
        ({"rule": "member_title", "code": "CSTDCS"}, "có cá nhân đạt Chiến sĩ thi đua cơ sở"),
        (
            {"rule": "nobody_disciplined", "from": "canh_cao"},
            "không có cá nhân bị kỷ luật từ cảnh cáo trở lên",
        ),
        ({"rule": "movement_years", "min": 5}, "phong trào từ 05 năm"),
        ({"rule": "contribution_years", "min": 10}, "có đóng góp từ 10 năm"),
        ({"rule": "rank", "text": "dẫn đầu cụm, khối"}, "dẫn đầu cụm, khối"),
    ],
)
def test_a_condition_is_told_with_its_numbers(condition, text):
    assert said(**condition).text == text


def test_what_a_council_weighs_is_marked():
    assert said(rule="council", text="nội bộ đoàn kết") == wording.Clause("nội bộ đoàn kết", wording.COUNCIL)
    assert said(rule="local", text="tỉnh quy định").mark == wording.LOCAL
    assert said(rule="task_level", min="HTXSNV", status="draft").is_draft


def test_a_choice_holds_its_parts():
    both = {"all": [{"rule": "task_level", "min": "HTXSNV"}, {"rule": "movement_years", "min": 3}]}

    found = said(any=[both, {"rule": "prior_form", "code": "GK"}])

    assert (found.text, found.mark, len(found.parts)) == ("một trong", wording.ANY, 2)
    assert [part.text for part in found.parts[0].parts] == [
        "xếp loại hoàn thành xuất sắc nhiệm vụ",
        "phong trào từ 03 năm",
    ]


def test_every_condition_of_the_book_is_told():
    def texts(clauses):
        for clause in clauses:
            yield clause.text
            yield from texts(clause.parts)

    for entry in BOOK.shelf(KINDS):
        for text in texts(wording.clauses(entry.data.get("conditions", ()), BOOK)):
            assert text
            assert text not in RULES


def test_standing_and_days():
    entry = BOOK.by_id["title.cstdcs@2024"]

    assert wording.standing(entry, DAY) == wording.VERIFIED
    assert wording.standing(entry, date(2026, 10, 1)) == wording.STALE
    assert wording.standing(BOOK.by_id["title.cstdcs@2026draft"], DAY) == wording.DRAFT
    assert wording.days(date(2024, 1, 1), date(2025, 7, 1)) == "từ 01/01/2024 đến 30/6/2025"
    assert wording.days(date(2024, 1, 1), None) == "từ 01/01/2024"


def test_a_citation_brings_its_text_with_its_days_and_source():
    (cited, *_) = wording.citations(BOOK.by_id["title.cstdcs@2024"], BOOK)

    assert cited.title == "Luật Thi đua, khen thưởng"
    assert cited.days == "từ 01/01/2024"
    assert cited.url.startswith("https://")


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ({"latest": "30/6", "education": "31/12"}, "chậm nhất 30/6; ngành giáo dục 31/12"),
        ({"from": "05/01", "to": "28/02"}, "từ 05/01 đến 28/02"),
        ({"working_days": 20}, "20 ngày làm việc"),
        ({"working_days": None}, ""),
    ],
)
def test_a_deadline_in_words(value, text):
    assert wording.deadline(value) == text


def test_the_contents_of_every_entry_are_told_without_codes():
    for entry in BOOK.entries:
        for label, text in wording.told(entry, BOOK):
            assert label
            assert text
            assert "{" not in text, (entry.id, label)


def test_contents_of_a_law_name_what_it_replaces():
    told = dict(wording.told(BOOK.by_id["LUAT-06-2022"], BOOK))

    assert told["Thay thế"].startswith("15/2003/QH11")
    assert told["Ngày ban hành"] == "15/6/2022"
    assert dict(wording.told(BOOK.by_id["base.2024-07-01"], BOOK))["Mức"] == "2.340.000 đồng"


def test_places_in_one_text_are_named_together():
    (cited,) = wording.citations(BOOK.by_id["title.ttldxs@2024"], BOOK)

    assert cited.text == "khoản 1 Điều 27, khoản 3 Điều 27, 06/2022/QH15"


def test_how_a_kind_of_paper_is_numbered():
    book = load()
    assert ("Số, ký hiệu", "…/QĐ-…") in wording.told(book.by_id["doc.QĐ"], book)
