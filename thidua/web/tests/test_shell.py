"""The frame: only what exists, only what the role may see, nothing that the policy of the page forbids."""

import re

import pytest
from django.template import Context, Template
from django.test import RequestFactory
from django.urls import path

from thidua.web import shell
from thidua.web.urls import urlpatterns as real_urls

urlpatterns = [
    *real_urls,
    path("van-ban/", lambda request: None, name="papers"),
    path("tai-khoan/", lambda request: None, name="accounts"),
]
PAGES = ["/", "/doi-mat-khau/", "/khong-co-trang-nay/"]


@pytest.fixture
def shell_of(as_actor):
    def make(user, path="/"):
        request = RequestFactory().get(path)
        request.actor, request.user, request.session = as_actor(user), user, {}
        return shell.Shell(request)

    return make


@pytest.fixture
def _two_entries(monkeypatch):
    read, manage = shell.Right.REGISTER_READ, shell.Right.ACCOUNTS_MANAGE
    groups = (
        (shell.Entry("Việc của tôi", "web:home"),),
        (shell.Entry("Văn bản", "papers", (read,)), shell.Entry("Chưa có", "nowhere:list")),
        (shell.Entry("Tài khoản", "accounts", (manage,)),),
    )
    monkeypatch.setattr(shell, "NAV", groups)


def labels(made):
    return [[item.label for item in group] for group in made.nav]


@pytest.mark.urls(__name__)
@pytest.mark.usefixtures("_two_entries")
class TestTheSideList:
    def test_what_does_not_exist_yet_is_not_shown(self, shell_of, lan):
        assert labels(shell_of(lan)) == [["Việc của tôi"], ["Văn bản"]]

    def test_what_the_role_may_not_see_is_not_shown(self, shell_of, tung):
        tung.roles_held.exclude(role="quan_tri").delete()

        assert labels(shell_of(tung)) == [["Việc của tôi"], ["Tài khoản"]]

    def test_without_any_role_one_sees_ones_own_work_only(self, shell_of, lan):
        lan.roles_held.all().delete()

        assert labels(shell_of(lan)) == [["Việc của tôi"]]

    def test_the_page_one_is_on_is_marked_also_below_it(self, shell_of, lan):
        current = [item.label for group in shell_of(lan, "/van-ban/7/").nav for item in group if item.current]

        assert current == ["Văn bản"]


def test_every_entry_of_the_real_list_opens_for_who_sees_it(sign_in, lan, minh, son, tung):
    for user in (lan, minh, son, tung):
        client = sign_in(user)
        for url in set(re.findall(r'<li><a href="([^"]+)"', client.get("/").content.decode())):
            assert client.get(url, follow=True).status_code == 200, (user, url)


@pytest.mark.parametrize("url", PAGES)
def test_every_page_sends_the_strict_policy_and_keeps_to_it(sign_in, minh, url):
    answer = sign_in(minh).get(url)

    policy = answer.headers["Content-Security-Policy"]
    assert "script-src 'self'" in policy
    assert "style-src 'self'" in policy
    assert "unsafe" not in policy
    page = answer.content.decode()
    assert not re.search(r"<script(?![^>]*\ssrc=)|<style|\sstyle=|\son[a-z]+=", page)
    assert not re.search(r"(?:src|href|action)=\"(?:https?:)?//", page)


def test_the_sign_in_page_keeps_to_it_too(client, db):
    answer = client.get("/dang-nhap/")

    assert "script-src 'self'" in answer.headers["Content-Security-Policy"]
    assert "<style" not in answer.content.decode()


def test_a_page_says_its_language_and_lets_one_skip_to_the_content(sign_in, minh):
    page = sign_in(minh).get("/").content.decode()

    assert '<html lang="vi"' in page
    assert 'href="#noi-dung"' in page
    assert '<main class="td-page" id="noi-dung"' in page
    assert page.count("<h1") == 1


def test_the_search_box_is_for_those_who_hold_a_role(shell_of, lan, tung):
    tung.roles_held.all().delete()

    assert shell_of(lan).search_url == "/tim/"
    assert shell_of(tung).search_url == ""


def test_a_year_outside_the_list_is_still_offered(shell_of, lan):
    lan.working_year = 1999

    assert shell_of(lan).year == 1999
    assert 1999 in shell_of(lan).years


def test_a_part_for_htmx_asks_nothing_of_the_frame(shell_of, lan, django_assert_num_queries):
    made = shell_of(lan)

    with django_assert_num_queries(0):
        Template("<tr></tr>").render(Context({"shell": made}))


def test_drafts_that_were_taken_are_told_once(shell_of, lan):
    made = shell_of(lan)
    made.request.session["drafts_taken"] = ["a", "b"]

    assert made.drafts_taken == "a b"
    assert shell_of(lan).drafts_taken == ""
    assert made.request.session == {}
