"""A movement is written down, put right, launched, copied, closed, merged."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone

from thidua.kit.refused import Refused
from thidua.kit.ui import asked
from thidua.kit.ui.respond import ask, draft_taken, is_confirmed, refusals_said
from thidua.records.orgs.gate import needs
from thidua.records.orgs.rights import Right
from thidua.records.orgs.services.units import add_outside_unit
from thidua.records.register import selectors as register
from thidua.work.movements import naming, permissions, selectors, services
from thidua.work.movements.forms.opening import CopyForm, CorrectForm, MergeForm, OpenForm
from thidua.work.movements.forms.working import CloseForm, DayForm, ReasonForm
from thidua.work.movements.models import Movement, MovementDocument, Response
from thidua.work.movements.views.found import body_of, form_page, movement_of, told, worked


@needs(Right.MOVEMENTS_WRITE)
def open_one(request: HttpRequest) -> HttpResponse:
    """`?tra_loi=` begins our own that answers a superior's, `?van_ban=` one that this document launches."""
    actor, body = request.actor, body_of(request)
    form = OpenForm(request.POST or None, actor=actor, initial=_prefilled(request))
    if request.method == "POST" and form.is_valid():
        try:
            movement = _opened(request, form)
            draft_taken(request, "movements-open")
            messages.success(request, f"Đã ghi phong trào {movement.title}.")
            return redirect("movements:movement", movement.pk)
        except Refused as refused:
            told(form, refused)
    return form_page(
        request,
        form,
        title="Ghi phong trào",
        act="Ghi phong trào",
        back=reverse("movements:list"),
        under=body.name,
        why_not=permissions.why_not_write(actor, body),
        draft="movements-open",
        template="movements/open.html",
    )


def _prefilled(request: HttpRequest) -> dict[str, Any]:
    actor = request.actor
    superior = selectors.visible_to(actor).filter(pk=asked.key(request.GET, "tra_loi")).first()
    document = (
        register.visible_to(actor)
        .select_related("issuer")
        .filter(pk=asked.key(request.GET, "van_ban"))
        .first()
    )
    if superior:
        return {
            "name": superior.name,
            "period": superior.period_label,
            "form": superior.form,
            "superior": superior,
        }
    if document:
        own = document.issuer and document.issuer.body == actor.body
        return {
            "name": document.title,
            "launcher": None if own else document.issuer,
            "launched_on": document.issued_on,
            "document": document,
        }
    return {}


def _opened(request: HttpRequest, form: OpenForm) -> Movement:
    facts, actor, now, body = form.cleaned_data, request.actor, timezone.now(), body_of(request)
    launcher = facts["launcher"] or body
    if facts["launcher"] is None and facts["new_launcher"]:
        level, kind = facts["new_launcher_level"], facts["new_launcher_kind"]
        launcher = add_outside_unit(facts["new_launcher"], kind=kind, level=level, by=actor, at=now)
    movement = services.open_movement(
        facts["name"],
        body=body,
        launcher=launcher,
        lasting=form.lasting(),
        launched_on=facts["launched_on"],
        by=actor,
        at=now,
        **form.facts(),
    )
    if facts["document"]:
        part = MovementDocument.Part.LAUNCH
        services.attach_document(movement, facts["document"], part=part, by=actor, at=now)
    if facts["superior"]:
        services.respond(
            facts["superior"],
            body=body,
            kind=Response.Kind.PLAN,
            ours=movement,
            document=facts["document"],
            by=actor,
            at=now,
        )
    return movement


@needs(Right.MOVEMENTS_WRITE)
def correct(request: HttpRequest, pk: int) -> HttpResponse:
    movement, actor = movement_of(request, pk), request.actor
    form = CorrectForm(request.POST or None, actor=actor, movement=movement)
    return worked(
        request,
        form,
        movement,
        lambda facts: services.correct(movement, **form.corrected(), by=actor, at=timezone.now()),
        done="Đã sửa thông tin phong trào.",
        title="Sửa thông tin phong trào",
        act="Ghi lại",
        why_not=permissions.why_not_edit(actor, movement),
        template="movements/open.html",
    )


