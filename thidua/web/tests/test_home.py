"""Việc của tôi: what waits, in the order of urgency, in words."""

from datetime import date, timedelta
from types import SimpleNamespace

import pytest
from django.utils import timezone

from thidua.kit.ui.waiting import CalendarDay, Waiting, When
from thidua.web import home

TODAY = date(2024, 6, 12)


def item(title="Việc", due=None, since=None):
    on = None if due is None else TODAY + timedelta(days=due)
    return Waiting(
        title,
        "của ai, vì sao",
        "/x/",
        "Mở việc",
        on,
        None if since is None else TODAY - timedelta(days=since),
    )


def titles(rows):
    return [row.item.title for row in rows]


def test_each_thing_stands_once_the_most_urgent_first():
    items = [
        item("chờ 1", since=1),
        item("tuần sau", 8),
        item("trễ 1", -1),
        item("nay", 0),
        item("bảy", 7),
        item("trễ 9", -9),
    ]
    items += [item("chờ 5", since=5)]

    work = home.sorted_work({"a:list": items[:2], "b:list": items[2:]}, TODAY)

    assert titles(work.late) == ["trễ 9", "trễ 1"]
    assert titles(work.soon) == ["nay", "bảy"]
    assert titles(work.rest) == ["chờ 5", "chờ 1", "tuần sau"]
    assert work.total == 7
    assert work.by_app == {"a:list": 2, "b:list": 5}


@pytest.mark.parametrize(
    ("waiting", "when"),
    [
        (item(due=-3), When("Quá 3 ngày", "hạn 09/6", "late")),
        (item(due=0), When("Hạn hôm nay", "hạn 12/6", "soon")),
        (item(due=3), When("Còn 3 ngày", "hạn 15/6", "soon")),
        (item(due=4), When("Còn 4 ngày", "hạn 16/6", "")),
        (item(since=2), When("2 ngày", "từ 10/6", "")),
        (item(since=0), When("Hôm nay", "từ 12/6", "")),
        (item(), None),
    ],
)
def test_when(waiting, when):
    assert home.when(waiting, TODAY) == when


@pytest.fixture
def waits(monkeypatch):
    """Lets an app have something to say."""

    def say(*items):
        monkeypatch.setattr(
            home, "SOURCES", (("web:home", SimpleNamespace(waiting_for=lambda actor: items)),)
        )

    return say


@pytest.fixture
def page(sign_in, minh):
    return lambda: sign_in(minh).get("/").content.decode()


def test_nothing_waiting_is_said_calmly(waits, page):
    waits()

    text = page()

    assert "Không còn việc quá hạn." in text
    assert "Không có việc nào chờ xử lý." in text
    assert "Quá hạn</h2>" not in text


def overdue():
    return Waiting("Bổ sung hồ sơ", "Sở trả ngày 03/6", "/hs/", "Bổ sung", date(2020, 1, 1))


def test_what_is_late_is_red_and_counted_in_the_side_list(waits, page):
    waits(overdue(), Waiting("Đọc thông báo", "12 đề xuất", "/d/", "Xem đề xuất"))

    text = page()

    assert '<strong class="td-late">1 việc quá hạn</strong>' in text
    assert '<section class="td-section td-section-late">' in text
    assert '<span class="td-late">1<span class="td-unseen"> việc quá hạn</span></span>' in text
    assert (
        '<a class="td-button td-solid" href="/hs/">Bổ sung<span class="td-unseen">: Bổ sung hồ sơ</span></a>'
        in text
    )


def test_without_anything_late_the_side_list_counts_what_waits(waits, page):
    waits(Waiting("Đọc thông báo", "12 đề xuất", "/d/", "Xem đề xuất"))

    assert 'data-count="web:home"><span>1<span class="td-unseen"> việc đang mở' in page()


def test_other_pages_ask_for_the_counts_once_the_side_list_is_seen(waits, sign_in, minh):
    waits(overdue(), Waiting("Đọc thông báo", "12 đề xuất", "/d/", "Xem đề xuất"))
    client = sign_in(minh)

    text = client.get("/doi-mat-khau/").content.decode()
    counts = client.get("/viec-dang-mo/", headers={"HX-Request": "true"})

    assert '<nav aria-label="Danh mục" hx-get="/viec-dang-mo/" hx-trigger="intersect once"' in text
    assert "việc quá hạn" not in text
    assert (
        """hx-swap-oob="innerHTML:[data-count='web:home']"><span class="td-late">1<"""
        in counts.content.decode()
    )
    assert counts.headers["Cache-Control"] == "no-store"


def test_home_does_not_ask_for_what_it_shows(waits, page):
    waits()

    assert "/viec-dang-mo/" not in page()


