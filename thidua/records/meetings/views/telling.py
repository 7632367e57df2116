"""Which documents were told of: ticked in the register, newest first."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_POST

from thidua.kit.ui import asked
from thidua.kit.ui.filters import Choice, Flag, Span, Words
from thidua.kit.ui.lists import Listing
from thidua.kit.ui.respond import refusals_said, respond
from thidua.records.meetings import permissions, selectors, services
from thidua.records.meetings.models import MeetingDocument
from thidua.records.meetings.views.found import crumbs_to, meeting_of, page_of
from thidua.records.orgs.gate import needs
from thidua.records.orgs.rights import Right
from thidua.records.orgs.views.answers import shut
from thidua.records.register import selectors as register
from thidua.records.register.models import Document, Topic

AT_ONCE = 200


@needs(Right.MEETINGS_WRITE)
def choose(request: HttpRequest, pk: int) -> HttpResponse:
    meeting, actor = meeting_of(request, pk), request.actor
    shut(permissions.why_not_change(actor, meeting))
    if request.method == "POST":
        ids = [pk for text in request.POST.getlist("vb") if (pk := asked.as_key(text))][:AT_ONCE]
        chosen = list(register.visible_to(actor).filter(pk__in=ids))
        with refusals_said(request):
            services.disseminate(meeting, chosen, by=actor, at=timezone.now())
            messages.success(request, f"Đã ghi {len(chosen)} văn bản được triển khai.")
        return redirect(page_of(meeting))
    told = MeetingDocument.objects.filter(meeting__body=meeting.body, meeting__cancelled_at=None)
    listing = Listing(
        request.GET,
        lambda: (
            register.visible_to(actor)
            .filter(state=Document.State.ISSUED)
            .exclude(pk__in=MeetingDocument.objects.filter(meeting=meeting).values("document"))
            .select_related("issuer")
            .order_by("-ordered_on", "-pk")
        ),
        noun="văn bản",
        filters=[
            Words("q", "Tìm", register.lists.in_words),
            Span("nam", "Năm", register.lists.in_years),
            Choice("chu_de", "Chủ đề", lambda rows, code: rows.filter(topic=code), choices=Topic.choices),
            Flag(
                "chua",
                "Chưa triển khai lần nào",
                lambda rows, on: rows.exclude(pk__in=told.values("document")),
            ),
        ],
    )
    context = {"meeting": meeting, "listing": listing, "crumbs": crumbs_to(meeting)}
    return respond(request, "meetings/choose.html", context)


@require_POST
@needs(Right.MEETINGS_WRITE)
def withdraw(request: HttpRequest, pk: int, document: int) -> HttpResponse:
    meeting = meeting_of(request, pk)
    row = register.visible_to(request.actor).filter(pk=document).first()
    if row is None:
        raise Http404
    with refusals_said(request):
        services.withdraw_document(meeting, row, by=request.actor, at=timezone.now())
        messages.success(request, f"Đã bỏ {row} khỏi danh sách.")
    return redirect(page_of(meeting))


@needs(Right.MEETINGS_READ)
def of_document(request: HttpRequest, document: int) -> HttpResponse:
    """Slot of a document's page: at which meetings it was told of; a page of its own without script."""
    row = register.visible_to(request.actor).filter(pk=document).first()
    if row is None:
        raise Http404
    found = list(selectors.telling_of(row, request.actor)[:30])
    came = selectors.turnouts(found)
    context = {"document": row, "rows": [(meeting, came.get(meeting.pk)) for meeting in found]}
    return respond(request, "meetings/of_document.html#meetings", context)
