import io

import pytest
from django.core.management import CommandError, call_command

from thidua.kit.refused import Refused
from thidua.records.orgs.actors import actor_for
from thidua.records.orgs.models import Unit, User
from thidua.records.orgs.rights import Right
from thidua.records.orgs.services import first

COMMAND = (
    "create_admin",
    "quantri",
    "--name",
    "Lý Văn Quản",
    "--unit",
    "Sở Du lịch tỉnh Tân Giang",
    "--code",
    "SDL",
)


def test_an_empty_installation_gets_its_unit_and_its_administrator(db, today):
    out = io.StringIO()
    call_command(*COMMAND, stdout=out)

    user = User.objects.get(username="quantri")
    unit = Unit.objects.get()
    assert (unit.name, unit.code, unit.path) == ("Sở Du lịch tỉnh Tân Giang", "SDL", f"/{unit.pk}/")
    assert user.must_change_password
    password = out.getvalue().split("Mật khẩu tạm: ")[1].split(" ")[0]
    assert user.check_password(password)
    since = user.roles_held.get().since
    assert actor_for(user, since).covers(Right.ACCOUNTS_MANAGE, unit)


def test_where_a_tree_stands_it_is_used(tan_giang):
    call_command(*COMMAND, stdout=io.StringIO())

    assert User.objects.get(username="quantri").roles_held.get().unit == tan_giang


def test_a_second_administrator_is_not_made_from_the_command_line(quan):
    with pytest.raises(CommandError, match="Đã có người quản trị: Ngô Bá Quân"):
        call_command(*COMMAND, stdout=io.StringIO())


def test_a_typed_password_is_checked_and_not_printed(db, monkeypatch):
    monkeypatch.setattr("sys.stdin", io.StringIO("mat-khau-rat-dai-9\n"))
    out = io.StringIO()

    call_command(*COMMAND, "--ask", stdout=out)

    assert "Mật khẩu" not in out.getvalue()
    assert User.objects.get(username="quantri").check_password("mat-khau-rat-dai-9")


def test_a_weak_typed_password_is_refused(db, monkeypatch):
    monkeypatch.setattr("sys.stdin", io.StringIO("123\n"))

    with pytest.raises(CommandError):
        call_command(*COMMAND, "--ask", stdout=io.StringIO())
    assert not User.objects.exists()


def test_only_the_command_creates_the_first_one(minh, as_actor, now):
    with pytest.raises(Refused, match="bằng lệnh"):
        first.create_first_administrator("x", by=as_actor(minh), at=now, full_name="X", unit_name="X")