def test_each_line_of_the_side_list_has_its_own_count(monkeypatch, sign_in, minh):
    said = SimpleNamespace(waiting_for=lambda actor: [Waiting("Đọc", "", "/d/", "Xem")] * 3)
    monkeypatch.setattr(home, "SOURCES", (("register:list", said),))

    counts = sign_in(minh).get("/viec-dang-mo/").content.decode()

    assert """[data-count='register:list']\"><span>3<span""" in counts


def test_the_counts_are_those_of_who_asks(sign_in, tung, monkeypatch):
    for_minh = SimpleNamespace(waiting_for=lambda actor: [overdue()] if actor.user.username == "minh" else [])
    monkeypatch.setattr(home, "SOURCES", (("register:list", for_minh),))

    assert "hx-swap-oob" not in sign_in(tung).get("/viec-dang-mo/").content.decode()


def test_the_nearest_deadline_is_named_when_the_week_is_free(waits, page):
    waits(Waiting("Báo cáo 6 tháng", "", "/b/", "Mở báo cáo", date(2999, 6, 15)))

    assert "Việc gần nhất: Báo cáo 6 tháng, hạn 15/6/2999." in page()


def test_the_apps_are_asked_once_a_page(monkeypatch, page):
    asked = []
    source = SimpleNamespace(waiting_for=lambda actor: asked.append(actor) or [])
    monkeypatch.setattr(home, "SOURCES", (("web:home", source),))

    page()

    assert len(asked) == 1


def test_every_source_answers():
    for _, source in home.SOURCES:
        assert hasattr(source, "waiting_for") or hasattr(source, "calendar")


@pytest.fixture
def comes(monkeypatch):
    """Lets apps have days."""

    def say(*apps):
        sources = [
            ("web:home", SimpleNamespace(calendar=lambda actor, since, until, days=days: days))
            for days in apps
        ]
        monkeypatch.setattr(home, "SOURCES", sources)

    return say


def test_the_days_of_all_apps_are_joined_in_order(comes, as_actor, minh):
    first, second = CalendarDay(TODAY, "Sơ kết", "/a/"), CalendarDay(TODAY - timedelta(days=1), "Họp", "/b/")
    comes([first], [second])

    assert home.calendar(as_actor(minh), date(2024, 1, 1), date(2025, 1, 1)) == [(1, second), (0, first)]


def test_what_stands_among_the_work_is_not_said_again(comes):
    work = home.sorted_work({"a:list": [item("Sơ kết", 3)]}, TODAY)
    same = CalendarDay(TODAY + timedelta(days=3), "Sơ kết phong trào", "/x/")
    other = CalendarDay(TODAY + timedelta(days=3), "Họp", "/hop/")
    done = CalendarDay(TODAY + timedelta(days=4), "Xong sớm", "/s/", True)
    far = CalendarDay(TODAY + timedelta(days=90), "Tổng kết", "/t/")

    assert home.coming([(0, day) for day in (same, other, done, far)], work, TODAY) == [other]


def test_the_year_is_drawn_and_the_next_days_are_listed(comes, page):
    soon = timezone.localdate() + timedelta(days=2)
    comes([CalendarDay(soon, "Họp Hội đồng sáng kiến", "/hop/1/")])

    text = page()

    assert "Mốc sắp tới" in text
    assert f'<time datetime="{soon:%Y-%m-%d}">' in text
    assert 'href="/hop/1/"' in text


def test_in_another_working_year_only_that_year_is_drawn(comes, sign_in, minh):
    minh.working_year = 2019
    minh.save(update_fields=["working_year"])
    comes([CalendarDay(date(2019, 6, 15), "Báo cáo năm", "/bc/")])

    text = sign_in(minh).get("/").content.decode()

    assert "Thước năm 2019" in text
    assert 'href="/bc/"' in text
    assert "Hôm nay</text>" not in text
    assert "Mốc sắp tới" not in text


def test_a_part_of_an_app_is_offered_to_who_may_see_it(sign_in, minh, tung):
    tung.roles_held.exclude(role="quan_tri").delete()

    assert 'hx-get="/phong-trao/' in sign_in(minh).get("/").content.decode()
    assert 'hx-get="/phong-trao/' not in sign_in(tung).get("/").content.decode()


def test_an_app_without_pages_is_not_asked(monkeypatch, page):
    monkeypatch.setattr(home, "SOURCES", (("nowhere:list", None),))

    assert "Không có việc nào chờ xử lý." in page()


def test_reports_due_are_shown_with_what_they_lack(monkeypatch, page):
    due = timezone.localdate() + timedelta(days=2)
    row = SimpleNamespace(pk=7, title="Báo cáo sơ kết 6 tháng đầu năm 2024", due_on=due)
    monkeypatch.setattr(home.reports, "due_soon", lambda actor: [row])

    text = page()

    assert "Báo cáo đến hạn" in text
    assert 'hx-get="/bao-cao/7/con-thieu/?dai=1"' in text
    assert "Còn 2 ngày" in text
