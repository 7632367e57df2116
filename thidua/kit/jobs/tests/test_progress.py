"""The page and the part that asks again by itself."""

import pytest
from django.template.loader import render_to_string
from django.urls import path

from thidua.kit.jobs import views
from thidua.kit.jobs.models import Job
from thidua.web import urls

pytestmark = [pytest.mark.django_db, pytest.mark.urls(__name__)]

urlpatterns = [*urls.urlpatterns, path("viec-nen/<str:key>/", views.progress)]
HTMX = {"HTTP_HX_REQUEST": "true"}


@pytest.fixture
def job(registered, asked):
    registered("thu.viec")(lambda run: None)
    return asked()


def at(job):
    return f"/viec-nen/{job.key}/"


def test_the_page_shows_bar_step_and_ways(sign_in, minh, job):
    Job.objects.update(state="running", done=3, total=20, step_text="đọc trang 3")

    page = sign_in(minh).get(at(job)).content.decode()

    assert '<progress class="td-job-bar" max="100" value="15"' in page
    assert "Bước 3 trên 20: đọc trang 3" in page
    assert 'hx-trigger="every 2s"' in page
    assert "Dừng việc này" in page
    assert "Xem lại tiến độ" in page


def test_htmx_gets_the_part_alone(sign_in, minh, job):
    part = sign_in(minh).get(at(job), **HTMX).content.decode()

    assert part.strip().startswith("<section")
    assert "<html" not in part
    assert "Chờ đến lượt." in part


def test_what_is_over_asks_no_more_and_links_its_result(sign_in, minh, job):
    Job.objects.update(state="done", outcome="Đã đọc 20 trang.", outcome_url="/nap/5/")

    part = sign_in(minh).get(at(job), **HTMX).content.decode()

    assert "hx-trigger" not in part
    assert "Đã đọc 20 trang." in part
    assert 'href="/nap/5/"' in part
    assert "Dừng việc này" not in part


def test_stopping_without_script_leads_back_to_the_page(sign_in, minh, job):
    answer = sign_in(minh).post(at(job))

    assert (answer.status_code, answer["Location"]) == (302, at(job))
    assert Job.objects.get().state == "cancelled"


def test_stopping_by_htmx_gives_the_new_part(sign_in, minh, job):
    Job.objects.update(state="running")

    part = sign_in(minh).post(at(job), **HTMX).content.decode()

    assert "Dừng sau bước này." in part
    assert "Dừng việc này" not in part


def test_a_colleague_sees_it_without_the_button(sign_in, ha, job):
    page = sign_in(ha).get(at(job)).content.decode()

    assert "Đọc chữ bản quét" in page
    assert "Dừng việc này" not in page


def test_tung_gets_nothing(sign_in, tung, job):
    assert sign_in(tung).get(at(job)).status_code == 404
    assert sign_in(tung).post(at(job)).status_code == 404


@pytest.mark.parametrize("state", Job.State.values)
def test_every_state_can_be_drawn(rf, job, state):
    Job.objects.update(state=state)
    job.refresh_from_db()

    assert str(Job.State(state).label) in render_to_string(
        "jobs/progress.html#box",
        {"job": job, "job_url": "/x/", "badge": views.BADGES[state], "lines": []},
    )
