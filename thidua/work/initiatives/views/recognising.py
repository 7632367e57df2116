"""Recognitions of one initiative: added, put right, struck out, cancelled."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from thidua.records.orgs.gate import needs
from thidua.records.orgs.rights import Right
from thidua.records.orgs.views.answers import form_page, shut
from thidua.work.initiatives import permissions, services
from thidua.work.initiatives.forms import ReasonForm, RecognitionForm, RevokeForm
from thidua.work.initiatives.models import Recognition
from thidua.work.initiatives.views.found import FORM, crumbs_to, initiative_of, page_of, recognition_of


@needs(Right.INITIATIVES_WRITE)
def add(request: HttpRequest, pk: int) -> HttpResponse:
    row, actor = initiative_of(request, pk), request.actor
    shut(permissions.why_not_change(actor, row))
    form = RecognitionForm(
        request.POST or None, actor=actor, initial={"scope": "tinh", "year": actor.on.year}
    )

    def write(_typed: dict[str, Any]) -> str:
        services.recognise_scope(row, form.recognised(), by=actor, at=timezone.now())
        return page_of(row)

    return form_page(
        request,
        form,
        title="Ghi công nhận hiệu quả, phạm vi ảnh hưởng",
        act="Ghi công nhận",
        back=page_of(row),
        crumbs=crumbs_to(row),
        under="Mỗi phạm vi một lần, theo quyết định của cấp có thẩm quyền công nhận.",
        write=write,
        said="Đã ghi lần công nhận.",
        template=FORM,
    )


@needs(Right.INITIATIVES_WRITE)
def correct(request: HttpRequest, pk: int) -> HttpResponse:
    row, actor = recognition_of(request, pk), request.actor
    shut(permissions.why_not_change_recognition(actor, row))
    form = RecognitionForm(request.POST or None, actor=actor, recognition=row)

    def write(_typed: dict[str, Any]) -> str:
        services.correct_recognition(row, **vars(form.recognised()), by=actor, at=timezone.now())
        return page_of(row.initiative)

    return form_page(
        request,
        form,
        title="Sửa lần công nhận",
        act="Ghi lại",
        back=page_of(row.initiative),
        crumbs=crumbs_to(row.initiative),
        under=f"{row.act}, năm {row.year}.",
        write=write,
        said="Đã sửa. Dòng cũ được giữ trong lịch sử.",
        template=FORM,
    )


@needs(Right.INITIATIVES_WRITE)
def strike(request: HttpRequest, pk: int) -> HttpResponse:
    return _end(
        request,
        pk,
        ReasonForm(request.POST or None),
        services.strike_recognition,
        title="Bỏ lần công nhận ghi nhầm",
        act="Bỏ lần công nhận",
        said="Đã bỏ lần công nhận ghi nhầm.",
    )


@needs(Right.INITIATIVES_WRITE)
def revoke(request: HttpRequest, pk: int) -> HttpResponse:
    return _end(
        request,
        pk,
        RevokeForm(request.POST or None),
        services.revoke,
        title="Ghi hủy bỏ công nhận",
        act="Ghi hủy bỏ",
        said="Đã ghi việc hủy bỏ công nhận.",
    )


def _end(
    request: HttpRequest,
    pk: int,
    form: ReasonForm | RevokeForm,
    verb: Callable[..., Recognition],
    **words: str,
) -> HttpResponse:
    row, actor = recognition_of(request, pk), request.actor
    shut(permissions.why_not_change_recognition(actor, row))

    def write(facts: dict[str, Any]) -> str:
        verb(row, **facts, by=actor, at=timezone.now())
        return page_of(row.initiative)

    return form_page(
        request,
        form,
        back=page_of(row.initiative),
        crumbs=crumbs_to(row.initiative),
        under=f"{row.act}, năm {row.year}.",
        write=write,
        template=FORM,
        **words,
    )
