"""Our answer to a superior's movement, or why there is none."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.views.decorators.http import require_POST

from thidua.kit.ui import asked
from thidua.kit.ui.respond import refusals_said
from thidua.records.orgs.gate import needs
from thidua.records.orgs.rights import Right
from thidua.records.register import selectors as register
from thidua.work.movements import permissions, selectors, services
from thidua.work.movements.forms.working import ReasonForm, RespondForm
from thidua.work.movements.models import Exemption, Response
from thidua.work.movements.views.found import body_of, movement_of, worked


@needs(Right.MOVEMENTS_WRITE)
def respond(request: HttpRequest, pk: int) -> HttpResponse:
    """`?cua_ta=` and `?van_ban=` name what probably answers already."""
    movement, actor, body = movement_of(request, pk), request.actor, body_of(request)

    def answered(facts: dict[str, Any]) -> None:
        services.respond(movement, body=body, **facts, by=actor, at=timezone.now())

    return worked(
        request,
        RespondForm(request.POST or None, actor=actor, initial=_prefilled(request)),
        movement,
        answered,
        done="Đã ghi hưởng ứng.",
        title="Ghi hưởng ứng",
        act="Ghi hưởng ứng",
        why_not=permissions.why_not_respond(actor, movement, body),
    )


def _prefilled(request: HttpRequest) -> dict[str, Any]:
    actor = request.actor
    ours = (
        selectors.visible_to(actor)
        .select_related("launcher")
        .filter(pk=asked.key(request.GET, "cua_ta"))
        .first()
    )
    document = register.visible_to(actor).filter(pk=asked.key(request.GET, "van_ban")).first()
    return {"kind": Response.Kind.PLAN, "ours": ours, "document": document}


@require_POST
@needs(Right.MOVEMENTS_WRITE)
def withdraw(request: HttpRequest, pk: int, response: int) -> HttpResponse:
    movement_of(request, pk)
    rows = selectors.responses_visible_to(request.actor)
    row = get_object_or_404(rows, pk=response, superior=pk)
    with refusals_said(request):
        services.withdraw_response(row, by=request.actor, at=timezone.now())
        messages.success(request, "Đã bỏ việc hưởng ứng; phong trào lại chờ hưởng ứng.")
    return redirect("movements:movement", pk)


@needs(Right.MOVEMENTS_WRITE)
def not_for_us(request: HttpRequest, pk: int) -> HttpResponse:
    movement, actor, body = movement_of(request, pk), request.actor, body_of(request)

    def said(facts: dict[str, Any]) -> None:
        services.not_for_us(movement, body=body, **facts, by=actor, at=timezone.now())

    return worked(
        request,
        ReasonForm(request.POST or None),
        movement,
        said,
        done="Đã ghi lý do không hưởng ứng.",
        title="Vì sao không thuộc phạm vi",
        act="Ghi lý do",
        why_not=permissions.why_not_respond(actor, movement, body),
    )


@require_POST
@needs(Right.MOVEMENTS_WRITE)
def withdraw_reason(request: HttpRequest, pk: int) -> HttpResponse:
    movement, body = movement_of(request, pk), body_of(request)
    row = Exemption.objects.filter(movement=movement, body=body).select_related("movement", "body").first()
    if row is not None:
        with refusals_said(request):
            services.withdraw_exemption(row, by=request.actor, at=timezone.now())
            messages.success(request, "Đã bỏ lý do; phong trào lại chờ hưởng ứng.")
    return redirect("movements:movement", pk)
