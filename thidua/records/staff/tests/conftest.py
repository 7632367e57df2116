"""Two people of the department, and who watches over its discipline."""

import pytest

from thidua.records.orgs.models import RoleHeld
from thidua.records.orgs.tests import factories
from thidua.records.staff.tests.factories import KEEPER


@pytest.fixture
def khai(phong_di_san):
    return factories.person("Đỗ Văn Khải", phong_di_san, "Trưởng phòng")


@pytest.fixture
def hoa(so_van_hoa):
    return factories.person("Lê Thị Hòa", so_van_hoa)


@pytest.fixture
def keeper(minh, so_van_hoa):
    """Minh, to whom the discipline was given as well."""
    RoleHeld.objects.create(user=minh, role=KEEPER, unit=so_van_hoa, since=factories.SINCE)
    return minh
