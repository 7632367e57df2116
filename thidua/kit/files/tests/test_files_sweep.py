import os
from datetime import timedelta
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db import transaction
from django.utils import timezone

from thidua.kit.files import services
from thidua.kit.files.sweep import sweep
from thidua.kit.files.tests import made
from thidua.kit.files.tests.made import para

pytestmark = pytest.mark.django_db
PLAN = made.docx(para("Kế hoạch"))


@pytest.fixture
def store(lan, as_actor, now):
    return lambda: services.store("Kế hoạch.docx", PLAN, by=as_actor(lan), at=now)


def files(settings):
    return [path for path in Path(settings.FILES_ROOT).rglob("*") if path.is_file()]


def age(path, hours=48):
    then = (timezone.now() - timedelta(hours=hours)).timestamp()
    os.utime(path, (then, then))


def test_a_file_whose_transaction_was_rolled_back_is_taken_away_after_a_day(
    lan, as_actor, now, settings, capsys
):
    with transaction.atomic():
        orphan = services.store("a.docx", PLAN, by=as_actor(lan), at=now)
        transaction.set_rollback(True)

    call_command("files_sweep")
    assert len(files(settings)) == 1

    age(services.location(orphan))
    call_command("files_sweep")

    assert files(settings) == []
    assert capsys.readouterr().out.splitlines() == ["Đã dọn 0 tệp, 0.0 MB.", "Đã dọn 1 tệp, 0.0 MB."]


def test_a_half_arrived_file_is_taken_away(settings):
    folder = Path(settings.FILES_ROOT) / services.INCOMING
    folder.mkdir(parents=True)
    (folder / ("0" * 32)).write_bytes(b"PK")
    age(folder / ("0" * 32))

    call_command("files_sweep")

    assert files(settings) == []


def test_kept_files_and_files_of_others_stay(store, settings):
    kept = store()
    other = Path(settings.FILES_ROOT) / "ghi-chu.txt"
    other.write_text("a")
    age(services.location(kept))
    age(other)

    call_command("files_sweep")

    assert sorted(files(settings)) == sorted([services.location(kept), other])


def test_dry_run_only_counts(settings, capsys):
    received = services.receive("a.docx", PLAN)
    path = Path(settings.FILES_ROOT) / received.path
    age(path)

    call_command("files_sweep", "--dry-run")

    assert path.exists()
    assert capsys.readouterr().out.startswith("Sẽ dọn 1 tệp")


def test_a_record_that_lost_its_file_is_named(store, capsys):
    lost = store()
    services.location(lost).unlink()

    with pytest.raises(CommandError, match="1 bản ghi mất tệp"):
        call_command("files_sweep")

    assert f"Mất tệp: bản {lost.pk} “Kế hoạch.docx”" in capsys.readouterr().err


def test_an_empty_store_is_in_order(settings):
    assert sweep(before=timezone.now()).missing == []
