import re

import pytest
from django.urls import reverse

from thidua.records.orgs.models import RoleHeld, User
from thidua.records.orgs.tests import factories


def url(name, *args):
    return reverse(f"orgs:{name}", args=args)


def text_of(response):
    return response.content.decode()


def create(client, unit, **changes):
    form = {
        "full_name": "Vũ Thị Nhàn",
        "username": "nhan.vt",
        "unit": unit.name,
        "reach": "subtree",
        "since": "01/06/2024",
        "role": "nhan_vien",
    }
    return client.post(url("account_add"), {**form, **changes})


def test_the_temporary_password_is_shown_once(so_van_hoa, dung, sign_in):
    client = sign_in(dung)

    response = create(client, so_van_hoa)

    user = User.objects.get(username="nhan.vt")
    password = re.search(r'id="mat-khau">([^<]+)<', text_of(response)).group(1)
    assert user.check_password(password)
    assert response["Cache-Control"] == "no-store"
    assert password not in text_of(client.get(url("account", user.pk)))


def test_each_role_says_what_it_allows(so_van_hoa, dung, sign_in):
    page = text_of(sign_in(dung).get(url("account_add")))

    assert "Giữ sổ văn bản: cho số" in page
    assert "Cho số, phát hành văn bản" in page


@pytest.mark.parametrize("username", ["Nhàn", "a", "có dấu", "x y"])
def test_a_name_that_cannot_be_typed_everywhere_is_refused(so_van_hoa, dung, sign_in, username):
    response = create(sign_in(dung), so_van_hoa, username=username)

    assert response.status_code == 422
    assert "chữ thường không dấu" in text_of(response)


def test_another_departments_unit_is_not_on_offer(so_van_hoa, so_noi_vu, dung, sign_in):
    assert create(sign_in(dung), so_noi_vu).status_code == 422
    assert not User.objects.filter(username="nhan.vt").exists()


def test_the_list_is_filtered(minh, ha, dung, binh, sign_in):
    client = sign_in(dung)

    everybody = text_of(client.get(url("accounts")))
    clerks = text_of(client.get(url("accounts"), {"vt": "van_thu"}))
    found = text_of(client.get(url("accounts"), {"q": "vo thu ha"}))

    assert "Lê Quang Minh" in everybody
    assert "Phạm Thanh Bình" not in everybody
    assert "Lê Quang Minh" in clerks
    assert "Võ Thu Hà" not in clerks
    assert "Võ Thu Hà" in found
    assert "Lê Quang Minh" not in found


@pytest.mark.parametrize(("state", "seen"), [("dung", "minh"), ("khoa", "ha"), ("moi", "son")])
def test_the_list_by_state(minh, ha, son, dung, sign_in, state, seen):
    User.objects.filter(pk=ha.pk).update(is_active=False)
    User.objects.filter(pk=son.pk).update(must_change_password=True)

    page = text_of(sign_in(dung).get(url("accounts"), {"tt": state}))

    shown = {name for name, user in {"minh": minh, "ha": ha, "son": son}.items() if user.full_name in page}
    assert shown == ({"minh", "son"} if seen == "minh" else {seen})


def test_a_reset_is_asked_about_once_and_shown_once(minh, dung, sign_in):
    client = sign_in(dung)

    assert "Cấp lại mật khẩu cho" in text_of(client.post(url("password_reset", minh.pk)))
    response = client.post(url("password_reset", minh.pk), {"confirmed": "1"})

    minh.refresh_from_db()
    assert minh.check_password(re.search(r'id="mat-khau">([^<]+)<', text_of(response)).group(1))


def test_lock_and_unlock_from_the_page(minh, dung, sign_in):
    client = sign_in(dung)

    client.post(url("account_lock", minh.pk), {"note": "Nghỉ chế độ"})
    minh.refresh_from_db()
    assert not minh.is_active
    assert "Đang khóa" in text_of(client.get(url("accounts")))

    client.post(url("account_unlock", minh.pk))
    minh.refresh_from_db()
    assert minh.is_active


def test_roles_are_given_and_ended_from_the_page(minh, so_van_hoa, dung, sign_in):
    client = sign_in(dung)
    client.post(
        url("role_give", minh.pk),
        {"role": "ke_toan", "unit": so_van_hoa.name, "reach": "unit", "since": "01/06/2024"},
    )
    held = RoleHeld.objects.get(user=minh, role="ke_toan")
    assert held.reach == "unit"

    client.post(url("role_end", held.pk), {"until": "01/09/2024"})
    held.refresh_from_db()
    assert str(held.until) == "2024-09-01"


def test_somebody_from_another_body_is_named_exactly(binh, so_van_hoa, dung, sign_in):
    client = sign_in(dung)
    form = {"role": "thanh_vien_hoi_dong", "unit": so_van_hoa.name, "reach": "unit", "since": "01/06/2024"}

    assert client.post(url("role_give_elsewhere"), {**form, "username": "khong.co"}).status_code == 422
    client.post(url("role_give_elsewhere"), {**form, "username": "BINH"})

    assert RoleHeld.objects.filter(user=binh, unit=so_van_hoa, role="thanh_vien_hoi_dong").exists()


def test_an_account_is_mended_from_the_page(minh, dung, sign_in):
    sign_in(dung).post(url("account_correct", minh.pk), {"full_name": "Lê Minh", "email": "minh@vd.gov.vn"})

    minh.refresh_from_db()
    assert (minh.full_name, minh.email, minh.person) == ("Lê Minh", "minh@vd.gov.vn", None)


def test_one_sees_ones_own_roles_and_sign_ins(minh, client):
    minh.set_password("mat-khau-rat-dai-1")
    minh.save()
    client.post(reverse("web:sign_in"), {"username": "minh", "password": "mat-khau-rat-dai-1"})

    page = text_of(client.get(url("me")))

    assert "Chuyên viên thi đua, khen thưởng" in page
    assert "Ghi, sửa sổ văn bản" in page
    assert "127.0.0.1" in page


COUNTS: dict[str, set[int]] = {}


@pytest.mark.parametrize("count", [1, 3])
@pytest.mark.parametrize("name", ["accounts", "account", "me"])
def test_the_queries_do_not_grow(so_van_hoa, dung, sign_in, django_assert_max_num_queries, name, count):
    for number in range(count):
        factories.user(f"nhan{number}", f"Vũ Thị {number}", so_van_hoa, "nhan_vien")
        factories.RoleHeld.objects.create(
            user=dung,
            role="ke_toan",
            unit=so_van_hoa,
            since=f"2020-01-0{number + 1}",
            until=f"2020-02-0{number + 1}",
        )
    client = sign_in(dung)
    address = url(name, dung.pk) if name == "account" else url(name)

    with django_assert_max_num_queries(10) as captured:
        client.get(address)

    COUNTS.setdefault(name, set()).add(len(captured))
    assert len(COUNTS[name]) == 1
