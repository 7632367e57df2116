"""One entry of the book: its page, compared with its text; rules of one's own."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone

from thidua.kit.ui.respond import respond
from thidua.law import wording
from thidua.records.catalogue import permissions, selectors, services
from thidua.records.catalogue.forms import OwnRuleForm, VerifyForm, WithdrawForm
from thidua.records.catalogue.models import Overlay
from thidua.records.catalogue.views.found import LIST, asked_of, entry_of
from thidua.records.orgs.gate import needs
from thidua.records.orgs.rights import Right
from thidua.records.orgs.views.answers import form_page, shut
from thidua.records.register import selectors as register

SHOWN = 300


@needs(Right.LAW_READ)
def show(request: HttpRequest, entry: str) -> HttpResponse:
    page, actor = asked_of(request), request.actor
    found = entry_of(page.book, entry)
    laid = selectors.overlay_of(entry, page.on, actor.body)
    context = {
        "laid": laid,
        "laid_seen": laid and register.visible_to(actor).filter(pk=laid.document_id).exists(),
        "why_not": permissions.why_not_verify(actor, actor.body),
        "why_not_withdraw": permissions.why_not_withdraw(actor, laid) if laid else ["–"],
        "page": page,
        "entry": found,
        "told": selectors.tell(found, page.book, page.on),
        "contents": [pair for pair in wording.told(found, page.book) if pair[0] != "Ghi chú"],
        "shelf": wording.SHELF_NAMES[found.shelf],
        "source": found.data.get("source_url") or found.data.get("related_url"),
        "holds": found.holds(page.on),
        "kind": found.code if selectors.is_known(found.code, page.book) else "",
        "others": [
            (other, wording.days(other.since, other.until)) for other in selectors.siblings(found, page.book)
        ],
    }
    return respond(request, "catalogue/entry.html", context)


@needs(Right.LAW_VERIFY)
def verify(request: HttpRequest, entry: str) -> HttpResponse:
    page, actor = asked_of(request), request.actor
    found = entry_of(page.book, entry)
    shut(permissions.why_not_verify(actor, actor.body))
    told, back = selectors.tell(found, page.book, page.on), reverse("catalogue:entry", args=[entry])
    field = services.NUMBERS.get(found.shelf, ("", ""))[0]
    first = {"since": found.since, "number": found.data.get(field), "name": found.name, "note": found.note}
    form = VerifyForm(request.POST or None, actor=actor, entry=found, initial=first)

    def write(facts: dict[str, Any]) -> str:
        services.verify_entry(entry, body=actor.body, **facts, by=actor, at=timezone.now())
        return back

    return form_page(
        request,
        form,
        title="Đối chiếu với văn bản",
        act="Xác nhận đã đối chiếu",
        back=back,
        crumbs=[(LIST[0], reverse(LIST[1])), (told.name, back)],
        under=f"Đang ghi: {found.cite_text}, hiệu lực {told.days}. Áp dụng cho cơ quan mình và cấp dưới.",
        write=write,
        said="Đã ghi kết quả đối chiếu.",
        template="catalogue/form.html",
        extra={"told": told, "contents": wording.told(found, page.book)},
    )


@needs(Right.LAW_VERIFY)
def state(request: HttpRequest) -> HttpResponse:
    page, actor = asked_of(request), request.actor
    shut(permissions.why_not_verify(actor, actor.body))
    found = selectors.overview(page.book, page.on)
    awards = [(row.code, row.name) for row in (*found.titles, *found.forms)]
    form = OwnRuleForm(request.POST or None, actor=actor, awards=awards)

    def write(facts: dict[str, Any]) -> str:
        kind, name = facts.pop("kind"), facts.pop("name")
        overlay = services.state_own_rule(kind, name, body=actor.body, **facts, by=actor, at=timezone.now())
        return reverse("catalogue:entry", args=[overlay.entry])

    return form_page(
        request,
        form,
        title="Ghi quy định riêng",
        act="Ghi quy định riêng",
        back=reverse("catalogue:own"),
        crumbs=[(LIST[0], reverse(LIST[1])), ("Của cơ quan", reverse("catalogue:own"))],
        under="Quy chế, quy định của chính cơ quan; áp dụng cho cơ quan mình và cấp dưới.",
        write=write,
        said="Đã ghi quy định riêng.",
        template="catalogue/form.html",
    )


@needs(Right.LAW_VERIFY)
def withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    overlay, actor = _overlay_of(request, pk), request.actor
    shut(permissions.why_not_withdraw(actor, overlay))
    form, back = WithdrawForm(request.POST or None), reverse("catalogue:own")

    def write(facts: dict[str, Any]) -> str:
        services.withdraw_overlay(overlay, **facts, by=actor, at=timezone.now())
        return back

    return form_page(
        request,
        form,
        title=f"Thu hồi: {overlay.name}",
        act="Thu hồi",
        back=back,
        crumbs=[(LIST[0], reverse(LIST[1])), ("Của cơ quan", back)],
        under="Mục đã thu hồi vẫn đọc được ở trang Của cơ quan; sách luật trở lại như trước.",
        write=write,
        said="Đã thu hồi.",
        template="catalogue/form.html",
    )


@needs(Right.LAW_READ)
def own(request: HttpRequest) -> HttpResponse:
    """What one's own body and those above it laid over the book, the newest first."""
    actor = request.actor
    rows = list(selectors.visible_to(actor).order_by("-at", "-pk")[:SHOWN])
    context = {
        "rows": [(row, permissions.why_not_withdraw(actor, row)) for row in rows],
        "why_not": permissions.why_not_verify(actor, actor.body),
    }
    return respond(request, "catalogue/own.html", context)


def _overlay_of(request: HttpRequest, pk: int) -> Overlay:
    row = selectors.visible_to(request.actor).filter(pk=pk).first()
    if row is None:
        raise Http404
    return row
