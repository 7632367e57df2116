"""The years of a candidate as columns."""

from datetime import date
from typing import Any

from thidua.law import cases, judging
from thidua.law.book import load
from thidua.law.facts import NEVER_WHOLE
from thidua.work.eligibility.strip import Strip, strip

BOOK = load()


def drawn(award: str = "CSTDBT", year: int = 2024, running: bool = False, **facts: Any) -> Strip:
    case = {"on": date(2024, 12, 20), "award": award, "year": year, "candidate": {"kind": "ca_nhan"} | facts}
    read = cases.read(case, BOOK)
    return strip(read.candidate, year, running, BOOK, judging.judge(read, BOOK))


def row(found: Strip, label: str) -> list[str]:
    cells = next(cells for name, cells in found.rows if name == label)
    return ["/".join(cell.text for cell in year) for year in cells]


def won(*years: int, award: str = "CSTDCS") -> list[dict[str, Any]]:
    return [{"award": award, "year": year} for year in years]


def test_titles_and_forms_stand_in_rows_of_their_own():
    found = drawn(history=[*won(2023, 2024), *won(2023, 2024, award="LDTT"), *won(2024, award="GK")])
    assert found.years == tuple(range(2016, 2025))
    assert row(found, "Danh hiệu")[-3:] == ["không", "CSTĐCS", "CSTĐCS"]
    assert row(found, "Khen thưởng")[-2:] == ["không", "Giấy khen"]
    assert "CSTĐCS: Chiến sĩ thi đua cơ sở" in found.legend
    assert not any(text.startswith("LĐTT") for text in found.legend)


def test_what_is_not_known_is_drawn_so_and_never_as_none():
    found = drawn(history=won(2024), whole_from={"history": 2022})
    assert row(found, "Danh hiệu") == ["chưa rõ"] * 6 + ["không", "không", "CSTĐCS"]
    assert row(found, "Sáng kiến") == ["chưa rõ"] * 9
    assert row(found, "Xếp loại") == ["chưa rõ"] * 9
    assert found.whole == ("Sổ khen thưởng đủ từ năm 2022; trước đó là chưa rõ, không phải không có.",)


def test_a_register_that_nobody_vouches_for_says_so():
    found = drawn(history=[], initiatives=[], whole_from={"history": NEVER_WHOLE})
    assert found.whole == (
        "Sổ khen thưởng chưa được xác nhận đủ từ năm nào: ô trống là chưa rõ, không phải không có.",
    )
    assert row(found, "Sáng kiến") == ["không"] * 9


def test_the_running_year_is_still_open():
    found = drawn(running=True, history=won(2023), ratings=[{"year": 2024, "level": "HTXSNV"}])
    assert row(found, "Danh hiệu")[-2:] == ["CSTĐCS", "chưa xét"]
    assert row(found, "Xếp loại")[-1] == "Xuất sắc"


def test_titles_in_a_row_are_bracketed_up_to_the_year_that_is_still_missing():
    bracket = drawn(history=won(2022, 2023), initiatives=[]).bracket
    assert bracket is not None
    assert (bracket.skipped, bracket.width, bracket.rest) == (6, 3, 0)
    assert bracket.text == "2/3 lần liên tục, còn năm 2024"


def test_a_whole_row_is_bracketed_alone_and_a_broken_one_not_at_all():
    bracket = drawn(history=won(2021, 2022, 2023), initiatives=[]).bracket
    assert bracket is not None
    assert (bracket.text, bracket.width, bracket.rest) == ("3/3 lần liên tục", 3, 1)
    assert drawn(history=won(2019), initiatives=[]).bracket is None
    assert drawn("LDTT", history=won(2023)).bracket is None


def test_a_collective_has_no_row_of_initiatives():
    found = drawn("TTLDXS", kind="tap_the", history=won(2023, award="TTLDTT"))
    assert [label for label, _ in found.rows] == ["Danh hiệu", "Khen thưởng", "Xếp loại"]
    assert row(found, "Danh hiệu")[-2:] == ["TTLĐTT", "không"]
