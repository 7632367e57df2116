"""The report's page: outline, paper, and the panel of what is chosen; every act of it is drawn on this page."""

from dataclasses import dataclass, field
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_GET

from thidua.kit.audit.sentences import history as told
from thidua.kit.papers.sheet import page_context
from thidua.kit.ui.parts import Step
from thidua.kit.ui.respond import respond
from thidua.kit.ui.wording import moment
from thidua.outlook.reports import permissions, printing, selectors, workflow
from thidua.outlook.reports.models import Report
from thidua.outlook.reports.selectors import Composed
from thidua.outlook.reports.views.drawing import Drawing, by_block, outlined
from thidua.outlook.reports.views.found import own_report_of, report_of
from thidua.outlook.reports.views.sources import source_of
from thidua.outlook.reports.wording import short
from thidua.records.orgs.gate import needs
from thidua.records.orgs.rights import Right

PAGE = "reports/report.html"
FORMS = ("docx", "pdf", "html", "text", "json")


@dataclass
class Page:
    """What one request shows beside the paper."""

    drawer: str = "reports/drawer_state.html"
    context: dict[str, Any] = field(default_factory=dict)
    chosen: tuple[str, str] = ("", "")
    """Block and reference that the panel is about."""
    editing: str = ""
    """Block whose words are being written."""
    status: int = 200
    part: str = "drawer"
    """What htmx gets of it."""


@needs(Right.REPORTS_READ)
@require_GET
def show(request: HttpRequest, pk: int) -> HttpResponse:
    """`?khoi=` and `?ref=` choose a figure or a line; htmx gets the panel alone."""
    report = report_of(request, pk)
    block, ref = request.GET.get("khoi", "")[:80], request.GET.get("ref", "")[:120]
    if not block or not ref or not permissions.is_own(request.actor, report):
        return page(request, report, Page())
    now = timezone.now()
    whole = selectors.composed(report, actor=request.actor, at=now)
    change = by_block(whole.changes).get(block)
    source = source_of(
        whole.built,
        block,
        ref,
        before=selectors.before(report, actor=request.actor, at=now),
        change=next((each for each in change.figures if each.key == ref), None) if change else None,
        may_leave=not permissions.why_not_choose(request.actor, report),
    )
    drawer = "reports/drawer_source.html" if source else "reports/drawer_gone.html"
    return page(request, report, Page(drawer, {"source": source}, chosen=(block, ref)), whole)


def page(request: HttpRequest, report: Report, shown: Page, whole: Composed | None = None) -> HttpResponse:
    """The whole page with its drawer; for htmx the part that was asked for."""
    actor, now = request.actor, timezone.now()
    is_own = permissions.is_own(actor, report)
    asks_part = request.htmx and not request.htmx.history_restore_request
    context = {"report": report, "name": short(report.title), "is_own": is_own, "drawer": shown.drawer}
    context |= shown.context
    if asks_part and shown.part == "drawer" and shown.drawer != "reports/drawer_state.html":
        return respond(request, f"{PAGE}#drawer", context, status=shown.status)
    whole = whole or selectors.composed(report, actor=actor, at=now, watch=is_own)
    asked = selectors.asked_of(report, actor.on) if is_own else {}
    suppliers = [block.supplier for block in whole.gaps]
    drawing = Drawing(
        report,
        opens=is_own,
        chosen=shown.chosen,
        changes=by_block(whole.changes),
        asked=asked,
        people=selectors.suppliers(report, suppliers, actor.on) if is_own else {},
        specs=selectors.specs_of(report) if is_own else {},
    )
    context |= {
        "built": whole.built,
        "changes": whole.changes,
        "parts": drawing.parts(whole.built),
        "sheet": (sheet := page_context(printing.paper_of(report, whole.built, annex=False))),
        "closing": sheet["blocks"][-1]["text"] if whole.built.closing else "",
        "outlined": outlined(whole.built, shown.chosen[0] or shown.editing),
        "gaps": [
            (section, block) for section, block in whole.built.blocks() if block.state in ("gap", "open")
        ],
        "editing": shown.editing,
        "facts": _facts(report, whole),
        "returned": _returned(report),
        "may_write": not permissions.why_not_write(actor, report),
        "may_choose": not permissions.why_not_choose(actor, report),
        **_acts(report, actor),
    }
    return respond(request, f"{PAGE}#{shown.part}", context, status=shown.status)


