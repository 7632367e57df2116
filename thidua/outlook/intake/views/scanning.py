"""A scan that has no text yet: how far its recognition is, what else can be done with it."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from thidua.kit.files import ocr
from thidua.kit.jobs import views as jobs
from thidua.kit.ui.forms import refusals_on
from thidua.kit.ui.respond import draft_taken, refusals_said, respond
from thidua.outlook.intake import permissions, selectors, services
from thidua.outlook.intake.forms import TypeForm
from thidua.outlook.intake.models import Reading
from thidua.outlook.intake.views.addresses import of_card
from thidua.records.orgs.actors import Actor
from thidua.records.orgs.gate import needs
from thidua.records.orgs.rights import Right


def scan_page(
    request: HttpRequest, reading: Reading, *, form: TypeForm | None = None, status: int = 200
) -> HttpResponse:
    actor: Actor = request.actor  # type: ignore[attr-defined]
    job = selectors.scan_job(reading, actor=actor)
    is_going = job is not None and not job.is_over
    waits = reading.state == Reading.State.SCAN
    context = {
        "reading": reading,
        "job": job,
        "is_going": is_going,
        "waits": waits,
        "why_not": ocr.why_not() if waits and not is_going else "",
        "form": form or TypeForm(),
        "draft": draft_of(reading),
        "can_discard": not permissions.why_not_discard(actor, reading),
    }
    return respond(request, "intake/scan.html", context, status=status)


def draft_of(reading: Reading) -> str:
    return f"intake-scan-{reading.pk}"


@needs(Right.INTAKE)
@require_http_methods(["GET", "POST"])
def progress(request: HttpRequest, pk: int) -> HttpResponse:
    """GET shows how far it is, POST stops it."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    reading = get_object_or_404(selectors.visible_to(actor).defer("text"), pk=pk)
    job = selectors.scan_job(reading, actor=actor)
    if job is None:
        raise Http404
    answer = jobs.progress(request, job.key)
    job.refresh_from_db()
    # The box asked for itself and finds its job broken off: the page around it has other acts to offer now.
    if request.htmx.target and job.is_over and job.state != job.State.DONE:  # type: ignore[attr-defined]
        answer["HX-Refresh"] = "true"
    return answer


@needs(Right.INTAKE)
@require_POST
def recognise(request: HttpRequest, pk: int) -> HttpResponse:
    reading = get_object_or_404(selectors.visible_to(request.actor), pk=pk)  # type: ignore[attr-defined]
    with refusals_said(request):
        services.recognise(reading, by=request.actor, at=timezone.now())  # type: ignore[attr-defined]
    return redirect(of_card(reading))


@needs(Right.INTAKE)
@require_POST
def type_text(request: HttpRequest, pk: int) -> HttpResponse:
    """The text of the scan, given by hand; refused, it stays in the box."""
    reading = get_object_or_404(selectors.visible_to(request.actor), pk=pk)  # type: ignore[attr-defined]
    form = TypeForm(request.POST)
    if form.is_valid():
        with refusals_on(form):
            services.type_scan(reading, form.cleaned_data["text"], by=request.actor, at=timezone.now())  # type: ignore[attr-defined]
            draft_taken(request, draft_of(reading))
            messages.success(request, "Đã đọc chữ vừa nhập. Chưa ghi gì vào sổ.")
            return redirect(of_card(reading))
    return scan_page(request, reading, form=form, status=422)
