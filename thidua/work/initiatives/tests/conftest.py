import pytest

from thidua.records.orgs.tests import factories


@pytest.fixture
def khai(phong_di_san):
    return factories.person("Đỗ Văn Khải", phong_di_san)


@pytest.fixture
def yen(phong_di_san):
    return factories.person("Lý Hải Yến", phong_di_san)
