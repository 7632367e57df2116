"""An initiative is typed in, corrected, struck out."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone

from thidua.records.orgs.actors import Actor
from thidua.records.orgs.gate import needs
from thidua.records.orgs.rights import Right
from thidua.records.orgs.views.answers import form_page, shut
from thidua.work.initiatives import permissions, selectors, services
from thidua.work.initiatives.forms import EnterForm, InitiativeForm, ReasonForm
from thidua.work.initiatives.selectors import Alike
from thidua.work.initiatives.views.found import FORM, body_of, crumbs_to, initiative_of, page_of

_TELLING = "initiatives/telling.html"


@needs(Right.INITIATIVES_WRITE)
def enter(request: HttpRequest) -> HttpResponse:
    actor, body = request.actor, body_of(request)
    shut(permissions.why_not_write(actor, body))
    form = EnterForm(request.POST or None, actor=actor, initial={"year": actor.on.year})

    def write(_typed: dict[str, Any]) -> str:
        facts = form.facts()
        made = services.enter(
            facts.pop("title"),
            form.shares(),
            recognised=form.recognised(),
            body=body,
            **facts,
            by=actor,
            at=timezone.now(),
        )
        return page_of(made)

    near = _near(form, actor) if request.method == "POST" else []
    return form_page(
        request,
        form,
        title="Ghi sáng kiến",
        act="Ghi vào sổ",
        back=reverse("initiatives:list"),
        crumbs=crumbs_to(),
        under="Chỉ ghi sáng kiến, đề tài, đề án đã được công nhận.",
        question=(lambda _typed: _doubt(near)) if near else None,
        write=write,
        said="Đã ghi vào sổ sáng kiến.",
        template=_TELLING,
    )


def _near(form: InitiativeForm, actor: Actor) -> list[Alike]:
    return selectors.alike(form.cleaned_data["title"], actor) if form.is_valid() else []


def _doubt(near: list[Alike]) -> tuple[str, str]:
    """The question before a near double is written."""
    told = [
        f"“{one.initiative}” ({', '.join(row.name for row in one.initiative.signed)}; giống {one.pct} %)"
        for one in near
    ]
    return "Trong sổ đã có tên gần giống. Vẫn ghi?", "; ".join(
        told
    ) + ". Chỉ so chữ trong tên, không so nội dung."


@needs(Right.INITIATIVES_WRITE)
def correct(request: HttpRequest, pk: int) -> HttpResponse:
    row, actor = initiative_of(request, pk), request.actor
    shut(permissions.why_not_change(actor, row))
    form = InitiativeForm(request.POST or None, actor=actor, initiative=row)

    def write(_typed: dict[str, Any]) -> str:
        facts = form.facts() | {"made_in": form.cleaned_data["made_in"] or row.kept_by}
        return page_of(services.correct(row, authors=form.shares(), **facts, by=actor, at=timezone.now()))

    return form_page(
        request,
        form,
        title="Sửa sáng kiến",
        act="Ghi lại",
        back=page_of(row),
        crumbs=crumbs_to(row),
        under="Dòng cũ vẫn đọc được; các lần công nhận theo dòng mới.",
        write=write,
        said="Đã sửa. Dòng cũ được giữ trong lịch sử.",
        template=_TELLING,
    )


@needs(Right.INITIATIVES_WRITE)
def strike(request: HttpRequest, pk: int) -> HttpResponse:
    row, actor = initiative_of(request, pk), request.actor
    shut(permissions.why_not_change(actor, row))
    form = ReasonForm(request.POST or None)

    def write(facts: dict[str, Any]) -> str:
        return page_of(services.strike(row, **facts, by=actor, at=timezone.now()))

    return form_page(
        request,
        form,
        title="Bỏ dòng ghi nhầm",
        act="Bỏ dòng này",
        back=page_of(row),
        crumbs=crumbs_to(row),
        under="Dùng khi dòng này đáng lẽ không có. Việc công nhận bị hủy bỏ thì ghi ở từng lần công nhận.",
        write=write,
        said="Đã bỏ dòng này khỏi sổ.",
        template=FORM,
    )
