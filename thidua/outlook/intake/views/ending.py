"""Acts on a whole reading: write it, accept what is certain, read it again, give it up."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from thidua.kit.refused import Refused
from thidua.kit.ui import asked
from thidua.kit.ui.respond import ask, is_confirmed, refusals_said, respond
from thidua.outlook.intake import permissions, selectors, services
from thidua.outlook.intake.models import Proposal, Reading
from thidua.outlook.intake.views.addresses import of_card
from thidua.outlook.intake.views.reading import whole_page
from thidua.records.orgs.actors import Actor
from thidua.records.orgs.gate import needs
from thidua.records.orgs.rights import Right


def _reading(request: HttpRequest, pk: int) -> Reading:
    return get_object_or_404(selectors.visible_to(request.actor), pk=pk)  # type: ignore[attr-defined]


@needs(Right.INTAKE)
@require_http_methods(["GET", "POST"])
def confirm(request: HttpRequest, pk: int) -> HttpResponse:
    """GET lists what will be written and what stays; POST writes it."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    row = _reading(request, pk)
    if request.method == "GET":
        page = selectors.page_of(row, actor=actor)
        head = next((each for each in page.proposals if each.kind == Proposal.Kind.META), None)
        cards = [card for section in page.sections for card in section.cards]
        ready = [
            card for card in cards if card.is_accepted and not card.proposal.written and not card.is_no_result
        ]
        context = {
            "reading": row,
            "page": page,
            "ready": ready,
            "question": f"Ghi {len(ready)} mục vào sổ?" if ready else "Chưa có mục nào để ghi",
            "why_not": permissions.why_not_confirm(actor, row, head) if ready else [],
        }
        return respond(request, "intake/confirm.html", context)
    try:
        done = services.confirm(row, by=actor, at=timezone.now(), seen=asked.moment(request.POST, "seen"))
    except services.RefusedAt as refused:
        messages.error(request, "Chưa ghi mục nào. Lý do ở mục đang chọn.")
        return whole_page(request, row, refusals={refused.proposal_id: refused.reasons}, status=422)
    except Refused as refused:
        for reason in refused.reasons:
            messages.error(request, reason)
        return redirect(of_card(row))
    if done.written:
        left = f" {done.pending} mục chưa xem ở lại bản đọc." if done.pending else ""
        messages.success(request, f"Đã ghi {done.written} mục vào sổ.{left}")
    else:
        messages.info(request, "Không có mục mới nào để ghi: các mục đã nhận đã ở trong sổ.")
    return redirect(of_card(row))


@needs(Right.INTAKE)
@require_POST
def accept_certain(request: HttpRequest, pk: int) -> HttpResponse:
    """Asks once, with the count of each kind."""
    row = _reading(request, pk)
    actor: Actor = request.actor  # type: ignore[attr-defined]
    certain = row.proposals.filter(decision=Proposal.Decision.PENDING, is_low=False)
    if not is_confirmed(request):
        kinds = [Proposal.Kind(kind) for kind in certain.values_list("kind", flat=True)]
        if not kinds:
            messages.info(request, "Không còn mục chắc chắn nào chưa xem. Xem từng mục còn lại.")
            return redirect(of_card(row))
        told = [f"{kind.label.lower()} {kinds.count(kind)}" for kind in Proposal.Kind if kind in kinds]
        question = f"Nhận {len(kinds)} mục chắc chắn?"
        detail = f"Gồm: {', '.join(told)}. Mục cần xem vẫn chờ. Chưa ghi gì vào sổ."
        return ask(request, question, detail=detail, act=f"Nhận {len(kinds)} mục", back=of_card(row))
    with refusals_said(request):
        count = services.accept_certain(row, by=actor, at=timezone.now())
        messages.success(request, f"Đã nhận {count} mục. Chưa ghi gì vào sổ.")
    return redirect(of_card(row))


@needs(Right.INTAKE)
@require_POST
def discard(request: HttpRequest, pk: int) -> HttpResponse:
    row = _reading(request, pk)
    actor: Actor = request.actor  # type: ignore[attr-defined]
    if not is_confirmed(request):
        decided = row.proposals.exclude(decision=Proposal.Decision.PENDING).count()
        detail = f"{decided} mục đã xem sẽ bỏ theo. Chưa có gì trong sổ từ bản đọc này; tệp nạp lại được."
        return ask(request, "Hủy bản đọc này?", detail=detail, act="Hủy bản đọc", back=of_card(row))
    with refusals_said(request):
        services.discard(row, by=actor, at=timezone.now())
        messages.success(request, f"Đã hủy bản đọc “{row.name}”.")
        return redirect("intake:list")
    return redirect(of_card(row))


@needs(Right.INTAKE)
@require_POST
def reread(request: HttpRequest, pk: int) -> HttpResponse:
    row = _reading(request, pk)
    with refusals_said(request):
        services.reread(row, by=request.actor, at=timezone.now())  # type: ignore[attr-defined]
        messages.success(request, "Đã đọc lại. Các mục không đổi giữ nguyên lựa chọn.")
    return redirect(of_card(row))


@needs(Right.INTAKE)
@require_POST
def check_text(request: HttpRequest, pk: int) -> HttpResponse:
    row = _reading(request, pk)
    with refusals_said(request):
        services.check_text(row, by=request.actor, at=timezone.now())  # type: ignore[attr-defined]
        messages.success(request, "Đã xác nhận chữ chuyển đúng.")
    return redirect(of_card(row))