@needs(Right.MOVEMENTS_WRITE)
def launch(request: HttpRequest, pk: int) -> HttpResponse:
    movement, actor = movement_of(request, pk), request.actor
    return worked(
        request,
        DayForm(request.POST or None, initial={"on": actor.on}),
        movement,
        lambda facts: services.launch(movement, **facts, by=actor, at=timezone.now()),
        done="Đã phát động phong trào.",
        title="Phát động",
        act="Phát động",
        why_not=permissions.why_not_launch(actor, movement),
    )


@needs(Right.MOVEMENTS_WRITE)
def drop_draft(request: HttpRequest, pk: int) -> HttpResponse:
    movement = movement_of(request, pk)
    back = reverse("movements:movement", args=[pk])
    if not is_confirmed(request):
        return ask(
            request,
            "Xóa dự thảo này?",
            detail=f"Phong trào {movement.title}",
            act="Xóa dự thảo",
            back=back,
        )
    with refusals_said(request):
        services.drop_draft(movement, by=request.actor, at=timezone.now())
        messages.success(request, "Đã xóa dự thảo.")
        return redirect("movements:list")
    return redirect(back)


@needs(Right.MOVEMENTS_WRITE)
def copy(request: HttpRequest, pk: int) -> HttpResponse:
    movement, actor = movement_of(request, pk), request.actor
    known = {"name": naming.years_later(movement.name), "period": naming.years_later(movement.period_label)}

    def copied(facts: dict[str, Any]) -> Movement:
        lasting = naming.lasting(facts["period"])
        if facts["period"] == known["period"]:
            since, until = naming.year_later(movement.since), naming.year_later(movement.until)
            lasting = naming.Lasting(since, until, facts["period"])
        return services.copy_from_last_year(
            movement, name=facts["name"], lasting=lasting, by=actor, at=timezone.now()
        )

    return worked(
        request,
        CopyForm(request.POST or None, initial=known),
        movement,
        copied,
        done="Đã lập dự thảo: tiêu chí, đợt và mốc dự kiến chuyển sang kỳ mới. Xem lại từng mục.",
        title="Chép sang năm sau",
        act="Lập dự thảo",
        why_not=permissions.why_not_edit(actor, movement),
    )


@needs(Right.MOVEMENTS_WRITE)
def close(request: HttpRequest, pk: int) -> HttpResponse:
    movement, actor = movement_of(request, pk), request.actor
    return worked(
        request,
        CloseForm(request.POST or None, initial={"on": actor.on}),
        movement,
        lambda facts: services.close(movement, **facts, by=actor, at=timezone.now()),
        done="Đã ghi kết thúc phong trào.",
        title="Kết thúc phong trào",
        act="Ghi kết thúc",
        why_not=permissions.why_not_close(actor, movement),
    )


@needs(Right.MOVEMENTS_WRITE)
def reopen(request: HttpRequest, pk: int) -> HttpResponse:
    movement, actor = movement_of(request, pk), request.actor
    return worked(
        request,
        ReasonForm(request.POST or None),
        movement,
        lambda facts: services.reopen(movement, **facts, by=actor, at=timezone.now()),
        done="Đã mở lại phong trào.",
        title="Mở lại phong trào",
        act="Mở lại",
        why_not=permissions.why_not_reopen(actor, movement),
    )


@needs(Right.MOVEMENTS_WRITE)
def merge(request: HttpRequest, pk: int) -> HttpResponse:
    movement, actor = movement_of(request, pk), request.actor
    other = (
        selectors.visible_to(actor)
        .select_related("launcher")
        .filter(pk=asked.key(request.GET, "vao"))
        .first()
    )
    form = MergeForm(request.POST or None, actor=actor, movement=movement, initial={"into": other})
    return worked(
        request,
        form,
        movement,
        lambda facts: services.merge_movements(movement, **facts, by=actor, at=timezone.now()),
        done="Đã nhập làm một.",
        title="Nhập làm một",
        act="Nhập làm một",
        why_not=permissions.why_not_edit(actor, movement),
    )
