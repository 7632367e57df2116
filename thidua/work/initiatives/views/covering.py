"""From when the register is whole: stated by name, withdrawn with a reason."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone

from thidua.records.orgs.gate import needs
from thidua.records.orgs.rights import Right
from thidua.records.orgs.views.answers import form_page, shut
from thidua.records.register import services as register
from thidua.work.initiatives import permissions, selectors, services
from thidua.work.initiatives.forms import CoverageForm, ReasonForm
from thidua.work.initiatives.views.found import FORM, body_of, crumbs_to


@needs(Right.INITIATIVES_WRITE)
def show(request: HttpRequest) -> HttpResponse:
    actor, body = request.actor, body_of(request)
    shut(permissions.why_not_write(actor, body))
    form = CoverageForm(request.POST or None)

    def write(facts: dict[str, Any]) -> str:
        services.state_coverage(body, **facts, by=actor, at=timezone.now())
        return reverse("initiatives:coverage")

    return form_page(
        request,
        form,
        title="Sổ ghi đủ từ khi nào",
        act="Xác nhận",
        back=reverse("initiatives:list"),
        crumbs=crumbs_to(),
        under="Không có lời xác nhận này thì “không thấy trong sổ” chỉ là chưa rõ, không phải không có sáng kiến.",
        write=write,
        said="Đã xác nhận khoảng thời gian sổ ghi đủ.",
        template="initiatives/coverage.html",
        extra={"statements": selectors.coverages(actor, body)},
    )


@needs(Right.INITIATIVES_WRITE)
def withdraw(request: HttpRequest, statement: int) -> HttpResponse:
    actor, body = request.actor, body_of(request)
    row = selectors.coverages(actor, body).filter(pk=statement).first()
    if row is None:
        raise Http404
    shut(permissions.why_not_write(actor, row.body))
    form = ReasonForm(request.POST or None)
    back = reverse("initiatives:coverage")

    def write(facts: dict[str, Any]) -> str:
        register.withdraw_statement(row, **facts, by=actor, at=timezone.now())
        return back

    return form_page(
        request,
        form,
        title="Thu hồi lời xác nhận",
        act="Thu hồi",
        back=back,
        crumbs=[*crumbs_to(), ("Sổ ghi đủ từ khi nào", back)],
        under=str(row),
        write=write,
        said="Đã thu hồi lời xác nhận.",
        template=FORM,
    )
