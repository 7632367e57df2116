"""Awards are typed: one by name, or a count."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone

from thidua.records.awards import permissions, services
from thidua.records.awards.forms import AggregateForm, AwardForm
from thidua.records.awards.views.found import FORM, body_of, crumbs_to, page_of
from thidua.records.orgs.gate import needs
from thidua.records.orgs.rights import Right
from thidua.records.orgs.views.answers import form_page, shut


@needs(Right.AWARDS_WRITE)
def enter(request: HttpRequest) -> HttpResponse:
    actor, body = request.actor, body_of(request)
    shut(permissions.why_not_write(actor, body))
    form = AwardForm(request.POST or None, actor=actor, initial={"period": str(actor.on.year - 1)})

    def write(_typed: dict[str, Any]) -> str:
        facts = form.facts()
        kind, recipient = facts.pop("kind"), facts.pop("recipient")
        return page_of(services.enter(kind, recipient, body=body, **facts, by=actor, at=timezone.now()))

    return form_page(
        request,
        form,
        title="Ghi khen thưởng",
        act="Ghi vào sổ",
        back=reverse("awards:list"),
        crumbs=crumbs_to(),
        write=write,
        said="Đã ghi vào sổ khen thưởng.",
        template=FORM,
    )


@needs(Right.AWARDS_WRITE)
def enter_aggregate(request: HttpRequest) -> HttpResponse:
    actor, body = request.actor, body_of(request)
    shut(permissions.why_not_write(actor, body))
    form = AggregateForm(request.POST or None, actor=actor, initial={"period": str(actor.on.year - 1)})

    def write(_typed: dict[str, Any]) -> str:
        facts = form.facts()
        kind, count = facts.pop("kind"), facts.pop("count")
        return page_of(services.enter_aggregate(kind, count, body=body, **facts, by=actor, at=timezone.now()))

    return form_page(
        request,
        form,
        title="Ghi số lượng chưa có danh sách",
        act="Ghi vào sổ",
        back=reverse("awards:list"),
        crumbs=crumbs_to(),
        under="Dùng khi chỉ biết số lượng. Tên người nhận bổ sung sau, không bị đếm hai lần.",
        write=write,
        said="Đã ghi số lượng.",
        template=FORM,
    )
