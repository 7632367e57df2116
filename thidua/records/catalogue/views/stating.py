"""What one's own body sets: rules of its quy chế, titles and forms of its own; all of it in one list, withdrawn with a reason."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone

from thidua.kit.ui.respond import respond
from thidua.records.catalogue import permissions, selectors, services
from thidua.records.catalogue.forms import OwnAwardForm, OwnRuleForm, WithdrawForm
from thidua.records.catalogue.models import Overlay
from thidua.records.catalogue.views.found import LIST, asked_of, beside
from thidua.records.orgs.gate import needs
from thidua.records.orgs.rights import Right
from thidua.records.orgs.views.answers import form_page, shut

SHOWN = 300


@needs(Right.LAW_VERIFY)
def state(request: HttpRequest) -> HttpResponse:
    page, actor = asked_of(request), request.actor
    shut(permissions.why_not_verify(actor, actor.body))
    found = selectors.overview(page.book, page.on)
    awards = [(row.code, row.name) for row in (*found.titles, *found.forms)]
    form = OwnRuleForm(request.POST or None, actor=actor, awards=awards)

    def write(facts: dict[str, Any]) -> str:
        kind, name = facts.pop("kind"), facts.pop("name")
        with beside(form):
            overlay = services.state_own_rule(
                kind, name, body=actor.body, **facts, by=actor, at=timezone.now()
            )
        return reverse("catalogue:entry", args=[overlay.entry])

    return form_page(
        request,
        form,
        title="Ghi quy định riêng",
        act="Ghi quy định riêng",
        back=reverse("catalogue:own"),
        crumbs=_crumbs(),
        under="Quy chế, quy định của chính cơ quan; áp dụng cho cơ quan mình và cấp dưới.",
        write=write,
        said="Đã ghi quy định riêng.",
        template="catalogue/form.html",
    )


@needs(Right.LAW_VERIFY)
def state_award(request: HttpRequest) -> HttpResponse:
    actor = request.actor
    shut(permissions.why_not_verify(actor, actor.body))
    form = OwnAwardForm(request.POST or None, actor=actor)

    def write(_typed: dict[str, Any]) -> str:
        award, ground = form.award(), form.ground()
        with beside(form):
            services.state_own_award(award, body=actor.body, **ground, by=actor, at=timezone.now())
        return reverse("catalogue:kind", args=[award.code])

    return form_page(
        request,
        form,
        title="Ghi danh hiệu, hình thức riêng",
        act="Ghi vào danh mục",
        back=reverse("catalogue:own"),
        crumbs=_crumbs(),
        under="Danh hiệu, hình thức của chính cơ quan mà luật không có; cấp dưới cũng thấy trong danh mục.",
        write=write,
        said="Đã ghi vào danh mục của cơ quan.",
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
        crumbs=_crumbs(),
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


def _crumbs() -> list[tuple[str, str]]:
    return [(LIST[0], reverse(LIST[1])), ("Của cơ quan", reverse("catalogue:own"))]


def _overlay_of(request: HttpRequest, pk: int) -> Overlay:
    row = selectors.visible_to(request.actor).filter(pk=pk).first()  # type: ignore[attr-defined]
    if row is None:
        raise Http404
    return row
