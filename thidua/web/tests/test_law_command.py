"""`thidua law show` and `thidua law diff`: every code on days of three regimes, what changed between two days."""

import pytest

from thidua.law.book import load
from thidua.web.law_command import main

DAYS = ("2016-12-31", "2024-12-31", "2026-11-20")


@pytest.mark.parametrize("day", DAYS)
@pytest.mark.parametrize("code", sorted(load().codes))
def test_every_code_can_be_shown(code: str, day: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["show", code, "--on", day]) == 0
    told = capsys.readouterr().out
    assert told.startswith(f"{load().codes[code]} ({code}), ngày ")
    assert "Thẩm quyền quyết định:" in told
    assert "Hồ sơ:" in told


def test_conditions_are_told_with_their_citation(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["show", "cstđbt", "--on", "31/12/2024"]) == 0
    told = capsys.readouterr().out
    assert "03 lần liên tục Chiến sĩ thi đua cơ sở" in told
    assert "Căn cứ: Luật 06/2022/QH15, Điều 22 (hiệu lực " in told


def test_a_day_without_conditions_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["show", "CSTDCS", "--on", "2001-01-01"]) == 0
    assert "Sách luật chưa có điều kiện của ngày này." in capsys.readouterr().out


def test_what_was_not_checked_is_marked(capsys: pytest.CaptureFixture[str]) -> None:
    main(["show", "BKTTG", "--on", "2024-12-31"])
    assert "[dự thảo, chưa đối chiếu]" in capsys.readouterr().out
    main(["show", "CSTDCS", "--on", "2026-11-20"])
    assert "[cần đối chiếu lại]" in capsys.readouterr().out


def test_without_a_day_it_is_today(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["show", "GDVH"]) == 0
    assert "Gia đình văn hóa (GDVH)" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["show", "KHONGCO"], "Sách luật không có mã “KHONGCO”. Các mã: "),
        (["show", " "], "cần mã danh hiệu"),
        (["show", "LDTT", "--on", "hôm qua"], "“hôm qua” không phải ngày"),
        (["diff", "2024-01-01", "2024-02-30"], "“2024-02-30” không phải ngày"),
    ],
)
def test_what_does_not_stand_in_the_book_is_two(
    arguments: list[str], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(arguments) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert told in printed.err


def test_the_end_of_the_districts_is_in_the_difference(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["diff", "2025-06-30", "2025-07-01"]) == 0
    told = capsys.readouterr().out
    assert told.startswith("Từ 30/6/2025 đến 01/7/2025")
    assert "− Chủ tịch UBND cấp huyện" in told
    assert "+ Chủ tịch UBND cấp xã" in told
    assert "[dự thảo]" in told


def test_the_days_may_stand_in_either_order(capsys: pytest.CaptureFixture[str]) -> None:
    main(["diff", "2023-12-31", "2024-01-01"])
    one = capsys.readouterr().out
    main(["diff", "01/01/2024", "2023-12-31"])
    assert capsys.readouterr().out == one
