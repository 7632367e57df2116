"""Screenings: the list, a new one, and what is done with one as a whole."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from thidua.kit.jobs import views as jobs
from thidua.kit.ui import asked as typed
from thidua.kit.ui.filters import Choice, Flag, Sort
from thidua.kit.ui.lists import Listing
from thidua.kit.ui.respond import ask, is_confirmed, refusals_said, respond
from thidua.records.catalogue import selectors as catalogue
from thidua.records.orgs.gate import needs
from thidua.records.orgs.rights import Right
from thidua.records.orgs.views.answers import form_page, shut
from thidua.vn.codes import RECIPIENT_KINDS
from thidua.work.eligibility import permissions, services
from thidua.work.eligibility.forms.screening import ScreenForm
from thidua.work.eligibility.models import Screening
from thidua.work.eligibility.selectors import screenings

LIST = ("Sàng lọc", "eligibility:screenings")
USUAL = ("LDTT", "CSTDCS", "CSTDBT", "CSTDTQ")


def screening_of(request: HttpRequest, pk: int) -> Screening:
    """404 for what the actor may not see, as for what does not exist."""
    row = screenings.visible_to(request.actor).filter(pk=pk).first()
    if row is None:
        raise Http404
    return row


def page_of(screening: Screening) -> str:
    return reverse("eligibility:screening", args=[screening.pk])


@needs(Right.ELIGIBILITY)
def index(request: HttpRequest) -> HttpResponse:
    actor = request.actor
    book = catalogue.book(actor.on, actor.body)
    listing: Listing[Screening] = Listing(
        request.GET,
        lambda: screenings.visible_to(actor),
        noun="lượt sàng lọc",
        filters=[
            Choice(
                "ai",
                "Đối tượng",
                lambda rows, kind: rows.filter(of_whom=kind),
                choices=list(RECIPIENT_KINDS.items())[:2],
            ),
            Flag("cua_toi", "Tôi lập", lambda rows, on: rows.filter(made_by=actor.user)),
            Flag(
                "sach_khac",
                "Xét theo sách luật đã đổi",
                lambda rows, on: rows.filter(body=actor.body).exclude(fingerprint=book.fingerprint),
            ),
        ],
        sorts=[Sort("luc", "Lập lúc", ("created_at", "pk"), falling_first=True)],
        first="-luc",
    )
    context = {
        "listing": listing,
        "names": book.codes,
        "fingerprint": book.fingerprint,
        "why_not": permissions.why_not_screen(actor),
    }
    return respond(request, "eligibility/screenings.html", context)


@needs(Right.ELIGIBILITY)
def start(request: HttpRequest) -> HttpResponse:
    actor = request.actor
    shut(permissions.why_not_screen(actor))
    unit = screenings.units_open_to(actor).filter(pk=typed.key(request.GET, "don_vi") or 0).first()
    first = {"unit": unit or actor.body, "period": str(actor.on.year), "personal": list(USUAL)}
    book = catalogue.book(actor.on, actor.body)
    form = ScreenForm(request.POST or None, actor=actor, book=book, initial=first)

    def write(facts: dict[str, Any]) -> str:
        given = form.facts() | {"by": actor, "at": timezone.now()}
        return page_of(services.start_screening(facts["unit"], **given))

    return form_page(
        request,
        form,
        title="Lượt sàng lọc mới",
        act="Sàng lọc",
        back=reverse(LIST[1]),
        crumbs=[(LIST[0], reverse(LIST[1]))],
        under="Đối chiếu mọi người đang công tác trong đơn vị với tiêu chuẩn từng danh hiệu.",
        write=write,
        said="Đã lập lượt sàng lọc.",
        template="eligibility/start.html",
    )


@needs(Right.ELIGIBILITY)
@require_http_methods(["GET", "POST"])
def progress(request: HttpRequest, pk: int) -> HttpResponse:
    """GET shows how far its job is, POST stops it; few people are screened without one."""
    row = screening_of(request, pk)
    job = screenings.job_of(row, request.actor)
    if job is None:
        return redirect(page_of(row))
    answer = jobs.progress(request, job.key)
    job.refresh_from_db()
    # The box asked for itself and finds its job over: the page around it has other things to say now.
    if request.htmx.target and job.is_over:
        answer["HX-Refresh"] = "true"
    return answer


@needs(Right.ELIGIBILITY)
@require_POST
def again(request: HttpRequest, pk: int) -> HttpResponse:
    row = screening_of(request, pk)
    with refusals_said(request):
        row = services.screen_again(row, by=request.actor, at=timezone.now())
    return redirect(page_of(row))


@needs(Right.ELIGIBILITY)
@require_POST
def go_on(request: HttpRequest, pk: int) -> HttpResponse:
    row = screening_of(request, pk)
    with refusals_said(request):
        services.go_on_with_screening(row, by=request.actor, at=timezone.now())
    return redirect(page_of(row))


@needs(Right.ELIGIBILITY)
def delete(request: HttpRequest, pk: int) -> HttpResponse:
    row = screening_of(request, pk)
    shut(permissions.why_not_delete(request.actor, row))
    if not is_confirmed(request):
        detail = "Các sổ không thay đổi; có thể sàng lọc lại bất cứ lúc nào."
        return ask(request, f"Xóa lượt “{row}”?", detail=detail, act="Xóa lượt sàng lọc", back=page_of(row))
    with refusals_said(request):
        services.delete_screening(row, by=request.actor, at=timezone.now())
        messages.success(request, "Đã xóa lượt sàng lọc.")
        return redirect(LIST[1])
    return redirect(page_of(row))
