"""The conclusions of a meeting are uploaded and written down: their duties stand on the board, linked back and forth."""

import pytest
from playwright.sync_api import expect

from tests.journeys.test_seeds_into_the_register import seed, upload, write_down
from thidua.outlook.intake.tests.samples import MOVEMENTS
from thidua.records.orgs.tests import factories
from thidua.work.programme.kinds import DueState
from thidua.work.programme.models import Task, TaskBasis

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def officer(transactional_db):
    province = factories.unit("Ủy ban nhân dân tỉnh An Giang", "UBND", level="tinh")
    above = factories.unit("Sở Nội vụ tỉnh An Giang", "SNV", parent=province)
    board = factories.unit("Ban Thi đua - Khen thưởng tỉnh An Giang", "BTĐKT", parent=above)
    return factories.user("canbo", "Trần Ngọc Lan", board, "chuyen_vien", "van_thu")


def test_the_conclusions_become_a_board_of_tasks(officer, enter, look):
    page = enter(officer)

    upload(page, seed("004"))
    expect(page.locator("#nhom-nhiem_vu")).to_contain_text("Ghi vào nhiệm vụ của cơ quan")
    write_down(page)

    given = Task.objects.count()
    assert 17 <= given <= 22
    assert TaskBasis.objects.filter(document__number="876/QĐ-UBND").exists()
    assert not Task.objects.filter(due_state=DueState.PRINTED).exists()
    page.get_by_text("Đã ghi:", exact=False).first.wait_for()
    look("ban-doc-da-ghi-nhiem-vu")

    page.goto("/nhiem-vu/")
    expect(page.locator("main")).to_contain_text("Phòng Nghiệp vụ")
    look("bang-nhiem-vu-tu-ket-luan")

    page.goto(f"/nhiem-vu/{Task.objects.order_by('pk').first().pk}/")
    expect(page.locator("main")).to_contain_text("Phòng Hành chính - Tổng hợp")


def test_a_report_shows_whom_each_movement_answers_and_what_was_written(minh, tan_giang, enter, look):
    page = enter(minh)
    page.goto("/nap/tai-len/")
    page.get_by_text("Hoặc dán nội dung").click()
    page.get_by_label("Nội dung văn bản").fill(MOVEMENTS)
    page.get_by_role("button", name="Đọc văn bản").click()
    page.wait_for_url("**/nap/*/**")

    expect(page.locator("#nhom-phong_trao")).to_contain_text(
        "hưởng ứng phong trào do Thủ tướng Chính phủ phát động"
    )
    expect(page.locator("#nhom-diem_danh")).to_contain_text("Cùng cuộc họp với mục thứ 1")
    page.get_by_role("link", name="“xây dựng xã hội học tập").click()
    expect(page.locator(".td-card.td-chosen")).to_contain_text("Mục 2.2.1")
    look("ban-doc-phong-trao")
