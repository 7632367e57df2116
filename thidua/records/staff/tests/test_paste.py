"""A whole room's ratings, copied from Excel: read, shown with who each line is, then written."""

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from thidua.records.orgs.tests import factories as people
from thidua.records.staff.forms.pasting import Pasted, read_lines
from thidua.records.staff.models import Rating
from thidua.records.staff.tests.factories import rated


def test_lines_are_read_with_levels_in_many_words():
    text = "STT\tHọ và tên\tXếp loại\n1\tĐỗ Văn Khải\tHTXSNV\n2.\tLê Thị Hòa\tHoàn thành tốt nhiệm vụ\n\nTrần Tám\ttốt\nLý Tư"

    assert read_lines(text) == [
        Pasted(2, "Đỗ Văn Khải", "HTXSNV"),
        Pasted(3, "Lê Thị Hòa", "HTTNV"),
        Pasted(5, "Trần Tám", "HTTNV"),
        Pasted(6, "Lý Tư", ""),
    ]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Lê Thị Hòa\tgiỏi", "Dòng 1, cột 2: “giỏi” không phải mức"),
        ("\tHTTNV", "Dòng 1, cột 1"),
        ("\n", "Chưa có dòng nào"),
        ("Lê Hòa\ttốt\n" * 501, "nhiều nhất 500"),
    ],
)
def test_faults_name_their_cell(text, reason):
    with pytest.raises(ValidationError, match=reason):
        read_lines(text)


def typed(lines, **more):
    return {"of_whom": "nguoi", "period": "2023", "printed": "Thông báo", "lines": lines} | more


def test_a_list_is_shown_first_and_written_once_confirmed(so_van_hoa, khai, hoa, minh, sign_in):
    twin = people.person("Lê Thị Hòa", so_van_hoa)
    client, url = sign_in(minh), reverse("staff:rate_many")
    lines = "Đỗ Văn Khải\txuất sắc\nLê Thị Hòa\t\nĐỗ Văn Khaii\ttốt\nAi Đó Xa Lạ\ttốt"

    shown = client.post(url, typed(lines, level="HTTNV")).content.decode()
    assert "Đọc được 4 dòng" in shown
    assert "Trưởng phòng, Phòng Quản lý di sản" in shown
    assert "không có trong danh bạ" in shown
    assert not Rating.objects.exists()

    chosen = {"confirmed": "1", "giu": ["1", "2", "3"], "la_2": twin.pk}
    answer = client.post(url, typed(lines, level="HTTNV", **chosen))
    assert answer.status_code == 302
    assert set(Rating.objects.values_list("person", "level")) == {(khai.pk, "HTXSNV"), (twin.pk, "HTTNV")}


def test_what_is_there_already_refuses_all(so_van_hoa, khai, hoa, minh, sign_in):
    rated(khai, so_van_hoa)
    lines = "Lê Thị Hòa\ttốt\nĐỗ Văn Khải\ttốt"
    answer = sign_in(minh).post(reverse("staff:rate_many"), typed(lines, confirmed="1", giu=["1", "2"]))

    assert answer.status_code == 422
    assert "Dòng 2: " in answer.content.decode()
    assert Rating.objects.count() == 1


def test_a_level_and_a_source_are_asked_for(so_van_hoa, khai, minh, sign_in):
    shown = sign_in(minh).post(reverse("staff:rate_many"), typed("Đỗ Văn Khải", printed="")).content.decode()

    assert "Dòng 1, cột 2: chưa có mức" in shown
    assert "Cần căn cứ" in shown


def test_units_are_pasted_too(so_van_hoa, phong_di_san, minh, sign_in):
    facts = typed("Phòng Quản lý di sản\tHTXSNV", of_whom="tap_the", confirmed="1", giu=["1"])
    sign_in(minh).post(reverse("staff:rate_many"), facts)

    assert Rating.objects.get().unit == phong_di_san
