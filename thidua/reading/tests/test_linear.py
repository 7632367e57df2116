"""Whatever the text, reading ends: no failure, no expression that backtracks for ever, nothing quadratic that hangs."""

import signal
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from thidua.reading import read

LENGTH = 60_000
PIECES = [
    "1", "1 ", "1/", "- ", "-", " ", "\n", "\t", "\f", "\r", "_", ". ", "…", "“", "”", "(", ")", "“a” ", "\u200b", "a\u200b", "a\u0301",
    "ngày ", "ngày 1", "số ", "Số: /", "kế hoạch số ", "Luật A ", "Luật sửa đổi, bổ sung một số ", "Luật A được Quốc hội ", "A", "Aa ",
    "I. ", "1.1.1.1 A\n", "a) b\n", "- A\n", "V/v a\n", "GIÁM ĐỐC\n", "SỞ DU LỊCH\n", "chữ.1\n\n\n1 Ghi chú\n\n\n", "của\n", "tỉnh Hà ", "2021 – 2025, ",
    "31/02/2024 ", "12/KH-A-", "12/KH-UBND của Ủy ban ", "12/KH-UBND của Sở A và B, ", "Trên đây là của Sở A ", "Nơi nhận:\n- A;\nKT. GIÁM ĐỐC\n\nLê Văn A\n",
    "Kế hoạch số 12/KH-UBND ngày 3/4/2024 của Ủy ban nhân dân tỉnh về ", "phong trào thi đua “", "29 Lao động tiên tiến, ", "Giao Sở A phối hợp Sở B ", "tặng Bằng khen cho 01 tập thể, ", "trước ngày 10/02/2024, ",
]  # fmt: skip


@pytest.fixture(autouse=True)
def _no_endless_reading() -> Iterator[None]:
    """Far above what any of these takes; only an expression that explodes reaches it."""

    def stop(*_: object) -> None:
        raise TimeoutError("reading does not come to an end")

    before = signal.signal(signal.SIGALRM, stop)
    signal.alarm(120)
    yield
    signal.alarm(0)
    signal.signal(signal.SIGALRM, before)


@pytest.mark.parametrize("piece", PIECES, ids=repr)
def test_one_piece_over_and_over_is_read_to_the_end(piece: str) -> None:
    text = (piece * (LENGTH // len(piece) + 1))[:LENGTH]
    facts = read(text)
    assert all(
        0 <= start <= end <= len(facts.text) for citation in facts.citations for start, end in citation.spans
    )


def test_many_different_documents_are_told_apart() -> None:
    text = "".join(
        f"Kế hoạch số {i}/KH-UBND ngày 3/4/2024; Kế hoạch số {i}/KH-UBND; Kế hoạch {i}; "
        for i in range(1, 2001)
    )
    citations = read(text).citations
    assert len(citations) == 2000
    assert {len(citation.spans) for citation in citations} == {3}


@given(st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=12)), max_size=60).map("".join))
@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_text_makes_reading_fail(text: str) -> None:
    facts = read(text)
    places = [
        span
        for kind in (
            facts.citations,
            facts.movements,
            facts.tasks,
            facts.awards,
            facts.attendance,
            facts.warnings,
        )
        for fact in kind
        for span in fact.spans
    ]
    assert all(0 <= start <= end <= len(facts.text) for start, end in [*places, *facts.meta.spans.values()])
    assert facts == read(facts.text)