def _acts(report: Report, actor: Any) -> dict[str, Any]:
    """Buttons: the next step is solid, what cannot be done says why."""
    steps = workflow.WAY.available(report, by=actor)
    by_name = {step.name: (step, reasons) for step, reasons in steps}
    forward = [by_name[name] for name in ("submit", "approve", "issue") if name in by_name]
    return {
        "steps": stepper_of(report),
        "next": next(((step, reasons) for step, reasons in forward if not reasons), None),
        "cannot": [reason for _, reasons in forward for reason in reasons],
        "others": [
            step
            for name, (step, reasons) in by_name.items()
            if not reasons and name not in ("submit", "approve", "issue")
        ],
        "may_freeze": not permissions.why_not_freeze(actor, report),
        "may_thaw": not permissions.why_not_thaw(actor, report),
        "forms": FORMS,
    }


def _facts(report: Report, whole: Composed) -> list[tuple[str, Any]]:
    return [
        ("Cơ quan báo cáo", report.body.name),
        ("Nơi nhận", report.send_to.name if report.send_to else "Chưa ghi"),
        ("Hạn gửi", report.due_on),
        ("Kỳ", selectors.period_of(report).printed),
        ("Văn bản yêu cầu", str(report.request) if report.request else ""),
        ("Văn bản phát hành", str(report.document) if report.document else ""),
        ("Số liệu lấy lúc", moment(whole.built.at)),
        ("Người chốt", report.frozen_by),
    ]


def _returned(report: Report) -> Any:
    """The last step, where it gave the report back and nothing has happened since."""
    last = report.moves.order_by("-pk").first()
    is_back = report.state == Report.State.DRAFT and last and last.step in ("send_back", "turn_down")
    return last if is_back else None


def stepper_of(report: Report) -> list[Step]:
    """Where it stands, who holds it, since when."""
    moves = list(report.moves.order_by("pk"))
    reached = {move.to_state: move for move in moves}
    if report.state == Report.State.DROPPED:
        return [Step("Thôi soạn", "stopped", reached[report.state].note, reached[report.state].at)]
    here = workflow.STATES.index(report.state)
    steps = []
    for place, state in enumerate(workflow.STATES):
        move = reached.get(state)
        kind = (
            "done"
            if place < here or report.state == Report.State.SENT
            else "now"
            if place == here
            else "next"
        )
        since = (move.at if move else report.created_at if place == 0 else None) if place <= here else None
        detail = f"ở {workflow.HOLDERS[state]}" if place == here else ""
        steps.append(
            Step(Report.State(state).label, kind, detail, timezone.localdate(since) if since else None)
        )
    return steps


@needs(Right.REPORTS_READ)
@require_GET
def gap_count(request: HttpRequest, pk: int) -> HttpResponse:
    """Slot of the list, and with `?dai=1` of "Việc của tôi": how much is still missing in a report that is live."""
    report = own_report_of(request, pk)
    whole = selectors.composed(report, actor=request.actor, at=timezone.now(), watch=False)
    context = {"report": report, "count": len(whole.gaps), "outlined": outlined(whole.built)}
    part = "strip" if "dai" in request.GET else "count"
    return respond(request, f"reports/gap_count.html#{part}", context)


@needs(Right.REPORTS_READ)
@require_GET
def history(request: HttpRequest, pk: int) -> HttpResponse:
    report = own_report_of(request, pk)
    moves = report.moves.exclude(note="").order_by("-pk")
    context = {
        "report": report,
        "name": short(report.title),
        "lines": told(report, limit=200),
        "moves": moves,
    }
    return respond(request, "reports/history.html", context)


__all__ = ["PAGE", "Page", "gap_count", "history", "page", "show"]
