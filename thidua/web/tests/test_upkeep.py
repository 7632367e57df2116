"""Daily upkeep: renames take effect on their day, stray files go, a broken log is told to who runs the installation."""

from datetime import timedelta

import pytest
from django.utils import timezone

from thidua.kit.audit.models import AuditLine
from thidua.kit.jobs import registry, services, worker
from thidua.kit.jobs.ends import Worker
from thidua.kit.jobs.models import Job
from thidua.records.orgs.actors import system
from thidua.records.orgs.services import rename_unit
from thidua.web import upkeep


@pytest.fixture
def day_after_day():
    """Runs the upkeep of a moment as the worker does."""

    def run(at):
        services.start_daily(by=Worker(""), at=at)
        while worker.run_next():
            pass
        return {job.name: job for job in Job.objects.filter(created_at=at)}

    return run


def test_what_is_done_every_day():
    assert {each.name for each in registry.daily()} == {
        "orgs.rebuild_tree",
        "web.analyze",
        "web.sweep_files",
        "web.verify_audit",
    }


def test_a_rename_for_today_takes_effect_without_anybody(phong_di_san, day_after_day):
    today = timezone.localdate()
    rename_unit(
        phong_di_san,
        name="Phòng Di sản và Bảo tàng",
        since=today,
        by=system(today - timedelta(days=3)),
        at=timezone.now() - timedelta(days=3),
    )
    phong_di_san.refresh_from_db()
    assert phong_di_san.name != "Phòng Di sản và Bảo tàng"

    done = day_after_day(timezone.now())

    phong_di_san.refresh_from_db()
    assert phong_di_san.name == "Phòng Di sản và Bảo tàng"
    assert done["orgs.rebuild_tree"].outcome == "Đã cập nhật 1 tổ chức."


def test_all_is_well_and_nobody_is_told(so_van_hoa, dung, as_actor, day_after_day):
    done = day_after_day(timezone.now())

    assert {job.state for job in done.values()} == {"done"}
    assert upkeep.waiting_for(as_actor(dung)) == []


def test_a_broken_log_is_told_to_the_administrator_only(so_van_hoa, dung, minh, as_actor, day_after_day):
    services.start_daily(by=Worker(""), at=timezone.now() - timedelta(days=1))
    AuditLine.objects.filter(seq=1).update(note="sửa lén")

    day_after_day(timezone.now())

    (told,) = upkeep.waiting_for(as_actor(dung))
    assert told.title == "Việc hằng ngày không xong: kiểm tra nhật ký còn nguyên vẹn"
    assert "Dòng 1 đã bị sửa." in told.detail
    assert upkeep.waiting_for(as_actor(minh)) == []
