"""Outlines are checked when they are read: a fault says where it stands."""

import pytest

from thidua.outlook.reports.outlines import OutlineError, find, load
from thidua.outlook.reports.tests.asked import block, outline_of


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        (block("khong_co"), "mục 1, khối khoi: không có truy vấn “khong_co”"),
        (block(window="hom_qua"), "không hiểu “hom_qua”"),
        (block(params={"mau": "xanh"}), "không nhận tham số mau"),
        (block(params={"of": "sao_hoa"}), "tham số of: không hiểu “sao_hoa”"),
        (block(lead="{turnout} người"), "câu dẫn dùng {turnout}"),
        ({**block(), "ten": "x"}, "không có thuộc tính ten"),
        ({"kind": "list"}, "thiếu key"),
    ],
)
def test_a_fault_names_its_place(wrong, told):
    with pytest.raises(OutlineError, match="Đề cương thử") as no:
        load(outline_of(wrong), name="thử")

    assert told in str(no.value)


def test_a_key_stands_once():
    with pytest.raises(OutlineError, match="khóa đã dùng"):
        load(outline_of(block(), block()), name="thử")


def test_two_headings_of_one_number_are_refused():
    data = outline_of(block())
    data["sections"] *= 2

    with pytest.raises(OutlineError, match="hai mục cùng số"):
        load(data, name="thử")


def test_a_bodys_own_outline_is_read_like_a_shipped_one():
    own = outline_of(block())
    del own["key"]

    assert find("own:3", own).key == "own:3"


def test_an_unknown_name_is_no_outline():
    with pytest.raises(KeyError):
        find("khong-co")
