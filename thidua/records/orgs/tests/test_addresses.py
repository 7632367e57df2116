"""Every address: the anonymous go to sign-in, Tùng is refused, the holder of the right is let in."""

import pytest
from django.test import Client
from django.urls import get_resolver, reverse

from thidua.records.orgs import urls
from thidua.records.orgs.models import RoleHeld
from thidua.records.orgs.tests import factories

# name → who is let in, and what Tùng (administrator and specialist of another province) gets.
# 200: names of units are public facts; 403: told why; 404: not even told that it exists.
UNIT = {
    "unit": ("minh", 200),
    "branch": ("minh", 200),
    "unit_correct": ("quan", 403),
    "unit_rename": ("quan", 403),
    "unit_former_name": ("quan", 403),
    "unit_move": ("quan", 403),
    "unit_code": ("quan", 403),
    "unit_dissolve": ("quan", 403),
    "unit_merge": ("quan", 403),
    "unit_split": ("quan", 403),
}
PERSON = {
    "person": ("minh", 404),
    "person_correct": ("minh", 404),
    "person_merge": ("minh", 404),
    "position_give": ("minh", 404),
    "identity_set": ("minh", 404),
}
POSITION = {
    "position_change": ("minh", 404),
    "position_end": ("minh", 404),
    "position_correct": ("minh", 404),
}
ACCOUNT = {
    "account": ("dung", 404),
    "account_correct": ("dung", 404),
    "password_reset": ("dung", 404),
    "account_lock": ("dung", 404),
    "account_unlock": ("dung", 404),
    "role_give": ("dung", 404),
}
ROLE = {"role_end": ("dung", 403)}
PLAIN = {
    "start": ("minh", 302),
    "units": ("minh", 200),
    "outside": ("minh", 200),
    "unit_search": ("minh", 200),
    "outside_add": ("minh", 200),
    "unit_add": ("dung", 200),
    "people": ("minh", 200),
    "person_search": ("minh", 200),
    "person_add": ("minh", 200),
    "people_paste": ("minh", 200),
    "identity_find": ("finder", 403),
    "accounts": ("dung", 200),
    "account_add": ("dung", 200),
    "role_give_elsewhere": ("dung", 200),
    "me": ("minh", 200),
    "audit": ("son", 200),
}
POSTED = {"identity_read": ("finder", 403)}


@pytest.fixture
def finder(so_van_hoa):
    return factories.user("tra", "Lý Thị Tra", so_van_hoa, "tra_dinh_danh")


@pytest.fixture
def address(so_van_hoa, minh, ha):
    """The address of a name, for Sở Văn hóa, for Hà of it, for her position and her role."""

    def of(name):
        if name in UNIT:
            return reverse(f"orgs:{name}", args=[so_van_hoa.pk])
        if name in PERSON or name in POSTED:
            return reverse(f"orgs:{name}", args=[ha.person.pk])
        if name in POSITION:
            return reverse(f"orgs:{name}", args=[ha.person.positions.get().pk])
        if name in ACCOUNT:
            return reverse(f"orgs:{name}", args=[ha.pk])
        if name in ROLE:
            return reverse(f"orgs:{name}", args=[RoleHeld.objects.get(user=ha).pk])
        return reverse(f"orgs:{name}")

    return of


EVERY = {**UNIT, **PERSON, **POSITION, **ACCOUNT, **ROLE, **PLAIN, **POSTED}


def answer(client, name, url):
    return client.post(url) if name in POSTED else client.get(url)


def test_the_table_names_every_address():
    assert set(EVERY) == {pattern.name for pattern in urls.urlpatterns}
    assert get_resolver().namespace_dict["orgs"]


@pytest.mark.one_database
@pytest.mark.parametrize("name", EVERY)
def test_the_anonymous_go_to_sign_in(address, name):
    response = answer(Client(), name, address(name))

    assert response.status_code == 302
    assert response.url.startswith(reverse("web:sign_in"))


@pytest.mark.one_database
@pytest.mark.parametrize("name", EVERY)
def test_the_holder_of_the_right_is_let_in(request, address, sign_in, name):
    user = request.getfixturevalue(EVERY[name][0])

    assert answer(sign_in(user), name, address(name)).status_code in {200, 302}


@pytest.mark.one_database
@pytest.mark.parametrize("name", EVERY)
def test_tung_gets_nothing_of_this_province(address, sign_in, tung, so_van_hoa, ha, name):
    response = answer(sign_in(tung), name, address(name))

    assert response.status_code == EVERY[name][1]
    if name not in {"unit_search"}:
        assert ha.full_name not in response.content.decode()


NEEDS_RIGHT = [
    name for name in EVERY if name not in {"start", "units", "outside", "unit_search", "unit", "branch", "me"}
]


@pytest.mark.one_database
@pytest.mark.parametrize("name", NEEDS_RIGHT)
def test_without_the_right_it_is_refused(address, sign_in, so_van_hoa, name):
    clerk = factories.user("nhan", "Vũ Thị Nhàn", so_van_hoa, "nhan_vien")

    assert answer(sign_in(clerk), name, address(name)).status_code == 403


def test_reading_a_number_is_posted_only(address, sign_in, finder):
    assert sign_in(finder).get(address("identity_read")).status_code == 405
