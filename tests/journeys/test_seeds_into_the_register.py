"""A department's officer uploads the report and the province's plan, confirms, and finds the graph in the register."""

import os
from pathlib import Path

import pytest

from thidua.records.orgs.tests import factories
from thidua.records.register.models import Citation, Document

SEEDS = Path(os.environ.get("THIDUA_SEEDS", Path(__file__).resolve().parents[3] / "shared/seeds"))
pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def officer(transactional_db):
    province = factories.unit("Ủy ban nhân dân tỉnh Kiên Giang", "UBND", level="tinh")
    department = factories.unit("Sở Du lịch tỉnh Kiên Giang", "SDL", parent=province)
    return factories.user("canbo", "Trần Ngọc Lan", department, "chuyen_vien", "van_thu")


def seed(number: str) -> Path:
    found = sorted(SEEDS.glob(f"{number}_*.txt"))
    if not found:
        pytest.skip(f"the seed documents are not at {SEEDS}")
    return found[0]


def upload(page, path: Path) -> None:
    page.goto("/nap/tai-len/")
    page.get_by_label("Tệp văn bản").set_input_files(path)
    page.get_by_role("button", name="Đọc văn bản").click()
    if page.get_by_role("link", name="Mở bản đọc").count():
        page.get_by_role("link", name="Mở bản đọc").first.click()
    page.wait_for_url("**/nap/*/**")


def write_down(page) -> None:
    page.get_by_role("button", name="mục chắc chắn").click()
    page.get_by_role("button", name="Nhận").click()
    page.get_by_role("link", name="Ghi vào sổ").click()
    page.get_by_role("button", name="Ghi vào sổ").click()
    page.wait_for_load_state()


def test_report_and_plan_become_a_register_with_its_graph(officer, enter, look):
    page = enter(officer)

    upload(page, seed("000"))
    look("ban-doc-bao-cao")
    write_down(page)

    cited = Document.objects.filter(is_stub=True, merged_into=None)
    assert 45 <= cited.count() <= 60
    assert set(cited.filter(number="64/KH-UBND").values_list("issued_on__year", flat=True)) == {2022, 2024}
    assert Citation.objects.count() >= 45

    upload(page, seed("001"))
    look("ban-doc-ke-hoach")
    page.get_by_text("64/KH-UBND", exact=False).first.wait_for()
    assert "26/KH-SDL" in page.content()
    page.goto("/van-ban/")
    look("so-van-ban")
