"""Acts on the whole report: frozen, let go, steps, number and date; the files."""

from datetime import datetime
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from thidua.kit.files import services as files
from thidua.kit.refused import Refused
from thidua.kit.ui.forms import refusals_on
from thidua.kit.ui.respond import ask, is_confirmed, refusals_said
from thidua.outlook.reports import permissions, printing, selectors, services
from thidua.outlook.reports.forms import IssueForm, ReasonForm
from thidua.outlook.reports.models import Report
from thidua.outlook.reports.views.found import at_block, own_report_of, report_of
from thidua.outlook.reports.views.report import Page, page
from thidua.outlook.reports.workflow import WAY
from thidua.records.orgs.gate import needs
from thidua.records.orgs.rights import Right

TYPES = {
    "docx": ("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    "pdf": ("pdf", "application/pdf"),
    "html": ("html", "text/html; charset=utf-8"),
    "text": ("txt", "text/plain; charset=utf-8"),
    "json": ("json", "application/json"),
}


@needs(Right.REPORTS_WRITE)
@require_POST
def freeze(request: HttpRequest, pk: int) -> HttpResponse:
    """Figures of this moment are kept. A second freezing asks once: the older figures go."""
    report, now = own_report_of(request, pk), timezone.now()
    if report.frozen_at and not is_confirmed(request):
        detail = "Số liệu đã chốt được thay bằng số liệu của lúc này; lời văn giữ nguyên."
        return ask(request, "Chốt lại số liệu?", detail=detail, act="Chốt lại số liệu", back=at_block(report))
    with refusals_said(request):
        built = selectors.live(report, actor=request.actor, at=now)
        frozen = services.freeze(report, built, by=request.actor, at=now)
        left = f" Còn {frozen.gaps} chỗ thiếu." if frozen.gaps else ""
        messages.success(request, f"Đã chốt số liệu.{left}")
    return redirect(at_block(report))


@needs(Right.REPORTS_WRITE)
@require_http_methods(["GET", "POST"])
def thaw(request: HttpRequest, pk: int) -> HttpResponse:
    report = own_report_of(request, pk)
    form = ReasonForm(request.POST or None, label="Lý do bỏ chốt")
    if request.method == "POST" and form.is_valid():
        with refusals_on(form):
            services.thaw(report, reason=form.cleaned_data["note"], by=request.actor, at=timezone.now())
            messages.success(request, "Đã bỏ chốt. Số liệu lại theo bản ghi.")
            return redirect(at_block(report))
    act = {
        "title": "Bỏ chốt số liệu",
        "act": "Bỏ chốt",
        "under": "Số liệu đã chốt được bỏ đi, lời văn giữ nguyên.",
    }
    return _form(request, report, form, act, permissions.why_not_thaw(request.actor, report))


@needs(Right.REPORTS_READ)
@require_http_methods(["GET", "POST"])
def step(request: HttpRequest, pk: int, name: str) -> HttpResponse:
    """One step; where it wants a reason, the form stands in the panel."""
    report = report_of(request, pk)
    known = {each.name: each for each in WAY.steps if each.by_itself}
    if name not in known:
        raise Http404
    taken = known[name]
    why = taken.needs_note or (name == "submit" and bool(report.gaps))
    label = (
        f"Lý do trình khi còn {report.gaps} chỗ thiếu"
        if name == "submit" and why
        else "Lý do"
        if why
        else "Ghi chú"
    )
    form = ReasonForm(request.POST or None, label=label, required=why)
    if request.method == "POST" and form.is_valid():
        with refusals_on(form):
            note = form.cleaned_data["note"]
            moved = services.advance(report, name, by=request.actor, at=timezone.now(), note=note)
            messages.success(request, f"Báo cáo: {moved.get_state_display().lower()}.")
            sees = selectors.visible_to(request.actor).filter(pk=pk).exists()
            return redirect(at_block(report) if sees else reverse("reports:list"))
    act = {"title": taken.label, "act": taken.label, "under": report.title}
    return _form(request, report, form, act, WAY.why_not(report, name, by=request.actor))


@needs(Right.REGISTER_ISSUE)
@require_http_methods(["GET", "POST"])
def issue(request: HttpRequest, pk: int) -> HttpResponse:
    """Number and date; the file with them goes into the register and to whom it is addressed."""
    report, actor = own_report_of(request, pk), request.actor
    gives, example = selectors.next_number(report, actor.on)
    first = {"issued_on": actor.on}
    form = IssueForm(request.POST or None, gives_numbers=gives, example=example, initial=first)
    if request.method == "POST" and form.is_valid():
        facts = form.cleaned_data | {"number": form.cleaned_data["number"] or example}
        with refusals_on(form):
            now = timezone.now()
            received = _printed(report, facts, request, now)
            sent = services.issue(report, received, **facts, by=actor, at=now)
            to = f" Đã gửi {report.send_to.name}." if report.send_to else ""
            messages.success(request, f"Đã phát hành {sent.document}.{to}")
            return redirect(at_block(report))
    act = {
        "title": "Cho số, phát hành",
        "act": "Phát hành",
        "under": "Bản Word có số, ngày này vào sổ văn bản đi"
        + (f", gửi {report.send_to.name}." if report.send_to else "."),
    }
    return _form(request, report, form, act, WAY.why_not(report, "issue", by=actor))


def _printed(report: Report, facts: dict[str, Any], request: HttpRequest, now: datetime) -> files.Received:
    """The Word file with its number, on the disk; refused before anything is rendered where it cannot be issued."""
    if reasons := WAY.why_not(report, "issue", by=request.actor):
        raise Refused(reasons)
    whole = selectors.composed(report, actor=request.actor, at=now, watch=False)
    data = printing.numbered(whole.built, facts, at=now)
    return files.receive(f"{printing.file_name(report)}.docx", data)


@needs(Right.REPORTS_READ)
@require_GET
def download(request: HttpRequest, pk: int, kind: str) -> HttpResponse:
    """The report as a file. The receiver gets what was frozen."""
    report, now = report_of(request, pk), timezone.now()
    if kind not in TYPES:
        raise Http404
    ending, media = TYPES[kind]
    whole = selectors.composed(report, actor=request.actor, at=now, watch=False)
    try:
        data = printing.file_of(report, whole.built, kind, at=report.frozen_at or now)
    except Refused as refused:
        for reason in refused.reasons:
            messages.error(request, reason)
        return redirect(at_block(report))
    answer = HttpResponse(data, content_type=media)
    answer.headers["Content-Disposition"] = printing.disposition(report, ending)
    answer.headers["Cache-Control"] = "no-store"
    return answer


def _form(
    request: HttpRequest, report: Report, form: Any, act: dict[str, str], why_not: list[str]
) -> HttpResponse:
    context = {
        "form": form,
        "act": act,
        "form_url": request.path,
        "close_url": at_block(report),
        "why_not": why_not,
        "draft_key": f"reports{request.path.replace('/', '-').rstrip('-')}",
    }
    status = 422 if form.is_bound and form.errors else 200
    return page(request, report, Page("reports/drawer_form.html", context, status=status))
