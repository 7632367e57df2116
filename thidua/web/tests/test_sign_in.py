"""Sign-in and sign-out: by name and password, without telling which of the two was wrong."""

import pytest
from django.contrib.auth import get_user
from django.urls import reverse

PASSWORD = "mật khẩu dài 2024"
URL = "/dang-nhap/"


@pytest.fixture
def lan(lan):
    lan.set_password(PASSWORD)
    lan.save()
    return lan


def test_the_right_password_opens_the_door(client, lan):
    answer = client.post(URL, {"username": "lan", "password": PASSWORD})

    assert answer.headers["Location"] == reverse("web:home")
    assert get_user(client) == lan


@pytest.mark.parametrize("name", ["LAN", " Lan "])
def test_the_name_is_taken_in_any_case_and_without_blanks(client, lan, name):
    client.post(URL, {"username": name, "password": PASSWORD})

    assert get_user(client) == lan


@pytest.mark.parametrize("name", ["lan", "khong-co-ai"])
def test_a_wrong_name_and_a_wrong_password_read_the_same(client, lan, name):
    page = client.post(URL, {"username": name, "password": "sai"}).content.decode()

    assert "Tên đăng nhập hoặc mật khẩu không đúng." in page


def test_an_account_that_is_closed_stays_out(client, lan):
    lan.is_active = False
    lan.save()

    client.post(URL, {"username": "lan", "password": PASSWORD})

    assert not get_user(client).is_authenticated


def test_empty_boxes_say_what_to_type(client, db):
    page = client.post(URL, {}).content.decode()

    assert "Nhập tên đăng nhập." in page
    assert "Nhập mật khẩu." in page


def test_one_comes_back_to_where_one_wanted_to_go(client, lan):
    asked = client.get("/doi-mat-khau/")
    assert asked.headers["Location"] == "/dang-nhap/?next=/doi-mat-khau/"

    answer = client.post(URL, {"username": "lan", "password": PASSWORD, "next": "/doi-mat-khau/"})

    assert answer.headers["Location"] == "/doi-mat-khau/"


def test_nobody_is_led_to_another_site(client, lan):
    answer = client.post(URL, {"username": "lan", "password": PASSWORD, "next": "https://example.org/"})

    assert answer.headers["Location"] == "/"


def test_who_is_inside_does_not_sign_in_again(sign_in, lan):
    assert sign_in(lan).get(URL).headers["Location"] == "/"


def test_sign_out_is_posted(sign_in, lan):
    client = sign_in(lan)

    assert client.get("/dang-xuat/").status_code == 405
    assert client.post("/dang-xuat/").headers["Location"] == URL
    assert not get_user(client).is_authenticated


def test_without_sign_in_no_page_of_the_shell_opens(client, db):
    for name in ("home", "password", "switch", "sign_out"):
        assert client.get(reverse(f"web:{name}")).headers["Location"].startswith(URL)
