"""Any case that can be read is answered: no facts, however odd together, stop the book."""

from datetime import date
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from thidua.law import answering, cases
from thidua.law.book import load

YEARS = st.integers(2014, 2026)
CODES = st.sampled_from(
    ["LDTT", "CSTDCS", "CSTDBT", "CSTDTQ", "BKBT", "BKTTG", "HCLD3", "HCLD2", "TTLDXS", "KHAC"]
)
BASES = st.sampled_from(["cong_trang", "chuyen_de", "dot_xuat"])
SPANS = st.sampled_from(["2019-2023", "2022-2023", "2023-2024"])
AWARDS = st.lists(
    st.fixed_dictionaries(
        {"award": CODES},
        optional={"year": YEARS, "years": SPANS, "basis": BASES, "decision_date": st.dates().map(str)},
    ),
    max_size=8,
)
FACTS = st.fixed_dictionaries(
    {"kind": st.sampled_from(["ca_nhan", "tap_the", "ho_gia_dinh"])},
    optional={
        "history": AWARDS,
        "proposed": AWARDS,
        "labour": st.sampled_from(["cong_nhan", "chuyen_vien"]),
        "sector": st.just("cong_an"),
        "ratings": st.lists(
            st.fixed_dictionaries({"year": YEARS, "level": st.sampled_from(["HTNV", "HTTNV", "HTXSNV"])}),
            max_size=8,
        ),
        "initiatives": st.lists(
            st.fixed_dictionaries(
                {"scope": st.sampled_from(["co_so", "tinh", "toan_quoc"])},
                optional={"year": YEARS, "used_for": CODES, "recognized": st.booleans()},
            ),
            max_size=3,
        ),
        "months_worked": st.dictionaries(YEARS, st.integers(0, 12), max_size=2),
        "recruited": st.dates().map(str),
        "leave": st.lists(st.just({"kind": "thai_san", "days": 180}), max_size=1),
        "study": st.lists(st.fixed_dictionaries({}, optional={"months": st.integers(0, 40)}), max_size=2),
        "transfers": st.lists(st.just({"old_unit_months": 6}), max_size=1),
        "discipline": st.lists(
            st.fixed_dictionaries({"form": st.just("canh_cao")}, optional={"year": YEARS}), max_size=2
        ),
        "unit_rating": st.sampled_from(["HTTNV", "HTXSNV"]),
        "founded": st.dates().map(str),
        "size": st.integers(50, 90),
        "ldtt_count": st.integers(0, 50),
        "cluster_rank": st.integers(1, 5),
        "movement_years": st.integers(0, 9),
        "complies_law": st.booleans(),
        "pending": st.lists(st.just("đơn thư"), max_size=1),
    },
)
CASES = st.fixed_dictionaries(
    {
        "on": st.dates(date(2005, 1, 1), date(2034, 12, 31)).map(str),
        "award": st.sampled_from(sorted(load().codes)),
        "candidate": FACTS,
        "kind": st.sampled_from(["eligibility", "reward_money", "authority", "papers"]),
    },
    optional={
        "year": st.one_of(YEARS, st.just("2024-2025")),
        "received_on": st.dates().map(str),
        "other_criteria_met": st.booleans(),
        "basis": BASES,
        "awards_received": AWARDS,
    },
)


@settings(max_examples=300, deadline=None)
@given(CASES)
def test_every_case_is_answered_and_twice_the_same(told: dict[str, Any]) -> None:
    book = load()
    answer = answering.answer(cases.read(told, book), book)
    assert answer == answering.answer(cases.read(told, book), book)
    for found in answer.get("findings", ()):
        assert found["reason"]
        assert found["outcome"] in ("met", "unmet", "unknown", "council")
    if answer["kind"] == "eligibility":
        verified = [each for each in answer["findings"] if not each["draft"]]
        denied = any(each["outcome"] == "unmet" for each in verified)
        assert not (answer["verdict"] == "eligible" and denied)
        assert not (answer["verdict"] == "not_eligible" and not denied)
