import pytest

from thidua.kit.audit.models import AuditLine
from thidua.kit.refused import Refused
from thidua.records.orgs.models import User
from thidua.records.orgs.services import accounts
from thidua.records.orgs.tests import factories


def create(actor, unit, now, today, **changes):
    wanted = {"full_name": "Vũ Thị Nhàn", "unit": unit, "role": "nhan_vien", "since": today, **changes}
    return accounts.create_account(wanted.pop("username", "Nhan.VT"), by=actor, at=now, **wanted)


def test_the_account_holds_its_first_role_and_must_change_the_password(
    so_van_hoa, dung, as_actor, now, today
):
    user, password = create(as_actor(dung), so_van_hoa, now, today)

    assert user.username == "nhan.vt"
    assert user.check_password(password)
    assert user.must_change_password
    assert [row.role for row in user.roles_held.all()] == ["nhan_vien"]


def test_the_password_is_written_nowhere(so_van_hoa, dung, as_actor, now, today):
    user, password = create(as_actor(dung), so_van_hoa, now, today)

    assert password not in "".join(str(line.__dict__) for line in AuditLine.objects.all())
    assert password not in user.password


def test_a_name_taken_is_refused_whatever_the_case(so_van_hoa, dung, minh, as_actor, now, today):
    with pytest.raises(Refused, match="đã có"):
        create(as_actor(dung), so_van_hoa, now, today, username="MINH")


def test_one_person_has_one_account(so_van_hoa, dung, minh, as_actor, now, today):
    with pytest.raises(Refused, match="đã có tài khoản"):
        create(as_actor(dung), so_van_hoa, now, today, person=minh.person)


def test_in_an_outside_body_there_are_no_accounts(dung, quan, tan_giang, as_actor, now, today):
    outside = factories.unit("Báo Tân Giang", outside=True, parent=tan_giang)

    with pytest.raises(Refused, match="ngoài hệ thống"):
        create(as_actor(quan), outside, now, today)


def test_an_unknown_role_leaves_no_account(so_van_hoa, dung, as_actor, now, today):
    with pytest.raises(Refused, match="Không có vai trò này"):
        create(as_actor(dung), so_van_hoa, now, today, role="vua")

    assert not User.objects.filter(username="nhan.vt").exists()


@pytest.mark.parametrize("name", ["tung", "minh", "son"])
def test_others_are_refused(request, so_van_hoa, as_actor, now, today, name):
    with pytest.raises(Refused):
        create(as_actor(request.getfixturevalue(name)), so_van_hoa, now, today)


def test_an_administrator_of_one_department_creates_none_in_another(so_noi_vu, dung, as_actor, now, today):
    with pytest.raises(Refused, match="ngoài phạm vi"):
        create(as_actor(dung), so_noi_vu, now, today)
