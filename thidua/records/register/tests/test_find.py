from datetime import date

import pytest

from thidua.records.orgs.tests import factories as orgs
from thidua.records.register import selectors
from thidua.records.register.tests.factories import entered, identity, stub

DAY = date(2024, 3, 6)


@pytest.fixture
def plan(tan_giang):
    return stub(identity("64/KH-UBND", DAY, tan_giang, "thông tin tuyên truyền về công tác TĐKT năm 2024"))


@pytest.mark.parametrize("written", ["64/KH-UBND", "64/ KH–UBND", "064/KH-UBND", "64/kh-ubnd"])
def test_number_and_date_name_a_document_however_they_are_written(plan, tan_giang, so_van_hoa, written):
    assert selectors.find(identity(written, DAY, tan_giang), near=so_van_hoa) == plan


def test_the_same_number_on_another_day_is_another_document(plan, tan_giang, so_van_hoa):
    assert selectors.find(identity("64/KH-UBND", date(2022, 3, 22), tan_giang), near=so_van_hoa) is None


def test_the_same_number_and_day_of_another_issuer_is_another_document(plan, xa_binh_hoa, so_van_hoa):
    assert selectors.find(identity("64/KH-UBND", DAY, xa_binh_hoa), near=so_van_hoa) is None


def test_another_kind_is_another_document(plan, tan_giang, so_van_hoa):
    assert selectors.find(identity("64/KH-UBND", DAY, tan_giang, type="quyet_dinh"), near=so_van_hoa) is None


def test_an_issuer_left_open_is_the_one_close_by(plan, so_van_hoa):
    assert selectors.find(identity("64/KH-UBND", DAY), near=so_van_hoa) == plan


def test_an_issuer_left_open_is_never_another_communes(tan_giang, so_van_hoa):
    commune = orgs.unit("Ủy ban nhân dân xã An Lạc", "UBND", parent=tan_giang, level="xa")
    stub(identity("05/KH-UBND", DAY, commune))

    assert selectors.find(identity("05/KH-UBND", DAY), near=so_van_hoa) is None
    assert selectors.find(identity("05/KH-UBND", DAY), near=commune) is not None


def test_an_issuer_left_open_is_not_another_provinces(so_van_hoa_nam_hai, so_van_hoa):
    stub(identity("64/KH-UBND", DAY, so_van_hoa_nam_hai.parent))

    assert selectors.find(identity("64/KH-UBND", DAY), near=so_van_hoa) is None


def test_a_stub_that_left_the_issuer_open_is_found_by_the_issuer(tan_giang, so_van_hoa):
    left_open = stub(identity("64/KH-UBND", DAY))

    assert selectors.find(identity("64/KH-UBND", DAY, tan_giang), near=so_van_hoa) == left_open


def test_a_number_without_a_date_is_certain_only_where_it_carries_its_year(plan, tan_giang, so_van_hoa):
    decree = stub(identity("98/2023/NĐ-CP", date(2023, 12, 31)))

    assert selectors.find(identity("98/2023/NĐ-CP"), near=so_van_hoa) == decree
    assert selectors.find(identity("64/KH-UBND", None, tan_giang), near=so_van_hoa) is None


@pytest.mark.parametrize("title", ["Luật Thi đua, khen thưởng năm 2022", "Luật TĐKT", "Thi đua, khen thưởng"])
def test_a_law_is_named_by_its_title_and_year(so_van_hoa, title):
    law = stub(identity("06/2022/QH15", date(2022, 6, 15), title="Luật Thi đua, khen thưởng"))

    assert selectors.find(identity(title=title, type="luat", year=2022), near=so_van_hoa) == law
    assert selectors.find(identity(title=title, type="luat", year=2003), near=so_van_hoa) is None


def test_the_law_that_amends_a_law_is_another_one(so_van_hoa):
    stub(
        identity(
            type="luat", year=2022, title="Luật sửa đổi, bổ sung một số điều của Luật Thi đua, khen thưởng"
        )
    )

    assert selectors.find(identity(title="Luật TĐKT", type="luat", year=2022), near=so_van_hoa) is None


def test_a_law_known_by_its_name_takes_its_number_when_it_comes(so_van_hoa):
    by_name = stub(identity(type="luat", title="Luật Thi đua, khen thưởng", year=2022))

    held = entered(identity("06/2022/QH15", date(2022, 6, 15), title="Luật Thi đua, khen thưởng"), so_van_hoa)

    assert held.pk == by_name.pk
    assert (held.number, held.is_stub) == ("06/2022/QH15", False)


def test_a_registration_letter_is_named_by_issuer_and_title(so_van_hoa, so_noi_vu):
    title = (
        "Văn bản đăng ký hưởng ứng phong trào thi đua “Doanh nghiệp Tân Giang hội nhập” giai đoạn 2022 - 2025"
    )
    letter = stub(identity(issuer=so_van_hoa, title=title))

    again = identity(issuer=so_van_hoa, title=title.replace("“", '"').replace("”", '"'))
    assert selectors.find(again, near=so_van_hoa) == letter
    assert selectors.find(identity(issuer=so_noi_vu, title=title), near=so_van_hoa) is None
    assert selectors.find(identity(title=title), near=so_van_hoa) is None


def test_many_are_found_with_one_query(plan, tan_giang, so_van_hoa, django_assert_num_queries):
    law = stub(identity("06/2022/QH15", date(2022, 6, 15), title="Luật Thi đua, khen thưởng"))
    asked = [
        identity("64/KH-UBND", DAY, tan_giang),
        identity("65/KH-UBND", DAY, tan_giang),
        identity(title="Luật TĐKT", type="luat", year=2022),
    ]

    with django_assert_num_queries(1):
        assert selectors.find_many(asked, near=so_van_hoa) == [plan, None, law]
    with django_assert_num_queries(1):
        assert len(selectors.find_many(asked * 20, near=so_van_hoa)) == 60


def test_what_names_nothing_finds_nothing(so_van_hoa, django_assert_num_queries):
    with django_assert_num_queries(0):
        assert selectors.find(identity(), near=so_van_hoa) is None
