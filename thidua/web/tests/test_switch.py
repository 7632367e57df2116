"""The body and the year that one works in."""

import pytest

from thidua.records.orgs.models import RoleHeld
from thidua.records.orgs.tests.factories import SINCE

URL = "/noi-lam-viec/"


@pytest.fixture
def client(sign_in, minh, so_noi_vu):
    RoleHeld.objects.create(user=minh, role="nhan_vien", unit=so_noi_vu, since=SINCE)
    return sign_in(minh)


def test_one_may_work_where_one_holds_a_role(client, minh, so_noi_vu):
    client.post(URL, {"unit": so_noi_vu.pk})

    minh.refresh_from_db()
    assert minh.working_unit == so_noi_vu
    assert "Sở Nội vụ tỉnh Tân Giang</span>" in client.get("/").content.decode()


def test_nowhere_else(client, minh, so_van_hoa, xa_binh_hoa):
    client.post(URL, {"unit": xa_binh_hoa.pk})

    minh.refresh_from_db()
    assert minh.working_unit in (None, so_van_hoa)


def test_the_year_is_remembered(client, minh):
    client.post(URL, {"year": "2023"})

    minh.refresh_from_db()
    assert minh.working_year == 2023
    assert "Năm 2023" in client.get("/").content.decode()


@pytest.mark.parametrize("year", ["", "abc", "1200", "99999", "-5", "²⁰²⁴", "9" * 40])
def test_a_year_that_makes_no_sense_changes_nothing(client, minh, year):
    client.post(URL, {"year": year})

    minh.refresh_from_db()
    assert minh.working_year is None


def test_one_stays_on_the_page(client):
    assert (
        client.post(URL, {"year": "2023", "next": "/doi-mat-khau/"}).headers["Location"] == "/doi-mat-khau/"
    )


@pytest.mark.parametrize(
    "url",
    [
        "https://example.org/",
        "//example.org",
        "/\\example.org",
        "javascript:alert(1)",
        "",
        "zzz",
        "²",
        "x" * 2000,
    ],
)
def test_nobody_is_led_away(client, url):
    assert client.post(URL, {"year": "2023", "next": url}).headers["Location"] == "/"


def test_it_is_posted(client):
    assert client.get(URL).status_code == 405


def test_without_a_role_one_is_told_so(sign_in, minh):
    minh.roles_held.all().delete()

    page = sign_in(minh).post(URL, {"year": "2023"}, follow=True).content.decode()

    assert "Chưa giữ vai trò nào." in page


def test_the_choice_of_bodies_shows_only_those_with_a_role(client):
    page = client.get("/").content.decode()

    assert 'aria-pressed="true">Sở Văn hóa tỉnh Tân Giang</button>' in page
    assert 'aria-pressed="false">Sở Nội vụ tỉnh Tân Giang</button>' in page
    assert "Bình Hòa" not in page
