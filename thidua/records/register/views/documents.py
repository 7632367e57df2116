"""The page of one document: facts, steps, chain, papers, opinions, history."""

from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from thidua.kit.ui.parts import Step
from thidua.kit.ui.respond import respond
from thidua.records.orgs.actors import Actor
from thidua.records.orgs.gate import needs
from thidua.records.orgs.rights import Right
from thidua.records.register import numbering, permissions, selectors, wording, workflow
from thidua.records.register.models import Consultation, Document, Exemption, Paper
from thidua.records.register.views.found import document_of
from thidua.records.register.views.showing import badge_of, cited, nodes_of, where

CITED_SHOWN = 60


@needs(Right.REGISTER_READ)
def show(request: HttpRequest, pk: int) -> HttpResponse:
    moved = _merged_into(request, pk)
    if moved is not None:
        return redirect("register:document", moved)
    document, actor = document_of(request, pk), request.actor
    (noted,) = selectors.lists.noted([document], actor)
    context = {
        "document": document,
        "where": where(document),
        "noted": noted,
        "badge": badge_of(noted.validity),
        "facts": _facts(document, noted),
        "why_not_edit": permissions.why_not_edit(actor, document),
        "warning": numbering.order_warning(document),
        "history": selectors.history_of(document, actor),
        "sees_certificates": actor.has(Right.CERTIFICATES_READ) and document.type == "quyet_dinh",
    }
    return respond(
        request,
        "register/document.html",
        context
        | _way(document, actor)
        | _around(document, actor)
        | _papers(document, actor)
        | _opinions(document, actor)
        | _asking(document, noted, actor),
    )


def _merged_into(request: HttpRequest, pk: int) -> int | None:
    """Old links to a stub lead to what it became, where that is visible."""
    into = Document.objects.filter(pk=pk, merged_into__in=selectors.visible_to(request.actor))
    return into.values_list("merged_into", flat=True).first()


def _facts(document: Document, noted: selectors.lists.Noted) -> list[tuple[str, object]]:
    entry = noted.entry
    line = ""
    if entry:
        line = entry.get_direction_display() + (
            f", số đến {entry.arrival_number}" if entry.arrival_number else ""
        )
    signed = ", ".join(part for part in (document.signer, document.signer_title) if part)
    return [
        ("Loại", document.type_name or "Chưa rõ"),
        ("Số, ký hiệu", document.number or ("" if document.is_draft else "Không có")),
        ("Ngày ban hành", document.issued_on or ("" if document.is_draft else "Chưa rõ")),
        ("Nơi ban hành", document.issuer.name if document.issuer else "Chưa rõ"),
        ("Người ký", signed),
        ("Chủ đề", document.get_topic_display()),
        ("Hiệu lực từ", document.effective_on),
        ("Hết hiệu lực từ", document.expires_on),
        ("Hạn soạn xong", document.due_on),
        (
            "Trong sổ",
            line or ("Chưa có trong sổ, mới được viện dẫn" if document.is_stub else "Không ở sổ của cơ quan"),
        ),
        ("Ngày đến", entry.received_on if entry else None),
        ("Ghi chú", entry.note if entry else ""),
        ("Dãy số", str(document.series) if document.series_id else ""),
        ("Nguồn", document.get_origin_display()),
    ]


def _way(document: Document, actor: Actor) -> dict[str, object]:
    """The steps, who holds it since when, and what can be done now (or why not)."""
    moves = list(document.moves.order_by("-id"))
    if document.state == Document.State.ISSUED and not moves:
        return {"steps": [], "next_steps": []}
    states = workflow.states_of(document)
    dropped = document.state == Document.State.DROPPED
    since = timezone.localdate(moves[0].at) if moves else timezone.localdate(document.created_at)
    last = Document.State(moves[0].from_state) if dropped and moves else Document.State(document.state)
    at = states.index(last) if last in states else 0
    steps = [_step(state, place, at, dropped, since) for place, state in enumerate(states)]
    return {
        "steps": steps,
        "last_move": moves[0] if moves else None,
        "next_steps": workflow.of(document).available(document, by=actor),
    }


def _step(state: Document.State, place: int, at: int, dropped: bool, since: date) -> Step:
    if place != at:
        return Step(state.label, "done" if place < at or state == Document.State.ISSUED == at else "next")
    if dropped:
        return Step("Thôi soạn", "stopped", "", since)
    if state == Document.State.ISSUED:
        return Step(state.label, "done", "", since)
    return Step(state.label, "now", workflow.HOLDERS.get(state, ""), since)


def _around(document: Document, actor: Actor) -> dict[str, object]:
    branches = selectors.implementation_tree(document, actor)
    cites, cited_by = selectors.cites_of(document, actor), selectors.cited_by_of(document, actor)
    return {
        "tree": nodes_of(branches, actor, document, told=False) if len(branches) > 1 else [],
        "cites": cited(cites[:CITED_SHOWN], "target", actor),
        "cited_by": cited(cited_by[:CITED_SHOWN], "source", actor),
        "matches": [
            wording.proposed(match, here=document)
            for match in selectors.matches.for_document(document, actor=actor)
        ],
        "may_link": not permissions.why_not_edit(actor, document) or any(cited_by),
    }


def _papers(document: Document, actor: Actor) -> dict[str, object]:
    """Files only for whoever holds the document; facts alone for whoever met it as a citation."""
    if not selectors.held_by(actor).filter(pk=document.pk).exists():
        return {"papers": [], "may_read_papers": False}
    papers = Paper.objects.filter(document=document).select_related("file").prefetch_related("file__versions")
    rows = [
        (paper, sorted(paper.file.versions.all(), key=lambda version: -version.number))
        for paper in papers.order_by("pk")
    ]
    return {"papers": rows, "may_read_papers": True}


def _opinions(document: Document, actor: Actor) -> dict[str, object]:
    rows = selectors.consultations_visible_to(actor).filter(document=document).order_by("asked_on", "pk")
    asked = [row for row in rows if row.way == Consultation.Way.ASKED]
    ours = [row for row in rows if row.way == Consultation.Way.ANSWERED]
    return {
        "asked": asked,
        "ours": ours,
        "why_not_ask": permissions.why_not_draft_edit(actor, document) if document.is_draft else ["-"],
        "is_long": workflow.of(document) is workflow.LONG,
    }


def _asking(document: Document, noted: selectors.lists.Noted, actor: Actor) -> dict[str, object]:
    """Whether the document wants a plan of ours, and why not where that was written."""
    body = actor.body
    if body is None:
        return {}
    exemption = Exemption.objects.filter(document=document, body=body).first()
    wanting = noted.is_unconcretised
    since = noted.entry.received_on if noted.entry else None
    days = (actor.on - (since or document.issued_on or actor.on)).days
    why_not = permissions.why_not_write(actor, body)
    return {"exemption": exemption, "wants_plan": wanting, "wants_days": days, "why_not_write": why_not}
