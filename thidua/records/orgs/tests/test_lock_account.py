import pytest

from thidua.kit.refused import Refused
from thidua.records.orgs.services import accounts


def test_a_locked_account_acts_no_more(minh, dung, as_actor, sign_in, now):
    client = sign_in(minh)

    accounts.lock_account(minh, by=as_actor(dung), at=now)

    minh.refresh_from_db()
    assert as_actor(minh).scopes == ()
    assert "_auth_user_id" in client.session
    assert client.get("/").wsgi_request.user.is_anonymous


def test_unlocked_it_acts_again(minh, dung, as_actor, now):
    accounts.lock_account(minh, by=as_actor(dung), at=now)

    user = accounts.unlock_account(minh, by=as_actor(dung), at=now)

    assert as_actor(user).scopes != ()


def test_twice_is_refused(minh, dung, as_actor, now):
    accounts.lock_account(minh, by=as_actor(dung), at=now)

    with pytest.raises(Refused, match="đã khóa"):
        accounts.lock_account(minh, by=as_actor(dung), at=now)


def test_nobody_locks_oneself_out(dung, as_actor, now):
    with pytest.raises(Refused, match="chính mình"):
        accounts.lock_account(dung, by=as_actor(dung), at=now)


def test_name_and_person_of_an_account_are_mended(minh, ha, dung, as_actor, now):
    user = accounts.correct_account(
        minh, by=as_actor(dung), at=now, full_name="Lê Minh", email="minh@vd.vn", person=minh.person
    )

    assert (user.full_name, user.email) == ("Lê Minh", "minh@vd.vn")
    with pytest.raises(Refused, match="tài khoản khác"):
        accounts.correct_account(minh, by=as_actor(dung), at=now, full_name="M", email="", person=ha.person)


@pytest.mark.parametrize("name", ["tung", "son", "binh"])
def test_others_are_refused(request, minh, as_actor, now, name):
    actor = as_actor(request.getfixturevalue(name))

    with pytest.raises(Refused):
        accounts.lock_account(minh, by=actor, at=now)
    with pytest.raises(Refused):
        accounts.unlock_account(minh, by=actor, at=now)
    with pytest.raises(Refused):
        accounts.correct_account(minh, by=actor, at=now, full_name="X", email="", person=None)
