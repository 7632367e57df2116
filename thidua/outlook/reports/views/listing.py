"""The list of reports, begun ones and their facts put right."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from thidua.kit.ui.filters import Choice, Sort, Span
from thidua.kit.ui.forms import Form, refusals_on
from thidua.kit.ui.lists import Listing
from thidua.kit.ui.respond import draft_taken, respond
from thidua.outlook.reports import outlines, permissions, selectors, services
from thidua.outlook.reports.forms import CorrectForm, StartForm
from thidua.outlook.reports.models import Report
from thidua.outlook.reports.views.found import at_block, body_of, own_report_of
from thidua.outlook.reports.wording import short
from thidua.records.orgs.gate import needs
from thidua.records.orgs.models import Unit
from thidua.records.orgs.rights import Right
from thidua.vn.periods import Period

DRAFT = "reports-start"
USUAL, PROVINCE = "so-6-thang", "tinh"


@needs(Right.REPORTS_READ)
@require_GET
def show(request: HttpRequest) -> HttpResponse:
    """Newest period first. What is missing in a live report is counted by its own slot."""
    actor = request.actor
    listing: Listing[Report] = Listing(
        request.GET,
        selectors.listed(actor),
        noun="báo cáo",
        filters=[
            Span("nam", "Năm", _in_years),
            Choice("buoc", "Tình trạng", lambda rows, code: rows.filter(state=code), Report.State.choices),
            Choice(
                "chieu", "Của ai", _of_side(actor), [("minh", "Cơ quan mình"), ("den", "Nơi khác gửi đến")]
            ),
        ],
        sorts=[
            Sort("ky", "Báo cáo", ("since", "pk"), falling_first=True),
            Sort("han", "Hạn gửi", ("due_on", "pk"), falling_first=True),
        ],
        first="-ky",
    )
    context = {
        "listing": listing,
        "rows": [
            (row, short(row.title), permissions.is_own(actor, row), row.is_late(actor.on))
            for row in listing.rows
        ],
        "may_start": not permissions.why_not_start(actor, actor.body),
    }
    return respond(request, "reports/list.html", context)


def _in_years(rows: Any, years: tuple[int | None, int | None]) -> Any:
    since, until = years
    rows = rows.filter(until__year__gte=since) if since else rows
    return rows.filter(since__year__lte=until) if until else rows


def _of_side(actor: Any) -> Any:
    def of(rows: Any, side: str) -> Any:
        own = actor.bodies(Right.REPORTS_READ)
        return rows.filter(body__in=own) if side == "minh" else rows.exclude(body__in=own)

    return of


@needs(Right.REPORTS_WRITE)
@require_http_methods(["GET", "POST"])
def start(request: HttpRequest) -> HttpResponse:
    actor, body = request.actor, body_of(request)
    if reasons := permissions.why_not_start(actor, body):
        raise PermissionDenied(" ".join(reasons))
    letter = selectors.letters_asking(actor, body).first()
    period = selectors.likely_period(actor.on)
    first = {
        "outline": _likely_outline(actor, period),
        "period": period.printed,
        "request": letter,
        "send_to": letter.issuer if letter else None,
    }
    form = StartForm(request.POST or None, actor=actor, outlines=_outlines(actor), initial=first)
    if request.method == "POST" and form.is_valid():
        with refusals_on(form):
            report = services.start(**form.cleaned_data, body=body, by=actor, at=timezone.now())
            draft_taken(request, DRAFT)
            messages.success(request, "Đã lập báo cáo. Số liệu lấy từ các sổ, chỗ thiếu được chỉ rõ.")
            return redirect(at_block(report))
    return _page(request, form, "Lập báo cáo", "Lập báo cáo", reverse("reports:list"), DRAFT)


def _likely_outline(actor: Any, period: Period) -> str:
    """The newest of its own, else the one for such a period of such a body."""
    own = selectors.outlines_visible_to(actor).filter(is_hidden=False, body=actor.body)
    newest = own.order_by("-created_at").first()
    if newest is not None:
        return f"{selectors.OWN}{newest.pk}"
    fitting = [outline.key for outline in outlines.shipped() if period.kind in outline.periods[:1]]
    wanted = PROVINCE if actor.body and actor.body.level == Unit.Level.PROVINCE else USUAL
    return wanted if wanted in (*fitting, PROVINCE) else next(iter(fitting), USUAL)


def _outlines(actor: Any) -> list[tuple[str, Any]]:
    """Own ones first: they come from the superior's letter."""
    own = (
        selectors.outlines_visible_to(actor).filter(is_hidden=False, body=actor.body).order_by("-created_at")
    )
    mine = [(f"{selectors.OWN}{row.pk}", row.name) for row in own]
    ready = [(outline.key, outline.name) for outline in outlines.shipped()]
    if not mine:
        return ready
    return [("Của cơ quan", mine), ("Có sẵn", ready)]


@needs(Right.REPORTS_WRITE)
@require_http_methods(["GET", "POST"])
def correct(request: HttpRequest, pk: int) -> HttpResponse:
    report, actor = own_report_of(request, pk), request.actor
    if reasons := permissions.why_not_write(actor, report):
        for reason in reasons:
            messages.error(request, reason)
        return redirect(at_block(report))
    form = CorrectForm(request.POST or None, actor=actor, report=report)
    if request.method == "POST" and form.is_valid():
        with refusals_on(form):
            services.correct(report, **form.cleaned_data, by=actor, at=timezone.now())
            draft_taken(request, f"reports-correct-{pk}")
            messages.success(request, "Đã sửa thông tin báo cáo.")
            return redirect(at_block(report))
    return _page(request, form, "Sửa thông tin báo cáo", "Ghi lại", at_block(report), f"reports-correct-{pk}")


def _page(request: HttpRequest, form: Form, title: str, act: str, back: str, draft: str) -> HttpResponse:
    context = {"form": form, "title": title, "act": act, "back": back, "draft_key": draft}
    return respond(request, "reports/form.html", context, status=422 if form.errors else 200)
