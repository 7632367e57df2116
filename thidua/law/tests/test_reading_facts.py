"""A malformed case: the key is named, and how to mend it."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from thidua.law import cases, reading_facts
from thidua.law.book import load
from thidua.law.facts import Candidate
from thidua.law.reading_facts import CaseError

GOOD: dict[str, Any] = {"id": "a", "on": date(2024, 12, 20), "award": "LDTT", "year": 2024}


def fault(**change: Any) -> str:
    with pytest.raises(CaseError) as found:
        cases.read({**GOOD, **change}, load())
    return str(found.value)


@pytest.mark.parametrize(
    ("candidate", "told"),
    [
        ("chữ", "candidate: cần dạng"),
        ({"kind": "người"}, "candidate/kind: “người” không có trong danh sách"),
        ({"ratngs": []}, "candidate/ratngs: không có trường này; có phải ratings?"),
        ({"xyz": 1}, "candidate/xyz: không có trường này"),
        ({"ratings": {}}, "candidate/ratings: cần một danh sách"),
        ({"ratings": [1]}, "candidate/ratings/0: mỗi dòng"),
        ({"ratings": [{"year": 2024}]}, "candidate/ratings/0/level: thiếu"),
        ({"ratings": [{"year": 2024, "level": "GIOI"}]}, "candidate/ratings/0/level: “GIOI”"),
        ({"ratings": [{"year": "hai", "level": "HTTNV"}]}, "candidate/ratings/0/year: “hai” không phải năm"),
        ({"history": [{"award": 3}]}, "candidate/history/0/award: cần mã"),
        (
            {"history": [{"award": "LDTT", "decision_date": "31/12"}]},
            "decision_date: “31/12” không phải ngày",
        ),
        ({"history": [{"award": "LDTT", "issuer": 5}]}, "issuer: cần chữ"),
        ({"history": [{"award": "LDTT", "basis": 5}]}, "basis: cần một mã"),
        ({"initiatives": [{"scope": "thế giới", "year": 2024}]}, "candidate/initiatives/0/scope"),
        ({"initiatives": [{"scope": "tinh", "recognized": "có"}]}, "recognized: chỉ nhận true"),
        ({"months_worked": 5}, "candidate/months_worked: cần dạng"),
        ({"months_worked": {2024: "năm"}}, "candidate/months_worked/2024: “năm” không phải số"),
        ({"months_worked": {2024: True}}, "cần một số"),
        ({"months_worked": {2024: -1}}, "từ 0 trở lên"),
        ({"size": 2.5}, "candidate/size: “2.5” không phải số nguyên"),
        ({"pending": "đơn"}, "candidate/pending: cần một danh sách"),
        ({"discipline": [{"form": "mắng"}]}, "candidate/discipline/0/form"),
        ({"whole_from": 2019}, "candidate/whole_from: cần dạng {history: 2019}"),
        ({"whole_from": {"size": 2019}}, "candidate/whole_from/size: “size” không có trong danh sách"),
        ({"whole_from": {"history": "xa"}}, "candidate/whole_from/history: “xa” không phải số"),
    ],
)
def test_a_faulty_fact_is_named(candidate: Any, told: str) -> None:
    assert told in fault(candidate=candidate)


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"award": None}, "award: cần mã"),
        ({"award": "XYZ"}, "award: “XYZ” không có trong sách luật"),
        ({"on": None}, "on: thiếu ngày xét"),
        ({"on": "hôm nay"}, "on: “hôm nay” không phải ngày"),
        ({"kind": "đoán"}, "kind: “đoán” không có trong danh sách"),
        ({"year": "x"}, "year: “x” không phải năm"),
        ({"award": "GK"}, "candidate/kind: cần một trong"),
        ({"other_criteria_met": "có"}, "other_criteria_met: chỉ nhận true"),
        ({"kind": "reward_money", "awards_received": {}}, "awards_received: cần một danh sách"),
        ({"kind": "reward_money", "awards_received": [1]}, "awards_received/0: mỗi dòng"),
        ({"base_salary_vnd": "nhiều"}, "base_salary_vnd: “nhiều” không phải số"),
    ],
)
def test_a_faulty_case_is_named(change: dict[str, Any], told: str) -> None:
    assert told in fault(**change)


def test_a_case_is_a_mapping() -> None:
    with pytest.raises(CaseError):
        cases.read(["a"], load())


def test_officers_spellings_are_understood() -> None:
    case = cases.read(
        {
            "on": "2024-12-20",
            "award": "CSTĐCS",
            "year": "2023-2024",
            "basis": "Công trạng",
            "candidate": {
                "kind": "Cá nhân",
                "labour": "Chuyên viên",
                "history": [{"award": "CSTĐ CS", "years": "2019-2021", "issuer": "Sở A"}],
                "ratings": [{"year": 2024, "level": "htxsnv"}],
                "leave": [{"kind": "thai sản", "days": 120.5}],
                "study": [{"months": 6, "complied_with_rules": True, "result": "Khá"}],
                "transfers": [{"old_unit_months": 7, "new_unit_months": 5}],
                "pending": ["đơn thư", {"ground": "thanh tra"}],
                "retired": False,
            },
        },
        load(),
        fallback_id="b",
    )
    who = case.candidate
    assert (case.id, case.award, case.year, case.basis) == ("b", "CSTDCS", 2024, "cong_trang")
    assert (who.kind, who.labour, who.retired) == ("ca_nhan", "chuyen_vien", False)
    assert who.history is not None
    assert who.history[0].years == (2019, 2020, 2021)
    assert who.history[0].place == "history/0"
    assert who.leave is not None
    assert who.leave[0].kind == "thai_san"
    assert who.leave[0].days == Decimal("120.5")
    assert who.pending == ("đơn thư", "thanh tra")
    assert who.discipline is None, "what is not given is not known"


def test_the_day_may_be_that_of_signing() -> None:
    case = cases.read({"award": "LDTT", "kind": "reward_money", "decision_date": "2025-01-02"}, load())
    assert (case.on, case.year) == (date(2025, 1, 2), 2025)


def test_a_code_is_letters_and_figures() -> None:
    assert reading_facts.code("HC. LĐ 3", "award") == "HCLD3"


def read_facts(**facts: Any) -> Candidate:
    return reading_facts.candidate(facts, kind="ca_nhan")


def test_two_years_that_follow_one_another_are_both_unless_they_are_a_school_year():
    rows = [{"award": "CSTDCS", "years": "2022-2023"}]
    (award,) = read_facts(history=rows).history or ()
    assert award.years == (2022, 2023)
    shared = read_facts(history=[*rows, {"award": "CSTDCS", "years": "2023-2024"}]).history or ()
    assert [each.years for each in shared] == [(2023,), (2024,)]
    school = reading_facts.candidate({"history": rows}, kind="ca_nhan", is_school=True).history or ()
    assert school[0].years == (2023,)


def test_what_cannot_be_is_a_fault():
    for facts, key in (
        ({"ldtt_pct": 101}, "candidate/ldtt_pct"),
        ({"completed_pct": 100.5}, "candidate/completed_pct"),
        ({"ldtt_count": 11, "size": 10}, "candidate/ldtt_count"),
        ({"service": [{"months": 3}]}, "candidate/service/0/type"),
    ):
        with pytest.raises(CaseError) as fault:
            read_facts(**facts)
        assert fault.value.key == key


def test_levels_and_leave_are_read_in_words():
    who = read_facts(
        ratings=[{"year": 2024, "level": "Hoàn thành tốt nhiệm vụ"}],
        leave=[{"kind": "nghỉ thai sản", "days": 180}, {"kind": "ốm đau"}],
        service=[{"type": "tập sự", "months": 6}],
    )
    assert [row.level for row in who.ratings or ()] == ["HTTNV"]
    assert [row.kind for row in who.leave or ()] == ["thai_san", "om_dau"]
    assert [(row.kind, row.months) for row in who.service or ()] == [("tap_su", Decimal(6))]


def test_a_code_that_is_nearly_one_of_the_book_is_no_other_award():
    told = fault(award="CSTDBT", candidate={"history": [{"award": "CSTĐCSS", "year": 2024}]})
    assert told == "candidate/history/0/award: “CSTDCSS” không có trong sách luật; có phải CSTDCS?"
    assert "proposed/0/award" in fault(
        award="CSTDBT", candidate={"proposed": [{"award": "HCLD", "year": 2024}]}
    )


def test_a_code_of_elsewhere_is_left_as_it_is():
    case = cases.read({**GOOD, "candidate": {"history": [{"award": "Giải thưởng Hoa sen"}]}}, load())
    assert [row.code for row in case.candidate.history or ()] == ["GIAITHUONGHOASEN"]


def test_names_stand_for_codes():
    case = cases.read(
        {
            **GOOD,
            "award": "Lao động tiên tiến",
            "candidate": {"history": [{"award": "Cờ thi đua của Chính phủ"}]},
        },
        load(),
    )
    assert case.award == "LDTT"
    assert [row.code for row in case.candidate.history or ()] == ["COCP"]


def test_of_a_movement_the_merit_period_is_its_length():
    given = {**GOOD, "award": "COBT", "basis": "chuyen_de", "year": "2021-2024"}
    who = cases.read({**given, "candidate": {"cluster_rank": 1}}, load()).candidate
    assert (who.movement_years, who.movement_rank) == (4, 1)
    told = cases.read(
        {**given, "candidate": {"movement_years": 5, "movement_rank": 2, "cluster_rank": 1}}, load()
    )
    assert (told.candidate.movement_years, told.candidate.movement_rank) == (5, 2)
    one = cases.read({**given, "year": 2024, "candidate": {}}, load()).candidate
    assert (one.movement_years, one.movement_rank) == (None, None)
    silent = cases.read({**given, "year": None, "candidate": {}}, load()).candidate
    assert silent.movement_years is None


def test_the_reason_of_an_award_is_read_in_words():
    rows = [{"award": "BKBT", "basis": each} for each in ("khen đột xuất", "chuyen_de", "kháng chiến")]
    assert [row.basis for row in read_facts(history=rows).history or ()] == [
        "dot_xuat",
        "chuyen_de",
        "khang_chien",
    ]
    told = fault(award="BKBT", basis="cong_tran", candidate={"kind": "ca_nhan"})
    assert told.startswith("basis: “cong_tran” không có trong danh sách: cong_trang")
