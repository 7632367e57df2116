"""Links between documents by hand; a stub becomes one with what is held."""

from django.contrib import messages
from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone

from thidua.kit.refused import Refused
from thidua.kit.ui.respond import ask, is_confirmed, refusals_said
from thidua.records.orgs.gate import needs
from thidua.records.orgs.rights import Right
from thidua.records.register import selectors, services
from thidua.records.register.forms.drafting import LinkForm, MergeForm
from thidua.records.register.models import Citation
from thidua.records.register.views.found import document_of, done, form_page, told


@needs(Right.REGISTER_WRITE)
def link(request: HttpRequest, pk: int) -> HttpResponse:
    document = document_of(request, pk)
    form = LinkForm(request.POST or None, actor=request.actor, document=document)
    if request.method == "POST" and form.is_valid():
        other = form.cleaned_data["other"]
        source, target = (other, document) if form.is_turned else (document, other)
        facts = {"relation": form.relation, "reason": form.cleaned_data["reason"]}
        try:
            services.link(source, target, **facts, by=request.actor, at=timezone.now())
            return done(request, f"Đã nối với {other}.", document)
        except Refused as refused:
            told(form, refused)
    back = reverse("register:document", args=[pk])
    return form_page(
        request, form, title="Nối với văn bản khác", act="Nối văn bản", back=back, under=str(document)
    )


@needs(Right.REGISTER_WRITE)
def unlink(request: HttpRequest, pk: int, citation: int) -> HttpResponse:
    document, seen = document_of(request, pk), selectors.visible_to(request.actor)
    edges = Citation.objects.filter(Q(source=document) | Q(target=document), source__in=seen, target__in=seen)
    edge = edges.select_related("source__issuer", "target__issuer").filter(pk=citation).first()
    if edge is None:
        raise Http404
    back = reverse("register:document", args=[pk])
    if not is_confirmed(request):
        question = f"Bỏ quan hệ “{edge.get_relation_display()}” giữa {edge.source} và {edge.target}?"
        return ask(request, question, detail="Hai văn bản vẫn ở trong sổ.", act="Bỏ quan hệ", back=back)
    with refusals_said(request):
        services.unlink(edge, by=request.actor, at=timezone.now())
        messages.success(request, "Đã bỏ quan hệ.")
    return redirect(back)


@needs(Right.REGISTER_WRITE)
def merge(request: HttpRequest, pk: int) -> HttpResponse:
    stub = document_of(request, pk)
    form = MergeForm(request.POST or None, actor=request.actor, document=stub)
    if request.method == "POST" and form.is_valid():
        into, reason = form.cleaned_data["into"], form.cleaned_data["reason"]
        try:
            whole = services.merge(stub, into, reason=reason, by=request.actor, at=timezone.now())
            return done(request, f"Đã nhập làm một: {whole}.", whole)
        except Refused as refused:
            told(form, refused)
    return form_page(
        request,
        form,
        title="Nhập làm một văn bản",
        act="Nhập làm một",
        back=reverse("register:document", args=[pk]),
        under=f"{stub} mới được viện dẫn; mọi viện dẫn chuyển sang văn bản trong sổ.",
    )
