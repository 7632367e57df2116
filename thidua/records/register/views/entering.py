"""What came or went is written into the register; facts, line and validity are put right."""

from dataclasses import replace
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.http.response import Http404
from django.urls import reverse
from django.utils import timezone

from thidua.kit.files import services as files
from thidua.kit.refused import Refused
from thidua.kit.ui import asked
from thidua.kit.ui.respond import draft_taken, respond
from thidua.records.orgs.gate import needs
from thidua.records.orgs.rights import Right
from thidua.records.orgs.services.units import add_outside_unit
from thidua.records.register import permissions, selectors, services
from thidua.records.register.forms.entering import CorrectForm, EnterForm, LineForm, ValidityForm
from thidua.records.register.models import Document, Entry
from thidua.records.register.views.found import body_of, document_of, done, form_page, told

_LINE = ("arrival_number", "received_on", "effective_on", "expires_on", "next_number", "direction")


@needs(Right.REGISTER_WRITE)
def enter(request: HttpRequest) -> HttpResponse:
    body = body_of(request)
    form = EnterForm(
        request.POST or None,
        request.FILES or None,
        actor=request.actor,
        initial=_known(request) | {"direction": "den"},
    )
    if request.method == "POST" and form.is_valid():
        try:
            document = _entered(request, form)
            draft_taken(request, "register-enter")
            return done(request, f"Đã ghi {document} vào sổ.", document)
        except Refused as refused:
            told(form, refused)
    context = {"form": form, "body": body}
    return respond(request, "register/enter.html", context, status=422 if form.errors else 200)


def _known(request: HttpRequest) -> dict[str, Any]:
    """`?van_ban=`: a stub that is now at hand is entered with what its citations said."""
    row = selectors.visible_to(request.actor).filter(pk=asked.key(request.GET, "van_ban")).first()
    facts = ("type", "number", "issued_on", "issuer", "title", "signer", "signer_title", "topic")
    return {name: getattr(row, name) for name in facts} if row else {}


def _entered(request: HttpRequest, form: EnterForm) -> Document:
    facts, actor, now = form.cleaned_data, request.actor, timezone.now()
    identity = form.identity()
    if identity.issuer is None and facts["new_issuer"]:
        level, kind = facts["new_issuer_level"], facts["new_issuer_kind"]
        issuer = add_outside_unit(facts["new_issuer"], kind=kind, level=level, by=actor, at=now)
        identity = replace(identity, issuer=issuer)
    upload = facts["file"]
    version = files.store(upload.name, upload, by=actor, at=now) if upload else None
    line = {name: facts[name] for name in _LINE}
    return services.enter(identity, body=body_of(request), version=version, by=actor, at=now, **line).document


@needs(Right.REGISTER_WRITE)
def correct(request: HttpRequest, pk: int) -> HttpResponse:
    document = document_of(request, pk)
    last = selectors.last_change(document)
    form = CorrectForm(
        request.POST or None, actor=request.actor, document=document, seen=last.seq if last else None
    )
    if request.method == "POST" and form.is_valid():
        try:
            right = services.correct(document, **form.cleaned_data, by=request.actor, at=timezone.now())
            return done(request, f"Đã sửa {right}.", right)
        except Refused as refused:
            told(form, refused)
    return form_page(
        request,
        form,
        title="Sửa thông tin văn bản",
        act="Ghi lại",
        back=reverse("register:document", args=[pk]),
        under=str(document),
        note=" ".join(permissions.why_not_edit(request.actor, document)),
    )


@needs(Right.REGISTER_WRITE)
def line(request: HttpRequest, pk: int) -> HttpResponse:
    """The line in the own body's register."""
    document = document_of(request, pk)
    entry = (
        Entry.objects.filter(document=document, body=body_of(request))
        .select_related("body", "document")
        .first()
    )
    if entry is None:
        raise Http404
    facts = {name: getattr(entry, name) for name in ("arrival_number", "received_on", "note")}
    form = LineForm(request.POST or None, initial=facts)
    if request.method == "POST" and form.is_valid():
        try:
            services.correct_entry(entry, **form.cleaned_data, by=request.actor, at=timezone.now())
            return done(request, "Đã sửa dòng sổ.", document)
        except Refused as refused:
            told(form, refused)
    return form_page(
        request,
        form,
        title="Sửa dòng sổ",
        act="Ghi lại",
        back=reverse("register:document", args=[pk]),
        under=f"{document}, {entry.get_direction_display().lower()} của {entry.body.name}",
    )


@needs(Right.REGISTER_WRITE)
def validity(request: HttpRequest, pk: int) -> HttpResponse:
    document = document_of(request, pk)
    days = {"effective_on": document.effective_on, "expires_on": document.expires_on}
    form = ValidityForm(request.POST or None, initial=days)
    if request.method == "POST" and form.is_valid():
        try:
            services.set_validity(document, **form.cleaned_data, by=request.actor, at=timezone.now())
            return done(request, "Đã ghi hiệu lực.", document)
        except Refused as refused:
            told(form, refused)
    return form_page(
        request,
        form,
        title="Hiệu lực",
        act="Ghi hiệu lực",
        back=reverse("register:document", args=[pk]),
        under=str(document),
        note=" ".join(permissions.why_not_edit(request.actor, document)),
    )
