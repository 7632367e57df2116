import pytest

from thidua.kit.refused import Refused
from thidua.records.orgs.services import accounts
from thidua.records.orgs.tests import factories


def test_the_new_password_opens_and_must_be_changed(minh, dung, as_actor, now):
    given = accounts.reset_password(minh, by=as_actor(dung), at=now)

    minh.refresh_from_db()
    assert minh.check_password(given)
    assert minh.must_change_password


def test_sessions_of_the_old_password_end(minh, dung, as_actor, sign_in, now):
    before = minh.get_session_auth_hash()

    accounts.reset_password(minh, by=as_actor(dung), at=now)

    minh.refresh_from_db()
    assert minh.get_session_auth_hash() != before


def test_a_superiors_account_is_not_taken_over_from_below(quan, dung, so_van_hoa, as_actor, now):
    factories.RoleHeld.objects.create(user=quan, role="nhan_vien", unit=so_van_hoa, since=factories.SINCE)

    with pytest.raises(Refused, match="ngoài phạm vi"):
        accounts.reset_password(quan, by=as_actor(dung), at=now)


def test_one_changes_ones_own_password(minh, as_actor, now):
    minh.set_password("cu-rat-dai-1")
    minh.save()

    accounts.change_password(minh, by=as_actor(minh), at=now, current="cu-rat-dai-1", new="moi-rat-dai-2")

    minh.refresh_from_db()
    assert minh.check_password("moi-rat-dai-2")
    assert not minh.must_change_password


@pytest.mark.parametrize(
    ("current", "new", "reason"),
    [
        ("sai", "moi-rat-dai-2", "chưa đúng"),
        ("cu-rat-dai-1", "cu-rat-dai-1", "phải khác"),
        ("cu-rat-dai-1", "ngan", "quá ngắn|too short|ký tự"),
    ],
)
def test_a_wrong_old_or_a_weak_new_one_is_refused(minh, as_actor, now, current, new, reason):
    minh.set_password("cu-rat-dai-1")
    minh.save()

    with pytest.raises(Refused, match=reason):
        accounts.change_password(minh, by=as_actor(minh), at=now, current=current, new=new)


@pytest.mark.parametrize("name", ["tung", "son", "minh"])
def test_others_are_refused(request, ha, as_actor, now, name):
    actor = as_actor(request.getfixturevalue(name))

    with pytest.raises(Refused):
        accounts.reset_password(ha, by=actor, at=now)
    with pytest.raises(Refused, match="Chỉ chủ tài khoản"):
        accounts.change_password(ha, by=actor, at=now, current="", new="moi-rat-dai-2")
