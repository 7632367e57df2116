"""Lists pasted from a sheet."""

import pytest
from django.urls import reverse

from thidua.records.awards.models import Award
from thidua.records.awards.tests.factories import counted
from thidua.records.orgs.tests import factories

FACTS = {"kind": "LDTT", "of_whom": "ca_nhan", "period": "2023", "printed": "danh sách kèm theo"}


@pytest.fixture
def khai(phong_di_san):
    return factories.person("Đỗ Văn Khải", phong_di_san)


def test_a_list_is_pasted_looked_at_and_written(sign_in, minh, khai, phong_di_san):
    twins = [factories.person("Lê Văn Nam", phong_di_san) for _ in range(2)]
    client, url = sign_in(minh), reverse("awards:enter_many")
    lines = "STT\tHọ tên\n1\tĐỗ Văn Khải\tCSTDCS\t15\n2\tLê Văn Nam\n3\tNgười Không Quen"

    page = client.post(url, FACTS | {"lines": lines}).content.decode()
    assert "Đọc được 3 dòng" in page
    assert "không có trong danh bạ" in page
    assert not Award.objects.exists()
    confirmed = {"lines": lines, "confirmed": "1", "giu": ["2", "3", "4"], "la_3": str(twins[1].pk)}
    answer = client.post(url, FACTS | confirmed)

    assert answer.url == reverse("awards:list")
    told = set(Award.objects.values_list("person", "code", "certificate"))
    assert told == {(khai.pk, "CSTDCS", "15"), (twins[1].pk, "LDTT", "")}


def test_rooms_are_matched_by_their_name(sign_in, minh, phong_di_san):
    facts = FACTS | {"kind": "TTLDTT", "of_whom": "tap_the", "lines": "phòng quản lý di sản"}

    sign_in(minh).post(reverse("awards:enter_many"), facts | {"confirmed": "1", "giu": ["1"]})

    assert Award.objects.get().unit == phong_di_san


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ("Đỗ Văn Khải\tLao động giỏi", "Dòng 1, cột 2: “Lao động giỏi” không có trong danh mục"),
        ("Đỗ Văn Khải\n\tLDTT", "Dòng 2, cột 1"),
        ("STT\tHọ tên", "Chưa có dòng nào"),
    ],
)
def test_a_fault_names_its_cell(sign_in, minh, khai, lines, said):
    answer = sign_in(minh).post(reverse("awards:enter_many"), FACTS | {"lines": lines})

    assert answer.status_code == 422
    assert said in answer.content.decode()


def test_without_a_common_kind_each_line_needs_its_own(sign_in, minh, khai):
    answer = sign_in(minh).post(reverse("awards:enter_many"), FACTS | {"kind": "", "lines": "Đỗ Văn Khải"})

    assert "Dòng 1, cột 2: chưa có danh hiệu" in answer.content.decode()


def test_a_refusal_keeps_what_was_pasted(sign_in, minh, khai):
    client, url = sign_in(minh), reverse("awards:enter_many")
    confirmed = FACTS | {"lines": "Đỗ Văn Khải", "confirmed": "1", "giu": ["1"]}
    client.post(url, confirmed)

    answer = client.post(url, confirmed)

    assert answer.status_code == 422
    html = answer.content.decode()
    assert "Dòng 1: " in html
    assert "đã có trong sổ" in html
    assert "Đỗ Văn Khải" in html


def test_names_are_pasted_into_a_count(sign_in, minh, khai, so_van_hoa):
    many = counted("LDTT", 29, so_van_hoa)
    client, url = sign_in(minh), reverse("awards:fill", args=[many.pk])

    assert "Đỗ Văn Khải" in client.post(url, {"lines": "Đỗ Văn Khải\t77"}).content.decode()
    client.post(url, {"lines": "Đỗ Văn Khải\t77", "confirmed": "1", "giu": ["1"]})

    name = many.parts.get()
    assert (name.person, name.certificate) == (khai, "77")
    page = client.get(reverse("awards:award", args=[many.pk])).content.decode()
    assert "còn 28 chưa có tên" in page
