"""A job seen from a page in a real Chromium: the bar moves by itself, one button stops it; and a printed paper beside it."""

import pytest
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.template import engines
from django.urls import path
from django.utils import timezone
from playwright.sync_api import expect

from thidua.kit.jobs import registry, services, views, worker
from thidua.kit.jobs.models import Job
from thidua.kit.papers import official
from thidua.kit.papers.tests.made import REPORT
from thidua.web import urls

pytestmark = [pytest.mark.browser, pytest.mark.urls(__name__), pytest.mark.django_db(transaction=True)]

SHEET = """{% extends "ui/work.html" %}{% load static %}{% block title %}Báo cáo{% endblock %}
{% block styles %}{{ block.super }}<link rel="stylesheet" href="{% static "papers/sheet.css" %}">{% endblock %}
{% block back_url %}/{% endblock %}{% block back %}Về trang chủ{% endblock %}
{% block work_title %}Báo cáo{% endblock %}{% block sheets %}{{ sheet }}{% endblock %}"""


def sheet(request: HttpRequest) -> HttpResponse:
    made = official.to_html(REPORT, links=lambda ref: {"href": f"#{ref}"})
    return HttpResponse(engines["django"].from_string(SHEET).render({"sheet": made}, request))


urlpatterns = [*urls.urlpatterns, path("viec-nen/<str:key>/", views.progress), path("to-giay/", sheet)]


@pytest.fixture
def job(minh, as_actor, monkeypatch):
    monkeypatch.setattr(registry, "_registered", {})

    @registry.job("thu.viec")
    def work(run):
        for number in range(1, 4):
            run.step(number, 3, f"đọc trang {number}")
            with transaction.atomic():
                run.claim(str(number))
        return "Đã đọc 3 trang."

    return services.start(
        "thu.viec", by=as_actor(minh), at=timezone.now(), title="Đọc chữ bản quét 46/KH-SVH"
    )


def test_the_bar_moves_by_itself_until_the_job_is_done(page, enter, minh, job, look):
    enter(minh)
    page.goto(f"/viec-nen/{job.key}/")
    expect(page.get_by_text("Chờ đến lượt.")).to_be_visible()
    look("job-waits")

    Job.objects.update(state="running", done=2, total=3, step_text="đọc trang 2")
    expect(page.get_by_text("Bước 2 trên 3: đọc trang 2")).to_be_visible()
    look("job-runs")
    expect(page.get_by_role("progressbar")).to_have_attribute("value", "66")

    Job.objects.update(state="queued")
    worker.run_next()
    expect(page.get_by_text("Đã đọc 3 trang.")).to_be_visible()
    expect(page.get_by_role("progressbar")).to_have_count(0)
    look("job-done")


def test_it_is_stopped_from_the_page(page, enter, minh, job):
    enter(minh)
    page.goto(f"/viec-nen/{job.key}/")

    page.get_by_role("button", name="Dừng việc này").click()

    expect(page.get_by_text("Đã dừng theo yêu cầu")).to_be_visible()
    assert Job.objects.get().state == "cancelled"


def test_a_paper_on_the_screen_is_sound_at_both_widths(page, enter, minh, look):
    enter(minh)
    page.goto("/to-giay/")

    expect(page.get_by_role("link", name="07")).to_have_attribute("href", "#van-ban")
    look("sheet")
