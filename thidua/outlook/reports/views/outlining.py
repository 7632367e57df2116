"""Outlines: the shipped ones, the body's own; one pasted from a letter, looked over, kept; its choices changed."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from thidua.kit.refused import Refused
from thidua.kit.ui.forms import refusals_on
from thidua.kit.ui.respond import draft_taken, is_confirmed, refusals_said, respond
from thidua.outlook.reports import outlines, permissions, selectors, services
from thidua.outlook.reports.forms import PasteOutlineForm
from thidua.outlook.reports.outlines import choosing
from thidua.outlook.reports.outlines.choosing import Heading
from thidua.outlook.reports.outlines.matching import Taken, match
from thidua.outlook.reports.views.found import body_of, outline_of
from thidua.records.orgs.gate import needs
from thidua.records.orgs.rights import Right

DRAFT = "reports-outline"
FIELD = "muc:"


@dataclass(frozen=True)
class Row:
    """One heading with the choice that stands there, and why."""

    heading: Heading
    choice: str
    taken: Taken | None = None

    @property
    def field(self) -> str:
        return f"{FIELD}{self.heading.key}"


@needs(Right.REPORTS_READ)
@require_GET
def show_all(request: HttpRequest) -> HttpResponse:
    actor = request.actor
    context = {
        "own": selectors.outlines_visible_to(actor).order_by("is_hidden", "-created_at"),
        "shipped": [
            (each, sum(bool(row.blocks) for _, _, row in each.walk())) for each in outlines.shipped()
        ],
        "may_write": not permissions.why_not_start(actor, actor.body),
    }
    return respond(request, "reports/outlines.html", context)


@needs(Right.REPORTS_WRITE)
@require_http_methods(["GET", "POST"])
def paste(request: HttpRequest) -> HttpResponse:
    """First shows what each heading was taken for, then, confirmed, keeps it with the officer's choices."""
    actor, body = request.actor, body_of(request)
    if reasons := permissions.why_not_start(actor, body):
        raise PermissionDenied(" ".join(reasons))
    form = PasteOutlineForm(request.POST or None, actor=actor)
    context: dict[str, Any] = {"form": form, "options": choosing.options()}
    if request.method == "POST" and form.is_valid():
        facts = form.cleaned_data
        with refusals_on(form):
            matched = match(facts["text"])
            choices = _choices(request)
            context |= {"rows": _rows(matched.content, choices, matched.headings), "matched": matched}
            if is_confirmed(request):
                content = choosing.chosen(matched.content, choices) | {"name": facts["name"]}
                kept = services.save_outline(
                    facts["name"], content, letter=facts["letter"], body=body, by=actor, at=timezone.now()
                )
                draft_taken(request, DRAFT)
                messages.success(
                    request, f"Đã lưu đề cương “{kept.name}”. Lập báo cáo thì chọn đề cương này."
                )
                return redirect("reports:outline", kept.pk)
    return respond(request, "reports/paste.html", context, status=422 if form.errors else 200)


@needs(Right.REPORTS_READ)
@require_http_methods(["GET", "POST"])
def show(request: HttpRequest, pk: int) -> HttpResponse:
    row, actor = outline_of(request, pk), request.actor
    why_not = permissions.why_not_start(actor, row.body)
    refused: list[str] = []
    choices: dict[str, str] = {}
    if request.method == "POST":
        choices = _choices(request)
        try:
            content = choosing.chosen(row.content, choices)
            services.correct_outline(row, content, by=actor, at=timezone.now())
            messages.success(request, "Đã sửa đề cương.")
            return redirect("reports:outline", pk)
        except Refused as no:
            refused = no.reasons
    context = {
        "outline": row,
        "rows": _rows(row.content, choices, ()),
        "options": choosing.options(),
        "may_write": not why_not,
        "refused": refused,
    }
    return respond(request, "reports/outline_page.html", context, status=422 if refused else 200)


@needs(Right.REPORTS_WRITE)
@require_POST
def hide(request: HttpRequest, pk: int) -> HttpResponse:
    row = outline_of(request, pk)
    with refusals_said(request):
        kept = services.hide_outline(row, hidden=not row.is_hidden, by=request.actor, at=timezone.now())
        messages.success(request, "Đã thôi dùng đề cương." if kept.is_hidden else "Đã dùng lại đề cương.")
    return redirect("reports:outlines")


def _choices(request: HttpRequest) -> dict[str, str]:
    return {name.removeprefix(FIELD): value for name, value in request.POST.items() if name.startswith(FIELD)}


def _rows(content: Mapping[str, Any], choices: Mapping[str, str], taken: tuple[Taken, ...]) -> list[Row]:
    why = {each.key: each for each in taken}
    return [
        Row(heading, choices.get(heading.key) or heading.choice, why.get(heading.key))
        for heading in choosing.headings(content)
    ]
