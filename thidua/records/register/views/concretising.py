"""What superiors issued and we concretised, or not; downward, who has not answered ours."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from thidua.kit.refused import Refused
from thidua.kit.ui.filters import Choice, Flag, Sort, Span, Words
from thidua.kit.ui.lists import Listing
from thidua.kit.ui.respond import refusals_said, respond
from thidua.records.orgs.gate import needs
from thidua.records.orgs.rights import Right
from thidua.records.register import permissions, selectors, services
from thidua.records.register.forms.drafting import ReasonForm
from thidua.records.register.models import Document, Exemption, Topic
from thidua.records.register.selectors import lists
from thidua.records.register.views.found import body_of, document_of, done, form_page, told

STANDINGS = [
    ("chua", "Chưa cụ thể hóa"),
    ("dang", "Đang soạn"),
    ("roi", "Đã cụ thể hóa"),
    ("mien", "Có lý do"),
]


@needs(Right.REGISTER_READ)
def upward(request: HttpRequest) -> HttpResponse:
    actor, body = request.actor, body_of(request)
    listing = Listing(
        request.GET,
        lambda: selectors.asked_of(body, actor.on),
        noun="văn bản",
        filters=[
            Words("q", "Tìm", lists.in_words),
            Choice("tinh_trang", "Tình trạng", _standing, choices=STANDINGS),
            Span("nam", "Năm", lists.in_years),
            Choice("chu_de", "Chủ đề", lambda rows, code: rows.filter(topic=code), choices=Topic.choices),
            Flag("con_han", "Còn thời kỳ", lambda rows, on: rows.filter(selectors.still_asking(actor.on))),
        ],
        sorts=[Sort("ngay", "Cấp trên đã ban hành", ("ordered_on", "pk"), falling_first=True)],
        first="-ngay",
    )
    ids = {pk for row in listing.rows for pk in (row.answer, row.answer_draft) if pk}
    ours = selectors.visible_to(actor).select_related("issuer").in_bulk(ids)
    rows = [
        (row, ours.get(row.answer or row.answer_draft), (actor.on - row.asked_on).days)
        for row in listing.rows
    ]
    context = {
        "listing": listing,
        "rows": rows,
        "body": body,
        "why_not": permissions.why_not_write(actor, body),
        "waiting": selectors.unconcretised(body, actor.on).count(),
    }
    return respond(request, "register/upward.html", context)


def _standing(rows, code: str):
    if code == "chua":
        return rows.filter(answer=None, answer_draft=None, exempted=None)
    if code == "dang":
        return rows.filter(answer=None, answer_draft__isnull=False)
    return (
        rows.filter(answer__isnull=False)
        if code == "roi"
        else rows.filter(answer=None, exempted__isnull=False)
    )


@needs(Right.REGISTER_READ)
def downward(request: HttpRequest) -> HttpResponse:
    actor, body = request.actor, body_of(request)
    listing = Listing(
        request.GET,
        lambda: selectors.asking_of(body, actor.on),
        noun="văn bản",
        filters=[
            Words("q", "Tìm", lists.in_words),
            Span("nam", "Năm", lists.in_years),
            Choice("chu_de", "Chủ đề", lambda rows, code: rows.filter(topic=code), choices=Topic.choices),
        ],
        sorts=[Sort("ngay", "Ta đã ban hành", ("ordered_on", "pk"), falling_first=True)],
        first="-ngay",
        per_page=20,
    )
    context = {
        "listing": listing,
        "rows": selectors.unanswered_below(body, actor.on, listing.rows),
        "body": body,
        "why_not": permissions.why_not_write(actor, body),
    }
    return respond(request, "register/downward.html", context)


@needs(Right.REGISTER_WRITE)
def exempt(request: HttpRequest, pk: int) -> HttpResponse:
    """Why our body need not concretise; after a word against it the document asks again."""
    document, body = document_of(request, pk), body_of(request)
    form = ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            services.exempt(document, body=body, **form.cleaned_data, by=request.actor, at=timezone.now())
            return done(request, "Đã ghi lý do không phải cụ thể hóa.", document)
        except Refused as refused:
            told(form, refused)
    return form_page(
        request,
        form,
        title="Vì sao không phải cụ thể hóa",
        act="Ghi lý do",
        back=_back(document),
        under=f"{document}: {document.title}",
    )


@require_POST
@needs(Right.REGISTER_WRITE)
def withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    document = document_of(request, pk)
    row = (
        Exemption.objects.filter(document=document, body=body_of(request))
        .select_related("body", "document")
        .first()
    )
    if row is not None:
        with refusals_said(request):
            services.withdraw_exemption(row, by=request.actor, at=timezone.now())
            messages.success(request, "Đã bỏ lý do; văn bản lại chờ cụ thể hóa.")
    return redirect("register:document", pk)


def _back(document: Document) -> str:
    return reverse("register:document", args=[document.pk])
