"""A verdict as lines: titles, clauses of the day, parts, what blocks first; two verdicts beside each other."""

from datetime import date
from typing import Any

from thidua.law import cases, judging
from thidua.law.book import load
from thidua.vn.periods import calendar_year
from thidua.work.eligibility.asked import Asked
from thidua.work.eligibility.conditions import Line, beside, compared, conduct, lines, worded

DAY = date(2024, 12, 20)


def told(award: str = "CSTDBT", on: date = DAY, **facts: Any) -> list[Line]:
    case = {"on": on, "award": award, "year": 2024, "candidate": facts}
    book = load()
    found = judging.judge(cases.read(case, book), book)
    return lines(found, "ca_nhan", book, on)


def line(title: str, outcome: Any = "met", rule: str = "task_level") -> Line:
    return Line(title, outcome, "lý do", rule)


def test_each_condition_is_named_as_the_book_names_it_and_what_blocks_stands_first():
    found = told(history=[{"award": "CSTDCS", "year": year} for year in (2022, 2023, 2024)], initiatives=[])
    assert [(each.title, each.word) for each in found] == [
        ("01 sáng kiến hoặc đề tài phạm vi bộ, ngành, tỉnh được công nhận trong 03 năm", "Chưa đạt"),
        ("03 lần liên tục Chiến sĩ thi đua cơ sở", "Đạt"),
        ("Tiêu biểu trong số những người đủ điều kiện", "Hội đồng đánh giá"),
    ]


def test_each_line_says_where_it_stands_and_since_when():
    found = told()[0]
    assert found.entry == "title.cstdbt@2024"
    assert found.clauses[0].text.endswith("06/2022/QH15")
    assert found.clauses[0].days == "từ 01/01/2024"


def test_parts_of_a_choice_are_named_by_their_conditions():
    found = told("CSTDCS", ratings=[{"year": 2024, "level": "HTTNV"}], history=[], initiatives=[])
    choice = next(each for each in found if each.rule == "any_of")
    assert choice.joined == "chỉ cần một phần đạt"
    assert len(choice.parts) >= 2
    assert not any(part.title[0].islower() for part in choice.parts)


def test_standards_of_another_title_are_unfolded():
    found = told("CSTDCS", ratings=[{"year": 2024, "level": "HTTNV"}], history=[], initiatives=[])
    other = next(each for each in found if each.rule == "qualifies")
    assert other.parts


def test_what_no_condition_tells_has_a_title_of_its_own():
    found = told("LDTT", discipline=[{"form": "khien_trach", "year": 2024}])
    assert "Kỷ luật trong năm" in [each.title for each in found]


def test_what_more_facts_change_is_marked():
    before = told(history=[], initiatives=[])
    now = told(history=[], initiatives=[{"scope": "tinh", "year": 2024}])
    changed = [each for each in compared(now, before) if each.before]
    assert [(each.rule, each.word_before, each.word) for each in changed] == [
        ("initiative", "Chưa đạt", "Đạt")
    ]


def test_lines_about_the_same_stand_side_by_side():
    first = [line("A"), line("B"), line("C", rule="council")]
    second = [line("B", "unmet"), line("D")]
    pairs = [(a and a.title, b and b.title) for a, b in beside(first, second)]
    assert pairs == [("B", "B"), ("A", "D"), ("C", None)]
    assert [(a, b and b.title) for a, b in beside([], second)] == [(None, "B"), (None, "D")]


def test_a_verdict_that_only_waits_for_its_text_says_so():
    book, facts = load(), {"history": [{"award": "CSTDCS", "year": year} for year in (2022, 2023, 2024)]}
    facts["initiatives"] = [{"scope": "tinh", "year": 2024}]
    case = {"on": date(2024, 12, 20), "award": "CSTDBT", "year": 2024, "candidate": facts}
    assert worded(judging.judge(cases.read(case, book), book)) == ("met", "Đủ điều kiện")
    stale = book.with_overlays([{"id": "title.cstdbt@2024", "verify_after": "2024-06-01"}])
    assert worded(judging.judge(cases.read(case, stale), stale)) == ("gap", "Quy định chưa đối chiếu")


def test_discipline_that_was_not_looked_at_is_told_alike_of_everybody():
    asked = Asked("LDTT", calendar_year(2024), DAY)
    who = cases.read({"on": DAY, "award": "LDTT", "candidate": {"kind": "ca_nhan"}}, load()).candidate
    found = conduct(who, [], asked)
    assert found is not None
    assert found.reason == "Chưa đối chiếu sổ kỷ luật; kết luận trên chưa tính phần này."
