from datetime import date

import pytest

from thidua.work.movements import naming


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Phong trào thi đua “Chuyển đổi số”", "chuyển đổi số"),
        ("thi đua thực hiện nhiệm vụ phát triển kinh tế năm 2024", "Phát triển kinh tế"),
        ("Đợt thi đua đặc biệt lập thành tích chào mừng Đại hội", "lập thành tích chào mừng Đại hội"),
    ],
)
def test_two_writings_of_one_name_have_one_key(left, right):
    assert naming.key(left) == naming.key(right)


def test_other_names_have_others():
    assert naming.key("Văn hóa công sở") != naming.key("Cải cách hành chính")


@pytest.mark.parametrize(
    ("text", "since", "until", "label"),
    [
        ("2024", date(2024, 1, 1), date(2025, 1, 1), "năm 2024"),
        ("2021-2025", date(2021, 1, 1), date(2026, 1, 1), "giai đoạn 2021 - 2025"),
        ("2024-2025", date(2024, 1, 1), date(2026, 1, 1), "giai đoạn 2024 - 2025"),
        ("năm học 2024-2025", date(2024, 9, 1), date(2025, 9, 1), "năm học 2024-2025"),
        ("lâu dài", None, None, "lâu dài"),
        ("", None, None, ""),
    ],
)
def test_periods_as_texts_write_them(text, since, until, label):
    assert naming.lasting(text) == naming.Lasting(since, until, label)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("tháng 12 năm 2024", date(2024, 12, 31)),
        ("dự kiến vào quý III năm 2024", date(2024, 9, 30)),
        ("trước ngày 10/02/2024", date(2024, 2, 9)),
        ("chậm nhất ngày 10/02/2024", date(2024, 2, 10)),
        ("cuối tháng 8/2024", date(2024, 8, 31)),
        ("sau Hội nghị tổng kết Ngành", None),
        ("", None),
    ],
)
def test_the_last_day_that_a_plan_leaves(text, day):
    assert naming.latest_day(text) == day


def test_names_alike():
    assert naming.are_alike("Cơ quan xanh, sạch, đẹp", "phong trào cơ quan xanh sạch đẹp năm 2024")
    assert not naming.are_alike("Văn hóa công sở", "Xây dựng nông thôn mới")


def test_a_year_later():
    assert naming.year_later(date(2024, 2, 29)) == date(2025, 2, 28)
    assert naming.years_later("giai đoạn 2021 - 2025, số 46/2024") == "giai đoạn 2022 - 2026, số 46/2025"
