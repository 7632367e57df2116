"""Change of one's own password."""

import pytest
from django.contrib.auth import get_user

from thidua.kit.audit.models import AuditLine

URL = "/doi-mat-khau/"
OLD, NEW = "mật khẩu dài 2024", "mật khẩu mới khác hẳn"


@pytest.fixture
def client(sign_in, minh):
    minh.set_password(OLD)
    minh.save()
    return sign_in(minh)


def form(**changes):
    return {"current": OLD, "new": NEW, "again": NEW} | changes


def test_the_new_password_counts_from_now_on_and_one_stays_inside(client, minh):
    answer = client.post(URL, form(), follow=True)

    minh.refresh_from_db()
    assert minh.check_password(NEW)
    assert get_user(client) == minh
    assert "Đã đổi mật khẩu." in answer.content.decode()


def test_it_leaves_a_line_without_the_password(client, minh):
    client.post(URL, form())

    line = AuditLine.objects.get(verb="orgs.change_password")
    assert line.actor == f"user:{minh.pk}"
    assert NEW not in f"{line.changes}{line.note}{line.subject_text}"


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"current": "sai"}, "Mật khẩu đang dùng không đúng. Nhập lại."),
        ({"again": "khác"}, "Hai lần nhập mật khẩu mới không giống nhau. Nhập lại cả hai."),
        ({"new": "ngắn", "again": "ngắn"}, "Nhập ít nhất 10 ký tự."),
        ({"new": "12345678901", "again": "12345678901"}, "Thêm chữ cái."),
        ({"new": OLD, "again": OLD}, "Mật khẩu mới phải khác mật khẩu hiện nay."),
        ({"new": ""}, "Nhập mật khẩu mới."),
    ],
)
def test_what_is_wrong_is_said_beside_its_box(client, minh, changes, sentence):
    page = client.post(URL, form(**changes)).content.decode()

    minh.refresh_from_db()
    assert minh.check_password(OLD)
    assert "td-error" in page
    assert sentence in page


def test_no_password_is_sent_back(client):
    page = client.post(URL, form(current="sai mà dài")).content.decode()

    assert "sai mà dài" not in page
    assert NEW not in page


@pytest.fixture
def first_time(client, minh):
    minh.must_change_password = True
    minh.save()
    return client


def test_with_a_first_password_every_page_leads_here(first_time):
    assert first_time.get("/").headers["Location"] == URL
    assert first_time.get("/khong-co/").headers["Location"] == URL
    assert "do người quản trị đặt" in first_time.get(URL).content.decode()


def test_with_a_first_password_one_may_still_leave(first_time):
    assert first_time.post("/dang-xuat/").headers["Location"] == "/dang-nhap/"


def test_after_the_change_the_pages_open(first_time, minh):
    first_time.post(URL, form())

    minh.refresh_from_db()
    assert minh.must_change_password is False
    assert first_time.get("/").status_code == 200
