"""What today's book has no case of: rules that an overlay may bring."""

from typing import Any

from thidua.law import cases, judging
from thidua.law.book import Book, load

NOW = {
    "shelf": "kinds",
    "code": "CSTDCS",
    "subject": "individual",
    "cite": "Luật 06/2022/QH15, Điều 23",
    "effective_from": "2024-01-01",
    "status": "confirmed",
    "verify_after": None,
}


def book_with(conditions: list[dict[str, Any]], **more: Any) -> Book:
    return load().with_overlays([NOW | {"id": "title.cstdcs@2024", "conditions": conditions} | more])


def judged(book: Book, **given: Any) -> judging.Judged:
    case = {"on": "2024-12-20", "award": "CSTDCS", "year": 2024, "candidate": {}} | given
    return judging.judge(cases.read(case, book), book)


def test_a_title_that_asks_for_itself_is_not_asked_for_ever() -> None:
    found = judged(book_with([{"rule": "qualifies", "for": ["CSTDCS"]}]))
    assert found.verdict == "needs_review"
    assert found.findings[0].reason == "Cần biết có đạt Chiến sĩ thi đua cơ sở không"


def test_a_title_may_ask_for_one_that_the_book_does_not_know() -> None:
    found = judged(book_with([{"rule": "qualifies", "for": ["KHAC"]}]))
    assert found.verdict == "needs_review"
    assert found.findings[0].reason == "Sách luật chưa có tiêu chuẩn của KHAC"


def test_a_condition_may_be_for_one_kind_of_recipient() -> None:
    book = book_with(
        [
            {"rule": "rank", "place": 1, "text": "dẫn đầu", "for_kind": "tap_the"},
            {"rule": "task_level", "min": "HTTNV"},
        ]
    )
    found = judged(book, candidate={"ratings": [{"year": 2024, "level": "HTTNV"}]})
    assert [each.rule for each in found.findings] == ["task_level"]
    assert found.verdict == "eligible"


def test_the_older_text_stands_where_the_newer_denies_too() -> None:
    book = book_with([{"rule": "task_level", "min": "HTXSNV"}])
    given = {"on": "2026-11-10", "received_on": "2026-09-20", "year": 2026}
    found = judged(book, **given, candidate={"ratings": [{"year": 2026, "level": "HTTNV"}]})
    assert found.verdict == "not_eligible"
    assert found.notes[-1] == "Hồ sơ nhận ngày 20/09/2026: xét theo văn bản trước 01/10/2026"
    assert found.earliest_year == 2027


def test_conditions_checked_by_hand_decide_again() -> None:
    found = judged(
        book_with([{"rule": "task_level", "min": "HTXSNV"}]),
        on="2026-11-10",
        year=2026,
        candidate={"ratings": [{"year": 2026, "level": "HTXSNV"}], "initiatives": [{"scope": "co_so"}]},
    )
    assert found.verdict == "eligible"


def test_before_there_was_a_law_nothing_is_cited() -> None:
    found = judged(load(), on="2003-01-10", year=2002)
    assert found.verdict == "needs_review"
    assert [each.cites for each in found.findings] == [()]


def test_what_the_book_is_silent_on_is_looked_up_in_the_law_of_the_day() -> None:
    found = judged(load(), on="2012-12-10", year=2012)
    assert [cite.doc for each in found.findings for cite in each.cites] == ["15/2003/QH11"]
