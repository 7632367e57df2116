"""Criteria, waves, papers."""

from datetime import timedelta
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.views.decorators.http import require_POST

from thidua.kit.ui.respond import refusals_said
from thidua.records.orgs.gate import needs
from thidua.records.orgs.rights import Right
from thidua.work.movements import permissions, services
from thidua.work.movements.forms.working import (
    AttachForm,
    CriterionForm,
    TargetForm,
    WaveForm,
    WaveResultForm,
)
from thidua.work.movements.views.found import movement_of, worked


@needs(Right.MOVEMENTS_WRITE)
def add_criterion(request: HttpRequest, pk: int) -> HttpResponse:
    movement, actor = movement_of(request, pk), request.actor

    def added(facts: dict[str, Any]) -> None:
        services.add_criterion(movement, **facts, by=actor, at=timezone.now())

    return worked(
        request,
        CriterionForm(request.POST or None),
        movement,
        added,
        done="Đã thêm tiêu chí.",
        title="Thêm tiêu chí",
        act="Thêm tiêu chí",
        why_not=permissions.why_not_go_on(actor, movement),
        draft=f"movements-criterion-{pk}",
    )


@needs(Right.MOVEMENTS_WRITE)
def set_target(request: HttpRequest, pk: int, criterion: int) -> HttpResponse:
    movement, actor = movement_of(request, pk), request.actor
    row = get_object_or_404(movement.criteria, pk=criterion)

    def done(facts: dict[str, Any]) -> None:
        services.set_target(row, **facts, by=actor, at=timezone.now())

    known = {"target_number": row.target_number, "unit_of_measure": row.unit_of_measure}
    return worked(
        request,
        TargetForm(request.POST or None, initial=known),
        movement,
        done,
        done="Đã đặt chỉ tiêu.",
        title="Chỉ tiêu",
        act="Ghi chỉ tiêu",
        why_not=permissions.why_not_go_on(actor, movement),
        under=row.text,
    )


@require_POST
@needs(Right.MOVEMENTS_WRITE)
def remove_criterion(request: HttpRequest, pk: int, criterion: int) -> HttpResponse:
    movement = movement_of(request, pk)
    row = get_object_or_404(movement.criteria, pk=criterion)
    with refusals_said(request):
        services.remove_criterion(row, by=request.actor, at=timezone.now())
        messages.success(request, "Đã bỏ tiêu chí.")
    return redirect("movements:movement", pk)


@needs(Right.MOVEMENTS_WRITE)
def add_wave(request: HttpRequest, pk: int) -> HttpResponse:
    movement, actor = movement_of(request, pk), request.actor

    def added(facts: dict[str, Any]) -> None:
        until = facts["last"] + timedelta(days=1) if facts["last"] else None
        services.add_wave(
            movement, name=facts["name"], since=facts["since"], until=until, by=actor, at=timezone.now()
        )

    return worked(
        request,
        WaveForm(request.POST or None),
        movement,
        added,
        done="Đã thêm đợt.",
        title="Thêm đợt",
        act="Thêm đợt",
        why_not=permissions.why_not_go_on(actor, movement),
    )


@needs(Right.MOVEMENTS_WRITE)
def close_wave(request: HttpRequest, pk: int, wave: int) -> HttpResponse:
    movement, actor = movement_of(request, pk), request.actor
    row = get_object_or_404(movement.waves, pk=wave)

    def closed(facts: dict[str, Any]) -> None:
        services.close_wave(row, **facts, by=actor, at=timezone.now())

    known = {"reviewed_on": row.reviewed_on or actor.on, "result": row.result}
    return worked(
        request,
        WaveResultForm(request.POST or None, initial=known),
        movement,
        closed,
        done="Đã ghi kết quả của đợt.",
        title=f"Kết quả {row.name}",
        act="Ghi kết quả",
        why_not=permissions.why_not_record(actor, movement),
        draft=f"movements-wave-{wave}",
    )


@needs(Right.MOVEMENTS_WRITE)
def attach(request: HttpRequest, pk: int) -> HttpResponse:
    movement, actor = movement_of(request, pk), request.actor

    def attached(facts: dict[str, Any]) -> None:
        services.attach_document(movement, facts["document"], part=facts["part"], by=actor, at=timezone.now())

    return worked(
        request,
        AttachForm(request.POST or None, actor=actor),
        movement,
        attached,
        done="Đã gắn văn bản vào phong trào.",
        title="Gắn văn bản",
        act="Gắn văn bản",
        why_not=permissions.why_not_attach(actor, movement),
    )


@require_POST
@needs(Right.MOVEMENTS_WRITE)
def detach(request: HttpRequest, pk: int, paper: int) -> HttpResponse:
    movement = movement_of(request, pk)
    row = get_object_or_404(movement.papers.select_related("movement__body", "document"), pk=paper)
    with refusals_said(request):
        services.detach(row, by=request.actor, at=timezone.now())
        messages.success(request, "Đã gỡ văn bản.")
    return redirect("movements:movement", pk)
