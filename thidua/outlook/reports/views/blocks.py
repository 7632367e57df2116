"""Acts on one block: its words, records left out, gaps closed. Forms stand in the panel or in the paper itself."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from thidua.kit.refused import Refused
from thidua.kit.ui import asked
from thidua.kit.ui.forms import refusals_on
from thidua.kit.ui.respond import draft_taken, refusals_said, respond
from thidua.outlook.reports import permissions, selectors, services
from thidua.outlook.reports.forms import AskForm, FigureForm, NilForm, WithdrawForm
from thidua.outlook.reports.models import Report
from thidua.outlook.reports.views.found import at_block, own_report_of
from thidua.outlook.reports.views.report import Page, page
from thidua.records.orgs.gate import needs
from thidua.records.orgs.rights import Right


@needs(Right.REPORTS_WRITE)
@require_http_methods(["GET", "POST"])
def write(request: HttpRequest, pk: int, block: str) -> HttpResponse:
    """GET puts the editor into the paper; POST saves and shows the paper again."""
    report = own_report_of(request, pk)
    kept = report.narratives.filter(block=block).first()
    context: dict[str, Any] = {
        "kept": kept,
        "text": kept.text if kept else "",
        "seen": kept.saved_at if kept else "",
    }
    if reasons := permissions.why_not_write(request.actor, report):
        return _refused(request, report, block, reasons)
    if request.method == "POST":
        text = request.POST.get("text", "")
        seen = asked.moment(request.POST, "seen")
        try:
            services.write(report, block, text, by=request.actor, at=timezone.now(), seen=seen)
        except Refused as refused:
            fresh = report.narratives.filter(block=block).first()
            context |= {"text": text, "refused": refused.reasons, "seen": fresh.saved_at if fresh else ""}
            context |= {"theirs": fresh if fresh and fresh.text != text else None}
            return page(request, report, Page(context=context, editing=block, status=422, part="desk"))
        draft_taken(request, f"reports-{report.pk}-{block}")
        if request.htmx:
            return page(request, report, Page(part="desk"))
        messages.success(request, "Đã lưu.")
        return redirect(at_block(report, block))
    return page(request, report, Page(context=context, editing=block, part="desk"))


@needs(Right.REPORTS_WRITE)
@require_POST
def skip(request: HttpRequest, pk: int, block: str) -> HttpResponse:
    """Nothing to say here; with `viet=1` it is to be written after all."""
    report = own_report_of(request, pk)
    with refusals_said(request):
        if request.POST.get("viet") == "1":
            services.write(report, block, "", by=request.actor, at=timezone.now())
        else:
            services.skip(report, block, by=request.actor, at=timezone.now())
    return redirect(at_block(report, block))


@needs(Right.REPORTS_WRITE)
@require_GET
def earlier_words(request: HttpRequest, pk: int, block: str) -> HttpResponse:
    """Slot of the editor: what the last report said here. It goes into the editor only when somebody presses the button."""
    report = own_report_of(request, pk)
    before = selectors.earlier(report)
    row = before.narratives.filter(block=block).first() if before else None
    printed = selectors.period_of(before).printed if before else ""
    context = {"report": report, "block": block, "before": before, "before_printed": printed, "row": row}
    return respond(request, "reports/earlier_words.html#words", context)


@needs(Right.REPORTS_WRITE)
@require_POST
def leave_out(request: HttpRequest, pk: int, block: str) -> HttpResponse:
    report = own_report_of(request, pk)
    with refusals_said(request):
        given = {name: asked.line(request.POST, name).strip() for name in ("record", "label", "reason")}
        services.leave_out(report, block, **given, by=request.actor, at=timezone.now())
        messages.success(request, "Đã bỏ khỏi mục này. Bản ghi vẫn còn trong sổ.")
    return redirect(at_block(report, block))


@needs(Right.REPORTS_WRITE)
@require_POST
def take_back(request: HttpRequest, pk: int, block: str) -> HttpResponse:
    report = own_report_of(request, pk)
    with refusals_said(request):
        given = {name: asked.line(request.POST, name).strip() for name in ("record", "label")}
        services.take_back(report, block, **given, by=request.actor, at=timezone.now())
        messages.success(request, "Đã lấy lại vào mục này.")
    return redirect(at_block(report, block))


@needs(Right.REPORTS_WRITE)
@require_http_methods(["GET", "POST"])
def ask(request: HttpRequest, pk: int, block: str) -> HttpResponse:
    """A task for whoever can supply what is missing."""
    report, actor = own_report_of(request, pk), request.actor
    heading, spec = selectors.heading_of(report, block), selectors.spec_of(report, block)
    who = selectors.suppliers(report, [spec.supplier], actor.on).get(spec.supplier)
    first = {
        "action": f"Cung cấp số liệu báo cáo: {spec.missing or heading} ({selectors.period_of(report).printed})",
        "person": who.person if who else None,
        "unit": who.unit if who and not who.person else None,
        "assignee_text": "" if who and (who.person or who.unit) else spec.supplier,
        "due_on": selectors.due_before(report, actor.on),
    }
    form = AskForm(request.POST or None, actor=actor, initial=first)
    if request.method == "POST" and form.is_valid():
        with refusals_on(form):
            asked = services.ask(report, block, **form.cleaned_data, by=actor, at=timezone.now())
            messages.success(request, f"Đã giao việc cho {asked.task.assignee or asked.task.assignee_text}.")
            return redirect(at_block(report, block))
    act = {"title": "Giao việc cung cấp số liệu", "act": "Giao việc", "under": heading}
    return _form(request, report, block, form, act)


@needs(Right.REPORTS_WRITE)
@require_http_methods(["GET", "POST"])
def figure(request: HttpRequest, pk: int, block: str) -> HttpResponse:
    """A number that no module holds, with where it comes from."""
    report, actor = own_report_of(request, pk), request.actor
    form = FigureForm(request.POST or None, actor=actor)
    if request.method == "POST" and form.is_valid():
        with refusals_on(form):
            services.state_figure(report, block, **form.cleaned_data, by=actor, at=timezone.now())
            messages.success(request, "Đã nhập số liệu.")
            return redirect(at_block(report, block))
    act = {"title": "Nhập số liệu", "act": "Ghi số liệu", "under": selectors.heading_of(report, block)}
    return _form(request, report, block, form, act)


@needs(Right.REPORTS_WRITE)
@require_http_methods(["GET", "POST"])
def nil(request: HttpRequest, pk: int, block: str) -> HttpResponse:
    """Somebody says by name that nothing happened."""
    report, actor = own_report_of(request, pk), request.actor
    form = NilForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        with refusals_on(form):
            services.confirm_nil(report, block, **form.cleaned_data, by=actor, at=timezone.now())
            messages.success(request, "Đã xác nhận không phát sinh.")
            return redirect(at_block(report, block))
    act = {
        "title": "Xác nhận không phát sinh",
        "act": "Xác nhận",
        "under": selectors.heading_of(report, block),
        "note": f"Lời xác nhận mang tên {actor.name}, hiện trên báo cáo, thu hồi được.",
    }
    return _form(request, report, block, form, act)


@needs(Right.REPORTS_WRITE)
@require_http_methods(["GET", "POST"])
def withdraw_nil(request: HttpRequest, pk: int, block: str, statement: int) -> HttpResponse:
    report = own_report_of(request, pk)
    form = WithdrawForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        with refusals_on(form):
            services.withdraw_nil(report, statement, **form.cleaned_data, by=request.actor, at=timezone.now())
            messages.success(request, "Đã thu hồi lời xác nhận.")
            return redirect(at_block(report, block))
    act = {
        "title": "Thu hồi lời xác nhận không phát sinh",
        "act": "Thu hồi",
        "under": selectors.heading_of(report, block),
    }
    return _form(request, report, block, form, act)


def _form(request: HttpRequest, report: Report, block: str, form: Any, act: dict[str, str]) -> HttpResponse:
    """A form in the panel of the page; with errors it comes back there."""
    context = {
        "form": form,
        "act": act,
        "form_url": request.path,
        "close_url": at_block(report, block),
        "draft_key": f"reports{request.path.replace('/', '-').rstrip('-')}",
    }
    if reasons := permissions.why_not_write(request.actor, report):
        context["why_not"] = reasons
    status = 422 if form.is_bound and form.errors else 200
    return page(request, report, Page("reports/drawer_form.html", context, chosen=(block, ""), status=status))


def _refused(request: HttpRequest, report: Report, block: str, reasons: list[str]) -> HttpResponse:
    for reason in reasons:
        messages.error(request, reason)
    return redirect(at_block(report, block))
