import pytest

from thidua.records.awards.tests.factories import decided, given
from thidua.records.certificates import services
from thidua.records.certificates.tests.factories import NOW, SYSTEM
from thidua.records.orgs.tests import factories


@pytest.fixture
def khai(phong_di_san):
    return factories.person("Đỗ Văn Khải", phong_di_san)


@pytest.fixture
def decision(so_van_hoa):
    return decided(so_van_hoa)


@pytest.fixture
def book(so_van_hoa):
    return services.open_book(
        "giay_khen", 2024, body=so_van_hoa, pattern="{so}/GK-SVH", width=4, start=45, by=SYSTEM, at=NOW
    )


@pytest.fixture
def blanks(so_van_hoa):
    """A book of pre-printed blanks."""
    return services.open_book("bang_khen", 2024, body=so_van_hoa, is_preprinted=True, by=SYSTEM, at=NOW)


@pytest.fixture
def three(khai, decision, so_van_hoa, phong_di_san):
    """Two people and a room; by the Vietnamese order Ánh stands before Khải, Đào between them."""
    awards = [given("GK", khai, so_van_hoa, decision=decision)]
    awards += [
        given("GK", factories.person(name, phong_di_san), so_van_hoa, decision=decision)
        for name in ("Bùi Thị Đào", "Nguyễn Thị Ánh")
    ]
    return [*awards, given("GK", phong_di_san, so_van_hoa, decision=decision)]
