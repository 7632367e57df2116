"""Five wrong passwords of one name from one address: a wait, told with its end."""

from datetime import UTC, datetime
from types import SimpleNamespace

import pytest
from axes.utils import reset
from django.contrib.auth import get_user

PASSWORD = "mật khẩu dài 2024"
URL = "/dang-nhap/"


@pytest.fixture
def lan(lan):
    lan.set_password(PASSWORD)
    lan.save()
    return lan


def fail(client, times, name="lan", **extra):
    for _ in range(times):
        answer = client.post(URL, {"username": name, "password": "sai"}, **extra)
    return answer


def test_four_failures_do_not_lock(client, lan):
    assert fail(client, 4).status_code == 200

    client.post(URL, {"username": "lan", "password": PASSWORD})

    assert get_user(client) == lan


def test_the_fifth_locks_and_says_when_to_try_again(client, lan, monkeypatch):
    clock = SimpleNamespace(now=lambda: datetime(2024, 6, 12, 2, 45, tzinfo=UTC))
    monkeypatch.setattr("thidua.web.sign_in.timezone", clock)

    answer = fail(client, 5)

    assert answer.status_code == 429
    assert answer.headers["Retry-After"] == "900"
    page = answer.content.decode()
    assert "Đã nhập sai 5 lần." in page
    assert "10 giờ 00, ngày 12/6/2024" in page


def test_even_the_right_password_waits(client, lan):
    fail(client, 5)

    answer = client.post(URL, {"username": "lan", "password": PASSWORD})

    assert answer.status_code == 429
    assert not get_user(client).is_authenticated


def test_writing_the_name_in_another_way_does_not_start_a_new_count(client, lan):
    for name in ("lan", "LAN", "Lan", " lan"):
        fail(client, 1, name)

    assert fail(client, 1, "lAn").status_code == 429


def test_a_name_that_does_not_exist_locks_just_so(client, db):
    assert fail(client, 5, "khong-co-ai").status_code == 429


def test_others_at_the_same_address_go_on_working(client, lan, minh):
    minh.set_password(PASSWORD)
    minh.save()
    fail(client, 5)

    client.post(URL, {"username": "minh", "password": PASSWORD})

    assert get_user(client) == minh


def test_the_same_person_elsewhere_is_not_locked(client, lan):
    fail(client, 5)

    client.post(URL, {"username": "lan", "password": PASSWORD}, REMOTE_ADDR="10.1.2.3")

    assert get_user(client) == lan


def test_an_administrator_can_end_the_wait(client, lan):
    fail(client, 5)
    reset(username="lan")

    client.post(URL, {"username": "lan", "password": PASSWORD})

    assert get_user(client) == lan


def test_a_good_sign_in_clears_the_count(client, lan):
    fail(client, 4)
    client.post(URL, {"username": "lan", "password": PASSWORD})
    client.post("/dang-xuat/")

    assert fail(client, 4).status_code == 200
