from datetime import date

import pytest

from thidua.records.orgs.tests import factories as orgs
from thidua.records.register.models import Document
from thidua.records.register.tests.factories import identity, stub

DAY = date(2024, 3, 6)


def test_the_printed_order_is_party_law_decree_circular_province_department_commune(
    tan_giang, so_van_hoa, xa_binh_hoa
):
    party = orgs.unit("Tỉnh ủy Tân Giang", "TU", level="tinh", kind="dang", outside=True)
    library = orgs.unit("Thư viện tỉnh", "BT", parent=so_van_hoa, level="don_vi", kind="su_nghiep")
    for named in (
        identity("05/KH-BT", DAY, library),
        identity("07/KH-UBND", DAY, xa_binh_hoa),
        identity("26/KH-SVH", DAY, so_van_hoa),
        identity(issuer=so_van_hoa, title="Báo cáo chưa có số", type="bao_cao"),
        identity("64/KH-UBND", DAY, tan_giang),
        identity("12/NQ-HĐND", DAY, tan_giang),
        identity("1057-CV/TU", DAY, party),
        identity("01/2024/TT-BNV", DAY),
        identity("19/CT-TTg", DAY),
        identity("98/2023/NĐ-CP", DAY),
        identity("06/2022/QH15", DAY),
        identity("34-CT/TW", DAY),
    ):
        stub(named)

    printed = [str(row) for row in Document.objects.order_by("rank", "ordered_on", "pk")]

    assert printed == [
        "Chỉ thị 34-CT/TW",
        "Luật 06/2022/QH15",
        "Nghị định 98/2023/NĐ-CP",
        "Chỉ thị 19/CT-TTg",
        "Thông tư 01/2024/TT-BNV",
        "Công văn 1057-CV/TU",
        "Nghị quyết 12/NQ-HĐND",
        "Kế hoạch 64/KH-UBND",
        "Kế hoạch 26/KH-SVH",
        "Báo cáo chưa có số",
        "Kế hoạch 07/KH-UBND",
        "Kế hoạch 05/KH-BT",
    ]


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        ({"number": "30/KH-SVH"}, "Kế hoạch 30/KH-SVH"),
        ({"title": "Tuyên truyền TĐKT", "type": "ke_hoach"}, "Kế hoạch tuyên truyền TĐKT"),
        ({"title": "Luật Thi đua, khen thưởng", "type": "luat"}, "Luật Thi đua, khen thưởng"),
        ({"title": "Văn bản đăng ký thi đua"}, "Văn bản đăng ký thi đua"),
    ],
)
def test_a_document_is_called_by_kind_and_number_or_by_its_title(db, facts, said):
    assert str(stub(identity(**facts))) == said


@pytest.mark.parametrize(
    ("title", "years"),
    [
        ("Phát động thi đua năm 2024", (2024, 2024)),
        ("Phong trào giai đoạn 2021 - 2025", (2021, 2025)),
        ("Năm học 2024-2025", (2024, 2025)),
        ("Chào mừng 80 năm (22/12/1944 - 22/12/2024)", (None, None)),
        ("Thực hiện Chỉ thị số 19/CT-TTg ngày 16/7/2021", (None, None)),
        ("Thực hiện Chỉ thị số 19/CT-TTg ngày 16 tháng 7 năm 2021", (None, None)),
        ("Quy chế thi đua", (None, None)),
    ],
)
def test_the_years_of_a_title_are_those_of_the_work(db, title, years):
    row = stub(identity(title=title, type="ke_hoach"))

    assert (row.first_year, row.last_year) == years
