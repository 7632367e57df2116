"""From when the records of each kind are whole: stated by name, withdrawn with a reason."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone

from thidua.records.orgs.actors import Actor
from thidua.records.orgs.gate import needs
from thidua.records.orgs.rights import Right
from thidua.records.orgs.views.answers import form_page, shut
from thidua.records.staff import permissions, selectors, services
from thidua.records.staff.forms import CoverageForm, WithdrawForm
from thidua.records.staff.kinds import BY_SLUG, TABS
from thidua.records.staff.selectors.coverage import WHAT, WORDS
from thidua.records.staff.views.found import FORM, body_of

TITLE = "Sổ ghi đủ từ khi nào"


@needs(Right.STAFF_WRITE, Right.DISCIPLINE_WRITE)
def show(request: HttpRequest) -> HttpResponse:
    actor, body = request.actor, body_of(request)
    kinds = _own_kinds(actor)
    form = CoverageForm(request.POST or None, kinds=kinds)

    def write(facts: dict[str, Any]) -> str:
        kind = BY_SLUG[facts.pop("kind")].kind
        services.state_coverage(kind, body=body, **facts, by=actor, at=timezone.now())
        return reverse("staff:coverage")

    return form_page(
        request,
        form,
        title=TITLE,
        act="Xác nhận",
        back=reverse("staff:list"),
        crumbs=[("Đánh giá, kỷ luật", reverse("staff:list"))],
        under="Không có lời xác nhận này thì “không thấy trong sổ” chỉ là chưa rõ, không phải là không có.",
        write=write,
        said="Đã xác nhận khoảng thời gian sổ ghi đủ.",
        template="staff/coverage.html",
        extra={"statements": selectors.coverages(actor, body)},
    )


def _own_kinds(actor: Actor) -> list[tuple[str, str]]:
    written = [tab for tab in TABS if not permissions.why_not_write(actor, actor.body, tab.kind)]
    return [(tab.slug, WORDS[WHAT[tab.kind]]) for tab in written]


@needs(Right.STAFF_WRITE, Right.DISCIPLINE_WRITE)
def withdraw(request: HttpRequest, statement: int) -> HttpResponse:
    actor, body = request.actor, body_of(request)
    row = selectors.coverages(actor, body).filter(pk=statement).first()
    if row is None:
        raise Http404
    kind = next(kind for kind, what in WHAT.items() if what == row.what)
    shut(permissions.why_not_write(actor, row.body, kind))
    form = WithdrawForm(request.POST or None)
    back = reverse("staff:coverage")

    def write(facts: dict[str, Any]) -> str:
        services.withdraw_coverage(row, **facts, by=actor, at=timezone.now())
        return back

    return form_page(
        request,
        form,
        title="Thu hồi lời xác nhận",
        act="Thu hồi",
        back=back,
        crumbs=[(TITLE, back)],
        under=str(row),
        write=write,
        said="Đã thu hồi lời xác nhận.",
        template=FORM,
    )
