"""The fixed cast, used everywhere: Tùng, from elsewhere, must always be refused.

tan_giang (UBND tỉnh) ── so_van_hoa (Sở Văn hóa, SVH) ── phong_di_san (a room of it)
                      ├─ so_noi_vu (Sở Nội vụ, SNV)
                      └─ xa_binh_hoa (a commune)
nam_hai (another province) ── so_van_hoa_nam_hai: Tùng
"""

import os
from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest
from django.conf import settings as django_settings
from django.db import connection
from django.test import Client

from thidua.records.orgs.actors import Actor, actor_for, system
from thidua.records.orgs.models import Unit, User
from thidua.records.orgs.tests import factories

TODAY = date(2024, 6, 12)
NOW = datetime(2024, 6, 12, 2, 30, tzinfo=UTC)


def pytest_collection_modifyitems(config, items):
    """`THIDUA_ONLY_DATABASE=1`: the second round leaves out what asks no database, or asks nothing of it that differs
    (`one_database`); it has run in the first."""
    if os.environ.get("THIDUA_ONLY_DATABASE") != "1":
        return
    asking = {"db", "transactional_db", "django_db_setup"}
    kept = [
        item
        for item in items
        if asking & set(item.fixturenames) or item.get_closest_marker("django_db")
        if not item.get_closest_marker("one_database")
    ]
    config.hook.pytest_deselected(items=[item for item in items if item not in set(kept)])
    items[:] = kept


@pytest.fixture(scope="session", autouse=True)
def static_root(tmp_path_factory):
    """A folder that exists: whitenoise warns of any other, also in the server that outlives a test."""
    django_settings.STATIC_ROOT = tmp_path_factory.mktemp("static")


@pytest.fixture(scope="session", autouse=True)
def emptied_by_rows():
    """PostgreSQL empties a table by a new file that must reach the disk: for the few rows of a test, deleting is quicker.

    Keys are checked at the end of the transaction, so the order does not matter.
    """
    if connection.vendor == "postgresql":
        quoted = connection.ops.quote_name
        connection.ops.sql_flush = lambda style, tables, **_: [
            f"DELETE FROM {quoted(name)};"  # noqa: S608  names of our own tables
            for name in tables
        ]


@pytest.fixture(autouse=True)
def quick_and_private(settings, tmp_path):
    """Fast passwords, files of this test only, plain static files."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    settings.FILES_ROOT = tmp_path / "files"
    settings.STORAGES = {
        **settings.STORAGES,
        "default": {
            "BACKEND": "django.core.files.storage.FileSystemStorage",
            "OPTIONS": {"location": tmp_path / "files"},
        },
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    }


@pytest.fixture
def today() -> date:
    return TODAY


@pytest.fixture
def now() -> datetime:
    return NOW


@pytest.fixture
def tan_giang(db) -> Unit:
    return factories.unit("Ủy ban nhân dân tỉnh Tân Giang", "UBND", level="tinh")


@pytest.fixture
def so_noi_vu(tan_giang) -> Unit:
    return factories.unit("Sở Nội vụ tỉnh Tân Giang", "SNV", parent=tan_giang)


@pytest.fixture
def so_van_hoa(tan_giang) -> Unit:
    return factories.unit("Sở Văn hóa tỉnh Tân Giang", "SVH", parent=tan_giang)


@pytest.fixture
def phong_di_san(so_van_hoa) -> Unit:
    return factories.unit(
        "Phòng Quản lý di sản", parent=so_van_hoa, level="don_vi", kind="phong", legal=False
    )


@pytest.fixture
def xa_binh_hoa(tan_giang) -> Unit:
    return factories.unit("Ủy ban nhân dân xã Bình Hòa", "UBND-BH", parent=tan_giang, level="xa")


@pytest.fixture
def so_van_hoa_nam_hai(db) -> Unit:
    nam_hai = factories.unit("Ủy ban nhân dân tỉnh Nam Hải", "UBND", level="tinh")
    return factories.unit("Sở Văn hóa tỉnh Nam Hải", "SVH", parent=nam_hai)


@pytest.fixture
def lan(xa_binh_hoa) -> User:
    """Part-time officer of a commune; clerk as well."""
    return factories.user("lan", "Trần Ngọc Lan", xa_binh_hoa, "chuyen_vien", "van_thu")


@pytest.fixture
def minh(so_van_hoa) -> User:
    """Specialist at the department, who also keeps its register."""
    return factories.user("minh", "Lê Quang Minh", so_van_hoa, "chuyen_vien", "van_thu")


@pytest.fixture
def binh(so_noi_vu) -> User:
    """Appraises for the provincial council."""
    return factories.user("binh", "Phạm Thanh Bình", so_noi_vu, "chuyen_vien", "van_thu")


@pytest.fixture
def ha(so_van_hoa) -> User:
    return factories.user("ha", "Võ Thu Hà", so_van_hoa, "thanh_vien_hoi_dong", title="Trưởng phòng")


@pytest.fixture
def son(so_van_hoa) -> User:
    return factories.user("son", "Đặng Quốc Sơn", so_van_hoa, "lanh_dao", title="Giám đốc")


@pytest.fixture
def thao(so_van_hoa) -> User:
    return factories.user("thao", "Phạm Thu Thảo", so_van_hoa, "ke_toan", title="Kế toán trưởng")


@pytest.fixture
def quan(tan_giang) -> User:
    """Administrator of the whole province, at the top of the tree."""
    return factories.user("quan", "Ngô Bá Quân", tan_giang, "quan_tri")


@pytest.fixture
def dung(so_van_hoa) -> User:
    """Administrator of one department."""
    return factories.user("dung", "Mai Tiến Dũng", so_van_hoa, "quan_tri")


@pytest.fixture
def tung(so_van_hoa_nam_hai) -> User:
    return factories.user("tung", "Hồ Thanh Tùng", so_van_hoa_nam_hai, "chuyen_vien", "van_thu", "quan_tri")


@pytest.fixture
def as_actor() -> Callable[[User], Actor]:
    return lambda user: actor_for(user, TODAY)


@pytest.fixture
def the_system() -> Actor:
    return system(TODAY)


@pytest.fixture
def sign_in() -> Callable[[User], Client]:
    def signed_in(user: User) -> Client:
        client = Client()
        client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
        return client

    return signed_in
