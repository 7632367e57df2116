"""What a report's headings say of the movements listed beneath them."""

import pytest

from thidua.reading import movements, read
from thidua.reading.movements import listed, places
from thidua.reading.text import Text

HEAD = """Số:      /BC-SVH          Tân Giang, ngày      tháng      năm 2024

BÁO CÁO
Sơ kết công tác thi đua, khen thưởng 6 tháng đầu năm 2024

Sở Văn hóa tỉnh Tân Giang báo cáo như sau:

I. KẾT QUẢ

{}

Trên đây là báo cáo của Sở Văn hóa tỉnh Tân Giang./.

Nơi nhận:
- Lưu: VT.

GIÁM ĐỐC


Đặng Quốc Sơn
"""
PLAN = "Kế hoạch số {} phát động phong trào thi đua “{}” giai đoạn 2022 - 2025"


@pytest.fixture
def told():
    """Name → places, of the movements named under the given headings."""

    def tell(*paragraphs):
        text = Text.of(HEAD.format("\n\n".join(paragraphs)))
        facts = read(text.raw)
        found = places.find(text, facts.citations)
        return {each.name: at for each, at in zip(facts.movements, found, strict=True)}

    return tell


@pytest.fixture
def unnamed():
    def tell(*paragraphs):
        text = Text.of(HEAD.format("\n\n".join(paragraphs)))
        facts = read(text.raw)
        return listed.find(text, facts.citations, movements.namings(text, facts.citations))

    return tell


def test_the_nearest_heading_that_names_a_launcher_is_meant(told):
    found = told(
        "1. Các phong trào thi đua do Thủ tướng Chính phủ phát động",
        "1.1. Xây dựng các văn bản:",
        "- " + PLAN.format("46/KH-SVH ngày 24/10/2019", "Thi đua thực hiện văn hóa công sở"),
        "2. Hưởng ứng các phong trào thi đua do Ủy ban nhân dân tỉnh phát động",
        "- " + PLAN.format("30/KH-SVH ngày 22/3/2024", "Chung sức xây dựng nông thôn mới"),
    )

    assert [place.under for place in found["Thi đua thực hiện văn hóa công sở"]] == ["Thủ tướng Chính phủ"]
    [place] = found["Chung sức xây dựng nông thôn mới"]
    assert (place.under, place.section, place.own) == ("Ủy ban nhân dân tỉnh", "I.2", True)


def test_each_place_has_its_own_paper_though_the_number_is_the_same(told):
    found = told(
        "1. Các phong trào thi đua do Thủ tướng Chính phủ phát động",
        "- " + PLAN.format("46/KH-SVH ngày 24/10/2019", "Thi đua thực hiện văn hóa công sở"),
        "- " + PLAN.format("46/KH-SVH ngày 22/5/2024", "Phát triển văn hóa đọc"),
    )

    assert [str(place.date) for place in found["Thi đua thực hiện văn hóa công sở"]] == ["2019-10-24"]
    assert [str(place.date) for place in found["Phát triển văn hóa đọc"]] == ["2024-05-22"]


def test_what_the_own_office_launches_answers_nobody(told):
    found = told(
        "1. Các phong trào thi đua do đơn vị phát động",
        "- " + PLAN.format("46/KH-SVH ngày 22/5/2024", "Phát triển văn hóa đọc"),
    )

    assert found["Phát triển văn hóa đọc"][0].under is None


def test_a_heading_may_name_the_directive(told):
    found = told(
        "1. Phát động thi đua hàng năm (theo Chỉ thị số 19/CT-TTg ngày 16/7/2021 của Thủ tướng Chính phủ về việc phát động thi đua phát triển kinh tế - xã hội)",
        "* " + PLAN.format("30/KH-SVH ngày 22/3/2024", "Vượt mọi chỉ tiêu"),
    )

    place = found["Vượt mọi chỉ tiêu"][0]
    assert (place.under, place.under_number, str(place.under_date)) == (
        "Thủ tướng Chính phủ",
        "19/CT-TTg",
        "2021-07-16",
    )


@pytest.mark.parametrize(
    ("words", "way"),
    [
        ("Văn bản đăng ký hưởng ứng phong trào thi đua “Doanh nghiệp hội nhập”.", "registered"),
        ("Hưởng ứng phong trào thi đua “Doanh nghiệp hội nhập”.", "answered"),
        ("Kế hoạch số 30/KH-SVH ngày 22/3/2024 phát động phong trào thi đua “Doanh nghiệp hội nhập”.", None),
    ],
)
def test_how_a_movement_is_answered_is_read_from_the_words_before_it(told, words, way):
    found = told("1. Hưởng ứng các phong trào thi đua do Ủy ban nhân dân tỉnh phát động", "- " + words)

    assert found["Doanh nghiệp hội nhập"][0].way == way


@pytest.mark.parametrize("words", ["thường xuyên", "chuyên đề"])
def test_the_form_is_told_by_the_heading(told, words):
    found = told(
        f"1. Đối với thi đua {words}",
        "- " + PLAN.format("46/KH-SVH ngày 22/5/2024", "Phát triển văn hóa đọc"),
    )

    assert found["Phát triển văn hóa đọc"][0].form == words


def test_a_plan_that_launches_a_movement_without_a_name_is_one(unnamed):
    [(movement, place)] = unnamed(
        "1. Đối với thi đua thường xuyên",
        "- Ban hành “Kế hoạch số 68/KH-SVH ngày 29/12/2023 phát động phong trào thi đua trong công chức, người lao động năm 2024”.",
    )

    assert movement.name == "Thi đua trong công chức, người lao động"
    assert (movement.period, movement.form, movement.role) == ("2024", "thường xuyên", "launched")
    assert (place.number, place.own) == ("68/KH-SVH", True)


def test_a_letter_that_registers_under_such_a_heading_is_one(unnamed):
    [(movement, place)] = unnamed(
        "1. Hưởng ứng các phong trào thi đua do Tỉnh ủy phát động",
        "- Văn bản đăng ký thực hiện tốt các hoạt động Tết Quân - Dân giai đoạn 2021 - 2025.",
    )

    assert movement.name == "thực hiện tốt các hoạt động Tết Quân - Dân"
    assert (movement.period, place.under, place.way) == ("2021-2025", "Tỉnh ủy", "registered")


def test_a_letter_elsewhere_is_none(unnamed):
    assert not unnamed("1. Công tác khác", "- Văn bản đăng ký tham gia lớp bồi dưỡng nghiệp vụ năm 2024.")
