"""Opinions: whom we ask, what they say, what we are asked and send."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone

from thidua.kit.refused import Refused
from thidua.kit.ui.respond import respond
from thidua.records.orgs.gate import needs
from thidua.records.orgs.rights import Right
from thidua.records.register import permissions, selectors, services
from thidua.records.register.forms.consulting import AnswerForm, AskedForm, AskForm, OpinionForm
from thidua.records.register.models import Consultation, Paper
from thidua.records.register.views.found import body_of, document_of, done, form_page, told


def _consultation_of(request: HttpRequest, pk: int) -> Consultation:
    row = selectors.consultations_visible_to(request.actor).filter(pk=pk).first()
    if row is None:
        raise Http404
    return row


@needs(Right.REGISTER_WRITE)
def ask(request: HttpRequest, pk: int) -> HttpResponse:
    document, actor = document_of(request, pk), request.actor
    form = AskForm(request.POST or None, actor=actor, initial={"asked_on": actor.on})
    if request.method == "POST" and form.is_valid():
        facts = dict(form.cleaned_data)
        try:
            row = services.ask_opinion(document, of=facts.pop("other"), **facts, by=actor, at=timezone.now())
            return done(request, f"Đã ghi hỏi ý kiến {row.other}.", document)
        except Refused as refused:
            told(form, refused)
    return form_page(
        request,
        form,
        title="Hỏi ý kiến",
        act="Ghi cơ quan được hỏi",
        back=reverse("register:document", args=[pk]),
        under=str(document),
        note=" ".join(permissions.why_not_draft_edit(actor, document)),
    )


@needs(Right.REGISTER_WRITE)
def be_asked(request: HttpRequest, pk: int) -> HttpResponse:
    document, actor = document_of(request, pk), request.actor
    first = {"other": document.issuer, "asked_on": document.issued_on or actor.on}
    form = AskedForm(request.POST or None, actor=actor, initial=first)
    if request.method == "POST" and form.is_valid():
        facts = dict(form.cleaned_data)
        try:
            services.be_asked(
                document,
                body=body_of(request),
                asker=facts.pop("other"),
                **facts,
                by=actor,
                at=timezone.now(),
            )
            return done(request, "Đã ghi việc được hỏi ý kiến.", document)
        except Refused as refused:
            told(form, refused)
    return form_page(
        request,
        form,
        title="Được hỏi ý kiến",
        act="Ghi hạn trả lời",
        back=reverse("register:document", args=[pk]),
        under=str(document),
    )


@needs(Right.REGISTER_WRITE)
def record(request: HttpRequest, pk: int) -> HttpResponse:
    """What the body that we asked has answered."""
    row, actor = _consultation_of(request, pk), request.actor
    if row.way != Consultation.Way.ASKED or not actor.can(Right.REGISTER_READ, row.body):
        raise Http404
    first = {
        "answered_on": row.answered_on or actor.on,
        "answer_number": row.answer_number,
        "opinion": row.opinion,
        "taken": {True: "1", False: "0"}.get(row.is_accepted, ""),
        "accepted_reason": row.accepted_reason,
    }
    form = OpinionForm(request.POST or None, initial=first)
    if request.method == "POST" and form.is_valid():
        facts = dict(form.cleaned_data)
        try:
            services.record_opinion(row, is_accepted=facts.pop("taken"), **facts, by=actor, at=timezone.now())
            return done(request, f"Đã ghi ý kiến của {row.other}.", row.document)
        except Refused as refused:
            told(form, refused)
    return form_page(
        request,
        form,
        title=f"Ý kiến của {row.other}",
        act="Ghi ý kiến",
        back=reverse("register:document", args=[row.document_id]),
        under=str(row.document),
    )


@needs(Right.REGISTER_WRITE)
def answer(request: HttpRequest, pk: int) -> HttpResponse:
    """Our opinion: on a letter that we hold, or straight to a body of this installation that asks us."""
    row, actor = _consultation_of(request, pk), request.actor
    here = selectors.visible_to(actor).filter(pk=row.document_id).exists()
    form = AnswerForm(request.POST or None, initial={"answered_on": actor.on})
    if request.method == "POST" and form.is_valid():
        try:
            services.send_opinion(row, **form.cleaned_data, by=actor, at=timezone.now())
            if here:
                return done(request, "Đã ghi ý kiến gửi.", row.document)
            return redirect("register:answer", pk)
        except Refused as refused:
            told(form, refused)
    papers = []
    if selectors.held_by(actor).filter(pk=row.document_id).exists():
        main = Paper.objects.filter(document=row.document_id, part=Paper.Part.MAIN).prefetch_related(
            "file__versions"
        )
        papers = [max(paper.file.versions.all(), key=lambda version: version.number) for paper in main]
    context = {
        "row": row,
        "form": form,
        "papers": papers,
        "here": here,
        "why_not": permissions.why_not_answer(actor, row),
    }
    return respond(request, "register/answer.html", context, status=422 if form.errors else 200)
