"""The register as an Excel file."""

import io
import zipfile

from django.urls import reverse

from thidua.records.awards.tests.factories import counted, decided, given
from thidua.records.orgs.tests import factories


def exported(client, query=""):
    answer = client.get(reverse("awards:excel") + query)
    data = b"".join(answer.streaming_content)
    with zipfile.ZipFile(io.BytesIO(data)) as book:
        return "".join(book.read(name).decode() for name in book.namelist() if "sheet1" in name)


def test_what_the_list_shows_is_exported_with_every_column(sign_in, minh, so_van_hoa, phong_di_san):
    khai = factories.person("Đỗ Văn Khải", phong_di_san)
    given("CSTDCS", khai, so_van_hoa, decision=decided(so_van_hoa), occasion="=1+1")
    counted("LDTT", 29, so_van_hoa)

    sheet = exported(sign_in(minh))

    for word in ("Đỗ Văn Khải", "88/QĐ-SVH", "Chưa có danh sách", "Danh hiệu thi đua", "=1+1"):
        assert word in sheet
    assert "<f>" not in sheet
    assert "Đỗ Văn Khải" not in exported(sign_in(minh), "?ma=LDTT")


def test_a_stranger_exports_nothing_of_ours(sign_in, tung, so_van_hoa):
    counted("LDTT", 29, so_van_hoa)

    assert "Lao động tiên tiến" not in exported(sign_in(tung), "?tat_ca=1")
