"""Drafts: begun, moved, numbered."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from thidua.kit.refused import Refused
from thidua.kit.ui import asked
from thidua.kit.ui.respond import draft_taken, refusals_said
from thidua.records.orgs import selectors as orgs
from thidua.records.orgs.gate import needs
from thidua.records.orgs.rights import Right
from thidua.records.register import numbering, selectors, services, workflow
from thidua.records.register.forms.drafting import DraftForm, IssueForm
from thidua.records.register.models import Document, SeriesType
from thidua.records.register.views.found import body_of, document_of, done, form_page, told


@needs(Right.REGISTER_WRITE)
def draft(request: HttpRequest) -> HttpResponse:
    """`?thuc_hien=` begins a plan that answers a superior's document, `?thay_the=` one that replaces, `?nhac=` a reminder."""
    actor, body = request.actor, body_of(request)
    form = DraftForm(request.POST or None, actor=actor, initial=_prefilled(request))
    if request.method == "POST" and form.is_valid():
        try:
            document = services.draft(
                form.identity(),
                body=body,
                due_on=form.cleaned_data["due_on"],
                implements=form.cleaned_data["implements"],
                replaces=form.cleaned_data["replaces"],
                by=actor,
                at=timezone.now(),
            )
            draft_taken(request, "register-draft")
            return done(request, f"Đã lập dự thảo {document.type_name.lower()}.", document)
        except Refused as refused:
            told(form, refused)
    return form_page(
        request,
        form,
        title="Soạn văn bản",
        act="Lập dự thảo",
        back=reverse("register:list"),
        draft="register-draft",
        under=f"Dự thảo của {body.name}; số và ngày ghi khi phát hành.",
    )


def _prefilled(request: HttpRequest) -> dict[str, Any]:
    """What the link that led here knows already."""
    seen = selectors.visible_to(request.actor).select_related("issuer")

    def named(parameter: str) -> Document | None:
        return seen.filter(pk=asked.key(request.GET, parameter)).first()

    answers, replaces, reminded = named("thuc_hien"), named("thay_the"), named("nhac")
    if answers:
        kind = "chuong_trinh_hanh_dong" if answers.type == "nghi_quyet" else "ke_hoach"
        title = answers.title or f"Thực hiện {answers}"
        return {"type": kind, "title": title, "topic": answers.topic, "implements": answers}
    if replaces:
        return {"type": replaces.type, "title": replaces.title, "topic": replaces.topic, "replaces": replaces}
    if reminded:
        unit = orgs.units_visible_to(request.actor).filter(pk=asked.key(request.GET, "noi")).first()
        to = f" gửi {unit.name}" if unit else ""
        return {
            "type": "cong_van",
            "title": f"V/v đôn đốc triển khai {reminded}{to}",
            "topic": reminded.topic,
        }
    return {}


@require_POST
@needs(Right.REGISTER_WRITE)
def step(request: HttpRequest, pk: int) -> HttpResponse:
    document = document_of(request, pk)
    name, note = asked.line(request.POST, "step"), asked.line(request.POST, "note")
    with refusals_said(request):
        moved = services.advance(document, name, by=request.actor, at=timezone.now(), note=note)
        messages.success(request, f"{moved}: {moved.get_state_display().lower()}.")
    return redirect("register:document", pk)


@needs(Right.REGISTER_ISSUE)
def issue(request: HttpRequest, pk: int) -> HttpResponse:
    actor, document = request.actor, document_of(request, pk)
    back = reverse("register:document", args=[pk])
    series = _series_of(document, actor.on.year)
    gives = bool(series and series.gives_numbers)
    next_serial = series.last_serial + 1 if series else 1
    example = (
        numbering.printed(next_serial, document.type, document.issuer) if document.issuer else "30/KH-SVH"
    )
    form = IssueForm(
        request.POST or None,
        gives_numbers=gives,
        example=example,
        initial={"issued_on": actor.on, "signer": document.signer, "signer_title": document.signer_title},
    )
    why_not = workflow.of(document).why_not(document, "issue", by=actor)
    if request.method == "POST" and form.is_valid():
        facts = form.cleaned_data | {"number": form.cleaned_data["number"] or None}
        try:
            issued = services.issue(document, **facts, by=actor, at=timezone.now())
            warning = numbering.order_warning(issued)
            if warning:
                messages.warning(request, warning)
            return done(request, f"Đã phát hành {issued}.", issued)
        except Refused as refused:
            told(form, refused)
    return form_page(
        request,
        form,
        title="Cho số, phát hành",
        act="Phát hành",
        back=back,
        under=str(document),
        note=" ".join(why_not),
    )


def _series_of(document: Document, year: int):
    """This year's series of the draft's kind, or the last one, whose settings the new one takes over."""
    rows = SeriesType.objects.filter(issuer=document.issuer, type=document.type, year__lte=year)
    found = rows.select_related("series").order_by("-year").first()
    if found is None:
        return None
    if found.year < year:
        found.series.last_serial = 0
    return found.series
