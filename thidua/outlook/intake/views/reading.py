"""The reading page: the text on the left, what is proposed on the right, one bar of acts."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from thidua.kit.audit import sentences
from thidua.kit.refused import Refused
from thidua.kit.ui import asked
from thidua.kit.ui.respond import respond
from thidua.outlook.intake import permissions, selectors, services
from thidua.outlook.intake.forms import FORMS, FactForm
from thidua.outlook.intake.models import Proposal, Reading
from thidua.outlook.intake.proposing import doubts
from thidua.outlook.intake.sheet import sheet
from thidua.outlook.intake.views.addresses import of_card, of_document, of_register
from thidua.outlook.intake.views.drawing import Shown, doubts_of, groups_of, notes_of, pens_of, state_of
from thidua.outlook.intake.views.scanning import scan_page
from thidua.records.orgs.actors import Actor
from thidua.records.orgs.gate import needs
from thidua.records.orgs.rights import Right

FONTS = {"tcvn3": "TCVN3 (ABC)", "vni": "VNI", "windows-1258": "Windows-1258", "utf8-twice": "mã lỗi"}


@needs(Right.INTAKE)
@require_GET
def reading(request: HttpRequest, pk: int) -> HttpResponse:
    actor: Actor = request.actor  # type: ignore[attr-defined]
    row = get_object_or_404(selectors.visible_to(actor), pk=pk)
    if not row.text:
        return scan_page(request, row)
    services.refresh_matches(row, by=actor, at=timezone.now())
    return whole_page(request, row)


@needs(Right.INTAKE)
@require_http_methods(["GET", "POST"])
def card(request: HttpRequest, pk: int, proposal_id: int) -> HttpResponse:
    """POST decides; GET shows the card again (a form that was left)."""
    row = _proposal(request, pk, proposal_id)
    if request.method == "GET":
        return _answer(request, row)
    decision = request.POST.get("decision", "")
    return _done(request, row, lambda by, at, seen: services.decide(row, decision, by=by, at=at, seen=seen))


@needs(Right.INTAKE)
@require_POST
def accept_reading(request: HttpRequest, pk: int, proposal_id: int) -> HttpResponse:
    row = _proposal(request, pk, proposal_id)
    return _done(request, row, lambda by, at, seen: services.accept_reading(row, by=by, at=at, seen=seen))


@needs(Right.INTAKE)
@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, pk: int, proposal_id: int) -> HttpResponse:
    """The card as a form."""
    row = _proposal(request, pk, proposal_id)
    actor: Actor = request.actor  # type: ignore[attr-defined]
    reasons = permissions.why_not_decide(actor, row)
    if row.kind not in FORMS or reasons:
        return _answer(request, row, refusals=reasons or ["Mục này chỉ nhận hoặc bỏ."], status=422)
    named = row.kind in (Proposal.Kind.META, Proposal.Kind.CITATION)
    issuer = selectors.issuer_of(row) if named else None
    form = FORMS[row.kind](request.POST or None, fact=row.fact, issuer=issuer, prefix=f"muc{row.pk}")
    if request.method == "POST" and form.is_valid():
        changes = form.changes()
        return _done(
            request,
            row,
            lambda by, at, seen: services.edit(row, changes, by=by, at=at, seen=seen),
            form=form,
        )
    return _answer(request, row, form=form, status=422 if form.errors else 200)


@needs(Right.INTAKE)
@require_GET
def history(request: HttpRequest, pk: int) -> HttpResponse:
    """What was done to the reading, in sentences."""
    row = get_object_or_404(selectors.visible_to(request.actor).defer("text"), pk=pk)  # type: ignore[attr-defined]
    return respond(
        request, "intake/history.html", {"reading": row, "lines": sentences.history(row, limit=200)}
    )


def _proposal(request: HttpRequest, pk: int, proposal_id: int) -> Proposal:
    visible = selectors.proposals_visible_to(request.actor)  # type: ignore[attr-defined]
    return get_object_or_404(visible, pk=proposal_id, reading=pk)


def _done(request: HttpRequest, row: Proposal, act: Any, form: FactForm | None = None) -> HttpResponse:
    """Run one act; a refusal stands beside the card, and what was typed stays in its form."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    try:
        act(actor, timezone.now(), asked.moment(request.POST, "seen"))
    except Refused as refused:
        return _answer(request, row, refusals=refused.reasons, form=form, status=422)
    if not request.htmx:  # type: ignore[attr-defined]
        return redirect(of_card(row.reading_id, row.pk))
    return _answer(request, row)


def _answer(
    request: HttpRequest,
    row: Proposal,
    *,
    refusals: list[str] | None = None,
    form: FactForm | None = None,
    status: int = 200,
) -> HttpResponse:
    """For htmx the card with the bar and the head of the page; for everybody else the whole page."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    row.reading.refresh_from_db(fields=["saved_at", "saved_by", "state", "document"])
    if not request.htmx:  # type: ignore[attr-defined]
        shown = get_object_or_404(selectors.visible_to(actor), pk=row.reading_id)
        refused = {row.pk: refusals} if refusals else {}
        return whole_page(
            request, shown, refusals=refused, form=form, editing=row.pk if form else None, status=status
        )
    page = selectors.page_of(row.reading, actor=actor, only=row.pk)
    found = page.card(row.pk)
    if found is None:
        return HttpResponse("")
    shown = Shown(
        found,
        marks=f"{found.key}-cho" if row.spans else "",
        refused=refusals or (),
        is_chosen=True,
        form=form,
    )
    context = {
        "page": page,
        "reading": row.reading,
        "shown": shown,
        "state": state_of(row.reading, page.counts, actor.on),
    }
    return respond(request, "intake/answer.html", context, status=status)


def whole_page(
    request: HttpRequest,
    reading: Reading,
    *,
    refusals: Mapping[int, list[str]] | None = None,
    form: FactForm | None = None,
    editing: int | None = None,
    status: int = 200,
) -> HttpResponse:
    actor: Actor = request.actor  # type: ignore[attr-defined]
    page = selectors.page_of(reading, actor=actor)
    marks = selectors.highlights_of(page)
    part, chosen = asked.key(request.GET, "phan") or 1, asked.key(request.GET, "muc") or editing
    text = sheet(reading.text, [*marks, *doubts_of(reading)], part)
    context = {
        "page": page,
        "reading": reading,
        "sheet": text,
        "groups": groups_of(page, text, refusals=refusals or {}, chosen=chosen, form=form),
        "pens": pens_of(page, marks),
        "doubtful": sum(note["kind"] == doubts.UNSURE for note in reading.warnings),
        "font": FONTS.get(reading.encoding, reading.encoding),
        "notes": notes_of(reading),
        "back_url": of_register(),
        "document_url": of_document(reading.document.partition(":")[2]),
        "state": state_of(reading, page.counts, actor.on),
        "can_discard": not permissions.why_not_discard(actor, reading),
    }
    return respond(request, "intake/reading.html", context, status=status)
