"""The demo's movements show what the pages are for."""

import pytest
from django.utils import timezone

from thidua.records.orgs.actors import actor_for, system
from thidua.records.orgs.services import sync_outside_bodies
from thidua.web.demo import load
from thidua.work.movements import selectors
from thidua.work.movements.models import Movement


@pytest.fixture
def demo(db):
    today = timezone.localdate()
    sync_outside_bodies(by=system(today), at=timezone.now())
    return load.load(at=timezone.now(), today=today, password="chỉ để thử 2026")


def test_answers_silence_and_gaps_are_there(demo):
    body, today = demo.units["svh"], demo.today
    standing = {row.movement.name: row.standing for row in selectors.coverage(body, today)}

    assert standing["Tân Giang tiên phong chuyển đổi số"] == "chua"
    assert standing["Cán bộ, công chức, viên chức thi đua thực hiện văn hóa công sở"] == "roi"
    quiet = {row.movement.name: row.reasons for row in selectors.idle(body, today)}
    assert any("chưa hưởng ứng" in reason for reason in quiet["Cơ quan xanh, sạch, đẹp"])
    assert any("đã qua" in reason for reason in quiet["Chuyển đổi số ngành Văn hóa"])


def test_every_state_but_the_last_is_shown(demo):
    lan = actor_for(demo.users["lan"], demo.today)
    states = set(selectors.states_of(selectors.visible_to(lan), demo.today).values())

    assert {"du_thao", "thuc_hien", "so_ket"} <= states
    assert Movement.objects.filter(launched_on__gt=demo.today).count() == 0
