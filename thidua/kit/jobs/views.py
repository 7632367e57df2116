"""The progress of a job. The kit has no addresses: web mounts this, with its right, under an address of its own."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone

from thidua.kit.jobs import permissions, selectors, services
from thidua.kit.ui.respond import refusals_said, respond

BADGES = {"queued": "unknown", "running": "info", "done": "met", "failed": "unmet", "cancelled": "council"}


def progress(request: HttpRequest, key: str) -> HttpResponse:
    """GET: the page, or for htmx its part, which asks again by itself while the job goes on. POST: stop the job."""
    actor: Any = request.actor  # type: ignore[attr-defined]
    job = get_object_or_404(selectors.visible_to(actor.key, actor.body_key), key=key)
    if request.method == "POST":
        with refusals_said(request):
            services.cancel(job, by=actor, at=timezone.now())
        if not getattr(request, "htmx", None):
            return redirect(request.path)
        job.refresh_from_db()
    return respond(
        request,
        "jobs/progress.html#box",
        {
            "job": job,
            "job_url": request.path,
            "badge": BADGES[job.state],
            "lines": job.outcome.splitlines(),
            "may_stop": not permissions.why_not_cancel(actor, job) and not job.cancel_asked_at,
        },
    )
