"""Milestones planned and reached, activities and results, assessments."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.views.decorators.http import require_POST

from thidua.kit.ui.respond import refusals_said
from thidua.records.orgs.gate import needs
from thidua.records.orgs.rights import Right
from thidua.vn.periods import half_of
from thidua.work.movements import naming, permissions, services
from thidua.work.movements.forms.working import AssessForm, PlanForm, ReachForm, ReasonForm, ResultForm
from thidua.work.movements.views.found import movement_of, worked


@needs(Right.MOVEMENTS_WRITE)
def plan(request: HttpRequest, pk: int) -> HttpResponse:
    movement, actor = movement_of(request, pk), request.actor

    def planned(facts: dict[str, Any]) -> None:
        services.plan_milestone(movement, **facts, by=actor, at=timezone.now())

    return worked(
        request,
        PlanForm(request.POST or None),
        movement,
        planned,
        done="Đã ghi mốc dự kiến.",
        title="Thêm mốc dự kiến",
        act="Ghi mốc",
        why_not=permissions.why_not_go_on(actor, movement),
    )


@needs(Right.MOVEMENTS_WRITE)
def reach(request: HttpRequest, pk: int, milestone: int) -> HttpResponse:
    movement, actor = movement_of(request, pk), request.actor
    row = get_object_or_404(movement.milestones.select_related("document"), pk=milestone)
    known = {"on": actor.on, "note": row.note, "document": row.document}

    def reached(facts: dict[str, Any]) -> None:
        services.reach_milestone(movement, kind=row.kind, milestone=row, **facts, by=actor, at=timezone.now())

    return worked(
        request,
        ReachForm(request.POST or None, actor=actor, milestone=row, initial=known),
        movement,
        reached,
        done=f"Đã ghi {row.get_kind_display().lower()}.",
        title=f"Ghi {row.get_kind_display().lower()}",
        act="Ghi đã làm",
        why_not=permissions.why_not_record(actor, movement),
    )


@needs(Right.MOVEMENTS_WRITE)
def reach_new(request: HttpRequest, pk: int) -> HttpResponse:
    """What was done without having been planned."""
    movement, actor = movement_of(request, pk), request.actor

    def reached(facts: dict[str, Any]) -> None:
        services.reach_milestone(movement, **facts, by=actor, at=timezone.now())

    return worked(
        request,
        ReachForm(request.POST or None, actor=actor, initial={"on": actor.on}),
        movement,
        reached,
        done="Đã ghi mốc.",
        title="Ghi sơ kết, tổng kết, báo cáo",
        act="Ghi đã làm",
        why_not=permissions.why_not_record(actor, movement),
    )


@require_POST
@needs(Right.MOVEMENTS_WRITE)
def drop(request: HttpRequest, pk: int, milestone: int) -> HttpResponse:
    """A plan goes; of what was done the record is taken back first."""
    movement = movement_of(request, pk)
    row = get_object_or_404(movement.milestones.select_related("movement__body"), pk=milestone)
    with refusals_said(request):
        act = services.unreach_milestone if row.done_on else services.drop_milestone
        act(row, by=request.actor, at=timezone.now())
        messages.success(request, "Đã bỏ mốc.")
    return redirect("movements:movement", pk)


@needs(Right.MOVEMENTS_WRITE)
def record(request: HttpRequest, pk: int) -> HttpResponse:
    movement, actor = movement_of(request, pk), request.actor

    def recorded(facts: dict[str, Any]) -> None:
        services.record_result(movement, **facts, by=actor, at=timezone.now())

    return worked(
        request,
        ResultForm(request.POST or None, actor=actor, movement=movement, initial={"on": actor.on}),
        movement,
        recorded,
        done="Đã ghi hoạt động, kết quả.",
        title="Ghi hoạt động, kết quả",
        act="Ghi kết quả",
        why_not=permissions.why_not_record(actor, movement),
        draft=f"movements-result-{pk}",
    )


@needs(Right.MOVEMENTS_WRITE)
def remove_result(request: HttpRequest, pk: int, result: int) -> HttpResponse:
    movement, actor = movement_of(request, pk), request.actor
    row = get_object_or_404(movement.results.select_related("criterion"), pk=result)

    def removed(facts: dict[str, Any]) -> None:
        services.remove_result(row, **facts, by=actor, at=timezone.now())

    return worked(
        request,
        ReasonForm(request.POST or None),
        movement,
        removed,
        done="Đã bỏ kết quả.",
        title="Bỏ kết quả ghi nhầm",
        act="Bỏ kết quả",
        why_not=permissions.why_not_record(actor, movement),
        under=row.text or str(row.criterion or ""),
    )


@needs(Right.MOVEMENTS_WRITE)
def assess(request: HttpRequest, pk: int) -> HttpResponse:
    movement, actor = movement_of(request, pk), request.actor

    def assessed(facts: dict[str, Any]) -> None:
        period = naming.lasting(facts["period"])
        services.assess(movement, text=facts["text"], period=period, by=actor, at=timezone.now())

    return worked(
        request,
        AssessForm(request.POST or None, initial={"period": half_of(actor.on).printed}),
        movement,
        assessed,
        done="Đã ghi đánh giá.",
        title="Đánh giá hiệu quả",
        act="Ghi đánh giá",
        why_not=permissions.why_not_edit(actor, movement),
        draft=f"movements-assess-{pk}",
    )
